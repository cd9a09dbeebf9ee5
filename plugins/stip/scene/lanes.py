"""Roads of the map: from board to sun, with the marks of all their steps."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stip.pen.boxes import Rect, around
from stip.pen.paths import curve
from stip.pen.sketch import hand, wavering
from stip.pen.svg import data, element, group, link, path
from stip.scene.map_style import MapStyle
from stip.scene.marks import disc, status_mark
from stip.scene.patterns import draw_pattern
from stip.scene.perspective import Camera
from stip.scene.road import Road
from stip.scene.roadway import draw_edges
from stip.scene.signs import Board, focus_ring
from stip.scene.spec import Lane, Stop
from stip.text.fonts import KEPT

SAMPLES = 24
CROWDED = 14.0
"""Roads nearer to each other than this, in px, are drawn with fewer points and without a second pass."""
THRONGED = 9.0
"""Roads nearer than this leave no room for marks, unless each is a link of its own."""
LEAST_HALF = 0.8
LEAST_EDGED = 2.4
"""A road of half this width, in px, would be all edge."""
LEAST_MARK = 2.6
TARGET = 12.0
"""Radius of the round target of a mark, in px, as far as its neighbours leave room."""
STUB = 2.6
"""Length of the dead end of a stopped step, in half widths of its road."""


Disc = tuple[float, float, float]
"""A number disc: x, y and radius."""


@dataclass(frozen=True)
class Mark:
    """A step on the map: where and how large."""

    stop: Stop
    x: float
    y: float
    r: float

    @property
    def box(self) -> Rect:
        """The square that must stay visible."""
        return around(self.x, self.y, self.r + 1)


@dataclass(frozen=True)
class LaneView:
    """A lane as seen: its x at the start line, its road, its marks."""

    lane: Lane
    x: float
    road: Road
    marks: tuple[Mark, ...]
    sway: float

    def at(self, camera: Camera, y: float) -> float:
        """Return the x of the road at a height."""
        return sway_x(camera, self.x, y, self.sway, self.lane.id)


def sway_x(camera: Camera, lane_x: float, y: float, sway: float, id: str) -> float:  # noqa: A002
    """Return the x of a road that bends a little to and fro on its way."""
    part = camera.scale(y)
    shape = _wave(part * 1.25 + _phase(id)) * part * (1 - part) * 4
    return camera.x(lane_x, y) + sway * shape


@functools.lru_cache(maxsize=KEPT)
def _phase(id: str) -> float:  # noqa: A002
    """Return where in its wave a road begins."""
    return hand(id, "sway").random()


def _wave(turns: float) -> float:
    """A wave of straight parabolas: the same on every machine, which sines need not be in the last digit."""
    turns = turns % 1.0
    return 16 * turns * (0.5 - turns) if turns < 0.5 else -16 * (turns - 0.5) * (1 - turns)


def see_lane(
    lane: Lane, x: float, rows: Mapping[str, int], camera: Camera, style: MapStyle, pitch: float, bottom: float
) -> LaneView:
    """Lay the road of a lane through the landscape and put its marks on it."""
    half = min(style.road, pitch * 0.165)
    sway = min(0.085 * pitch, 13 * style.width / 1440)
    end = camera.horizon + (0.6 if not lane.open_end else (camera.far - camera.horizon) * 0.55)
    heights = [bottom, (bottom + camera.near) / 2]
    first = camera.scale(camera.near)
    last = camera.scale(end)
    heights += [
        camera.horizon + (camera.near - camera.horizon) * (last + (first - last) * (1 - i / SAMPLES) ** 1.4)
        for i in range(SAMPLES + 1)
    ]
    # A small cut, and a road among many, is drawn from fewer points: they are most of what a page weighs.
    heights = [*heights[: -1 : 4 if pitch < CROWDED else 1 if style.boards else 2], heights[-1]]
    points = tuple((sway_x(camera, x, y, sway, lane.id), y) for y in heights)
    halves = tuple(max(LEAST_HALF, half * camera.scale(y) ** 0.92) for y in heights)
    road = Road(points, halves)
    marks = _marks(lane, x, rows, camera, style, sway, half) if style.boards or pitch >= THRONGED else ()
    return LaneView(lane, x, road, marks, sway)


def _marks(
    lane: Lane, x: float, rows: Mapping[str, int], camera: Camera, style: MapStyle, sway: float, half: float
) -> tuple[Mark, ...]:
    heights = [camera.y(rows[stop.id] + 0.5) for stop in lane.stops]
    marks = []
    for i, (stop, y) in enumerate(zip(lane.stops, heights, strict=True)):
        room = min((abs(y - heights[j]) for j in (i - 1, i + 1) if 0 <= j < len(heights)), default=40.0)
        r = min(style.marker, half * 0.62) * camera.scale(y) ** 0.55
        r = max(LEAST_MARK, min(r, room * 0.46), min(r, 1.6))
        mx = sway_x(camera, x, y, sway, lane.id)
        if stop.status == "stopped":
            side = 1 if hand(stop.id, "side").random() < 0.5 else -1
            mx += side * half * camera.scale(y) * STUB
        marks.append(Mark(stop, mx, y, r))
    return tuple(marks)


def draw_lane(prefix: str, view: LaneView, board: Board, style: MapStyle, at: Disc, today: float | None) -> str:
    """Draw a lane: one link for its road, board and disc, and its marks, which are links too but on the phone."""
    parts = [*_road_parts(prefix, view, style, today), *_start_parts(prefix, view, board, style, at)]
    return _linked(prefix, view.lane, parts, _marks_over(prefix, view, style))


def draw_lane_apart(
    prefix: str, view: LaneView, board: Board, style: MapStyle, at: Disc, today: float | None
) -> tuple[str, str]:
    """Draw a lane in two layers, its road and its disc, for discs in rows that other roads pass behind.

    The disc is the link; the road can be clicked too, but does not take a second stop of the keyboard.
    """
    road = link(
        view.lane.href,
        "",
        *_road_parts(prefix, view, style, today),
        cls="stip-d-lane__link",
        tabindex="-1",
        aria_hidden="true",
    )
    start = _linked(prefix, view.lane, _start_parts(prefix, view, board, style, at))
    marks = _marks_over(prefix, view, style)
    return _lane(view.lane, road, *marks), start


def _linked(prefix: str, lane: Lane, parts: Sequence[str], marks: Sequence[str] = ()) -> str:
    name = f"{lane.number}. {lane.name}"
    inner = link(lane.href, name, *parts, cls="stip-d-lane__link", id=f"{prefix}-lane-{lane.id}")
    return _lane(lane, inner, *marks)


def _lane(lane: Lane, *parts: str) -> str:
    return group(*parts, cls=f"stip-d-lane stip-c{lane.colour}", data_lane=lane.id)


def _road_parts(prefix: str, view: LaneView, style: MapStyle, today: float | None) -> list[str]:
    return [
        draw_road(prefix, view, style),
        _today_bar(prefix, view, today) if today is not None else "",
        *(_dead_end(view, mark) for mark in view.marks if mark.stop.status == "stopped"),
        *((_mark(prefix, mark) for mark in view.marks) if style.name == "phone" else ()),
    ]


def _mark(prefix: str, mark: Mark) -> str:
    return status_mark(prefix, mark.stop, mark.x, mark.y, mark.r)


def _marks_over(prefix: str, view: LaneView, style: MapStyle) -> list[str]:
    """Draw the marks of a map that is not the phone's, each a link to its step.

    A link for each of a hundred steps must not be a hundred stops of the Tab key: they are reached by pointer,
    by the list of links of a screen reader and, from the road that they stand on, by the arrow keys. Without a
    script the keyboard finds them in the list of departments below the map. On the phone's cut several marks lie
    under one finger, so there they belong to the link of their road.
    """
    if style.name == "phone":
        return []
    return [
        link(
            mark.stop.href,
            mark.stop.name,
            _mark(prefix, mark),
            element("circle", cls="stip-d-target", cx=mark.x, cy=mark.y, r=_target(mark, view.marks)),
            cls=f"stip-d-stop stip-d-is-{mark.stop.status}",
            tabindex="-1",
            **data(mark.stop.data),
        )
        for mark in view.marks
    ]


def _target(mark: Mark, marks: Sequence[Mark]) -> float:
    """Return the radius of the target of a mark: half way to its neighbour at most.

    Where that is less than 12 px, the same step can be reached in the timeline and on the page of its path.
    """
    others = (abs(other.y - mark.y) + abs(other.x - mark.x) for other in marks if other is not mark)
    return max(mark.r, min(TARGET, min(others, default=2 * TARGET) / 2))


def _start_parts(prefix: str, view: LaneView, board: Board, style: MapStyle, at: Disc) -> list[str]:
    x, y, r = at
    width = max(board.width, 2 * r)
    low = style.board_top + style.board_height if board.words else y + r
    return [
        board.draw(prefix, view.x, style.board_top, style.board_height),
        disc(view.lane, x, y, r, style.least),
        focus_ring(view.x - width / 2, y - r, width, low - y + r),
    ]


def draw_road(prefix: str, view: LaneView, style: MapStyle) -> str:
    """Draw the road alone: surface, pattern and edges; a road without a goal ends in planks."""
    road, lane = view.road, view.lane
    full = road.length
    planks: list[Road] = []
    if lane.open_end:
        last = min((mark.y for mark in view.marks), default=style.near)
        full = next((d for d, p in zip(road.distances, road.points, strict=True) if p[1] < last - 6), road.length * 0.6)
        planks = list(road.dashes(full + 6, road.length, 12, 8))
        road = road.piece(0, full)
    seed = f"{prefix}-{lane.id}"
    pattern = [path(d, "stip-d-pattern", stroke_width=width) for d, width in draw_pattern(road, lane.number)]
    return group(
        path(road.surface(), "stip-d-road"),
        *pattern,
        *(draw_edges(road, seed, 2 if style.boards else 1) if road.halves[0] > LEAST_EDGED else ()),
        *(path(plank.surface(), "stip-d-road stip-d-plank") for plank in planks),
        cls="stip-d-roadway",
    )


def _today_bar(prefix: str, view: LaneView, y: float) -> str:
    """Draw a yellow line across the road where today is."""
    d = next((d for d, p in zip(view.road.distances, view.road.points, strict=True) if p[1] < y), 0.0)
    before = max((e for e, p in zip(view.road.distances, view.road.points, strict=True) if p[1] >= y), default=0.0)
    upper, lower = view.road.at(d).y, view.road.at(before).y
    place = view.road.at(before + (d - before) * (lower - y) / ((lower - upper) or 1))
    dice = hand(prefix, view.lane.id, "today")
    line = curve(wavering([place.across(-1.15), place.across(0), place.across(1.15)], dice, 0.3))
    under = path(line, "stip-d-today-bar stip-d-today-bar--line") if view.road.halves[0] > LEAST_EDGED else ""
    return under + path(line, "stip-d-today-bar")


def _dead_end(view: LaneView, mark: Mark) -> str:
    """Draw the grey stub with sleepers that leads to a stopped step."""
    d = next((d for d, p in zip(view.road.distances, view.road.points, strict=True) if p[1] < mark.y), 0.0)
    start = view.road.at(d)
    half = max(1.4, mark.r * 0.5)
    points = tuple((start.x + (mark.x - start.x) * i / 3, mark.y) for i in range(4))
    stub = Road(points, (half,) * 4)
    bars = "".join(d for d, _ in draw_pattern(stub, 3)) if half > 2.2 else ""
    return path(stub.surface(), "stip-d-dead-end") + path(bars, "stip-d-sleepers")


def least_distance(places: tuple[float, ...]) -> float:
    """Return the least distance between neighbouring lanes, in px."""
    return min((b - a for a, b in itertools.pairwise(places)), default=200.0)
