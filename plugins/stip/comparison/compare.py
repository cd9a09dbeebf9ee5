"""Compare: all that differs between two sides, as values that say what it is and never how it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from stip.comparison.identity import new_ids, renamed_roadmap
from stip.comparison.records import FieldChange, Key, bodies_of, field_changes, frozen_records, records_of, title_of
from stip.editions import (
    TELLS_WHY,
    Changes,
    Edition,
    GoalChange,
    GoalChangeKind,
    StepChange,
    StepChangeKind,
    UnitChange,
    UnitChangeKind,
    WholeChange,
    difference,
    renamed_edition,
    snapshot,
)
from stip.model import Practice, Print, Question, Record, Roadmap, Status
from stip.model.practices import Download

C = TypeVar("C", GoalChange, StepChange, UnitChange)

ADDED, REMOVED, NEW_ID, FIELD, BODY, FILE, ORDER = "added", "removed", "new-id", "field", "body", "file", "order"
"""The kinds of change that any record can have; steps, units, goals and the whole have those of editions too."""
_COVERED: Mapping[str, tuple[str, ...]] = {
    StepChangeKind.DONE: ("status",),
    StepChangeKind.STARTED: ("status",),
    StepChangeKind.STOPPED: ("status",),
    StepChangeKind.DELAYED: ("status",),
    StepChangeKind.RESTARTED: ("status",),
    StepChangeKind.REOPENED: ("status",),
    StepChangeKind.LATER: ("when",),
    StepChangeKind.EARLIER: ("when",),
    StepChangeKind.SHARPER: ("when",),
    StepChangeKind.VAGUER: ("when",),
    StepChangeKind.RENAMED: ("title",),
    StepChangeKind.OTHER_KIND: ("kind",),
    StepChangeKind.WAITS: ("after",),
    StepChangeKind.WAITS_NO_MORE: ("after",),
    StepChangeKind.GOALS: ("goals",),
}
_COVERED_UNIT: Mapping[str, tuple[str, ...]] = {
    UnitChangeKind.RENAMED: ("name",),
    UnitChangeKind.RENUMBERED: ("number",),
    UnitChangeKind.MOVED: ("part_of",),
}
_COVERED_WHOLE: Mapping[WholeChange, str] = {
    WholeChange.PROGRAMME: "programme.name",
    WholeChange.MISSION: "mission",
    WholeChange.HORIZON: "horizon.title",
    WholeChange.HORIZON_DATE: "horizon.when",
}
_LINES = (".csv", ".htm", ".html", ".ics", ".json", ".md", ".svg", ".txt", ".xml")


@dataclass(frozen=True)
class Side:
    """One of the two: what it is called, what prints show of it, and the whole of it unless it is an edition.

    `editions` are those that lie beside it, oldest first, and `prints` what hangs of them.
    """

    name: str
    edition: Edition
    roadmap: Roadmap | None = None
    editions: tuple[Edition, ...] = ()
    prints: tuple[Print, ...] = ()

    @property
    def records(self) -> dict[Key, Record]:
        """Every record that stands by itself."""
        return records_of(self.roadmap) if self.roadmap else frozen_records(self.edition)


@dataclass(frozen=True)
class Change:
    """One thing that differs: its kind, and the record that it is about, as it was and as it is (None: not there).

    `was` is the id that it had. `field` is there for the kind FIELD.
    """

    kind: str
    record: str
    id: str
    old: Record | None = None
    new: Record | None = None
    field: FieldChange | None = None
    was: str = ""

    @property
    def key(self) -> Key:
        """Which record it is about."""
        return (self.record, self.id)

    @property
    def title(self) -> str:
        """What the record is called now, else was."""
        found = self.new or self.old
        return title_of(found) if found else ""


@dataclass(frozen=True)
class Comparison:
    """All that differs from `old` to `new`; of `old` the ids are those that its records have now."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    frozen: bool
    """Whether a side is an edition, so that only what an edition keeps was compared."""

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.changes)

    @cached_property
    def names(self) -> Mapping[Key, str]:
        """What every record is called now, else was."""
        return {key: title_of(record) for side in (self.old, self.new) for key, record in side.records.items()}

    @cached_property
    def units(self) -> Mapping[Key, tuple[str, ...]]:
        """The ids of the departments and teams that each changed record is about; none for what is for everyone."""
        return {change.key: self._units(change) for change in self.changes}

    def unit_of(self, step: str) -> str:
        """Return the id of the unit whose step it is now, else was; empty for no step."""
        found = self.new.edition.unit_of.get(step) or self.old.edition.unit_of.get(step)
        return found.id if found else ""

    def _units(self, change: Change) -> tuple[str, ...]:
        record = change.new or change.old
        if change.record == "unit":
            return (change.id,)
        if change.record == "step":
            return (self.unit_of(change.id),)
        if isinstance(record, Practice):
            return record.for_units or tuple(map(self.unit_of, record.steps))
        if isinstance(record, Question):
            return record.departments or tuple(map(self.unit_of, record.steps))
        return ()


def compare(old: Side, new: Side) -> Comparison:
    """Tell what differs from one side to the other; with an edition, only what an edition keeps."""
    frozen = old.roadmap is None or new.roadmap is None
    if frozen:
        old, new = (replace(one, roadmap=None) for one in (old, new))
    ids = new_ids(old.records, new.records, *(_unit_ids(one.edition) for one in (old, new)))
    if old.roadmap:
        roadmap = renamed_roadmap(old.roadmap, ids)
        old = replace(old, edition=snapshot(roadmap), roadmap=roadmap)
    else:
        old = replace(old, edition=renamed_edition(old.edition, ids))
    return Comparison(old, new, tuple(_Comparing(old, new, ids).changes()), frozen)


def _unit_ids(edition: Edition) -> dict[str, str]:
    return {step: unit.id for step, unit in edition.unit_of.items()}


class _Comparing:
    """Finds what differs: what an edition keeps in its own words, all else field by field."""

    def __init__(self, old: Side, new: Side, ids: Mapping[Key, str]) -> None:
        self.old, self.new = old, new
        self.before, self.after = old.records, new.records
        self.ids = {(kind, now): was for (kind, was), now in ids.items()}
        self.frozen: Changes = difference(old.edition, new.edition)
        self.goals = _by_key("goal", self.frozen.goals)
        self.units = _by_key("unit", self.frozen.units)
        self.steps = _by_key("step", self.frozen.steps)

    def changes(self) -> Iterator[Change]:
        """Yield every change: of one record together, in the order of the new side; what is gone comes last."""
        yield from self._whole()
        for key in dict.fromkeys((*self.after, *self.before)):
            if key != ("mission", ""):
                yield from self._record(key)
        yield from self._bodies()
        yield from self._files()
        yield from self._orders()

    def _whole(self) -> Iterator[Change]:
        key = ("mission", "")
        was, now = self.before.get(key), self.after.get(key)
        yield from (Change(kind, *key, was, now) for kind in self.frozen.whole)
        if was and now:
            told = {_COVERED_WHOLE[kind] for kind in self.frozen.whole}
            yield from (self._field(key, one) for one in field_changes(was, now) if one.path not in told)

    def _record(self, key: Key) -> Iterator[Change]:
        was, now = self.before.get(key), self.after.get(key)
        if was is None or now is None:
            yield Change(REMOVED if now is None else ADDED, *key, was, now)
            return
        if key in self.ids:
            yield Change(NEW_ID, *key, was, now, was=self.ids[key])
        told: set[str] = set()
        for kind, covered in (*self._of_unit(key), *self._of_step(key), *self._of_goal(key)):
            yield Change(kind, *key, was, now)
            told.update(covered)
        for one in field_changes(was, now):
            if one.path not in told:
                yield self._field(key, one)

    def _of_unit(self, key: Key) -> Iterator[tuple[str, tuple[str, ...]]]:
        for change in self.units.get(key, ()):
            covered = _COVERED_UNIT.get(change.kind, ())
            if change.kind is UnitChangeKind.ENDED and change.new:
                covered = ("until",) * bool(change.new.until) + ("replaced_by",) * bool(change.new.replaced_by)
            if change.kind is not UnitChangeKind.OTHER:
                yield change.kind, covered

    def _of_step(self, key: Key) -> Iterator[tuple[str, tuple[str, ...]]]:
        for change in self.steps.get(key, ()):
            covered = _COVERED.get(change.kind, ())
            if change.kind in TELLS_WHY and change.new and change.new.reason:
                covered += ("reason",)
            if change.kind is StepChangeKind.LATER and change.new and change.new.status is Status.DELAYED:
                covered += ("status",)  # it says so by its date, and when it was for
                covered += ("was",) if change.old and change.new.was == change.old.when else ()
            if change.kind is not StepChangeKind.OTHER:
                yield change.kind, covered

    def _of_goal(self, key: Key) -> Iterator[tuple[str, tuple[str, ...]]]:
        renamed = any(change.kind is GoalChangeKind.RENAMED for change in self.goals.get(key, ()))
        yield from [(GoalChangeKind.RENAMED, ("title",))] if renamed else []

    def _field(self, key: Key, field: FieldChange) -> Change:
        return Change(FIELD, *key, self.before[key], self.after[key], field)

    def _bodies(self) -> Iterator[Change]:
        if self.old.roadmap and self.new.roadmap:
            was, now = bodies_of(self.old.roadmap), bodies_of(self.new.roadmap)
            for key in dict.fromkeys((*now, *was)):
                there = key[0] == "glossary" or (key in self.before and key in self.after)
                if there and was.get(key, "") != now.get(key, ""):
                    yield Change(BODY, *key, self.before.get(key), self.after.get(key))

    def _files(self) -> Iterator[Change]:
        """Yield a change for each document that has another size; of lines the size differs from machine to machine."""
        if self.old.roadmap and self.new.roadmap:
            old, new = self.old.roadmap.sizes, self.new.roadmap.sizes
            for one in self.new.roadmap.of(Download):
                lines = one.file.lower().endswith(_LINES)
                if not lines and one.file in old and one.file in new and old[one.file] != new[one.file]:
                    key = (one.record, one.id)
                    yield Change(FILE, *key, self.before.get(key), one)

    def _orders(self) -> Iterator[Change]:
        """Yield a change for each kind of which the records that stayed follow each other in another order."""
        for kind in dict.fromkeys(kind for kind, _ in self.after if kind not in {"step", "persona", "question"}):
            was = [key for key in self.before if key[0] == kind and key in self.after]
            if was != [key for key in self.after if key[0] == kind and key in self.before]:
                yield Change(ORDER, kind, "")


def _by_key(kind: str, changes: Sequence[C]) -> dict[Key, list[C]]:
    found: dict[Key, list[C]] = {}
    for change in changes:
        record = change.new or change.old
        assert record is not None
        found.setdefault((kind, record.id), []).append(change)
    return found
