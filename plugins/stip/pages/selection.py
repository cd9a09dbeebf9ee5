"""Choose steps and units: what goes on, what comes soon, what was reached, who has a path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from stip.model import Status, Step, StepKind, Unit
from stip.model.routes import days, scopes
from stip.model.steps import ANNOUNCED, OVER
from stip.model.units import RouteStretch
from stip.periods import Period, add_months

if TYPE_CHECKING:
    from stip.model import Roadmap
    from stip.pages.context import Context
    from stip.scene.spec import Band

GOING = frozenset({Status.RUNNING, Status.DELAYED})
LANES = 12
"""So many paths fit in one drawing; a larger organisation is drawn by its clusters."""


def by_date(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Sort by first day, then finer first, then listed order."""
    return tuple(sorted(steps, key=lambda step: step.when.sort_key))


def band_of(when: Period, context: Context) -> Band:
    """Say in which stretch of time a period begins: now, soon or later."""
    bands = context.roadmap.settings.bands
    if when.first is None:
        return "later"
    if when.first <= add_months(context.today, bands.now):
        return "now"
    return "soon" if when.first <= add_months(context.today, bands.soon) else "later"


def going(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return what is running or delayed, by date."""
    return by_date(step for step in steps if step.status in GOING)


def coming(steps: Iterable[Step], today: dt.date) -> tuple[Step, ...]:
    """Return what still has to come and has a date: begun things count by the day on which they end."""
    found = [step for step in steps if step.status in ANNOUNCED and step.when.last and step.when.last >= today]
    return tuple(sorted(found, key=lambda step: (_next_day(step.when, today), step.when.precision)))


def starting(steps: Iterable[Step], today: dt.date) -> tuple[Step, ...]:
    """Return what has yet to begin and has a date, by date."""
    return by_date(
        step for step in steps if step.status in ANNOUNCED and step.when.first is not None and step.when.first > today
    )


def reached(steps: Iterable[Step], today: dt.date, months: int = 12) -> tuple[Step, ...]:
    """Return what was done in the last `months`, newest first; celebrations before the rest of their day."""
    since = add_months(today, -months)
    found = [
        step for step in steps if step.status is Status.DONE and step.when.last is not None and step.when.last >= since
    ]
    return tuple(
        sorted(
            found,
            key=lambda step: (-(step.when.first or today).toordinal(), step.kind is not StepKind.CELEBRATION),
        )
    )


def _next_day(when: Period, today: dt.date) -> dt.date:
    first, last = when.first or dt.date.max, when.last or dt.date.max
    return first if first > today else last


def current(steps: Iterable[Step], today: dt.date) -> tuple[str, Step] | None:
    """Return the step to show for a unit, and how: `now` goes on, `next` comes, `done` was the last."""
    listed = tuple(steps)
    if now := going(listed):
        return "now", now[0]
    if after := coming(listed, today):
        return "next", after[0]
    if later := [step for step in listed if step.status in {Status.PLANNED, Status.IDEA}]:
        return "next", by_date(later)[0]
    done = [step for step in listed if step.status is Status.DONE]
    return ("done", by_date(done)[-1]) if done else None


def ids_of(units: Iterable[Unit], roadmap: Roadmap) -> tuple[str, ...]:
    """Return the ids of units and of all under them, each once."""
    return tuple(dict.fromkeys(one.id for unit in units for one in (unit, *roadmap.below(unit))))


def still_waits(step: Step, other: Step) -> bool:
    """Tell whether a step really has to wait for another: neither is done or stopped."""
    return step.status not in OVER and other.status not in OVER


def steps_under(unit: Unit, roadmap: Roadmap) -> tuple[Step, ...]:
    """Return the steps of a unit and of everything under it."""
    return (*unit.steps, *(step for child in roadmap.below(unit) for step in child.steps))


def own_or_under(unit: Unit, roadmap: Roadmap) -> tuple[Step, ...]:
    """Return the unit's own steps; those under it when it has none."""
    return unit.steps or steps_under(unit, roadmap)


def heads(context: Context) -> tuple[Unit, ...]:
    """Return the living units that have a path and none above them: the roads of the drawing."""
    roadmap = context.roadmap
    found = [
        unit
        for unit in roadmap.units.values()
        if unit.steps and roadmap.path_head(unit) is unit and not unit.is_gone(context.today)
    ]
    return tuple(sorted(found, key=lambda unit: roadmap.number(unit) or 0))


def choices(context: Context) -> tuple[Unit, ...]:
    """Return the units to choose from: the heads, and units that have no path anywhere near them."""
    roadmap = context.roadmap
    paths = {unit.id for unit in heads(context)}
    return tuple(
        unit
        for unit in roadmap.units.values()
        if not unit.is_gone(context.today)
        and (
            unit.id in paths
            or not (
                steps_under(unit, roadmap)
                or roadmap.children.get(unit.id)
                or any(above.steps for above in roadmap.ancestors(unit))
            )
        )
    )


def path_choices(context: Context) -> tuple[Unit, ...]:
    """Return every unit that somebody can say to work at: the departments to choose from, each before its teams."""
    found: dict[str, Unit] = {}
    for head in choices(context):
        for unit in (head, *context.roadmap.below(head)):
            if not unit.is_gone(context.today):
                found[unit.id] = unit
    return tuple(found.values())


def route_at(unit: Unit, today: dt.date) -> RouteStretch | None:
    """Return the route that a unit follows at the reference date for all of its work, else its first."""
    own = [listed.stretch for listed in scopes(unit).get("", ())]
    spans = ((stretch, *days(stretch)) for stretch in own)
    now = next((stretch for stretch, first, last in spans if first <= today <= last), None)
    return now or next(iter(own), None)
