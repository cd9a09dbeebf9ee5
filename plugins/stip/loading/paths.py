"""Paths: from a location that pydantic names to the value in the data and the record around it."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, get_args

from stip.model import Record

if TYPE_CHECKING:
    from stip.loading.source import DataPath


def real_path(data: Any, loc: tuple[str | int, ...], *, missing: bool = False) -> DataPath:
    """Keep of a location only the keys and indexes that are in the data (pydantic also names union branches)."""
    path: list[str | int] = []
    for part in loc[: len(loc) - missing]:
        inside = (
            part in data
            if isinstance(data, dict)
            else isinstance(data, list) and isinstance(part, int) and part < len(data)
        )
        if inside:
            data = data[part]
            path.append(part)
    return tuple(path)


def record_at(model: type[Record], path: DataPath) -> type[Record]:
    """Return the type of the innermost record on the way along `path` through a record of type `model`."""
    for part in path:
        for name, field in model.model_fields.items():
            if part in {name, field.alias}:
                model = _record_in(field.annotation) or model
                break
    return model


def _record_in(annotation: Any) -> type[Record] | None:
    if inspect.isclass(annotation) and issubclass(annotation, Record):
        return annotation
    for part in get_args(annotation):
        if found := _record_in(part):
            return found
    return None
