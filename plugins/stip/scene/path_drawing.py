"""Compose the strips of a path: land, road by certainty, signs, today, and the ruler under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from stip.pen.paths import curve
from stip.pen.sketch import board, hand, stroke
from stip.pen.svg import data, drawing, element, group, link, number, path, text
from stip.scene import path_style as style
from stip.scene.ghosts import draw_ghost, draw_moves
from stip.scene.marks import INTERVENTION, NUMBERED, definitions, status_mark
from stip.scene.path_land import draw_land
from stip.scene.patterns import draw_pattern
from stip.scene.planks import draw_planks
from stip.scene.road import Road
from stip.scene.roadway import draw_edges
from stip.scene.ruler import draw_ruler
from stip.scene.spec import PathSpec
from stip.scene.strand import StrandView
from stip.scene.strand_drawing import draw_strand
from stip.scene.strip import Spot, Strip
from stip.scene.sun import draw_sun
from stip.text.fonts import KEPT

_DASHES = {"soon": (44.0, 13.0), "later": (17.0, 9.0)}


def draw_strips(spec: PathSpec, strips: Sequence[Strip]) -> str:
    """Draw the whole path as inline SVG."""
    defs: list[str] = [definitions(spec.id, spec.stops)]
    parts: list[str] = []
    top = 0.0
    for strip, moves in zip(strips, draw_moves(spec.id, strips), strict=True):
        strip_defs, drawn = _draw_strip(spec, strip, moves)
        defs.append(strip_defs)
        parts.append(element("g", drawn, transform=f"translate(0 {number(top)})", cls=f"stip-c{spec.lane.colour}"))
        top += strip.height + style.RULER
    return drawing(
        spec.id,
        style.WIDTH,
        top,
        element("defs", *defs),
        *parts,
        cls="stip-drawing--path",
        title=spec.title,
        description=spec.description,
    )


def _draw_strip(spec: PathSpec, strip: Strip, moves: str) -> tuple[str, str]:
    prefix = f"{spec.id}-{strip.index}"
    defs, land = draw_land(strip, prefix)
    spots = [_draw_spot(spec, strip, spot) for spot in strip.spots]
    sun = ""
    if strip.ends_at_sun:
        sun = _sun(spec, strip, prefix)
    drawn = (
        land
        + group(*(road for view in strip.strands for road in _strand_road(strip, view, prefix)), cls="stip-d-roadway")
        + group(*_road(spec, strip, prefix), cls="stip-d-roadway")
        + moves
        + "".join(spots)
        + "".join(draw_strand(spec.id, strip.index, view) for view in strip.strands)
        + sun
        + draw_ruler(spec.bands, strip, prefix)
    )
    return defs, drawn


def _sun(spec: PathSpec, strip: Strip, prefix: str) -> str:
    spot = strip.spots[-1]
    shapes = draw_sun(prefix, spec.horizon.label, spot.x, strip.horizon, style.SUN_R)
    box = spot.words
    words = ""
    if spot.column.words and box:
        words = spot.column.words.draw(box.right, box.y, "stip-d-ink", "end")
        words += element("rect", cls="stip-d-ring", x=box.x - 6, y=box.y - 5, width=box.w + 12, height=box.h + 10, rx=5)
    return link(spec.horizon.href, spec.horizon.title, shapes, words, cls="stip-d-horizon", id=f"{spec.id}-horizon")


def _road(spec: PathSpec, strip: Strip, prefix: str) -> Iterator[str]:
    """The road by certainty: full with its pattern, long dashes, short thin dashes."""
    yield from _by_certainty(strip, strip.road, prefix, spec.lane.number)


def _strand_road(strip: Strip, view: StrandView, prefix: str) -> Iterator[str]:
    if view.road and view.strand:
        yield from _by_certainty(strip, view.road, f"{prefix}-{view.strand.lane.id}", None)


def _by_certainty(strip: Strip, whole: Road, prefix: str, pattern: int | None) -> Iterator[str]:
    for band, begin, end in strip.bands():
        start = 0.0 if begin <= 0 else whole.distance_at_x(begin)
        stop = whole.length if end >= style.WIDTH else whole.distance_at_x(end)
        if stop - start < 2:
            continue
        if band == "now":
            piece = whole.piece(start, stop)
            yield path(piece.surface(), "stip-d-road")
            if pattern is not None:
                for d, width in draw_pattern(piece, pattern):
                    yield path(d, "stip-d-pattern", stroke_width=width)
            yield from draw_edges(piece, f"{prefix}-{band}", 1 if pattern is None else 2)
        else:
            thin = style.LATER_PART if band == "later" else 0.88
            road = whole.thinner(thin, 2.6)
            dash, gap = _DASHES[band]
            planks = list(road.dashes(start + gap, stop, dash, gap))
            yield path("".join(plank.surface() for plank in planks), "stip-d-road")
            yield path("".join(_border(plank, prefix, i) for i, plank in enumerate(planks)), "stip-d-edge")


def _border(plank: Road, prefix: str, index: int) -> str:
    """The edges of one dash of road; its ends stay open, or it would look like a plank."""
    count = len(plank.points)
    stray = _stray(prefix, index, 2 * count)
    left, right = plank.sides
    return curve([(x, y + dy) for (x, y), dy in zip(left, stray, strict=False)]) + curve(
        [(x, y + dy) for (x, y), dy in zip(right, stray[count:], strict=True)]
    )


@lru_cache(maxsize=KEPT)
def _stray(prefix: str, index: int, count: int) -> tuple[float, ...]:
    """Return how far the points of a dash stray: the same on every page, for a drawing has the same name there."""
    dice = hand(prefix, "dash", index)
    return tuple([dice.uniform(-0.5, 0.5) for _ in range(count)])


def _draw_spot(spec: PathSpec, strip: Strip, spot: Spot) -> str:
    if spot.column.id == "today":
        return _today(spec, spot, strip)
    if spot.column.ghost:
        return draw_ghost(spec.id, spot.column.ghost, spot)
    if spot.column.sign is None:
        return _plain_words(spot, strip)
    sign, stop = spot.column.sign, spot.column.sign.stop
    box = spot.sign
    if box is None:
        return ""
    x, y = spot.mark
    dice = hand(spec.id, stop.id, "post")
    end = box.bottom if box.y < y else box.y
    dead = stop.status == "stopped"
    parts = [
        _dead_end(spec, strip, spot) if dead else "",
        path(stroke((x, y), (x, end), dice, 0.35), "stip-d-post"),
        status_mark(
            spec.id, stop, x, y, max(spot.radius, NUMBERED / 1.3) if stop.kind == INTERVENTION else spot.radius
        ),
        sign.draw(spec.id, box.x, box.y),
    ]
    classes = f"stip-d-stop stip-d-is-{stop.status}" + (" stip-d-dead" if dead else "")
    drawn = link(stop.href, stop.name, *parts, cls=classes, id=f"{spec.id}-stop-{stop.id}", **data(stop.data))
    if spot.column.planks and spot.planks:
        at = strip.road.at(strip.road.distance_at_x(spot.x))
        line, arms = draw_planks(spec.id, spot.column.planks, spot.x, spot.planks.y, (at.x, at.y), spot.radius)
        drawn = group(line, drawn, arms, cls="stip-d-spot")
    return drawn


def _dead_end(spec: PathSpec, strip: Strip, spot: Spot) -> str:
    """The grey stub with sleepers, from the road to where the step stopped."""
    x, y = spot.mark
    start = strip.road.at(strip.road.distance_at_x(spot.x - 26))
    sign = 1 if y > start.y else -1
    begin = (start.x, start.y + sign * start.half * 0.7)
    points = tuple((begin[0] + (x - begin[0]) * (t / 8), begin[1] + (y - begin[1]) * (t / 8) ** 1.15) for t in range(9))
    stub = Road(points, (6.5,) * 9)
    bars = draw_pattern(stub, 3)
    return (
        path(stub.surface(), "stip-d-dead-end")
        + "".join(path(d, "stip-d-sleepers") for d, _ in bars)
        + path(stub.edges(f"{spec.id}-{spot.column.id}", 1), "stip-d-edge")
    )


def _today(spec: PathSpec, spot: Spot, strip: Strip) -> str:
    box = spot.words
    if box is None:
        return ""
    x = spot.mark[0]
    place = strip.road.at(strip.road.distance_at_x(x))
    edge = place.y - place.half
    dice = hand(spec.id, "today")
    scale = 0.62
    bike = element(
        "use",
        xlink_href=f"#{spec.id}-{strip.index}-bicycle",
        transform=f"translate({x - 44:.1f} {edge - 40 * scale + 4:.1f}) scale({scale})",
    )
    return group(
        bike,
        path(stroke((x + 12, box.bottom), (x + 12, edge + 6), dice, 0.3), "stip-d-post"),
        element("rect", cls="stip-d-shade", x=box.x + 2.5, y=box.y + 3, width=box.w, height=box.h, rx=3),
        path(board(box.x, box.y, box.w, box.h, dice), "stip-d-today-board"),
        text(spec.today_text, x, box.y + 21, 16, "stip-hand stip-d-bold stip-d-on-sun", "middle"),
        cls="stip-d-today",
    )


def _plain_words(spot: Spot, strip: Strip) -> str:
    if spot.column.words is None or spot.words is None or spot.column.id == "sun":
        return ""
    words = spot.column.words.draw(spot.words.x, spot.words.y, "stip-d-gtext")
    if spot.column.id == "end":
        end = strip.road.at(strip.road.length)
        words += element("circle", cls="stip-d-open-end", cx=end.x, cy=end.y, r=9)
    return words
