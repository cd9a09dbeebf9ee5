"""Facts: the fields of a record as questions with answers, from the class of the record alone."""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from stip.model import Contact, Practice, Record
from stip.model.base import SCORE, Address, Kinds, marks_in, reference_kinds
from stip.model.practices.parts import EURO, PERCENT, Moment
from stip.pages.views.items import phone_link, when_text
from stip.pages.views.view import as_view
from stip.periods import Period
from stip.text.dates import day_text, weekday_text
from stip.text.numbers import money_text, number_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo

    from stip.pages.links import Here
    from stip.text.words import Words


@as_view
class FactLine:
    """One answer; `who` says for whom."""

    text: str
    who: str = ""
    who_href: str = ""
    href: str = ""
    number: int | None = None
    detail: str = ""
    """What is said about the answer, smaller."""
    parts: tuple[str, ...] = ()
    """What more belongs to the answer, a line each."""
    share: int | None = None
    """The answer as a share in percent, to be drawn as a bar beside its words."""
    trend: str = ""
    """The points of a line through several answers, in a box of TREND_WIDTH by TREND_HEIGHT."""


@as_view
class Fact:
    """A question, and its answers."""

    label: str
    lines: tuple[FactLine, ...]
    inline: bool = False
    """Whether the answers are short enough to stand behind each other."""
    quiet: bool = False
    """Whether the site's search passes the answers by: they are the titles of what has a place of its own."""


_ADDRESS = get_args(Address)[1:]
"""The marks by which a link differs from other texts."""
TREND_WIDTH, TREND_HEIGHT, _EDGE = 160, 36, 4
"""The box of a trend and the room round it for its dots, in px."""


def label(record: type[Record], key: str, words: Words) -> str:
    """Return what a field is called on the site: by the record itself, else as all practices call it."""
    own = f"practices.{record.record}.labels.{key}"
    return words(own if own in words else f"practices.common.labels.{key}")


def told(title: str, text: str | None) -> Fact:
    """Answer a question with a text, or with nothing."""
    return Fact(title, (FactLine(text),) if text else ())


def merged(found: Iterable[Fact]) -> tuple[Fact, ...]:
    """Leave out facts that say nothing; what stands under one label stands together, where it came first."""
    lines: dict[str, dict[FactLine, None]] = {}
    loud: set[str] = set()
    for fact in found:
        if fact.lines:
            lines.setdefault(fact.label, {}).update(dict.fromkeys(fact.lines))
            loud |= set() if fact.quiet else {fact.label}
    return tuple(Fact(name, tuple(listed), quiet=name not in loud) for name, listed in lines.items())


def facts(record: Record, here: Here, fields: tuple[str, ...]) -> tuple[Fact, ...]:
    """Show these fields of a record, by name, as far as they are filled."""
    words = here.context.words
    found = []
    for name in fields:
        field = type(record).model_fields[name]
        lines = _everyone(name, here) if _is_all(record, name, here) else tuple(field_lines(record, name, here))
        if lines:
            inline = name in {"departments", "personas", "goals"}
            found.append(Fact(label(type(record), field.alias or name, words), lines, inline=inline))
    return tuple(found)


def _is_all(record: Record, name: str, here: Here) -> bool:
    """Tell whether a practice names every persona that there is."""
    known = here.context.roadmap.personas
    return name == "personas" and len(known) > 1 and set(known) <= set(getattr(record, name))


def _everyone(name: str, here: Here) -> tuple[FactLine, ...]:
    return (FactLine(here.context.words(f"site.practice.all_{name}")),)


def field_lines(record: Record, name: str, here: Here) -> Iterator[FactLine]:
    """Yield what a field says, a line an item; nothing when it is empty or says only what is usual."""
    field, value = type(record).model_fields[name], getattr(record, name)
    if isinstance(value, bool) and value == field.default:
        return
    kinds = reference_kinds(field)
    if isinstance(value, dict):
        for key, text in value.items():
            who = linked(kinds.key, key, here) if kinds.key else FactLine(key)
            yield FactLine(text, who.text, who.href)
        return
    if isinstance(value, Contact):
        yield from contact_lines(value)
        return
    items = value if isinstance(value, tuple) else (value,)
    if name == "departments":
        items = _outer(items, here)
    for item in items:
        if item is not None:
            yield _line(item, record, name, kinds, here)


def _outer(ids: tuple[str, ...], here: Here) -> tuple[str, ...]:
    """Leave out the units of which one above is named too."""
    roadmap = here.context.roadmap
    return tuple(key for key in ids if not {above.id for above in roadmap.ancestors(roadmap.units[key])} & set(ids))


def _line(item: Any, record: Record, name: str, kinds: Kinds, here: Here) -> FactLine:
    words, field = here.context.words, type(record).model_fields[name]
    if isinstance(item, Record):
        return _record_line(item, here)
    if kinds.value:
        return linked(kinds.value, item, here)
    if isinstance(item, enum.Enum):
        return FactLine(value_text(record, field.alias or name, item, words))
    if is_address(field):
        return FactLine(item.removeprefix("mailto:"), href=here.file(item))
    return FactLine(plain_text(item, field, words))


def _record_line(item: Record, here: Here) -> FactLine:
    """Write a record inside a record."""
    return moment_line(item, here) if isinstance(item, Moment) else _composed(item, here)


def contact_lines(contact: Contact) -> Iterator[FactLine]:
    """Write whom to ask: the role, and how to reach it with one touch."""
    yield FactLine(contact.role)
    if contact.email:
        yield FactLine(contact.email, href=f"mailto:{contact.email}")
    if contact.phone:
        yield FactLine(contact.phone, href=phone_link(contact.phone))


def value_text(record: Record | type[Record], key: str, value: object, words: Words) -> str:
    """Return the label of a fixed value."""
    return words(f"practices.{record.record}.values.{key}.{value}")


def chip_text(practice: Practice, words: Words) -> str:
    """Return what the mark of a practice says; empty for a kind without one, and where it is not given."""
    value = getattr(practice, practice.chip) if practice.chip else None
    return "" if value is None else value_text(practice, practice.chip, value, words)


def plain_text(value: Any, field: FieldInfo, words: Words) -> str:
    """Write a value that is no reference and no record."""
    if isinstance(value, bool):
        return words("site.practice.yes" if value else "site.practice.no")
    if isinstance(value, Period):
        return when_text(value, words)
    if isinstance(value, dt.date):
        return day_text(value, words)
    if isinstance(value, Decimal):
        return (money_text if EURO in marks_in(field) else number_text)(value, words)
    for mark in (SCORE, PERCENT):
        if isinstance(value, int) and mark in marks_in(field):
            return words(f"site.practice.{mark.name}", value=value)
    return str(value)


def is_address(field: FieldInfo) -> bool:
    """Tell whether a field holds a link."""
    return any(mark in _ADDRESS for mark in marks_in(field))


def moment_line(moment: Moment, here: Here) -> FactLine:
    """Write a moment: its day, its hours, its place, and for whom when not for everyone."""
    words, units = here.context.words, here.context.roadmap.units
    first = moment.when.first
    is_day = first is not None and first == moment.when.last
    day = weekday_text(first, words) if is_day and first else when_text(moment.when, words)
    hours = clock_text(moment, words)
    text = words("site.practice.moment", day=day, hours=hours) if hours else day
    names = ", ".join(units[key].label for key in moment.departments)
    only = words("site.practice.only", names=names) if names else ""
    return FactLine(text, detail=", ".join(filter(None, (moment.place, only))))


def clock_text(moment: Moment, words: Words) -> str:
    """Write the hours of a moment as people say them: `9.30 tot 11.00 uur`."""
    if not moment.start:
        return ""
    start, end = (
        words("site.practice.clock", hour=int(time[:2]), minute=time[3:])
        for time in (moment.start, moment.end or moment.start)
    )
    return (
        words("site.practice.from_to", start=start, end=end) if moment.end else words("site.practice.at", start=start)
    )


def _composed(part: Record, here: Here) -> FactLine:
    """Write a record inside a record: its first field, and below it what the others say, a line each."""
    words = here.context.words
    lines: list[str] = []
    for name, field in type(part).model_fields.items():
        key, value = field.alias or name, getattr(part, name)
        if isinstance(value, bool):
            flag = flag_text(type(part), key, value=value, words=words)
            lines += [flag] if flag else []
            continue
        text = ", ".join(line.text for line in field_lines(part, name, here))
        plain = not lines or isinstance(value, Period | enum.Enum) or any(reference_kinds(field))
        if text:
            lines.append(text if plain else words("site.practice.pair", label=label(type(part), key, words), text=text))
    return FactLine(lines[0] if lines else "", parts=tuple(lines[1:]))


def flag_text(record: type[Record], key: str, *, value: bool, words: Words) -> str:
    """Return what a yes or no is in a few words; empty where the catalogue has none."""
    name = f"practices.{record.record}.flags.{key}.{'on' if value else 'off'}"
    return words(name) if name in words else ""


def linked(kind: str, id_: str, here: Here) -> FactLine:
    """Link to what an id names."""
    roadmap = here.context.roadmap
    if kind == "unit":
        unit = roadmap.units[id_]
        return FactLine(unit.name, href=here.unit(unit), number=roadmap.number(unit))
    if kind == "step":
        step = roadmap.steps[id_]
        return FactLine(step.title, href=here.step(step))
    if kind == "persona":
        return FactLine(roadmap.personas[id_].name, href=here.persona(id_))
    if kind == "question":
        return FactLine(roadmap.questions[id_].question, href=here.question(id_))
    if kind == "goal":
        return FactLine(roadmap.goals[id_].title, href=here.goal(id_))
    practice = roadmap.practice[kind, id_]
    return FactLine(practice.title, href=here.practice(practice))


def own_fields(kind: type[Practice]) -> tuple[str, ...]:
    """Return the fields that a kind of practice adds to what all have, in their order."""
    return tuple(name for name in kind.model_fields if name not in Practice.model_fields)


def trend_points(values: Iterable[tuple[dt.date | None, Decimal | int]], best: Decimal | int) -> str:
    """Return the points of a line through values: by date from left to right, from nothing to the best.

    They lie in a box of TREND_WIDTH by TREND_HEIGHT px. Fewer than two dated values make no line.
    """
    found = sorted((day.toordinal(), float(value)) for day, value in values if day)
    if len(found) < 2:
        return ""
    first, span = found[0][0], found[-1][0] - found[0][0] or 1
    top = max(float(best), *(value for _, value in found)) or 1
    width, height = TREND_WIDTH - 2 * _EDGE, TREND_HEIGHT - 2 * _EDGE
    points = [(_EDGE + (day - first) * width / span, _EDGE + height * (1 - value / top)) for day, value in found]
    return " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
