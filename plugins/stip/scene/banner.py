"""The strip of landscape behind a page header, with one department's road or none."""

from __future__ import annotations

import functools

from stip.pen.boxes import Rect
from stip.pen.svg import drawing, element, group, path
from stip.scene import landscape
from stip.scene.landscape import Thing
from stip.scene.patterns import draw_pattern, pattern_number
from stip.scene.road import Road
from stip.scene.roadway import draw_edges
from stip.scene.spec import Lane
from stip.scene.sun import draw_glow, draw_sun

WIDTH = 1440.0
HEIGHT = 215.0
HORIZON = 168.0
SUN = (1238.0, 44.0)
ROAD = (
    (250.0, 236.0),
    (420.0, 209.0),
    (610.0, 197.0),
    (800.0, 187.0),
    (970.0, 180.5),
    (1110.0, 174.5),
    (1216.0, 169.5),
)
"""The course of the road, from the lower edge to the foot of the sun, in px."""
THINGS = (
    Thing("church", 1016, 58),
    Thing("gables", 1104, 34),
    Thing("turbine", 1352, 74),
    Thing("turbine", 1396, 56),
    Thing("poplar", 936, 26),
    Thing("poplar", 952, 32),
)
CLOUDS = ((818, 46, 80), (1056, 60, 62))


def draw_banner(lane: Lane | None, *, id: str = "stip-banner") -> str:  # noqa: A002
    """Draw the decorative strip as inline SVG, hidden from screen readers and without words.

    Its right side stays in view when the page crops it. `id` is unique on the page.
    """
    defs, land = _land(id)
    return drawing(
        id,
        WIDTH,
        HEIGHT,
        defs,
        land,
        draw_sun(id, "", SUN[0], HORIZON, SUN[1]),
        _road(lane, id) if lane else "",
        cls="stip-drawing--banner",
        fit="xMaxYMax slice",
    )


@functools.lru_cache(maxsize=8)
def _land(id: str) -> tuple[str, str]:  # noqa: A002
    """Return the definitions of the land and the land, the same on every page."""
    sky_def, sky = landscape.sky(id, WIDTH, HORIZON)
    glow_def, glow = draw_glow(id, SUN[0], HORIZON, SUN[1])
    cloud_def, clouds = landscape.clouds(id, CLOUDS)
    things_def, things = landscape.scenery(id, THINGS, HORIZON)
    ground_def, ground = landscape.ground(id, WIDTH, HORIZON, HEIGHT, "13")
    tufts = landscape.tufts(
        id, Rect(0, HORIZON + 14, WIDTH, HEIGHT - HORIZON - 16), 60, [], blocked=_near_road, scale=lambda _: 0.6
    )
    hills = landscape.hills(id, WIDTH, HORIZON, 16)
    return (
        element("defs", sky_def, glow_def, cloud_def, things_def, ground_def),
        group(sky, glow, clouds, hills, ground, things, tufts, cls="stip-d-landscape"),
    )


@functools.cache
def _course() -> Road:
    halves = tuple(13.0 - 11.8 * (i / (len(ROAD) - 1)) ** 0.8 for i in range(len(ROAD)))
    return Road(ROAD, halves)


def _near_road(x: float, y: float) -> bool:
    return x > ROAD[0][0] - 30 and _course().near(x, y, 12)


def _road(lane: Lane, id: str) -> str:  # noqa: A002
    return group(
        *_surface(pattern_number(lane.number)),
        *draw_edges(_course(), f"{id}-{lane.id}", 2),
        cls=f"stip-c{lane.colour}",
    )


@functools.cache
def _surface(pattern: int) -> tuple[str, ...]:
    """Return the road and one of its twelve patterns, the same for every department that has it."""
    road = _course()
    strokes = draw_pattern(road, pattern)
    return path(road.surface(), "stip-d-road"), *(path(d, "stip-d-pattern", stroke_width=w) for d, w in strokes)
