"""The schema explains every field in both languages, and fits the example."""

from __future__ import annotations

import enum
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from stip.model import Glossary, Included, Mission, Persona, Practice, Question, Record, Settings, Unit, practice_kinds
from stip.model.base import records_in, types_in
from stip.schema import KINDS, packed, schema, shipped
from stip.text.words import LANGUAGES, words_for

ROOT = Path(__file__).parents[1]
_FILES: tuple[type[Record], ...] = (Settings, Included, Unit, Mission, Persona, Question, Glossary)
RECORDS = sorted({record for model in _FILES for record in records_in(model)}, key=lambda record: record.record)
FIELDS = [(record, field.alias or name) for record in RECORDS for name, field in record.model_fields.items()]

PRACTICES = tuple(practice_kinds().values())
PARTS = sorted(
    {record for kind in PRACTICES for record in records_in(kind)} - {*RECORDS, *PRACTICES},
    key=lambda record: record.record,
)
"""The records of which practices alone are made."""
HEADING = {"id", "title", "text"}
"""The fields of a practice that need no label: they stand as the heading and the text below it."""


def keys_of(record: type[Record]) -> set[str]:
    """Return the keys of a record, as people write them."""
    return {field.alias or name for name, field in record.model_fields.items()}


def values_of(record: type[Record]) -> set[str]:
    """Return every fixed value of a record, behind its key."""
    return {
        f"values.{field.alias or name}.{value.value}"
        for name, field in record.model_fields.items()
        for kind in types_in(field.annotation)
        if issubclass(kind, enum.Enum)
        for value in kind
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_described(language: str) -> None:
    """No field without its hover text, no text without its field."""
    words = words_for(language)
    described = {key for key in words.entries if key.startswith("schema.")}
    known = {f"schema.{record.record}.{field}" for record, field in FIELDS}
    assert known - described == set()
    rest = {key for key in described - known if key.split(".")[1] not in {"kinds", "forms", "values"}}
    assert rest == {"schema.settings.departments"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", [*PRACTICES, *PARTS], ids=lambda record: record.record)
def test_practices_have_their_words(record: type[Record], language: str) -> None:
    """Each field has a label and hover text, its own or those of all practices, each value a label; none is left."""
    words = words_for(language)
    own, keys = set(words.section(f"practices.{record.record}")), keys_of(record)
    needed = {"name", "one", *(f"help.{key}" for key in keys), *values_of(record)}
    if issubclass(record, Practice):
        needed |= {"title", "lead", "list", *(f"labels.{key}" for key in keys - HEADING)}
        needed -= set(words.section("practices.common")) - own
    else:
        needed |= {f"labels.{key}" for key in keys}
    assert needed - own == set()
    flags = {f"flags.{key}.{value}" for key in keys for value in ("on", "off")}
    assert own - needed - flags <= {"label", *(f"labels.{key}" for key in HEADING)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_practices_have_no_other_words(language: str) -> None:
    """Every word is of a record that there is; what is common is of a field that some practice has."""
    words = words_for(language)
    records = {key.split(".")[1] for key in words.entries if key.startswith("practices.")}
    assert records == {"common", *(record.record for record in (*PRACTICES, *PARTS))}
    keys = {key for record in PRACTICES for key in keys_of(record)}
    known = {f"{sort}.{key}" for key in keys for sort in ("labels", "help")} | values_of(Practice)
    assert set(words.section("practices.common")) - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_value_is_explained(kind: str, language: str) -> None:
    """Each fixed value has its meaning, each object refuses other keys, and nothing of Python shows."""
    made = schema(kind, language)
    named = [made, *made.get("$defs", {}).values()]
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"
    for part in _parts(made):
        if "properties" in part:
            assert part["additionalProperties"] is False
        if "enum" in part:
            assert len(part["enumDescriptions"]) == len(part["enum"])
        assert "null" not in _types(part)
        assert "title" not in part or any(part is one for one in named) or isinstance(part["title"], dict)
    assert not any(part["title"] in made.get("$defs", {}) for part in named)
    assert "Record" not in json.dumps(made)


def test_both_languages_allow_the_same() -> None:
    """Only the words differ."""
    for kind in KINDS:
        assert _bare(schema(kind, "nl")) == _bare(schema(kind, "en"))


EXAMPLE = [
    ("roadmap", ROOT / "roadmap.yaml"),
    *(("included", path) for path in sorted((ROOT / "roadmap").glob("*.yaml"))),
    ("mission", ROOT / "content" / "missie.md"),
    *(("persona", path) for path in sorted((ROOT / "content" / "personas").glob("*.md"))),
    *(("question", path) for path in sorted((ROOT / "content" / "vragen").glob("*.md"))),
    ("glossary", ROOT / "content" / "begrippen.md"),
]


@pytest.mark.parametrize(
    ("kind", "path"), [pytest.param(kind, path, id=path.name) for kind, path in EXAMPLE if path.is_file()]
)
def test_example_fits(kind: str, path: Path) -> None:
    """What the example says, an editor accepts."""
    if path.name == "index.md":
        return
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        text = text.split("---\n")[1]
    made = schema(kind, "nl")
    # Dates stay text, as an editor sees them.
    data = yaml.BaseLoader(text).get_single_data()
    assert list(_misfits(data, made, made, path.name)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shipped_is_what_is_meant(kind: str, language: str) -> None:
    """The files in the package are written by `python tools/reference.py`; with an address they tell it first."""
    assert shipped(kind, language) == packed(kind, language)
    told = json.loads(shipped(kind, language, 'https://zz.example/"x"'))
    assert next(iter(told.items())) == ("$id", 'https://zz.example/"x"')
    assert {key: value for key, value in told.items() if key != "$id"} == schema(kind, language)


def test_misfits_are_seen() -> None:
    """The small validator of this test does refuse what is wrong."""
    made = schema("roadmap", "nl")
    data = {"version": "1", "language": "fr", "updated": "2026-11-16", "titel": "x"}
    said = " ".join(_misfits(data, made, made, "."))
    assert ".language" in said
    assert ".titel" in said
    assert "start" in said


def _parts(value: Any) -> Any:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _parts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _parts(part)


def _types(part: dict[str, Any]) -> list[Any]:
    types = part.get("type", [])
    return types if isinstance(types, list) else [types]


def _bare(value: Any) -> Any:
    words = {"description", "enumDescriptions", "markdownDescription", "$schema"}
    if isinstance(value, dict):
        return {k: _bare(v) for k, v in value.items() if k not in words and not (k == "title" and isinstance(v, str))}
    return [_bare(part) for part in value] if isinstance(value, list) else value


def _misfits(data: Any, part: dict[str, Any], whole: dict[str, Any], path: str) -> Any:
    """Yield what does not fit, for the few keywords that our schemas use; every scalar is text here."""
    for branch in part.get("allOf", ()):
        target = whole["$defs"][branch["$ref"].rpartition("/")[2]]
        yield from _misfits(data, target, whole, path)
    if "anyOf" in part and all(list(_misfits(data, branch, whole, path)) for branch in part["anyOf"]):
        yield f"{path}: {data!r} fits no branch"
    if "enum" in part and data not in part["enum"]:
        yield f"{path}: {data!r} is none of {part['enum']}"
    if "pattern" in part and isinstance(data, str) and not re.search(part["pattern"], data):
        yield f"{path}: {data!r} does not match"
    types = {"string": str, "number": str, "integer": str, "boolean": str, "array": list, "object": dict}
    if part.get("type") and not isinstance(data, tuple(types[kind] for kind in _types(part))):
        yield f"{path}: {data!r} is no {part['type']}"
    yield from _misfits_inside(data, part, whole, path)


def _misfits_inside(data: Any, part: dict[str, Any], whole: dict[str, Any], path: str) -> Any:
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _misfits(item, part.get("items", {}), whole, f"{path}[{index}]")
    if isinstance(data, dict):
        yield from (f"{path}: {key} is missing" for key in part.get("required", ()) if key not in data)
        others = part.get("additionalProperties", {})
        for key, value in data.items():
            inside = part.get("properties", {}).get(key, others)
            if inside is False:
                yield f"{path}.{key} is not known"
            else:
                yield from _misfits(value, inside or {}, whole, f"{path}.{key}")


def test_records_have_names() -> None:
    """Every record has a name of its own, for its words."""
    names = [record.record for record in (*RECORDS, *PRACTICES, *PARTS)]
    assert all(names)
    assert len(names) == len(set(names))
    assert all(issubclass(record, Record) for record in RECORDS)
