"""What is put up where the sheet is free: the legend, the code, and who walks where."""

from __future__ import annotations

from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.poster.free import Room
from stip.poster.layout import FOOT, Poster
from stip.poster.legend import SIZE, marks_paper, paths_paper, place_paper
from stip.poster.lettering import Letters
from stip.poster.scan import place_scan
from stip.poster.sheets import Sheet
from stip.poster.spec import PosterSpec

EDGE = 12.0
"""So far papers keep from the trim, in mm of A0."""
APART = 8.0


@dataclass(frozen=True)
class Papers:
    """The papers as drawn, their words, and their places by name: legend, code, paths."""

    shapes: tuple[str, ...]
    words: tuple[Letters, ...]
    places: dict[str, Rect]


def areas(poster: Poster) -> tuple[Rect, Rect]:
    """Return the sky, where papers are put up first, and the whole sheet."""
    return (
        Rect(EDGE, EDGE, poster.width - 2 * EDGE, poster.camera.horizon - EDGE),
        Rect(EDGE, EDGE, poster.width - 2 * EDGE, poster.height - EDGE - FOOT),
    )


def put_up_papers(spec: PosterSpec, poster: Poster, sheet: Sheet, room: Room, *, lines: bool) -> Papers:
    """Find places for all papers, the most needed first, and draw them; takes their room.

    What has no room is not there: each board has the number of its road too, and the address stands below.
    `lines` says whether there are dashed lines to explain.
    """
    id, least = spec.map.id, sheet.least / sheet.scale  # noqa: A001
    sky, whole = areas(poster)
    shapes: list[str] = []
    words: list[Letters] = []
    places: dict[str, Rect] = {}

    def put(name: str, rect: Rect, drawn: tuple[str, list[Letters]]) -> None:
        room.take([rect], APART)
        places[name] = rect
        shapes.append(drawn[0])
        words.extend(drawn[1])

    for size in (SIZE, least):
        legend = marks_paper(spec, least, lines=lines, today=poster.rows.today is not None, size=size)
        place = place_paper(legend, room, sky, whole)
        if place:
            put("legend", place[0], legend.draw(id, *place))
            break
    scan = place_scan(spec, sheet, room, sky, whole)
    if scan:
        put("code", scan[1], scan[0].draw(id, scan[1], spec.link))
    paths = paths_paper(spec, [view.lane for view in poster.roads], least)
    place = None if spec.spots else place_paper(paths, room, sky, whole)  # places for stickers go before
    if place:
        put("paths", place[0], paths.draw(id, *place))
    return Papers(tuple(shapes), tuple(words), places)
