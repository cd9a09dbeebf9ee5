"""Lay out the whole poster: lanes and columns as the engine decides, seen by the camera; signs beside their roads.

The engine works in a flat world: it finds the order of the lanes, and gives each road and each column of signs its
place. The camera of `scene.perspective` maps that world to paper, where signs are stood in their columns with the
largest letter that fits. The routes are found on paper: the engine knows no perspective, so that its own would cut
through signs.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stip.diagrams import Engine, lay_out
from stip.poster.boards import NameBoard, place_boards
from stip.poster.columns import GAP, Column, Sign, around_words, spread, stand, tie
from stip.poster.needs import Letter, Spot, needed_height
from stip.poster.plots import BESIDE, TRACK, Plan, Plot, least_plan, place_plots, road_half
from stip.poster.sheets import LEAST_NAME, Sheet
from stip.poster.timeline import LEAST_DEPTH, Stretch, Timeline, make_timeline, stretches, suit
from stip.scene.boxes import Rect
from stip.scene.perspective import Camera
from stip.scene.road import Road
from stip.scene.signs import LEADING
from stip.scene.sketch import Point
from stip.scene.spec import Lane, MapSpec
from stip.scene.world import Rows, make_rows, order_graph, read_order

MARGINS = (50.0, 42.0)
"""Free at the left and right, for the years, on a sheet on its side and on an upright one."""
LARGEST = 20.0
SAMPLES = 60
MARK = 6.0
"""Radius of the nearest mark."""
WHOLE = (13, 11, 9, 0)
"""Words of fewer letters are not broken at first, then shorter ones may be, before it is said that nothing fits."""
GOOD = 8.0
"""Below this letter it is tried whether breaking more words gives a larger one."""
WORTH = 1.08
TRIES = 14
SETTLE = 3
SUITED = 4
LEVEL = 5.0
"""So little, in mm all together, marks may be above or below their signs before borders of time are moved for it."""
LEAST_LETTERS = 4.5
"""A sign has room for so many letters on a line at least, in heights of the letter."""
LOWER = (0.0, 18.0, 40.0, 70.0)
WIDER = 1.05
SMALLER = 0.985
FOOT = 16.0
"""The strip at the bottom with the imprint."""
SKIES = (188.0, 220.0)
"""The height of the sky, in mm of A0, on a sheet on its side and on an upright one."""
STARTS = (36.0, 56.0)
"""From the start line to the highest board: here roads bend towards their boards."""
UNDER = 4.0
"""So far signs may stand below the start line."""
FAR = 0.13
"""Which part of the ground lies beyond the last year, where roads sweep in under the sun."""
SPREAD = 24.0
LEANS = (0.16, 0.05)
"""How much nearer to each other roads come: little on an upright sheet, where width is scarce."""
FARTHEST = (0.62, 0.8)
"""How large letters would be at the horizon, as part of the nearest: larger where columns hardly narrow."""


class TooSmallError(Exception):
    """Not everything fits on this sheet with letters that can be read.

    `reason` is a key under `poster` of the catalogue: too_small (steps) or long_names, with the longest name.
    """

    def __init__(self, reason: str, name: str = "") -> None:
        """Keep what does not fit."""
        self.reason = reason
        self.name = name
        super().__init__(f"{reason} {name}".strip())


@dataclass(frozen=True)
class RoadView:
    """The road of a lane on paper; `x` is its place at the start line, beyond which it bends to its board."""

    lane: Lane
    x: float
    road: Road
    marks: Mapping[str, Point]
    half: float = 0.0
    """Half the width of the road at the start line."""


@dataclass(frozen=True)
class Poster:
    """Everything in its place, in mm of A0."""

    width: float
    height: float
    camera: Camera
    rows: Rows
    roads: tuple[RoadView, ...]
    signs: tuple[tuple[int, Sign], ...]
    """Each sign with the index of its road."""
    boards: tuple[NameBoard, ...]
    letter: float
    """The letter of the nearest sign."""
    margin: float
    """Free at the left and right, for the years and today."""

    @property
    def obstacles(self) -> tuple[Rect, ...]:
        """All signs and boards, none of which may overlap another."""
        return (*(sign.rect for _, sign in self.signs), *(board.rect for board in self.boards))


@dataclass(frozen=True)
class _Task:
    """What has to be laid out on which sheet."""

    spec: MapSpec
    lanes: tuple[Lane, ...]
    rows: Rows
    parts: tuple[Stretch, ...]
    width: float
    height: float
    least: float
    whole: int
    """Words of fewer letters are not broken."""
    largest: float
    engine: Engine

    @property
    def upright(self) -> bool:
        """Whether the sheet is higher than wide."""
        return self.height > self.width

    @property
    def margin(self) -> float:
        """What is free at the left and right."""
        return MARGINS[self.upright]


@dataclass(frozen=True)
class _View:
    """One arrangement that is tried: plots, boards, camera and time."""

    plots: Sequence[Plot]
    boards: Sequence[NameBoard]
    camera: Camera
    timeline: Timeline


def half_at(camera: Camera, y: float, road: float) -> float:
    """Return half the width of a road at a height."""
    return max(0.5, road * math.pow(camera.scale(y), 0.8))


def letter_at(camera: Camera, y: float, size: float, least: float) -> float:
    """Return the letter of a sign at a height, in mm of A0."""
    farthest = FARTHEST[camera.lean == LEANS[1]]
    return max(least, size * (farthest + (1 - farthest) * camera.scale(y)))


def lay_out_poster(spec: MapSpec, sheet: Sheet, engine: Engine, largest: float = LARGEST) -> Poster:
    """Put everything in its place. Raises TooSmallError, and EngineError when Graphviz fails.

    Letters are as large as they can be, up to `largest` in mm of A0; with 0 only the least is tried, which is quicker.
    """
    width, height = sheet.world
    least = sheet.least / sheet.scale
    lanes = read_order(spec, lay_out([order_graph(spec)], engine)[0])
    if _never_fits(lanes, width, height, least):
        raise TooSmallError("too_small")
    rows = make_rows(spec, least=1, spare=1)
    task = _Task(spec, lanes, rows, stretches(lanes, rows), width, height, least, WHOLE[0], largest, engine)
    best: Poster | None = None
    for whole in WHOLE:
        found = _try(replace(task, whole=whole))
        if found is not None and (best is None or found.letter > best.letter * WORTH):
            best = found
        if best is not None and (whole <= WHOLE[1] or min(largest, GOOD) <= best.letter):
            return best
    raise TooSmallError("too_small")


def _never_fits(lanes: Sequence[Lane], width: float, height: float, least: float) -> bool:
    """Tell without any trying that there are more steps than the sheet has room: a thousand would take long."""
    line = least * LEADING + GAP
    most = max((len(lane.stops) for lane in lanes), default=0)
    count = sum(len(lane.stops) for lane in lanes)
    narrow = 2 * road_half(width, len(lanes)) + BESIDE + TRACK + around_words(0.0) + LEAST_LETTERS * least
    if most and len(lanes) * narrow > width - 2 * MARGINS[height > width]:
        return True
    return most * line > 2 * (height - SKIES[0]) or count * line * 40 > (height - SKIES[0]) * width


def _try(task: _Task) -> Poster | None:
    """Find the largest letter with which everything stands; None when not even the least does."""
    plan = Plan.even(task.lanes, task.width - 2 * task.margin)
    most = max(task.largest, task.least)
    size, view, extra = min(most, 9.0), None, [1.0] * len(task.lanes)
    for turn in range(SETTLE + TRIES):
        view = _view(task, plan, size, task.engine if turn >= SETTLE else None, view)
        if turn >= SETTLE:
            found = [_stand(task, i, view, size) for i in range(len(task.lanes))]
            if all(signs is not None for signs in found):
                return _finish(task, *_suited(task, view, size, [signs or [] for signs in found]), size)
            extra = [more * (1.0 if own is not None else WIDER) for more, own in zip(extra, found, strict=True)]
            most = size * SMALLER if turn < SETTLE + TRIES - 3 else task.least
        better = _largest(task, view, extra, max(most, task.least))
        if better is not None:
            size, plan = better
        elif turn < SETTLE:
            size = task.least
        else:
            return None
    return None


def _view(task: _Task, plan: Plan, size: float, engine: Engine | None, before: _View | None) -> _View:
    plots = place_plots(plan, task.width, task.margin, task.spec.id, engine)
    boards = place_boards(
        task.lanes, [plot.road for plot in plots], task.width, task.height - FOOT, LEAST_NAME, plan.half
    )
    if boards is None:
        raise TooSmallError("long_names", max((lane.short for lane in task.lanes), key=len))
    start = min((board.rect.y for board in boards), default=task.height - FOOT)
    near = start - STARTS[task.upright]
    sky = SKIES[task.upright]
    camera = Camera(
        horizon=sky,
        near=near,
        far=sky + FAR * (near - sky),
        rows=max(task.rows.count, 1),
        sun=task.width / 2,
        foot=min(34.0, 5.0 * len(plots)),
        left=plots[0].road if plots else 0.0,
        right=plots[-1].road if plots else 0.0,
        squeeze=0.4,
        spread=SPREAD,
        lean=LEANS[task.upright],
    )
    needs = [_depth(task, part, i, plan, size, camera, before) for i, part in enumerate(task.parts)]
    return _View(plots, boards, camera, make_timeline(task.parts, task.rows, needs, near, camera.far))


def _depth(
    task: _Task, part: Stretch, number: int, plan: Plan, size: float, camera: Camera, before: _View | None
) -> float:
    """Return how deep a stretch of time must be for the signs of its busiest column, in mm."""
    if before is None:
        most = max(map(len, part.steps), default=0)
        return max(LEAST_DEPTH, most * 20.0) * (1 - 0.35 * number / max(len(task.parts), 1))
    middle = (before.timeline.borders[number] + before.timeline.borders[number + 1]) / 2
    need = LEAST_DEPTH * camera.scale(middle)
    for i, ids in enumerate(part.steps):
        for column in plan.sides[i]:
            spots = [spot for spot in _spots(task, i, before, column.stops) if spot.stop.id in ids]
            height = needed_height(spots, Letter(size, task.least, task.whole), column.width)
            need = max(need, (height or 0.0) + GAP)
    return need


def _spots(task: _Task, i: int, view: _View, ids: frozenset[str]) -> list[Spot]:
    camera, plot = view.camera, view.plots[i]
    outer_left = i < len(view.plots) / 2
    spots = []
    for stop in task.lanes[i].stops:
        if stop.id in ids:
            y = max(view.timeline.wanted[stop.id], _top(camera) + 12)
            part = camera.part(y)
            lean = abs(camera.x(plot.road, y - 5) - camera.x(plot.road, y + 5)) / 10
            more = plot.spare(camera, y, left=outer_left)
            spots.append(Spot(stop, part, lean, letter_at(camera, y, 1.0, 0.0), more))
    return spots


def _largest(task: _Task, view: _View, extra: Sequence[float], most: float) -> tuple[float, Plan] | None:
    """Return the largest letter for which all columns have the width that they need, with those widths."""
    height = view.camera.near + UNDER - _top(view.camera)
    room = task.width - 2 * task.margin
    all_spots = [_spots(task, i, view, frozenset(stop.id for stop in lane.stops)) for i, lane in enumerate(task.lanes)]

    def plan(size: float) -> Plan | None:
        return least_plan(task.lanes, all_spots, extra, Letter(size, task.least, task.whole), height, room)

    best = plan(most)
    if best is not None:
        return most, best
    low, high = task.least, most
    best = plan(low)
    if best is None:
        return None
    while high - low > 0.12:
        middle = (low + high) / 2
        found = plan(middle)
        if found is None:
            high = middle
        else:
            low, best = middle, found
    return low, best


def _top(camera: Camera) -> float:
    """Return how high signs may stand."""
    return camera.far - 10


def _stand(task: _Task, i: int, view: _View, size: float) -> list[Sign] | None:
    """Stand the signs of a lane in its columns; None when they do not fit."""
    camera, plot, wanted = view.camera, view.plots[i], view.timeline.wanted
    signs: list[Sign] = []

    def letter(y: float) -> float:
        return letter_at(camera, y, size, task.least)

    def at_left(top: float, bottom: float) -> tuple[float, float]:
        heights = (top, (top + bottom) / 2, bottom)
        edge = min(camera.x(plot.road, y) - half_at(camera, y, plot.half) for y in heights) - BESIDE
        return max(plot.edges(camera, y)[0] for y in heights), edge

    def at_right(top: float, bottom: float) -> tuple[float, float]:
        heights = (top, (top + bottom) / 2, bottom)
        edge = max(camera.x(plot.road, y) + half_at(camera, y, plot.half) for y in heights) + BESIDE
        return edge, min(plot.edges(camera, y)[1] for y in heights)

    for own in plot.columns:
        marks = [
            (stop, camera.x(plot.road, wanted[stop.id]), wanted[stop.id])
            for stop in task.lanes[i].stops
            if stop.id in own.stops
        ]
        if not marks:
            continue
        # Where the far end of a column is too narrow for its last signs, they stand lower.
        columns = (
            Column(at_left if own.left else at_right, _top(camera) + lower, camera.near + UNDER, own.left)
            for lower in LOWER
        )
        tried = (stand(marks, column, letter, task.whole) for column in columns)
        found = next((found for found in tried if found is not None), None)
        if found is None:
            return None
        signs += found
    order = {stop.id: place for place, stop in enumerate(task.lanes[i].stops)}
    return sorted(signs, key=lambda sign: order[sign.stop.id])


def _suited(
    task: _Task, view: _View, size: float, found: Sequence[Sequence[Sign]]
) -> tuple[_View, Sequence[Sequence[Sign]]]:
    """Move the borders of time as the signs ask, as long as that brings more marks level with their signs."""
    for _ in range(SUITED if _apart(view, found) > LEVEL else 0):
        columns = [
            {sign.stop.id: sign.rect.y + sign.rect.h / 2 for sign in signs if sign.left == left}
            for signs in found
            for left in (False, True)
        ]
        tried = replace(view, timeline=suit(view.timeline, task.rows, columns))
        moved = [_stand(task, i, tried, size) for i in range(len(task.lanes))]
        if any(signs is None for signs in moved):
            break
        signs = [own or [] for own in moved]
        if _apart(tried, signs) >= _apart(view, found):
            break
        view, found = tried, signs
    return view, found


def _apart(view: _View, found: Sequence[Sequence[Sign]]) -> float:
    """Return how far marks are above or below their signs, all together."""
    total = 0.0
    for i, signs in enumerate(found):
        marks = _marks(i, view, signs)
        for sign in signs:
            y = marks[sign.stop.id]
            total += max(0.0, sign.rect.y - y, y - sign.rect.bottom)
    return total


def _finish(task: _Task, view: _View, found: Sequence[Sequence[Sign]], size: float) -> Poster:
    camera = view.camera
    roads = tuple(_road(lane, i, view, own) for i, (lane, own) in enumerate(zip(task.lanes, found, strict=True)))
    signs = tuple((i, tie(sign, roads[i].marks[sign.stop.id])) for i, own in enumerate(found) for sign in own)
    return Poster(
        task.width,
        task.height,
        camera,
        view.timeline.rows(task.rows, camera),
        roads,
        signs,
        tuple(view.boards),
        size,
        task.margin,
    )


def _road(lane: Lane, number: int, view: _View, signs: Sequence[Sign]) -> RoadView:
    camera, plot, board = view.camera, view.plots[number], view.boards[number]
    end = camera.horizon + (0.6 if not lane.open_end else (camera.far - camera.horizon) * 0.7)
    near = camera.near
    heights = [near - (near - end) * (i / SAMPLES) ** 0.85 for i in range(SAMPLES + 1)]
    points = [*_approach((plot.road, near), board), *((camera.x(plot.road, y), y) for y in heights[1:])]
    road = Road(tuple(points), tuple(half_at(camera, y, plot.half) for _, y in points))
    marks = {key: (camera.x(plot.road, y), y) for key, y in _marks(number, view, signs).items()}
    return RoadView(lane, plot.road, road, marks, plot.half)


def _approach(start: Point, board: NameBoard) -> list[Point]:
    """Return the road from its board, between the boards of higher rows, to the start line."""
    corners = [
        start,
        (start[0], start[1] + UNDER),
        *board.way,
        (board.x, board.rect.y + 2),
        (board.x, board.rect.y + 6),
    ]
    points: list[Point] = []
    for (ax, ay), (bx, by) in itertools.pairwise(corners):
        steps = 1 if abs(ax - bx) < 0.5 else 10
        for i in range(steps):
            part = i / steps
            points.append((ax + (bx - ax) * part * part * (3 - 2 * part), ay + (by - ay) * part))
    return [corners[-1], *reversed(points)]


def _marks(number: int, view: _View, signs: Sequence[Sign]) -> dict[str, float]:
    """Return the height of each mark: level with its sign, as far as the stretch of its own time goes."""
    timeline, camera = view.timeline, view.camera
    middles = {sign.stop.id: sign.rect.y + sign.rect.h / 2 for sign in signs}
    found: dict[str, float] = {}
    for part, low, high in zip(timeline.stretches, timeline.borders, timeline.borders[1:], strict=False):
        ids = part.steps[number]
        bottom, top = low - 1, high + 1
        size = min(2.4 * MARK * camera.scale(top) ** 0.5, (bottom - top) / max(len(ids), 1))
        ids = tuple(sorted(ids, key=lambda key: -middles[key]))
        wanted = [min(max(middles[key], top), bottom) for key in ids]
        placed = spread(wanted, [size] * len(ids), top, bottom, gap=0.0)
        found |= dict(zip(ids, placed or wanted, strict=True))
    return found
