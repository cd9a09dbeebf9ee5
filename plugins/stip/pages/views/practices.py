"""Practices as a reader meets them: cards, tables, and short entries on the pages of what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import Practice
from stip.model.discretion import discreet
from stip.model.practices import Group, Rollout, Tool
from stip.pages.selection import below
from stip.pages.views.computed import computed, hidden
from stip.pages.views.facts import (
    Fact,
    FactLine,
    facts,
    field_lines,
    flag_text,
    is_address,
    label,
    own_fields,
    value_text,
)
from stip.pages.views.items import LinkItem, when_text

if TYPE_CHECKING:
    import datetime as dt

    from stip.model import Roadmap, Unit
    from stip.model.practices.changing import Wave
    from stip.pages.links import Here
    from stip.periods import Period

_ABOUT = ("steps", "departments", "personas", "goals", "contact")
"""What every practice may have, shown after what is its own."""
_FEW = 6


@dataclass(frozen=True)
class Card:
    """A practice with all that it says; `units` and `personas` hold the ids it is about, empty for everyone."""

    anchor: str
    title: str
    href: str
    sign: str
    chip: str
    when: str
    flags: tuple[str, ...]
    text: str
    facts: tuple[Fact, ...]
    actions: tuple[LinkItem, ...]
    units: str
    personas: str


@dataclass(frozen=True)
class Row:
    """A practice in a table; a cell has lines."""

    anchor: str
    title: str
    text: str
    cells: tuple[tuple[FactLine, ...], ...]
    units: str
    personas: str


@dataclass(frozen=True)
class Table:
    """Practices of one kind as a table, whose first column is their title."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Entry:
    """A practice in a few words, on the page of what it names."""

    title: str
    href: str
    note: str


@dataclass(frozen=True)
class EntryGroup:
    """What practices of one sort mean to a reader."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    more: LinkItem | None = None


def card(practice: Practice, here: Here, *, grouped: bool = False) -> Card:
    """Show a practice as a card; `grouped` when it stands under a heading that says what its chip would say."""
    words = here.context.words
    practice = discreet(practice, here.context.roadmap.adoption, here.context.today)
    kind, chip = type(practice), getattr(practice, practice.chip) if practice.chip else None
    gone = hidden(practice) | {practice.chip, "when"}
    fields = tuple(name for name in (*own_fields(kind), *_ABOUT) if name not in gone)
    told = {name for name in fields if isinstance(getattr(practice, name), bool)}
    links = tuple(name for name in fields if is_address(kind.model_fields[name]))
    path, anchor = here.context.addresses.practice(practice)
    when = next_period(practice, here.context.today)
    units, personas = concerned(practice, here)
    shown = facts(practice, here, tuple(name for name in fields if name not in links and name not in told))
    return Card(
        anchor=anchor,
        title=title_of(practice, here),
        href=here.to(path) if practice.own_page and path != here.path else "",
        sign=practice.sign,
        chip=value_text(practice, practice.chip, chip, words) if chip and not grouped else "",
        when=when_text(when, words) if when else "",
        flags=tuple(flags(practice, fields, here)),
        text=practice.text or "",
        facts=(*computed(practice, here), *shown),
        actions=tuple(_action(practice, name, here) for name in links if getattr(practice, name)),
        units=units,
        personas=personas,
    )


def flags(practice: Practice, fields: Iterable[str], here: Here) -> Iterator[str]:
    """Yield what its yes-or-no fields say, each in a few words."""
    for name in fields:
        value = getattr(practice, name)
        if isinstance(value, bool):
            text = flag_text(type(practice), name, value=value, words=here.context.words)
            yield from [text] if text else []


def _action(practice: Practice, name: str, here: Here) -> LinkItem:
    line = next(iter(field_lines(practice, name, here)))
    return LinkItem(label(type(practice), name, here.context.words), line.href)


def title_of(practice: Practice, here: Here) -> str:
    """Return the title of a practice; the name of who agreed to be named stands behind it."""
    shown = discreet(practice, here.context.roadmap.adoption, here.context.today)
    name = getattr(shown, "name", None)
    return f"{practice.title}: {name}" if name else practice.title


def concerned(practice: Practice, here: Here) -> tuple[str, str]:
    """Return the ids of the units and of the personas that a practice is about; empty for everyone."""
    return " ".join(units_of(practice, here.context.roadmap)), " ".join(practice.personas)


def units_of(practice: Practice, roadmap: Roadmap) -> tuple[str, ...]:
    """Return the ids of the units that a practice names, itself or by a step, with all under them."""
    named = [roadmap.units[key] for key in practice.departments]
    named += [roadmap.unit_of[key] for key in practice.steps]
    named += [roadmap.units[key] for moment in getattr(practice, "dates", ()) for key in moment.departments]
    found: dict[str, None] = {}
    for unit in named:
        found |= dict.fromkeys([unit.id, *(child.id for child in below(unit, roadmap))])
    return tuple(found)


def table(kind: type[Practice], practices: Iterable[Practice], here: Here) -> Table:
    """Show practices of one kind as a table of their class's columns, without those that are empty."""
    words, listed = here.context.words, tuple(practices)
    fields = {field.alias or name: name for name, field in kind.model_fields.items()}
    rows = [[tuple(field_lines(one, fields[key], here)) for key in kind.columns] for one in listed]
    extra = [fact for one in listed for fact in computed(one, here)]
    labels = list(dict.fromkeys(fact.label for fact in extra))
    keep = [index for index, _ in enumerate(kind.columns) if any(row[index] for row in rows)]
    made = []
    for one, row in zip(listed, rows, strict=True):
        own = {fact.label: fact.lines for fact in computed(one, here)}
        units, personas = concerned(one, here)
        text = "" if "text" in kind.columns else one.text or ""
        cells = (*(row[index] for index in keep), *(own.get(name, ()) for name in labels))
        anchor = here.context.addresses.practice(one)[1]
        made.append(Row(anchor, one.title, text, cells, units, personas))
    columns = (*(label(kind, kind.columns[index], words) for index in keep), *labels)
    return Table(words(f"practices.{kind.record}.title"), columns, tuple(made))


def by_date(practices: Iterable[Practice], today: dt.date) -> tuple[tuple[Practice, ...], tuple[Practice, ...]]:
    """Part what is to come (soonest first, then what has no date) from what has been (newest first)."""
    coming: list[Practice] = []
    past: list[Practice] = []
    for one in practices:
        last = last_day(one)
        (past if last is not None and last < today else coming).append(one)
    coming.sort(key=lambda one: (next_day(one, today) is None, next_day(one, today) or today))
    past.sort(key=lambda one: last_day(one) or today, reverse=True)
    return tuple(coming), tuple(past)


def last_day(practice: Practice) -> dt.date | None:
    """Return the last day on which a practice takes place; None when it has no date or no end."""
    dates = [moment.when.last for moment in getattr(practice, "dates", ())]
    if dates:
        return None if None in dates else max(day for day in dates if day)
    when = getattr(practice, "when", None)
    return when.last if when else None


def next_day(practice: Practice, today: dt.date) -> dt.date | None:
    """Return the next day on which a practice takes place; the first one when all are past."""
    days = [moment.when.first for moment in getattr(practice, "dates", ())]
    when = getattr(practice, "when", None)
    days += [when.first] if when else []
    known = sorted(day for day in days if day)
    return next((day for day in known if day >= today), known[0] if known else None)


def _is_gone(practice: Practice, today: dt.date) -> bool:
    """Tell whether a tool is no longer there: nobody works with it any more."""
    until = practice.until.last if isinstance(practice, Tool) and practice.until else None
    return until is not None and until < today


def next_period(practice: Practice, today: dt.date) -> Period | None:
    """Return when a practice is: its period, else its next moment, else its first."""
    moments = [moment for moment in getattr(practice, "dates", ()) if moment.when.last and moment.when.last >= today]
    return min((moment.when for moment in moments), default=practice.period)


def entries(
    practices: Iterable[Practice], here: Here, most: int = _FEW, unit: Unit | None = None
) -> tuple[EntryGroup, ...]:
    """Show practices in a few words, by what they mean to who reads (`unit`: who works there); those to come first."""
    words, context = here.context.words, here.context
    listed: dict[Group, list[Practice]] = {}
    for one in practices:
        if not _is_gone(one, context.today):
            listed.setdefault(one.group, []).append(one)
    found = []
    for group in Group:
        if group not in listed:
            continue
        coming, past = by_date(listed[group], context.today)
        ordered = (*coming, *past)
        rest = len(ordered) - most
        page = context.addresses.topics[ordered[0].topic]
        more = LinkItem(words("site.practice.more", count=rest), here.to(page)) if rest > 0 else None
        shown = tuple(entry(one, here, unit) for one in ordered[:most])
        found.append(EntryGroup(group, words(f"site.group.{group}"), shown, more))
    return tuple(found)


def entry(practice: Practice, here: Here, unit: Unit | None = None) -> Entry:
    """Show a practice in a few words: what it is where its heading does not say so, and when (a unit: its own wave)."""
    words, today = here.context.words, here.context.today
    if isinstance(practice, Rollout) and unit and (wave := _wave(practice, unit, here)):
        text = words("site.practice.turn", when=when_text(wave.when, words))
        return Entry(title_of(practice, here), here.practice(practice), text)
    when, last = next_period(practice, today), last_day(practice)
    over = last is not None and last < today
    note = [_sort(practice, here)]
    note += [words("site.practice.was" if over else "site.practice.when", when=when_text(when, words))] if when else []
    text = " · ".join(filter(None, note))
    return Entry(title_of(practice, here), here.practice(practice), text[:1].upper() + text[1:])


def _wave(rollout: Rollout, unit: Unit, here: Here) -> Wave | None:
    """Return the wave in which a unit starts: one that names it, or the nearest unit above it."""
    for one in (unit, *here.context.roadmap.ancestors(unit)):
        for wave in rollout.waves:
            if one.id in wave.departments:
                return wave
    return None


def _sort(practice: Practice, here: Here) -> str:
    """Return what sort of thing a practice is: by its chip, a tool with what to use instead, else as its kind says."""
    words = here.context.words
    label_key = f"practices.{practice.record}.label"
    if isinstance(practice, Tool):
        other = here.context.roadmap.practice.get(("tool", practice.alternative or practice.successor or ""))
        status = value_text(practice, "status", practice.status, words)
        return words("site.practice.instead", status=status, title=other.title) if other else status
    if practice.chip:
        return value_text(practice, practice.chip, getattr(practice, practice.chip), words)
    return words(label_key) if label_key in words else ""


def naming_unit(unit: Unit, here: Here) -> tuple[Practice, ...]:
    """Return the practices that name a unit, one above or below it, or one of its steps: each once."""
    roadmap = here.context.roadmap
    near = (unit, *below(unit, roadmap), *roadmap.ancestors(unit))
    keys = [("unit", one.id) for one in near]
    keys += [("step", step.id) for one in (unit, *below(unit, roadmap)) for step in one.steps]
    return _once(keys, roadmap)


def for_persona(persona_id: str, here: Here) -> tuple[Practice, ...]:
    """Return the practices for a persona, and how everyone learns and is helped."""
    roadmap = here.context.roadmap
    for_all = [
        one
        for one in roadmap.practices
        if one.group in {Group.TRAIN, Group.HELPER} and not (one.personas or one.steps or one.departments)
    ]
    return (*roadmap.for_persona.get(persona_id, ()), *for_all)


def naming(kind: str, id_: str, here: Here) -> tuple[Practice, ...]:
    """Return the practices that name one thing."""
    return here.context.roadmap.naming.get((kind, id_), ())


def _once(keys: Iterable[tuple[str, str]], roadmap: Roadmap) -> tuple[Practice, ...]:
    found = {id(one): one for key in keys for one in roadmap.naming.get(key, ())}
    order = {id(one): index for index, one in enumerate(roadmap.practices)} if len(found) > 1 else {}
    return tuple(sorted(found.values(), key=lambda one: order.get(id(one), 0)))
