"""Records: what differs between two records, field by field, from their classes alone."""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from stip.editions import Edition
from stip.model import Record, Roadmap, Term

Key = tuple[str, str]
"""Which record it is: its kind, and its id; the only one of its kind has an empty id."""
EMPTY: tuple[object, ...] = (None, (), {})


class Owned(NamedTuple):
    """A field of a type of record, by its name in the class."""

    model: type[Record]
    name: str

    @property
    def key(self) -> str:
        """The key as it is written in YAML."""
        return self.model.model_fields[self.name].alias or self.name


class Way(NamedTuple):
    """A field on the way to what differs; `part` is which item of its list, or which key of its mapping."""

    own: Owned
    part: Record | str | None = None


class FieldKind(enum.StrEnum):
    """What happened to a field."""

    FILLED = "filled"
    EMPTIED = "emptied"
    CHANGED = "changed"
    LISTED = "listed"
    """Something came to a list or went from it: what is only in `new`, or only in `old`."""
    REORDERED = "reordered"


@dataclass(frozen=True)
class FieldChange:
    """A field that differs, and the way to it from the record, itself included.

    `old` and `new` are values as the model has them; None, or empty, where there was nothing.
    """

    kind: FieldKind
    way: tuple[Way, ...]
    old: Any
    new: Any

    @property
    def own(self) -> Owned:
        """The field itself."""
        return self.way[-1].own

    @property
    def path(self) -> str:
        """The keys that lead to it in YAML, with dots: `horizon.title`."""
        return ".".join(one.own.key for one in self.way)


def field_changes(old: Record, new: Record) -> Iterator[FieldChange]:
    """Yield every field that differs between two records of one type, those of the records inside them too."""
    if old != new:
        yield from _fields(old, new, ())


def _fields(old: Record, new: Record, inside: tuple[Way, ...]) -> Iterator[FieldChange]:
    for name in type(new).model_fields:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield from _field(Owned(type(new), name), was, now, inside)


def _field(own: Owned, old: Any, new: Any, inside: tuple[Way, ...]) -> Iterator[FieldChange]:
    way = (*inside, Way(own))
    if isinstance(old, Record) and isinstance(new, Record):
        yield from _fields(old, new, way)
    elif old in EMPTY or new in EMPTY:
        yield _plain(way, old, new)
    elif isinstance(old, dict) and isinstance(new, dict):
        yield from _mapping(own, old, new, inside)
    elif not (isinstance(old, tuple) and isinstance(new, tuple)):
        yield _plain(way, old, new)
    elif any(isinstance(one, Record) for one in (*old, *new)):
        yield from _items(own, old, new, inside)
    else:
        kind = FieldKind.REORDERED if Counter(old) == Counter(new) else FieldKind.LISTED
        yield FieldChange(kind, way, old, new)


def _plain(way: tuple[Way, ...], old: Any, new: Any) -> FieldChange:
    kind = FieldKind.FILLED if old in EMPTY else FieldKind.EMPTIED if new in EMPTY else FieldKind.CHANGED
    return FieldChange(kind, way, old, new)


def _mapping(
    own: Owned, old: Mapping[str, Any], new: Mapping[str, Any], inside: tuple[Way, ...]
) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            yield _plain((*inside, Way(own, key)), old.get(key), new.get(key))


def _items(
    own: Owned, old: tuple[Record, ...], new: tuple[Record, ...], inside: tuple[Way, ...]
) -> Iterator[FieldChange]:
    """Yield what differs in a list of records: which item is which, what names it tells."""
    pairs = _paired(old, new)
    for place, now in enumerate(new):
        if place not in pairs:
            yield FieldChange(FieldKind.LISTED, (*inside, Way(own)), (), (now,))
        elif old[pairs[place]] != now:
            yield from _fields(old[pairs[place]], now, (*inside, Way(own, old[pairs[place]])))
    for place, was in enumerate(old):
        if place not in pairs.values():
            yield FieldChange(FieldKind.LISTED, (*inside, Way(own)), (was,), ())
    followed = [pairs[place] for place in sorted(pairs)]
    if followed != sorted(followed):
        yield FieldChange(FieldKind.REORDERED, (*inside, Way(own)), old, new)


def _paired(old: tuple[Record, ...], new: tuple[Record, ...]) -> dict[int, int]:
    """Return which item of `new` is which of `old`, by place: equal ones, then those of one name, then a last pair."""
    pairs: dict[int, int] = {}
    for name in (repr, _name, lambda item: repr(_named(item)[:1]), lambda _: ""):
        left = defaultdict(list)
        for place, item in enumerate(old):
            if place not in pairs.values():
                left[type(item), name(item)].append(place)
        rest = [place for place in range(len(new)) if place not in pairs]
        if not rest or not left:
            break
        if not name(new[0]) and (len(rest) > 1 or sum(map(len, left.values())) > 1):
            break  # of more than one nothing tells which is which
        for place in rest:
            if found := left[type(new[place]), name(new[place])]:
                pairs[place] = found.pop(0)
    return pairs


def _name(item: Record) -> str:
    return repr(_named(item))


def _named(item: Record) -> tuple[Any, ...]:
    return tuple(getattr(item, one.name) for one in naming(item))


def naming(item: Record) -> tuple[Owned, ...]:
    """Return the fields that tell an item of a list from others: its id or title, else all it needs but the last."""
    fields = type(item).model_fields
    for name in ("id", "title", "name"):
        if name in fields:
            return (Owned(type(item), name),)
    needed = [name for name, field in fields.items() if field.is_required()] or [next(iter(fields))]
    return tuple(Owned(type(item), name) for name in needed[: max(1, len(needed) - 1)])


def title_of(record: Record) -> str:
    """Return what a record that stands by itself is called; empty for the only one of its kind."""
    for name in ("title", "name", "question", "term"):
        if name in type(record).model_fields:
            return str(getattr(record, name))
    return ""


def records_of(roadmap: Roadmap) -> dict[Key, Record]:
    """Return every record of a roadmap that stands by itself, without those that stand in it by themselves."""
    found: dict[Key, Record] = {
        ("settings", ""): roadmap.settings,
        ("mission", ""): roadmap.mission.model_copy(update={"goals": ()}),
    }
    found |= {("goal", goal.id): goal for goal in roadmap.mission.goals}
    found |= {("unit", key): unit.model_copy(update={"steps": ()}) for key, unit in roadmap.units.items()}
    found |= {("step", key): step for key, step in roadmap.steps.items()}
    found |= {("persona", key): persona for key, persona in roadmap.personas.items()}
    found |= {("question", key): question for key, question in roadmap.questions.items()}
    found |= _terms(roadmap.glossary.terms)
    return found | dict(roadmap.practice)


def _terms(terms: tuple[Term, ...]) -> dict[Key, Record]:
    """Return terms by what they explain; a second one of a term counts as another."""
    seen: Counter[str] = Counter()
    found: dict[Key, Record] = {}
    for term in terms:
        seen[term.term] += 1
        found["term", term.term if seen[term.term] == 1 else f"{term.term} {seen[term.term]}"] = term
    return found


def frozen_records(edition: Edition) -> dict[Key, Record]:
    """Return every record of an edition that stands by itself."""
    found: dict[Key, Record] = {("goal", goal.id): goal for goal in edition.goals}
    found |= {("unit", unit.id): unit.model_copy(update={"steps": ()}) for unit in edition.units}
    return found | {("step", key): step for key, step in edition.steps.items()}


def bodies_of(roadmap: Roadmap) -> dict[Key, str]:
    """Return the Markdown that stands below a record, of every record that has a page."""
    found: dict[Key, str] = {("mission", ""): roadmap.mission_page.body}
    found |= {("persona", key): page.body for key, page in roadmap.persona_pages.items()}
    found |= {("question", key): page.body for key, page in roadmap.question_pages.items()}
    if roadmap.glossary_page:
        found["glossary", ""] = roadmap.glossary_page.body
    return found
