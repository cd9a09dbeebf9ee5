"""Identity: ids are unique and well formed, references exist, names tell units apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stip.loading.findings import Finding, kind_word
from stip.loading.ids import id_mistake
from stip.loading.paths import written_references
from stip.loading.suggest import suggestion
from stip.model import ENDS_HERE
from stip.model.base import Audience
from stip.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stip.loading.checks.whole import Whole
    from stip.loading.declared import Declared, Entry, Written
    from stip.loading.paths import Reference

_FILES = {"persona", "question"}
_MANY_PLACES, _MANY_IDS = 3, 12
"""From how many on one cause is likelier than many: a name that changed, a file that is not included."""


def ids_are_unique(declared: Declared) -> Iterator[Finding]:
    """No two records of one kind have the same id, over all files."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in declared.entries:
        first = seen.setdefault((entry.kind, entry.id), entry)
        if first is not entry and entry.kind not in _FILES:
            values = {**_kind(entry.kind), "id": entry.id, "other": str(first.place("id"))}
            yield Finding("ids_are_unique", entry.place("id"), values)


def file_names_are_ids(declared: Declared) -> Iterator[Finding]:
    """The file name of a persona or question is an id."""
    for entry in declared.entries:
        if entry.kind in _FILES and (finding := id_mistake(entry.id, Place(entry.source.file), "file_name")):
            yield finding


def no_step_is_called_none(declared: Declared) -> Iterator[Finding]:
    """No step has the id with which `leads_to` ends a path."""
    for entry in declared.entries:
        if entry.kind == "step" and entry.id == ENDS_HERE:
            yield Finding("no_step_is_called_none", entry.place("id"), {"value": entry.id})


def references_exist(declared: Declared) -> Iterator[Finding]:
    """Whatever a record names exists; what is missing in many places is said once."""
    missing: dict[str, dict[str, list[Place]]] = {}
    for kind, id_, place in _dangling(declared):
        missing.setdefault(kind, {}).setdefault(id_, []).append(place)
    for kind, ids in missing.items():
        there = (entry for entry in declared.entries if entry.kind == kind and _told(entry, declared))
        choices = list(dict.fromkeys(entry.id for entry in there))
        if len(ids) > _MANY_IDS:
            values = {**_kind(kind), "count": len(ids), "ids": ", ".join(f"'{id_}'" for id_ in [*ids][:3])}
            yield Finding("many_references_exist", min(min(places) for places in ids.values()), values)
            continue
        for id_, places in ids.items():
            values = {**_kind(kind), "id": id_, "count": len(places) if len(places) > _MANY_PLACES else 1}
            for place in places if len(places) <= _MANY_PLACES else [min(places)]:
                yield suggestion("references_exist", place, id_, choices, values)


def _told(entry: Entry, declared: Declared) -> bool:
    """Tell whether the audience may hear of a record."""
    return declared.audience is Audience.STEERING or (entry.kind, entry.id) not in declared.steering


def _dangling(declared: Declared) -> Iterator[tuple[str, str, Place]]:
    """Yield what is named and is not there; what only those who steer name, can stand in a file of theirs."""
    if declared.audience is Audience.STAFF:
        found: Iterable[tuple[Written, Iterable[Reference]]] = declared.open_references
    else:
        found = ((one, written_references(one.model, one.data)) for one in declared.written)
    meant, unsure = declared.meant, declared.unsure
    for (_, _, source, base), references in found:
        for path, kind, id_, is_key in references:
            if (kind, id_) in meant or kind in unsure or (path[-1] == "leads_to" and id_ == ENDS_HERE):
                continue
            at = (*base, *path)
            if at not in source.spoilt:
                yield kind, id_, source.key_place(at) if is_key else source.place(at)


def numbers_are_unique(declared: Declared) -> Iterator[Finding]:
    """No two units declare the same number."""
    seen: dict[int, Entry] = {}
    for unit, entry in declared.units:
        if unit.number is None:
            continue
        first = seen.setdefault(unit.number, entry)
        if first is not entry:
            values = {"number": unit.number, "other": str(first.place("number"))}
            yield Finding("numbers_are_unique", entry.place("number"), values)


def names_differ(whole: Whole) -> Iterator[Finding]:
    """No two living units have names that differ only in capitals, signs or small words."""
    seen: dict[str, str] = {}
    for unit in whole.roadmap.units.values():
        if unit.until or unit.replaced_by:
            continue
        plain = re.sub(r"&| en | and |\W|_", "", f" {unit.name.casefold()} ")
        first = seen.setdefault(plain, unit.id)
        if first != unit.id:
            values = {"name": unit.name, "first": whole.roadmap.units[first].name}
            values["other"] = str(whole.unit(first).place("name"))
            yield Finding("names_differ", whole.unit(unit.id).place("name"), values)


def _kind(kind: str) -> dict[str, object]:
    return {"kind": kind_word(kind)}
