"""Joining: every group is met and answered, and residents take part in what is tried for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import framework, framework_place, together
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model.practices import (
    CoCreation,
    Experiment,
    Need,
    Opportunity,
    OpportunityStatus,
    Pilot,
    Promise,
    Public,
    Session,
    Stakeholder,
    StakeholderKind,
)
from stip.model.programme import GoalKind
from stip.model.steps import OVER, StepKind
from stip.periods import add_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Practice, Step

_NOT_MET = frozenset({StakeholderKind.BOARD, StakeholderKind.SUPPLIER})
"""Groups for which no session is expected."""
_PROMISED = (Public.EMPLOYEES, Public.RESIDENTS, Public.PARTNERS)
_OUTSIDE = frozenset({Public.RESIDENTS, Public.ENTREPRENEURS})
_TRIES = frozenset({StepKind.PILOT, StepKind.EXPERIMENT})
_WAITING = frozenset({OpportunityStatus.NEW, OpportunityStatus.LOOKING})
_MONTHS_FOR_A_REPLY = 3


def groups_have_a_contact(whole: Whole) -> Iterator[Finding]:
    """Who belongs to a group knows whom to ask."""
    lacking = (group for group in whole.roadmap.of(Stakeholder) if not group.contact)
    yield from together(whole, "groups_have_a_contact", lacking)


def work_floor_takes_part(whole: Whole) -> Iterator[Finding]:
    """Among the groups are those who do the work."""
    groups = whole.roadmap.of(Stakeholder)
    if (framework(whole) or groups) and not any(group.kind is StakeholderKind.WORK_FLOOR for group in groups):
        place = whole.practice(groups[0]).place() if groups else framework_place(whole)
        yield Finding("work_floor_takes_part", place)


def groups_are_met(whole: Whole) -> Iterator[Finding]:
    """For every group there is a session, once there are sessions or a framework."""
    sessions = whole.roadmap.of(Session)
    if not (framework(whole) or sessions):
        return
    met = {id_ for session in sessions for id_ in session.groups}
    groups = (group for group in whole.roadmap.of(Stakeholder) if group.kind not in _NOT_MET)
    yield from together(whole, "groups_are_met", (group for group in groups if group.id not in met))


def residents_help_to_try(whole: Whole) -> Iterator[Finding]:
    """Residents or entrepreneurs help to make what is tried for their sake."""
    helped = _helped(whole)
    lacking = [step for step in _tries_for_residents(whole) if not _names(whole, step) & helped]
    if lacking:
        titles = listing(whole.name(step.id) for step in lacking)
        place = whole.step(lacking[0].id).place()
        yield Finding("residents_help_to_try", place, {"count": len(lacking), "titles": titles})


def needs_are_answered(whole: Whole) -> Iterator[Finding]:
    """What a group needs has an answer, here or in a question."""
    lacking = (need for need in whole.roadmap.of(Need) if not need.answer and not need.questions)
    yield from together(whole, "needs_are_answered", lacking)


def promises_reach_everyone(whole: Whole) -> Iterator[Finding]:
    """Employees, residents and partners all know what they can expect."""
    promises = whole.roadmap.of(Promise)
    promised = {promise.public for promise in promises}
    lacking = [public for public in _PROMISED if public not in promised]
    if (framework(whole) or promises) and lacking:
        values = {"publics": ", ".join(lacking), "first": lacking[0]}
        place = whole.practice(promises[0]).place() if promises else framework_place(whole)
        yield Finding("promises_reach_everyone", place, values)


def opportunities_get_a_reply(whole: Whole) -> Iterator[Finding]:
    """Who saw a chance hears within a few months what becomes of it."""
    waiting = (one for one in whole.roadmap.of(Opportunity) if one.status in _WAITING and not one.reply)
    old = (one for one in waiting if one.since.last and add_months(one.since.last, _MONTHS_FOR_A_REPLY) < whole.today)
    yield from together(whole, "opportunities_get_a_reply", old)


def _tries_for_residents(whole: Whole) -> Iterator[Step]:
    """Yield the pilots and experiments on the paths, still open, that serve a goal for residents."""
    goals = {goal.id for goal in whole.roadmap.mission.goals if goal.kind is GoalKind.SERVICE}
    for step in whole.roadmap.steps.values():
        if step.kind in _TRIES and step.status not in OVER and goals.intersection(step.goals):
            yield step


def _helped(whole: Whole) -> set[tuple[str, str]]:
    """Return the steps and units with which residents or entrepreneurs help, themselves or in a try that is theirs."""
    tries: dict[tuple[str, str], Practice] = {}
    tries |= {("experiment", one.id): one for one in whole.roadmap.of(Experiment)}
    tries |= {("pilot", one.id): one for one in whole.roadmap.of(Pilot)}
    found: set[tuple[str, str]] = set()
    for making in whole.roadmap.of(CoCreation):
        if making.public in _OUTSIDE:
            named = [tries["experiment", id_] for id_ in making.experiments]
            named += [tries["pilot", id_] for id_ in making.pilots]
            for one in (making, *named):
                found |= {("step", id_) for id_ in one.steps} | {("unit", id_) for id_ in one.departments}
    return found


def _names(whole: Whole, step: Step) -> set[tuple[str, str]]:
    """Return a step, its unit and the units above that."""
    unit = whole.roadmap.unit_of[step.id]
    return {("step", step.id), *(("unit", one.id) for one in (unit, *whole.roadmap.ancestors(unit)))}


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    groups_have_a_contact,
    work_floor_takes_part,
    groups_are_met,
    residents_help_to_try,
    needs_are_answered,
    promises_reach_everyone,
    opportunities_get_a_reply,
)
