"""Workload: how much change comes to a team at once, beside its own busy and quiet times."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model.practices import Season, SeasonKind
from stip.model.steps import ANNOUNCED
from stip.periods import Period, Precision, month_of, quarter_of, quarters_between

if TYPE_CHECKING:
    from stip.model.roadmap import Roadmap
    from stip.model.steps import Step
    from stip.model.units import Unit

USUAL_IMPACT = 2
"""The impact of a step that declares none."""
PERCENT_A_POINT = 10
"""How much of a quarter's hours one point of impact takes."""
_FULL = 80
"""From what share of the most load on a quarter is full, in percent."""


class Level(enum.StrEnum):
    """How full a quarter of a unit is: with room, nearly full, or over the most load."""

    CALM = "calm"
    FULL = "full"
    TOO_FULL = "too-full"


@dataclass(frozen=True)
class Load:
    """What a quarter asks of one unit: the steps that go live, their points, and its own seasons."""

    unit: str
    quarter: Period
    points: int
    steps: tuple[str, ...]
    seasons: tuple[SeasonKind, ...]
    percent: int
    level: Level


@dataclass(frozen=True)
class Clash:
    """A step that goes live in a busy season of its unit."""

    step: str
    season: str


def begin(step: Step) -> Period:
    """Return when a step goes live, as precisely as its author knows: of a range that is its first end."""
    return step.when.start or step.when


def reckon_workload(roadmap: Roadmap) -> tuple[Load, ...]:
    """Reckon the load of every unit with announced steps, for each quarter with a step or a season: by unit, by time.

    The points of a quarter are the impact (else USUAL_IMPACT) of the steps that go live in it; a step of which only
    the year is known counts in none. The load is that of the fullest season in the quarter (a season without `load`
    adds none) with PERCENT_A_POINT for every point. Over `adoption.most_load` it is too full, from four fifths of
    that on full.
    """
    most, rows = roadmap.adoption.most_load, []
    seasons = _Seasons(roadmap)
    first, last = roadmap.settings.start.first, roadmap.mission.horizon.when.last
    for unit in roadmap.units.values():
        announced = [step for step in unit.steps if step.status in ANNOUNCED]
        live: dict[Period, list[Step]] = {}
        for step in announced:
            day = begin(step).first
            if day and begin(step).precision < Precision.YEAR:
                live.setdefault(quarter_of(day), []).append(step)
        own: dict[Period, list[Season]] = {}
        for season in seasons.of(unit, roadmap) if announced else ():
            for quarter in seasons.quarters(season, first, last):
                own.setdefault(quarter, []).append(season)
        rows += [_load(unit, quarter, live, own, most) for quarter in sorted({*live, *own})]
    return tuple(rows)


def _load(
    unit: Unit, quarter: Period, live: Mapping[Period, list[Step]], own: Mapping[Period, list[Season]], most: int
) -> Load:
    steps, seasons = live.get(quarter, []), own.get(quarter, [])
    points = sum(step.impact or USUAL_IMPACT for step in steps)
    percent = max((season.load or 0 for season in seasons), default=0) + points * PERCENT_A_POINT
    kinds = tuple(kind for kind in SeasonKind if any(season.kind is kind for season in seasons)) if seasons else ()
    return Load(
        unit=unit.id,
        quarter=quarter,
        points=points,
        steps=tuple(step.id for step in steps),
        seasons=kinds,
        percent=percent,
        level=Level.TOO_FULL if percent > most else Level.FULL if percent * 100 >= most * _FULL else Level.CALM,
    )


def changes_by_month(roadmap: Roadmap) -> Mapping[tuple[str, Period], tuple[str, ...]]:
    """Return the announced steps by (unit, month) in which they go live, of which at least the month is known."""
    found: dict[tuple[str, Period], list[str]] = {}
    for unit in roadmap.units.values():
        for step in unit.steps:
            day = begin(step).first
            if day and step.status in ANNOUNCED and begin(step).precision <= Precision.MONTH:
                found.setdefault((unit.id, month_of(day)), []).append(step.id)
    return {key: tuple(steps) for key, steps in found.items()}


def clashes(roadmap: Roadmap) -> Iterator[Clash]:
    """Yield every announced step that surely goes live in a busy season of its unit, with the first such season."""
    seasons = _Seasons(roadmap)
    if seasons.none:
        return
    for unit in roadmap.units.values():
        busy = [season for season in seasons.of(unit, roadmap) if season.kind is SeasonKind.BUSY]
        for step in unit.steps if busy else ():
            if step.status in ANNOUNCED:
                season = next((season for season in busy if _inside(begin(step), season.when)), None)
                if season is not None:
                    yield Clash(step.id, season.id)


class _Seasons:
    """The seasons by the unit that they name; '' is every unit."""

    def __init__(self, roadmap: Roadmap) -> None:
        self._named: dict[str, list[Season]] = {}
        self._quarters: dict[str, tuple[Period, ...]] = {}
        for season in roadmap.of(Season):
            for unit in season.departments or ("",):
                self._named.setdefault(unit, []).append(season)

    @property
    def none(self) -> bool:
        """Whether nobody has declared a season."""
        return not self._named

    def of(self, unit: Unit, roadmap: Roadmap) -> tuple[Season, ...]:
        """Return the seasons of a unit: that name it, or a unit above it, or nobody; each once."""
        if self.none:
            return ()
        around = (unit.id, *(above.id for above in roadmap.ancestors(unit)), "")
        return tuple({season.id: season for name in around for season in self._named.get(name, ())}.values())

    def quarters(self, season: Season, first: dt.date | None, last: dt.date | None) -> tuple[Period, ...]:
        """Return the quarters of a season, as far as the programme lasts; reckoned once for all units."""
        if season.id not in self._quarters:
            self._quarters[season.id] = tuple(_quarters(season.when, first, last))
        return self._quarters[season.id]


def _inside(inner: Period, outer: Period) -> bool:
    """Tell whether one period lies wholly in another; `later` lies in none."""
    if inner.first is None or inner.last is None or outer.first is None or outer.last is None:
        return False
    return outer.first <= inner.first and inner.last <= outer.last


def _quarters(period: Period, first: dt.date | None, last: dt.date | None) -> Iterator[Period]:
    """Yield the quarters that a period touches, as far as the programme lasts."""
    if period.first and period.last:
        yield from quarters_between(max(period.first, first or period.first), min(period.last, last or period.last))
