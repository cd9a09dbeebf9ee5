"""Path data: straight and smooth lines through points, in steps from point to point or in places."""

from __future__ import annotations

import math
from collections.abc import Sequence

from stip.pen.svg import number, rounded

Point = tuple[float, float]


class Pen:
    """Path data under construction, rounded to a tenth without letting the roundings add up.

    A pen writes steps from where it is, which is short: a map has thousands of strokes. With `places` it writes where
    it goes, from which can be read what a figure became.
    """

    def __init__(self, start: Point, *, places: bool = False) -> None:
        """Set the pen down."""
        self._places = places
        self._x, self._y = round(start[0], 1), round(start[1], 1)
        write = rounded if places else number
        self._parts = [f"M{write(self._x)} {write(self._y)}"]

    def line(self, end: Point) -> None:
        """Draw a straight line."""
        self._draw("l", end)

    def quad(self, control: Point, end: Point) -> None:
        """Draw a curve with one control point."""
        self._draw("q", control, end)

    def cubic(self, first: Point, second: Point, end: Point) -> None:
        """Draw a curve with two control points."""
        self._draw("c", first, second, end)

    def finish(self, *, closed: bool = False) -> str:
        """Return the path data, with a line back to its beginning when it is closed."""
        return "".join(self._parts) + ("z" if closed else "")

    def _draw(self, letter: str, *points: Point) -> None:
        if self._places:
            self._parts.append(letter.upper() + " ".join(f"{rounded(x)} {rounded(y)}" for x, y in points))
            return
        self._parts.append(letter + self._steps(points))
        # Where the line is as it was written: the next step makes up for what this one was rounded.
        x, y = points[-1]
        self._x += float(number(x - self._x))
        self._y += float(number(y - self._y))

    def _steps(self, points: Sequence[Point]) -> str:
        out = ""
        for x, y in points:
            for value in (number(x - self._x), number(y - self._y)):
                out += value if not out or value.startswith("-") else f" {value}"
        return out


def polyline(points: Sequence[Point], *, closed: bool = False, places: bool = False) -> str:
    """Return straight strokes through the points as path data."""
    if not points:
        return ""
    pen = Pen(points[0], places=places)
    for point in points[1:]:
        pen.line(point)
    return pen.finish(closed=closed)


def curve(points: Sequence[Point], *, closed: bool = False, places: bool = False) -> str:
    """Return a smooth line through the points (Catmull-Rom as cubic curves) as path data."""
    if len(points) < 3:
        return polyline(points, closed=closed, places=places)
    pen = Pen(points[0], places=places)
    count = len(points)
    for i in range(count if closed else count - 1):
        before = points[i - 1] if i or closed else points[0]
        start, end = points[i], points[(i + 1) % count]
        after = points[(i + 2) % count] if closed or i + 2 < count else end
        pen.cubic(
            (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
            (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
            end,
        )
    return pen.finish(closed=closed)


def joined(*parts: str) -> str:
    """Return pieces of path data as one closed outline: a straight line leads from each to the next."""
    first, *others = parts
    return first + "".join(f"L{part[1:]}" for part in others) + "z"


def between(start: Point, end: Point, step: float, least: int = 1) -> list[Point]:
    """Return points on a straight line, at most `step` apart in at least so many parts, both ends included."""
    count = max(least, math.ceil(math.dist(start, end) / step))
    return [
        (start[0] + (end[0] - start[0]) * i / count, start[1] + (end[1] - start[1]) * i / count)
        for i in range(count + 1)
    ]
