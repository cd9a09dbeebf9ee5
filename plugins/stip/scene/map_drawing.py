"""Compose the map: landscape, years, roads, boards, signs and the words of the horizon."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from stip.scene import landscape
from stip.scene.boxes import Rect, around, is_free
from stip.scene.lanes import Disc, LaneView, draw_lane, draw_lane_apart, least_distance, see_lane
from stip.scene.map_signs import draw_sign, place_signs
from stip.scene.map_style import MapStyle
from stip.scene.marks import definitions
from stip.scene.perspective import Camera
from stip.scene.signs import balanced
from stip.scene.sketch import board, curve, hand, polyline, wavering
from stip.scene.spec import MapSpec
from stip.scene.start import Start
from stip.scene.sun import draw_glow, draw_sun
from stip.scene.svg import drawing, element, group, link, path, text
from stip.scene.world import World
from stip.text.fonts import measure

MOST_PITCH = 300.0
"""Few roads stay together in the middle instead of running along the edges, in px at 1440 wide."""


def draw_map(spec: MapSpec, world: World, start: Start, style: MapStyle) -> str:
    """Draw one cut of the map as inline SVG."""
    places = _spread(world.places, start, style)
    discs = _discs(start, places, style)
    camera = _camera(world, places, discs, style)
    pitch = least_distance(places)
    views = [
        see_lane(lane, x, world.rows.row_of, camera, style, pitch, style.height + 6)
        for lane, x in zip(world.lanes, places, strict=True)
    ]
    taken = [
        *(
            Rect(x - b.width / 2, style.board_top, b.width, style.board_height)
            for b, x in zip(start.boards, places, strict=True)
            if b.words
        ),
        *(around(x, y, r) for x, y, r in discs),
    ]
    year_lines, year_labels, year_boxes = _years(spec, world, camera, views, style, taken)
    today_y = None if world.rows.today is None else camera.y(world.rows.today)
    today, today_boxes = _today(spec, world, camera, views, style, [*taken, *year_boxes])
    area = Rect(8, style.horizon + 10, style.width - 16, style.height - style.horizon - 10)
    letter = 15.0 if len(views) <= 10 else 14.0
    signs = place_signs(views, [*taken, *year_boxes, *today_boxes], area, letter) if style.boards else ()
    blocked = [*taken, *year_boxes, *today_boxes, *(sign.rect for sign in signs)]
    prefix = spec.id
    sky_def, sky = landscape.sky(prefix, style.width, style.horizon)
    ground_def, ground = landscape.ground(prefix, style.width, style.horizon, style.height)
    glow_def, glow = draw_glow(prefix, style.sun_x, style.horizon, style.sun_r)
    cloud_def, clouds = landscape.clouds(prefix, style.clouds)
    scenery_def, scenery = landscape.scenery(prefix, style.things, style.horizon)
    marks_def = definitions(prefix, (stop for lane in world.lanes for stop in lane.stops), kinds=bool(signs))
    tufts = landscape.tufts(
        prefix,
        Rect(0, style.horizon + 20, style.width, style.height - style.horizon - 24),
        style.tufts,
        blocked,
        scale=lambda y: 0.25 + 0.75 * camera.scale(y),
        blocked=lambda x, y: any(
            abs(x - view.at(camera, min(y, camera.near))) < 9 + 22 * camera.scale(y) for view in views
        ),
    )
    lanes = _lanes(prefix, views, start, discs, style, today_y)
    return drawing(
        prefix,
        style.width,
        style.height,
        element("defs", sky_def, ground_def, glow_def, cloud_def, scenery_def, marks_def),
        group(
            sky,
            glow,
            clouds,
            landscape.birds(*style.birds) if style.birds else "",
            landscape.hills(prefix, style.width, style.horizon, style.hill),
            ground,
            landscape.water(prefix, *style.water) if style.water else "",
            scenery,
            cls="stip-d-landscape",
        ),
        draw_sun(prefix, spec.horizon.label, style.sun_x, style.horizon, style.sun_r),
        group(tufts, year_lines, cls="stip-d-meadow"),
        lanes,
        group(today, cls="stip-d-today"),
        group(year_labels, cls="stip-d-years"),
        group(*(draw_sign(prefix, sign) for sign in signs), cls="stip-d-signs"),
        _words(spec, style),
        cls="stip-drawing--map" if style.boards else "stip-drawing--map stip-drawing--phone",
        title=spec.title,
        description=spec.description,
    )


def _lanes(
    prefix: str,
    views: Sequence[LaneView],
    start: Start,
    discs: Sequence[Disc],
    style: MapStyle,
    today: float | None,
) -> str:
    """Draw all lanes; with discs in several rows the roads come first, or they would cross the discs."""
    drawn = zip(views, start.boards, discs, strict=True)
    if start.rows == 1:
        return group(*(draw_lane(prefix, v, b, style, at, today) for v, b, at in drawn), cls="stip-d-lanes")
    layers = [draw_lane_apart(prefix, v, b, style, at, today) for v, b, at in drawn]
    return group(*(road for road, _ in layers), cls="stip-d-lanes") + group(
        *(disc for _, disc in layers), cls="stip-d-discs"
    )


def _spread(places: Sequence[float], start: Start, style: MapStyle) -> tuple[float, ...]:
    """Scale the engine's places to the free width."""
    if not places:
        return ()
    half = [max(b.width, 2 * start.disc if start.rows == 1 else 0) / 2 for b in start.boards]
    left = style.margin + max(half[0], start.disc)
    right = style.width - style.margin - max(half[-1], start.disc)
    if len(places) == 1:
        return ((left + right) / 2,)
    limit = MOST_PITCH * style.width / 1440 * (len(places) - 1)
    if right - left > limit:
        middle = (left + right) / 2
        left, right = middle - limit / 2, middle + limit / 2
    first, last = places[0], places[-1]
    return tuple(left + (right - left) * (x - first) / ((last - first) or 1) for x in places)


def _camera(world: World, places: Sequence[float], discs: Sequence[Disc], style: MapStyle) -> Camera:
    return Camera(
        horizon=style.horizon,
        near=min([style.near, *(y - r - 8 for _, y, r in discs)]),
        far=style.far,
        rows=max(world.rows.count, 1),
        sun=style.sun_x,
        foot=style.foot * min(1.0, 0.25 + len(places) / 10),
        left=places[0] if places else style.margin,
        right=places[-1] if places else style.width - style.margin,
    )


def _discs(start: Start, places: Sequence[float], style: MapStyle) -> list[Disc]:
    """Return the discs: on top of the boards, or in rows in turn when they stand alone."""
    r = start.disc
    if any(board.words for board in start.boards):
        return [(x, style.board_top - r * 0.35, r) for x in places]
    base = style.height - r - 8
    return [(x, base - (i % start.rows) * (2 * r + 3), r) for i, x in enumerate(places)]


def _years(
    spec: MapSpec, world: World, camera: Camera, views: Sequence[LaneView], style: MapStyle, taken: Sequence[Rect]
) -> tuple[str, str, list[Rect]]:
    """Return the lines between years, their labels and the boxes of the labels."""
    rows = world.rows
    edges = [*rows.year_starts, rows.year_end]
    lines: list[str] = []
    labels: list[str] = []
    boxes: list[Rect] = []
    last_line = style.height
    for year, (begin, end) in zip(spec.years, itertools.pairwise(edges), strict=True):
        low, high = camera.y(begin), camera.y(end)
        if last_line - high >= 7:
            line = landscape.band_line(f"{spec.id}-{year.label}", (0, high), (style.width, high))
            lines.append(path(line, "stip-d-band-line"))
            last_line = high
        size = max(style.year_sizes[1], style.year_sizes[0] * camera.scale((low + high) / 2) ** 0.6)
        for box, anchor in _label_places(year.label, size, low, high, style):
            if is_free(box, [*taken, *boxes], 2) and not any(_on_road(view, camera, box) for view in views):
                x = box.right if anchor == "end" else box.x
                face = "stip-hand stip-d-bold stip-d-gtext"
                labels.append(text(year.label, x, box.bottom - box.h * 0.22, box.h, face, anchor))
                boxes.append(box)
                break
    return "".join(lines), "".join(labels), boxes


def _label_places(words: str, size: float, low: float, high: float, style: MapStyle) -> Iterator[tuple[Rect, str]]:
    """Yield places for a label within its band: left, else right; in the middle, else nearer, else farther.

    A label that finds no place as large as it should be may be smaller, down to the least size.
    """
    edge = 20 if style.boards else 6
    for letter in (size, (size + style.year_sizes[1]) / 2, style.year_sizes[1]):
        width = measure(words, "hand-bold", letter)
        for y in ((low + high) / 2, low - letter * 0.6, high + letter * 0.6):
            top = y - letter / 2
            yield Rect(edge, top, width, letter), ""
            yield Rect(style.width - edge - width, top, width, letter), "end"


def _on_road(view: LaneView, camera: Camera, box: Rect) -> bool:
    for y in (box.y, box.y + box.h / 2, box.bottom):
        half = max(2.0, view.road.halves[0] * camera.scale(y))
        # Where a road runs flat, it covers more than its width at one height.
        here, near = view.at(camera, y), view.at(camera, y + 6)
        if min(here, near) - half - 6 < box.right and box.x < max(here, near) + half + 6:
            return True
    return False


def _today(
    spec: MapSpec, world: World, camera: Camera, views: Sequence[LaneView], style: MapStyle, taken: Sequence[Rect]
) -> tuple[str, list[Rect]]:
    """Return one small yellow board where today is, if there is room for it beside the roads."""
    if world.rows.today is None or not style.boards:
        return "", []
    y = camera.y(world.rows.today)
    size = 15.0
    width = measure(spec.today_text, "hand-bold", size) + 18
    marks = [mark.box for view in views for mark in view.marks]
    seen = [view.at(camera, y) for view in views]
    middles = [(a + b) / 2 for a, b in itertools.pairwise(seen)]
    for x in [style.width - 14 - width / 2, 14 + width / 2, *sorted(middles, reverse=True)]:
        box = Rect(x - width / 2, y - 13, width, 26)
        if is_free(box, [*taken, *marks], 4) and not any(_on_road(view, camera, box) for view in views):
            post = polyline([(x, box.bottom), (x, box.bottom + 9)])
            words = text(spec.today_text, x, box.y + 18.5, size, "stip-hand stip-d-bold stip-d-on-sun", "middle")
            plate = path(board(box.x, box.y, box.w, box.h, hand(spec.id, "today")), "stip-d-today-board")
            return path(post, "stip-d-post") + plate + words, [box]
    return "", []


def _words(spec: MapSpec, style: MapStyle) -> str:
    """Draw the words of the horizon in the sky, with an arrow to the dot."""
    if style.words_at is None or not spec.horizon.text:
        return ""
    x, y, width = style.words_at
    block = balanced(spec.horizon.text, "hand-bold", 21, width, 3)
    top = y - block.height / 2
    tip = (style.sun_x + style.sun_r * 1.06, style.horizon - style.sun_r * 1.68)
    tail = (x - 12, top + block.height * 0.45)
    bend = (tip[0] + (tail[0] - tip[0]) * 0.3, tail[1] + (tip[1] - tail[1]) * 0.12)
    dice = hand(spec.id, "arrow")
    arrow = curve(wavering([tail, ((tail[0] + bend[0]) / 2, (tail[1] + bend[1]) / 2 + 1), bend, tip], dice, 1.2))
    head = polyline([(tip[0] - 4, tip[1] - 11), tip, (tip[0] + 9, tip[1] - 8)])
    ring = element(
        "rect", cls="stip-d-ring", x=x - 8, y=top - 6, width=block.width + 16, height=block.height + 12, rx=5
    )
    return link(
        spec.horizon.href,
        spec.horizon.title,
        path(arrow + head, "stip-d-arrow"),
        block.draw(x, top, "stip-d-ink"),
        ring,
        cls="stip-d-horizon",
        id=f"{spec.id}-horizon",
    )
