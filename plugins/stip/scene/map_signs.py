"""Signs on the map: at most one a road, what goes on now, placed clear of everything or left out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stip.scene.boxes import Rect, is_free
from stip.scene.lanes import LaneView, Mark
from stip.scene.signs import SmallSign, focus_ring, small_sign
from stip.scene.sketch import hand, stroke
from stip.scene.svg import group, link, path

GAP = 4.0
POST = 9.0
BESIDE = 6.0
LEAST_SHARE = 0.3
SHAPES = ((112.0, 3, True), (90.0, 3, True), (90.0, 3, False), (76.0, 4, False), (62.0, 4, False))
"""Width and most lines of the words, with or without the sign of the kind, in order of liking."""
LIFTS = tuple(sorted(range(-90, 115, 8), key=lambda lift: abs(lift - 8)))
"""How far the foot of a sign is above its mark, in px, in order of liking."""
ASIDE = (0.0, 12.0, 28.0)


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


def place_signs(views: Sequence[LaneView], taken: Sequence[Rect], area: Rect, letter: float) -> tuple[PlacedSign, ...]:
    """Place the signs of all lanes within an area; a sign that finds no free place is left out.

    Who comes first takes room from who comes later, so a few orders are tried and the one that leaves out the
    fewest signs is kept.
    """
    blocked = [*taken, *(mark.box for view in views for mark in view.marks)]
    orders = (sorted(views, key=_nearness), list(views), list(reversed(views)))
    best = max((_place_all(order, views, blocked, area, letter) for order in orders), key=len)
    if len(best) < len(views) * LEAST_SHARE:
        return ()  # one lonely sign would say that only there something goes on
    return tuple(best[view.lane.id] for view in views if view.lane.id in best)


def _place_all(
    order: Sequence[LaneView], views: Sequence[LaneView], blocked: Sequence[Rect], area: Rect, letter: float
) -> dict[str, PlacedSign]:
    placed: dict[str, PlacedSign] = {}
    for view in order:
        mark = current(view)
        signs = [item.rect for item in placed.values()]
        found = mark and _place(view, mark, views, blocked, signs, area, letter)
        if found:
            placed[view.lane.id] = found
    return placed


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
    for turn, (width, most_lines, kind) in enumerate(SHAPES):
        sign = small_sign(mark.stop, letter, width, most_lines, kind=kind)
        for liking, rect, post in _candidates(view, mark, sign):
            standing = Rect(rect.x, rect.y, rect.w, rect.h + POST)
            if not rect.within(area) or not is_free(rect, signs, GAP + POST) or not is_free(standing, taken, 3):
                continue
            if _beyond_a_road(view, views, rect):
                continue
            cost = liking + 9 * turn + (45 if sign.cut else 0) + _hidden_road(view, views, rect)
            if best is None or cost < best[0]:
                best = (cost, PlacedSign(sign, mark, view.lane.colour, rect, post))
    return best[1] if best else None


def _candidates(view: LaneView, mark: Mark, sign: SmallSign) -> Iterator[tuple[float, Rect, float]]:
    """Yield places beside the road, with how little they are liked and where the post would stand."""
    for i, lift in enumerate(LIFTS):
        y = mark.y - lift - sign.height
        edges = [_edges_at(view, y + sign.height * part / 4) for part in range(5)]
        edges.append(_edges_at(view, min(y + sign.height + POST, mark.y)))
        left = min(edge for edge, _ in edges) - BESIDE
        right = max(edge for _, edge in edges) + BESIDE
        for j, aside in enumerate(ASIDE):
            for rect in (
                Rect(right + aside, y, sign.width, sign.height),
                Rect(left - aside - sign.width, y, sign.width, sign.height),
            ):
                post = min(max(mark.x, rect.x + 7), rect.right - 7)
                away = max(rect.x - mark.x, mark.x - rect.right, 0.0)
                yield 2.0 * i + 4.0 * j + 0.22 * away, rect, post


def _edges_at(view: LaneView, y: float) -> tuple[float, float]:
    """Return the x of both edges of a road at a height."""
    i = min(range(len(view.road.points)), key=lambda place: abs(view.road.points[place][1] - y))
    place = view.road.at(view.road.distances[i])
    # A road that runs flat covers more than its width at one height.
    half = min(place.half / max(abs(place.nx), 0.35), place.half * 2.2)
    x = _x_at(view, y)
    x = place.x if x is None else x
    return x - half, x + half


def _beyond_a_road(view: LaneView, views: Sequence[LaneView], rect: Rect) -> bool:
    """Tell whether another road passes between this road and the far side of the sign."""
    y = rect.y + rect.h / 2
    own = _x_at(view, y)
    if own is None:
        return False
    right = rect.x + rect.w / 2 > own
    for other in views:
        x = _x_at(other, y) if other is not view else None
        if x is not None and (own < x < rect.right - 12 if right else rect.x + 12 < x < own):
            return True
    return False


def _x_at(view: LaneView, y: float) -> float | None:
    for (ax, ay), (bx, by) in itertools.pairwise(view.road.points):
        if by <= y <= ay:
            return ax + (bx - ax) * (ay - y) / ((ay - by) or 1)
    return None


def _hidden_road(view: LaneView, views: Sequence[LaneView], rect: Rect) -> float:
    """Return how bad it is that the sign hides parts of roads: another's road is worse than its own."""
    cost = 0.0
    for other in views:
        weight = 7.0 if other is view else 16.0
        count = 0
        for i in range(9):
            x = _x_at(other, rect.y + rect.h * i / 8)
            count += x is not None and rect.x - 3 < x < rect.right + 3
        cost += weight * count / 4
    return cost


def draw_sign(prefix: str, placed: PlacedSign) -> str:
    """Draw a placed sign with its post, as one link."""
    rect, mark = placed.rect, placed.mark
    dice = hand(prefix, mark.stop.id, "post")
    foot = rect.bottom + POST
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
