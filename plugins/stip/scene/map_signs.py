"""Signs on the map: at most one a road, what goes on now, placed clear of everything or left out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stip.pen.boxes import Rect, is_free
from stip.pen.sketch import hand, stroke
from stip.pen.svg import group, link, path
from stip.scene.lanes import LaneView, Mark, least_distance
from stip.scene.signs import SmallSign, focus_ring, small_sign

GAP = 4.0
POST = 9.0
BESIDE = 6.0
LEAST_SHARE = 0.3
SHAPES = ((112.0, 3, True), (90.0, 3, True), (90.0, 3, False), (76.0, 4, False), (64.0, 4, False), (56.0, 5, False))
"""Width and most lines of the words, with or without the sign of the kind, in order of liking."""
LEAST_ROOM = 48.0
"""So much free grass between two roads, in px, could take a sign of a short word."""
CUT = 60.0
"""How much worse a sign is whose title is cut off."""
REACH = 330.0
LIFTS = tuple(sorted(range(-90, 111, 10), key=lambda lift: abs(lift - 9)))
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
    if not _have_room(views):
        return ()
    blocked = [*taken, *(mark.box for view in views for mark in view.marks)]
    outlines = [outline_of(view, area) for view in views]
    places = {
        view.lane.id: _places(view, mark, own, outlines, blocked, area, letter)
        for view, own in zip(views, outlines, strict=True)
        if (mark := current(view))
    }
    names = list(places)
    nearest = [view.lane.id for view in sorted(views, key=_nearness) if view.lane.id in places]
    fewest = sorted(names, key=lambda name: len(places[name]))
    turns = [names[start:] + names[:start] for start in range(len(names))]
    best = max((_choose(order, places) for order in (fewest, nearest, *turns, names[::-1])), key=len)
    if len(best) < len(views) * LEAST_SHARE:
        return ()  # one lonely sign would say that only there something goes on
    return tuple(best[name] for name in names if name in best)


def _have_room(views: Sequence[LaneView]) -> bool:
    """Tell whether the narrowest sign could stand between two roads at all: it costs much to try in vain."""
    distance = least_distance(tuple(view.x for view in views))
    return distance - 2 * max((view.road.halves[0] for view in views), default=0.0) > LEAST_ROOM


def _choose(order: Sequence[str], places: Mapping[str, Sequence[PlacedSign]]) -> dict[str, PlacedSign]:
    """Give each lane in turn the place it likes best of those still free."""
    chosen: dict[str, PlacedSign] = {}
    for name in order:
        signs = [item.rect for item in chosen.values()]
        free = next((place for place in places[name] if is_free(place.rect, signs, GAP + POST)), None)
        if free:
            chosen[name] = free
    return chosen


def _nearness(view: LaneView) -> float:
    mark = current(view)
    return -mark.y if mark else 0.0


def _places(
    view: LaneView,
    mark: Mark,
    own: Outline,
    outlines: Sequence[Outline],
    taken: Sequence[Rect],
    area: Rect,
    letter: float,
) -> list[PlacedSign]:
    """Return all places where the sign of a lane could stand if it were alone, the best first."""
    around_mark = Rect(mark.x - REACH, mark.y - REACH, 2 * REACH, 2 * REACH)
    near = [rect for rect in taken if rect.overlaps(around_mark)]
    found: list[tuple[float, PlacedSign]] = []
    for turn, (width, most_lines, kind) in enumerate(SHAPES):
        sign = small_sign(mark.stop, letter, width, most_lines, kind=kind)
        for liking, rect, post in _candidates(own, mark, sign):
            standing = Rect(rect.x, rect.y, rect.w, rect.h + POST)
            if not rect.within(area) or not is_free(standing, near, 3) or _beyond_a_road(own, outlines, rect):
                continue
            cost = liking + 9 * turn + (CUT if sign.cut else 0) + _hidden_road(own, outlines, rect)
            found.append((cost, PlacedSign(sign, mark, view.lane.colour, rect, post)))
    return [place for _, place in sorted(found, key=lambda item: item[0])]


@dataclass(frozen=True)
class Outline:
    """The middle and both edges of a road at every px of height, from `top` down."""

    top: int
    lefts: tuple[float, ...]
    middles: tuple[float, ...]
    rights: tuple[float, ...]

    def row(self, y: float) -> int:
        """Return the place in the tables of a height."""
        return min(max(round(y) - self.top, 0), len(self.middles) - 1)


def outline_of(view: LaneView, area: Rect) -> Outline:
    """Return the outline of a road within an area."""
    road = view.road
    middles, halves = [], []
    i = len(road.points) - 1
    for y in range(round(area.y), round(area.bottom) + 1):
        while i > 0 and road.points[i - 1][1] <= y:
            i -= 1
        (ax, ay), (bx, by) = road.points[max(i - 1, 0)], road.points[i]
        part = (ay - y) / ((ay - by) or 1.0)
        middles.append(ax + (bx - ax) * part)
        # A road that runs flat covers more than its width at one height.
        slope = min(2.2, math.hypot(bx - ax, by - ay) / (abs(by - ay) or 1.0))
        halves.append(road.halves[i] * slope)
    lefts = tuple(x - half for x, half in zip(middles, halves, strict=True))
    rights = tuple(x + half for x, half in zip(middles, halves, strict=True))
    return Outline(round(area.y), lefts, tuple(middles), rights)


def _candidates(own: Outline, mark: Mark, sign: SmallSign) -> Iterator[tuple[float, Rect, float]]:
    """Yield places beside the road, with how little they are liked and where the post would stand."""
    for i, lift in enumerate(LIFTS):
        y = mark.y - lift - sign.height
        rows = [own.row(y + sign.height * part / 4) for part in range(5)]
        rows.append(own.row(min(y + sign.height + POST, mark.y)))
        left = min(own.lefts[row] for row in rows) - BESIDE
        right = max(own.rights[row] for row in rows) + BESIDE
        for j, aside in enumerate(ASIDE):
            for x in (right + aside, left - aside - sign.width):
                rect = Rect(x, y, sign.width, sign.height)
                post = min(max(mark.x, rect.x + 7), rect.right - 7)
                away = max(rect.x - mark.x, mark.x - rect.right, 0.0)
                yield 2.5 * i + 4.0 * j + 0.22 * away, rect, post


def _beyond_a_road(own: Outline, outlines: Sequence[Outline], rect: Rect) -> bool:
    """Tell whether another road passes between this road and the far side of the sign."""
    row = own.row(rect.y + rect.h / 2)
    middle = own.middles[row]
    right = rect.x + rect.w / 2 > middle
    for other in outlines:
        x = other.middles[row]
        if other is not own and (middle < x < rect.right - 12 if right else rect.x + 12 < x < middle):
            return True
    return False


def _hidden_road(own: Outline, outlines: Sequence[Outline], rect: Rect) -> float:
    """Return how bad it is that the sign hides parts of roads: another's road is worse than its own."""
    cost = 0.0
    # All outlines are of one area: their rows are the same.
    rows = [own.row(rect.y + rect.h * i / 8) for i in range(9)]
    left, right = rect.x - 3, rect.right + 3
    for other in outlines:
        middles = other.middles
        hidden = sum([left < middles[row] < right for row in rows])
        cost += (7.0 if other is own else 16.0) * hidden / 4
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
