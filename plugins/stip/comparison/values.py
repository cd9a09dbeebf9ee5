"""Values: what a field of a record is called, and what stands in it, in the words of the reader."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from stip.comparison.records import EMPTY, FieldChange, Key, Owned, naming
from stip.model import Record
from stip.model.base import Kinds, reference_kinds
from stip.pages.views.facts import plain_text
from stip.text.brevity import beginning, few

if TYPE_CHECKING:
    from stip.text.words import Words

LONG = 120
"""A text of more characters is not quoted in full."""
MANY = 12
"""So many of a list are named."""
_ENDS = " ?:.…"


def field_label(change: FieldChange, names: Mapping[Key, str], words: Words) -> str:
    """Return what a field is called, after the fields and items of lists around it."""
    said: list[str] = []
    for own, part in change.way:
        said.append(label(own, words))
        if isinstance(part, Record):
            said.append(item_text(part, names, words))
        elif part is not None:
            said.append(value_text(part, own, names, words, key=True))
    return ", ".join(said)


def item_text(item: Record, names: Mapping[Key, str], words: Words) -> str:
    """Return what an item of a list is known by: its title, else what tells it from the others."""
    owned = [Owned(type(item), name) for name in ("title", "name") if name in type(item).model_fields] or naming(item)
    return " / ".join(value_text(getattr(item, one.name), one, names, words) for one in owned)


def label(own: Owned, words: Words) -> str:
    """Return what a field is called: by the words for differences, else as the site calls it, else its key."""
    record, key = own.model.record, own.key
    found = (
        f"diff.labels.{record}.{key}",
        f"practices.{record}.labels.{key}",
        f"practices.common.labels.{key}",
        f"diff.labels.any.{key}",
    )
    return next((words(name) for name in found if name in words), key).rstrip(_ENDS)


def value_text(value: Any, own: Owned, names: Mapping[Key, str], words: Words, *, key: bool = False) -> str:
    """Write a value; `key` tells that it is a key of a mapping. A long text is only begun."""
    kinds = reference_kinds(own.model.model_fields[own.name])
    if isinstance(value, Record):
        return _record(value, names, words)
    if isinstance(value, tuple | list):
        return few([value_text(item, own, names, words) for item in value[: MANY + 1]], MANY)
    if isinstance(value, dict):
        pairs = ((value_text(one, own, names, words, key=True), item) for one, item in value.items())
        return ", ".join(f"{name}: {value_text(item, own, names, words)}" for name, item in pairs)
    return _single(value, own, kinds, names, words, key=key)


def _single(value: Any, own: Owned, kinds: Kinds, names: Mapping[Key, str], words: Words, *, key: bool) -> str:
    if isinstance(value, enum.Enum):
        return enum_text(own, value, words)
    if isinstance(value, str):
        kind = kinds.key if key else kinds.value
        named = names.get((kind, value), value) if kind else value
        return named if key and not kind else words("diff.quoted", text=beginning(named, LONG))
    return plain_text(value, own.model.model_fields[own.name], words)


def enum_text(own: Owned, value: enum.Enum, words: Words) -> str:
    """Return what a fixed value is called, in the shortest words that there are."""
    record, key = own.model.record, own.key
    found = (
        f"practices.{record}.values.{key}.{value.value}",
        f"diff.values.{record}.{key}.{value.value}",
        f"schema.values.{record}.{key}.{value.value}",
        f"exports.values.{key}.{value.value}",
    )
    return next((words(name) for name in found if name in words), str(value.value))


def _record(record: Record, names: Mapping[Key, str], words: Words) -> str:
    """Write a record inside a record: what it says in the order of its fields, without what is usual."""
    said: list[str] = []
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value not in EMPTY and (field.is_required() or value != field.get_default(call_default_factory=True)):
            text = value_text(value, Owned(type(record), name), names, words)
            plain = not said or not isinstance(value, bool)
            said.append(text if plain else f"{label(Owned(type(record), name), words)}: {text}")
    return " / ".join(said)
