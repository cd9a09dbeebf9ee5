"""The ground of each lane at the start line: its road with a column of signs at its outer side, or at both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stip.diagrams import Engine, lay_out
from stip.diagrams.dot import Node as Box
from stip.diagrams.dot import Row, write_graph
from stip.poster.needs import Letter, Spot, needed_width
from stip.scene.perspective import Camera
from stip.scene.spec import Lane

BESIDE = 4.5
"""Between a road and its signs."""
TRACK = 7.0
"""Free at the other side of a road: here dashed lines go up and down."""
BOTH = 0.9
"""Signs stand at both sides of a road when that takes at most this part of the width that one side takes."""
ROADS = 0.12
"""Which part of the room all roads take together, about."""
CROWD = 7
"""Among more lanes than this, two columns would be too narrow, unless there is no other way."""
FEW = 2
"""So few lanes have signs at both sides, to fill the sheet on both."""
APART = 2.0
FULL = 1.8
"""Columns grow at most so much beyond what they need; what is left then comes between the lanes."""


@dataclass(frozen=True)
class Side:
    """A column of signs: at the left of the road or at the right, how wide, and for which steps."""

    left: bool
    width: float
    stops: frozenset[str]


@dataclass(frozen=True)
class Plan:
    """The columns of every lane, half the width of the roads, and the free room at both sides of every lane."""

    sides: tuple[tuple[Side, ...], ...]
    half: float
    between: float = 0.0

    @staticmethod
    def even(lanes: Sequence[Lane], room: float) -> Plan:
        """Begin with equal columns at the outer sides."""
        half = road_half(room, len(lanes))
        width = room / max(len(lanes), 1) - 2 * half - BESIDE - TRACK
        return Plan(
            tuple(
                (Side(left, max(width, 1.0), frozenset(stop.id for stop in lane.stops)),)
                for lane, left in zip(lanes, outer_sides(lanes), strict=True)
            ),
            half,
        )


@dataclass(frozen=True)
class Plot:
    """The ground of a lane: x of its left end, its road and its right end at the start line."""

    left: float
    road: float
    right: float
    half: float
    columns: tuple[Side, ...]
    first: bool
    last: bool
    """Beyond the first lane and the last one there is grass up to the margin, at every height."""

    def edges(self, camera: Camera, y: float) -> tuple[float, float]:
        """Return how far signs may reach at a height."""
        return (
            self.left if self.first else camera.x(self.left, y),
            self.right if self.last else camera.x(self.right, y),
        )

    def spare(self, camera: Camera, y: float, *, left: bool) -> float:
        """Return how much wider the column at a side is at a height than the camera makes it."""
        if left:
            return camera.x(self.left, y) - self.left if self.first else 0.0
        return self.right - camera.x(self.right, y) if self.last else 0.0


def road_half(room: float, count: int) -> float:
    """Return half the width of a road at the start line, among so many."""
    return max(2.5, min(9.0, room * ROADS / 2 / max(count, 1)))


def outer_sides(lanes: Sequence[Lane]) -> list[bool]:
    """Tell for each lane whether its outer side is the left one; the halves have about equally many steps."""
    half = len(lanes) // 2
    if len(lanes) % 2:
        left = sum(len(lane.stops) for lane in lanes[:half])
        right = sum(len(lane.stops) for lane in lanes[half + 1 :])
        half += left < right
    return [i < half for i in range(len(lanes))]


def least_plan(
    lanes: Sequence[Lane],
    spots: Sequence[Sequence[Spot]],
    extra: Sequence[float],
    letter: Letter,
    height: float,
    room: float,
) -> Plan | None:
    """Return columns as wide as their signs need in a letter, and wider when there is room; None without."""
    half = road_half(room, len(lanes))
    left = room
    plans: list[list[Side]] = []
    for own, more, outer in zip(spots, extra, outer_sides(lanes), strict=True):
        found = _sides(own, outer, letter, height, left, more, len(lanes))
        if found is None:
            return None
        left -= sum(side.width for side in found) + 2 * half + _around(found)
        if left < 0:
            return None
        plans.append(found)
    total = sum(side.width for sides in plans for side in sides) or 1.0
    grow = min(FULL, 1 + left / total)
    left -= total * (grow - 1)
    sides = tuple(tuple(Side(s.left, s.width * grow, s.stops) for s in own) for own in plans)
    return Plan(sides, half, left / (2 * max(len(lanes), 1)))


def _around(sides: Sequence[Side]) -> float:
    return 2 * BESIDE + TRACK if len(sides) > 1 else BESIDE + TRACK


def _sides(
    spots: Sequence[Spot],
    outer: bool,  # noqa: FBT001 - which side, not a switch
    letter: Letter,
    height: float,
    room: float,
    more: float,
    lanes: int,
) -> list[Side] | None:
    def width(own: Sequence[Spot]) -> float | None:
        found = needed_width(own, letter, height, room / more)
        return None if found is None else found * more

    one = width(spots)
    alone = None if one is None else [Side(outer, one, frozenset(spot.stop.id for spot in spots))]
    if len(spots) < 2 or (lanes > CROWD and alone):
        return alone
    # Alternately, from the first step on: neighbours come beside each other and need not shove.
    halves = [spots[::2], spots[1::2]]
    both = [found for own in halves if (found := width(own)) is not None]
    if len(both) < len(halves) or (lanes > FEW and one is not None and sum(both) + BESIDE >= one * BOTH):
        return alone
    if lanes == 1 and 2 * max(both) <= room:
        both = [max(both)] * 2  # the one road stays in the middle
    return [
        Side(left, found, frozenset(spot.stop.id for spot in own))
        for left, found, own in zip((outer, not outer), both, halves, strict=True)
    ]


def place_plots(plan: Plan, width: float, margin: float, name: str, engine: Engine | None) -> list[Plot]:
    """Return the grounds beside each other as the engine places them; without one, for a first idea, in a row."""
    needs = [_extents(sides, plan) for sides in plan.sides]
    if engine is None:
        roads, edge = [], 0.0
        for left, right in needs:
            roads.append(edge + left)
            edge += left + right
    else:
        nodes = []
        for i, (left, right) in enumerate(needs):
            inner = 2 * plan.half
            nodes += [Box(f"a{i}", left - plan.half - APART), Box(f"r{i}", inner - APART)]
            nodes += [Box(f"b{i}", right - plan.half - APART)]
        graph = write_graph(name, [Row(nodes, ordered=True)], [], direction="BT", gap=APART)
        boxes = lay_out([graph], engine)[0].nodes
        start = boxes["a0"].x - boxes["a0"].w / 2 if needs else 0.0
        roads = [boxes[f"r{i}"].x - start for i in range(len(needs))]
        last = boxes[f"b{len(needs) - 1}"] if needs else None
        edge = last.x + last.w / 2 - start if last else 0.0
    scale = min(1.0, (width - 2 * margin) / max(edge, 1.0))
    first = (width - edge * scale) / 2
    return [
        Plot(
            first + (road - left + plan.between) * scale,
            first + road * scale,
            first + (road + right - plan.between - (TRACK if len(sides) > 1 else 0.0)) * scale,
            plan.half,
            sides,
            first=i == 0,
            last=i == len(needs) - 1,
        )
        for i, (road, (left, right), sides) in enumerate(zip(roads, needs, plan.sides, strict=True))
    ]


def _extents(sides: Sequence[Side], plan: Plan) -> tuple[float, float]:
    """Return how far a lane reaches to the left and to the right of the middle of its road."""
    ends = {side.left: side.width + BESIDE for side in sides}
    left, right = ends.get(True, TRACK), ends.get(False, TRACK)
    if len(sides) > 1:
        right += TRACK
    return left + plan.half + plan.between, right + plan.half + plan.between
