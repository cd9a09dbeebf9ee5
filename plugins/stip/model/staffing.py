"""Staffing: the hours that projects ask of departments in a quarter, against the hours that these have for change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model.practices import Project, ProjectStatus
from stip.periods import Period, quarters_between

if TYPE_CHECKING:
    from stip.model.roadmap import Roadmap


@dataclass(frozen=True)
class Asked:
    """What projects ask of one unit in one quarter, in whole hours; `projects` are the hours by project.

    `capacity` is how many hours the unit has for change in a quarter; None when it does not tell.
    """

    unit: str
    quarter: Period
    projects: Mapping[str, int]
    capacity: int | None

    @property
    def hours(self) -> int:
        """What all projects ask together."""
        return sum(self.projects.values())

    @property
    def above(self) -> int:
        """How many hours more are asked than there are; zero when there is room, or nobody knows."""
        return 0 if self.capacity is None else max(0, self.hours - self.capacity)


def asked_hours(roadmap: Roadmap) -> tuple[Asked, ...]:
    """Return what projects ask of every unit in every quarter for which hours are written: by unit, by time.

    Hours count for the unit that is named, not for those in it or above it. Hours of a period that touches more than
    one quarter are split evenly over those; what cannot be divided in whole hours goes to the first of them, so that
    no hour is lost. `later` lies in no quarter. A stopped project asks nothing more; one that was only proposed does.
    """
    found: defaultdict[str, defaultdict[Period, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for project in roadmap.of(Project):
        for one in project.hours if project.status is not ProjectStatus.STOPPED else ():
            for quarter, hours in _split(one.hours, one.when).items():
                projects = found[one.department][quarter]
                projects[project.id] = projects.get(project.id, 0) + hours
    return tuple(
        Asked(unit.id, quarter, found[unit.id][quarter], unit.capacity)
        for unit in roadmap.units.values()
        if unit.id in found
        for quarter in sorted(found[unit.id])
    )


def _split(hours: int, when: Period) -> Mapping[Period, int]:
    if when.first is None or when.last is None:
        return {}
    quarters = tuple(quarters_between(when.first, when.last))
    each, rest = divmod(hours, len(quarters))
    return {quarter: each + (place < rest) for place, quarter in enumerate(quarters)}
