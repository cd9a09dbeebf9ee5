"""The hand that draws charts: each point strays a hair to all sides, and what a figure became can be read in px."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

from stip.pen import sketch
from stip.pen.paths import Pen, Point, between, curve

WAVER = 0.4
"""How far a stroke strays unless told otherwise, in px."""
_STEP = 42.0
"""How far apart the points are between which a straight stroke strays, in px."""


def strayed(points: Sequence[Point], dice: random.Random, amount: float = WAVER) -> list[Point]:
    """Return the points, each moved by at most `amount` across and by at most `amount` up or down."""
    return [(x + dice.uniform(-amount, amount), y + dice.uniform(-amount, amount)) for x, y in points]


def stroke(start: Point, end: Point, dice: random.Random, amount: float = WAVER) -> str:
    """Return one wavering stroke from start to end as path data."""
    return curve(strayed(between(start, end, _STEP), dice, amount), places=True)


def strokes(points: Sequence[Point], dice: random.Random, amount: float = WAVER) -> str:
    """Return straight wavering strokes from point to point as path data."""
    corners = strayed(points, dice, amount)
    return "".join(
        curve([a, *strayed(between(a, b, _STEP)[1:-1], dice, amount), b], places=True) for a, b in pairwise(corners)
    )


def board(x: float, y: float, w: float, h: float, dice: random.Random, amount: float = WAVER) -> str:
    """Return the outline of a board with straight sides, so that its length stays its figure; corners are rounded."""
    r = [min(dice.uniform(1.5, 3.5), w / 3, h / 3) for _ in range(4)]
    right, bottom = x + w, y + h
    corners: list[tuple[Point, Point, Point]] = [
        ((right - r[0], y), (right, y), (right, y + r[0])),
        ((right, bottom - r[1]), (right, bottom), (right - r[1], bottom)),
        ((x + r[2], bottom), (x, bottom), (x, bottom - r[2])),
        ((x, y + r[3]), (x, y), (x + r[3], y)),
    ]
    [start] = strayed([(x + r[3], y)], dice, amount)
    pen = Pen(start, places=True)
    for corner in corners:
        into, tip, out = strayed(corner, dice, amount)
        pen.line(into)
        pen.quad(tip, out)
    return pen.finish(closed=True)


def ring(cx: float, cy: float, r: float, dice: random.Random, amount: float = WAVER) -> str:
    """Return a circle drawn by hand as path data."""
    return sketch.ring(cx, cy, r, dice, amount, places=True)
