"""The land of a strip: sky, bands of certainty as tints of the grass, scenery that fills what is free."""

from __future__ import annotations

from stip import art
from stip.pen.boxes import Rect, around
from stip.pen.svg import element, group, number, path
from stip.scene import landscape
from stip.scene import path_style as style
from stip.scene.landscape import Thing
from stip.scene.strip import Strip
from stip.scene.sun import draw_glow

_BESIDE = 16.0
"""So far from a road nothing grows or grazes, in px."""


def draw_land(strip: Strip, prefix: str) -> tuple[str, str]:
    """Return the definitions of a strip's land, and the land."""
    sky_def, sky = landscape.sky(prefix, style.WIDTH, strip.horizon)
    glow_def = glow = ""
    if strip.ends_at_sun:
        glow_def, glow = draw_glow(prefix, strip.spots[-1].x, strip.horizon, style.SUN_R)
    cloud_def, clouds = landscape.clouds(prefix, _clouds(strip))
    taken = [*strip.boxes, *(Rect(0, row.y - 16, style.WIDTH, 32) for row in strip.strands)]
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
        blocked=lambda x, y: strip.road.near(x, y, _BESIDE),
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


def _crosses_road(strip: Strip, box: Rect) -> bool:
    if any(box.holds(spot.x, y, 30) for spot in strip.spots for y in (box.y, box.bottom)):
        return True
    return any(strip.road.near(x, y, _BESIDE) for x in (box.x, box.right) for y in (box.y, box.bottom))


def _clouds(strip: Strip) -> list[tuple[float, float, float]]:
    if strip.index == 0:
        return [(672, 52, 84), (956 if strip.ends_at_sun else 1058, 58, 70)]
    return [(300, 40, 66)] if strip.horizon > 90 else []


def _things(strip: Strip) -> list[Thing]:
    if strip.ends_at_sun:
        sun = strip.spots[-1].x
        return [
            Thing("poplar", sun - 168, 34),
            Thing("poplar", sun - 150, 42),
            Thing("mill", sun + 96, 66),
            Thing("church", 510, 56),
            Thing("poplar", 566, 28),
            Thing("poplar", 582, 34),
        ]
    if strip.index % 2:
        return [
            Thing("turbine", 1006, 46),
            Thing("turbine", 1046, 40),
            Thing("poplar", 240, 28),
            Thing("poplar", 258, 34),
        ]
    return [Thing("church", 773, 58), Thing("poplar", 835, 30), Thing("poplar", 851, 36)]
