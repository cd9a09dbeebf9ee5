"""Measure and wrap text with the widths of the shipped fonts, without opening a font."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from importlib import resources
from typing import Literal, cast

Font = Literal["hand", "hand-bold", "plain", "plain-bold"]

SPARE = 1.03
"""Kerning is left out and browsers round: every width gets this much more."""
_UNKNOWN = 1000
"""Width of a character that the font lacks, in thousandths of its size: that of a wide fallback glyph."""
_GLUE = "\u00a0\u2007\u202f"
"""Spaces where no line may end, as in an amount: drawn, and as wide, as any other."""
_WORD = re.compile(rf"[\S{_GLUE}]+")
_ELLIPSIS = "…"
_HYPHEN = "-"
_VOWELS = "aeiouyàáâäèéêëìíîïòóôöùúûü"
_ONSETS = (
    "schr",
    "sch",
    "chr",
    "ch",
    "bl",
    "br",
    "dr",
    "dw",
    "fl",
    "fr",
    "gl",
    "gr",
    "kl",
    "kn",
    "kr",
    "kw",
    "pl",
    "pr",
    "th",
    "tr",
    "tw",
    "vl",
    "vr",
    "wr",
    "zw",
)
_BETWEEN_VOWELS = re.compile(rf"(?<=[{_VOWELS}])([^\W\d_{_VOWELS}]+)(?=[{_VOWELS}])", re.IGNORECASE)


def measure(text: str, font: Font, size: float) -> float:
    """Return the width of one line of text in the unit of `size`, rather too much than too little."""
    widths = _widths()[font]
    return sum(widths.get(letter, _UNKNOWN) for letter in text) * size * SPARE / 1000


def words_of(text: str) -> list[str]:
    """Return the words between which a line may end; what a non-breaking space holds together is one, with a space."""
    return [" ".join(part) for word in _WORD.findall(text) if (part := word.split())]


def wrap(text: str, font: Font, size: float, width: float, max_lines: int) -> list[str]:
    """Break text into lines no wider than `width`.

    No line ends at a non-breaking space unless what it holds together is wider than a line. A word that is too long is
    broken with a hyphen; what does not fit in `max_lines` ends in an ellipsis.
    """
    lines: list[str] = []
    rest = words_of(text)
    while rest and len(lines) < max_lines:
        before = rest
        line, rest = _take_line(rest, font, size, width)
        lines.append(line)
        if rest and len(lines) == max_lines:
            # What the line would have been if it could go on: a word that was broken for it is whole again.
            broken = len(rest) == len(before)
            lines[-1] = shorten(before[0] if broken else f"{line} {rest[0]}", font, size, width, cut=True)
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
    """Cut a word that is wider than a line.

    After its own hyphen or slash, else at a space in it, else between syllables, else anywhere.
    """
    fits = [end for end in range(1, len(word)) if measure(word[:end] + _HYPHEN, font, size) <= width]
    if not fits:
        return (word, "") if len(word) < 3 else (word[:1] + _HYPHEN, word[1:].lstrip())
    own = max(word.rfind(mark, 0, fits[-1] + 1) for mark in "-/")
    if own > 0:
        return word[: own + 1], word[own + 1 :].lstrip()
    space = word.rfind(" ", 0, fits[-1] + 1)
    if space > 0:
        return word[:space], word[space + 1 :]
    syllables = [end for end in _syllable_ends(word) if end in fits]
    end = syllables[-1] if syllables else fits[-1]
    return word[:end] + _HYPHEN, word[end:]


def _syllable_ends(word: str) -> list[int]:
    """Return where a word may be broken: before the consonants with which a next syllable can begin.

    A rule of thumb that is right for most Dutch and many English words; at least two letters stay on each side.
    """
    ends = []
    for found in _BETWEEN_VOWELS.finditer(word):
        consonants = found.group(1).lower()
        begins = next((onset for onset in _ONSETS if consonants.endswith(onset)), consonants[-1])
        end = found.end(1) - len(begins)
        if 2 <= end <= len(word) - 2:
            ends.append(end)
    return ends


@functools.cache
def _widths() -> Mapping[str, Mapping[str, int]]:
    text = resources.files("stip.text").joinpath("widths.json").read_text("utf-8")
    fonts = cast("Mapping[str, Mapping[str, int]]", json.loads(text))
    return {font: {**dict.fromkeys(_GLUE, widths[" "]), **widths} for font, widths in fonts.items()}
