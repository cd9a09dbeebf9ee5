"""Letters in a chart: measured and wrapped first, then placed so that none lie over each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stip.pen.svg import lines
from stip.text.fonts import Font, measure, wrapped

_ASCENT = {"hand": 0.92, "plain": 0.95}
"""How far below the top of a line its base line lies, in letters."""
_LEADING = {"hand": 1.2, "plain": 1.25}
GAP = 8.0
"""The least room between two texts beside each other, in px."""

OVERHANG = 5.0
"""How far letters of the hand, such as j, may reach beyond their own width, in px."""


@dataclass(frozen=True)
class Text:
    """Wrapped lines of one letter, measured in px."""

    lines: tuple[str, ...]
    font: Font
    size: float

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((measure(line, self.font, self.size) for line in self.lines), default=0.0)

    @property
    def leading(self) -> float:
        """From one base line to the next."""
        return self.size * _LEADING[self._face]

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.leading

    @property
    def _face(self) -> str:
        return self.font.removesuffix("-bold")

    def draw(self, x: float, top: float, cls: str = "", anchor: str = "") -> str:
        """Draw the lines below `top`, from x on, or with their middle or end there (`anchor`)."""
        classes = [f"stip-{self._face}", "stip-d-bold" if self.font.endswith("bold") else "", cls]
        named = " ".join(name for name in classes if name)
        base = top + self.size * _ASCENT[self._face]
        return lines(self.lines, x, base, self.size, self.leading, named, anchor)


def text(words: str, font: Font, size: float, width: float, most_lines: int = 3) -> Text:
    """Wrap words in at most so many lines of a width in px; what does not fit ends in an ellipsis."""
    return Text(wrapped(words, font, size, max(width, size * 2), most_lines), font, size)


@dataclass(frozen=True)
class Shelved:
    """Something on a shelf: its left edge, and the shelf from 0."""

    left: float
    shelf: int


def shelve(wanted: Sequence[tuple[float, float]], low: float, high: float, gap: float = GAP) -> list[Shelved]:
    """Give each of (middle, width) a place between low and high px, in as few shelves as keep them apart.

    A place may move aside from its middle at the edges only, so that each stays near what it belongs to.
    """
    ends: list[float] = []
    found: dict[int, Shelved] = {}
    for index in sorted(range(len(wanted)), key=lambda i: (wanted[i][0], i)):
        middle, width = wanted[index]
        left = max(low, min(middle - width / 2, high - width))
        shelf = next((i for i, end in enumerate(ends) if left >= end + gap), len(ends))
        ends[shelf : shelf + 1] = [left + width]
        found[index] = Shelved(left, shelf)
    return [found[index] for index in range(len(wanted))]


def thinned(wanted: Iterable[tuple[float, float, int]], gap: float = GAP) -> list[int]:
    """Return which of (left, width, rank) can stand on one line, in order; a lower rank goes before a higher."""
    listed = list(wanted)
    kept: list[int] = []
    for index in sorted(range(len(listed)), key=lambda i: (listed[i][2], i)):
        left, width, _ = listed[index]
        if all(left + width + gap <= listed[i][0] or listed[i][0] + listed[i][1] + gap <= left for i in kept):
            kept.append(index)
    return sorted(kept)


def spread(wanted: Sequence[float], pitch: float, low: float, high: float) -> list[float]:
    """Return places in the order of those wanted (sorted), at least `pitch` apart, as near to them as that allows.

    Neighbours that push each other share the way. None lies below `low`, and none above `high` while there is room.
    """
    groups: list[tuple[float, int]] = []
    for place in wanted:
        groups.append((place, 1))
        while len(groups) > 1:
            (middle, count), (other, more) = groups[-2:]
            if other - middle >= pitch * (count + more) / 2:
                break
            # A group is known by its middle: the mean of where all in it want to be.
            groups[-2:] = [((middle * count + other * more) / (count + more), count + more)]
    places = [middle + (i - (count - 1) / 2) * pitch for middle, count in groups for i in range(count)]
    last = len(places) - 1
    places = [min(place, high - (last - i) * pitch) for i, place in enumerate(places)]
    return [max(place, low + i * pitch) for i, place in enumerate(places)]
