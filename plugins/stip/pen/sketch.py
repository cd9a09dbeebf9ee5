"""Draw as a calm hand does: strokes that waver a little, the same for the same names every time."""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Sequence

from stip.pen.paths import Pen, Point, between, curve

WAVER = 0.45
"""How far a stroke strays unless told otherwise, in px."""
_STEP = 46.0
"""How far apart the points are between which a straight stroke strays, in px."""


def hand(*names: object) -> random.Random:
    """Return the dice for one thing, seeded by its names, so that other things do not redraw it."""
    digest = hashlib.sha256("|".join(map(str, names)).encode("utf-8", "replace")).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))  # noqa: S311 - a drawing, not a secret


def wavering(points: Sequence[Point], dice: random.Random, amount: float) -> list[Point]:
    """Return the points, each moved along the normal of the line by at most about `amount`."""
    moved: list[Point] = []
    drift, random, spread = 0.0, dice.random, amount + amount
    for (ax, ay), (x, y), (bx, by) in zip((*points[:1], *points), points, (*points[1:], *points[-1:]), strict=False):
        length = math.hypot(bx - ax, by - ay) or 1.0
        drift = 0.45 * drift + (spread * random() - amount)
        moved.append((x - (by - ay) / length * drift, y + (bx - ax) / length * drift))
    return moved


def stroke(start: Point, end: Point, dice: random.Random, amount: float = WAVER) -> str:
    """Return one wavering stroke from start to end as path data."""
    return curve(wavering(between(start, end, _STEP, 2), dice, amount))


def board(x: float, y: float, w: float, h: float, dice: random.Random, amount: float = WAVER) -> str:
    """Return the outline of a sawn board: sides that bend a hair, corners each a little different."""
    random, spread = dice.random, amount + amount

    def near() -> float:
        return spread * random() - amount

    r = [min(dice.uniform(2.0, 4.5), w / 4, h / 4) for _ in range(4)]
    pen = Pen((x + r[0], y + near()))
    pen.cubic((x + w * 0.33, y + near()), (x + w * 0.66, y + near()), (x + w - r[1], y + near()))
    pen.quad((x + w + near(), y + near()), (x + w + near(), y + r[1]))
    pen.cubic((x + w + near(), y + h * 0.33), (x + w + near(), y + h * 0.66), (x + w + near(), y + h - r[2]))
    pen.quad((x + w + near(), y + h + near()), (x + w - r[2], y + h + near()))
    pen.cubic((x + w * 0.66, y + h + near()), (x + w * 0.33, y + h + near()), (x + r[3], y + h + near()))
    pen.quad((x + near(), y + h + near()), (x + near(), y + h - r[3]))
    pen.cubic((x + near(), y + h * 0.66), (x + near(), y + h * 0.33), (x + near(), y + r[0]))
    pen.quad((x + near(), y + near()), (x + r[0], y + near()))
    return pen.finish(closed=True)


def ring(cx: float, cy: float, r: float, dice: random.Random, amount: float = WAVER, *, places: bool = False) -> str:
    """Return a circle drawn by hand as path data."""
    points = []
    for i in range(8):
        angle, radius = math.tau * i / 8, r + dice.uniform(-amount, amount)
        points.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return curve(points, closed=True, places=places)
