"""Structure: the JSON Schema of the whole roadmap as JSON, made from the records, so that it cannot fall behind."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Mapping
from decimal import Decimal
from inspect import isclass
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from stip.exports.whole import ENDS, VERSION
from stip.model import Goal, Persona, Programme, Question, Record, Step, Term, Unit, Value, Vision
from stip.model.base import Audience, records_in
from stip.model.discretion import steering_parts
from stip.model.practices import practice_kinds
from stip.model.programme import Horizon
from stip.model.roadmap import Organisation
from stip.periods import Certainty, Period

if TYPE_CHECKING:
    from stip.text.words import Words

DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT: Mapping[str, Any] = {"type": "string"}
_COUNT: Mapping[str, Any] = {"type": "integer"}
_IDS: Mapping[str, Any] = {"type": "array", "items": _TEXT}
_PLAIN: Mapping[type, Mapping[str, Any]] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    int: _COUNT,
    Decimal: {"type": "number"},
    dt.date: {"type": "string", "format": "date"},
    Period: {"$ref": "#/$defs/Period"},
}
_MOMENT: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"^(later|\d{4}(-Q[1-4]|-(spring|summer|autumn|winter)|-\d{2}(-\d{2})?)?)$",
}
_RANGE: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"from": _MOMENT, "until": _MOMENT},
    "required": ["from", "until"],
}
_DAY = _PLAIN[dt.date]
_RECKONED: Mapping[type[Record], Mapping[str, Mapping[str, Any]]] = {
    Unit: {"number": _COUNT, "colour": _COUNT, "url": _TEXT},
    Step: {
        "unit": _TEXT,
        "first": _DAY,
        "last": _DAY,
        "certainty": {"enum": [one.value for one in Certainty]},
        "intervention": _COUNT,
        "next": _TEXT,
        "end": {"enum": list(ENDS.values())},
        "waits": _IDS,
        "needed_by": _IDS,
        "url": _TEXT,
    },
    Goal: {"url": _TEXT},
    Persona: {"id": _TEXT, "text": _TEXT, "url": _TEXT},
    Question: {"id": _TEXT, "text": _TEXT, "url": _TEXT},
}
"""What stands in a record besides its own fields."""
_ALWAYS: Mapping[type[Record], tuple[str, ...]] = {
    Step: ("unit", "certainty"),
    Persona: ("id",),
    Question: ("id",),
}
"""What of that is never left out."""


def opened(schema: Any) -> Any:
    """Return a schema that others can keep: a key that a later program adds in the same version does not break it."""
    if isinstance(schema, dict):
        return {key: opened(value) for key, value in schema.items() if (key, value) != ("additionalProperties", False)}
    return [opened(item) for item in schema] if isinstance(schema, list) else schema


def structure(words: Words, audience: Audience) -> dict[str, Any]:
    """Return the schema of `roadmap.json` for an audience, its descriptions in the words of a language."""
    kinds = {key: kind for key, kind in practice_kinds().items() if _is_open(kind, audience)}
    lists = {key: _listed(_shape(kind)) for key, kind in kinds.items()}
    head: dict[str, Mapping[str, Any]] = {
        "$schema": _TEXT,
        "version": {"const": VERSION},
        "generator": _TEXT,
        "language": {"enum": ["nl", "en"]},
        "audience": {"const": audience.value},
        "updated": _DAY,
        "start": _PLAIN[Period],
        "address": _TEXT,
        "organisation": _shape(Organisation),
        "programme": _shape(Programme),
        "mission": _TEXT,
        "mission_text": _TEXT,
        "vision": _shape(Vision),
        "values": _listed(_shape(Value)),
        "horizon": _shape(Horizon),
        "goals": _listed(_shape(Goal)),
        "departments": _listed(_shape(Unit)),
        "personas": _listed(_shape(Persona)),
        "questions": _listed(_shape(Question)),
        "glossary": _listed(_shape(Term)),
        "practices": {"type": "object", "additionalProperties": False, "properties": lists},
        "editions": _listed(_object({"name": _TEXT, "date": _DAY, "url": _TEXT}, ("name", "date"))),
    }
    told = {key: _told(part, words(f"data.json.{key.lstrip('$')}")) for key, part in head.items()}
    optional = {"address", "organisation", "mission_text", "vision", "values"}
    tops: tuple[type[Record], ...] = (
        Organisation,
        Programme,
        Vision,
        Value,
        Horizon,
        Goal,
        Unit,
        Persona,
        Question,
        Term,
    )
    records = {part.__name__: part for top in (*tops, *kinds.values()) for part in records_in(top)}
    return {
        "$schema": DIALECT,
        "title": words("data.json.title"),
        "description": words("data.json.lead"),
        **_object(told, tuple(key for key in head if key not in optional)),
        "$defs": {
            "Period": {"description": words("data.json.period"), "anyOf": [_MOMENT, _RANGE]},
            **{name: _record(kind, words, audience) for name, kind in records.items() if _is_open(kind, audience)},
        },
    }


def _is_open(kind: type[Record], audience: Audience) -> bool:
    return audience is Audience.STEERING or kind.audience is Audience.STAFF


def _record(kind: type[Record], words: Words, audience: Audience) -> dict[str, Any]:
    """Return what a record looks like: its own fields that an audience may see, and what is reckoned of it."""
    hidden = {*steering_parts(kind).out} if audience is Audience.STAFF else set()
    seen = {name: field for name, field in kind.model_fields.items() if name not in hidden}
    own = {field.alias or name: _shape(field.annotation) for name, field in seen.items()}
    reckoned = _RECKONED.get(kind, {})
    needed = {field.alias or name for name, field in seen.items() if field.is_required()}
    told = {key: _told(part, _meaning(kind.record, key, words)) for key, part in {**own, **reckoned}.items()}
    return _object(told, tuple(key for key in told if key in needed or key in _ALWAYS.get(kind, ())))


def _meaning(record: str, key: str, words: Words) -> str:
    """Return what a key means; empty when the catalogue says nothing of it."""
    found = (
        *(f"data.json.{record}.{key}", f"schema.{record}.{key}"),
        *(f"practices.{record}.help.{key}", f"practices.common.help.{key}"),
    )
    return next((words(name) for name in found if name in words), "")


def _told(part: Mapping[str, Any], meaning: str) -> dict[str, Any]:
    """Add what a part means; beside a `$ref` draft-07 ignores everything, so that stands in an allOf."""
    whole = {"allOf": [dict(part)]} if "$ref" in part and meaning else dict(part)
    return {"description": meaning, **whole} if meaning else whole


def _object(properties: Mapping[str, Mapping[str, Any]], required: Iterable[str]) -> dict[str, Any]:
    needed = list(required)
    found = {"type": "object", "additionalProperties": False, "properties": dict(properties)}
    return {**found, "required": needed} if needed else found


def _listed(part: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(part)}


def _shape(annotation: Any) -> dict[str, Any]:
    """Return how a type stands in JSON, as `forms.written` writes it."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inside[0])
    if origin in {Union, UnionType}:
        parts = [_shape(part) for part in inside if part is not NoneType]
        return parts[0] if len(parts) == 1 else {"anyOf": parts}
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is tuple:
        return _listed(_shape(inside[0]))
    if origin is dict:
        return {"type": "object", "additionalProperties": _shape(inside[1])}
    return _of_class(annotation)


def _of_class(kind: type) -> dict[str, Any]:
    """Return how a class stands in JSON. Raises KeyError for one of which nobody said how: a slip in our code."""
    if isclass(kind) and issubclass(kind, Record):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if isclass(kind) and issubclass(kind, enum.Enum):
        return {"enum": [one.value for one in kind]}
    return dict(_PLAIN[kind])
