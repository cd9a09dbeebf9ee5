"""Rectangles that must not overlap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle by its left top corner and size, in px."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def overlaps(self, other: Rect, gap: float = 0.0) -> bool:
        """Tell whether the two come nearer to each other than `gap`."""
        return (
            self.x < other.x + other.w + gap
            and other.x < self.x + self.w + gap
            and self.y < other.y + other.h + gap
            and other.y < self.y + self.h + gap
        )

    def within(self, other: Rect) -> bool:
        """Tell whether this lies wholly inside the other."""
        return other.x <= self.x and self.right <= other.right and other.y <= self.y and self.bottom <= other.bottom

    def holds(self, x: float, y: float, gap: float = 0.0) -> bool:
        """Tell whether a point lies inside, or nearer than `gap`."""
        return self.x - gap < x < self.right + gap and self.y - gap < y < self.bottom + gap


def around(x: float, y: float, r: float) -> Rect:
    """Return the square round a point."""
    return Rect(x - r, y - r, 2 * r, 2 * r)


def is_free(rect: Rect, taken: Iterable[Rect], gap: float = 0.0) -> bool:
    """Tell whether a rectangle keeps clear of all others."""
    # Written out: the places of signs ask this some hundred thousand times.
    x, y, w, h = rect
    left, right, top, bottom = x - gap, x + w + gap, y - gap, y + h + gap
    for x, y, w, h in taken:  # noqa: SIM110 - a generator would take half as long again
        if x < right and left < x + w and y < bottom and top < y + h:
            return False
    return True
