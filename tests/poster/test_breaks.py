"""A word that is too long for a line can be broken, whatever it is made of; other words stay as they are."""

from __future__ import annotations

import pytest

from stip.poster.breaks import SOFT, breakable
from stip.text.fonts import measure

WIDTH = 50.0


@pytest.mark.parametrize(
    "word",
    [
        "2026arbeidsongeschiktheidsverzekeringsmaatschappij" * 3,
        "\u0441\u044a\u0435\u0448\u044c\u0435\u0449\u0451" * 12,
        "W" * 170,
        "https://example.org/zz/" + "a1" * 60,
        "(" + "Qwrtpsdfghjklzxcvbnm" * 5 + ").",
    ],
)
def test_no_piece_is_wider_than_a_line(word: str) -> None:
    found = breakable(f"Zz {word} zz", "plain-bold", 4.7, WIDTH)
    assert found.replace(SOFT, "") == f"Zz {word} zz"
    assert max(measure(piece, "plain-bold", 4.7) for piece in found.split()[1].split(SOFT)) <= WIDTH / 2


@pytest.mark.parametrize("text", ["Zz 12, \u201czz\u201d", "  Gegevensuitwisselingsovereenkomsten,\nzz", ""])
def test_what_fits_or_is_in_a_dictionary_stays_as_it_is(text: str) -> None:
    assert breakable(text, "plain-bold", 4.7, WIDTH) == text
