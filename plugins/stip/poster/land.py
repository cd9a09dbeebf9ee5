"""The land of the poster: sky, far hills, grass, and the scenery that stands wherever there is room for it."""

from __future__ import annotations

from collections.abc import Sequence

from stip import art
from stip.pen.boxes import Rect
from stip.pen.sketch import hand
from stip.pen.svg import group
from stip.poster.free import Near, Room
from stip.poster.layout import Poster
from stip.scene import landscape
from stip.scene.landscape import Thing
from stip.scene.sun import draw_glow

BEYOND = 30.0
"""The land goes on so far beyond the sheet, in mm of A0, for the bleed of any size."""
SUN = 54.0
"""The radius of the sun."""
_THINGS = (
    ("church", 0.05, 84), ("gables", 0.13, 40), ("mill", 0.21, 66), ("turbine", 0.82, 46), ("turbine", 0.88, 40),
    ("turbine", 0.94, 48), ("gables", 0.72, 36), ("poplar", 0.25, 38), ("poplar", 0.265, 46), ("poplar", 0.28, 40),
    ("poplar", 0.35, 32), ("poplar", 0.64, 34), ("poplar", 0.655, 40), ("poplar", 0.96, 38), ("poplar", 0.975, 44),
)  # fmt: skip
"""Scenery: name, the part of the width where it stands best, and its height in mm of A0."""
_SIZES = (1.0, 0.8, 0.62)
_CLOUDS = ((0.36, 30, 70), (0.6, 26, 78), (0.3, 120, 58), (0.7, 100, 62), (0.86, 60, 66))
"""Clouds: the part of the width and the height where each floats best, and its width."""
_COWS = 7
_FOOT = {"church": 130, "gables": 80, "mill": 150, "poplar": 80, "turbine": 150, "cow": 40}
"""The y, in each drawing's own units, that stands on the ground."""


def draw_land(id: str, poster: Poster, hills: str, things: Sequence[Thing], clouds: Sequence[Rect]) -> tuple[str, str]:  # noqa: A002
    """Return what the land refers to, and the land; `hills` stand on its horizon."""
    width, horizon = poster.width + 2 * BEYOND, poster.camera.horizon + BEYOND
    layers = [
        landscape.sky(id, width, horizon),
        draw_glow(id, width / 2, horizon, SUN),
        landscape.clouds(id, [(c.x + c.w / 2 + BEYOND, c.y + c.h / 2 + BEYOND, c.w) for c in clouds]),
        ("", landscape.hills(id, width, horizon, 18)),
        ("", group(hills, transform=f"translate({BEYOND:g} {BEYOND:g})")),
        landscape.ground(id, width, horizon, poster.height + 2 * BEYOND),
        landscape.scenery(id, [_moved(thing) for thing in things], horizon),
    ]
    shapes = group(*(shape for _, shape in layers), transform=f"translate({-BEYOND:g} {-BEYOND:g})")
    return "".join(definition for definition, _ in layers), shapes


def place_things(id: str, poster: Poster, room: Room) -> list[Thing]:  # noqa: A002
    """Stand the scenery along the horizon where it is free, else in the meadow before it; what has no room is away.

    Takes the room that it gives.
    """
    horizon = poster.camera.horizon
    placed: list[Thing] = []
    meadow = Rect(4, horizon, poster.width - 8, (poster.camera.far - horizon) * 1.3)
    for name, part, full in _THINGS:
        wanted = part * poster.width
        for size in _SIZES:
            height = full * size
            w = art.scenery(name).size[0] * height / _FOOT[name] * 0.9
            found = room.slide(Rect(wanted - w / 2, horizon - height, w, height), poster.width * 0.25)
            found = found or room.find(w, height, meadow, Near(wanted - w / 2, horizon, 2.0))
            if found:
                room.take([found], 1.0)
                placed.append(Thing(name, found.x + w / 2, height, found.bottom - horizon))
                break
    return [*placed, *_graze(id, poster, room)]


def _graze(id: str, poster: Poster, room: Room) -> list[Thing]:  # noqa: A002
    """Let cows graze where the meadow is free."""
    dice, camera = hand(id, "cows"), poster.camera
    placed: list[Thing] = []
    for _ in range(60):
        x, y = dice.random() * poster.width, camera.horizon + 22 + dice.random() * (camera.near - camera.horizon - 22)
        height = 15 * (0.4 + 0.6 * camera.scale(y))
        spot = Rect(x - height, y - height - 2, 2 * height, height + 4)
        if len(placed) < _COWS and room.is_free(Rect(spot.x - 8, spot.y - 6, spot.w + 16, spot.h + 12)):
            room.take([spot], 30.0)
            placed.append(Thing("cow", x, height, y - camera.horizon))
    return placed


def place_clouds(poster: Poster, room: Room) -> list[Rect]:
    """Let clouds float where the sky is free."""
    sky = Rect(10, 8, poster.width - 20, poster.camera.horizon - 70)
    placed: list[Rect] = []
    for part, y, w in _CLOUDS:
        wanted = part * poster.width
        found = room.find(w, w * 0.42, sky, Near(wanted - w / 2, y, 2.0))
        if found:
            room.take([found], 30.0)
            placed.append(found)
    return placed


def draw_tufts(id: str, poster: Poster, room: Room) -> str:  # noqa: A002
    """Draw tufts of grass where it is free."""
    camera = poster.camera
    area = Rect(4, camera.horizon + 14, poster.width - 8, poster.height - camera.horizon - 34)
    return landscape.tufts(
        id,
        area,
        420,
        (),
        scale=lambda y: 0.35 + 0.65 * camera.scale(y),
        blocked=lambda x, y: not room.is_free(Rect(x - 5, y - 8, 10, 8)),
    )


def _moved(thing: Thing) -> Thing:
    return Thing(thing.name, thing.x + BEYOND, thing.height, thing.nearer)
