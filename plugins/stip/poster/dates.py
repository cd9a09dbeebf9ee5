"""Put a date under the title of each step, on a poster with room for all of them: only a few would mislead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from stip.pen.boxes import Rect, is_free
from stip.poster.columns import GAP, PAD, Sign, around_words, spread
from stip.poster.free import along
from stip.poster.layout import FOOT, Poster, RoadView
from stip.poster.lettering import even
from stip.poster.spots import is_open
from stip.scene.signs import Words

PART = 0.66
"""The letter of a date, as part of that of its title."""
LEAST_ROOM = 9.0
"""A line of a date may be so wide at least, in its letters: the width of a month and a year."""
MOST_LINES = 3
MOST_DRIFT = 24.0
"""So far, in mm of A0, a sign may move up or down for it."""
BESIDE = 4.0
"""Between a road and a sign that has moved."""
INTO = 6.0
"""So far a sign may stand in the margin."""


def with_dates(poster: Poster, least: float) -> Poster | None:
    """Return the poster with a date on each sign, moved a little where it must; None when there is no room for all."""
    if any(is_open(sign) for _, sign in poster.signs):
        return None
    signs: list[tuple[int, Sign]] = []
    for i, view in enumerate(poster.roads):
        for left in (True, False):
            own = [sign for index, sign in poster.signs if index == i and sign.left is left]
            moved = _column(own, view, poster, least)
            if moved is None:
                return None
            signs += [(i, sign) for sign in moved]
    return replace(poster, signs=tuple(signs)) if _apart(signs, poster) else None


def _column(signs: Iterable[Sign], view: RoadView, poster: Poster, least: float) -> list[Sign] | None:
    """Grow the signs at one side of a road, and spread them again."""
    order = sorted(signs, key=lambda sign: -(sign.rect.y + sign.rect.h / 2))
    grown = [_grown(sign, least) for sign in order]
    middles = [sign.rect.y + sign.rect.h / 2 for sign in order]
    ground = poster.camera.far - 22, min((item.rect.y for item in poster.boards), default=poster.height - FOOT) - 24
    found = spread(middles, [rect.h for _, rect in grown], *ground)
    if found is None:
        return None
    moved = []
    for sign, (date, rect), old, new in zip(order, grown, middles, found, strict=True):
        if abs(new - old) > MOST_DRIFT:
            return None
        moved.append(replace(sign, date=date, rect=_beside(view, Rect(0, new - rect.h / 2, rect.w, rect.h), sign.left)))
    return moved


def _grown(sign: Sign, least: float) -> tuple[Words, Rect]:
    """Return the date of a sign and what the sign takes with it."""
    size = max(least, sign.words.size * PART)
    date = even(sign.stop.when_text, "plain", size, max(sign.words.width, LEAST_ROOM * size), MOST_LINES)
    height = max(sign.words.height + date.height, sign.icon) + PAD
    width = around_words(sign.icon) + max(sign.words.width, date.width)
    return date, Rect(sign.rect.x, sign.rect.y, max(width, sign.rect.w), height)


def _beside(view: RoadView, rect: Rect, left: bool) -> Rect:  # noqa: FBT001
    """Stand a sign at its height beside the road."""
    points = zip(view.road.points, view.road.halves, strict=True)
    near = [(x, half) for (x, y), half in points if rect.y - 14 < y < rect.bottom + 14]
    if not near:
        return rect
    x = min(x - half for x, half in near) - BESIDE - rect.w if left else max(x + half for x, half in near) + BESIDE
    return Rect(x, rect.y, rect.w, rect.h)


def _apart(signs: list[tuple[int, Sign]], poster: Poster) -> bool:
    """Tell whether no sign is over another, over a road or a board, or in the margin."""
    taken = [item.rect for item in poster.boards] + [box for view in poster.roads for box in along(view.road)]
    low, high = poster.margin - INTO, poster.width - poster.margin + INTO
    for i, (_, sign) in enumerate(signs):
        if sign.rect.x < low or sign.rect.right > high or not is_free(sign.rect, taken, 1.0):
            return False
        if not is_free(sign.rect, (other.rect for _, other in signs[i + 1 :]), GAP * 0.9):
            return False
    return True
