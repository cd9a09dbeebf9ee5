"""Write the practices for other programs: a table (CSV) of each kind for people, and one JSON file for programs.

The JSON is one object:

- `version`: 1; it becomes 2 when a program that reads it would have to change.
- `updated`: the day of which all this is true, `2026-11-16`.
- `practices`: a list for each kind that there is, under its key in roadmap.yaml, by id.

A record has the keys and forms of roadmap.yaml: ids for what it names, `2027-Q1` or `{"from": ..., "until": ...}` for a
period, fixed values by their own names, numbers for numbers. What is usual is written out; what is empty is left out.
"""

from __future__ import annotations

import csv
import datetime as dt
import enum
import io
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from stip.model import Record
from stip.model.base import Audience
from stip.model.discretion import published, steering_parts
from stip.model.practices import practice_kinds
from stip.periods import Period, written_period
from stip.text.dates import day_text, period_text
from stip.text.words import Words, words_for

if TYPE_CHECKING:
    from stip.model import Practice, Roadmap

VERSION = 1
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet would calculate or run."""
_EMPTY: tuple[object, ...] = (None, "", (), {})


def record_files(roadmap: Roadmap) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of a table for each kind of practice that has records, and of the JSON of all of them."""
    words, roadmap = words_for(roadmap.settings.language), published(roadmap)
    folder = words("site.path.data")
    found = {key: _published(kind, roadmap) for key, kind in practice_kinds().items()}
    found = {key: listed for key, listed in found.items() if listed}
    for key, listed in found.items():
        yield f"{folder}/{key}.csv", _table(listed, words, roadmap.audience)
    if found:
        practices = {key: [written(one) for one in listed] for key, listed in found.items()}
        whole = {"version": VERSION, "updated": roadmap.settings.updated.isoformat(), "practices": practices}
        text = json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True)
        yield f"{folder}/{words('exports.file')}.json", f"{text}\n".encode()


def _published(kind: type[Practice], roadmap: Roadmap) -> tuple[Practice, ...]:
    """Return the practices of a kind, by id."""
    return tuple(sorted(roadmap.of(kind), key=lambda practice: practice.id))


def written(value: Any) -> Any:
    """Return a value as JSON has it, in the forms of roadmap.yaml."""
    if isinstance(value, Record):
        return {key: written(item) for key, item in _fields(value) if item not in _EMPTY}
    if isinstance(value, tuple):
        return [written(item) for item in value]
    if isinstance(value, dict):
        return {key: written(item) for key, item in value.items()}
    return _written_alone(value)


def _written_alone(value: Any) -> Any:
    if isinstance(value, Period):
        return written_period(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.value if isinstance(value, enum.Enum) else value


def _table(practices: tuple[Practice, ...], words: Words, audience: Audience) -> bytes:
    """Write a table in the way that a Dutch spreadsheet opens by itself, with the columns that its reader may see."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    kind = type(practices[0])
    hidden = {"shown_to", *steering_parts(kind).out} if audience is Audience.STAFF else frozenset[str]()
    columns = {name: field.alias or name for name, field in kind.model_fields.items() if name not in hidden}
    writer.writerow(_label(kind, key, words) for key in columns.values())
    for practice in practices:
        cells = (_cell(getattr(practice, name), practice, key, words) for name, key in columns.items())
        writer.writerow(map(_harmless, cells))
    return f"{_BOM}{file.getvalue()}".encode()


def _fields(record: Record) -> Iterator[tuple[str, Any]]:
    """Yield (key in YAML, value) of a record's fields, in their order."""
    for name, field in type(record).model_fields.items():
        yield field.alias or name, getattr(record, name)


def _label(kind: type[Practice], key: str, words: Words) -> str:
    """Return what a field is called on the site; a field that is not shown there keeps its key."""
    found = (f"practices.{kind.record}.labels.{key}", f"practices.common.labels.{key}", f"exports.labels.{key}")
    return next((words(name) for name in found if name in words), key)


def _cell(value: Any, record: Record, key: str, words: Words) -> str:
    """Write a value as people read it; a list in one cell, with commas, and the parts of a record with strokes."""
    if isinstance(value, Record):
        return " / ".join(_filled(_cell(item, value, name, words) for name, item in _fields(value)))
    if isinstance(value, tuple):
        return ", ".join(_filled(_cell(item, record, key, words) for item in value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_cell(item, record, key, words)}" for name, item in value.items())
    if isinstance(value, enum.Enum):
        labels = (f"practices.{record.record}.values.{key}.{value.value}", f"exports.values.{key}.{value.value}")
        return next((words(label) for label in labels if label in words), str(value.value))
    return "" if value is None else _cell_alone(value, words)


def _cell_alone(value: Any, words: Words) -> str:
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
