"""Deciding: workshops build on each other, choices and decisions say why, and work stops where it is good enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import framework, framework_place, quoted, together
from stip.loading.findings import Finding
from stip.loading.suggest import suggestion
from stip.model.practices import (
    Choice,
    Decision,
    DecisionOutcome,
    Maturity,
    Project,
    ProjectStatus,
    Workshop,
    WorkshopKind,
)
from stip.model.steps import ANNOUNCED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole

_LEAST_WORKSHOPS, _LEAST_OPTIONS = 2, 2
_YES = frozenset({DecisionOutcome.AGREED, DecisionOutcome.WITH_CONDITIONS})


def current_state_is_known(whole: Whole) -> Iterator[Finding]:
    """A roadmap rests on a workshop about how it is now; once there are workshops, or a framework."""
    workshops = whole.roadmap.of(Workshop)
    looked = any(one.kind is WorkshopKind.CURRENT_STATE and _is_past(one, whole) for one in workshops)
    if (framework(whole) or workshops) and whole.roadmap.steps and not looked:
        place = whole.practice(workshops[0]).place() if workshops else framework_place(whole)
        yield Finding("current_state_is_known", place)


def workshops_follow_the_current_state(whole: Whole) -> Iterator[Finding]:
    """No workshop comes before the one about how it is now; said once."""
    workshops = whole.roadmap.of(Workshop)
    first = min((one.when for one in workshops if one.kind is WorkshopKind.CURRENT_STATE), default=None)
    if first is not None:
        early = (one for one in workshops if one.when.surely_before(first))
        yield from together(whole, "workshops_follow_the_current_state", early, "when")


def workshops_end_with_governance(whole: Whole) -> Iterator[Finding]:
    """The last workshop is about who decides what."""
    workshops = whole.roadmap.of(Workshop)
    last = max(workshops, key=lambda one: one.when.sort_key, default=None)
    if last and len(workshops) >= _LEAST_WORKSHOPS and last.kind is not WorkshopKind.GOVERNANCE:
        place = whole.practice(last).place("kind")
        yield Finding("workshops_end_with_governance", place, {"title": last.title})


def past_workshops_have_an_outcome(whole: Whole) -> Iterator[Finding]:
    """A workshop that was held tells what came of it; said once."""
    lacking = (one for one in whole.roadmap.of(Workshop) if _is_past(one, whole) and not one.outcome)
    yield from together(whole, "past_workshops_have_an_outcome", lacking)


def chosen_options_exist(records: Records) -> Iterator[Finding]:
    """What was chosen is one of the options."""
    for choice in records.of(Choice):
        titles = [option.title for option in choice.options]
        if choice.chosen and choice.chosen not in titles:
            values = {"title": choice.title, "value": choice.chosen}
            place = records.practice(choice).place("chosen")
            yield suggestion("chosen_options_exist", place, choice.chosen, titles, values)


def choices_have_a_reason(whole: Whole) -> Iterator[Finding]:
    """Who chose says why; said once."""
    lacking = (one for one in whole.roadmap.of(Choice) if one.chosen and not one.reason)
    yield from together(whole, "choices_have_a_reason", lacking, "chosen")


def choices_have_two_options(whole: Whole) -> Iterator[Finding]:
    """There is something to choose; said once."""
    lacking = (one for one in whole.roadmap.of(Choice) if len(one.options) < _LEAST_OPTIONS)
    yield from together(whole, "choices_have_two_options", lacking, "options")


def running_projects_are_decided(whole: Whole) -> Iterator[Finding]:
    """Somebody said yes to a project that runs, and everyone who reads of it can read that; said once."""
    decided = {id_ for one in whole.roadmap.of(Decision) if one.outcome in _YES for id_ in one.projects}
    running = (one for one in whole.roadmap.of(Project) if one.status is ProjectStatus.RUNNING)
    yield from together(whole, "running_projects_are_decided", (one for one in running if one.id not in decided))


def conditions_are_told(whole: Whole) -> Iterator[Finding]:
    """A decision on conditions tells them; said once."""
    decisions = (one for one in whole.roadmap.of(Decision) if one.outcome is DecisionOutcome.WITH_CONDITIONS)
    yield from together(whole, "conditions_are_told", (one for one in decisions if not one.conditions), "outcome")


def maturities_aim_no_lower(whole: Whole) -> Iterator[Finding]:
    """Nothing has to become worse than it is."""
    for one in whole.roadmap.of(Maturity):
        if one.target < one.now:
            values = {"title": one.title, "now": one.now, "target": one.target}
            yield Finding("maturities_aim_no_lower", whole.practice(one).place("target"), values)


def work_ends_at_good_enough(whole: Whole) -> Iterator[Finding]:
    """No step is announced for what is good enough already; said once for all steps of one thing."""
    steps = whole.roadmap.steps
    for one in whole.roadmap.of(Maturity):
        ahead = [id_ for id_ in one.steps if steps[id_].status in ANNOUNCED]
        if one.enough is not None and one.now >= one.enough and ahead:
            titles = quoted(steps[id_].title for id_ in ahead)
            values = {"title": one.title, "now": one.now, "count": len(ahead), "titles": titles}
            yield Finding("work_ends_at_good_enough", whole.practice(one).place("enough"), values)


def maturities_above_enough_have_a_reason(whole: Whole) -> Iterator[Finding]:
    """Who wants more than is good enough says why, or who decided so."""
    for one in whole.roadmap.of(Maturity):
        above = one.enough is not None and max(one.now - 1, one.enough) < one.target
        if above and not (one.reason or one.decision):
            values = {"title": one.title, "enough": one.enough, "target": one.target}
            yield Finding("maturities_above_enough_have_a_reason", whole.practice(one).place("target"), values)


def _is_past(workshop: Workshop, whole: Whole) -> bool:
    return workshop.when.last is not None and workshop.when.last < whole.today


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (chosen_options_exist,)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    current_state_is_known,
    workshops_follow_the_current_state,
    workshops_end_with_governance,
    past_workshops_have_an_outcome,
    choices_have_a_reason,
    choices_have_two_options,
    running_projects_are_decided,
    conditions_are_told,
    maturities_aim_no_lower,
    work_ends_at_good_enough,
    maturities_above_enough_have_a_reason,
)
