"""Schema: JSON Schema of everything that people write, so that an editor completes keys and explains them."""

from __future__ import annotations

import enum
import json
from importlib import resources
from typing import TYPE_CHECKING, Any

from pydantic import create_model

from stip.model import Glossary, Included, Mission, Persona, Question, Record, Settings, Unit, practice_kinds
from stip.model.base import records_in, types_in
from stip.periods import Period
from stip.text.words import words_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo

    from stip.text.words import Words

DIALECT = "http://json-schema.org/draft-07/schema#"
"""Draft-07, for every editor reads it; all that is used here means the same in 2020-12."""


_MODELS: Mapping[str, type[Record]] = {
    "roadmap": Settings,
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
    words, model = words_for(language), _whole(_MODELS[kind])
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
    for name, part in made.items():
        made[name] = {"title": _title(records[name].record, words), **part}
    return {"$schema": DIALECT, "title": title, **whole, **({"$defs": made} if made else {})}


def _title(record: str, words: Words) -> str:
    """Return what one record is called: an editor shows it, and without it the name of our class."""
    name = f"practices.{record}.one"
    return words(name if name in words else f"problems.records.{record}")


def packed(kind: str, language: str) -> str:
    """Return the schema of one kind of file as it is shipped: without a space, on one line."""
    return json.dumps(schema(kind, language), ensure_ascii=False, separators=(",", ":")) + "\n"


def shipped(kind: str, language: str, address: str = "") -> str:
    """Return what `packed` made when the program was built; with an address, the schema says that this is its own."""
    text = (resources.files("stip") / "schemas" / f"{kind}.{language}.json").read_text("utf-8")
    return text.replace("{", f'{{"$id":{json.dumps(address)},', 1) if address else text


def _whole(model: type[Record]) -> type[Record]:
    """Add to a file of the roadmap the lists that are read apart from its settings."""
    if model not in {Settings, Included}:
        return model
    lists: dict[str, Any] = {key: (tuple[kind, ...], ()) for key, kind in practice_kinds().items()}  # type: ignore[valid-type]
    audience = {"audience": model.audience}
    return create_model(
        f"_{model.__name__}File", __base__=model, __cls_kwargs__=audience, departments=(tuple[Unit, ...], ()), **lists
    )


def hover(record: str, key: str, words: Words) -> str:
    """Return what a key means: the record's own words, those of its list, or those that all practices share."""
    kinds = practice_kinds()
    if record in {Settings.record, Included.record} and key in kinds:
        return words(f"practices.{kinds[key].record}.list")
    found = (f"schema.{record}.{key}", f"practices.{record}.help.{key}", f"practices.common.help.{key}")
    return words(next((name for name in found if name in words), found[0]))


def meanings_of(record: str, key: str, words: Words) -> dict[str, str]:
    """Return what the fixed values of a key mean, by the same ways as `hover`."""
    found = (f"schema.values.{record}.{key}", f"practices.{record}.values.{key}", f"practices.common.values.{key}")
    return next((meant for name in found if (meant := words.section(name))), {})


def _described(part: dict[str, Any], model: type[Record], enums: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Return one object with our own descriptions in place of what its class says to programmers."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    properties = {
        key: _property(value, fields[key], (model.record, key), enums, words)
        for key, value in part["properties"].items()
    }
    whole: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    if part.get("required"):
        whole["required"] = part["required"]
    return whole


def _property(
    raw: dict[str, Any], field: FieldInfo, name: tuple[str, str], enums: Mapping[str, Any], words: Words
) -> dict[str, Any]:
    value = _plain(raw, enums)
    description = [hover(*name, words)]
    types = set(types_in(field.annotation))
    if Period in types:
        description.append(words("schema.forms.period"))
    if "pattern" in value and name[1] == "id":
        description.append(words("schema.forms.id"))
    marked = {}
    if meanings := meanings_of(*name, words):
        # What shows Markdown tells the fixed values with their meaning by itself, from what stands beside them.
        marked = {"markdownDescription": "\n\n".join(description)}
        choices = _choices(value)
        allowed = [*choices.get("enum", meanings)]
        choices["enumDescriptions"] = [meanings[choice] for choice in allowed]
        lines = [f"- `{choice}`: {meanings[choice]}" for choice in allowed]
        description += [words("schema.forms.allowed"), "\n".join(lines)]
    if isinstance(field.default, enum.Enum):
        value["default"] = field.default.value
    return {"description": "\n\n".join(description), **marked, **value}


def _choices(value: dict[str, Any]) -> dict[str, Any]:
    """Return the part of a property that lists its fixed values: itself, its items, or the values of its keys."""
    parts = (value, value.get("items"), value.get("additionalProperties"))
    return next((part for part in parts if isinstance(part, dict) and "enum" in part), value)


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
