"""Draw the picture on a team sheet: our road from today to the dot, with a numbered board at each step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from stip import art
from stip.pen.boxes import Rect, around
from stip.pen.sketch import board, hand, stroke
from stip.pen.svg import NAMESPACES, SVG, element, group, path
from stip.poster.lettering import Letters, even, set_line, set_words
from stip.poster.team_places import DISC, LETTER, SUN, UNIT, WIDTH, Places, Spot, place_team
from stip.poster.team_spec import TeamSpec
from stip.scene import landscape
from stip.scene.marks import INTERVENTION, NUMBERED, definitions, disc, fit, status_mark
from stip.scene.patterns import draw_pattern
from stip.scene.road import Road
from stip.scene.roadway import draw_edges
from stip.scene.sun import RISEN, draw_glow, draw_sun
from stip.text.fonts import measure

STRETCH = (150.0, 16.0)
"""Width and height of the stretch of road under a heading."""


@dataclass(frozen=True)
class Picture:
    """The drawing without its words, its size in mm, and its words, in mm from its left upper corner."""

    svg: str
    width: float
    height: float
    letters: tuple[Letters, ...]


def draw_team(spec: TeamSpec) -> Picture:
    """Draw the picture of a team sheet."""
    id, places = f"team-{spec.id}", place_team(spec)  # noqa: A001
    horizon, height = places.horizon, places.height
    clouds = ((610.0, 44.0, 74.0), (560.0, horizon - 44, 56.0)) if places.sign.right < 520 else ((610.0, 40.0, 64.0),)
    layers = [
        landscape.sky(id, WIDTH, horizon),
        draw_glow(id, SUN[0], horizon, SUN[1]),
        landscape.clouds(id, clouds),
        ("", landscape.hills(id, WIDTH, horizon, 15)),
        landscape.ground(id, WIDTH, horizon, height, "134"),
        landscape.scenery(id, places.things, horizon),
        ("", _tufts(id, places)),
        (element("g", art.scenery("bicycle").body.strip(), id=f"{id}-bicycle"), ""),
    ]
    svg = element(
        "svg",
        element("defs", *(definition for definition, _ in layers), definitions(id, spec.lane.stops, kinds=False)),
        *(shape for _, shape in layers),
        draw_sun(id, "", SUN[0], horizon, SUN[1]),
        _roadway(id, spec, places),
        _today(id, places),
        *(_spot(id, spec, spot, places.apart) for spot in places.spots),
        _name_board(id, spec, places),
        path(board(0.8, 0.8, WIDTH - 1.6, height - 1.6, hand(id, "frame"), 0.6), "stip-d-ruler-line"),
        **NAMESPACES,
        view_box=f"0 0 {WIDTH:g} {height:g}",
    )
    letters = tuple(_on_paper(item) for item in _letters(spec, places))
    return Picture(svg, WIDTH * UNIT, height * UNIT, letters)


def draw_stretch(spec: TeamSpec) -> str:
    """Draw a short straight stretch of our road, to stand under a heading."""
    wide, high = STRETCH
    road = Road(tuple((3 + (wide - 6) * i / 8, high / 2 - 0.4 + (i % 2) * 0.8) for i in range(9)), (6.0,) * 9)
    drawn = group(*_surface(road, f"team-{spec.id}-stretch", spec.lane.number, 1), cls=f"stip-c{spec.lane.colour}")
    return element("svg", drawn, xmlns=SVG, view_box=f"0 0 {wide:g} {high:g}")


def _surface(road: Road, seed: str, lane_number: int, passes: int) -> Iterator[str]:
    yield path(road.surface(), "stip-d-road")
    yield from (path(d, "stip-d-pattern", stroke_width=width) for d, width in draw_pattern(road, lane_number))
    yield from draw_edges(road, seed, passes)


def _roadway(id: str, spec: TeamSpec, places: Places) -> str:  # noqa: A002
    """Draw the road; one that does not reach the dot ends in planks."""
    return group(
        *_surface(places.road.piece(0, places.end), f"{id}-road", spec.lane.number, 2),
        *(path(plank.surface(), "stip-d-road stip-d-plank") for plank in places.planks),
        cls=f"stip-c{spec.lane.colour}",
    )


def _spot(id: str, spec: TeamSpec, spot: Spot, apart: float) -> str:  # noqa: A002
    """Draw the mark of a step, and its board when it has one; steps that are close together have small marks."""
    place, plate = spot.place, spot.plate
    radius = min(max(7.0, min(14.0, place.half * 0.8)), max(apart * 0.48, 2.0))
    if spot.stop.kind == INTERVENTION:
        radius = min(radius, NUMBERED / 1.4)
    mark = status_mark(id, spot.stop, place.x, place.y, radius)
    if plate is None:
        return group(mark, cls=f"stip-c{spec.lane.colour}")
    post = stroke((place.x, place.y), (place.x, plate.bottom), hand(id, spot.number, "post"), 0.3)
    shape = board(plate.x, plate.y, plate.w, plate.h, hand(id, spot.number, "plate"))
    return group(path(post, "stip-d-post"), mark, path(shape, "stip-d-plate"), cls=f"stip-c{spec.lane.colour}")


def _today(id: str, places: Places) -> str:  # noqa: A002
    box = places.today
    x = box.x + box.w * 0.7
    place = places.road.at(places.road.distance_at_x(x))
    edge = place.y - place.half
    return group(
        element("use", xlink_href=f"#{id}-bicycle", transform=f"translate({box.x + 2:.1f} {edge - 24:.1f}) scale(.62)"),
        path(stroke((x, box.bottom), (x, edge + 8), hand(id, "today"), 0.3), "stip-d-post"),
        path(board(box.x, box.y, box.w, box.h, hand(id, "today", "board")), "stip-d-today-board"),
    )


def _name_board(id: str, spec: TeamSpec, places: Places) -> str:  # noqa: A002
    """Draw the name as the sign at the entrance of a town, on two posts, with the disc on its left side."""
    sign = places.sign
    posts = (stroke((x, sign.bottom - 2), (x, places.horizon + 16), hand(id, "name", x), 0.4) for x in places.posts)
    return group(
        *(path(d, "stip-d-post", stroke_width=4.5) for d in posts),
        element("rect", cls="stip-d-shade", x=sign.x + 3, y=sign.y + 4, width=sign.w, height=sign.h, rx=5),
        path(board(sign.x, sign.y, sign.w, sign.h, hand(id, "name", "board")), "stip-d-board"),
        disc(spec.lane, sign.x + DISC + 8, sign.y + sign.h / 2, DISC, least=1e9),
        cls=f"stip-c{spec.lane.colour}",
    )


def _tufts(id: str, places: Places) -> str:  # noqa: A002
    def near(x: float, y: float) -> bool:
        place = places.road.at(places.road.distance_at_x(x))
        return -14 < y - place.y < place.half + 42 or abs(place.y - y) < place.half + 12

    area = Rect(8, places.horizon + 22, WIDTH - 16, places.height - places.horizon - 34)
    taken = [around(box.x + box.w / 2, box.y + 14, 40) for box in places.boards]
    return landscape.tufts(id, area, 130, taken, blocked=near)


def _letters(spec: TeamSpec, places: Places) -> Iterator[Letters]:
    """Set the words: the name is the title of the sheet; what its list tells again is passed by."""
    horizon, sign, name, goal = places.horizon, places.sign, places.name, places.goal
    top = sign.y + (sign.h - name.height) / 2 + name.size * 0.08
    yield set_words(name, sign.x + 2 * DISC + 24, top, "on-path", role="title", href=spec.address)
    size = max(LETTER, fit(spec.programme, "hand-bold", 30, 520))
    yield set_words(even(spec.programme, "hand-bold", size, 520, 2), 24, 18, "ink")
    number = str(spec.lane.number)
    size = fit(number, "plain-bold", DISC * 1.1, DISC * 1.45)
    x, y = sign.x + DISC + 8, sign.y + sign.h / 2 + size * 0.35
    yield set_line(number, x, y, size, "plain-bold", "on-path", "middle")
    lower = horizon - SUN[1] * 2.2 - goal.height
    yield set_words(goal, min(SUN[0], WIDTH - 24 - goal.width / 2), max(10.0, lower), "dot-line", "middle")
    label = spec.horizon.label
    if label:
        size = fit(label, "hand-bold", SUN[1] * 0.62, SUN[1] * 1.5)
        y = horizon - SUN[1] * RISEN + size * 0.4
        yield set_line(label, SUN[0], y, size, "hand-bold", "on-dot", "middle", role="decoration")
    today = places.today
    yield _small(spec.today_text, today.x + today.w / 2, today.y + 21.5, "warn-ink")
    for spot in places.spots:
        if spot.plate:
            number, x, y = str(spot.number), spot.place.x, spot.plate.y + 20.5
            yield set_line(number, x, y, LETTER, "plain-bold", "ink", "middle", role="decoration")
    yield from _years(places)


def _years(places: Places) -> Iterator[Letters]:
    """Set the year under the first step in it, where there is room."""
    last, right = "", -1e9
    for spot in places.spots:
        x, day = spot.place.x, spot.stop.day
        year = str(dt.date.fromordinal(day).year) if day else ""
        room = measure(year, "hand-bold", LETTER)
        if not year or year == last or x - room / 2 < right + 6:
            continue
        last, right = year, x + room / 2
        under = places.road.at(places.road.distance_at_x(x - room / 2))
        yield _small(year, x, under.y + under.half + 24, "gtext")


def _small(text: str, x: float, y: float, colour: str) -> Letters:
    return set_line(text, x, y, LETTER, "hand-bold", colour, "middle", role="decoration")


def _on_paper(item: Letters) -> Letters:
    return replace(item, x=item.x * UNIT, y=item.y * UNIT, size=item.size * UNIT, leading=item.leading * UNIT)
