"""Draw the placed poster by hand: land, years, roads, dashed lines, marks, signs and boards; and set its words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stip.poster.boards import DISC, NameBoard
from stip.poster.columns import Sign
from stip.poster.dependencies import find_lines
from stip.poster.layout import MARGIN, MARK, Poster, RoadView
from stip.poster.legend import draw_legend, legend_stops
from stip.poster.lettering import Letters, even, set_line, set_words
from stip.poster.sheets import Sheet
from stip.poster.spec import PosterSpec
from stip.scene import landscape
from stip.scene.boxes import Rect, is_free
from stip.scene.landscape import Thing
from stip.scene.marks import definitions, disc, fit, kind_mark, status_mark
from stip.scene.patterns import draw_pattern
from stip.scene.road import Road
from stip.scene.roadway import draw_edges
from stip.scene.signs import balanced, plate
from stip.scene.sketch import between, board, curve, hand, stroke, wavering
from stip.scene.sun import RISEN, draw_glow, draw_sun
from stip.scene.svg import element, group, path

BEYOND = 30.0
"""The land goes on so far beyond the sheet, in mm of A0, for the bleed of any size."""
SUN = 54.0
NAME = 54.0
YEAR = 16.0
_THINGS = (
    ("church", 0.05, 84), ("gables", 0.125, 42), ("mill", 0.2, 66), ("poplar", 0.245, 36), ("poplar", 0.258, 44),
    ("poplar", 0.271, 38), ("poplar", 0.35, 30), ("poplar", 0.64, 32), ("poplar", 0.655, 38), ("gables", 0.71, 36),
    ("turbine", 0.78, 44), ("turbine", 0.83, 38), ("turbine", 0.88, 46), ("poplar", 0.93, 36), ("poplar", 0.945, 42),
    ("turbine", 0.975, 40),
)  # fmt: skip
"""Scenery along the horizon: name, part of the width, and height in mm of A0."""


@dataclass(frozen=True)
class Drawing:
    """A poster as drawn on its sheet: SVG without its words, and its words in the order in which they are read.

    The drawing refers to colours by name; `colours` are those that a site has of its own, name to (light, dark).
    """

    spec: PosterSpec
    sheet: Sheet
    art: str
    letters: tuple[Letters, ...]
    colours: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def draw_poster(
    spec: PosterSpec, poster: Poster, sheet: Sheet, colours: Mapping[str, tuple[str, str]] | None = None
) -> Drawing:
    """Draw the art and set the words."""
    id, least = spec.map.id, sheet.least / sheet.scale  # noqa: A001
    legend, legend_words, paper = draw_legend(spec, poster.width - 14, least)
    today, today_words, today_box = _today(spec, poster, least)
    years, labels = _years(spec, poster, least, _line_box(today_box, poster))
    stops = [sign.stop for _, sign in poster.signs]
    land_defs, land = _land(id, poster)
    lines = find_lines(spec.map, poster, [today_box] if today_box else [])
    art = element(
        "svg",
        element("defs", land_defs, definitions(id, [*stops, *legend_stops(spec)], kinds=True)),
        land,
        draw_sun(id, "", poster.width / 2, poster.camera.horizon, SUN),
        _tufts(id, poster),
        years,
        *(_road(id, road) for road in poster.roads),
        today,
        *(line.draw(id) for line in lines),
        *(_leader(id, sign) for _, sign in poster.signs),
        *(_marks(id, road, poster) for road in poster.roads),
        *(_sign(id, poster.roads[i], sign) for i, sign in poster.signs),
        *(_board(id, item) for item in poster.boards),
        legend,
        xmlns="http://www.w3.org/2000/svg",
        **{"xmlns:xlink": "http://www.w3.org/1999/xlink"},
        view_box=f"{-BEYOND:g} {-BEYOND:g} {poster.width + 2 * BEYOND:g} {poster.height + 2 * BEYOND:g}",
    )
    letters = [*_head(spec, poster, paper, least), *today_words, *labels, *legend_words]
    letters += _lane_words(poster, least)
    letters.append(set_line(spec.imprint, 16, poster.height - 5, max(7.0, least), "plain", "gtext"))
    return Drawing(spec, sheet, art, tuple(letters), colours or {})


def _land(id: str, poster: Poster) -> tuple[str, str]:  # noqa: A002
    width, horizon = poster.width + 2 * BEYOND, poster.camera.horizon + BEYOND
    things = [Thing(name, BEYOND + part * poster.width, height) for name, part, height in _THINGS]
    layers = [
        landscape.sky(id, width, horizon),
        draw_glow(id, width / 2, horizon, SUN),
        landscape.clouds(id, ((width * 0.39, 168, 64), (width * 0.655, 56, 72), (width * 0.73, 132, 58))),
        ("", landscape.birds(width * 0.33, horizon - 66)),
        ("", landscape.hills(id, width, horizon, 22)),
        landscape.ground(id, width, horizon, poster.height + 2 * BEYOND),
        landscape.scenery(id, things, horizon),
    ]
    shapes = group(*(shape for _, shape in layers), transform=f"translate({-BEYOND:g} {-BEYOND:g})")
    return "".join(definition for definition, _ in layers), shapes


def _tufts(id: str, poster: Poster) -> str:  # noqa: A002
    camera = poster.camera
    area = Rect(4, camera.horizon + 14, poster.width - 8, poster.height - camera.horizon - 34)

    def on_road(x: float, y: float) -> bool:
        near = min(y, camera.near)
        return any(abs(x - camera.x(road.x, near)) < 14 * camera.scale(near) + 3 for road in poster.roads)

    return landscape.tufts(
        id, area, 420, poster.obstacles, scale=lambda y: 0.35 + 0.65 * camera.scale(y), blocked=on_road
    )


def _years(spec: PosterSpec, poster: Poster, least: float, taken: Sequence[Rect]) -> tuple[str, list[Letters]]:
    """Draw the lines between years, and their labels at both sides."""
    rows, camera = poster.rows, poster.camera
    edges = [camera.y(u) for u in (*rows.year_starts, rows.year_end)]
    lines = "".join(
        landscape.band_line(f"{spec.map.id}-{i}", (-BEYOND, y), (poster.width + BEYOND, y)) for i, y in enumerate(edges)
    )
    letters = []
    for year, (low, high) in zip(spec.map.years, itertools.pairwise(edges), strict=True):
        size = max(least, min(YEAR * camera.scale((low + high) / 2) ** 0.6, (low - high) * 0.9))
        for x, anchor in ((12.0, ""), (poster.width - 12.0, "end")):
            for part in (0.5, 0.3, 0.7, 0.12, 0.88):
                y = low + (high - low) * part + size * 0.36
                box = Rect(poster.width - MARGIN if anchor else 0.0, y - size * 0.8, MARGIN, size)
                if is_free(box, taken, 2):
                    role = "decoration" if anchor else "text"
                    letters.append(set_line(year.label, x, y, size, "hand-bold", "gtext", anchor, role=role))  # type: ignore[arg-type]
                    break
    return path(lines, "stip-d-band-line"), letters


def _line_box(board: Rect | None, poster: Poster) -> list[Rect]:
    """Return what the line of today takes, from edge to edge, with its board."""
    return [board, Rect(0, board.y + board.h / 2 - 3, poster.width, 6)] if board else []


def _today(spec: PosterSpec, poster: Poster, least: float) -> tuple[str, list[Letters], Rect | None]:
    if poster.rows.today is None:
        return "", [], None
    y = poster.camera.y(poster.rows.today)
    line = curve(wavering(between((-BEYOND, y), (poster.width + BEYOND, y), 60), hand(spec.map.id, "today"), 0.8))
    block = balanced(spec.map.today_text, "hand-bold", max(9.0, least), MARGIN - 8, 3)
    box = Rect(6, y - block.height / 2 - 3, max(block.width + 9, 30), block.height + 6)
    drawn = group(
        path(line, "stip-d-today-bar stip-d-today-bar--line", stroke_width=3.4),
        path(line, "stip-d-today-bar", stroke_width=1.8),
        path(board(box.x, box.y, box.w, box.h, hand(spec.map.id, "board")), "stip-d-today-board"),
    )
    return drawn, [set_words(block, box.x + box.w / 2, box.y + 3.6, "warn-ink", "middle")], box


def _road(id: str, view: RoadView) -> str:  # noqa: A002
    road, planks = view.road, []
    if view.lane.open_end:
        top = min((y for _, y in view.marks.values()), default=road.points[0][1])
        full = next((d for d, p in zip(road.distances, road.points, strict=True) if p[1] < top - 8), road.length * 0.6)
        planks = list(road.dashes(full + 6, road.length, 10, 7))
        road = road.piece(0, full)
    pattern = (path(d, "stip-d-pattern", stroke_width=width) for d, width in draw_pattern(road, view.lane.number))
    return group(
        path(road.surface(), "stip-d-road"),
        *pattern,
        *draw_edges(road, f"{id}-{view.lane.id}", 2),
        *(path(plank.surface(), "stip-d-road stip-d-plank") for plank in planks),
        cls=f"stip-c{view.lane.colour}",
    )


def _leader(id: str, sign: Sign) -> str:  # noqa: A002
    """Draw what ties a sign to its mark: a stroke, or for a stopped step a grey road that ends there."""
    x, y = sign.mark
    end = min(max(y, sign.rect.y + 4), sign.rect.bottom - 4)
    if sign.stop.status == "stopped":
        points = tuple((x + (sign.rect.x - x) * i / 3, y + (end - y) * i / 3) for i in range(4))
        stub = Road(points, (2.4,) * 4)
        bars = "".join(d for d, _ in draw_pattern(stub, 3))
        return path(stub.surface(), "stip-d-dead-end") + path(bars, "stip-d-sleepers")
    line = stroke((x, y), (sign.rect.x + 1, end), hand(id, sign.stop.id, "leader"), 0.25)
    return path(line, "stip-d-post", stroke_width=1.2)


def _marks(id: str, view: RoadView, poster: Poster) -> str:  # noqa: A002
    drawn = []
    for stop in view.lane.stops:
        x, y = view.marks[stop.id]
        drawn.append(status_mark(id, stop, x, y, MARK * poster.camera.scale(y) ** 0.5))
    return group(*drawn, cls=f"stip-c{view.lane.colour}")


def _sign(id: str, view: RoadView, sign: Sign) -> str:  # noqa: A002
    rect = sign.rect
    icon = kind_mark(id, sign.stop, sign.icon_x, rect.y + (rect.h - sign.icon) / 2, sign.icon) if sign.icon else ""
    return group(plate(id, sign.stop.id, rect.x, rect.y, rect.w, rect.h), icon, cls=f"stip-c{view.lane.colour}")


def _board(id: str, item: NameBoard) -> str:  # noqa: A002
    rect = item.rect
    return group(
        element("rect", cls="stip-d-shade", x=rect.x + 3, y=rect.y + 3.5, width=rect.w, height=rect.h, rx=4),
        path(board(rect.x, rect.y, rect.w, rect.h, hand(id, item.lane.id, "board")), "stip-d-board"),
        disc(item.lane, item.x, rect.y - DISC * 0.45, DISC, least=1e9),
        cls=f"stip-c{item.lane.colour}",
    )


def _head(spec: PosterSpec, poster: Poster, paper: Rect, least: float) -> Iterator[Letters]:
    """Set the name, the mission, and the words of the dot."""
    middle = poster.width / 2
    room = middle - SUN * 2.9 - 24
    name = even(spec.name, "hand-bold", fit(spec.name, "hand-bold", NAME, room), room, 2)
    yield set_words(name, 24, 10, "ink", role="title")
    mission = even(spec.mission, "hand", max(12.5, least), room, 4)
    yield set_words(mission, 24, 10 + name.height, "ink")
    horizon = poster.camera.horizon
    wide = min(middle - room - 30, paper.x - middle - 12) * 2
    words = even(spec.horizon, "hand-bold", max(15.0, least), wide, 4)
    yield set_words(words, middle, max(8.0, horizon - SUN * 2.05 - words.height), "dot-line", "middle")
    label = spec.map.horizon.label
    size = fit(label, "hand-bold", SUN * 0.62, SUN * 1.5)
    yield set_line(label, middle, horizon - SUN * RISEN + size * 0.4, size, "hand-bold", "on-dot", "middle")


def _lane_words(poster: Poster, least: float) -> Iterator[Letters]:
    """Set each department with its steps after it."""
    boards = {item.lane.id: item for item in poster.boards}
    for i, view in enumerate(poster.roads):
        item = boards[view.lane.id]
        rect, number = item.rect, str(view.lane.number)
        size = fit(number, "plain-bold", DISC * 1.1, DISC * 1.45)
        y = rect.y - DISC * 0.45 + size * 0.35
        yield set_line(number, item.x, y, size, "plain-bold", "on-path", "middle", role="decoration")
        x, top = rect.x + rect.w / 2, rect.y + 2 + item.words.size * 0.1
        yield set_words(item.words, x, top, "on-path", "middle", role="unit", href=view.lane.href)
        signs = {sign.stop.id: sign for index, sign in poster.signs if index == i}
        for stop in view.lane.stops:
            sign = signs[stop.id]
            if stop.number is not None:
                x, y = sign.icon_x + sign.icon / 2, sign.rect.y + sign.rect.h / 2 + sign.icon * 0.3
                yield set_line(str(stop.number), x, y, least, "plain-bold", "warn-ink", "middle", role="decoration")
            top = sign.rect.y + (sign.rect.h - sign.words.height) / 2 + sign.words.size * 0.05
            yield set_words(sign.words, sign.words_x, top, "ink", role="step", href=stop.href)


def with_words(drawn: Drawing) -> str:
    """Return the whole drawing as one SVG, words included, for who needs no PDF."""
    head, _, tail = drawn.art.rpartition("</svg>")
    return head + "".join(item.svg() for item in drawn.letters) + "</svg>" + tail
