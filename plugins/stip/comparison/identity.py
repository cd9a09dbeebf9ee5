"""Identity: which record of the new side a record of the old side is, also when somebody gave it another id."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from stip.comparison.records import Key, title_of
from stip.editions import NewIds, paired
from stip.model import Record, Roadmap
from stip.model.base import Kinds, reference_kinds

R = TypeVar("R", bound=Record)


def new_ids(
    old: Mapping[Key, Record], new: Mapping[Key, Record], old_unit: Mapping[str, str], new_unit: Mapping[str, str]
) -> dict[Key, str]:
    """Return which records only got another id: what else names them stayed, and names nothing else.

    A step is named by its title and its department, which `old_unit` and `new_unit` tell by its id; anything else by
    its title.
    """
    gone, came = [key for key in old if key not in new], [key for key in new if key not in old]
    units = _pairs(_of(gone, "unit"), _of(came, "unit"), old, new)
    moved = {key: units.get(("unit", unit), unit) for key, unit in old_unit.items()}
    steps = _pairs(_of(gone, "step"), _of(came, "step"), old, new, moved, new_unit)
    rest = [
        _pairs(_of(gone, kind), _of(came, kind), old, new)
        for kind in dict.fromkeys(kind for kind, _ in gone)
        if kind not in {"unit", "step", "term"}
    ]
    return {key: id_ for found in (units, steps, *rest) for key, id_ in found.items()}


def _of(keys: Iterable[Key], kind: str) -> list[Key]:
    return [key for key in keys if key[0] == kind]


def _pairs(
    gone: Iterable[Key],
    came: Iterable[Key],
    old: Mapping[Key, Record],
    new: Mapping[Key, Record],
    old_unit: Mapping[str, str] | None = None,
    new_unit: Mapping[str, str] | None = None,
) -> dict[Key, str]:
    before = {key: (title_of(old[key]), (old_unit or {}).get(key[1])) for key in gone}
    return paired(before, {key: (title_of(new[key]), (new_unit or {}).get(key[1])) for key in came})


def renamed_roadmap(roadmap: Roadmap, ids: NewIds) -> Roadmap:
    """Return a roadmap in which everything bears, and names others by, its new id."""
    if not ids:
        return roadmap

    def key(kind: str, id_: str) -> str:
        return ids.get((kind, id_), id_)

    return dataclasses.replace(
        roadmap,
        settings=_renamed(roadmap.settings, ids),
        mission=_renamed(roadmap.mission, ids),
        units={key("unit", id_): _renamed(unit, ids) for id_, unit in roadmap.units.items()},
        personas={key("persona", id_): _renamed(one, ids) for id_, one in roadmap.personas.items()},
        persona_pages={key("persona", id_): page for id_, page in roadmap.persona_pages.items()},
        questions={key("question", id_): _renamed(one, ids) for id_, one in roadmap.questions.items()},
        question_pages={key("question", id_): page for id_, page in roadmap.question_pages.items()},
        practices=tuple(_renamed(one, ids) for one in roadmap.practices),
    )


def _renamed(record: R, ids: NewIds) -> R:
    """Return a record that bears, and names others by, new ids."""
    changes: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        renamed = _value(value, reference_kinds(field), ids)
        if name == "id":
            renamed = ids.get((record.record, value), value)
        if renamed != value:
            changes[name] = renamed
    return record.model_copy(update=changes) if changes else record


def _value(value: Any, kinds: Kinds, ids: NewIds) -> Any:
    if isinstance(value, Record):
        return _renamed(value, ids)
    if isinstance(value, tuple):
        return tuple(_value(item, kinds, ids) for item in value)
    if isinstance(value, dict):
        return {ids.get((kinds.key, key), key): item for key, item in value.items()}
    return ids.get((kinds.value, value), value) if kinds.value and isinstance(value, str) else value
