"""Path data: straight and smooth lines through points, in steps from point to point or in places."""

from __future__ import annotations

import math
from collections.abc import Sequence

from stip.pen.svg import SHORT, number, rounded

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
        if self._places:
            self._go("L", end)
        else:
            right, down = f"{end[0] - self._x:.1f}", f"{end[1] - self._y:.1f}"
            self._step(f"l{SHORT[right]}", right, down)

    def quad(self, control: Point, end: Point) -> None:
        """Draw a curve with one control point."""
        if self._places:
            self._go("Q", control, end)
        else:
            x, y = self._x, self._y
            right, down = f"{end[0] - x:.1f}", f"{end[1] - y:.1f}"
            first = f"q{SHORT[f'{control[0] - x:.1f}']}{_NEXT[f'{control[1] - y:.1f}']}"
            self._step(f"{first}{_NEXT[right]}", right, down)

    def cubic(self, first: Point, second: Point, end: Point) -> None:
        """Draw a curve with two control points."""
        if self._places:
            self._go("C", first, second, end)
        else:
            x, y = self._x, self._y
            right, down = f"{end[0] - x:.1f}", f"{end[1] - y:.1f}"
            controls = (
                f"c{SHORT[f'{first[0] - x:.1f}']}{_NEXT[f'{first[1] - y:.1f}']}"
                f"{_NEXT[f'{second[0] - x:.1f}']}{_NEXT[f'{second[1] - y:.1f}']}"
            )
            self._step(f"{controls}{_NEXT[right]}", right, down)

    def finish(self, *, closed: bool = False) -> str:
        """Return the path data, with a line back to its beginning when it is closed."""
        return "".join(self._parts) + ("z" if closed else "")

    def _go(self, letter: str, *points: Point) -> None:
        self._parts.append(letter + " ".join(f"{rounded(x)} {rounded(y)}" for x, y in points))

    def _step(self, written: str, right: str, down: str) -> None:
        self._parts.append(f"{written}{_NEXT[down]}")
        # Where the line is as it was written: the next step makes up for what this one was rounded.
        self._x += _WORTH[right]
        self._y += _WORTH[down]


class _Next(dict[str, str]):
    """What is written for a step after another: a minus keeps them apart by itself."""

    def __missing__(self, step: str) -> str:
        short = SHORT[step]
        self[step] = written = short if short.startswith("-") else f" {short}"
        return written


class _Worth(dict[str, float]):
    """How far a step goes as it is written."""

    def __missing__(self, step: str) -> float:
        self[step] = worth = float(step)
        return worth


_NEXT, _WORTH = _Next(), _Worth()


def polyline(points: Sequence[Point], *, closed: bool = False, places: bool = False) -> str:
    """Return straight strokes through the points as path data."""
    if not points:
        return ""
    if places:
        pen = Pen(points[0], places=True)
        for point in points[1:]:
            pen.line(point)
        return pen.finish(closed=closed)
    # Written out, as a curve is: a drawing has thousands of both.
    x, y = round(points[0][0], 1), round(points[0][1], 1)
    parts = [f"M{number(x)} {number(y)}"]
    for px, py in points[1:]:
        right, down = f"{px - x:.1f}", f"{py - y:.1f}"
        parts.append(f"l{SHORT[right]}{_NEXT[down]}")
        x += _WORTH[right]
        y += _WORTH[down]
    if closed:
        parts.append("z")
    return "".join(parts)


def curve(points: Sequence[Point], *, closed: bool = False, places: bool = False) -> str:
    """Return a smooth line through the points (Catmull-Rom as cubic curves) as path data."""
    if len(points) < 3:
        return polyline(points, closed=closed, places=places)
    befores = [points[-1] if closed else points[0], *points]
    afters = [*points[1:], *(points[:2] if closed else points[-1:])]
    if not places:
        return _steps(points, befores, afters, closed=closed)
    pen = Pen(points[0], places=True)
    for before, start, end, after in zip(befores, points, afters, afters[1:], strict=False):
        pen.cubic(
            (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
            (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
            end,
        )
    return pen.finish(closed=closed)


def _steps(points: Sequence[Point], befores: Sequence[Point], afters: Sequence[Point], *, closed: bool) -> str:
    """Write a smooth line as a pen would, step by step."""
    x, y = round(points[0][0], 1), round(points[0][1], 1)
    parts = [f"M{number(x)} {number(y)}"]
    for (bx, by), (sx, sy), (ex, ey), (ax, ay) in zip(befores, points, afters, afters[1:], strict=False):
        right, down = f"{ex - x:.1f}", f"{ey - y:.1f}"
        parts.append(
            f"c{SHORT[f'{sx + (ex - bx) / 6 - x:.1f}']}{_NEXT[f'{sy + (ey - by) / 6 - y:.1f}']}"
            f"{_NEXT[f'{ex - (ax - sx) / 6 - x:.1f}']}{_NEXT[f'{ey - (ay - sy) / 6 - y:.1f}']}"
            f"{_NEXT[right]}{_NEXT[down]}"
        )
        x += _WORTH[right]
        y += _WORTH[down]
    if closed:
        parts.append("z")
    return "".join(parts)


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
