"""Translate: one mistake in a value, by its type, to the finding that says it in our words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from stip.loading.findings import Finding, Word, record_word
from stip.loading.ids import id_finding
from stip.loading.near_periods import near_period
from stip.loading.paths import record_at
from stip.loading.suggest import suggestion
from stip.model import Settings, practice_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stip.loading.source import DataPath, Source
    from stip.model import Record
    from stip.problems import Place

_SHOWN = 60
"""Characters of a value that a message quotes: what fits on a line of a terminal."""
_DAY = len("2026-09-14")
_YAML = {"None": "null", "True": "true", "False": "false"}
_QUOTED = re.compile(r"'([^']*)'")


class Mistake(NamedTuple):
    """What pydantic refused: type, value and context, and where: `inside` the `model` read at `base`."""

    kind: str
    value: Any
    context: Mapping[str, Any]
    model: type[Record]
    source: Source
    base: DataPath
    inside: DataPath
    lacking: str

    @property
    def path(self) -> DataPath:
        """The path in the source."""
        return (*self.base, *self.inside)

    @property
    def place(self) -> Place:
        """The place of the value."""
        return self.source.place(self.path)

    @property
    def key(self) -> str:
        """The nearest key."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def values(self) -> dict[str, object]:
        """What every message may name."""
        return {"key": self.key, "value": _short(self.value)}

    def owner(self, inside: DataPath) -> type[Record]:
        """The type of the record at a path inside the record that was read."""
        return record_at(self.model, inside)


def translated(mistake: Mistake) -> Finding:
    """Return the finding for a mistake."""
    if mistake.key == "horizon" and mistake.kind == "model_type":
        count = len(mistake.value) if isinstance(mistake.value, list) else 0
        return Finding("one_horizon", mistake.source.key_place(mistake.path), {"count": count})
    return _BY_TYPE.get(mistake.kind, _other)(mistake)


def _simple(rule: str) -> Callable[[Mistake], Finding]:
    return lambda mistake: Finding(rule, mistake.place, mistake.values)


def _other(mistake: Mistake) -> Finding:
    """Translate what our own types say, whose type is the name of a rule, and what we did not foresee."""
    if mistake.kind not in _OWN:
        return Finding("not_value", mistake.place, mistake.values)
    context = {name: _short(value) for name, value in mistake.context.items()}
    return Finding(mistake.kind, _end_of_range(mistake), {**mistake.values, **context})


_OWN = {
    *("address_form", "email_form", "period_year", "period_impossible", "clock_form", "number_form"),
    *("period_range_keys", "period_range_order", "period_range_later"),
}


def _period(mistake: Mistake) -> Finding:
    value = str(mistake.context["value"])
    if value == str(mistake.value):
        value = _written(mistake.value)
    values: dict[str, object] = {**mistake.values, "value": _short(value)}
    place, near = _end_of_range(mistake), near_period(value)
    if near is None or (mistake.kind == "day_form" and len(near) != _DAY):
        return Finding(mistake.kind, place, values)
    return Finding(mistake.kind, place, {**values, "suggestion": near}, "did_you_mean")


def _end_of_range(mistake: Mistake) -> Place:
    """Return the place of the end of a range that holds the wrong text, else that of the whole value."""
    for key in ("from", "until"):
        path = (*mistake.path, key)
        written = mistake.source.written(path)
        if written is not None and written == mistake.context.get("value"):
            return mistake.source.place(path)
    return mistake.place


def _id(mistake: Mistake) -> Finding:
    return id_finding(mistake.kind, str(mistake.value), mistake.place)


def _missing(mistake: Mistake) -> Finding:
    if mistake.lacking == "horizon":
        return Finding("horizon_is_given", mistake.place)
    record = record_word(mistake.owner(mistake.inside).record)
    rule = "missing_when" if mistake.lacking == "when" else "missing_key"
    return Finding(rule, mistake.place, {"key": mistake.lacking, "record": record})


def _unknown(mistake: Mistake) -> Finding:
    owner = mistake.owner(mistake.inside[:-1])
    keys = [field.alias or name for name, field in owner.model_fields.items()]
    keys += ["departments", *practice_kinds()] if owner is Settings else []  # they are read apart from the settings
    values = {"key": mistake.key, "record": record_word(owner.record)}
    if owner is not Settings and mistake.key in practice_kinds() and _are_records(mistake.value):
        values["suggestion"] = mistake.key
        return Finding("unknown_key", mistake.source.key_place(mistake.path), values, "outermost")
    return suggestion("unknown_key", mistake.source.key_place(mistake.path), mistake.key, keys, values)


def _are_records(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _not_allowed(mistake: Mistake) -> Finding:
    if mistake.key == "version":
        return Finding("version", mistake.place, mistake.values)
    allowed = _QUOTED.findall(str(mistake.context["expected"]))
    return suggestion("not_allowed", mistake.place, str(mistake.value), allowed, mistake.values)


def _too_long(mistake: Mistake) -> Finding:
    sizes = {"length": len(str(mistake.value).strip()), "most": mistake.context["max_length"]}
    return Finding("too_long", mistake.place, {**mistake.values, **sizes})


def _too_few(mistake: Mistake) -> Finding:
    return Finding("empty_list", mistake.place, {**mistake.values, "count": mistake.context["min_length"]})


def _range(mistake: Mistake) -> Finding:
    bound = "least" if "ge" in mistake.context else "most"
    limit = mistake.context.get("ge", mistake.context.get("le"))
    return Finding(
        "number_range",
        mistake.place,
        {**mistake.values, "bound": Word(f"problems.{bound}"), "limit": limit},
    )


def _not_text(mistake: Mistake) -> Finding:
    hint = {bool: "quotes", dict: "braces"}.get(type(mistake.value), "")
    return Finding("not_text", mistake.place, mistake.values, hint)


def _not_boolean(mistake: Mistake) -> Finding:
    return suggestion("not_value", mistake.place, str(mistake.value), ("true", "false"), mistake.values)


def _not_mapping(mistake: Mistake) -> Finding:
    glued = isinstance(mistake.value, str) and re.match(r"[a-z_]+:\S", mistake.value)
    return Finding("not_mapping", mistake.place, mistake.values, "space_after_colon" if glued else "")


def _short(value: object) -> str:
    text = " ".join(_written(value).split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _written(value: object) -> str:
    """Return a value as its author knows it."""
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_written(item)}' for key, item in value.items())}}}"
    return str(value) if isinstance(value, str) else _YAML.get(str(value), str(value))


_BY_TYPE: Mapping[str, Callable[[Mistake], Finding]] = {
    "string_type": _not_text,
    "tuple_type": _simple("not_list"),
    "list_type": _simple("not_list"),
    "model_type": _not_mapping,
    "model_attributes_type": _not_mapping,
    "dict_type": _not_mapping,
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), _simple("not_whole")),
    "bool_type": _not_boolean,
    "bool_parsing": _not_boolean,
    "enum": _not_allowed,
    "literal_error": _not_allowed,
    "string_too_long": _too_long,
    "string_too_short": _simple("empty_value"),
    "string_pattern_mismatch": _simple("more_lines"),
    "too_short": _too_few,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "missing": _missing,
    "extra_forbidden": _unknown,
    "id_form": _id,
    "id_device": _id,
    "period_form": _period,
    "day_form": _period,
}
