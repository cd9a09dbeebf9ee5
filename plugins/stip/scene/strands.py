"""Strands: the paths of teams, each in a row of its own under their department's road."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from stip.diagrams import Graph, Layout
from stip.diagrams.dot import Edge, Node, Row, write_graph
from stip.pen.boxes import Rect
from stip.pen.paths import Point
from stip.scene import path_style as style
from stip.scene.columns import Column
from stip.scene.road import Road
from stip.scene.signs import SmallSign, balanced, small_sign
from stip.scene.spec import SUN, PathSpec, Stop, Strand
from stip.scene.strand import Bead, End, StrandView
from stip.scene.strip import FOOT, Spot, Strip

LETTER = 14.0
BOARD_LETTER = 15.0
BOARD = 150.0
BOARD_PAD = (9.0, 5.0)
SIGN = 108.0
HALF = 5.5
"""Half the width of a strand's road, in px."""
DROP = 17.0
"""From the middle of a strand down to its signs."""
CLEAR = 10.0
_PULL = 2
_SAMPLES = 14


def strands_graph(spec: PathSpec, columns: Sequence[Column]) -> Graph:
    """Write the road's columns in one row and the signs of each strand in a row below, tied to the column of its time.

    It is a graph of its own, so that teams do not push the steps of their department apart.
    """
    rows = [Row([Node(f"m{i}", column.room) for i, column in enumerate(columns)], ordered=True)]
    edges = []
    for i, strand in enumerate(spec.strands):
        nodes = [Node(node_name(i, k), _sign(stop).width) for k, stop in enumerate(strand.lane.stops)]
        rows.append(Row(nodes, ordered=True))
        edges += [
            Edge(f"m{place}", node.id, _PULL) for node, place in zip(nodes, _places(strand, columns), strict=True)
        ]
    return write_graph(f"{spec.id}-teams", rows, edges, gap=CLEAR)


def hang_strands(spec: PathSpec, columns: Sequence[Column], layout: Layout, strips: Sequence[Strip]) -> list[Strip]:
    """Put the strands under the strips that their time falls in; the strips grow by their height.

    Who joins the road first runs nearest to it, so that no strand has to cross another one that goes on.
    """
    strip_of = {spot.column.id: strip.index for strip in strips for spot in strip.spots}
    # What comes first in a strip is joined at the end of the strip before: it is the same stretch of road.
    joined_in = strip_of | {strip.spots[0].column.id: strip.index - 1 for strip in strips[1:]}
    order = {column.id: place for place, column in enumerate(columns)}
    numbered = sorted(enumerate(spec.strands), key=lambda item: order.get(item[1].leads_to, len(columns)))
    listed = [_Run(i, strand, columns, strip_of, joined_in, layout, len(strips)) for i, strand in numbered]
    found = []
    for strip in strips:
        top = strip.height - 18
        views: list[StrandView] = []
        for runs in listed:
            if runs.first <= strip.index <= runs.last:
                view = runs.view(strip, top)
                views.append(view)
                top = max(box.bottom for box in view.boxes) + 16
        if spec.teams_text and not strip.index:
            views.append(_all_teams(spec, top))
            top = views[-1].board.bottom + 16
        found.append(replace(strip, height=max(strip.height, top + 6) if views else strip.height, strands=tuple(views)))
    return found


@dataclass(frozen=True)
class _Run:
    """Where one strand begins and ends among the strips."""

    number: int
    strand: Strand
    columns: Sequence[Column]
    strip_of: Mapping[str, int]
    joined_in: Mapping[str, int]
    """The strip in which a strand reaches the road, by the step that it joins."""
    layout: Layout
    count: int

    @cached_property
    def times(self) -> list[int]:
        """The column of the time of each step."""
        return _places(self.strand, self.columns)

    @cached_property
    def places(self) -> list[int]:
        """The strip of each step: that of its time, but never beyond the step which the strand joins."""
        limit = self.joined_in.get(self.strand.leads_to, self.count - 1)
        ids = [self.columns[place].id for place in self.times]
        return [min(self.strip_of[one], limit) for one in ids]

    @property
    def first(self) -> int:
        return min(self.places, default=0)

    @property
    def last(self) -> int:
        if self.strand.leads_to == SUN:
            return self.count - 1
        return self.joined_in.get(self.strand.leads_to, max(self.places, default=0))

    def view(self, strip: Strip, top: float) -> StrandView:
        lane = self.strand.lane
        end: End = "on"
        if strip.index == self.last:
            end = "step" if self.strand.leads_to in self.strip_of else "sun" if strip.ends_at_sun else "here"
            if self.strand.leads_to not in self.strip_of and self.strand.leads_to != SUN:
                end = "here"
        mine = [k for k, place in enumerate(self.places) if place == strip.index]
        signs = {k: _sign(lane.stops[k]) for k in mine}
        room = style.WIDTH - 2 * style.MARGIN - BOARD - 2 * BOARD_PAD[0] - 60
        while signs and sum(sign.width + CLEAR for sign in signs.values()) > room:
            signs.popitem()
        more = f" + {len(mine) - len(signs)}" if len(signs) < len(mine) else ""
        words = balanced(lane.short + more, "hand-bold", BOARD_LETTER, BOARD, 2)
        board = Rect(style.MARGIN, top, words.width + 2 * BOARD_PAD[0], words.height + 2 * BOARD_PAD[1])
        y = top + board.h / 2
        goal = _goal(strip, self.strand, end)
        wanted = [self._wanted(strip, k) for k in signs]
        right = min(style.WIDTH - style.MARGIN, goal[0] - 40 if goal else style.WIDTH)
        xs = _spread(wanted, [sign.width for sign in signs.values()], board.right + 16, right)
        beads = tuple(
            Bead(lane.stops[k], sign, x, Rect(x - sign.width / 2, y + DROP, sign.width, sign.height))
            for (k, sign), x in zip(signs.items(), xs, strict=True)
        )
        start = board.x + 12 if strip.index == self.first else -12.0
        last = max([board.right, *(bead.x for bead in beads)]) + 14
        if goal and end == "step" and goal[0] < last + 26:  # its last steps fill the row: it joins a little further on
            at = strip.road.at(strip.road.distance_at_x(last + 26))
            goal = at.x, at.y + at.half * 0.4
        name = ", ".join(part for part in (lane.name, more.strip()) if part)
        return StrandView(self.strand, words, board, name, lane.href, y, beads, _road(start, last, y, goal, end), end)

    def _wanted(self, strip: Strip, k: int) -> float:
        """Return where a step would be best: as far from the column of its time as the engine put it."""
        place = self.times[k]
        aside = self.layout.nodes[node_name(self.number, k)].x - self.layout.nodes[f"m{place}"].x
        here = [spot.x for spot in strip.spots if spot.column.id == self.columns[place].id]
        return (here[0] if here else style.WIDTH) + aside


def _all_teams(spec: PathSpec, top: float) -> StrandView:
    words = balanced(spec.teams_text, "hand-bold", BOARD_LETTER, 2 * BOARD, 2)
    board = Rect(style.MARGIN, top, words.width + 2 * BOARD_PAD[0], max(44.0, words.height + 2 * BOARD_PAD[1]))
    return StrandView(None, words, board, spec.teams_text, spec.teams_href, top, (), None, "here")


def _sign(stop: Stop) -> SmallSign:
    return small_sign(stop, LETTER, SIGN, 3, kind=True)


def node_name(strand: int, place: int) -> str:
    """Return the name of the node of a step of a strand."""
    return f"t{strand}_{place}"


def _places(strand: Strand, columns: Sequence[Column]) -> list[int]:
    """Return for each step of a team the last column of the road that is not later; never back."""
    steps = [(place, column.sign.stop.day) for place, column in enumerate(columns) if column.sign]
    found: list[int] = []
    for stop in strand.lane.stops:
        before = (place for place, day in reversed(steps) if stop.day is None or _is_before(day, stop.day))
        found.append(max(found[-1] if found else 0, next(before, 0)))
    return found


def _is_before(day: int | None, other: int) -> bool:
    return day is not None and day <= other


def _spread(wanted: Sequence[float], widths: Sequence[float], left: float, right: float) -> list[float]:
    """Return places as near as may be to what was wanted, in order, clear of each other and within both edges."""
    need = sum(widths) + CLEAR * max(len(widths) - 1, 0)
    right = max(right, min(left + need, style.WIDTH - style.MARGIN))
    xs: list[float] = []
    edge = left
    for x, width in zip(wanted, widths, strict=True):
        xs.append(max(x, edge + width / 2))
        edge = xs[-1] + width / 2 + CLEAR
    edge = right
    for place in range(len(xs) - 1, -1, -1):
        xs[place] = min(xs[place], edge - widths[place] / 2)
        edge = xs[place] - widths[place] / 2 - CLEAR
    return xs


def _goal(strip: Strip, strand: Strand, end: End) -> Point | None:
    """Return where a strand reaches the road, beside what hangs below it there, or the foot of the sun."""
    if end == "sun":
        return strip.spots[-1].x - FOOT - 6, strip.horizon + 6
    if end != "step":
        return None
    spot = next((spot for spot in strip.spots if spot.column.id == strand.leads_to), None)
    x = max(24.0, spot.x - _hanging(spot) - 8) if spot else style.WIDTH - 6
    at = strip.road.at(strip.road.distance_at_x(x))
    return at.x, at.y + at.half * 0.4


def _hanging(spot: Spot) -> float:
    """Return half the width of what hangs below the road in a column."""
    return max((spot.x - box.x for box in (spot.sign, spot.planks) if box and box.y > spot.mark[1] - 20), default=0.0)


def _road(start: float, last: float, y: float, goal: Point | None, end: End) -> Road:
    """Return the road of a strand: straight along its row, then in a bow up to its goal."""
    if goal is None:
        stop = style.WIDTH + 12 if end == "on" else last + 16
        return Road(((start, y), ((start + stop) / 2, y), (stop, y)), (HALF,) * 3)
    gx, gy = goal
    turn = max(last, gx - max(150.0, (y - gy) * 0.7)) if gx > last else last
    turn = min(turn, max(gx - 24, start + 6))
    # Near the bow the points stand closer, or the curve through them would swing past it.
    near = [x for x in (turn - 120, turn - 40, turn - 14) if x > start + 20]
    points: list[Point] = [(x, y) for x in (start, *near, turn)]
    halves = [HALF] * len(points)
    for i in range(1, _SAMPLES + 1):
        t = i / _SAMPLES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        x = a * turn + b * (turn + (gx - turn) * 0.6) + c * (turn + (gx - turn) * 0.75) + d * gx
        points.append((x, (a + b) * y + c * (gy + (y - gy) * 0.35) + d * gy))
        halves.append(HALF - (3.4 * t if end == "sun" else 0.0))
    return Road(tuple(points), tuple(halves))
