"""Write records of one kind as a table (CSV) that a Dutch spreadsheet opens by itself."""

from __future__ import annotations

import csv
import datetime as dt
import enum
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from stip.exports.forms import fields
from stip.model import Record
from stip.model.base import Audience
from stip.model.discretion import steering_parts
from stip.periods import Period
from stip.text.dates import day_text, period_text
from stip.text.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet would calculate or run."""
_HIDDEN = "shown_to"
"""The field that says for whom a record is: of no use to who reads only what is for everyone."""

Row = tuple[Record, "Mapping[str, Any]"]
"""A record, and what is known of it besides its own fields, by column."""


@dataclass(frozen=True)
class Table:
    """A kind of record, and which of its fields and what else of it stand in the columns.

    `before` and `after` are the keys of what is reckoned, to the left and right of the fields. One with the key of a
    field stands in its place; `without` are fields that have no column.
    """

    kind: type[Record]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()

    def keys(self, audience: Audience) -> tuple[str, ...]:
        """Return the keys of all columns that an audience may see, in order."""
        hidden = {_HIDDEN, *steering_parts(self.kind).out} if audience is Audience.STAFF else frozenset[str]()
        own = [field.alias or name for name, field in self.kind.model_fields.items() if name not in hidden]
        aside = {*self.before, *self.after, *self.without}
        return (*self.before, *(key for key in own if key not in aside), *self.after)


def write_table(table: Table, rows: Iterable[Row], words: Words, audience: Audience) -> bytes:
    """Write the rows in the order given: semicolons, CRLF and a byte order mark, each column under its label."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    keys = table.keys(audience)
    writer.writerow(_label(table.kind.record, key, words) for key in keys)
    for record, more in rows:
        known = {**dict(fields(record)), **more}
        writer.writerow(_harmless(_cell(known.get(key), record, key, words)) for key in keys)
    return f"{_BOM}{file.getvalue()}".encode()


def _label(record: str, key: str, words: Words) -> str:
    """Return what a column is called: as on the site where it can; one that has no name keeps its key."""
    found = (
        *(f"tables.{record}.{key}", f"practices.{record}.labels.{key}", f"practices.common.labels.{key}"),
        *(f"tables.common.{key}", f"exports.labels.{key}"),
    )
    return next((words(name) for name in found if name in words), key)


def _cell(value: Any, record: Record, key: str, words: Words) -> str:
    """Write a value as people read it; a list in one cell, with commas, and the parts of a record with strokes."""
    if value is None or type(value) is str:
        return value or ""  # most cells: a step has fifty fields, and says few
    if isinstance(value, Record):
        return " / ".join(_filled(_cell(item, value, name, words) for name, item in fields(value)))
    if isinstance(value, tuple):
        return ", ".join(_filled(_cell(item, record, key, words) for item in value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_cell(item, record, key, words)}" for name, item in value.items())
    if isinstance(value, enum.Enum):
        labels = _meanings(record.record, key, str(value.value))
        return next((words(label) for label in labels if label in words), str(value.value))
    return _alone(value, words)


def _meanings(record: str, key: str, value: str) -> Iterator[str]:
    """Yield where the catalogue may say what a fixed value is called; what readers see goes first."""
    yield f"practices.{record}.values.{key}.{value}"
    yield f"exports.values.{key}.{value}"
    if record == "step":
        yield f"site.{key}.{value}"
    yield f"site.{record}_{key}.{value}"
    yield f"schema.values.{record}.{key}.{value}"


def _alone(value: Any, words: Words) -> str:
    if isinstance(value, bool):
        return words("exports.yes" if value else "exports.no")
    if isinstance(value, Period):
        return period_text(value, words)
    if isinstance(value, dt.date):
        return day_text(value, words)
    return _number(value, words) if isinstance(value, Decimal) else str(value)


def _filled(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text)


def _number(value: Decimal, words: Words) -> str:
    """Write a number with the comma of the language, and nothing between thousands: a spreadsheet reads it so."""
    text = f"{value:f}"
    return text.replace(".", ",") if words.language == "nl" else text


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
