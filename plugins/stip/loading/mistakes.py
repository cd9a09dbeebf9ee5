"""Mistakes: what pydantic refuses, translated to our own findings; none of its text reaches a user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stip.loading.findings import Finding, record_word
from stip.loading.paths import real_path, record_at
from stip.loading.translate import Mistake, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from stip.loading.source import DataPath, Source
    from stip.model import Record

_FEW = 2
"""Unknown keys that a record may have and still be the record that it was meant to be."""


def findings_of(
    error: ValidationError, model: type[Record], data: Any, source: Source, base: DataPath
) -> tuple[tuple[Finding, ...], tuple[DataPath, ...]]:
    """Return the findings of a failed validation and the paths (inside the record) that were wrong."""
    found: dict[DataPath, Finding] = {}
    wrong: list[DataPath] = []
    for item in _without_other_branches(error.errors(include_url=False), data):
        missing = item["type"] == "missing"
        inside = real_path(data, item["loc"], missing=missing)
        wrong.append(inside)
        if not (_known(item["type"], (*base, *inside), source) or _follows(item)):
            mistake = Mistake(
                item["type"],
                item["input"],
                dict(item.get("ctx", {})),
                model,
                source,
                base,
                inside,
                str(item["loc"][-1]) if missing else "",
            )
            found.setdefault((*inside, mistake.lacking) if missing else inside, translated(mistake))
    return tuple(_without_respelt(_misplaced(found, model, source, base))), tuple(wrong)


def _misplaced(
    found: dict[DataPath, Finding], model: type[Record], source: Source, base: DataPath
) -> dict[DataPath, Finding]:
    """Say once of a record with many unknown keys, or of a list of such records, that it is no such record."""
    unknown: dict[DataPath, list[str]] = {}
    for path, finding in found.items():
        if finding.rule == "unknown_key":
            unknown.setdefault(path[:-1], []).append(str(path[-1]))
    kept, told = dict(found), set()
    for record, keys in unknown.items():
        if len(keys) <= _FEW:
            continue
        kept = {path: finding for path, finding in kept.items() if path[: len(record)] != record}
        items = record[:-1] if record and isinstance(record[-1], int) else record
        if items not in told:
            told.add(items)
            name = record_word(record_at(model, record).record)
            place = source.key_place((*base, *record, keys[0]))
            values = {"keys": ", ".join(keys), "record": name}
            kept[(*record, keys[0])] = Finding("unknown_keys", place, values)
    return kept


def _without_respelt(found: dict[DataPath, Finding]) -> Iterator[Finding]:
    """Leave out that a key is missing where an unknown key was meant as that key."""
    meant = {
        (*path[:-1], finding.values.get("suggestion"))
        for path, finding in found.items()
        if finding.rule == "unknown_key"
    }
    missing = {"missing_key", "missing_when", "horizon_is_given"}
    yield from (finding for path, finding in found.items() if finding.rule not in missing or path not in meant)


def _known(kind: str, path: DataPath, source: Source) -> bool:
    """Tell whether reading the file already said what is wrong with this value or the ends of its range."""
    if kind in {"missing", "extra_forbidden"}:
        return False
    return path in source.spoilt or (kind.startswith("period_") and source.spoilt_ends(path))


def _follows(item: ErrorDetails) -> bool:
    """Tell whether a list is too short only for what is wrong in it."""
    given = item["input"]
    return item["type"] == "too_short" and isinstance(given, list) and len(given) >= item["ctx"]["min_length"]


def _without_other_branches(items: list[ErrorDetails], data: Any) -> list[ErrorDetails]:
    """Leave out what only says that a value is not of the other kind that its field also allows."""
    paths = [real_path(data, item["loc"]) for item in items]
    kept = []
    for item, path in zip(items, paths, strict=True):
        others = [other for other in paths if other[: len(path)] == path]
        branch = item["type"] in {"string_type", "dict_type"} and len(others) > 1
        deeper = any(len(other) > len(path) for other in others)
        if not branch or (item["type"] == "string_type" and not deeper):
            kept.append(item)
    return kept
