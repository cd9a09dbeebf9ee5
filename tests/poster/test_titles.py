"""Titles are broken between words, into lines about equally long; only long words are cut, and only when they must."""

from __future__ import annotations

import pytest

from posters import roadmap
from stip.poster.titles import MOST_LINES, fit, shapes, wrappings
from stip.text.fonts import measure

TITLE = "Vergunningen in het zaaksysteem voor iedereen"


def test_fewer_lines_are_wider() -> None:
    found = wrappings(TITLE, "hand")
    assert [wrapping.lines for wrapping in found[:2]] == [
        (TITLE,),
        ("Vergunningen in het", "zaaksysteem voor iedereen"),
    ]
    widths = [wrapping.width for wrapping in found]
    assert widths == sorted(widths, reverse=True)
    assert max(len(wrapping.lines) for wrapping in found) <= MOST_LINES


@pytest.mark.parametrize("room", [30.0, 12.0, 8.0, 6.0, 5.0])
def test_what_fits_is_no_wider_than_its_room_and_loses_no_letter(room: float) -> None:
    for step in roadmap().steps.values():
        found = fit(step.title, "hand", room)
        assert found is not None
        assert all(measure(line, "hand", 1.0) <= room + 1e-9 for line in found.lines)
        assert "".join(found.lines).replace(" ", "").replace("-", "") == step.title.replace(" ", "").replace("-", "")


def test_short_words_stay_whole_when_that_is_asked() -> None:
    assert fit("Wachten op antwoord", "hand", 3.0) is not None
    assert fit("Wachten op antwoord", "hand", 3.0, whole=12) is None
    assert fit("Samenwerkingsverbanden", "hand", 6.0, whole=12) is not None


def test_a_hyphen_of_its_own_is_where_a_word_is_broken_first() -> None:
    assert ("Keten-", "samenwerking") in [wrapping.lines for wrapping in wrappings("Keten-samenwerking", "hand")]


def test_shapes_are_those_of_the_wrappings() -> None:
    assert shapes(TITLE, "hand", 0) == tuple((found.width, found.height) for found in wrappings(TITLE, "hand"))
    assert wrappings("", "hand") == ()
