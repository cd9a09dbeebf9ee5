"""Put everything on the map in its place: lanes, years, today and signs, none over another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stip.pen.boxes import Rect, around, is_free
from stip.scene.lanes import Disc, LaneView, least_distance, see_lane
from stip.scene.map_signs import POST, PlacedSign, place_signs
from stip.scene.map_style import MapStyle
from stip.scene.perspective import Camera
from stip.scene.spec import MapSpec
from stip.scene.start import Start
from stip.scene.world import World
from stip.text.fonts import measure

MOST_PITCH = 300.0
"""Few roads stay together in the middle instead of running along the edges, in px at 1440 wide."""
TODAY = 15.0
"""Letter size on the yellow board."""
LEAST_LINE = 7.0
"""Lines of years nearer to each other than this, in px, are left out."""


@dataclass(frozen=True)
class Label:
    """The words of a year in their place; `anchor` is end when they stand at the right."""

    words: str
    box: Rect
    anchor: str


@dataclass(frozen=True)
class MapView:
    """The map with everything in place, in px of its view box."""

    camera: Camera
    lanes: tuple[LaneView, ...]
    boards: tuple[Rect, ...]
    """The boards with words; a lane without one has only its disc."""
    discs: tuple[Disc, ...]
    lines: tuple[float, ...]
    """The y of the lines between years."""
    labels: tuple[Label, ...]
    today_y: float | None
    today: Rect | None
    """The yellow board, if there was room for it."""
    signs: tuple[PlacedSign, ...]

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """Everything with words, none of which may overlap another."""
        today = (self.today,) if self.today else ()
        return (
            *self.boards,
            *(label.box for label in self.labels),
            *today,
            *(sign.rect for sign in self.signs),
        )


def place_map(spec: MapSpec, world: World, start: Start, style: MapStyle) -> MapView:
    """Place one cut of the map: first what must be there, then signs where room is left."""
    places = _spread(world.places, start, style)
    discs = _discs(start, places, style)
    camera = _camera(world, places, discs, style)
    pitch = least_distance(places)
    lanes = tuple(
        see_lane(lane, x, world.rows.row_of, camera, style, pitch, style.height + 6)
        for lane, x in zip(world.lanes, places, strict=True)
    )
    boards = tuple(
        Rect(x - board.width / 2, style.board_top, board.width, style.board_height)
        for board, x in zip(start.boards, places, strict=True)
        if board.words
    )
    taken = [*boards, *(around(*disc) for disc in discs)]
    today_y = None if world.rows.today is None else camera.y(world.rows.today)
    wants_today = today_y is not None and style.boards
    today = _today(spec, today_y, camera, lanes, style, taken, between=False) if wants_today else None
    taken += [Rect(today.x, today.y, today.w, today.h + POST)] if today else []
    lines, labels = _years(spec, world, camera, lanes, style, taken)
    taken += [label.box for label in labels]
    area = Rect(8, style.horizon + 10, style.width - 16, style.height - style.horizon - 10)
    signs = place_signs(lanes, taken, area, 15.0 if len(lanes) <= 8 else 14.0) if style.boards else ()
    if wants_today and not today:
        taken += [Rect(sign.rect.x, sign.rect.y, sign.rect.w, sign.rect.h + POST) for sign in signs]
        today = _today(spec, today_y, camera, lanes, style, taken, between=True)
    return MapView(camera, lanes, boards, tuple(discs), lines, labels, today_y, today, signs)


def _spread(places: Sequence[float], start: Start, style: MapStyle) -> tuple[float, ...]:
    """Scale the engine's places to the free width."""
    if not places:
        return ()
    half = [max(b.width, 2 * start.disc if start.rows == 1 else 0) / 2 for b in start.boards]
    left = style.margin + max(half[0], start.disc)
    right = style.width - style.margin - max(half[-1], start.disc)
    if len(places) == 1:
        return ((left + right) / 2,)
    limit = MOST_PITCH * style.width / 1440 * (len(places) - 1)
    if right - left > limit:
        middle = (left + right) / 2
        left, right = middle - limit / 2, middle + limit / 2
    first, last = places[0], places[-1]
    return tuple(left + (right - left) * (x - first) / ((last - first) or 1) for x in places)


def _camera(world: World, places: Sequence[float], discs: Sequence[Disc], style: MapStyle) -> Camera:
    return Camera(
        horizon=style.horizon,
        near=min([style.near, *(y - r - 8 for _, y, r in discs)]),
        far=style.far,
        rows=max(world.rows.count, 1),
        sun=style.sun_x,
        foot=style.foot * min(1.0, 0.25 + len(places) / 10),
        left=places[0] if places else style.margin,
        right=places[-1] if places else style.width - style.margin,
    )


def _discs(start: Start, places: Sequence[float], style: MapStyle) -> list[Disc]:
    """Return the discs: on top of the boards, or in rows in turn when they stand alone."""
    r = start.disc
    if any(board.words for board in start.boards):
        return [(x, style.board_top - r * 0.35, r) for x in places]
    base = style.height - r - 8
    return [(x, base - (i % start.rows) * (2 * r + 3), r) for i, x in enumerate(places)]


def _years(
    spec: MapSpec, world: World, camera: Camera, lanes: Sequence[LaneView], style: MapStyle, taken: Sequence[Rect]
) -> tuple[tuple[float, ...], tuple[Label, ...]]:
    """Return the lines between years and the labels that find a place clear of roads and of each other."""
    edges = [*world.rows.year_starts, world.rows.year_end]
    lines: list[float] = []
    labels: list[Label] = []
    for year, (begin, end) in zip(spec.years, itertools.pairwise(edges), strict=True):
        low, high = camera.y(begin), camera.y(end)
        if not lines or lines[-1] - high >= LEAST_LINE:
            lines.append(high)
        size = max(style.year_sizes[1], style.year_sizes[0] * camera.scale((low + high) / 2) ** 0.6)
        blocked = [*taken, *(label.box for label in labels)]
        for label in _label_places(year.label, size, low, high, style):
            if is_free(label.box, blocked, 2) and not any(_on_road(lane, camera, label.box) for lane in lanes):
                labels.append(label)
                break
    return tuple(lines), tuple(labels)


def _label_places(words: str, size: float, low: float, high: float, style: MapStyle) -> Iterator[Label]:
    """Yield places for a label within its band: left, else right; in the middle, else nearer, else farther.

    A label that finds no place as large as it should be may be smaller, down to the least size.
    """
    edge = 20 if style.boards else 6
    for right in (False, True):
        for letter in (size, (size + style.year_sizes[1]) / 2, style.year_sizes[1]):
            width = measure(words, "hand-bold", letter)
            for y in ((low + high) / 2, low - letter * 0.6, high + letter * 0.6):
                x = style.width - edge - width if right else edge
                yield Label(words, Rect(x, y - letter / 2, width, letter), "end" if right else "")


def _on_road(view: LaneView, camera: Camera, box: Rect) -> bool:
    for y in (box.y, box.y + box.h / 2, box.bottom):
        half = max(2.0, view.road.halves[0] * camera.scale(y))
        # Where a road runs flat, it covers more than its width at one height.
        here, near = view.at(camera, y), view.at(camera, y + 6)
        if min(here, near) - half - 6 < box.right and box.x < max(here, near) + half + 6:
            return True
    return False


def _today(
    spec: MapSpec,
    y: float | None,
    camera: Camera,
    lanes: Sequence[LaneView],
    style: MapStyle,
    taken: Sequence[Rect],
    *,
    between: bool,
) -> Rect | None:
    """Return a place for the yellow board: left or right of all roads, or `between` two of them."""
    if y is None:
        return None
    width = measure(spec.today_text, "hand-bold", TODAY) + 18
    marks = [mark.box for lane in lanes for mark in lane.marks]
    middles = [(a + b) / 2 for a, b in itertools.pairwise(lane.at(camera, y) for lane in lanes)]
    edges = [14 + width / 2, style.width - 14 - width / 2]
    for x in sorted(middles, reverse=True) if between else edges:
        box = Rect(x - width / 2, y - 13, width, 26)
        if is_free(box, [*taken, *marks], 4) and not any(_on_road(lane, camera, box) for lane in lanes):
            return box
    return None
