"""Draw as a calm hand does: strokes that waver a little, the same for the same id every time."""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Sequence

from stip.scene.svg import number

Point = tuple[float, float]

SIGN_WAVER = 0.45
"""How far a stroke of a sign strays, in px."""
ROAD_WAVER = 0.6
BAND_WAVER = 1.6


def hand(*names: object) -> random.Random:
    """Return the dice for one thing, seeded by its names, so that other things do not redraw it."""
    digest = hashlib.sha256("|".join(map(str, names)).encode()).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))  # noqa: S311 - a drawing, not a secret


def polyline(points: Sequence[Point], *, closed: bool = False) -> str:
    """Return straight strokes through the points as path data."""
    if not points:
        return ""
    pen = _Pen(points[0])
    for point in points[1:]:
        pen.line(point)
    return pen.finish(closed=closed)


def curve(points: Sequence[Point], *, closed: bool = False) -> str:
    """Return a smooth line through the points (Catmull-Rom as cubic curves) as path data."""
    if len(points) < 3:
        return polyline(points, closed=closed)
    pen = _Pen(points[0])
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


def wavering(points: Sequence[Point], dice: random.Random, amount: float) -> list[Point]:
    """Return the points, each moved along the normal of the line by at most about `amount`."""
    moved: list[Point] = []
    drift = 0.0
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        drift = 0.45 * drift + dice.uniform(-amount, amount)
        moved.append((x - (by - ay) / length * drift, y + (bx - ax) / length * drift))
    return moved


def stroke(start: Point, end: Point, dice: random.Random, amount: float = SIGN_WAVER) -> str:
    """Return one wavering stroke from start to end as path data."""
    return curve(wavering(between(start, end, 46.0), dice, amount))


def between(start: Point, end: Point, step: float) -> list[Point]:
    """Return points on a straight line, about `step` apart, both ends included."""
    count = max(2, math.ceil(math.dist(start, end) / step))
    return [
        (start[0] + (end[0] - start[0]) * i / count, start[1] + (end[1] - start[1]) * i / count)
        for i in range(count + 1)
    ]


def board(x: float, y: float, w: float, h: float, dice: random.Random, amount: float = SIGN_WAVER) -> str:
    """Return the outline of a sawn board: sides that bend a hair, corners each a little different."""

    def near() -> float:
        return dice.uniform(-amount, amount)

    r = [min(dice.uniform(2.0, 4.5), w / 4, h / 4) for _ in range(4)]
    pen = _Pen((x + r[0], y + near()))
    pen.cubic((x + w * 0.33, y + near()), (x + w * 0.66, y + near()), (x + w - r[1], y + near()))
    pen.quad((x + w + near(), y + near()), (x + w + near(), y + r[1]))
    pen.cubic((x + w + near(), y + h * 0.33), (x + w + near(), y + h * 0.66), (x + w + near(), y + h - r[2]))
    pen.quad((x + w + near(), y + h + near()), (x + w - r[2], y + h + near()))
    pen.cubic((x + w * 0.66, y + h + near()), (x + w * 0.33, y + h + near()), (x + r[3], y + h + near()))
    pen.quad((x + near(), y + h + near()), (x + near(), y + h - r[3]))
    pen.cubic((x + near(), y + h * 0.66), (x + near(), y + h * 0.33), (x + near(), y + r[0]))
    pen.quad((x + near(), y + near()), (x + r[0], y + near()))
    return pen.finish(closed=True)


def ring(cx: float, cy: float, r: float, dice: random.Random, amount: float = SIGN_WAVER) -> str:
    """Return a circle drawn by hand as path data."""
    points = []
    for i in range(8):
        angle = math.tau * i / 8
        radius = r + dice.uniform(-amount, amount)
        points.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return curve(points, closed=True)


class _Pen:
    """Path data under construction: relative and rounded, without letting the roundings add up."""

    def __init__(self, start: Point) -> None:
        self._x, self._y = round(start[0], 1), round(start[1], 1)
        self._parts = [f"M{number(self._x)} {number(self._y)}"]

    def line(self, end: Point) -> None:
        self._parts.append("l" + self._pairs(end))
        self._move(end)

    def quad(self, control: Point, end: Point) -> None:
        self._parts.append("q" + self._pairs(control, end))
        self._move(end)

    def cubic(self, first: Point, second: Point, end: Point) -> None:
        self._parts.append("c" + self._pairs(first, second, end))
        self._move(end)

    def finish(self, *, closed: bool) -> str:
        return "".join(self._parts) + ("z" if closed else "")

    def _move(self, end: Point) -> None:
        self._x, self._y = round(end[0], 1), round(end[1], 1)

    def _pairs(self, *points: Point) -> str:
        out = ""
        for x, y in points:
            for value in (number(x - self._x), number(y - self._y)):
                out += value if not out or value.startswith("-") else f" {value}"
        return out
