"""Text is measured rather too wide than too narrow, and wrapped so that nothing spills."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from building import ROOT
from stip.text.fonts import measure, shorten, wrap

FONTS = ROOT / "plugins" / "stip" / "theme" / "assets" / "stip" / "fonts"


@given(st.text(max_size=200), st.floats(20, 400), st.integers(1, 4))
def test_lines_fit(text: str, width: float, most: int) -> None:
    lines = wrap(text, "hand", 14, width, most)
    assert len(lines) <= most
    assert all(measure(line, "hand", 14) <= width or len(line) <= 2 for line in lines)


@given(st.lists(st.text("abcdeilnorstu", min_size=1, max_size=12), max_size=12))
def test_no_letter_is_lost_when_there_is_room(words: list[str]) -> None:
    lines = wrap(" ".join(words), "plain", 14, 90, 99)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(words)


@pytest.mark.parametrize(
    ("word", "first"),
    [("Burgerzaken", "Burgerza-"), ("Communicatie", "Communica-"), ("Buitendienst", "Buiten-"), ("ICT-beleid", "ICT-")],
)
def test_a_long_word_breaks_between_syllables(word: str, first: str) -> None:
    assert wrap(word, "hand-bold", 14, measure(word, "hand-bold", 14) - 4, 2)[0] == first


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert wrap("een twee drie vier vijf zes", "plain", 14, 60, 2)[-1].endswith("…")
    assert shorten("veel te lang", "plain", 14, 40).endswith("…")
    assert shorten("kort", "plain", 14, 200) == "kort"


def test_an_unknown_letter_has_a_width() -> None:
    assert measure("漢字", "hand", 10) > 15


@pytest.mark.parametrize(
    ("font", "file"),
    [
        ("hand", "kalam-400"),
        ("hand-bold", "kalam-700"),
        ("plain", "atkinson-hyperlegible-next-400"),
        ("plain-bold", "atkinson-hyperlegible-next-700"),
    ],
)
def test_the_table_is_that_of_the_shipped_fonts(font: str, file: str) -> None:
    opened = TTFont(FONTS / f"{file}.woff2")
    advances, glyphs = opened["hmtx"].metrics, opened.getBestCmap()
    text = "Één afdeling, 1.000 stappen \u2013 \u2018stip\u2019 & Fryslân?"
    real = sum(advances[glyphs[ord(letter)]][0] for letter in text) / opened["head"].unitsPerEm * 20
    assert real <= measure(text, font, 20) <= real * 1.04  # type: ignore[arg-type]
