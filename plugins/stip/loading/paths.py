"""Paths: from a location that pydantic names to the value in the data and the record around it."""

from __future__ import annotations

import functools
import inspect
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from stip.model import Record
from stip.model.base import Kinds, reference_kinds
from stip.model.discretion import steering_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stip.loading.source import DataPath


_SCALARS = (str, int, float)


def real_path(data: Any, loc: tuple[str | int, ...], *, missing: bool = False) -> DataPath:
    """Keep of a location what is in the data: pydantic also names the branches of unions."""
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


class Reference(NamedTuple):
    """That a record refers to another: where it says so, to which kind and id, and whether that is a key there."""

    path: DataPath
    kind: str
    id: str
    is_key: bool = False


def written_references(model: type[Record], data: Any, *, is_open: bool = False) -> list[Reference]:
    """Return all that a record refers to, as it is written, right or wrong.

    With `is_open` only what everyone may read of it.
    """
    found: list[Reference] = []
    _add_references(found, model, data, (), is_open)
    return found


def _add_references(found: list[Reference], model: type[Record], data: Any, path: DataPath, is_open: bool) -> None:  # noqa: FBT001 - called for every record
    if not isinstance(data, dict):
        return
    for key, kinds, inner, many in _fields(model, is_open):
        value = data.get(key)
        if value is None:
            continue
        at = (*path, key)
        if inner is not None:
            for item, end in _each(value):
                _add_references(found, inner, item, at + end, is_open)
        elif isinstance(value, dict):
            found += (Reference((*at, id_), kinds.key, id_, is_key=True) for id_ in value if kinds.key)
        elif kinds.value and isinstance(value, list) is many:
            for item, end in _each(value):
                if _is_scalar(item):
                    found.append(Reference(at + end, kinds.value, str(item)))


def _each(value: Any) -> Iterable[tuple[Any, DataPath]]:
    """Return each item of a list, and where it stands in it; of anything else the thing itself."""
    return [(item, (index,)) for index, item in enumerate(value)] if isinstance(value, list) else ((value, ()),)


def _is_scalar(value: object) -> bool:
    """Tell whether a value is read as text; of anything else is told that it is not what belongs there."""
    return isinstance(value, _SCALARS) and not isinstance(value, bool)


@functools.cache  # two fifths of the time of a large roadmap went into asking pydantic again
def _fields(model: type[Record], is_open: bool) -> tuple[tuple[str, Kinds, type[Record] | None, bool], ...]:  # noqa: FBT001 - a cache keeps keywords apart
    """Return key, kinds of ids, inner record and whether it is a list of every field that holds ids or records."""
    hidden = steering_parts(model).out if is_open else {}
    shown = {name: field for name, field in model.model_fields.items() if name not in hidden}
    named = ((field.alias or name, field, field.annotation) for name, field in shown.items())
    fields = ((key, reference_kinds(field), _record_in(of), get_origin(of) is tuple) for key, field, of in named)
    return tuple((key, kinds, inner, many) for key, kinds, inner, many in fields if inner or any(kinds))
