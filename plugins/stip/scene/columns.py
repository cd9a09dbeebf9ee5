"""Columns of a path: what stands above, on and below the road, for the engine to put in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from stip.diagrams import Graph, Layout
from stip.diagrams.dot import Edge, Node, Row, write_graph
from stip.scene import path_style as style
from stip.scene.ghost_sign import GhostSign, ghost_sign
from stip.scene.planks import Planks, planks_of
from stip.scene.signs import Words, balanced
from stip.scene.spec import Band, Ghost, PathSpec, Stop
from stip.scene.step_signs import StepSign, sign_width, step_sign
from stip.text.fonts import measure

Side = Literal["above", "below"]
_BANDS: tuple[Band, ...] = ("now", "soon", "later")
_ALIGN = 200


@dataclass(frozen=True)
class Column:
    """A place on the road: a step, today, the start or the sun; widths in px."""

    id: str
    band: Band
    above: float = 0.0
    below: float = 0.0
    room: float = style.MARK_ROOM
    sign: StepSign | None = None
    planks: Planks | None = None
    side: Side = "above"
    words: Words | None = None
    ghost: GhostSign | None = None
    """A place where a step stood before: it has no other sign."""

    @cached_property
    def half(self) -> float:
        """Half the width of the broadest thing in the column."""
        return max(self.above, self.below, self.room) / 2


@dataclass(frozen=True)
class Placed:
    """A column and the x of its middle."""

    column: Column
    x: float


def make_columns(spec: PathSpec) -> tuple[Column, ...]:
    """Return the columns in road order; each sign goes to the side where it has room first."""
    width = sign_width(spec.lane.stops)
    columns: list[Column] = [_start_column(spec)]
    packer = _Packer()
    packer.add(columns[0])
    band = 0
    today_done = False
    for stop, ghost in _in_order(spec.lane.stops):
        here = ghost or stop
        band = max(band, _BANDS.index(here.band))
        if not today_done and (here.day is None or here.day > spec.today):
            today_done = True
            columns.append(_today_column(spec, columns[-1].band))
            packer.add(columns[-1])
        if ghost:
            columns.append(min(_ghost_columns(stop, ghost, _BANDS[band], packer.sides()), key=packer.x_of))
            packer.add(columns[-1])
            continue
        sign, planks = step_sign(stop, width), planks_of(stop)
        room = style.MARK_ROOM if stop.status != "stopped" else style.DEAD_ROOM
        choices = [
            Column(
                stop.id,
                _BANDS[band],
                above=width if side == "above" else planks.width,
                below=width if side == "below" else planks.width,
                room=room,
                sign=sign,
                planks=planks if planks.arms else None,
                side=side,
            )
            for side in packer.sides()
        ]
        best = min(choices, key=packer.x_of)
        columns.append(best)
        packer.add(best)
    if not today_done:
        columns.append(_today_column(spec, _BANDS[band]))
    columns.append(_end_column(spec, _BANDS[band]))
    return tuple(columns)


def _in_order(stops: Sequence[Stop]) -> list[tuple[Stop, Ghost | None]]:
    """Return the steps in their order, and before the first that is later each place where one stood before."""
    found: list[tuple[Stop, Ghost | None]] = [(stop, None) for stop in stops]
    for stop in stops:
        if ghost := stop.ghost:
            days = [(other, one.day if other is None else other.day) for one, other in found]
            later = (place for place, (_, day) in enumerate(days) if day is None or day > ghost.day)
            found.insert(next(later, len(found)), (stop, ghost))
    return found


def _ghost_columns(stop: Stop, ghost: Ghost, band: Band, sides: Sequence[Side]) -> list[Column]:
    sign = ghost_sign(stop, ghost)
    return [
        Column(
            f"ghost {stop.id}",
            band,
            above=sign.width if side == "above" else 0.0,
            below=sign.width if side == "below" else 0.0,
            side=side,
            ghost=sign,
        )
        for side in sides
    ]


class _Packer:
    """Right edges of what has been put above, on and below the road so far."""

    def __init__(self) -> None:
        self._edges = {"above": 0.0, "room": 0.0, "below": 0.0}
        self._last: Side = "below"

    def sides(self) -> tuple[Side, Side]:
        """The side that is its turn comes first, and so wins when both have room."""
        return ("above", "below") if self._last == "below" else ("below", "above")

    def x_of(self, column: Column) -> float:
        wanted = [
            self._edges[key] + style.GAP + size / 2
            for key, size in (("above", column.above), ("room", column.room), ("below", column.below))
            if size
        ]
        return round(max(wanted), 1)

    def add(self, column: Column) -> None:
        x = self.x_of(column)
        for key, size in (("above", column.above), ("room", column.room), ("below", column.below)):
            if size:
                self._edges[key] = x + size / 2
        if column.sign or column.ghost:
            self._last = column.side


def _start_column(spec: PathSpec) -> Column:
    words = balanced(spec.start_text, "hand", 15.5, 150, 4) if spec.start_text else None
    width = words.width if words else 0.0
    return Column("start", "now", above=width, room=30, words=words)


def _today_column(spec: PathSpec, band: Band) -> Column:
    width = measure(spec.today_text, "hand-bold", 16) + 22
    return Column("today", band, above=width, room=64)


def _end_column(spec: PathSpec, band: Band) -> Column:
    """The sun with its words, or the open end of a path that does not reach it."""
    if spec.lane.open_end:
        words = balanced(spec.lane.open_end, "hand-bold", 16, 150, 3)
        return Column("end", band, above=words.width, room=80, words=words)
    words = balanced(spec.horizon.text, "hand-bold", 17, style.WORDS, 3)
    # The words end near the right margin: on the left of the sun they need this much.
    left = words.width - (style.SUN_FROM_RIGHT - style.MARGIN) + 10
    return Column("sun", band, above=2 * max(left, style.SUN_R * 1.9), room=style.SUN_R * 4.2, words=words)


def columns_graph(spec: PathSpec, columns: Sequence[Column]) -> Graph:
    """Write three rows, above, on and below the road; the engine keeps each column straight and clear."""
    above = [Node(f"a{i}", c.above) for i, c in enumerate(columns) if c.above]
    road = [Node(f"m{i}", c.room) for i, c in enumerate(columns)]
    below = [Node(f"b{i}", c.below) for i, c in enumerate(columns) if c.below]
    edges = [Edge(node.id, f"m{node.id[1:]}", _ALIGN) for node in above]
    edges += [Edge(f"m{node.id[1:]}", node.id, _ALIGN) for node in below]
    rows = [Row(nodes, ordered=True) for nodes in (above, road, below) if nodes]
    return write_graph(spec.id, rows, edges, gap=style.GAP)


def read_columns(columns: Sequence[Column], layout: Layout) -> tuple[Placed, ...]:
    """Return the columns in the engine's places."""
    return tuple(Placed(column, layout.nodes[f"m{i}"].x) for i, column in enumerate(columns))


def fold(placed: Sequence[Placed]) -> list[tuple[Placed, ...]]:
    """Cut a long row of columns into as few strips as fit the width, about equally full, and stretch each."""
    count = len(_cut(placed, _room()))
    low, high = 0.0, _room()
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_cut(placed, middle)) <= count else (middle, high)
    return [_stretch(strip) for strip in _cut(placed, high)]


def _room() -> float:
    return style.WIDTH - 2 * style.MARGIN


def _cut(placed: Sequence[Placed], room: float) -> list[list[Placed]]:
    strips: list[list[Placed]] = []
    left = right = 0.0
    for item in placed:
        ends = _left(item), _right(item)
        if strips and max(right, ends[1]) - min(left, ends[0]) <= room:
            strips[-1].append(item)
            left, right = min(left, ends[0]), max(right, ends[1])
        else:
            strips.append([item])
            left, right = ends
    return strips


def _left(item: Placed) -> float:
    return item.x - item.column.half


def _right(item: Placed) -> float:
    return item.x + (style.SUN_FROM_RIGHT - style.MARGIN if item.column.id == "sun" else item.column.half)


def _stretch(strip: Sequence[Placed]) -> tuple[Placed, ...]:
    """Spread the columns evenly over the whole width; distances only grow, so nothing comes to overlap."""
    first, last = strip[0], strip[-1]
    left = style.MARGIN + first.x - min(map(_left, strip))
    right = style.WIDTH - style.MARGIN - (max(map(_right, strip)) - last.x)
    factor = (right - left) / ((last.x - first.x) or 1)
    if len(strip) == 1:
        return (Placed(first.column, right if first.column.id == "sun" else (left + right) / 2),)
    return tuple(Placed(item.column, left + (item.x - first.x) * factor) for item in strip)
