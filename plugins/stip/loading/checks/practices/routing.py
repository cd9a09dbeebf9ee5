"""Routing: what each route asks of who follows it, and that every path begins with a plan and goes on soon."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import of_units, quoted
from stip.loading.checks.practices.reach import reach
from stip.loading.checks.practices.workload import full_quarters
from stip.loading.findings import Finding
from stip.model.graph import last_route, living
from stip.model.practices import Iteration, Training
from stip.model.practices.learning import Skill
from stip.model.roadmap import Size
from stip.model.routes import days, routes_from
from stip.model.steps import OVER, Layer, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Step, Unit

_OUTSIDE, _ORGANISATION, _THOROUGH = 1, 2, 3


def outside_first_changes_the_inside_too(whole: Whole) -> Iterator[Finding]:
    """Who changes the outside first plans work behind it too, or another route after it; said once for all."""
    inside = _inside(whole)
    following = ((unit, _goes_on(whole, unit)) for unit in _following(whole, _OUTSIDE))
    lacking = (unit for unit, goes_on in following if not (goes_on or _behind(inside[unit.id])))
    yield from of_units(whole, "outside_first_changes_the_inside_too", lacking, "routes")


def outside_first_has_work_left(whole: Whole) -> Iterator[Finding]:
    """Who changes the outside first can read what is still to be done behind it; said once a unit."""
    inside = _inside(whole)
    for unit in _following(whole, _OUTSIDE):
        if left := _behind(inside[unit.id]):
            values = {"name": unit.name, "count": len(left), "titles": quoted(step.title for step in left)}
            yield Finding("outside_first_has_work_left", whole.step(left[0].id).place(), values)


def joined_desks_learn_to_help(whole: Whole) -> Iterator[Finding]:
    """Where desks become one, there is a training in helping residents; said once for all."""
    following = _following(whole, _ORGANISATION)
    reached = reach(whole.roadmap, (one for one in whole.roadmap.of(Training) if one.skill is Skill.RESIDENTS))
    lacking = (unit for unit in following if not reached.holds(unit, whole.roadmap))
    yield from of_units(whole, "joined_desks_learn_to_help", lacking, "routes")


def thorough_routes_have_rounds(whole: Whole) -> Iterator[Finding]:
    """Who changes everything works in short rounds; said once for all."""
    reached = reach(whole.roadmap, whole.roadmap.of(Iteration))
    lacking = (unit for unit in _following(whole, _THOROUGH) if not reached.holds(unit, whole.roadmap))
    yield from of_units(whole, "thorough_routes_have_rounds", lacking, "routes")


def thorough_routes_have_a_plan(whole: Whole) -> Iterator[Finding]:
    """Who changes everything has a step in which the plan is made; said once for all."""
    following, inside = _following(whole, _THOROUGH), _inside(whole)
    lacking = (unit for unit in following if not any(step.plan for step in inside[unit.id]))
    yield from of_units(whole, "thorough_routes_have_a_plan", lacking, "routes")


def paths_begin_with_a_plan(whole: Whole) -> Iterator[Finding]:
    """The first step of a department's path makes the plan, once any step does; teams go along. Said once for all."""
    if any(step.plan for step in whole.living):
        begun = ((unit, living(unit)) for unit in _heads(whole))
        yield from of_units(
            whole, "paths_begin_with_a_plan", (unit for unit, steps in begun if steps and not steps[0].plan)
        )


def paths_go_on_soon(whole: Whole) -> Iterator[Finding]:
    """Where steps are left, something runs or begins soon, if need be in a team; who looks for others may wait."""
    weeks = whole.roadmap.adoption.weeks_next
    soon, inside = whole.today + dt.timedelta(weeks=weeks), _inside(whole)
    waiting = (unit for unit in _heads(whole) if last_route(unit) != 0 and _waits(inside[unit.id], soon))
    yield from of_units(whole, "paths_go_on_soon", waiting, more={"weeks": weeks})


def small_and_full_units_may_join(whole: Whole) -> Iterator[Finding]:
    """Who is small and gets too much at once can look for others to join; said once for all."""
    organisation = whole.roadmap.settings.organisation
    if organisation and organisation.reckoned is Size.SMALL:
        full = dict.fromkeys(load.unit for load in full_quarters(whole))
        units = (whole.roadmap.units[id_] for id_ in full)
        alone = (unit for unit in units if all(one.route for one in routes_from(unit, whole.today)))
        yield from of_units(whole, "small_and_full_units_may_join", alone)


def _following(whole: Whole, route: int) -> list[Unit]:
    """Return the units on a route now or later, for all of their work or for a process of it."""
    return [unit for unit in whole.present if any(one.route == route for one in routes_from(unit, whole.today))]


def _goes_on(whole: Whole, unit: Unit) -> bool:
    """Tell whether a unit changes its organisation, or everything, after it changed the outside."""
    ahead = routes_from(unit, whole.today)
    begun = min(days(one)[0] for one in ahead if one.route == _OUTSIDE)
    return any(one.route in {_ORGANISATION, _THOROUGH} and days(one)[0] > begun for one in ahead)


def _behind(steps: Iterable[Step]) -> list[Step]:
    """Return the steps that are left, and change what lies behind."""
    return [step for step in steps if step.layer is Layer.BACK and step.status not in OVER]


def _heads(whole: Whole) -> Iterator[Unit]:
    """Yield the departments: the units with a path that are in no unit with one."""
    yield from (unit for unit in whole.present if unit.steps and whole.roadmap.path_head(unit) is unit)


def _inside(whole: Whole) -> Mapping[str, list[Step]]:
    """Return the steps that were not stopped of every unit and of the units in it, by the id of the unit."""
    found: dict[str, list[Step]] = {id_: [] for id_ in whole.roadmap.units}
    for unit in whole.roadmap.units.values():
        for one in (unit, *whole.roadmap.ancestors(unit)):
            found[one.id] += living(unit)
    return found


def _waits(steps: Iterable[Step], soon: dt.date) -> bool:
    """Tell whether steps are left of which none runs, and none begins before a day."""
    left = [step for step in steps if step.status not in OVER]
    near = any(step.status is Status.RUNNING or (step.when.first or dt.date.max) <= soon for step in left)
    return bool(left) and not near


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    outside_first_changes_the_inside_too,
    outside_first_has_work_left,
    joined_desks_learn_to_help,
    thorough_routes_have_rounds,
    thorough_routes_have_a_plan,
    paths_begin_with_a_plan,
    paths_go_on_soon,
    small_and_full_units_may_join,
)
