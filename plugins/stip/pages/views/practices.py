"""Practices as a reader meets them on the page of their topic: as cards, and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from stip.model import Practice
from stip.model.base import Audience
from stip.model.discretion import discreet
from stip.pages.selection import ids_of
from stip.pages.timing import is_past, next_period
from stip.pages.views.computed import computed, hidden
from stip.pages.views.facts import (
    Fact,
    FactLine,
    chip_text,
    facts,
    field_lines,
    flag_text,
    is_address,
    label,
    own_fields,
)
from stip.pages.views.items import LinkItem, size_text, when_text
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.model import Roadmap
    from stip.pages.links import Here
    from stip.text.words import Words

_ABOUT = ("steps", "departments", "personas", "goals", "contact")
"""What every practice may have, shown after what is its own."""
_JOINING = frozenset({"join", "sign_up"})
"""Links that lead into what is not over yet."""


@as_view
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
    only: str = ""
    """That only those who steer may read it, where that is so."""


@as_view
class Row:
    """A practice in a table; a cell has lines."""

    anchor: str
    title: str
    text: str
    cells: tuple[tuple[FactLine, ...], ...]
    units: str
    personas: str
    only: str = ""
    """That only those who steer may read it, where that is so."""


@as_view
class Table:
    """Practices of one kind as a table, whose first column is their title."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def card(practice: Practice, here: Here, *, grouped: bool = False) -> Card:
    """Show a practice as a card; `grouped` when it stands under a heading that says what its chip would say."""
    words = here.context.words
    practice = discreet(practice, here.context.roadmap.adoption, here.context.today)
    kind = type(practice)
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
        chip="" if grouped else chip_text(practice, words),
        when=when_text(when, words) if when else "",
        flags=tuple(flags(practice, fields, here)),
        text=practice.text or "",
        facts=(*computed(practice, here), *shown),
        actions=tuple(_action(practice, name, here) for name in _open(practice, links, here)),
        units=units,
        personas=personas,
        only=only(practice, words),
    )


def only(practice: Practice, words: Words) -> str:
    """Say that only those who steer may read a practice; nothing when everyone may, or when its page is theirs."""
    return "" if practice.for_staff or practice.topic.audience is Audience.STEERING else words("chrome.steering")


def flags(practice: Practice, fields: Iterable[str], here: Here) -> Iterator[str]:
    """Yield what its yes-or-no fields say, each in a few words."""
    for name in fields:
        value = getattr(practice, name)
        if isinstance(value, bool):
            text = flag_text(type(practice), name, value=value, words=here.context.words)
            yield from [text] if text else []


def _open(practice: Practice, links: Iterable[str], here: Here) -> Iterator[str]:
    """Yield the fields with a link that leads somewhere; nobody can join in what is over."""
    over = is_past(practice, here.context.today)
    for name in links:
        if getattr(practice, name) and not (over and name in _JOINING):
            yield name


def _action(practice: Practice, name: str, here: Here) -> LinkItem:
    """Link to what a field leads to; of a file of the site's own its sort and size are said."""
    words, address = here.context.words, getattr(practice, name)
    line = next(iter(field_lines(practice, name, here)))
    text = label(type(practice), name, words)
    if size := here.context.roadmap.sizes.get(address):
        sort = PurePosixPath(address).suffix[1:].upper()
        text = words("site.practice.file", text=text, sort=sort, size=size_text(size, words))
    return LinkItem(text, line.href)


def title_of(practice: Practice, here: Here) -> str:
    """Return the title of a practice; the name of who agreed to be named stands behind it."""
    shown = discreet(practice, here.context.roadmap.adoption, here.context.today)
    name = getattr(shown, "name", None)
    return f"{practice.title}: {name}" if name else practice.title


def concerned(practice: Practice, here: Here) -> tuple[str, str]:
    """Return the ids of the units and of the personas that a practice is about; empty for everyone."""
    return " ".join(units_of(practice, here.context.roadmap)), " ".join(practice.personas)


def units_of(practice: Practice, roadmap: Roadmap) -> tuple[str, ...]:
    """Return the ids of the units that a practice is for, with all under them; none when it is for everyone."""
    return ids_of((roadmap.units[key] for key in practice.for_units), roadmap)


def table(kind: type[Practice], practices: Iterable[Practice], here: Here) -> Table:
    """Show practices of one kind as a table of their class's columns, without those that are empty."""
    words, listed = here.context.words, tuple(practices)
    fields = {field.alias or name: name for name, field in kind.model_fields.items()}
    rows = [[tuple(field_lines(one, fields[key], here)) for key in kind.columns] for one in listed]
    follows = [{fact.label: fact.lines for fact in computed(one, here)} for one in listed]
    labels = dict.fromkeys(name for own in follows for name in own)
    keep = [index for index, _ in enumerate(kind.columns) if any(row[index] for row in rows)]
    made = []
    for one, row, own in zip(listed, rows, follows, strict=True):
        units, personas = concerned(one, here)
        text = "" if "text" in kind.columns else one.text or ""
        cells = (*(row[index] for index in keep), *(own.get(name, ()) for name in labels))
        anchor = here.context.addresses.practice(one)[1]
        made.append(Row(anchor, one.title, text, cells, units, personas, only(one, words)))
    columns = (*(label(kind, kind.columns[index], words) for index in keep), *labels)
    return Table(words(f"practices.{kind.record}.title"), columns, tuple(made))
