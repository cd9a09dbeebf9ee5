"""What a poster shows: the paths as on the map, and the words around them, all given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from stip.scene.spec import MapSpec

OPEN = "open"
"""The kind of a stop that is no step but a place for a sticker: its note is its number, its title only makes room."""


@dataclass(frozen=True)
class Spots:
    """The numbered places for stickers that are on no road, and the note that says what to do with all of them."""

    note: str
    ring: tuple[str, ...]
    """Round the dot, for what people want for themselves."""
    years: Mapping[str, tuple[str, ...]]
    """Free ones in a year, by its label."""


@dataclass(frozen=True)
class PosterSpec:
    """One poster; its links are full addresses, or empty when the site has none."""

    map: MapSpec
    language: str
    name: str
    """The name of the programme."""
    mission: str
    horizon: str
    """The dot and its date in words."""
    goals: tuple[str, ...]
    """What the organisation wants to reach on its way to the dot, in a few words each."""
    imprint: str
    """The organisation and the reference date."""
    edition: str
    """Which edition this print is, in words; a print without one is a concept."""
    link: str
    """The full address to which the code leads, or empty: then there is no code."""
    scan: str
    """What who scans the code gets."""
    short_address: str
    """The address as people type it, printed under the code."""
    day: dt.date
    """The reference date: the only today there is."""
    statuses: Mapping[str, str]
    """The word of each status, in the order of the legend."""
    kinds: Mapping[str, str]
    legend: str
    waits: str
    """What a dashed line means."""
    dot: str
    """What the sun means."""
    paths: str
    """The heading over the number and pattern of each department."""
    note: str = ""
    """Which steps a poster of a part of the organisation shows; empty when that needs no word."""
    guests: frozenset[str] = frozenset()
    """The ids of the lanes that are there only because others wait for a step on them."""
    spots: Spots | None = None
    """Places for stickers, on the poster of a workshop."""
