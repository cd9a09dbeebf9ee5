"""Draw the placed poster by hand: land, years, roads, dashed lines, marks, signs and boards; and set its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stip.poster.dependencies import find_lines
from stip.poster.head import head_words
from stip.poster.land import BEYOND, SUN, draw_land, draw_tufts
from stip.poster.layout import Poster
from stip.poster.legend import draw_legend, legend_stops
from stip.poster.lettering import Letters, set_line
from stip.poster.roads import draw_marks, draw_road
from stip.poster.sheets import Sheet
from stip.poster.spec import PosterSpec
from stip.poster.stands import draw_board, draw_leader, draw_sign, lane_words
from stip.poster.years import draw_today, draw_years, line_box
from stip.scene.marks import definitions
from stip.scene.sun import draw_sun
from stip.scene.svg import element

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
    legend, legend_words, paper = draw_legend(spec, poster.width - 14, least)
    today, today_words, today_box = draw_today(spec, poster, least)
    years, labels = draw_years(spec, poster, least, line_box(today_box, poster))
    stops = [sign.stop for _, sign in poster.signs]
    land_defs, land = draw_land(id, poster)
    lines = find_lines(spec.map, poster, [today_box] if today_box else [])
    art = element(
        "svg",
        element("defs", land_defs, definitions(id, [*stops, *legend_stops(spec)], kinds=True)),
        land,
        draw_sun(id, "", poster.width / 2, poster.camera.horizon, SUN),
        draw_tufts(id, poster),
        years,
        *(draw_road(id, road, bold=mono) for road in poster.roads),
        today,
        *(line.draw(id) for line in lines),
        *(draw_leader(id, sign) for _, sign in poster.signs),
        *(draw_marks(id, road, poster) for road in poster.roads),
        *(draw_sign(id, poster.roads[i], sign) for i, sign in poster.signs),
        *(draw_board(id, item) for item in poster.boards),
        legend,
        xmlns="http://www.w3.org/2000/svg",
        **{"xmlns:xlink": "http://www.w3.org/1999/xlink"},
        view_box=f"{-BEYOND:g} {-BEYOND:g} {poster.width + 2 * BEYOND:g} {poster.height + 2 * BEYOND:g}",
    )
    letters = [*head_words(spec, poster, paper, least), *today_words, *labels, *legend_words]
    letters += lane_words(poster, least)
    imprint = " · ".join(filter(None, (spec.imprint, spec.edition)))
    letters.append(set_line(imprint, 16, poster.height - 5, max(7.0, least), "plain", "gtext"))
    return Drawing(spec, sheet, art, tuple(letters), colours or {})
