"""Measures of the two cuts of the map, in px of their view box."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stip.scene.landscape import Thing
from stip.scene.spec import Cut


@dataclass(frozen=True)
class MapStyle:
    """One cut of the map."""

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
        width=1440,
        height=800,
        horizon=372,
        near=676,
        far=450,
        sun_x=870,
        sun_r=54,
        foot=40,
        margin=26,
        road=18,
        marker=10,
        boards=True,
        board_top=716,
        board_height=60,
        board_gap=14,
        disc=17,
        year_sizes=(22, 14),
        things=(
            Thing("church", 158, 92),
            Thing("gables", 290, 46),
            Thing("mill", 414, 74),
            Thing("poplar", 470, 40),
            Thing("poplar", 488, 48),
            Thing("poplar", 508, 42),
            Thing("poplar", 534, 36),
            Thing("poplar", 1092, 36),
            Thing("poplar", 1110, 42),
            Thing("turbine", 1216, 108),
            Thing("turbine", 1270, 84),
            Thing("turbine", 1318, 120),
            Thing("turbine", 1376, 78),
            Thing("poplar", 1408, 40),
            Thing("poplar", 1428, 46),
            Thing("cow", 1262, 13, 34),
            Thing("cow", 1312, 15, 46),
            Thing("cow", 1388, 14, 36),
        ),
        clouds=((742, 62, 92), (1290, 72, 126), (1392, 196, 70), (640, 262, 70)),
        birds=(1010, 76),
        hill=24,
        water=(392, 14, 420),
        tufts=210,
        words_at=(1010, 176, 320),
    ),
    "phone": MapStyle(
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
        year_sizes=(14, 14),
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
