"""Purpose: goals, values, vision and name say for whom it is done, and departments keep that up to date."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import framework, mission_place, of_units, quoted
from stip.loading.findings import Finding
from stip.model import GoalKind, Support
from stip.model.graph import living

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Unit

_GENERIC = re.compile(
    r"(de |het |the |our |ons |onze )?(project |programma |programme |program )?"
    r"(digita(le|l) (transformatie|transformation|agenda|strategie|strategy|overheid|government|gemeente|council"
    r"|vernieuwing|innovatie|innovation|werken|working)|digitali[sz](ering|atie|ation)|digitaal|digital"
    r"|transformatie|transformation|automatisering|innovatie|innovation|ict|it)"
    r"( project| programma| programme| program)?( \d{4})?"
)
"""Names that any organisation could give to any change."""


def goals_win_people_in_both_ways(whole: Whole) -> Iterator[Finding]:
    """Goals win people by what becomes possible, and by taking them along; once any goal says how."""
    given = {goal.support: goal for goal in whole.roadmap.mission.goals if goal.support}
    if len(given) == 1:
        goal = next(iter(given.values()))
        missing = next(support for support in Support if support not in given)
        place = whole.declared.known["goal", goal.id].place("support")
        yield Finding("goals_win_people_in_both_ways", place, {"given": goal.support, "missing": missing})


def goals_serve_residents(whole: Whole) -> Iterator[Finding]:
    """Residents notice something of it, too."""
    kinds = {goal.kind for goal in whole.roadmap.mission.goals}
    begun = framework(whole) or GoalKind.EMPLOYEE in kinds
    if begun and GoalKind.SERVICE not in kinds:
        yield Finding("goals_serve_residents", mission_place(whole, "goals"))


def values_have_goals(whole: Whole) -> Iterator[Finding]:
    """What people find worth something is what they work on."""
    yield from _values(whole, "goals", "values_have_goals")


def values_have_a_source(whole: Whole) -> Iterator[Finding]:
    """Values come from people: they say from whom, or how they were found."""
    yield from _values(whole, "source", "values_have_a_source")


def visions_are_endorsed(whole: Whole) -> Iterator[Finding]:
    """A shared vision says who shares it."""
    vision = whole.roadmap.mission.vision
    if vision and not vision.endorsed_by:
        yield Finding("visions_are_endorsed", mission_place(whole, "vision"))


def programmes_have_a_name_of_their_own(whole: Whole) -> Iterator[Finding]:
    """The name reminds people of the goal; one that fits any change does not."""
    name = whole.roadmap.mission.programme.name
    if _GENERIC.fullmatch(" ".join(name.casefold().split())):
        yield Finding("programmes_have_a_name_of_their_own", mission_place(whole, "programme", "name"), {"name": name})


def departments_are_up_to_date(whole: Whole) -> Iterator[Finding]:
    """What a department tells was looked at not too long ago."""
    weeks = whole.roadmap.adoption.weeks_updated
    oldest = whole.today - dt.timedelta(weeks=weeks)
    late = (unit for unit in whole.present if unit.updated and unit.updated < oldest)
    yield from of_units(whole, "departments_are_up_to_date", late, "updated", more={"weeks": weeks})


def paths_bring_pleasure(whole: Whole) -> Iterator[Finding]:
    """Every path makes work nicer, if need be as the unit above says; once any unit says how."""
    if framework(whole) or any(unit.pleasure for unit in whole.roadmap.units.values()):
        lacking = (unit for unit in whole.present if living(unit) and not _says(whole, unit, "pleasure"))
        yield from of_units(whole, "paths_bring_pleasure", lacking)


def managers_promise_something(whole: Whole) -> Iterator[Finding]:
    """Who leads a path tells what people can count on, if need be as the unit above says; once any unit tells."""
    if any(unit.promise for unit in whole.roadmap.units.values()):
        led = (unit for unit in whole.present if living(unit) and unit.manager)
        lacking = (unit for unit in led if not _says(whole, unit, "promise"))
        yield from of_units(whole, "managers_promise_something", lacking)


def _says(whole: Whole, unit: Unit, key: str) -> bool:
    """Tell whether a unit, or one above it, has something at a key."""
    return any(getattr(one, key) for one in (unit, *whole.roadmap.ancestors(unit)))


def _values(whole: Whole, key: str, rule: str) -> Iterator[Finding]:
    values = whole.roadmap.mission.values
    lacking = [index for index, value in enumerate(values) if not getattr(value, key)]
    if lacking and (framework(whole) or len(lacking) < len(values)):
        told = {"count": len(lacking), "names": quoted(values[index].name for index in lacking)}
        yield Finding(rule, mission_place(whole, "values", lacking[0]), told)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    goals_win_people_in_both_ways,
    goals_serve_residents,
    values_have_goals,
    values_have_a_source,
    visions_are_endorsed,
    programmes_have_a_name_of_their_own,
    departments_are_up_to_date,
    paths_bring_pleasure,
    managers_promise_something,
)
