"""Signs on the map: at most one a road, what goes on now, placed clear of everything or left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stip.scene.boxes import Rect, is_free
from stip.scene.lanes import LaneView, Mark
from stip.scene.signs import SmallSign, focus_ring, small_sign
from stip.scene.sketch import hand, stroke
from stip.scene.svg import group, link, path

GAP = 7.0
WIDTHS = (112.0, 92.0, 74.0)
LIFTS = (6.0, 20.0, 34.0, 50.0, 68.0, -8.0, -22.0, 88.0, -38.0, 110.0)
"""How far the foot of a sign is above its mark, in px, in order of liking."""
ASIDE = (0.0, 14.0, 32.0, 52.0)


@dataclass(frozen=True)
class PlacedSign:
    """A sign with its place, and where its post stands."""

    sign: SmallSign
    mark: Mark
    colour: int
    rect: Rect
    post_x: float


def current(view: LaneView) -> Mark | None:
    """Return the step that goes on now, else the next one to come."""
    for wanted in (("running",), ("delayed",), ("planned",), ("idea",)):
        for mark in view.marks:
            if mark.stop.status in wanted:
                return mark
    return None


def place_signs(
    views: Sequence[LaneView], taken: Sequence[Rect], area: Rect, letter: float
) -> tuple[PlacedSign, ...]:
    """Place the signs of all lanes within an area; a sign that finds no free place is left out."""
    marks = [mark.box for view in views for mark in view.marks]
    placed: list[PlacedSign] = []
    for view in sorted(views, key=_nearness):
        mark = current(view)
        if mark is None:
            continue
        found = _place(view, mark, views, [*taken, *marks], [item.rect for item in placed], area, letter)
        if found:
            placed.append(found)
    order = {view.lane.id: i for i, view in enumerate(views)}
    lane_of = {mark.stop.id: view.lane.id for view in views for mark in view.marks}
    return tuple(sorted(placed, key=lambda item: order[lane_of[item.mark.stop.id]]))


def _nearness(view: LaneView) -> float:
    mark = current(view)
    return -mark.y if mark else 0.0


def _place(
    view: LaneView,
    mark: Mark,
    views: Sequence[LaneView],
    taken: Sequence[Rect],
    signs: Sequence[Rect],
    area: Rect,
    letter: float,
) -> PlacedSign | None:
    best: tuple[float, PlacedSign] | None = None
    for turn, width in enumerate(WIDTHS):
        sign = small_sign(mark.stop, letter, width)
        for liking, rect, post in _candidates(view, mark, sign):
            if not rect.within(area) or not is_free(rect, signs, GAP) or not is_free(rect, taken, 3):
                continue
            cost = liking + 9 * turn + _hidden_road(view, views, rect)
            if best is None or cost < best[0]:
                best = (cost, PlacedSign(sign, mark, view.lane.colour, rect, post))
    return best[1] if best else None


def _candidates(view: LaneView, mark: Mark, sign: SmallSign) -> Iterator[tuple[float, Rect, float]]:
    place = min(view.road.points, key=lambda p: abs(p[1] - mark.y))
    half = view.road.halves[view.road.points.index(place)]
    for i, lift in enumerate(LIFTS):
        for j, aside in enumerate(ASIDE):
            y = mark.y - lift - sign.height
            away = half + 7 + aside
            liking = 3.0 * i + 4.0 * j
            yield liking, Rect(mark.x + away, y, sign.width, sign.height), mark.x + away + 7
            left = mark.x - away - sign.width
            yield liking + 1, Rect(left, y, sign.width, sign.height), mark.x - away - 7


def _hidden_road(view: LaneView, views: Sequence[LaneView], rect: Rect) -> float:
    """Return how bad it is that the sign hides parts of roads: another's road is worse than its own."""
    cost = 0.0
    for other in views:
        weight = 7.0 if other is view else 16.0
        count = 0
        for i in range(0, 9):
            y = rect.y + rect.h * i / 8
            for (ax, ay), (bx, by) in zip(other.road.points, other.road.points[1:], strict=False):
                if by <= y <= ay:
                    x = ax + (bx - ax) * (ay - y) / ((ay - by) or 1)
                    count += rect.x - 3 < x < rect.right + 3
                    break
        cost += weight * count / 4
    return cost


def draw_sign(prefix: str, placed: PlacedSign) -> str:
    """Draw a placed sign with its post, as one link."""
    rect, mark = placed.rect, placed.mark
    dice = hand(prefix, mark.stop.id, "post")
    foot = max(rect.bottom + 9, mark.y + 2)
    post = stroke((placed.post_x, rect.bottom - 1), (placed.post_x, foot), dice, 0.3)
    return group(
        link(
            mark.stop.href,
            mark.stop.name,
            path(post, "stip-d-post"),
            placed.sign.draw(prefix, rect.x, rect.y),
            focus_ring(rect.x, rect.y, rect.w, rect.h),
            cls=f"stip-d-stop stip-d-is-{mark.stop.status}",
            id=f"{prefix}-stop-{mark.stop.id}",
        ),
        cls=f"stip-c{placed.colour}",
    )
