"""A road: a line with a width at every point, cut into pieces, edged and dashed."""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from stip.pen.paths import Point, curve, joined
from stip.pen.sketch import hand, wavering

_WAVER = 0.48
"""How far the edges stray, in px."""


@dataclass(frozen=True)
class Place:
    """A place on a road: the point, the direction across (to the left going on) and half the width."""

    x: float
    y: float
    nx: float
    ny: float
    half: float

    def across(self, part: float) -> Point:
        """Return the point at `part` of the half width: -1 and 1 are the edges."""
        return self.x + self.nx * self.half * part, self.y + self.ny * self.half * part


@dataclass(frozen=True)
class Road:
    """Points of the middle, each with half the width there, in px."""

    points: tuple[Point, ...]
    halves: tuple[float, ...]

    @cached_property
    def distances(self) -> tuple[float, ...]:
        """How far along the road each point is."""
        steps = (math.dist(a, b) for a, b in itertools.pairwise(self.points))
        return tuple(itertools.accumulate(steps, initial=0.0))

    @cached_property
    def length(self) -> float:
        """The length of the whole road."""
        return self.distances[-1]

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        """The place at each point: both edges are drawn from these, some of them twice."""
        return tuple(self.at(d) for d in self.distances)

    def at(self, distance: float) -> Place:
        """Return the place at a distance from the start."""
        distance = min(max(distance, 0.0), self.length)
        i = min(bisect.bisect_right(self.distances, distance), len(self.points) - 1) - 1
        span = self.distances[i + 1] - self.distances[i] or 1.0
        part = (distance - self.distances[i]) / span
        (ax, ay), (bx, by) = self.points[i], self.points[i + 1]
        # Directions are blended between neighbouring points, so that crossbars turn smoothly in a bend.
        (dx, dy), (ex, ey) = self._direction(i), self._direction(i + 1)
        dx, dy = dx + (ex - dx) * part, dy + (ey - dy) * part
        size = math.hypot(dx, dy) or 1.0
        half = self.halves[i] + (self.halves[i + 1] - self.halves[i]) * part
        return Place(ax + (bx - ax) * part, ay + (by - ay) * part, dy / size, -dx / size, half)

    def _direction(self, i: int) -> Point:
        (ax, ay), (bx, by) = self.points[max(i - 1, 0)], self.points[min(i + 1, len(self.points) - 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        return (bx - ax) / length, (by - ay) / length

    def piece(self, start: float, end: float) -> Road:
        """Return the part between two distances."""
        inner = [i for i, d in enumerate(self.distances) if start + 0.5 < d < end - 0.5]
        first, last = self.at(start), self.at(end)
        points = ((first.x, first.y), *(self.points[i] for i in inner), (last.x, last.y))
        halves = (first.half, *(self.halves[i] for i in inner), last.half)
        return Road(points, halves)

    def side(self, part: float) -> list[Point]:
        """Return the line at a part of the half width, from start to end."""
        return [place.across(part) for place in self._places]

    def surface(self) -> str:
        """Return the whole surface as path data."""
        return joined(curve(self.side(1.0)), curve(self.side(-1.0)[::-1]))

    def edges(self, seed: str, passes: int = 2) -> str:
        """Return both edges, each drawn `passes` times by a wavering hand, as path data."""
        strokes = [
            curve(wavering(self.side(part), hand(seed, part, turn), _WAVER))
            for part in (1.0, -1.0)
            for turn in range(passes)
        ]
        return "".join(strokes)

    def outline(self, seed: str) -> str:
        """Return the border all round, for a plank of road, as path data."""
        line = [*self.side(1.0), *reversed(self.side(-1.0))]
        return joined(curve(wavering(line[: len(line) // 2], hand(seed, 1), 0.4)), curve(line[len(line) // 2 :]))

    def distance_at_x(self, x: float) -> float:
        """Return the distance at which a road that goes to the right passes x."""
        xs = [point[0] for point in self.points]
        i = min(max(bisect.bisect_right(xs, x), 1), len(xs) - 1) - 1
        part = (x - xs[i]) / (xs[i + 1] - xs[i] or 1.0)
        return self.distances[i] + min(max(part, 0.0), 1.0) * (self.distances[i + 1] - self.distances[i])

    def dashes(self, start: float, end: float, dash: float, gap: float) -> Iterator[Road]:
        """Yield the planks of a dashed road between two distances."""
        count = max(1, round((end - start + gap) / (dash + gap)))
        scale = (end - start + gap) / (count * (dash + gap))
        for i in range(count):
            begin = start + i * (dash + gap) * scale
            yield self.piece(begin, begin + dash * scale)
