"""Sentences: every change in a plain sentence that can stand after the name of what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from stip.comparison.compare import ADDED, BODY, FIELD, FILE, NEW_ID, ORDER, REMOVED, Change, Comparison, Side
from stip.comparison.records import FieldChange, FieldKind, Key, title_of
from stip.comparison.values import LONG, MANY, field_label, value_text
from stip.editions import (
    TELLS_WHY,
    EditionStep,
    EditionUnit,
    GoalChangeKind,
    StepChangeKind,
    UnitChangeKind,
    WholeChange,
)
from stip.model import Record, Status, Step
from stip.pages.views.items import when_text
from stip.text.brevity import beginning, few

if TYPE_CHECKING:
    from stip.text.words import Words

_DOUBLE = re.compile("([.?!…]\u2019)[.](?= |$)")
"""The end of a quoted sentence, with a second end behind it."""
_WHOLE = frozenset(WholeChange)
_NEW = {Status.DONE: "added-done", Status.STOPPED: "added-stopped", Status.RUNNING: "added-running"}


def sentence(change: Change, comparison: Comparison, words: Words) -> str:
    """Say what differs, without the name of the record that it is about."""
    if change.kind == FIELD and change.field:
        said = _field(change.field, comparison.names, words)
    elif change.kind in _WHOLE:
        said = _whole(change, comparison, words)
    elif change.kind == NEW_ID:
        said = words("diff.new-id", was=change.was, now=change.id)
    elif change.kind in {BODY, FILE, ORDER}:
        said = words(f"diff.{change.kind}")
    elif change.record == "step":
        said = _step(change, comparison, words)
    elif change.record == "unit":
        said = _unit(change, comparison, words)
    elif change.kind == GoalChangeKind.RENAMED:
        said = _renamed(change, words)
    else:
        said = words(f"diff.{change.kind}")
    return _DOUBLE.sub(r"\1", said)


def step_when(step: Record | None, words: Words) -> str:
    """Write when a step is; `around` when its author is less sure than its precision suggests."""
    assert isinstance(step, EditionStep | Step)
    return when_text(step.when, words, step.certainty or step.when.certainty)


def _field(field: FieldChange, names: Mapping[Key, str], words: Words) -> str:
    values = {"label": field_label(field, names, words)}
    values["label"] = values["label"][:1].upper() + values["label"][1:]
    if field.path in {"title", "name"} and field.kind is FieldKind.CHANGED:
        return words("diff.renamed", was=field.old)
    if field.kind is FieldKind.REORDERED:
        return words("diff.field.reordered", **values)
    if field.kind is FieldKind.LISTED:
        return _listed(field, names, words, values)
    if field.kind is FieldKind.CHANGED and _is_long(field.old) and _is_long(field.new):
        return words("diff.field.text", **values)
    texts = {
        "was": value_text(field.old, field.own, names, words),
        "now": value_text(field.new, field.own, names, words),
    }
    return words(f"diff.field.{field.kind}", **values, **texts)


def _listed(field: FieldChange, names: Mapping[Key, str], words: Words, values: Mapping[str, str]) -> str:
    more = tuple(one for one in field.new if one not in field.old)
    less = tuple(one for one in field.old if one not in field.new)
    kind = "both" if more and less else "more" if more else "less"
    if not (more or less):  # only how often something stands in it
        more, less, kind = field.new, field.old, "changed"
    texts = {key: value_text(value, field.own, names, words) for key, value in (("now", more), ("was", less))}
    return words(f"diff.field.{kind}", **values, **texts)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > LONG


def _whole(change: Change, comparison: Comparison, words: Words) -> str:
    old, new = comparison.old.edition, comparison.new.edition
    values = {
        WholeChange.PROGRAMME: (old.programme, new.programme),
        WholeChange.MISSION: (beginning(old.mission, LONG), beginning(new.mission, LONG)),
        WholeChange.HORIZON: (old.horizon.title, new.horizon.title),
        WholeChange.HORIZON_DATE: (when_text(old.horizon.when, words), when_text(new.horizon.when, words)),
    }
    was, now = values[WholeChange(change.kind)]
    return words(f"diff.whole.{change.kind}", was=was, now=now)


def _renamed(change: Change, words: Words) -> str:
    return words("diff.renamed", was=title_of(change.old) if change.old else "")


def _step(change: Change, comparison: Comparison, words: Words) -> str:
    was, now = change.old, change.new
    if change.kind == ADDED and now:
        key = _NEW.get(now.status, "added")  # type: ignore[attr-defined]
        return words(f"diff.step.{key}", now=step_when(now, words))
    if change.kind == REMOVED:
        return words("diff.step.removed", was=step_when(was, words))
    if change.kind == StepChangeKind.RENAMED:
        return _renamed(change, words)
    assert isinstance(was, EditionStep | Step)
    assert isinstance(now, EditionStep | Step)
    if change.kind == StepChangeKind.GOALS:
        return _goals(was, now, comparison.names, words)
    values = {"was": step_when(was, words), "now": step_when(now, words)}
    if change.kind == StepChangeKind.OTHER_KIND:
        values = {"was": words(f"site.kind.{was.kind}"), "now": words(f"site.kind.{now.kind}")}
    elif change.kind == StepChangeKind.OTHER_UNIT:
        values = {key: side.edition.unit_of[change.id].name for key, side in _sides(comparison)}
    elif change.kind == StepChangeKind.WAITS:
        values = {"names": _names("step", _more(was.after, now.after), comparison.names, words)}
    elif change.kind == StepChangeKind.WAITS_NO_MORE:
        values = {"names": _names("step", _more(now.after, was.after), comparison.names, words)}
    said = words(f"diff.step.{change.kind}", **values)
    tells = change.kind in TELLS_WHY and now.reason
    return f"{said} {words('edition.why', reason=beginning(now.reason or '', LONG))}" if tells else said


def _sides(comparison: Comparison) -> tuple[tuple[str, Side], ...]:
    return ("was", comparison.old), ("now", comparison.new)


def _goals(was: EditionStep | Step, now: EditionStep | Step, names: Mapping[Key, str], words: Words) -> str:
    said = []
    if more := _more(was.goals, now.goals):
        said.append(words("diff.step.goals", names=_names("goal", more, names, words)))
    if less := _more(now.goals, was.goals):
        said.append(words("diff.step.goals-no-more", names=_names("goal", less, names, words)))
    return " ".join(said)


def _unit(change: Change, comparison: Comparison, words: Words) -> str:
    was, now = ({one.id: one for one in side.edition.units}.get(change.id) for _, side in _sides(comparison))
    if was is None or now is None:
        return words(f"diff.{'removed' if now is None else 'added'}")
    if change.kind == UnitChangeKind.RENAMED:
        return words("diff.renamed", was=was.name)
    if change.kind == UnitChangeKind.RENUMBERED:
        key = "number-gone" if now.number is None else "number-new" if was.number is None else "renumbered"
        return words(f"diff.unit.{key}", was=was.number, now=now.number)
    if change.kind == UnitChangeKind.MOVED:
        key = "moved-out" if not now.part_of else "moved" if was.part_of else "moved-in"
        names = comparison.names
        above = {key: names.get(("unit", one.part_of or ""), "") for key, one in (("was", was), ("now", now))}
        return words(f"diff.unit.{key}", **above)
    if change.kind == UnitChangeKind.ENDED:
        return _ended(now, comparison.names, words)
    return words("diff.unit.reordered")


def _ended(unit: EditionUnit, names: Mapping[Key, str], words: Words) -> str:
    into = names.get(("unit", unit.replaced_by or ""), unit.replaced_by)
    said = [words("diff.unit.merged", now=into)] if unit.replaced_by else []
    if unit.until:
        said.append(words("diff.unit.ended", now=when_text(unit.until, words)))
    return " ".join(said)


def _more(old: Iterable[str], new: Iterable[str]) -> list[str]:
    return [key for key in new if key not in set(old)]


def _names(kind: str, ids: Iterable[str], names: Mapping[Key, str], words: Words) -> str:
    return few([words("diff.quoted", text=names.get((kind, id_), id_)) for id_ in ids], MANY)
