"""Compose the strips of a path: land, road by certainty, signs, today, and the ruler under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stip import art
from stip.scene import landscape
from stip.scene import path_style as style
from stip.scene.boxes import Rect, around
from stip.scene.landscape import Thing
from stip.scene.marks import INTERVENTION, NUMBERED, definitions, status_mark
from stip.scene.patterns import draw_pattern
from stip.scene.planks import draw_planks
from stip.scene.road import Road
from stip.scene.roadway import draw_edges
from stip.scene.sketch import board, curve, hand, stroke
from stip.scene.spec import BandText, PathSpec
from stip.scene.strip import Spot, Strip
from stip.scene.sun import draw_glow, draw_sun
from stip.scene.svg import drawing, element, group, link, number, path, text
from stip.text.fonts import measure

_DASHES = {"soon": (44.0, 13.0), "later": (17.0, 9.0)}
_TINTS = {"now": "3", "soon": "2", "later": "1"}


def draw_strips(spec: PathSpec, strips: Sequence[Strip]) -> str:
    """Draw the whole path as inline SVG."""
    defs: list[str] = [definitions(spec.id, spec.lane.stops)]
    parts: list[str] = []
    top = 0.0
    for strip in strips:
        strip_defs, drawn = _draw_strip(spec, strip)
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


def _draw_strip(spec: PathSpec, strip: Strip) -> tuple[str, str]:
    prefix = f"{spec.id}-{strip.index}"
    defs, land = _land(strip, prefix)
    spots = [_draw_spot(spec, strip, spot) for spot in strip.spots]
    sun = ""
    if strip.ends_at_sun:
        sun = _sun(spec, strip, prefix)
    drawn = (
        land
        + sun
        + group(*_road(spec, strip, prefix), cls="stip-d-roadway")
        + "".join(spots)
        + _ruler(spec.bands, strip, prefix)
    )
    return defs, drawn


def _land(strip: Strip, prefix: str) -> tuple[str, str]:
    sky_def, sky = landscape.sky(prefix, style.WIDTH, strip.horizon)
    glow_def = glow = ""
    if strip.ends_at_sun:
        glow_def, glow = draw_glow(prefix, strip.spots[-1].x, strip.horizon, style.SUN_R)
    cloud_def, clouds = landscape.clouds(prefix, _clouds(strip))
    taken = [box for spot in strip.spots for box in spot.boxes]
    meadow = Rect(0, strip.horizon + 24, style.WIDTH, strip.height - strip.horizon - 30)
    cattle = landscape.graze(
        prefix,
        meadow,
        taken,
        scale=lambda y: 0.5 + 0.5 * (y - strip.horizon) / (strip.height - strip.horizon),
        blocked=lambda box: _crosses_road(strip, box),
        most=3,
    )
    things_def, things = landscape.scenery(prefix, _things(strip), strip.horizon)
    cattle_def, herd = landscape.scenery(f"{prefix}-near", cattle, 0.0)
    things_def += cattle_def
    if any(spot.column.id == "today" for spot in strip.spots):
        things_def += element("g", art.scenery("bicycle").body.strip(), id=f"{prefix}-bicycle")
    tints, lines = [], []
    bands = strip.bands()
    for i, (band, begin, _) in enumerate(bands):
        left = _edge(prefix, begin, strip) if i else f"M0 {number(strip.height)}V{number(strip.horizon)}"
        right = f"H{number(style.WIDTH)}V{number(strip.height)}z"
        tints.append(path(left + right, f"stip-d-ground-{band}"))
        if i:
            dots = " stip-d-band-line--dotted" if band == "later" else ""
            lines.append(path(_edge(prefix, begin, strip), f"stip-d-band-line{dots}"))
    tufts = landscape.tufts(
        prefix,
        meadow,
        round((strip.height - strip.horizon) * 0.36),
        [*taken, *(around(thing.x, thing.nearer - 10, 30) for thing in cattle)],
        scale=lambda y: 0.45 + 0.55 * (y - strip.horizon) / (strip.height - strip.horizon),
        blocked=lambda x, y: _near_road(strip.road, x, y),
    )
    return sky_def + glow_def + cloud_def + things_def, group(
        sky,
        glow,
        clouds,
        landscape.hills(prefix, style.WIDTH, strip.horizon, 20),
        things,
        *tints,
        tufts,
        herd,
        cls="stip-d-landscape",
    ) + group(*lines, cls="stip-d-meadow")


def _edge(prefix: str, x: float, strip: Strip) -> str:
    """The border of two bands: slanting a little, as seen from the road."""
    return landscape.band_line(f"{prefix}-{x:.0f}", (x - 13, strip.height), (x + 13, strip.horizon + 1))


def _near_road(road: Road, x: float, y: float) -> bool:
    place = road.at(road.distance_at_x(x))
    return abs(place.y - y) < place.half + 16


def _crosses_road(strip: Strip, box: Rect) -> bool:
    if any(box.holds(spot.x, y, 30) for spot in strip.spots for y in (box.y, box.bottom)):
        return True
    return any(_near_road(strip.road, x, y) for x in (box.x, box.right) for y in (box.y, box.bottom))


def _clouds(strip: Strip) -> list[tuple[float, float, float]]:
    if strip.index == 0:
        return [(770, 52, 84), (1096 if strip.ends_at_sun else 1210, 58, 70)]
    return [(300, 40, 66)] if strip.horizon > 90 else []


def _things(strip: Strip) -> list[Thing]:
    if strip.ends_at_sun:
        sun = strip.spots[-1].x
        return [
            Thing("poplar", sun - 168, 34),
            Thing("poplar", sun - 150, 42),
            Thing("mill", sun + 96, 66),
            Thing("church", 584, 56),
            Thing("poplar", 640, 28),
            Thing("poplar", 656, 34),
        ]
    if strip.index % 2:
        return [
            Thing("turbine", 1150, 46),
            Thing("turbine", 1190, 40),
            Thing("poplar", 240, 28),
            Thing("poplar", 258, 34),
        ]
    return [Thing("church", 884, 58), Thing("poplar", 946, 30), Thing("poplar", 962, 36)]


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
    whole = strip.road
    for band, begin, end in strip.bands():
        start = 0.0 if begin <= 0 else whole.distance_at_x(begin)
        stop = whole.length if end >= style.WIDTH else whole.distance_at_x(end)
        if stop - start < 2:
            continue
        if band == "now":
            piece = whole.piece(start, stop)
            yield path(piece.surface(), "stip-d-road")
            for d, width in draw_pattern(piece, spec.lane.number):
                yield path(d, "stip-d-pattern", stroke_width=width)
            yield from draw_edges(piece, f"{prefix}-{band}", 2)
        else:
            thin = style.LATER_PART if band == "later" else 0.88
            road = Road(whole.points, tuple(max(2.6, half * thin) for half in whole.halves))
            dash, gap = _DASHES[band]
            planks = list(road.dashes(start + gap, stop, dash, gap))
            yield path("".join(plank.surface() for plank in planks), "stip-d-road")
            yield path("".join(_border(plank, prefix, i) for i, plank in enumerate(planks)), "stip-d-edge")


def _border(plank: Road, prefix: str, index: int) -> str:
    """The edges of one dash of road; its ends stay open, or it would look like a plank."""
    dice = hand(prefix, "dash", index)
    return "".join(curve([(x, y + dice.uniform(-0.5, 0.5)) for x, y in plank.side(part)]) for part in (1.0, -1.0))


def _draw_spot(spec: PathSpec, strip: Strip, spot: Spot) -> str:
    if spot.column.id == "today":
        return _today(spec, spot, strip)
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
    drawn = link(stop.href, stop.name, *parts, cls=classes, id=f"{spec.id}-stop-{stop.id}")
    if spot.column.planks and spot.planks:
        at = strip.road.at(strip.road.distance_at_x(spot.x))
        drawn = draw_planks(spec.id, spot.column.planks, spot.x, spot.planks.y, (at.x, at.y), spot.radius) + drawn
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


def _ruler(bands: Sequence[BandText], strip: Strip, prefix: str) -> str:
    """The ruler under a strip: what each band is called, as far as it fits in its width."""
    top = strip.height
    line = landscape.band_line(f"{prefix}-ruler", (0, top), (style.WIDTH, top))
    under = landscape.band_line(f"{prefix}-under", (0, top + style.RULER), (style.WIDTH, top + style.RULER))
    parts = [
        element("rect", cls="stip-d-ruler", y=top, width=style.WIDTH, height=style.RULER),
        path(line + under, "stip-d-ruler-line"),
    ]
    text_of = {band.band: band for band in bands}
    for i, (band, begin, end) in enumerate(strip.bands()):
        words = text_of.get(band)
        if words is None:
            continue
        left = max(begin + 10, style.MARGIN) - (13 if i else 0)
        if i:
            parts.append(path(f"M{number(begin - 13)} {number(top)}v9", "stip-d-ruler-tick"))
        parts.append(_ruler_words(words, left, min(end - 13, style.WIDTH - style.MARGIN) - left - 8, top))
    return group(*parts, cls="stip-d-scale")


def _ruler_words(words: BandText, x: float, room: float, top: float) -> str:
    size = 20.0
    title = measure(words.title, "hand-bold", size)
    if title > room:
        return ""
    drawn = text(words.title, x, top + 31, size, "stip-hand stip-d-bold stip-d-ink")
    if title + 10 + measure(words.text, "plain", 14.5) > room:
        return drawn
    return drawn + text(words.text, x + title + 10, top + 30, 14.5, "stip-plain stip-d-ink2")
