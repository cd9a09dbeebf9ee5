"""A road: a line with a width at every point, cut into pieces, edged and dashed."""

from __future__ import annotations

import bisect
import itertools
import math
import operator
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from stip.pen.paths import Point, curve, joined
from stip.pen.sketch import hand, wavering

_WAVER = 0.48
"""How far the edges stray, in px."""


class Place(NamedTuple):
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
        return tuple(itertools.accumulate(map(math.dist, self.points, self.points[1:]), initial=0.0))

    @cached_property
    def length(self) -> float:
        """The length of the whole road."""
        return self.distances[-1]

    @cached_property
    def _places(self) -> Sequence[tuple[float, float, float, float, float]]:
        """The place at each point: both edges are drawn from these, some of them twice."""
        distances = self.distances
        if not all(map(operator.lt, distances, distances[1:])):
            return [self.at(d) for d in distances]
        # What `at` finds at each point, without looking for it: none lies between two points.
        found = []
        for (x, y), (dx, dy), half in zip(self.points, self._directions, self.halves, strict=True):
            size = math.hypot(dx, dy) or 1.0
            found.append((x, y, dy / size, -dx / size, half))
        found[-1] = self.at(distances[-1])
        return found

    def at(self, distance: float) -> Place:
        """Return the place at a distance from the start."""
        distances = self.distances
        distance = min(max(distance, 0.0), distances[-1])
        i = min(bisect.bisect_right(distances, distance), len(distances) - 1) - 1
        part = (distance - distances[i]) / (distances[i + 1] - distances[i] or 1.0)
        (ax, ay), (bx, by) = self.points[i], self.points[i + 1]
        # Directions are blended between neighbouring points, so that crossbars turn smoothly in a bend.
        (dx, dy), (ex, ey) = self._directions[i], self._directions[i + 1]
        dx, dy = dx + (ex - dx) * part, dy + (ey - dy) * part
        size = math.hypot(dx, dy) or 1.0
        half = self.halves[i] + (self.halves[i + 1] - self.halves[i]) * part
        return Place(ax + (bx - ax) * part, ay + (by - ay) * part, dy / size, -dx / size, half)

    def _found(self, distance: float) -> tuple[float, float, float]:
        """Return x, y and half the width at a distance from the start: as `at` does, without the direction."""
        distances = self.distances
        distance = min(max(distance, 0.0), distances[-1])
        i = min(bisect.bisect_right(distances, distance), len(distances) - 1) - 1
        part = (distance - distances[i]) / (distances[i + 1] - distances[i] or 1.0)
        (ax, ay), (bx, by) = self.points[i], self.points[i + 1]
        half = self.halves[i] + (self.halves[i + 1] - self.halves[i]) * part
        return ax + (bx - ax) * part, ay + (by - ay) * part, half

    def near(self, x: float, y: float, gap: float) -> bool:
        """Tell whether a point is nearer than `gap` above or below a road that goes to the right."""
        _, middle, half = self._found(self.distance_at_x(x))
        return abs(middle - y) < half + gap

    @cached_property
    def _directions(self) -> tuple[Point, ...]:
        """The direction at each point, from the one before to the one after it."""
        points = self.points
        found = []
        for (ax, ay), (bx, by) in zip((points[0], *points), (*points[1:], points[-1]), strict=False):
            length = math.hypot(bx - ax, by - ay) or 1.0
            found.append(((bx - ax) / length, (by - ay) / length))
        return tuple(found)

    @cached_property
    def _xs(self) -> tuple[float, ...]:
        return tuple([point[0] for point in self.points])

    def piece(self, start: float, end: float) -> Road:
        """Return the part between two distances."""
        low = bisect.bisect_right(self.distances, start + 0.5)
        high = bisect.bisect_left(self.distances, end - 0.5)
        (ax, ay, first), (bx, by, last) = self._found(start), self._found(end)
        return Road(((ax, ay), *self.points[low:high], (bx, by)), (first, *self.halves[low:high], last))

    def thinner(self, part: float, least: float) -> Road:
        """Return the same road, so much narrower, but at least so narrow."""
        road = Road(self.points, tuple([max(least, half * part) for half in self.halves]))
        # What follows from the points alone is known already.
        road.__dict__.update(distances=self.distances, _directions=self._directions, _xs=self._xs)
        return road

    def side(self, part: float) -> list[Point]:
        """Return the line at a part of the half width, from start to end."""
        return [(x + nx * half * part, y + ny * half * part) for x, y, nx, ny, half in self._places]

    @cached_property
    def sides(self) -> tuple[list[Point], list[Point]]:
        """Both edges from start to end: left and right going on."""
        if len(self.points) != 2 or self.points[0] == self.points[1]:
            return self.side(1.0), self.side(-1.0)
        # A dash, of which a long road has a hundred: what the same sums come to between two points.
        ((ax, ay), (bx, by)), (half, last) = self.points, self.halves
        length = math.hypot(bx - ax, by - ay) or 1.0
        dx, dy = (bx - ax) / length, (by - ay) / length
        size = math.hypot(dx, dy) or 1.0
        nx, ny = dy / size, -dx / size
        bx, by, last = ax + (bx - ax), ay + (by - ay), half + (last - half)
        return (
            [(ax + nx * half, ay + ny * half), (bx + nx * last, by + ny * last)],
            [(ax - nx * half, ay - ny * half), (bx - nx * last, by - ny * last)],
        )

    def surface(self) -> str:
        """Return the whole surface as path data."""
        left, right = self.sides
        return joined(curve(left), curve(right[::-1]))

    def edges(self, seed: str, passes: int = 2) -> str:
        """Return both edges, each drawn `passes` times by a wavering hand, as path data."""
        strokes = []
        for part, side in zip((1.0, -1.0), self.sides, strict=True):
            strokes += [curve(wavering(side, hand(seed, part, turn), _WAVER)) for turn in range(passes)]
        return "".join(strokes)

    def outline(self, seed: str) -> str:
        """Return the border all round, for a plank of road, as path data."""
        line = [*self.side(1.0), *reversed(self.side(-1.0))]
        return joined(curve(wavering(line[: len(line) // 2], hand(seed, 1), 0.4)), curve(line[len(line) // 2 :]))

    def distance_at_x(self, x: float) -> float:
        """Return the distance at which a road that goes to the right passes x."""
        xs = self._xs
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
