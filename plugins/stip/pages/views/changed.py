"""Changes in plain sentences: what happened to a step, to a unit, and to what everybody shares."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from stip.editions import (
    TELLS_WHY,
    Edition,
    EditionStep,
    GoalChange,
    GoalChangeKind,
    StepChange,
    StepChangeKind,
    UnitChange,
    UnitChangeKind,
    WholeChange,
)
from stip.model import Status
from stip.pages.views.items import when_text

if TYPE_CHECKING:
    from stip.text.words import Words

_NEW = {Status.DONE: "added-done", Status.STOPPED: "added-stopped", Status.RUNNING: "added-running"}


def step_sentence(change: StepChange, old: Edition, new: Edition, words: Words) -> str:
    """Say what happened to a step; what paper shows stands beside what is true now."""
    step = change.step
    key = _NEW.get(step.status, "added") if change.kind is StepChangeKind.ADDED else change.kind.value
    if change.kind is StepChangeKind.GOALS and not change.refs:
        key = "goals-fewer"
    said = words(f"edition.step.{key}", **_values(change, old, new, words))
    if change.kind in TELLS_WHY and step.reason:
        return f"{said} {words('edition.why', reason=step.reason)}"
    return said


def _values(change: StepChange, old: Edition, new: Edition, words: Words) -> dict[str, str]:
    """Return all that a sentence about a step may name."""
    was, now = change.old or change.step, change.new or change.step
    if change.kind is StepChangeKind.RENAMED:
        return {"was": was.title}
    if change.kind is StepChangeKind.OTHER_KIND:
        return {"was": words(f"site.kind.{was.kind}"), "now": words(f"site.kind.{now.kind}")}
    if change.kind is StepChangeKind.OTHER_UNIT:
        return {"was": old.unit_of[was.id].name, "now": new.unit_of[now.id].name}
    if change.kind is StepChangeKind.GOALS:
        titles = {goal.id: goal.title for goal in (*old.goals, *new.goals)}
        return {"names": _names((titles.get(ref, ref) for ref in change.refs), words)}
    if change.refs:
        steps = {**old.steps, **new.steps}
        return {"names": _names((steps[ref].title if ref in steps else ref for ref in change.refs), words)}
    return {"was": _when(was, words), "now": _when(now, words)}


def unit_sentence(change: UnitChange, old: Edition, new: Edition, words: Words) -> str:
    """Say what happened to a unit."""
    was, now = change.old or change.unit, change.new or change.unit
    names = {unit.id: unit.name for unit in (*old.units, *new.units)}
    values: dict[str, object] = {"name": change.unit.name}
    if change.kind is UnitChangeKind.RENAMED:
        values |= {"was": was.name}
    elif change.kind is UnitChangeKind.RENUMBERED:
        values |= {"was": was.number, "now": now.number}
        if was.number is None or now.number is None:
            return words(f"edition.unit.{'number-gone' if now.number is None else 'number-new'}", **values)
    elif change.kind is UnitChangeKind.ENDED and now.replaced_by:
        return words("edition.unit.merged", **values, now=names.get(now.replaced_by, now.replaced_by))
    elif change.kind is UnitChangeKind.MOVED:
        if not now.part_of:
            return words("edition.unit.moved-out", **values)
        values |= {"now": names.get(now.part_of, now.part_of)}
    return words(f"edition.unit.{change.kind}", **values)


def goal_sentence(change: GoalChange, words: Words) -> str:
    """Say what happened to a goal."""
    was, now = change.old, change.new
    if change.kind is GoalChangeKind.RENAMED and was and now:
        return words("edition.goal.renamed", was=was.title, now=now.title)
    goal = now or was
    return words(f"edition.goal.{change.kind}", title=goal.title if goal else "")


def whole_sentence(change: WholeChange, old: Edition, new: Edition, words: Words) -> str:
    """Say what happened to the name, the mission or the dot."""
    values = {
        WholeChange.PROGRAMME: (old.programme, new.programme),
        WholeChange.MISSION: (old.mission, new.mission),
        WholeChange.HORIZON: (old.horizon.title, new.horizon.title),
        WholeChange.HORIZON_DATE: (when_text(old.horizon.when, words), when_text(new.horizon.when, words)),
    }
    was, now = values[change]
    return words(f"edition.whole.{change}", was=was, now=now)


def _when(step: EditionStep, words: Words) -> str:
    return when_text(step.when, words, step.certainty or step.when.certainty)


def _names(titles: Iterable[str], words: Words) -> str:
    return ", ".join(words("edition.quoted", title=title) for title in titles)
