"""Draw the placed poster by hand: land, years, roads, dashed lines, marks, signs and boards; and set its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stip.poster.boards import DISC
from stip.poster.dependencies import find_lines
from stip.poster.free import Room, along, line_boxes
from stip.poster.goals import raise_hills
from stip.poster.head import head_words
from stip.poster.land import BEYOND, SUN, draw_land, draw_tufts, place_clouds, place_things
from stip.poster.layout import FOOT, MARK, Poster
from stip.poster.legend import legend_stops, marks_paper, paths_paper, place_paper
from stip.poster.lettering import Letters, set_line
from stip.poster.roads import draw_marks, draw_road
from stip.poster.scan import place_scan
from stip.poster.sheets import Sheet
from stip.poster.spec import PosterSpec
from stip.poster.spots import Spot, draw_note, draw_open, draw_spots, is_open, place_note, place_spots, spot_words
from stip.poster.stands import draw_board, draw_leader, draw_sign, lane_words
from stip.poster.town import draw_town
from stip.poster.years import draw_today, draw_years, line_box
from stip.scene.boxes import Rect, around
from stip.scene.marks import definitions
from stip.scene.sun import draw_sun
from stip.scene.svg import element

RAYS = 1.75
"""How far the rays reach from the middle of the sun, in its radius."""
HILLS = 0.36
"""The highest hill, as part of the height of the sky."""

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
    camera, whole = poster.camera, Rect(8, 8, poster.width - 16, poster.height - 8 - FOOT)
    today, today_words, today_box = draw_today(spec, poster, least)
    years, labels = draw_years(spec, poster, least, line_box(today_box, poster))
    lines = find_lines(spec.map, poster, [today_box] if today_box else [])
    head = head_words(spec, poster, least)
    middle = poster.width / 2
    sides = ((12.0, middle - SUN * RAYS), (middle + SUN * RAYS, poster.width - 12.0))
    hills = raise_hills(id, spec.goals, sides, camera.horizon, camera.horizon * HILLS, least)

    room = Room(poster.width, poster.height)
    room.take([Rect(0, poster.height - FOOT, poster.width, FOOT)])
    sun = Rect(middle - SUN * RAYS, camera.horizon - SUN * 2.1, 2 * SUN * RAYS, SUN * 2.1 + 12)
    room.take([sun, *line_box(today_box, poster), *(item.box for item in (*head, *labels)), *hills.boxes], 5.0)
    room.take(poster.obstacles, 4.0)
    room.take((Rect(item.x - DISC, item.rect.y - DISC * 1.5, 2 * DISC, 2 * DISC) for item in poster.boards), 4.0)
    room.take((around(x, y, MARK) for view in poster.roads for x, y in view.marks.values()), 2.0)
    for view in poster.roads:
        room.take(along(view.road), 3.0)
    for line in lines:
        room.take(line_boxes(line.corners), 3.0)

    sky = Rect(14, 14, poster.width - 28, camera.horizon - 14)
    shapes, words = [], []
    for paper in (
        marks_paper(spec, least, lines=bool(lines), today=today_box is not None),
        paths_paper(spec, [view.lane for view in poster.roads], least),
    ):
        place = place_paper(paper, room, sky, whole)
        if place:
            room.take([place[0]], 8.0)
            drawn, letters = paper.draw(id, *place)
            shapes.append(drawn)
            words += letters
    scan = place_scan(spec, sheet, room, sky, whole)
    if scan:
        room.take([scan[1]], 8.0)
        drawn, letters = scan[0].draw(id, scan[1], spec.link)
        shapes.append(drawn)
        words += letters
    spots = place_spots(spec, poster, room)
    note = place_note(spec, least, room, sky, whole)
    if note:
        drawn, told = draw_note(id, note)
        shapes.append(drawn)
        words.append(told)
    towns = [draw_town(id, item, room, poster.height - FOOT) for item in poster.boards]
    things = place_things(id, poster, room)
    clouds = place_clouds(poster, room)
    land_defs, land = draw_land(id, poster, hills.shape, things, clouds)
    stops = [sign.stop for _, sign in poster.signs if not is_open(sign)]
    art = element(
        "svg",
        element("defs", land_defs, definitions(id, [*stops, *legend_stops(spec)], kinds=True)),
        land,
        draw_sun(id, "", middle, camera.horizon, SUN),
        draw_tufts(id, poster, room),
        years,
        *(draw_road(id, road, bold=mono) for road in poster.roads),
        today,
        *(line.draw(id) for line in lines),
        *towns,
        *(draw_leader(id, sign) for _, sign in poster.signs),
        *(draw_marks(id, road, poster) for road in poster.roads),
        *(
            draw_open(id, sign, poster.roads[i].lane.colour) if is_open(sign) else draw_sign(id, poster.roads[i], sign)
            for i, sign in poster.signs
        ),
        draw_spots(id, spots),
        *(draw_board(id, item) for item in poster.boards),
        *shapes,
        xmlns="http://www.w3.org/2000/svg",
        **{"xmlns:xlink": "http://www.w3.org/1999/xlink"},
        view_box=f"{-BEYOND:g} {-BEYOND:g} {poster.width + 2 * BEYOND:g} {poster.height + 2 * BEYOND:g}",
    )
    letters = [*head, *hills.letters, *today_words, *labels, *words, *spot_words(spots, least)]
    letters += lane_words(poster, least)
    imprint = " · ".join(filter(None, (spec.imprint, spec.edition)))
    letters.append(set_line(imprint, 16, poster.height - 5, max(7.0, least), "plain", "gtext"))
    return Drawing(spec, sheet, art, tuple(letters), colours or {}, spots)
