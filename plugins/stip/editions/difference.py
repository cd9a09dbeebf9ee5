"""Difference: what changed from one edition to another, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stip.editions.changes import (
    Changes,
    GoalChange,
    GoalChangeKind,
    StepChange,
    StepChangeKind,
    UnitChange,
    UnitChangeKind,
    WholeChange,
)
from stip.editions.edition import Edition, EditionGoal, EditionStep, EditionUnit
from stip.model import Status
from stip.periods import Period

_ENDS: Mapping[Status, StepChangeKind] = {
    Status.DONE: StepChangeKind.DONE,
    Status.STOPPED: StepChangeKind.STOPPED,
}
_RETURNS: Mapping[Status, StepChangeKind] = {
    Status.DONE: StepChangeKind.REOPENED,
    Status.STOPPED: StepChangeKind.RESTARTED,
}
_AHEAD = {Status.IDEA, Status.PLANNED}


def difference(old: Edition, new: Edition) -> Changes:
    """Tell what changed from `old` to `new`; two changes of one step are told apart from each other."""
    return Changes(
        steps=tuple(_steps(old, new)),
        units=tuple(_units(old, new)),
        goals=tuple(_goals(old, new)),
        whole=tuple(_whole(old, new)),
    )


def lacks_reason(change: StepChange) -> bool:
    """Tell whether a step moves later and nobody says why; what was an idea, and still is, was promised to nobody.

    A reason that stood there before was that of an earlier move.
    """
    ideas = change.old is not None and {change.old.status, change.step.status} == {Status.IDEA}
    told = change.step.reason and not has_old_reason(change)
    return change.kind is StepChangeKind.LATER and not told and not ideas


def has_old_reason(change: StepChange) -> bool:
    """Tell whether the reason that is given was already there before the step moved."""
    return bool(change.old and change.step.reason and change.step.reason == change.old.reason)


def _steps(old: Edition, new: Edition) -> Iterator[StepChange]:
    for key, step in new.steps.items():
        unit, before = new.unit_of[key].id, old.steps.get(key)
        if before is None:
            yield StepChange(StepChangeKind.ADDED, unit, None, step)
            continue
        moved = old.unit_of[key].id != unit
        told = [StepChange(kind, unit, before, step, refs) for kind, refs in _step_kinds(before, step, moved=moved)]
        if not told and before != step:
            told.append(StepChange(StepChangeKind.OTHER, unit, before, step))
        yield from told
    for key, step in old.steps.items():
        if key not in new.steps:
            yield StepChange(StepChangeKind.REMOVED, old.unit_of[key].id, step, None)


def _step_kinds(old: EditionStep, new: EditionStep, *, moved: bool) -> Iterator[tuple[StepChangeKind, tuple[str, ...]]]:
    """Yield every kind of change of a step, each with the ids that it is about."""
    if (status := _status_change(old, new)) is not None:
        yield status, ()
    if new.status not in _ENDS and (when := _when_change(old.when, new.when)) is not None:
        yield when, ()  # the date of what is over promises nothing any more
    if old.title != new.title:
        yield StepChangeKind.RENAMED, ()
    if old.kind != new.kind:
        yield StepChangeKind.OTHER_KIND, ()
    if moved:
        yield StepChangeKind.OTHER_UNIT, ()
    if more := _more(old.after, new.after):
        yield StepChangeKind.WAITS, more
    if less := _more(new.after, old.after):
        yield StepChangeKind.WAITS_NO_MORE, less
    if old.goals != new.goals:
        yield StepChangeKind.GOALS, _more(old.goals, new.goals)


def _status_change(old: EditionStep, new: EditionStep) -> StepChangeKind | None:
    """Say what a new status means; None where the date, or nothing, tells it."""
    if old.status is new.status:
        return None
    if new.status in _ENDS:
        return _ENDS[new.status]
    if old.status in _RETURNS:
        return _RETURNS[old.status]
    if new.status is Status.RUNNING and old.status in _AHEAD:
        return StepChangeKind.STARTED
    return StepChangeKind.DELAYED if new.status is Status.DELAYED and old.when == new.when else None


def _when_change(old: Period, new: Period) -> StepChangeKind | None:
    """Say how a date moved: it is known more finely or less, or else later or earlier by its end, then its begin.

    An end that moves away is a promise that moves, also when the begin stays: never only less sure.
    """
    if old == new:
        return None
    if old.first is None or old.last is None:
        return StepChangeKind.SHARPER  # some day had no date
    if new.first is None or new.last is None:
        return StepChangeKind.LATER
    inside = old.first <= new.first and new.last <= old.last
    around = new.first <= old.first and old.last <= new.last
    if inside and (new.precision, new.is_stretch) < (old.precision, old.is_stretch):
        return StepChangeKind.SHARPER
    if around and new.precision > old.precision:
        return StepChangeKind.VAGUER
    return StepChangeKind.LATER if (new.last, new.first) > (old.last, old.first) else StepChangeKind.EARLIER


def _units(old: Edition, new: Edition) -> Iterator[UnitChange]:
    before, after = {unit.id: unit for unit in old.units}, {unit.id: unit for unit in new.units}
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            yield UnitChange(UnitChangeKind.REMOVED if now is None else UnitChangeKind.ADDED, was, now)
            continue
        kinds = list(_unit_kinds(was, now))
        if not kinds and was.model_copy(update={"steps": now.steps}) != now:
            kinds.append(UnitChangeKind.OTHER)
        yield from (UnitChange(kind, was, now) for kind in kinds)


def _unit_kinds(old: EditionUnit, new: EditionUnit) -> Iterator[UnitChangeKind]:
    if old.name != new.name:
        yield UnitChangeKind.RENAMED
    if old.number != new.number:
        yield UnitChangeKind.RENUMBERED
    if (new.until or new.replaced_by) and (old.until, old.replaced_by) != (new.until, new.replaced_by):
        yield UnitChangeKind.ENDED
    if old.part_of != new.part_of:
        yield UnitChangeKind.MOVED
    both = {step.id for step in old.steps} & {step.id for step in new.steps}
    if _order(old, both) != _order(new, both):
        yield UnitChangeKind.REORDERED


def _goals(old: Edition, new: Edition) -> Iterator[GoalChange]:
    before: dict[str, EditionGoal] = {goal.id: goal for goal in old.goals}
    after: dict[str, EditionGoal] = {goal.id: goal for goal in new.goals}
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            yield GoalChange(GoalChangeKind.REMOVED if now is None else GoalChangeKind.ADDED, was, now)
        elif was.title != now.title:
            yield GoalChange(GoalChangeKind.RENAMED, was, now)


def _whole(old: Edition, new: Edition) -> Iterator[WholeChange]:
    if old.programme != new.programme:
        yield WholeChange.PROGRAMME
    if old.mission != new.mission:
        yield WholeChange.MISSION
    if old.horizon.title != new.horizon.title:
        yield WholeChange.HORIZON
    if old.horizon.when != new.horizon.when:
        yield WholeChange.HORIZON_DATE


def _more(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in new if key not in old)


def _order(unit: EditionUnit, kept: set[str]) -> list[str]:
    return [step.id for step in unit.steps if step.id in kept]
