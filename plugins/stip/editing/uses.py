"""Uses: every place where the files of a roadmap hold an id, or an address of the site."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from stip.loading.paths import written_references
from stip.model.base import Address, Record, marks_in, types_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.declared import Declared
    from stip.loading.source import DataPath

_ADDRESS = get_args(Address)[-1]
"""The mark by which an address differs from other texts."""
FILES = ("persona", "question")
"""The kinds of record of which the id is the name of a file."""


class Use(NamedTuple):
    """A scalar in a file: its path in the data, and whether it is a key there."""

    file: str
    path: DataPath
    is_key: bool = False


def uses_of(declared: Declared, kind: str, id_: str) -> Iterator[Use]:
    """Yield where the record of this kind and id is named, and where it gets its id when that stands in a file."""
    for entry in declared.entries:
        if (entry.kind, entry.id) == (kind, id_) and kind not in FILES:
            yield Use(entry.source.file, (*entry.base, *entry.inside, "id"))
    for written in declared.written:
        for found in written_references(written.model, written.data):
            if (found.kind, found.id) == (kind, id_):
                yield Use(written.source.file, (*written.path, *found.path), found.is_key)


def addresses_in(declared: Declared) -> Iterator[tuple[Use, str]]:
    """Yield every address that is written in YAML, with its text as it was read."""
    for written in declared.written:
        for path, text in _addresses(written.model, written.data, written.path):
            yield Use(written.source.file, path), text


def _addresses(model: type[Record], data: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    for key, inner in _leading(model):
        if not isinstance(data, dict) or key not in data:
            continue
        value, at = data[key], (*path, key)
        items = [((*at, place), item) for place, item in enumerate(value)] if isinstance(value, list) else [(at, value)]
        for place, item in items:
            if inner is not None:
                yield from _addresses(inner, item, place)
            elif isinstance(item, str):
                yield place, item


@functools.cache
def _leading(model: type[Record]) -> tuple[tuple[str, type[Record] | None], ...]:
    """Return the key of every field that holds addresses (None), or records (their type)."""
    found: list[tuple[str, type[Record] | None]] = []
    for name, field in model.model_fields.items():
        inner = next((part for part in types_in(field.annotation) if issubclass(part, Record)), None)
        if inner is not None or _ADDRESS in marks_in(field):
            found.append((field.alias or name, inner))
    return tuple(found)
