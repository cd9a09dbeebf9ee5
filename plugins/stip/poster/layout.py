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
from dataclasses import dataclass

from stip.diagrams import Engine, lay_out
from stip.diagrams.dot import Node as Box
from stip.diagrams.dot import Row, write_graph
from stip.poster.boards import NameBoard, place_boards
from stip.poster.columns import GAP, Column, Sign, finish, spread, stand
from stip.poster.sheets import LEAST_NAME, Sheet
from stip.scene.boxes import Rect
from stip.scene.perspective import Camera
from stip.scene.road import Road
from stip.scene.signs import LEADING
from stip.scene.sketch import Point
from stip.scene.spec import Lane, MapSpec
from stip.scene.world import Rows, make_rows, order_graph, read_order

ROAD = 8.0
"""Half the width of a road at the start line, in mm of A0."""
BESIDE = 4.5
MARGIN = 50.0
"""Free at the left and right, for the years."""
LETTERS = (18.0, 14.0, 11.0, 9.0, 8.5, 8.0, 7.5, 7.0, 6.6, 6.2, 5.9, 5.7, 5.5)
SAMPLES = 60
MARK = 6.0
"""Radius of the nearest mark."""
COLUMN = 100.0
MOST_SCALE = 2.4
"""Few roads stay together in the middle."""
TRIES = 8
LEAST_ROWS = 1
"""Quiet years are shallow, so that the signs of busy ones stand within their year."""
WIDER = 1.15
FOOT = 16.0
"""The strip at the bottom with the imprint."""
HEAD = 0.235
"""Which part of the height the sky takes."""


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
    """The road of a lane on paper."""

    lane: Lane
    x: float
    road: Road
    marks: Mapping[str, Point]


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

    @property
    def obstacles(self) -> tuple[Rect, ...]:
        """All signs and boards, none of which may overlap another."""
        return (*(sign.rect for _, sign in self.signs), *(board.rect for board in self.boards))


def half_at(camera: Camera, y: float) -> float:
    """Return half the width of a road at a height."""
    return max(0.5, ROAD * math.pow(camera.scale(y), 0.8))


def lay_out_poster(spec: MapSpec, sheet: Sheet, engine: Engine, *, letters: Sequence[float] = LETTERS) -> Poster:
    """Put everything in its place, with the largest of the letters that fits, else with the least of the sheet.

    Raises TooSmallError, and EngineError when Graphviz fails.
    """
    width, height = sheet.world
    least = sheet.least / sheet.scale
    lanes = read_order(spec, lay_out([order_graph(spec)], engine)[0])
    if _never_fits(lanes, height, least):
        raise TooSmallError("too_small")
    fit_names = False
    rows = make_rows(spec, least=LEAST_ROWS, spare=1)
    for size in (*(s for s in letters if s > least), least):
        shares = [1.0] * len(lanes)
        for _ in range(TRIES):
            places = _world(spec, shares, width, engine)
            boards = place_boards(lanes, [place for _, place, _ in places], width, height - FOOT, LEAST_NAME)
            if boards is None:
                break  # the roads have come too near to each other for their boards
            fit_names = True
            camera = _camera(places, rows, width, height, min(board.rect.y for board in boards))
            found = [_stand(lane, places[i], camera, rows, size, least) for i, lane in enumerate(lanes)]
            if all(signs is not None for signs in found):
                roads = tuple(
                    _road(lane, place, camera, rows, board.rect.y, own or [])
                    for lane, (_, place, _), board, own in zip(lanes, places, boards, found, strict=True)
                )
                signs = tuple(
                    (i, finish(sign, roads[i].marks[sign.stop.id])) for i, own in enumerate(found) for sign in own or ()
                )
                return Poster(width, height, camera, rows, roads, signs, tuple(boards), size)
            # Who does not fit gets more room from who does.
            shares = [share * (1.0 if own else WIDER) for share, own in zip(shares, found, strict=True)]
    if not fit_names and lanes:
        raise TooSmallError("long_names", max((lane.short for lane in lanes), key=len))
    raise TooSmallError("too_small")


def _never_fits(lanes: Sequence[Lane], height: float, least: float) -> bool:
    """Tell without any trying that a lane has more steps than the sheet is high: a thousand would take long."""
    most = max((len(lane.stops) for lane in lanes), default=0)
    return most * (least * LEADING + GAP) > height * (1 - HEAD)


def _world(spec: MapSpec, shares: Sequence[float], width: float, engine: Engine) -> list[tuple[float, float, float]]:
    """Let the engine place roads and columns; return left end, road and right end of each lane on paper.

    Signs stand at the right of every road: so the roads keep the distance that the boards at their start need.
    """
    nodes = []
    for i, share in enumerate(shares):
        nodes += [Box(f"l{i}", 2 * ROAD), Box(f"c{i}", COLUMN * share)]
    layout = lay_out([write_graph(spec.id, [Row(nodes, ordered=True)], [], direction="BT", gap=2)], engine)[0]
    boxes = layout.nodes
    left, right = (
        min(box.x - box.w / 2 for box in boxes.values()),
        max(box.x + box.w / 2 for box in boxes.values()),
    )
    scale = min((width - 2 * MARGIN) / (right - left), MOST_SCALE)
    start = (width - (right - left) * scale) / 2
    places = []
    for i in range(len(shares)):
        road, column = boxes[f"l{i}"], boxes[f"c{i}"]
        edges = (road.x - road.w / 2, road.x, column.x + column.w / 2)
        begin, middle, end = (start + (x - left) * scale for x in edges)
        places.append((begin, middle, end))
    return places


def _camera(
    places: Sequence[tuple[float, float, float]], rows: Rows, width: float, height: float, start: float
) -> Camera:
    horizon = height * HEAD
    near = start - 26
    return Camera(
        horizon=horizon,
        near=near,
        far=horizon + 0.2 * (near - horizon),
        rows=max(rows.count, 1),
        sun=width / 2,
        foot=min(34.0, 5.0 * len(places)),
        left=places[0][1],
        right=places[-1][1],
        squeeze=0.4,
        spread=7.0,
    )


def _stand(
    lane: Lane, place: tuple[float, float, float], camera: Camera, rows: Rows, size: float, least: float
) -> list[Sign] | None:
    """Stand the signs of a lane in its column; None when they do not fit."""
    _, road, end = place

    def letter(y: float) -> float:
        return max(least, size * (0.62 + 0.38 * camera.scale(y)))

    def between(top: float, bottom: float) -> tuple[float, float]:
        heights = (top, (top + bottom) / 2, bottom)
        edge = max(camera.x(road, y) + half_at(camera, y) for y in heights) + BESIDE
        return edge, min(camera.x(end, y) for y in heights) - 2

    marks = [(stop, *camera.point(road, rows.row_of[stop.id] + 0.5)) for stop in lane.stops]
    return stand(marks, Column(between, camera.far - 22, camera.near + 4), letter)


def _road(lane: Lane, place: float, camera: Camera, rows: Rows, start: float, signs: Sequence[Sign]) -> RoadView:
    end = camera.horizon + (0.6 if not lane.open_end else (camera.far - camera.horizon) * 0.7)
    bottom = start + 6
    heights = [bottom - (bottom - end) * (i / SAMPLES) ** 0.85 for i in range(SAMPLES + 1)]
    road = Road(tuple((camera.x(place, y), y) for y in heights), tuple(half_at(camera, y) for y in heights))
    marks = {key: (camera.x(place, y), y) for key, y in _marks(lane, camera, rows, signs).items()}
    return RoadView(lane, place, road, marks)


def _marks(lane: Lane, camera: Camera, rows: Rows, signs: Sequence[Sign]) -> dict[str, float]:
    """Return the height of each mark: level with its sign, as far as the stretch of its own period goes."""
    ends = sorted({*rows.year_starts, rows.year_end, *((rows.today,) if rows.today is not None else ())})
    ends = [*ends, max(float(rows.count), rows.year_end + 1)]
    middles = {sign.stop.id: sign.rect.y + sign.rect.h / 2 for sign in signs}
    found: dict[str, float] = {}
    for first, last in itertools.pairwise(ends):
        own = [stop.id for stop in lane.stops if first <= rows.row_of[stop.id] < last]
        bottom, top = camera.y(first) - 1, camera.y(last) + 1
        size = min(2.4 * MARK * camera.scale(top) ** 0.5, (bottom - top) / max(len(own), 1))
        wanted = [min(max(middles[key], top), bottom) for key in own]
        placed = spread(wanted, [size] * len(own), top, bottom, gap=0.0)
        found |= dict(zip(own, placed or wanted, strict=True))
    return found
