"""Find the way of the dashed lines: across columns of signs through their gaps, up and down between the columns.

The engine's own routes would be right in its flat world only; on paper they would cut through signs. Each column of
signs is a wall with slots, and a line goes from wall to wall in one direction, so that the cheapest slots are found
wall by wall. Every slot is for one step's lines: those that leave it share their way as long as they can, those of
others run beside it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stip.pen.boxes import Rect
from stip.pen.paths import Point
from stip.poster.layout import Poster

CLEAR = 1.7
"""So far the middle of a line keeps from a sign, in mm of A0."""
PITCH = 3.8
"""Between two lines beside each other."""
WIDE_PITCH = 7.0
MOST_SLOTS = 8
"""A gap offers at most so many ways."""
STEEP = 1.5
"""What going up or down costs more than going across."""
TURN = 5.0
TAKEN = 260.0
"""What a slot of another step's line costs: a long way round is better, no line is worse."""
CROWDED = 4.0
BIN = 12.0


@dataclass(frozen=True)
class Slot:
    """A way through a column of signs, at a height, from its left end to its right end."""

    wall: int
    y: float
    left: float
    right: float


@dataclass(frozen=True)
class Wall:
    """A column of signs with its slots."""

    rects: tuple[Rect, ...]
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Leg:
    """A piece of a way within one channel: from a mark or the end of a slot to another."""

    channel: int
    start: Point
    end: Point
    leaves: bool = False
    """Whether it begins at a mark."""
    arrives: bool = False
    """Whether it ends at a mark."""


@dataclass(frozen=True)
class Ground:
    """Walls from left to right; channel `i` lies before wall `i`, and `channels` says in which each road runs."""

    walls: tuple[Wall, ...]
    channels: Mapping[int, int]


@dataclass
class Traffic:
    """Which slots are taken by the lines of which step, and how busy each channel is at which height."""

    owner: dict[Slot, str] = field(default_factory=dict)
    runs: dict[int, list[float]] = field(default_factory=dict)

    def take(self, net: str, slots: Sequence[Slot], legs: Sequence[Leg]) -> None:
        """Note a way that was found."""
        for slot in slots:
            self.owner.setdefault(slot, net)
        for leg in legs:
            low, high = sorted((leg.start[1], leg.end[1]))
            sums = self.runs.setdefault(leg.channel, [0.0] * 400)
            for i in range(int(low / BIN) + 1, int(high / BIN) + 1):
                for j in range(i, 400):
                    sums[j] += 1.0

    def crowd(self, channel: int, low: float, high: float) -> float:
        """Return how many lines run up or down in a channel between two heights, times the length in bins."""
        sums = self.runs.get(channel)
        return 0.0 if sums is None else sums[int(high / BIN)] - sums[int(low / BIN)]


def survey(poster: Poster) -> Ground:
    """Divide the poster into walls of signs and the channels between them."""
    walls: list[Wall] = []
    channels: dict[int, int] = {}
    for i in range(len(poster.roads)):
        own = [sign for index, sign in poster.signs if index == i]
        left = [sign.rect for sign in own if sign.left]
        right = [sign.rect for sign in own if not sign.left]
        if left:
            walls.append(_wall(len(walls), left, poster))
        channels[i] = len(walls)
        if right:
            walls.append(_wall(len(walls), right, poster))
    return Ground(tuple(walls), channels)


def _wall(number: int, rects: Sequence[Rect], poster: Poster) -> Wall:
    ordered = sorted(rects, key=lambda rect: rect.y)
    camera = poster.camera
    top = min(camera.far - 24, ordered[0].y - 4)
    bottom = max(camera.near + 9, ordered[-1].bottom + 4)
    edges = [Rect(ordered[0].x, top, ordered[0].w, 0), *ordered, Rect(ordered[-1].x, bottom, ordered[-1].w, 0)]
    slots = [slot for above, below in itertools.pairwise(edges) for slot in _slots(number, above, below)]
    return Wall(tuple(ordered), tuple(slots))


def _slots(number: int, above: Rect, below: Rect) -> Iterator[Slot]:
    first, last = above.bottom + CLEAR, below.y - CLEAR
    if last < first:
        first = last = (first + last) / 2
    count = int((last - first) / PITCH) + 1
    if count > 3:
        count = max(3, min(MOST_SLOTS, int((last - first) / WIDE_PITCH) + 1))
    step = min((last - first) / max(count - 1, 1), WIDE_PITCH * 2)
    start = (first + last) / 2 - step * (count - 1) / 2
    for i in range(count):
        yield Slot(number, start + step * i, min(above.x, below.x) - 1, max(above.right, below.right) + 1)


def find_way(
    ground: Ground, traffic: Traffic, net: str, ends: tuple[Point, Point], channels: tuple[int, int]
) -> tuple[list[Slot], list[Leg]]:
    """Return the slots and the legs of the cheapest way from one mark to another, for the lines of a step (`net`)."""
    (start, end), (first, last) = ends, channels
    rightwards = last > first
    walls = ground.walls[first:last] if rightwards else ground.walls[last:first][::-1]
    heads: list[tuple[float, Point, list[Slot]]] = [(0.0, start, [])]
    channel = first
    for wall in walls:
        following = []
        for slot in wall.slots:
            into, out = (slot.left, slot.right) if rightwards else (slot.right, slot.left)
            owner = traffic.owner.get(slot)
            price = slot.right - slot.left + (TAKEN if owner not in (None, net) else 0.0)
            # Where lines of the same step have gone already, going along costs next to nothing.
            share = 0.25 if owner == net else 1.0
            here = (into, slot.y)
            cost, way = min(
                [(c + (price + _price(traffic, channel, p, here)) * share, i) for i, (c, p, _) in enumerate(heads)]
            )
            following.append((cost, (out, slot.y), [*heads[way][2], slot]))
        heads = following
        channel += 1 if rightwards else -1
    _, _, slots = min(heads, key=lambda head: head[0] + _price(traffic, channel, head[1], end))
    legs: list[Leg] = []
    point, channel = start, first
    for slot in slots:
        into, out = (slot.left, slot.right) if rightwards else (slot.right, slot.left)
        legs.append(Leg(channel, point, (into, slot.y), leaves=not legs))
        point = (out, slot.y)
        channel += 1 if rightwards else -1
    legs.append(Leg(channel, point, end, leaves=not legs, arrives=True))
    return slots, legs


def _price(traffic: Traffic, channel: int, start: Point, end: Point) -> float:
    ay, by = start[1], end[1]
    low, high = (ay, by) if ay < by else (by, ay)
    price = abs(end[0] - start[0]) + STEEP * (high - low)
    return price if high - low < 1.5 else price + TURN + CROWDED * traffic.crowd(channel, low, high)


def crosses(corners: Sequence[Point], rect: Rect) -> bool:
    """Tell whether a line through these corners enters a rectangle."""
    for (ax, ay), (bx, by) in itertools.pairwise(corners):
        if max(ax, bx) < rect.x or min(ax, bx) > rect.right or max(ay, by) < rect.y or min(ay, by) > rect.bottom:
            continue
        steps = max(2, int(max(abs(bx - ax), abs(by - ay))))
        if any(rect.holds(ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps + 1)):
            return True
    return False
