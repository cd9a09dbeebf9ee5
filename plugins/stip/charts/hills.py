"""A smooth line through points that never swings beyond them (monotone cubic, after Fritsch and Carlson)."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stip.charts.strokes import strayed
from stip.pen.paths import Pen, Point


@dataclass(frozen=True)
class Hill:
    """A line through points in order, no two above each other; with its slope at each."""

    points: tuple[Point, ...]
    slopes: tuple[float, ...]

    def height(self, x: float) -> float:
        """Return the y at an x; beyond the ends that of the end."""
        if x <= self.points[0][0]:
            return self.points[0][1]
        if x >= self.points[-1][0]:
            return self.points[-1][1]
        i = bisect_right(self.points, x, key=lambda point: point[0]) - 1
        (x0, y0), (x1, y1) = self.points[i], self.points[i + 1]
        width = x1 - x0
        t = (x - x0) / width
        bend0, bend1 = self.slopes[i] * width, self.slopes[i + 1] * width
        return (
            y0 * (1 + 2 * t) * (1 - t) ** 2
            + bend0 * t * (1 - t) ** 2
            + y1 * t * t * (3 - 2 * t)
            + bend1 * t * t * (t - 1)
        )

    def curve(self, first: int, last: int, dice: random.Random, waver: float = 0.0) -> str:
        """Return the line from one of its points to another as path data, its bends wavering a little."""
        pen = Pen(self.points[first], places=True)
        for i in range(first, last):
            (x0, y0), (x1, y1) = self.points[i], self.points[i + 1]
            third = (x1 - x0) / 3
            bends = (x0 + third, y0 + self.slopes[i] * third), (x1 - third, y1 - self.slopes[i + 1] * third)
            away, towards = strayed(bends, dice, waver)
            pen.cubic(away, towards, (x1, y1))
        return pen.finish()


def hill(points: Sequence[Point]) -> Hill:
    """Lay a line through points sorted by x; of points above each other the last counts."""
    listed = tuple(sorted(dict(points).items()))
    rises = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(listed)]
    if not rises:
        return Hill(listed, (0.0,) * len(listed))
    inner = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in pairwise(rises)]
    return Hill(listed, (rises[0], *inner, rises[-1]))
