"""Check JSON against a schema: the few words of JSON Schema that ours use; any other word fails."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
_TOLD = {"$schema", "$defs", "title", "description"}


def wrong(value: Any, schema: dict[str, Any], whole: dict[str, Any] | None = None, at: str = "") -> Iterator[str]:
    """Yield what is not as a schema says, with the place where it stands; `whole` is the schema that has `$defs`."""
    whole = whole or schema
    unknown = set(schema) - _TOLD - set(_RULES)
    assert not unknown, f"a word that this check does not know: {unknown}"
    for rule in dict.fromkeys(rule for word, rule in _RULES.items() if word in schema):
        yield from rule(value, schema, whole, at)


def _type(value: Any, schema: dict[str, Any], _: Any, at: str) -> Iterator[str]:
    kinds = _TYPES[schema["type"]]
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        yield f"{at}: {value!r} is no {schema['type']}"


def _enum(value: Any, schema: dict[str, Any], _: Any, at: str) -> Iterator[str]:
    if value not in schema.get("enum", [schema.get("const")]):
        yield f"{at}: {value!r} is none of those that there are"


def _pattern(value: Any, schema: dict[str, Any], _: Any, at: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} has another form"


def _format(value: Any, schema: dict[str, Any], _: Any, at: str) -> Iterator[str]:
    assert schema["format"] == "date"
    try:
        dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        yield f"{at}: {value!r} is no day"


def _properties(value: Any, schema: dict[str, Any], whole: Any, at: str) -> Iterator[str]:
    known, rest = schema.get("properties", {}), schema.get("additionalProperties", True)
    for key, item in value.items() if isinstance(value, dict) else ():
        if key in known:
            yield from wrong(item, known[key], whole, f"{at}/{key}")
        elif rest is False:
            yield f"{at}: has {key}"
        elif isinstance(rest, dict):
            yield from wrong(item, rest, whole, f"{at}/{key}")


def _required(value: Any, schema: dict[str, Any], _: Any, at: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{at}: lacks {key}" for key in schema["required"] if key not in value)


def _items(value: Any, schema: dict[str, Any], whole: Any, at: str) -> Iterator[str]:
    for place, item in enumerate(value if isinstance(value, list) else ()):
        yield from wrong(item, schema["items"], whole, f"{at}/{place}")


def _any(value: Any, schema: dict[str, Any], whole: Any, at: str) -> Iterator[str]:
    found = [list(wrong(value, part, whole, at)) for part in schema["anyOf"]]
    if all(found):
        yield from min(found, key=len)


def _all(value: Any, schema: dict[str, Any], whole: Any, at: str) -> Iterator[str]:
    for part in schema["allOf"]:
        yield from wrong(value, part, whole, at)


def _ref(value: Any, schema: dict[str, Any], whole: Any, at: str) -> Iterator[str]:
    yield from wrong(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole, at)


_RULES = {
    "type": _type,
    "enum": _enum,
    "const": _enum,
    "pattern": _pattern,
    "format": _format,
    "properties": _properties,
    "additionalProperties": _properties,
    "required": _required,
    "items": _items,
    "anyOf": _any,
    "allOf": _all,
    "$ref": _ref,
}
