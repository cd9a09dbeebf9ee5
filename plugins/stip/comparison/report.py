"""Report: a comparison in sentences, in the order in which a reviewer reads: what all share, then each department."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from stip.comparison.compare import Change, Comparison
from stip.comparison.heed import Heed, HeedKind, heeds
from stip.comparison.records import Key
from stip.comparison.sentences import sentence, step_when
from stip.editions import EditionUnit, StepChangeKind, UnitChangeKind
from stip.model import practice_kinds
from stip.text.brevity import few

if TYPE_CHECKING:
    from stip.text.words import Words

_SHARED = ("mission", "goal")
_PEOPLE = ("persona", "question", "term", "glossary")
_PLACES = 3
"""So many places are named where paper hangs."""


@dataclass(frozen=True)
class Line:
    """A change and its sentence."""

    change: Change
    sentence: str


@dataclass(frozen=True)
class Item:
    """A record: what it is called, and all that happened to it; without a title the section says what it is."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    """A part of the report: everyone's, a department's, or that of one kind of record."""

    title: str
    items: tuple[Item, ...]
    department: str = ""
    """The id of the department, when it is one's."""

    @property
    def count(self) -> int:
        """How many changes it tells."""
        return sum(len(item.lines) for item in self.items)


@dataclass(frozen=True)
class Report:
    """All that is told of a comparison."""

    comparison: Comparison
    words: Words
    notes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many changes there are."""
        return len(self.comparison.changes)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """What comes before all sections: from what to what, and what the reader must know of that."""
        old, new = self.comparison.old.name, self.comparison.new.name
        key = "heading" if self.comparison else "nothing"
        return (self.words(f"diff.{key}", old=old, new=new),)

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """What the reader must know of how was compared."""
        return (*self.notes, self.words("diff.frozen")) if self.comparison.frozen else self.notes

    @cached_property
    def counts(self) -> tuple[str, ...]:
        """How many steps there are of each kind of change, and how much else changed where."""
        words = self.words
        steps = [change.kind for change in self.comparison.changes if change.record == "step"]
        rest = self.count - sum(kind in [*StepChangeKind] for kind in steps)
        found = {kind: steps.count(kind) for kind in StepChangeKind if kind is not StepChangeKind.OTHER}
        said = [words(f"edition.count.{kind}", count=count) for kind, count in found.items() if count]
        return (*said, *([words("diff.count.rest", count=rest)] if rest else []))

    @cached_property
    def heeds(self) -> tuple[Heed, ...]:
        """What the reader must see first."""
        return tuple(heeds(self.comparison))

    def warning(self, heed: Heed) -> str:
        """Say what the reader must see."""
        change, comparison = heed.change, self.comparison
        unit = self._units.get(comparison.unit_of(change.id) if change.record == "step" else change.id)
        values: dict[str, object] = {"title": change.title, "unit": unit.name if unit else ""}
        if heed.kind is HeedKind.NUMBER:
            was, now = (
                next((one.number for one in side.edition.units if one.id == change.id), None)
                for side in (comparison.old, comparison.new)
            )
            if now is None:
                return self.words("diff.warn.number-gone", **values, was=was)
            values |= {"was": was, "now": now}
        if heed.kind is HeedKind.PAPER:
            values |= {"was": step_when(heed.paper, self.words), "now": step_when(change.new, self.words)}
            values["places"] = few(heed.places, _PLACES)
        return self.words(f"diff.warn.{heed.kind}", **values)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """What all share; the departments by number, those that are gone last; then the rest, a section each kind."""
        found: dict[tuple[str, str], dict[Key, list[Change]]] = {}
        for change in self.comparison.changes:
            for place in dict.fromkeys(self._places(change)):
                found.setdefault(place, {}).setdefault(change.key, []).append(change)
        places = sorted(found, key=self._order)
        return tuple(self._section(*place, found[place]) for place in places)

    @cached_property
    def _units(self) -> Mapping[str, EditionUnit]:
        """Every unit, as it is now, else as it was."""
        return {unit.id: unit for side in (self.comparison.old, self.comparison.new) for unit in side.edition.units}

    def head(self, unit: str) -> str:
        """Return the id of the department under which a unit is told: the highest with a path on the way up."""
        found, seen, above = unit, {unit}, self._units.get(unit)
        while above and above.part_of and above.part_of not in seen:
            seen.add(above.part_of)
            above = self._units.get(above.part_of)
            found = above.id if above and above.steps else found
        return found

    def _places(self, change: Change) -> Iterator[tuple[str, str]]:
        """Yield the sections in which a change is told: of what went elsewhere also that which it left."""
        yield self._place(change)
        old = self.comparison.old.edition
        if change.kind == StepChangeKind.OTHER_UNIT and change.id in old.unit_of:
            yield ("unit", self.head(old.unit_of[change.id].id))
        if change.kind == UnitChangeKind.MOVED:
            yield from (("unit", self.head(one.part_of)) for one in old.units if one.id == change.id and one.part_of)

    def _place(self, change: Change) -> tuple[str, str]:
        """Return in which section a change is told: that of the one department it is about, else that of its kind."""
        if change.record in _SHARED or (change.record == "unit" and not change.id):
            return ("shared", "")
        heads = {self.head(unit) for unit in self.comparison.units[change.key] if unit}
        if len(heads) == 1:
            return ("unit", heads.pop())
        return ("kind", "term" if change.record == "glossary" else change.record)

    def _order(self, place: tuple[str, str]) -> tuple[object, ...]:
        what, name = place
        if what == "unit":
            unit = self._units.get(name)
            number = unit.number if unit else None
            return (1, number is None, number or 0, unit.name if unit else name)
        kinds = [*_PEOPLE, *(kind.record for kind in practice_kinds().values()), "settings"]
        return (0 if what == "shared" else 2, kinds.index(name) if name in kinds else -1, 0, name)

    def _section(self, what: str, name: str, found: Mapping[Key, list[Change]]) -> Section:
        words = self.words
        items = tuple(self._items(found, name if what == "unit" else "", named=what != "kind"))
        if what == "unit":
            unit = self._units.get(name)
            number = words("diff.numbered", number=unit.number, title=unit.name) if unit and unit.number else ""
            return Section(number or (unit.name if unit else name), items, name)
        titles = (f"diff.section.{name or what}", f"practices.{name}.title")
        return Section(words(next(key for key in titles if key in words)), items)

    def _items(self, found: Mapping[Key, list[Change]], head: str, *, named: bool) -> Iterator[Item]:
        """Yield the records of a section: the department itself, its steps, those of its teams, the rest by kind."""
        kinds = ["mission", "goal", "unit", "step", *_PEOPLE, *(kind.record for kind in practice_kinds().values())]

        def order(key: Key) -> tuple[object, ...]:
            unit = self.comparison.unit_of(key[1]) if key[0] == "step" else key[1] if key[0] == "unit" else ""
            kind = kinds.index(key[0]) if key[0] in kinds else len(kinds)
            return (kind > kinds.index("step"), bool(unit) and unit != head, unit, kind)

        for key in sorted(found, key=order) if head else found:
            lines = tuple(Line(one, sentence(one, self.comparison, self.words)) for one in found[key])
            yield Item(self._title(found[key][0], head, named=named), lines)

    def _title(self, change: Change, head: str, *, named: bool) -> str:
        """Return what a record is called: of a team's step with the team, of a practice among steps with its kind."""
        words, title = self.words, change.title
        if not title:
            return words(f"diff.record.{change.record}") if named and f"diff.record.{change.record}" in words else ""
        if change.record == "step":
            unit = self._units.get(self.comparison.unit_of(change.id))
            return words("diff.team", title=title, unit=unit.short or unit.name) if unit and unit.id != head else title
        if change.record in {"goal", "persona", "question"} or f"practices.{change.record}.name" in words:
            name = f"practices.{change.record}.name"
            own = words(name if name in words else f"diff.kind.{change.record}")
            return words("diff.team", title=title, unit=own) if named else title
        return title
