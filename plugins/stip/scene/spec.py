"""What a drawing shows: words, links and dates, all given; a drawing knows no language and no model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Band = Literal["now", "soon", "later"]
SUN = "*sun*"
"""Where a strand leads that joins no step: the horizon."""
Cut = Literal["wide", "middle", "phone"]


@dataclass(frozen=True)
class Stub:
    """A plank to or from a step of another department."""

    text: str
    """The whole text on the plank, for instance "wacht op: veilig inloggen"."""
    href: str
    lane_number: int
    colour: int
    """Path colour, 1 to 12."""


@dataclass(frozen=True)
class Ghost:
    """Where a step stood before it moved, on the same path."""

    text: str
    """The words on its board, for instance "stood here: January 2027"."""
    band: Band
    day: int
    """Ordinal of the first day."""


@dataclass(frozen=True)
class Stop:
    """One step of a path."""

    id: str
    title: str
    kind: str
    status: str
    status_text: str
    when_text: str
    href: str
    band: Band
    day: int | None
    """Ordinal of the first day; None when there is no date ("later")."""
    number: int | None = None
    """Number of an intervention, the same everywhere."""
    note: str | None = None
    mark: str = ""
    """What its mark tells: added, later or earlier; empty when it has none."""
    mark_text: str = ""
    ghost: Ghost | None = None
    waits_for: tuple[Stub, ...] = ()
    needed_by: tuple[Stub, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)
    """What a script may ask of the step, by name: written as data attributes of its link."""

    @property
    def name(self) -> str:
        """The accessible name: title, status, when, mark and note in one line."""
        parts = (self.title, self.status_text, self.when_text, self.mark_text, self.note)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Lane:
    """The path of one department."""

    id: str
    number: int
    colour: int
    """Path colour, 1 to 12."""
    name: str
    short: str
    href: str
    stops: tuple[Stop, ...]
    open_end: str = ""
    """Words at the end of a path that does not reach the horizon (route 0); empty when it does."""
    joins: str = ""
    """The id of the step on another lane of the drawing in which this path ends; empty when it ends by itself."""


@dataclass(frozen=True)
class Horizon:
    """The dot: the one shared goal."""

    title: str
    label: str
    """At most a few letters, drawn inside the dot, for instance "2031"."""
    text: str
    href: str


@dataclass(frozen=True)
class Year:
    """A year, or another period, as a band across all roads; days are ordinals, both inclusive."""

    label: str
    first_day: int
    last_day: int


@dataclass(frozen=True)
class BandText:
    """How one band of certainty is called on the ruler under a path."""

    band: Band
    title: str
    text: str


@dataclass(frozen=True)
class MapSpec:
    """The drawing of all paths. `id` prefixes every id in the SVG and is unique on its page."""

    id: str
    title: str
    description: str
    lanes: tuple[Lane, ...]
    links: tuple[tuple[str, str], ...]
    """Pairs of stop ids: the second waits for the first."""
    years: tuple[Year, ...]
    today: int
    today_text: str
    horizon: Horizon


@dataclass(frozen=True)
class Strand:
    """The path of a team, beside that of its department."""

    lane: Lane
    leads_to: str = ""
    """The id of the department's step that it joins, `SUN`, or nothing when it ends by itself."""


@dataclass(frozen=True)
class PathSpec:
    """The drawing of one path. `id` prefixes every id in the SVG and is unique on its page."""

    id: str
    title: str
    description: str
    lane: Lane
    today: int
    today_text: str
    bands: tuple[BandText, ...]
    horizon: Horizon
    start_text: str = ""
    strands: tuple[Strand, ...] = ()
    teams_text: str = ""
    """Words on one board that stands for all teams, when they are too many to be strands."""
    teams_href: str = ""

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Every step in the drawing, those of the teams last."""
        return (*self.lane.stops, *(stop for strand in self.strands for stop in strand.lane.stops))
