"""Measure and wrap text with the widths of the shipped fonts, without opening a font."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Literal, cast

Font = Literal["hand", "hand-bold", "plain", "plain-bold"]

SPARE = 1.03
"""Kerning is left out and browsers round: every width gets this much more."""
_UNKNOWN = 1000
"""Width of a character that the font lacks, in thousandths of its size: that of a wide fallback glyph."""
KEPT = 1 << 15
"""How many answers are kept of what is asked again and again: some megabytes, for the largest roadmaps."""
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
    return sum(map(_widths()[font].__getitem__, text)) * size * SPARE / 1000


def words_of(text: str) -> list[str]:
    """Return the words between which a line may end; what a non-breaking space holds together is one, with a space."""
    return list(_words(text))


@functools.lru_cache(maxsize=KEPT)
def _words(text: str) -> tuple[str, ...]:
    return tuple([" ".join(part) for word in _WORD.findall(text) if (part := word.split())])


def wrap(text: str, font: Font, size: float, width: float, max_lines: int) -> list[str]:
    """Break text into lines no wider than `width`.

    No line ends at a non-breaking space unless what it holds together is wider than a line. A word that is too long is
    broken with a hyphen; what does not fit in `max_lines` ends in an ellipsis.
    """
    return list(wrapped(text, font, size, width, max_lines))


@functools.lru_cache(maxsize=KEPT)
def wrapped(text: str, font: Font, size: float, width: float, max_lines: int) -> tuple[str, ...]:
    """Break text as `wrap` does; a title is asked for by every drawing and every try to balance it."""
    lines: list[str] = []
    rest: Sequence[str] = _words(text)
    while rest and len(lines) < max_lines:
        before = rest
        line, rest = _take_line(rest, font, size, width)
        lines.append(line)
        if rest and len(lines) == max_lines:
            # What the line would have been if it could go on: a word that was broken for it is whole again.
            broken = len(rest) == len(before)
            lines[-1] = shorten(before[0] if broken else f"{line} {rest[0]}", font, size, width, cut=True)
    return tuple(lines)


def shorten(text: str, font: Font, size: float, width: float, *, cut: bool = False) -> str:
    """Return text that fits in `width`, with an ellipsis when something was left out (`cut`: always)."""
    if not cut and measure(text, font, size) <= width:
        return text
    widths = _widths()[font]
    total = sum(map(widths.__getitem__, text)) + widths[_ELLIPSIS]
    end = len(text)
    while end and total * size * SPARE / 1000 > width:
        end -= 1
        total -= widths[text[end]]
    return text[:end].rstrip(" ,.:;-") + _ELLIPSIS


def _take_line(words: Sequence[str], font: Font, size: float, width: float) -> tuple[str, Sequence[str]]:
    # Widths are whole numbers: what they add up to does not depend on how, so a line can grow word by word.
    space = _widths()[font][" "]
    total = 0
    for index, word in enumerate(words):
        longer = total + space + _width(word, font) if index else _width(word, font)
        if longer * size * SPARE / 1000 <= width:
            total = longer
        elif index:
            return " ".join(words[:index]), words[index:]
        else:
            head, tail = _break_word(word, font, size, width)
            return head, (tail, *words[1:]) if tail else words[1:]
    return " ".join(words), ()


@functools.lru_cache(maxsize=KEPT)
def _width(word: str, font: Font) -> int:
    """Return the width of a word, in thousandths of the size of its letters."""
    return sum(map(_widths()[font].__getitem__, word))


def _break_word(word: str, font: Font, size: float, width: float) -> tuple[str, str]:
    """Cut a word that is wider than a line.

    After its own hyphen or slash, else at a space in it, else between syllables, else anywhere.
    """
    last = _fitting(word, font, size, width)
    if not last:
        return (word, "") if len(word) < 3 else (word[:1] + _HYPHEN, word[1:].lstrip())
    own = max(word.rfind(mark, 0, last + 1) for mark in "-/")
    if own > 0:
        return word[: own + 1], word[own + 1 :].lstrip()
    space = word.rfind(" ", 0, last + 1)
    if space > 0:
        return word[:space], word[space + 1 :]
    end = max((end for end in _syllable_ends(word) if end <= last), default=last)
    return word[:end] + _HYPHEN, word[end:]


def _fitting(word: str, font: Font, size: float, width: float) -> int:
    """Return how many letters of a word, but never all, fit in a width with a hyphen behind them."""
    widths = _widths()[font]
    total, last = widths[_HYPHEN], 0
    for letter in word[:-1]:
        total += widths[letter]
        if total * size * SPARE / 1000 > width:
            break
        last += 1
    return last


@functools.lru_cache(maxsize=KEPT)
def _syllable_ends(word: str) -> tuple[int, ...]:
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
    return tuple(ends)


class _Widths(dict[str, int]):
    """The widths of a font's letters, in thousandths of their size."""

    def __missing__(self, letter: str) -> int:
        return _UNKNOWN


@functools.cache
def _widths() -> Mapping[str, _Widths]:
    text = resources.files("stip.text").joinpath("widths.json").read_text("utf-8")
    fonts = cast("Mapping[str, Mapping[str, int]]", json.loads(text))
    return {font: _Widths({**dict.fromkeys(_GLUE, widths[" "]), **widths}) for font, widths in fonts.items()}
