"""Interventions: they lie on their path, are ahead where a route asks for them, and tell what came of them."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import a_department, of_units
from stip.loading.findings import Finding
from stip.model.graph import ENDED, JOINING, living
from stip.model.routes import route_on
from stip.model.steps import OVER, Status, StepKind
from stip.periods import add_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Step, Unit

_MONTHS = 12
"""How many months there can be at most between two moments at which a path is looked at."""
_QUICK, _THOROUGH = frozenset({1, 2}), 3


@dataclass(frozen=True)
class Interventions:
    """The interventions that were not stopped, by the unit that they concern."""

    whole: Whole

    @cached_property
    def all(self) -> tuple[Step, ...]:
        """All of them, in listed order."""
        return tuple(step for step in self.whole.living if step.kind is StepKind.INTERVENTION)

    def of(self, unit: Unit) -> list[Step]:
        """Return those on the path of a unit, of the units in it, and of those above it."""
        above = (step for one in self.whole.roadmap.ancestors(unit) for step in self._own.get(one.id, ()))
        return [*self._inside.get(unit.id, ()), *above]

    @cached_property
    def _own(self) -> Mapping[str, list[Step]]:
        found: dict[str, list[Step]] = {}
        for step in self.all:
            found.setdefault(self.whole.roadmap.unit_of[step.id].id, []).append(step)
        return found

    @cached_property
    def _inside(self) -> Mapping[str, list[Step]]:
        roadmap = self.whole.roadmap
        found: dict[str, list[Step]] = {}
        for id_, steps in self._own.items():
            unit = roadmap.units[id_]
            for one in (unit, *roadmap.ancestors(unit)):
                found.setdefault(one.id, []).extend(steps)
        return found


def interventions_lie_on_their_path(whole: Whole) -> Iterator[Finding]:
    """Whoever steps in can still do so before the path ends: at the horizon, or where the unit or its path stops.

    That no step begins after the horizon is a rule of its own.
    """
    horizon = whole.roadmap.mission.horizon.when.last
    for step in Interventions(whole).all:
        unit = whole.roadmap.unit_of[step.id]
        end = _end(whole, unit) or horizon
        late = [key for key in ("when", "latest") if _begins_after(step, key, end)]
        if late and not (late[0] == "when" and end == horizon):
            values = {"title": step.title, "name": unit.name, "day": end.isoformat() if end else ""}
            yield Finding("interventions_lie_on_their_path", whole.step(step.id).place(late[0]), values)


def passed_interventions_are_closed(whole: Whole) -> Iterator[Finding]:
    """Of an intervention whose latest moment is past it is told how it ended."""
    for step in Interventions(whole).all:
        last = step.latest.last if step.latest else None
        if last and last < whole.today and step.status not in OVER:
            values = {"title": step.title, "day": last.isoformat(), "status": step.status}
            yield Finding("passed_interventions_are_closed", whole.step(step.id).place("latest"), values)


def done_interventions_tell_their_outcome(whole: Whole) -> Iterator[Finding]:
    """Whoever stepped in tells what came of it; said once a unit."""
    done = (step for step in Interventions(whole).all if step.status is Status.DONE)
    yield from a_department(whole, "done_interventions_tell_their_outcome", (one for one in done if not one.outcome))


def quick_routes_have_an_intervention(whole: Whole) -> Iterator[Finding]:
    """Who changes the outside first, or the organisation, can still step in before it is too late; said once."""
    interventions = Interventions(whole)
    going = (unit for unit in _going(whole) if route_on(unit, whole.today) in _QUICK)
    lacking = (unit for unit in going if all(step.status in OVER for step in interventions.of(unit)))
    yield from of_units(whole, "quick_routes_have_an_intervention", lacking)


def thorough_routes_are_looked_at_often(whole: Whole) -> Iterator[Finding]:
    """Who changes everything in small steps looks again and again whether to step in; said once for all."""
    interventions = Interventions(whole)
    going = (unit for unit in _going(whole) if route_on(unit, whole.today) == _THOROUGH)
    lacking = (unit for unit in going if _is_seldom(interventions.of(unit), whole.today))
    yield from of_units(whole, "thorough_routes_are_looked_at_often", lacking, more={"months": _MONTHS})


def _going(whole: Whole) -> Iterator[Unit]:
    """Yield the units that have steps left."""
    yield from (unit for unit in whole.present if any(step.status not in OVER for step in unit.steps))


def _is_seldom(interventions: Sequence[Step], today: dt.date) -> bool:
    """Tell whether it takes too long until the next moment, or between two after that."""
    firsts = [step.when.first for step in interventions if step.status not in OVER]
    moments = [today, *sorted(max(day, today) for day in firsts if day)]
    return len(moments) == 1 or any(other > add_months(one, _MONTHS) for one, other in itertools.pairwise(moments))


def _end(whole: Whole, unit: Unit) -> dt.date | None:
    """Return the last day of a path that ends before the horizon; None for one that goes on to it, or to another."""
    if unit.until and unit.until.last:
        return unit.until.last
    steps = living(unit)
    if whole.graph.follows[steps[-1].id] not in {ENDED, JOINING}:
        return None
    return max(
        (step.when.last for step in steps if step.kind is not StepKind.INTERVENTION and step.when.last), default=None
    )


def _begins_after(step: Step, key: str, end: dt.date | None) -> bool:
    period = getattr(step, key)
    return bool(period and period.first and end and period.first > end)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    interventions_lie_on_their_path,
    passed_interventions_are_closed,
    done_interventions_tell_their_outcome,
    quick_routes_have_an_intervention,
    thorough_routes_are_looked_at_often,
)
