"""The start line as towns: by each board a few houses, and people in raincoats who set out, seen from behind."""

from __future__ import annotations

import random

from stip.pen.boxes import Rect
from stip.pen.paths import polyline
from stip.pen.sketch import hand
from stip.pen.svg import element, group
from stip.poster.boards import NameBoard
from stip.poster.free import Near, Room

HOUSE = 30.0
"""The height of a house, in mm of A0; it is as wide as it is high, a little less."""
WIDE = 0.74
PERSON = 19.0
MOST_HOUSES = 3
SIZES = (1.0, 0.8)
REACH = 70.0
"""So far from its board a house may stand."""


def draw_town(id: str, item: NameBoard, room: Room, bottom: float) -> str:  # noqa: A002
    """Draw the houses and people of a department where the grass by its board is free; takes their room.

    `bottom` is where the grass ends for them, in mm of A0.
    """
    dice = hand(id, item.lane.id, "town")
    people = _place_people(item, room, bottom)
    houses = _place_houses(item, room, bottom)
    drawn = [_house(house, dice, i) for i, house in enumerate(houses)]
    drawn += [_person(spot, dice) for spot in people]
    return group(*drawn, cls=f"stip-c{item.lane.colour}")


def _place_houses(item: NameBoard, room: Room, bottom: float) -> list[Rect]:
    near = _near(item, bottom)
    middle, foot = item.rect.x + item.rect.w / 2, item.rect.bottom

    for count in range(MOST_HOUSES, 0, -1):
        for size in SIZES:
            h = HOUSE * size
            w = h * WIDE * count + 2
            found = room.find(w, h, near, Near(middle - w / 2, foot - h, 1.2))
            if found:
                room.take([found], 3.0)
                return [Rect(found.x + 1 + i * h * WIDE, found.y, h * WIDE, h) for i in range(count)]
    return []


def _place_people(item: NameBoard, room: Room, bottom: float) -> list[Rect]:
    """Stand people by the road, above the board where it begins."""
    near = _near(item, bottom)
    for count in (3, 2, 1):
        w = PERSON * 0.62 * count
        found = room.find(w, PERSON, near, Near(item.x - w / 2, item.rect.y + 4 - PERSON))
        if found:
            room.take([found], 2.0)
            return [Rect(found.x + i * PERSON * 0.62, found.y, PERSON * 0.62, PERSON) for i in range(count)]
    return []


def _near(item: NameBoard, bottom: float) -> Rect:
    x, y = max(4.0, item.rect.x - REACH), item.rect.y - REACH * 0.8
    return Rect(x, y, item.rect.right + REACH - x, bottom - y)


def _house(rect: Rect, dice: random.Random, place: int) -> str:
    """Draw a house front: a wall, a gable of one of three kinds, a door in the colour of the path, two windows."""
    w, foot = rect.w * 0.94, rect.bottom
    x = rect.x + rect.w * 0.03
    low = rect.h * dice.uniform(0.0, 0.12)
    top, eaves = rect.y + low, rect.y + low + rect.h * 0.42
    kind = dice.randrange(3)
    if kind == 0:
        roof = [(x, eaves), (x + w / 2, top), (x + w, eaves)]
    elif kind == 1:
        step, rise = w / 8, (eaves - top) / 3
        roof = [(x, eaves)]
        for i in range(3):
            roof += [
                (x + i * step * 1.1, eaves - (i + 0.4) * rise),
                (x + (i + 1) * step * 1.1, eaves - (i + 0.4) * rise),
            ]
        roof += [(x + w / 2, top)] if not roof else []
        roof += [(2 * x + w - px, py) for px, py in reversed(roof)]
    else:
        neck = w * 0.3
        roof = [
            (x, eaves),
            (x + neck * 0.5, eaves - (eaves - top) * 0.35),
            (x + neck, top + 1),
            (x + w - neck, top + 1),
        ]
        roof += [(x + w - neck * 0.5, eaves - (eaves - top) * 0.35), (x + w, eaves)]
    wall = [(x, foot), *roof, (x + w, foot)]
    brick = "var(--stip-brick)" if (place + dice.randrange(2)) % 2 else "var(--stip-brick2)"
    line: dict[str, str | float | None] = {"stroke": "var(--stip-far-line)", "stroke_linejoin": "round"}
    door = Rect(x + w * dice.choice((0.12, 0.6)), foot - rect.h * 0.27, w * 0.26, rect.h * 0.27)
    panes = [(x + w * part, eaves + rect.h * 0.03) for part in (0.16, 0.6)]
    drawn = [
        element("path", d=polyline(wall, closed=True), fill=brick, stroke_width=1.0, **line),
        element(
            "rect", x=door.x, y=door.y, width=door.w, height=door.h, fill="var(--stip-path)", stroke_width=0.8, **line
        ),
    ]
    size = w * 0.24
    drawn += [
        element("rect", x=px, y=py, width=size, height=size * 1.1, fill="var(--stip-window)", stroke_width=0.7, **line)
        for px, py in panes
    ]
    return group(*drawn)


def _person(rect: Rect, dice: random.Random) -> str:
    """Draw someone in a raincoat with the hood up, from behind, with a rucksack or a bag: nobody in particular."""
    h = rect.h * dice.uniform(0.82, 1.0)
    x, foot = rect.x + rect.w / 2, rect.bottom
    hem, neck = foot - h * 0.2, foot - h * 0.7
    wide, narrow, head = h * 0.23, h * 0.17, h * 0.155
    pen: dict[str, str | float | None] = {
        "stroke": "var(--stip-line)",
        "stroke_width": 0.8,
        "stroke_linejoin": "round",
        "stroke_linecap": "round",
    }
    legs = "".join(f"M{x + side * h * 0.09:.1f} {hem:.1f}V{foot - h * 0.04:.1f}" for side in (-1, 1))
    arms = neck + h * 0.1
    coat = (
        f"M{x - wide:.1f} {hem:.1f}L{x - narrow:.1f} {arms:.1f}Q{x - narrow:.1f} {neck:.1f} {x:.1f} {neck:.1f}"
        f"Q{x + narrow:.1f} {neck:.1f} {x + narrow:.1f} {arms:.1f}L{x + wide:.1f} {hem:.1f}"
        f"Q{x:.1f} {hem + h * 0.06:.1f} {x - wide:.1f} {hem:.1f}z"
    )
    parts = [
        element("path", d=legs, fill="none", **{**pen, "stroke_width": h * 0.12}),
        element("path", d=coat, fill="var(--stip-path)", **pen),
        element("circle", cx=x, cy=neck - head * 0.75, r=head, fill="var(--stip-path)", **pen),
    ]
    side = dice.choice((-1, 1))
    if dice.random() < 0.6:
        w, top = h * 0.24, neck + h * 0.07
        parts.append(
            element("rect", x=x - w / 2, y=top, width=w, height=h * 0.28, rx=1.6, fill="var(--stip-sun)", **pen)
        )
        parts.append(element("path", d=f"M{x - w / 2:.1f} {top + h * 0.12:.1f}h{w:.1f}", fill="none", **pen))
    else:
        hand_x, hand_y = x + side * wide * 1.02, neck + h * 0.34
        arm = f"M{x + side * narrow:.1f} {arms:.1f}L{hand_x:.1f} {hand_y:.1f}"
        bag = f"M{hand_x - 1.8:.1f} {hand_y + 1.6:.1f}h3.6v3.4h-3.6zM{hand_x - 0.9:.1f} {hand_y + 1.6:.1f}q.9 -2 1.8 0"
        parts.append(element("path", d=arm, fill="none", **pen))
        parts.append(element("path", d=bag, fill="var(--stip-wood)", **pen))
    return group(*parts)
