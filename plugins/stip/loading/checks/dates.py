"""Dates: steps lie inside the programme, in order, and agree with how they stand."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from stip.loading.findings import Finding
from stip.model import Status, StepKind
from stip.model.graph import living
from stip.periods import Precision

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from stip.loading.checks.whole import Whole
    from stip.loading.declared import Declared
    from stip.model import Horizon, Settings, Step
    from stip.periods import Period

_AHEAD = {Status.IDEA, Status.PLANNED, Status.DELAYED, Status.RUNNING}


def steps_lie_before_horizon(declared: Declared) -> Iterator[Finding]:
    """No step begins after the horizon."""
    horizon, settings = _horizon(declared), _settings(declared)
    last, start = (horizon.when.last if horizon else None), (settings.start.first if settings else None)
    if last and start and last < start:
        return  # the horizon itself is wrong
    for step, entry in declared.steps:
        if last and step.when.first and step.when.first > last and step.status is not Status.STOPPED:
            values = {"title": step.title, "day": last.isoformat()}
            yield Finding("steps_lie_before_horizon", entry.place("when"), values)


def steps_lie_after_start(declared: Declared) -> Iterator[Finding]:
    """No step ends before the programme starts."""
    settings = _settings(declared)
    first = settings.start.first if settings else None
    if settings and first and settings.updated < first:
        return  # the start itself is wrong
    for step, entry in declared.steps:
        if first and step.when.last and step.when.last < first:
            values = {"title": step.title, "day": first.isoformat()}
            yield Finding("steps_lie_after_start", entry.place("when"), values)


def past_is_done(declared: Declared) -> Iterator[Finding]:
    """What lies wholly before `updated` is done, or was stopped; an intervention is open until its latest moment."""
    updated = _updated(declared)
    for step, entry in declared.steps:
        if updated and step.when.last and step.when.last < updated and step.status in _AHEAD and not _is_open(step):
            values = {"title": step.title, "day": updated.isoformat(), "status": step.status}
            yield Finding("past_is_done", entry.place("when"), values)


def _is_open(step: Step) -> bool:
    """Tell whether a step has a moment of its own until which it is open."""
    return step.kind is StepKind.INTERVENTION and step.latest is not None


def future_is_not_done(declared: Declared) -> Iterator[Finding]:
    """What begins after `updated` is neither done nor running."""
    updated = _updated(declared)
    for step, entry in declared.steps:
        begun = step.status in {Status.DONE, Status.RUNNING}
        if updated and step.when.first and step.when.first > updated and begun:
            values = {"title": step.title, "day": updated.isoformat(), "status": step.status}
            yield Finding("future_is_not_done", entry.place("status"), values)


def listed_order_follows_dates(whole: Whole) -> Iterator[Finding]:
    """What is listed later does not come earlier."""
    for unit in whole.roadmap.units.values():
        for step, following in itertools.pairwise(living(unit)):
            if following.when.surely_before(step.when):
                values = {"title": following.title, "before": step.title}
                place = whole.step(following.id).place("when")
                yield Finding("listed_order_follows_dates", place, values)


def dependencies_follow_time(whole: Whole) -> Iterator[Finding]:
    """What a step waits for does not come later than the step itself."""
    yield from _waiting(whole, "dependencies_follow_time", lambda when, other: when.surely_before(other))


def waiting_begins_after_the_other_ends(whole: Whole) -> Iterator[Finding]:
    """A step does not begin while what it waits for still lasts; what begins before it is told of already.

    A period is when something happens, somewhere in it; only a range tells how long it lasts. So a step in March may
    wait for one in the first quarter, but not for one from January until June.
    """

    def begins_too_early(when: Period, other: Period) -> bool:
        begin, end = when.start or when, other.end or other
        known = max(begin.precision, end.precision) <= Precision.QUARTER
        return known and begin.surely_before(end) and not when.surely_before(other)

    yield from _waiting(whole, "waiting_begins_after_the_other_ends", begins_too_early)


def _waiting(whole: Whole, rule: str, is_wrong: Callable[[Period, Period], bool]) -> Iterator[Finding]:
    """Yield a finding for every step, and every step it waits for, of which the periods do not go together."""
    steps = whole.roadmap.steps
    for step in steps.values():
        for index, ref in enumerate(step.after):
            other = steps[ref]
            stopped = Status.STOPPED in {step.status, other.status}
            if ref != step.id and not stopped and is_wrong(step.when, other.when):
                values = {"title": step.title, "other": whole.name(ref)}
                yield Finding(rule, whole.step(step.id).place("after", index), values)


def _settings(declared: Declared) -> Settings | None:
    read = declared.files.settings
    return read.record if read else None


def _updated(declared: Declared) -> dt.date | None:
    settings = _settings(declared)
    return settings.updated if settings else None


def _horizon(declared: Declared) -> Horizon | None:
    mission = declared.pages.mission
    return mission.record.horizon if mission and mission.record else None
