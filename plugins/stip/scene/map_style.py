"""Measures of the cuts of the map, in px of their view box: wide from 1280 px on, middle from 620 px, phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stip.scene.landscape import Thing
from stip.scene.spec import Cut


@dataclass(frozen=True)
class MapStyle:
    """One cut of the map."""

    name: Cut
    width: float
    height: float
    horizon: float
    near: float
    """The y of the start line: above it are the steps, below it the boards."""
    far: float
    """The y where the last year ends."""
    sun_x: float
    sun_r: float
    foot: float
    margin: float
    """Free space left and right of the outermost boards or discs."""
    road: float
    """Half the width of a road at the start line, at most."""
    marker: float
    """Radius of a step's mark at the start line, at most."""
    boards: bool
    """Boards with names and signs with titles; else discs alone."""
    board_top: float
    board_height: float
    board_gap: float
    disc: float
    """Radius of the number discs."""
    year_sizes: tuple[float, float]
    """Letter size of the nearest year and the least size."""
    least: float
    """The smallest letter, so that it is 14 px in the narrowest window that shows this cut: 1280, 620 and 320 px."""
    things: tuple[Thing, ...]
    clouds: tuple[tuple[float, float, float], ...]
    birds: tuple[float, float] | None
    hill: float
    water: tuple[float, float, float] | None
    """A ditch from the left edge: its y, depth and length."""
    tufts: int
    words_at: tuple[float, float, float] | None
    """Where the words of the horizon stand: x, y and width."""


STYLES: Mapping[Cut, MapStyle] = {
    "wide": MapStyle(
        name="wide",
        width=1260,
        height=770,
        horizon=358,
        near=648,
        far=432,
        sun_x=760,
        sun_r=51,
        foot=38,
        margin=18,
        road=14,
        marker=9.5,
        boards=True,
        board_top=689,
        board_height=60,
        board_gap=12,
        disc=16,
        year_sizes=(21, 14.5),
        least=14.0,
        things=(
            Thing("church", 138, 88),
            Thing("gables", 252, 44),
            Thing("mill", 362, 71),
            Thing("poplar", 412, 38),
            Thing("poplar", 428, 46),
            Thing("poplar", 446, 40),
            Thing("poplar", 470, 34),
            Thing("poplar", 946, 34),
            Thing("poplar", 964, 40),
            Thing("turbine", 1056, 102),
            Thing("turbine", 1104, 80),
            Thing("turbine", 1148, 114),
            Thing("turbine", 1200, 74),
            Thing("poplar", 1230, 38),
            Thing("poplar", 1248, 44),
            Thing("cow", 1100, 13, 32),
            Thing("cow", 1146, 15, 43),
            Thing("cow", 1214, 14, 34),
        ),
        clouds=((650, 60, 86), (1130, 70, 114), (1216, 190, 64), (560, 254, 64)),
        birds=(884, 74),
        hill=24,
        water=(376, 13, 366),
        tufts=195,
        words_at=(890, 170, 300),
    ),
    "middle": MapStyle(
        name="middle",
        width=600,
        height=360,
        horizon=128,
        near=296,
        far=182,
        sun_x=345,
        sun_r=34,
        foot=26,
        margin=12,
        road=10,
        marker=6.5,
        boards=False,
        board_top=330,
        board_height=0,
        board_gap=4,
        disc=18,
        year_sizes=(16, 14.5),
        least=14.5,
        things=(
            Thing("church", 52, 56),
            Thing("gables", 122, 28),
            Thing("mill", 176, 44),
            Thing("poplar", 212, 24),
            Thing("poplar", 222, 29),
            Thing("poplar", 446, 24),
            Thing("turbine", 482, 66),
            Thing("turbine", 522, 54),
            Thing("turbine", 562, 78),
            Thing("cow", 540, 9, 22),
        ),
        clouds=((182, 34, 56), (500, 40, 64)),
        birds=(262, 44),
        hill=13,
        water=(136, 7, 180),
        tufts=90,
        words_at=None,
    ),
    "phone": MapStyle(
        name="phone",
        width=360,
        height=430,
        horizon=128,
        near=358,
        far=186,
        sun_x=195,
        sun_r=31,
        foot=22,
        margin=6,
        road=7,
        marker=5.5,
        boards=False,
        board_top=398,
        board_height=0,
        board_gap=2,
        disc=16.2,
        year_sizes=(16, 16),
        least=16.0,
        things=(
            Thing("church", 32, 52),
            Thing("gables", 94, 26),
            Thing("poplar", 132, 22),
            Thing("poplar", 262, 24),
            Thing("turbine", 292, 62),
            Thing("turbine", 332, 76),
        ),
        clouds=((292, 40, 62),),
        birds=(66, 34),
        hill=12,
        water=None,
        tufts=70,
        words_at=None,
    ),
}
"""Sky, sun and scenery are the same for every roadmap; everything on the ground follows the data."""
