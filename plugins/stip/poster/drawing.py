"""Draw the placed poster by hand: land, years, roads, dashed lines, marks, signs and boards; and set its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stip.pen.boxes import Rect, around
from stip.pen.svg import NAMESPACES, element
from stip.poster.boards import DISC
from stip.poster.dependencies import find_lines
from stip.poster.free import Room, along, line_boxes
from stip.poster.goals import HILLS, raise_hills
from stip.poster.head import head_words
from stip.poster.imprint import set_imprint
from stip.poster.land import BEYOND, SUN, draw_land, draw_tufts, place_clouds, place_things
from stip.poster.layout import FOOT, MARK, Poster
from stip.poster.legend import legend_stops
from stip.poster.lettering import Letters
from stip.poster.papers import areas, put_up_papers
from stip.poster.roads import certainty, draw_marks, draw_numbers, draw_road
from stip.poster.sheets import Sheet
from stip.poster.signs import draw_board, draw_leader, draw_sign, lane_words
from stip.poster.spec import PosterSpec
from stip.poster.spots import Spot, draw_note, draw_open, draw_spots, is_open, place_note, place_spots, spot_words
from stip.poster.town import draw_town
from stip.poster.years import draw_today, draw_years, line_box
from stip.scene.marks import definitions
from stip.scene.sun import draw_sun

RAYS = 1.75
"""How far the rays reach from the middle of the sun, in its radius."""
EDGE = 8.0
"""So far everything keeps from the trim, in mm of A0."""

__all__ = ["BEYOND", "Drawing", "draw_poster"]


@dataclass(frozen=True)
class Drawing:
    """A poster as drawn on its sheet: SVG without its words, and its words in the order in which they are read.

    The drawing refers to colours by name; `colours` are those that a site has of its own, or the greys of a printer
    without colour: name to (light, dark).
    """

    spec: PosterSpec
    sheet: Sheet
    art: str
    letters: tuple[Letters, ...]
    colours: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    spots: tuple[Spot, ...] = ()
    """Places for stickers that are on no road."""


def draw_poster(
    spec: PosterSpec,
    poster: Poster,
    sheet: Sheet,
    colours: Mapping[str, tuple[str, str]] | None = None,
    *,
    mono: bool = False,
) -> Drawing:
    """Draw the art and set the words; without colour (`mono`) the patterns of the roads are bolder."""
    id, least = spec.map.id, sheet.least / sheet.scale  # noqa: A001
    camera = poster.camera
    today, today_words, today_box = draw_today(spec, poster, least)
    years, labels = draw_years(spec, poster, least, line_box(today_box, poster))
    lines = find_lines(spec.map, poster, [today_box] if today_box else [])
    head = head_words(spec, poster, least)
    middle = poster.width / 2
    sides = ((12.0, middle - SUN * RAYS), (middle + SUN * RAYS, poster.width - 12.0))
    hills = raise_hills(id, spec.goals, sides, camera.horizon, camera.horizon * HILLS, least)

    room = Room(poster.width, poster.height)
    room.take([Rect(0, poster.height - FOOT, poster.width, FOOT)])
    room.take([Rect(0, 0, EDGE, poster.height), Rect(poster.width - EDGE, 0, EDGE, poster.height)])
    sun = Rect(middle - SUN * RAYS, camera.horizon - SUN * 2.1, 2 * SUN * RAYS, SUN * 2.1 + 12)
    room.take([sun, *line_box(today_box, poster), *(item.box for item in (*head, *labels)), *hills.boxes], 5.0)
    room.take(poster.obstacles, 4.0)
    room.take((Rect(item.x - DISC, item.rect.y - DISC * 1.5, 2 * DISC, 2 * DISC) for item in poster.boards), 4.0)
    room.take((around(x, y, MARK) for view in poster.roads for x, y in view.marks.values()), 2.0)
    for view in poster.roads:
        room.take(along(view.road), 2.0)
    crossing = [box for line in lines for box in line_boxes(line.corners)]
    room.take(crossing, 3.0)
    numbered = () if spec.spots else poster.roads  # places for stickers round the dot go before
    numbers, number_words = draw_numbers(poster.camera, numbered, [*poster.obstacles, *crossing], least)
    room.take((item.box for item in number_words), 3.0)
    papers = put_up_papers(spec, poster, sheet, room, lines=bool(lines))
    spots = place_spots(spec, poster, room)
    note = place_note(spec, least, room, *areas(poster))
    shapes, words = list(papers.shapes), list(papers.words)
    if note:
        drawn, told = draw_note(id, note)
        shapes.append(drawn)
        words.append(told)
    towns = [draw_town(id, item, room, poster.height - FOOT) for item in poster.boards]
    things = place_things(id, poster, room)
    clouds = place_clouds(poster, room)
    land_defs, land = draw_land(id, poster, hills.shape, things, clouds)
    ends = certainty(poster.roads, None if poster.rows.today is None else camera.y(poster.rows.today))
    stops = [sign.stop for _, sign in poster.signs if not is_open(sign)]
    art = element(
        "svg",
        element("defs", land_defs, definitions(id, [*stops, *legend_stops(spec)], kinds=True)),
        land,
        draw_sun(id, "", middle, camera.horizon, SUN),
        draw_tufts(id, poster, room),
        years,
        *(draw_road(id, road, ends, bold=mono) for road in poster.roads),
        today,
        *(line.draw(id) for line in lines),
        numbers,
        *towns,
        *(draw_leader(id, sign) for _, sign in poster.signs),
        *(draw_marks(id, road, poster) for road in poster.roads),
        *(
            draw_open(id, sign, poster.roads[i].lane.colour) if is_open(sign) else draw_sign(id, poster.roads[i], sign)
            for i, sign in poster.signs
        ),
        draw_spots(id, spots),
        *(draw_board(id, item, spec.guests) for item in poster.boards),
        *shapes,
        **NAMESPACES,
        view_box=f"{-BEYOND:g} {-BEYOND:g} {poster.width + 2 * BEYOND:g} {poster.height + 2 * BEYOND:g}",
    )
    letters = [*head, *hills.letters, *lane_words(poster, least, spec.guests)]
    letters += [*today_words, *labels, *number_words, *words, *spot_words(spots, least)]
    letters.append(set_imprint(spec, poster, least, typed="code" not in papers.places))
    letters = [item for item in letters if any(item.lines)]
    return Drawing(spec, sheet, art, tuple(letters), colours or {}, spots)
