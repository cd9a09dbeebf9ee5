"""Sides: those who do the work and those who make the means take part together, everywhere."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model.practices import Exchange, Pilot, Side, TeamRole, TrialStatus
from stip.model.steps import OVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from stip.loading.checks.whole import Whole
    from stip.problems import Place

_LEAST_DISCIPLINES = 2


def work_is_not_of_it_alone(whole: Whole) -> Iterator[Finding]:
    """Where people of IT work, people who do the work themselves take part."""
    yield from _one_sided("work_is_not_of_it_alone", whole, Side.IT)


def work_is_not_of_business_alone(whole: Whole) -> Iterator[Finding]:
    """Where people who do the work take part, people of IT do too."""
    yield from _one_sided("work_is_not_of_business_alone", whole, Side.BUSINESS)


def pilots_have_a_team(whole: Whole) -> Iterator[Finding]:
    """Of a pilot that has begun it is known who does it."""
    for pilot in whole.roadmap.of(Pilot):
        if pilot.status is not TrialStatus.IDEA and not pilot.team:
            yield Finding("pilots_have_a_team", whole.practice(pilot).place(), {"title": pilot.title})


def pilot_teams_are_mixed(whole: Whole) -> Iterator[Finding]:
    """In the team of a pilot are both sides, and more than one discipline."""
    for pilot in whole.roadmap.of(Pilot):
        disciplines = {(seat.discipline or seat.role).casefold() for seat in pilot.team}
        sides = {seat.side for seat in pilot.team}
        if pilot.team and (len(disciplines) < _LEAST_DISCIPLINES or len(sides) < len(Side)):
            yield Finding("pilot_teams_are_mixed", whole.practice(pilot).place("team"), {"title": pilot.title})


def exchanges_have_two_sides(whole: Whole) -> Iterator[Finding]:
    """An exchange tells of both sides who they are."""
    for exchange in whole.roadmap.of(Exchange):
        sides = {Side.BUSINESS: exchange.business, Side.IT: exchange.it}
        lacking = [side for side, words in sides.items() if not words]
        if len(lacking) == 1:
            values = {"title": exchange.title, "key": lacking[0]}
            yield Finding("exchanges_have_two_sides", whole.practice(exchange).place(), values)


def _one_sided(rule: str, whole: Whole, side: Side) -> Iterator[Finding]:
    """Yield one finding for all units and steps whose people are of this side alone."""
    found = [(place, title) for place, title, sides in _staffed(whole) if sides == {side}]
    if found:
        values = {"count": len(found), "titles": listing(title for _, title in found)}
        yield Finding(rule, found[0][0], values)


def _staffed(whole: Whole) -> Iterator[tuple[Place, str, set[Side]]]:
    """Yield the place, title and sides of every unit that has people, and of every step that has people of its own.

    People of a unit work for the units in it; people of those, and of its steps, work for the unit.
    """
    roadmap, roles = whole.roadmap, whole.roadmap.of(TeamRole)
    units = _sides((role.departments, role.side) for role in roles)
    steps = _sides((role.steps, role.side) for role in roles)
    inside: defaultdict[str, set[Side]] = defaultdict(set)
    for id_, sides in (*units.items(), *((roadmap.unit_of[step].id, sides) for step, sides in steps.items())):
        for unit in (roadmap.units[id_], *roadmap.ancestors(roadmap.units[id_])):
            inside[unit.id] |= sides
    for unit in filter(lambda unit: unit.id in inside, roadmap.units.values()):
        above = {side for one in (unit, *roadmap.ancestors(unit)) for side in units.get(one.id, ())}
        everyone = inside[unit.id] | above
        if unit.id in units:
            yield whole.unit(unit.id).place(), unit.name, everyone
        if unit.id not in units or len(everyone) == len(Side):  # else the unit tells it for its steps
            own = (step for step in unit.steps if step.id in steps and step.status not in OVER)
            yield from ((whole.step(step.id).place(), f"'{step.title}'", steps[step.id] | above) for step in own)


def _sides(named: Iterable[tuple[tuple[str, ...], Side]]) -> Mapping[str, set[Side]]:
    """Return the sides by the id of what they were named for."""
    found: dict[str, set[Side]] = {}
    for ids, side in named:
        for id_ in ids:
            found.setdefault(id_, set()).add(side)
    return found


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    work_is_not_of_it_alone,
    work_is_not_of_business_alone,
    pilots_have_a_team,
    pilot_teams_are_mixed,
    exchanges_have_two_sides,
)
