"""How narrow a text can be in so many lines: found once, for every size of letter."""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass

from stip.scene.signs import LEADING, Words
from stip.text.fonts import Font, measure, words_of, wrap

MOST_LINES = 10
WHOLE = 1000
LEAST_WIDTH = 2.5
NARROWER = 0.9
_JOINTS = re.compile(r"(?<=[^\s/-]{2}[-/])(?=[^\s/-]{2})")


@dataclass(frozen=True)
class Wrapping:
    """Lines of a text and how wide they are, in letters: the height of the letter is 1."""

    lines: tuple[str, ...]
    width: float
    broken: int = WHOLE
    """How many letters the shortest word has that was broken for it."""

    @property
    def height(self) -> float:
        """The height of all lines, in letters."""
        return len(self.lines) * LEADING

    def words(self, font: Font, size: float) -> Words:
        """Return the words in a letter."""
        return Words(self.lines, font, size)


def fit(text: str, font: Font, room: float, whole: int = 0) -> Wrapping | None:
    """Return the text in as few lines as fit in a room (in letters), or None; words shorter than `whole` stay whole."""
    for found in wrappings(text, font):
        if found.width <= room and found.broken >= whole:
            return found
    return None


@functools.lru_cache(maxsize=4096)
def shapes(text: str, font: Font, whole: int) -> tuple[tuple[float, float], ...]:
    """Return width and height, in letters, of each way to break a text that leaves words shorter than `whole`."""
    return tuple((found.width, found.height) for found in wrappings(text, font) if found.broken >= whole)


@functools.lru_cache(maxsize=4096)
def wrappings(text: str, font: Font) -> tuple[Wrapping, ...]:
    """Return the ways to break a text, from one long line to many short ones, each of lines about equally long."""
    found = _whole(text, font)
    longest = found[-1].width if found else math.inf
    pieces = [(len(piece), measure(piece, font, 1.0)) for word in words_of(text) for piece in _JOINTS.split(word)]
    room = min(longest, max((width for _, width in pieces), default=0.0)) * NARROWER
    while room > LEAST_WIDTH:
        lines = wrap(text, font, 1.0, room, MOST_LINES + 1)
        if len(lines) > MOST_LINES:
            break
        width = max(measure(line, font, 1.0) for line in lines)
        if not found or width < found[-1].width - 0.01:
            broken = min((letters for letters, wide in pieces if wide > room), default=WHOLE)
            found.append(Wrapping(tuple(lines), width, broken))
        room *= NARROWER
    return tuple(found)


def _whole(text: str, font: Font) -> list[Wrapping]:
    """Break between words only, and after a hyphen or slash within one: so that the longest line is the shortest."""
    parts = [(piece, not i) for word in words_of(text) for i, piece in enumerate(_JOINTS.split(word))]
    count, space = len(parts), measure(" ", font, 1.0)
    ends = [0.0]  # where each part would end if all stood on one line
    for piece, apart in parts:
        ends.append(ends[-1] + measure(piece, font, 1.0) + (space if apart and len(ends) > 1 else 0.0))

    def wide(first: int, last: int) -> float:
        return ends[last] - ends[first] - (space if first and parts[first][1] else 0.0)

    best = [wide(0, last) if last else 0.0 for last in range(count + 1)]
    cuts: list[list[int]] = [[0] * (count + 1)]
    found: list[Wrapping] = []
    for lines in range(1, min(count, MOST_LINES) + 1):
        if lines > 1:
            now, cut = [math.inf] * (count + 1), [0] * (count + 1)
            for last in range(lines, count + 1):
                for first in range(last - 1, lines - 2, -1):
                    line = wide(first, last)
                    if line >= now[last]:
                        break
                    if max(best[first], line) < now[last]:
                        now[last], cut[last] = max(best[first], line), first
            best = now
            cuts.append(cut)
        if not found or best[count] < found[-1].width - 0.01:
            found.append(Wrapping(_lines(parts, cuts), best[count]))
    return found


def _lines(parts: list[tuple[str, bool]], cuts: list[list[int]]) -> tuple[str, ...]:
    lines: list[str] = []
    last = len(parts)
    for cut in reversed(cuts):
        first = cut[last]
        line = "".join((" " if apart else "") + piece for piece, apart in parts[first:last]).strip()
        lines.insert(0, line)
        last = first
    return tuple(lines)
