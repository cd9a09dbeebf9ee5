"""One strip of a path: its road through the land, and every sign and plank clear of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.pen.paths import Point
from stip.pen.sketch import hand
from stip.scene import path_style as style
from stip.scene.columns import Column, Placed
from stip.scene.road import Road
from stip.scene.spec import Band
from stip.scene.strand import StrandView

_STEPS = 26
FOOT = 20.0
"""How far to the left of the middle of the sun a road arrives, in px."""


@dataclass(frozen=True)
class Spot:
    """A column in its place: its mark, the box of its sign and of its planks (None when it has none)."""

    column: Column
    x: float
    mark: Point
    radius: float
    sign: Rect | None = None
    planks: Rect | None = None
    words: Rect | None = None

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """All boxes of the column."""
        return tuple(box for box in (self.sign, self.planks, self.words) if box)


@dataclass(frozen=True)
class Strip:
    """A strip with everything in place; y counts from the top of the strip."""

    index: int
    last: bool
    horizon: float
    height: float
    road: Road
    spots: tuple[Spot, ...]
    strands: tuple[StrandView, ...] = ()
    """The paths of teams in rows below the road."""

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """Everything with words."""
        spots = tuple(box for spot in self.spots for box in spot.boxes)
        return spots + tuple(box for view in self.strands for box in view.boxes)

    @property
    def ends_at_sun(self) -> bool:
        """Whether the road of this strip goes up to the sun."""
        return self.last and self.spots[-1].column.id == "sun"

    def bands(self) -> list[tuple[Band, float, float]]:
        """Return the bands of certainty as (band, from x, to x), halfway between neighbouring columns."""
        found: list[tuple[Band, float, float]] = []
        begin = 0.0
        for spot, following in zip(self.spots, self.spots[1:], strict=False):
            if following.column.band != spot.column.band:
                middle = (spot.x + following.x) / 2
                found.append((spot.column.band, begin, middle))
                begin = middle
        found.append((self.spots[-1].column.band, begin, style.WIDTH))
        return found


def make_strip(seed: str, columns: Sequence[Placed], index: int, count: int) -> Strip:
    """Lay the road of a strip and hang its signs clear of it."""
    last = index == count - 1
    to_sun = last and columns[-1].column.id == "sun"
    road = _road(columns, index, count, to_sun=to_sun)
    spots = tuple(_spot(seed, place, i, road) for i, place in enumerate(columns))
    return _fit(Strip(index, last, style.HORIZON, 0.0, road, spots))


def _road(columns: Sequence[Placed], index: int, count: int, *, to_sun: bool) -> Road:
    start = style.HORIZON + style.DROP - (0 if to_sun and count == 1 else 60 if not to_sun else 30)
    end_y = style.HORIZON + 3.0 if to_sun else start - style.RISE
    end_x = style.WIDTH + 12
    if columns[-1].column.id in {"sun", "end"}:
        end_x = columns[-1].x - (FOOT if to_sun else 0)
    points, halves = [], []
    for i in range(_STEPS + 1):
        part = i / _STEPS
        points.append((-12 + (end_x + 12) * part, start + (end_y - start) * _risen(part)))
        way = (index + part) / count
        wide, narrow = style.ROAD_HALF
        halves.append(wide + (narrow - wide) * (way if to_sun else way * 0.9))
    return Road(tuple(points), tuple(halves))


def _risen(part: float) -> float:
    """How far a road has risen at a part of its length: flat, then steep, then gently up to the sun."""
    rise = part * part * (3 - 2 * part)
    bend = part * (1 - part) * (0.5 - part)  # a low wave, up and down again
    return 0.72 * rise + 0.28 * part - 0.55 * bend


def _spot(seed: str, place: Placed, index: int, road: Road) -> Spot:
    column = place.column
    at = road.at(road.distance_at_x(place.x))
    radius = max(9.5, min(15.0, at.half * 0.66))
    mark = at.x, at.y
    if column.ghost:
        board = column.ghost
        box = _hang(road, place.x, board.width, board.height, column.side, style.GHOST_POST)
        return Spot(column, place.x, mark, radius, sign=box)
    if column.sign is None:
        return Spot(column, place.x, mark, radius, words=_words_box(column, place.x, road))
    post = style.POSTS[index // 2 % 2] + hand(seed, column.id, "post").uniform(-3, 3)
    if column.sign.stop.status == "stopped":
        off = at.half + style.DEAD_END
        y = at.y + (off if column.side == "below" else -off)
        mark, radius = (at.x + 18, y), 11.0
        post = style.DEAD_END + 16
    sign = column.sign
    hung = _hang(road, place.x, sign.width, sign.height, column.side, post)
    planks = None
    if column.planks:
        other = "above" if column.side == "below" else "below"
        planks = _hang(road, place.x, column.planks.width, column.planks.height, other, 52)
    return Spot(column, place.x, mark, radius, hung, planks)


def _words_box(column: Column, x: float, road: Road) -> Rect | None:
    if column.id == "today":
        return _hang(road, x, column.above, 30, "above", 40)
    if column.words is None:
        return None
    words = column.words
    if column.id == "sun":
        right = style.WIDTH - style.MARGIN
        top = style.HORIZON - style.SUN_R * 2.7 - words.height
        return Rect(right - words.width, top, words.width, words.height)
    return _hang(road, x, words.width, words.height, "above", 12)


def _hang(road: Road, x: float, w: float, h: float, side: str, post: float) -> Rect:
    """Return the box of a sign whose post has at least the given length, wholly beside the road."""
    left, right = road.distance_at_x(x - w / 2 - 4), road.distance_at_x(x + w / 2 + 4)
    places = [road.at(left + (right - left) * i / 6) for i in range(7)]
    if side == "above":
        bottom = min(place.y - place.half for place in places) - post
        return Rect(x - w / 2, bottom - h, w, h)
    top = max(place.y + place.half for place in places) + post
    return Rect(x - w / 2, top, w, h)


def _fit(strip: Strip) -> Strip:
    """Move everything down until nothing sticks out above, and end the strip below the lowest sign."""
    boxes = [box for spot in strip.spots for box in spot.boxes]
    top = min((box.y for box in boxes), default=200.0)
    bottom = max([box.bottom for box in boxes] + [p[1] + 60 for p in strip.road.points])
    least = 118.0 if strip.index == 0 else 62.0
    horizon_top = strip.horizon if strip.ends_at_sun else least
    down = max(22.0 - top, horizon_top - strip.horizon, -strip.horizon + least)
    return Strip(
        strip.index,
        strip.last,
        strip.horizon + down,
        bottom + down + 30,
        Road(tuple((x, y + down) for x, y in strip.road.points), strip.road.halves),
        tuple(_moved(spot, down) for spot in strip.spots),
    )


def _moved(spot: Spot, down: float) -> Spot:
    x, y = spot.mark
    sign, planks, words = (
        box and Rect(box.x, box.y + down, box.w, box.h) for box in (spot.sign, spot.planks, spot.words)
    )
    return Spot(spot.column, spot.x, (x, y + down), spot.radius, sign, planks, words)
