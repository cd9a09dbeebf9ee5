"""Measure and wrap text with the widths of the shipped fonts, without opening a font."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from importlib import resources
from typing import Literal, cast

Font = Literal["hand", "hand-bold", "plain", "plain-bold"]

SPARE = 1.03
"""Kerning is left out and browsers round: every width gets this much more."""
_UNKNOWN = 1000
"""Width of a character that the font lacks, in thousandths of its size: that of a wide fallback glyph."""
_ELLIPSIS = "…"
_HYPHEN = "-"


def measure(text: str, font: Font, size: float) -> float:
    """Return the width of one line of text in the unit of `size`, rather too much than too little."""
    widths = _widths()[font]
    return sum(widths.get(letter, _UNKNOWN) for letter in text) * size * SPARE / 1000


def wrap(text: str, font: Font, size: float, width: float, max_lines: int) -> list[str]:
    """Break text into lines no wider than `width`.

    A word that is too long is broken with a hyphen; what does not fit in `max_lines` ends in an ellipsis.
    """
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < max_lines:
        line, rest = _take_line(rest, font, size, width)
        lines.append(line)
    if rest:
        lines[-1] = shorten(f"{lines[-1].removesuffix(_HYPHEN)} {rest[0]}", font, size, width, cut=True)
    return lines


def shorten(text: str, font: Font, size: float, width: float, *, cut: bool = False) -> str:
    """Return text that fits in `width`, with an ellipsis when something was left out (`cut`: always)."""
    if not cut and measure(text, font, size) <= width:
        return text
    while text and measure(text + _ELLIPSIS, font, size) > width:
        text = text[:-1]
    return text.rstrip(" ,.:;-") + _ELLIPSIS


def _take_line(words: list[str], font: Font, size: float, width: float) -> tuple[str, list[str]]:
    line = ""
    for index, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if measure(longer, font, size) <= width:
            line = longer
        elif line:
            return line, words[index:]
        else:
            head, tail = _break_word(word, font, size, width)
            return head, [tail, *words[index + 1 :]] if tail else words[index + 1 :]
    return line, []


def _break_word(word: str, font: Font, size: float, width: float) -> tuple[str, str]:
    """Cut a word that is wider than a line: after its own hyphen or slash if it has one, else anywhere."""
    if len(word) < 3:
        return word, ""
    end = len(word) - 1
    while end > 1 and measure(word[:end] + _HYPHEN, font, size) > width:
        end -= 1
    own = max(word.rfind(mark, 0, end + 1) for mark in "-/")
    if own > 0:
        return word[: own + 1], word[own + 1 :]
    if len(word) - end < 3 and end > 4:  # not one or two letters alone on the next line
        end -= 2
    return word[:end] + _HYPHEN, word[end:]


@functools.cache
def _widths() -> Mapping[str, Mapping[str, int]]:
    text = resources.files("stip.text").joinpath("widths.json").read_text("utf-8")
    return cast("Mapping[str, Mapping[str, int]]", json.loads(text))
