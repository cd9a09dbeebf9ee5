"""Write records as JSON has them, in the forms of roadmap.yaml: what its author wrote can be found again."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from stip.model import Record
from stip.periods import Period, written_period


def written(value: Any) -> Any:
    """Return a value as JSON has it: ids for what it names, `2027-Q1` or `{"from", "until"}` for a period.

    What is usual is written out; what is empty is left out.
    """
    if isinstance(value, Record):
        return {key: written(item) for key, item in fields(value) if not is_empty(item)}
    if isinstance(value, tuple):
        return [written(item) for item in value]
    if isinstance(value, dict):
        return {key: written(item) for key, item in value.items()}
    return _alone(value)


def is_empty(value: object) -> bool:
    """Tell whether a value says nothing; false and zero do say something."""
    return value is None or (isinstance(value, str | tuple | dict | list) and not value)


def fields(record: Record) -> Iterator[tuple[str, Any]]:
    """Yield (key in YAML, value) of a record's fields, in their order."""
    for key, name in _keys(type(record)):
        yield key, getattr(record, name)


@functools.cache
def _keys(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return (key in YAML, name) of the fields of a kind of record."""
    return tuple((field.alias or name, name) for name, field in kind.model_fields.items())


def as_json(value: Any, *, sort_keys: bool = False) -> bytes:
    """Write a file of JSON: UTF-8, indented, the same bytes every time."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2, sort_keys=sort_keys)}\n".encode()


def _alone(value: Any) -> Any:
    if isinstance(value, Period):
        return written_period(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.value if isinstance(value, enum.Enum) else value
