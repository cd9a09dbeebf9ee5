"""The land of the poster: sky, far hills, scenery along the horizon, grass."""

from __future__ import annotations

from stip.poster.layout import Poster
from stip.scene import landscape
from stip.scene.boxes import Rect
from stip.scene.landscape import Thing
from stip.scene.sun import draw_glow
from stip.scene.svg import group

BEYOND = 30.0
"""The land goes on so far beyond the sheet, in mm of A0, for the bleed of any size."""
SUN = 54.0
"""The radius of the sun."""
_THINGS = (
    ("church", 0.05, 84), ("gables", 0.125, 42), ("mill", 0.2, 66), ("poplar", 0.245, 36), ("poplar", 0.258, 44),
    ("poplar", 0.271, 38), ("poplar", 0.35, 30), ("poplar", 0.64, 32), ("poplar", 0.655, 38), ("gables", 0.71, 36),
    ("turbine", 0.78, 44), ("turbine", 0.83, 38), ("turbine", 0.88, 46), ("poplar", 0.93, 36), ("poplar", 0.945, 42),
    ("turbine", 0.975, 40),
)  # fmt: skip
"""Scenery along the horizon: name, part of the width, and height in mm of A0."""


def draw_land(id: str, poster: Poster) -> tuple[str, str]:  # noqa: A002
    """Return what the land refers to, and the land."""
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


def draw_tufts(id: str, poster: Poster) -> str:  # noqa: A002
    """Draw tufts of grass where it is free."""
    camera = poster.camera
    area = Rect(4, camera.horizon + 14, poster.width - 8, poster.height - camera.horizon - 34)

    def on_road(x: float, y: float) -> bool:
        near = min(y, camera.near)
        return any(abs(x - camera.x(road.x, near)) < 14 * camera.scale(near) + 3 for road in poster.roads)

    return landscape.tufts(
        id, area, 420, poster.obstacles, scale=lambda y: 0.35 + 0.65 * camera.scale(y), blocked=on_road
    )
