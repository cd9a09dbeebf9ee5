"""Mistakes: what pydantic refuses, translated to our own findings; none of its text reaches a user."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from stip.loading.findings import Finding, Word
from stip.loading.ids import id_finding
from stip.loading.near_periods import near_period
from stip.loading.paths import real_path, record_at
from stip.loading.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from stip.loading.source import DataPath, Source
    from stip.model import Record
    from stip.problems import Place

_TYPES: Mapping[str, str] = {
    "string_type": "not_text",
    "tuple_type": "not_list",
    "list_type": "not_list",
    "model_type": "not_mapping",
    "model_attributes_type": "not_mapping",
    "dict_type": "not_mapping",
    "int_type": "not_whole",
    "int_parsing": "not_whole",
    "int_from_float": "not_whole",
    "int_parsing_size": "not_whole",
    "enum": "not_allowed",
    "literal_error": "not_allowed",
    "string_too_long": "too_long",
    "string_too_short": "empty_value",
    "string_pattern_mismatch": "more_lines",
    "too_short": "empty_list",
    "greater_than_equal": "number_range",
    "less_than_equal": "number_range",
    "missing": "missing_key",
    "extra_forbidden": "unknown_key",
}
# These come from our own types and carry the name of their rule.
_OWN = {
    "id_form",
    "id_device",
    "address_form",
    "email_form",
    "day_form",
    "period_form",
    "period_year",
    "period_impossible",
    "period_range_keys",
    "period_range_order",
    "period_range_later",
}
_QUOTED = re.compile(r"'([^']*)'")


def findings_of(
    error: ValidationError,
    model: type[Record],
    data: Any,
    source: Source,
    path: DataPath,
) -> tuple[tuple[Finding, ...], tuple[DataPath, ...]]:
    """Return the findings of a failed validation and the paths (inside the record) that were wrong."""
    found: dict[DataPath, Finding] = {}
    wrong: list[DataPath] = []
    for item in _without_other_branches(error.errors(include_url=False), data):
        inside = real_path(data, item["loc"], missing=item["type"] == "missing")
        wrong.append(inside)
        if item["input"] is None or (item["type"].startswith("period_") and _hollow(item["input"])):
            continue  # reading the file already said that nothing is filled in here
        at = (*inside, str(item["loc"][-1])) if item["type"] == "missing" else inside
        finding = _finding(item, model, inside, source, (*path, *inside))
        found.setdefault(at, finding)
    return tuple(found.values()), tuple(wrong)


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


def _finding(
    item: ErrorDetails,
    model: type[Record],
    inside: DataPath,
    source: Source,
    path: DataPath,
) -> Finding:
    kind, context = item["type"], dict(item.get("ctx", {}))
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    values: dict[str, object] = {"key": key, "value": _short(item["input"])}
    if kind in _OWN:
        values |= {name: _short(value) for name, value in context.items()}
        return _own(kind, source, path, values)
    rule = _TYPES.get(kind, "not_value")
    if key == "horizon" and rule == "not_mapping" or (rule == "missing_key" and item["loc"] == ("horizon",)):
        count = len(item["input"]) if rule == "not_mapping" and isinstance(item["input"], list) else 0
        return Finding("one_horizon", source.key_place(path), {"count": count})
    if rule == "missing_key":
        return _missing(str(item["loc"][-1]), model, inside, source, path)
    if rule == "unknown_key":
        return _unknown(key, model, inside[:-1], source, path)
    if rule == "not_allowed":
        allowed = _QUOTED.findall(str(context["expected"])) or [str(context["expected"])]
        return suggestion("not_allowed", source.place(path), str(item["input"]), allowed, values)
    if rule == "too_long":
        values |= {"length": len(str(item["input"]).strip()), "most": context["max_length"]}
    if rule == "number_range":
        sign = "least" if "ge" in context else "most"
        values |= {"bound": Word(f"problems.{sign}"), "limit": context.get("ge", context.get("le"))}
    return Finding(rule, source.place(path), values, _type_hint(rule, item["input"]))


def _type_hint(rule: str, value: Any) -> str:
    if rule == "not_mapping" and isinstance(value, str) and re.match(r"[a-z_]+:\S", value):
        return "space_after_colon"
    if rule == "not_text" and isinstance(value, bool):
        return "quotes"
    if rule == "not_text" and isinstance(value, dict):
        return "braces"
    return ""


def _own(rule: str, source: Source, path: DataPath, values: dict[str, object]) -> Finding:
    value = str(values["value"])
    if rule.startswith("id_"):
        return id_finding(rule, value, source.place(path))
    if rule in {"period_form", "day_form"} and (near := near_period(value)) is not None:
        return Finding(rule, _inside(value, source, path), {**values, "suggestion": near}, "did_you_mean")
    return Finding(rule, _inside(value, source, path), values)


def _inside(value: str, source: Source, path: DataPath) -> Place:
    """Return the place of the end of a range that holds `value`, else that of the whole value."""
    for key in ("from", "until"):
        if (*path, key) in source.values and value == source.written.get((*path, key)):
            return source.place((*path, key))
    return source.place(path)


def _missing(key: str, model: type[Record], inside: DataPath, source: Source, path: DataPath) -> Finding:
    owner = record_at(model, inside)
    values = {"key": key, "record": Word(f"problems.records.{owner.record}")}
    return Finding("missing_when" if key == "when" else "missing_key", source.place(path), values)


def _unknown(key: str, model: type[Record], parent: DataPath, source: Source, path: DataPath) -> Finding:
    owner = record_at(model, parent)
    keys = [field.alias or name for name, field in owner.model_fields.items()]
    values: dict[str, object] = {"key": key, "record": Word(f"problems.records.{owner.record}")}
    return suggestion("unknown_key", source.key_place(path), key, keys, values)


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}…"  # noqa: PLR2004 - what fits on a line of a terminal


def _hollow(value: Any) -> bool:
    return isinstance(value, dict) and None in value.values()
