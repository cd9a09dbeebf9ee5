"""Schema: JSON Schema of everything that people write, so that an editor completes keys and explains them."""

from __future__ import annotations

import enum
import inspect
from typing import TYPE_CHECKING, Any, get_args

from stip.model import Glossary, Included, Mission, Persona, Question, Record, Settings, Unit
from stip.periods import Period
from stip.text.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.fields import FieldInfo

    from stip.text.words import Words

DIALECT = "http://json-schema.org/draft-07/schema#"
"""Draft-07, for every editor reads it; all that is used here means the same in 2020-12."""


class _RoadmapFile(Settings):
    """The whole of roadmap.yaml: the settings and the departments, which are read apart from each other."""

    departments: tuple[Unit, ...] = ()


_MODELS: Mapping[str, type[Record]] = {
    "roadmap": _RoadmapFile,
    "included": Included,
    "mission": Mission,
    "persona": Persona,
    "question": Question,
    "glossary": Glossary,
}
KINDS = tuple(_MODELS)
"""The kinds of file that there is a schema for; the last four are front matter of Markdown files."""


def schema(kind: str, language: str) -> dict[str, Any]:
    """Return the JSON Schema of one kind of file in a language. Raises KeyError for another kind."""
    words, model = words_for(language), _MODELS[kind]
    raw = model.model_json_schema(by_alias=True, mode="validation")
    records = {record.__name__: record for record in records_in(model)}
    enums = {name: part for name, part in raw.get("$defs", {}).items() if name not in records}
    made = {
        name: _described(part, records[name], enums, words)
        for name, part in raw.get("$defs", {}).items()
        if name in records
    }
    whole = _described(raw, model, enums, words)
    title = words(f"schema.kinds.{kind}")
    return {"$schema": DIALECT, "title": title, **whole, **({"$defs": made} if made else {})}


def records_in(model: type[Record]) -> Iterator[type[Record]]:
    """Yield a type of record and all that it is made of, each once."""
    found, todo = [model], [model]
    while todo:
        for field in todo.pop().model_fields.values():
            for part in _types_in(field.annotation):
                if issubclass(part, Record) and part not in found:
                    found.append(part)
                    todo.append(part)
    yield from found


def _types_in(annotation: Any) -> Iterator[type]:
    if inspect.isclass(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from _types_in(part)


def _described(part: dict[str, Any], model: type[Record], enums: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Return one object with our own descriptions in place of what its class says to programmers."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    properties = {
        key: _property(value, fields[key], f"{model.record}.{key}", enums, words)
        for key, value in part["properties"].items()
    }
    whole: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    if part.get("required"):
        whole["required"] = part["required"]
    return whole


def _property(
    raw: dict[str, Any], field: FieldInfo, name: str, enums: Mapping[str, Any], words: Words
) -> dict[str, Any]:
    value = _plain(raw, enums)
    description = [words(f"schema.{name}")]
    types = set(_types_in(field.annotation))
    if Period in types:
        description.append(words("schema.forms.period"))
    if "pattern" in value and name.endswith(".id"):
        description.append(words("schema.forms.id"))
    if meanings := words.section(f"schema.values.{name}"):
        allowed = [*value.get("enum", meanings)]
        value["enumDescriptions"] = [meanings[choice] for choice in allowed]
        lines = [f"- `{choice}`: {meanings[choice]}" for choice in allowed]
        description += [words("schema.forms.allowed"), "\n".join(lines)]
    if isinstance(field.default, enum.Enum):
        value["default"] = field.default.value
    return {"description": "\n\n".join(description), **value}


def _plain(raw: dict[str, Any], enums: Mapping[str, Any]) -> dict[str, Any]:
    """Return a property without null branches and generated titles, the values of enumerations inside it."""
    value = {key: part for key, part in raw.items() if key not in {"title", "default"}}
    if "anyOf" in value:
        branches = [_plain(part, enums) for part in value.pop("anyOf") if part.get("type") != "null"]
        value |= branches[0] if len(branches) == 1 else {"anyOf": branches}
    if "items" in value:
        value["items"] = _plain(value["items"], enums)
    if "additionalProperties" in value and isinstance(value["additionalProperties"], dict):
        value["additionalProperties"] = _plain(value["additionalProperties"], enums)
    if "$ref" in value:
        reference = value.pop("$ref")
        known = enums.get(reference.rpartition("/")[2])
        # Beside a $ref draft-07 ignores everything, so it stands in an allOf.
        value |= {"enum": known["enum"]} if known else {"allOf": [{"$ref": reference}]}
    if value.get("type") == "string" and "maxLength" in value:
        value["type"] = ["string", "number"]  # a number is read as it is written
    return value
