"""The one formula that maps the engine's flat world into the landscape."""

from __future__ import annotations

import math
from dataclasses import dataclass

from stip.pen.paths import Point


@dataclass(frozen=True)
class Camera:
    """Where things of the flat world are seen; all in px, y downwards.

    A world place is (lane, u): the x of its road at the start line, and the row u going from 0 (start line)
    to `rows` (end of the last row). With s the scale of things at a height, 1 at the start line and 0 at
    the horizon:

    * y(u) = near - step * (u - squeeze * u^2 / (2 * rows)): every row is a little lower than the one before;
    * s(y) = (y - horizon) / (near - horizon);
    * x(lane, y) = foot + (lane - foot) * (1 - (1 - s)^spread) * (1 - lean * (1 - s)): roads come a little
      nearer to each other all the way (lean), keep apart until far and then sweep in, each to its own foot
      under the sun, so that they do not meet in one knot.
    """

    horizon: float
    near: float
    """The y of the start line."""
    far: float
    """The y of the end of the last row."""
    rows: float
    sun: float
    """The x of the sun."""
    foot: float
    """How far from the middle of the sun the outermost roads arrive."""
    left: float
    right: float
    """The x of the outermost lanes at the start line."""
    squeeze: float = 0.6
    spread: float = 2.15
    lean: float = 0.0

    def y(self, u: float) -> float:
        """Return the height of a row coordinate; beyond the last row it goes on towards the horizon."""
        if u > self.rows:
            beyond = (u - self.rows) * 0.35
            return self.far - (self.far - self.horizon) * (1 - math.exp(-beyond))
        step = (self.near - self.far) / (self.rows * (1 - self.squeeze / 2))
        return self.near - step * (u - self.squeeze * u * u / (2 * self.rows))

    def row(self, y: float) -> float:
        """Return the row coordinate at a height between the start line and the end of the last row."""
        step = (self.near - self.far) / (self.rows * (1 - self.squeeze / 2))
        part = min(max((self.near - y) / step, 0.0), self.rows * (1 - self.squeeze / 2))
        if not self.squeeze:
            return part
        turn = self.rows / self.squeeze
        return turn - math.sqrt(max(turn * turn - 2 * turn * part, 0.0))

    def scale(self, y: float) -> float:
        """Return the size of things at a height, 1 at the start line."""
        return max(0.0, min(1.0, (y - self.horizon) / (self.near - self.horizon)))

    def x(self, lane: float, y: float) -> float:
        """Return where the road of a lane is at a height."""
        middle = (self.left + self.right) / 2
        reach = max((self.right - self.left) / 2, 1.0)
        foot = self.sun + self.foot * (lane - middle) / reach
        return foot + (lane - foot) * self.part(y)

    def part(self, y: float) -> float:
        """Return how much is left at a height of the distance between two roads at the start line."""
        beyond = 1.0 - self.scale(y)
        return (1.0 - math.pow(beyond, self.spread)) * (1.0 - self.lean * beyond)

    def point(self, lane: float, u: float) -> Point:
        """Return the point of a world place."""
        y = self.y(u)
        return self.x(lane, y), y
