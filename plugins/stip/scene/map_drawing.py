"""Draw the placed map: landscape, years, roads, boards, signs and the words of the horizon."""

from __future__ import annotations

from stip.pen.boxes import Rect, around
from stip.pen.paths import curve, polyline
from stip.pen.sketch import board, hand, wavering
from stip.pen.svg import drawing, element, group, link, path, text
from stip.scene import landscape
from stip.scene.lanes import draw_lane, draw_lane_apart
from stip.scene.map_signs import POST, draw_sign
from stip.scene.map_style import MapStyle
from stip.scene.map_view import TODAY, MapView
from stip.scene.marks import definitions
from stip.scene.signs import balanced, focus_ring
from stip.scene.spec import MapSpec
from stip.scene.start import Start
from stip.scene.sun import draw_glow, draw_sun


def draw_map(spec: MapSpec, view: MapView, start: Start, style: MapStyle) -> str:
    """Draw one cut of the map as inline SVG."""
    stops = [mark.stop for lane in view.lanes for mark in lane.marks]
    land_defs, land = _land(spec, style)
    return drawing(
        spec.id,
        style.width,
        style.height,
        element("defs", land_defs, definitions(spec.id, stops, kinds=bool(view.signs))),
        land,
        draw_sun(spec.id, spec.horizon.label, style.sun_x, style.horizon, style.sun_r, least=style.least),
        group(_tufts(spec, view, style), _lines(spec, view, style), cls="stip-d-meadow"),
        _lanes(spec, view, start, style),
        _today(spec, view),
        group(*_labels(view), cls="stip-d-years"),
        group(*(draw_sign(spec.id, sign) for sign in view.signs), cls="stip-d-signs"),
        _words(spec, style),
        cls=f"stip-drawing--map stip-drawing--{style.name}",
        title=spec.title,
        description=spec.description,
    )


def _land(spec: MapSpec, style: MapStyle) -> tuple[str, str]:
    """Return the definitions of the landscape, and the landscape."""
    layers = [
        landscape.sky(spec.id, style.width, style.horizon),
        draw_glow(spec.id, style.sun_x, style.horizon, style.sun_r),
        landscape.clouds(spec.id, style.clouds),
        ("", landscape.birds(*style.birds) if style.birds else ""),
        ("", landscape.hills(spec.id, style.width, style.horizon, style.hill)),
        landscape.ground(spec.id, style.width, style.horizon, style.height),
        ("", landscape.water(spec.id, *style.water) if style.water else ""),
        landscape.scenery(spec.id, style.things, style.horizon),
    ]
    defs = "".join(definition for definition, _ in layers)
    return defs, group(*(shape for _, shape in layers), cls="stip-d-landscape")


def _tufts(spec: MapSpec, view: MapView, style: MapStyle) -> str:
    camera = view.camera

    def on_road(x: float, y: float) -> bool:
        near = min(y, camera.near)
        return any(abs(x - lane.at(camera, near)) < 9 + 22 * camera.scale(y) for lane in view.lanes)

    return landscape.tufts(
        spec.id,
        Rect(0, style.horizon + 20, style.width, style.height - style.horizon - 24),
        style.tufts,
        [*view.boxes, *(around(*disc) for disc in view.discs)],
        scale=lambda y: 0.25 + 0.75 * camera.scale(y),
        blocked=on_road,
    )


def _lines(spec: MapSpec, view: MapView, style: MapStyle) -> str:
    lines = (landscape.band_line(f"{spec.id}-{y:.0f}", (0, y), (style.width, y)) for y in view.lines)
    return path("".join(lines), "stip-d-band-line")


def _labels(view: MapView) -> list[str]:
    return [
        text(
            label.words,
            label.box.right if label.anchor == "end" else label.box.x,
            label.box.bottom - label.box.h * 0.22,
            label.box.h,
            "stip-hand stip-d-bold stip-d-gtext",
            label.anchor,
        )
        for label in view.labels
    ]


def _lanes(spec: MapSpec, view: MapView, start: Start, style: MapStyle) -> str:
    """Draw all lanes; with discs in several rows the roads come first, or they would cross the discs."""
    parts = list(zip(view.lanes, start.boards, view.discs, strict=True))
    if start.rows == 1:
        drawn = (draw_lane(spec.id, lane, sign, style, at, view.today_y) for lane, sign, at in parts)
        return group(*drawn, cls="stip-d-lanes")
    layers = [draw_lane_apart(spec.id, lane, sign, style, at, view.today_y) for lane, sign, at in parts]
    return group(*(road for road, _ in layers), cls="stip-d-lanes") + group(
        *(disc for _, disc in layers), cls="stip-d-discs"
    )


def _today(spec: MapSpec, view: MapView) -> str:
    box = view.today
    if box is None:
        return ""
    x = box.x + box.w / 2
    return group(
        path(polyline([(x, box.bottom), (x, box.bottom + POST)]), "stip-d-post"),
        path(board(box.x, box.y, box.w, box.h, hand(spec.id, "today")), "stip-d-today-board"),
        text(spec.today_text, x, box.y + 18.5, TODAY, "stip-hand stip-d-bold stip-d-on-sun", "middle"),
        cls="stip-d-today",
    )


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
    return link(
        spec.horizon.href,
        spec.horizon.title,
        path(arrow + head, "stip-d-arrow"),
        block.draw(x, top, "stip-d-ink"),
        focus_ring(x, top, block.width, block.height),
        cls="stip-d-horizon",
        id=f"{spec.id}-horizon",
    )
