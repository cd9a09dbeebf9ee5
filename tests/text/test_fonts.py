"""Text is measured rather too wide than too narrow, and wrapped so that nothing spills."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from building import ROOT
from stip.text.fonts import measure, shorten, words_of, wrap

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


@pytest.mark.parametrize("glue", ["\u00a0", "\u202f", "\u2007"])
def test_no_line_ends_at_a_non_breaking_space(glue: str) -> None:
    text = f"Dit kost €{glue}746.000 van €{glue}1.086.000 per jaar"
    for width in range(round(measure("€ 1.086.000", "plain", 16)) + 1, 400, 7):
        lines = wrap(text, "plain", 16, width, 9)
        assert " ".join(lines) == text.replace(glue, " ")
        assert not any(line.endswith("€") for line in lines)


def test_what_is_held_together_breaks_at_its_space_only_when_it_is_wider_than_a_line() -> None:
    width = measure("746.000", "plain", 16) + 1
    assert wrap("€\u00a0746.000", "plain", 16, width, 9) == ["€", "746.000"]


def test_words_are_what_lines_may_end_between() -> None:
    assert words_of(" € 5\u00a0per  jaar\n\u00a0 ") == ["€", "5 per", "jaar"]


@pytest.mark.parametrize("glue", ["\u00a0", "\u202f", "\u2007"])
def test_a_non_breaking_space_is_as_wide_as_a_space(glue: str) -> None:
    assert measure(f"€{glue}5", "plain-bold", 16) == measure("€ 5", "plain-bold", 16)


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
