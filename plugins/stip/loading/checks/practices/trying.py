"""Trying: what is tried has an end, hours, people, a lesson and a decision."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from stip.loading.findings import Finding
from stip.model.practices import (
    CoCreation,
    Experiment,
    IdeaBudget,
    Lab,
    Lesson,
    Outcome,
    Pilot,
    PilotDecision,
    Public,
    TrialStatus,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole
    from stip.periods import Period

_BEGUN = {TrialStatus.RUNNING, TrialStatus.ENDED}
_TAKING_PART = {Public.EMPLOYEES, Public.RESIDENTS, Public.ENTREPRENEURS}
"""Those for whom the work is done and those who do it; a partner alone is neither."""


def experiments_have_an_end(whole: Whole) -> Iterator[Finding]:
    """An experiment that is more than an idea has a period that ends."""
    for experiment in whole.roadmap.of(Experiment):
        if experiment.status in _BEGUN and not _ends(experiment.when):
            place = whole.practice(experiment).place("when")
            yield Finding("experiments_have_an_end", place, {"title": experiment.title})


def ended_experiments_taught_something(whole: Whole) -> Iterator[Finding]:
    """An ended experiment has a result, or a lesson names it; one that failed is told of as a failure."""
    taught = _taught(whole)
    for experiment in whole.roadmap.of(Experiment):
        silent = not experiment.result and ("experiment", experiment.id) not in taught
        if experiment.status is TrialStatus.ENDED and experiment.outcome is not Outcome.FAILED and silent:
            place = whole.practice(experiment).place("status")
            yield Finding("ended_experiments_taught_something", place, {"title": experiment.title})


def failures_are_shown(whole: Whole) -> Iterator[Finding]:
    """A lesson names every experiment that failed and every pilot that was stopped."""
    taught = _taught(whole)
    failed: list[tuple[Experiment | Pilot, str]] = [
        *((one, "outcome") for one in whole.roadmap.of(Experiment) if one.outcome is Outcome.FAILED),
        *((one, "decision") for one in whole.roadmap.of(Pilot) if one.decision is PilotDecision.STOP),
    ]
    for one, key in failed:
        if (one.record, one.id) not in taught:
            values = {"title": one.title, "id": one.id, "key": type(one).key}
            yield Finding("failures_are_shown", whole.practice(one).place(key), values)


def experiments_have_people(whole: Whole) -> Iterator[Finding]:
    """Employees or customers take part in every experiment that has begun."""
    helped = {id_ for one in whole.roadmap.of(CoCreation) if one.public in _TAKING_PART for id_ in one.experiments}
    for experiment in whole.roadmap.of(Experiment):
        alone = _TAKING_PART.isdisjoint(experiment.publics) and experiment.id not in helped
        if experiment.status in _BEGUN and alone:
            place = whole.practice(experiment).place("publics")
            yield Finding("experiments_have_people", place, {"title": experiment.title})


def labs_have_budget_and_people(whole: Whole) -> Iterator[Finding]:
    """A lab has money, and people who are there."""
    for lab in whole.roadmap.of(Lab):
        if lacking := [key for key in ("budget", "people") if not getattr(lab, key)]:
            values = {"title": lab.title, "keys": ", ".join(lacking)}
            yield Finding("labs_have_budget_and_people", whole.practice(lab).place(lacking[0]), values)


def running_experiments_have_hours(whole: Whole) -> Iterator[Finding]:
    """Whoever runs an experiment has hours for it."""
    for experiment in whole.roadmap.of(Experiment):
        if experiment.status is TrialStatus.RUNNING and not experiment.hours:
            place = whole.practice(experiment).place("hours")
            yield Finding("running_experiments_have_hours", place, {"title": experiment.title})


def ended_experiments_tell_their_effect(whole: Whole) -> Iterator[Finding]:
    """An ended experiment tells its effect; none is an effect too."""
    for experiment in whole.roadmap.of(Experiment):
        if experiment.status is TrialStatus.ENDED and not experiment.effect:
            place = whole.practice(experiment).place("status")
            yield Finding("ended_experiments_tell_their_effect", place, {"title": experiment.title})


def pilots_have_an_end_and_criteria(whole: Whole) -> Iterator[Finding]:
    """A pilot that has begun has a period that ends, and criteria by which to judge it."""
    for pilot in whole.roadmap.of(Pilot):
        lacking = ([] if _ends(pilot.when) else ["when"]) + ([] if pilot.criteria else ["criteria"])
        if pilot.status in _BEGUN and lacking:
            values = {"title": pilot.title, "keys": ", ".join(lacking)}
            yield Finding("pilots_have_an_end_and_criteria", whole.practice(pilot).place(lacking[0]), values)


def ended_pilots_have_a_decision(whole: Whole) -> Iterator[Finding]:
    """After a pilot it is decided to go on, to stop or to scale up."""
    for pilot in whole.roadmap.of(Pilot):
        if pilot.status is TrialStatus.ENDED and pilot.decision is None:
            yield Finding("ended_pilots_have_a_decision", whole.practice(pilot).place("status"), {"title": pilot.title})


def idea_budgets_are_not_overspent(records: Records) -> Iterator[Finding]:
    """No more is spent on ideas than there is; the difference is told in whole euros, rounded up."""
    for budget in records.of(IdeaBudget):
        if budget.spent > budget.amount:
            values = {"title": budget.title, "year": budget.year, "euros": math.ceil(budget.spent - budget.amount)}
            yield Finding("idea_budgets_are_not_overspent", records.practice(budget).place("spent"), values)


def past_trials_have_ended(whole: Whole) -> Iterator[Finding]:
    """What is still tried has not passed its last day."""
    for trial in _trials(whole):
        last = trial.when.last if trial.when else None
        if trial.status is TrialStatus.RUNNING and last and last < whole.today:
            values = {"title": trial.title, "day": last.isoformat()}
            yield Finding("past_trials_have_ended", whole.practice(trial).place("status"), values)


def ended_trials_have_begun(whole: Whole) -> Iterator[Finding]:
    """What has ended does not begin after today."""
    for trial in _trials(whole):
        first = trial.when.first if trial.when else None
        if trial.status is TrialStatus.ENDED and first and first > whole.today:
            values = {"title": trial.title, "day": first.isoformat()}
            yield Finding("ended_trials_have_begun", whole.practice(trial).place("status"), values)


def trials_can_be_joined(whole: Whole) -> Iterator[Finding]:
    """When something is tried, there is something to join, or somebody to ask."""
    running = [trial for trial in _trials(whole) if trial.status is TrialStatus.RUNNING]
    if running and not any(trial.join or trial.contact for trial in running):
        values = {"title": running[0].title, "count": len(running)}
        yield Finding("trials_can_be_joined", whole.practice(running[0]).place(), values)


def _trials(whole: Whole) -> tuple[Experiment | Pilot, ...]:
    return (*whole.roadmap.of(Experiment), *whole.roadmap.of(Pilot))


def _taught(whole: Whole) -> set[tuple[str, str]]:
    """Return what the lessons name, by (record, id)."""
    lessons = whole.roadmap.of(Lesson)
    named = {("experiment", id_) for lesson in lessons for id_ in lesson.experiments}
    return named | {("pilot", id_) for lesson in lessons for id_ in lesson.pilots}


def _ends(when: Period | None) -> bool:
    return when is not None and when.last is not None


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (idea_budgets_are_not_overspent,)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    experiments_have_an_end,
    ended_experiments_taught_something,
    failures_are_shown,
    experiments_have_people,
    labs_have_budget_and_people,
    running_experiments_have_hours,
    ended_experiments_tell_their_effect,
    pilots_have_an_end_and_criteria,
    ended_pilots_have_a_decision,
    past_trials_have_ended,
    ended_trials_have_begun,
    trials_can_be_joined,
)
