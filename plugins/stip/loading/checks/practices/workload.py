"""Workload: no team gets too much at once, and nothing goes live in a team's busy season."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model.practices import Season
from stip.model.workload import Level, changes_by_month, clashes, reckon_workload
from stip.periods import written_period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model.workload import Load
    from stip.periods import Period


def quarters_are_not_too_full(whole: Whole) -> Iterator[Finding]:
    """No quarter to come asks more of a team than the most load; said once, the fullest first.

    Only of who says something about load: an adoption framework, a season, or the impact of a step.
    """
    roadmap = whole.roadmap
    if full := full_quarters(whole):
        names = (f"{roadmap.units[load.unit].name} {_written(load.quarter)} ({load.percent}%)" for load in full)
        values = {"count": len(full), "names": listing(names), "highest": roadmap.adoption.most_load}
        yield Finding("quarters_are_not_too_full", whole.step(full[0].steps[0]).place("when"), values)


def months_hold_few_changes(whole: Whole) -> Iterator[Finding]:
    """No team gets more changes in one month than the site allows; said once, the fullest first."""
    roadmap, most = whole.roadmap, whole.roadmap.adoption.most_changes
    many = [item for item in changes_by_month(roadmap).items() if len(item[1]) > most and _ahead(item[0][1], whole)]
    if many:
        many.sort(key=lambda item: -len(item[1]))
        names = (f"{roadmap.units[unit].name} {_written(month)} ({len(steps)})" for (unit, month), steps in many)
        values = {"count": len(many), "names": listing(names), "highest": most}
        yield Finding("months_hold_few_changes", whole.step(many[0][1][0]).place("when"), values)


def changes_avoid_busy_seasons(whole: Whole) -> Iterator[Finding]:
    """No change goes live in a season that its unit calls busy; said once."""
    roadmap = whole.roadmap
    found = [clash for clash in clashes(roadmap) if _ahead(roadmap.steps[clash.step].when, whole)]
    if found:
        seasons = {season.id: season.title for season in roadmap.of(Season)}
        titles = listing(f"'{roadmap.steps[clash.step].title}' ({seasons[clash.season]})" for clash in found)
        values = {"count": len(found), "titles": titles}
        yield Finding("changes_avoid_busy_seasons", whole.step(found[0].step).place("when"), values)


def full_quarters(whole: Whole) -> list[Load]:
    """Return the quarters to come that are too full, the fullest first; none of who says nothing about load."""
    roadmap = whole.roadmap
    weighed = roadmap.settings.adoption or roadmap.of(Season) or any(step.impact for step in roadmap.steps.values())
    full = [load for load in reckon_workload(roadmap) if load.level is Level.TOO_FULL] if weighed else []
    return sorted((load for load in full if load.steps and _ahead(load.quarter, whole)), key=lambda load: -load.percent)


def _ahead(period: Period, whole: Whole) -> bool:
    """Tell whether a period is not over: what is over cannot be planned otherwise."""
    return period.last is None or period.last >= whole.today


def _written(period: Period) -> str:
    return str(written_period(period))


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    quarters_are_not_too_full,
    months_hold_few_changes,
    changes_avoid_busy_seasons,
)
