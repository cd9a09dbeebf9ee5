"""Numbered places for stickers on the poster of a workshop: in each year on each road, free ones, and round the dot."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.pen.sketch import board, hand, ring
from stip.pen.svg import element, group, path
from stip.poster.columns import Sign
from stip.poster.free import Near, Room
from stip.poster.land import SUN
from stip.poster.layout import Poster
from stip.poster.lettering import Letters, even, set_line, set_words
from stip.poster.spec import OPEN, PosterSpec
from stip.scene.signs import Words
from stip.scene.sun import RISEN

BLANK = "nnnnnnnn"
"""What a place on a road is measured by: room for a narrow sticker."""
ROUND = 21.0
"""Across a place round the dot, in mm of A0: for a round sticker of 19 mm."""
FREE = (54.0, 18.0)
"""A free place in a year, in mm of A0: for a sticker of 15 by 50 mm."""
SHARES = (1.0, 0.8, 0.65)
"""Free places in far years are smaller."""
REACHES = (2.2, 2.74, 3.28, 3.82)
"""How far from the middle of the sun places may be, in its radius."""
ARCS = ((0.1, 0.85), (-0.75, -0.3))
"""From where to where arcs go, as angles with the horizon: above it, and below."""
NOTES = ((15.0, 400.0), (15.0, 200.0), (13.0, 300.0), (13.0, 160.0), (11.0, 260.0), (11.0, 130.0), (9.0, 90.0))
"""Letters of the note that says what to do, and its width, in mm of A0: the first that fits."""
PAD = 7.0
LETTER = 8.0


@dataclass(frozen=True)
class Spot:
    """A place for a sticker that is on no road: its number, the year it is in or nothing, and where it is."""

    number: str
    year: str
    rect: Rect


def place_spots(spec: PosterSpec, poster: Poster, room: Room) -> tuple[Spot, ...]:
    """Find places round the dot, and free ones in each year; one that has no room is not there. Takes their room."""
    if spec.spots is None:
        return ()
    return (*_round(spec.spots.ring, poster, room), *_free(spec, poster, room))


def _round(numbers: Sequence[str], poster: Poster, room: Room) -> Iterator[Spot]:
    """Place the numbers along arcs round the dot, left and right in turn: first in the sky, then on the grass."""
    x, y = poster.width / 2, poster.camera.horizon - SUN * RISEN
    rest = list(numbers)
    for first, last in ARCS:
        for reach in REACHES:
            for i in range(int((last - first) * SUN * reach / (ROUND + 3)) + 1):
                angle = first + i * (ROUND + 3) / (SUN * reach)
                for side in (-1, 1):
                    at, height = x + side * SUN * reach * math.cos(angle), y - SUN * reach * math.sin(angle)
                    rect = Rect(at - ROUND / 2, height - ROUND / 2, ROUND, ROUND)
                    if rest and room.is_free(rect):
                        room.take([rect], 1.0)
                        yield Spot(rest.pop(0), "", rect)


def _free(spec: PosterSpec, poster: Poster, room: Room) -> Iterator[Spot]:
    """Find a place for each number of a year, in turn at the left and at the right, and never before today."""
    numbers = spec.spots.years if spec.spots else {}
    rows, half = poster.rows, poster.width / 2
    ends = [*rows.year_starts, rows.year_end]
    for i, year in enumerate(spec.map.years):
        begin = rows.today if rows.today is not None and ends[i] < rows.today < ends[i + 1] else ends[i]
        low, high = poster.camera.y(begin), poster.camera.y(ends[i + 1])
        for number, left in zip(numbers.get(year.label, ()), (6.0, half), strict=False):
            area = Rect(left, high + 1, half - 6, low - high - 2)
            for share in SHARES:
                w, h = FREE[0] * share, FREE[1] * share
                wanted = area.x if left < half else area.right - w
                found = room.find(w, h, area, Near(wanted, area.y + area.h / 2 - h / 2))
                if found:
                    room.take([found], 3.0)
                    yield Spot(number, year.label, found)
                    break


def place_note(spec: PosterSpec, least: float, room: Room, sky: Rect, whole: Rect) -> tuple[Rect, Words] | None:
    """Find a place for the note that says what to do: in the sky at the left, else anywhere. Takes its room."""
    if spec.spots is None:
        return None
    for size, width in NOTES:
        words = even(spec.spots.note, "hand-bold", max(size, least), width, 9)
        w, h = words.width + 2 * PAD, words.height + 2 * PAD - 3
        for area in (sky, whole):
            found = room.find(w, h, area, Near(area.x, sky.bottom - h, 0.5))
            if found:
                room.take([found], 6.0)
                return found, words
    return None


def draw_note(id: str, note: tuple[Rect, Words]) -> tuple[str, Letters]:  # noqa: A002
    """Draw the note, on yellow paper as people stick it, and set its words."""
    rect, words = note
    shade = element("rect", cls="stip-d-shade", x=rect.x + 2.5, y=rect.y + 3, width=rect.w, height=rect.h, rx=3)
    paper = path(board(rect.x, rect.y, rect.w, rect.h, hand(id, "note")), "stip-d-today-board")
    return group(shade, paper), set_words(words, rect.x + PAD, rect.y + PAD, "warn-ink")


def draw_spots(id: str, spots: Sequence[Spot]) -> str:  # noqa: A002
    """Draw the places that are on no road."""
    return group(*(path(_edge(id, spot), "stip-d-open-end") for spot in spots))


def _edge(id: str, spot: Spot) -> str:  # noqa: A002
    rect, dice = spot.rect, hand(id, "spot", spot.number)
    if not spot.year:
        return ring(rect.x + rect.w / 2, rect.y + rect.h / 2, rect.w / 2 - 0.6, dice, 0.3)
    return board(rect.x, rect.y, rect.w, rect.h, dice)


def spot_words(spots: Sequence[Spot], least: float) -> Iterator[Letters]:
    """Set the numbers of the places that are on no road."""
    size = max(LETTER, least)
    for spot in spots:
        rect = spot.rect
        if spot.year:
            yield set_line(spot.number, rect.x + 3, rect.y + size, size, "plain-bold", "ink2")
        else:
            x, y = rect.x + rect.w / 2, rect.y + rect.h / 2 + size * 0.36
            yield set_line(spot.number, x, y, size, "plain-bold", "ink2", "middle")


def draw_open(id: str, sign: Sign, colour: int) -> str:  # noqa: A002
    """Draw the empty board of a place on a road."""
    rect = sign.rect
    edge = board(rect.x, rect.y, rect.w, rect.h, hand(id, sign.stop.id))
    return group(path(edge, "stip-d-open-end"), cls=f"stip-c{colour}")


def open_words(sign: Sign, least: float) -> Letters:
    """Set the number of a place on a road, in its corner: the sticker beside it leaves it to be read."""
    size = max(least, sign.words.size * 0.86)
    return set_line(sign.stop.note or "", sign.rect.x + 3, sign.rect.y + size, size, "plain-bold", "ink2", role="step")


def is_open(sign: Sign) -> bool:
    """Tell whether a sign is a place for a sticker, and no step."""
    return sign.stop.kind == OPEN
