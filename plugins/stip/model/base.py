"""The base of every record: frozen, strict, and with its references marked by kind."""

from __future__ import annotations

import enum
import functools
import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from stip.choices import Audience as Audience  # noqa: PLC0414 - records and their audience go together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

TITLE_LENGTH = 180
"""Longest name or title, in characters: real organisations have names of this length."""

_ID = re.compile(r"[a-z0-9-]{1,60}")
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_ADDRESS = re.compile(
    r"https?://[^\s<>\"]+|mailto:[^\s<>\"]+@[^\s<>\"]+|(?![a-zA-Z][a-zA-Z0-9+.-]*:)(?!//)[^\s<>\"\\]+"
)
_WHOLE = re.compile(r"-?([1-9]\d{0,2}(\.\d{3})+|\d{1,15})", re.ASCII)
_EMAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]+")


class Record(BaseModel):
    """A thing that a person writes in YAML: unknown keys are refused, values never change.

    `record` names the record in messages, references and the schema's descriptions; `audience` tells who may read
    it at all, and each class must say so: one that forgets it cannot be made.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        coerce_numbers_to_str=True,
        defer_build=True,
    )
    record: ClassVar[str] = ""
    audience: ClassVar[Audience] = Audience.STAFF

    def __init_subclass__(cls, *, audience: Audience, **rest: Any) -> None:
        """Say for whom a kind of record is; without it the class cannot be made."""
        super().__init_subclass__(**rest)
        cls.audience = audience


@dataclass(frozen=True)
class Ref:
    """Marks a field (or the items or keys of a field) as the id of a record of this kind."""

    kind: str


def _check_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise PydanticCustomError("id_form", "'{value}' is not an id", {"value": value})
    if _DEVICES.fullmatch(value):
        raise PydanticCustomError("id_device", "'{value}' is a device name of Windows", {"value": value})
    return value


def _check_whole(value: object) -> object:
    """Refuse `true`; read a text as people write it: `"50.000"` is fifty thousand, never fifty."""
    if isinstance(value, bool):
        raise PydanticKnownError("int_type")
    if isinstance(value, str):
        if not _WHOLE.fullmatch(value.strip()):
            raise PydanticKnownError("int_parsing")
        return value.strip().replace(".", "")
    return value


def _check_address(value: str) -> str:
    if not (_ADDRESS.fullmatch(value) and _has_parts(value)):
        raise PydanticCustomError("address_form", "'{value}' is not an allowed address", {"value": value})
    return value


def _has_parts(address: str) -> bool:
    """Tell whether an address can be taken apart; `https://[` cannot."""
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def _check_email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise PydanticCustomError("email_form", "'{value}' is not an e-mail address", {"value": value})
    return value


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Id = Annotated[
    str,
    AfterValidator(_check_id),
    WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"}),
]
Line = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        min_length=1,
        max_length=TITLE_LENGTH,
        pattern=r"^[^\n]+$",
    ),
]
"""A name or title: one line of at most TITLE_LENGTH characters."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""Plain text of a few sentences; shown as text, never read as HTML or Markdown."""
Address = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=500),
    AfterValidator(_check_address),
]
"""A link: https, http, mailto, or a path inside the site."""
Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=200),
    AfterValidator(_check_email),
]
Whole = Annotated[int, BeforeValidator(_check_whole)]
"""A whole number, which `true` is not."""
_TEXT_SCHEMA = {"type": ["string", "number"], "minLength": 1}
Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(_as_tuple),
    WithJsonSchema({"anyOf": [_TEXT_SCHEMA, {"type": "array", "items": _TEXT_SCHEMA}]}),
]
"""A list of texts; one text may be written without its dash."""

UnitId = Annotated[str, Ref("unit")]
StepId = Annotated[str, Ref("step")]
GoalId = Annotated[str, Ref("goal")]
PersonaId = Annotated[str, Ref("persona")]
QuestionId = Annotated[str, Ref("question")]
EditionId = Annotated[str, Ref("edition")]
ToolId = Annotated[str, Ref("tool")]
TrainingId = Annotated[str, Ref("training")]
StakeholderId = Annotated[str, Ref("stakeholder")]
ScenarioId = Annotated[str, Ref("scenario")]
ExperimentId = Annotated[str, Ref("experiment")]
PilotId = Annotated[str, Ref("pilot")]
IterationId = Annotated[str, Ref("iteration")]
ServiceId = Annotated[str, Ref("service")]
ProjectId = Annotated[str, Ref("project")]
DecisionId = Annotated[str, Ref("decision")]
SafeguardId = Annotated[str, Ref("safeguard")]
OutageId = Annotated[str, Ref("outage")]
MaturityId = Annotated[str, Ref("maturity")]


@dataclass(frozen=True)
class Mark:
    """Says how a number of a field is written."""

    name: str


CONFIDENTIAL = Mark("confidential")
"""Marks a field that only those who steer may read, in a record that everyone may read."""
SCORE = Mark("score")
"""Marks a whole number as a judgement, so that it is written as one: 3 of 5."""
Score = Annotated[Whole, Field(ge=1, le=5), SCORE]
"""A judgement from 1 (little) to 5 (much)."""


class Side(enum.StrEnum):
    """From which side of the organisation somebody comes: those who do the work, or those who make the means."""

    BUSINESS = "business"
    IT = "it"


class Kinds(NamedTuple):
    """Of which kind of record a field holds ids: as its value (or items), and as the keys of its mapping."""

    value: str
    key: str


def reference_kinds(field: FieldInfo) -> Kinds:
    """Tell of which kinds of record a field of a model holds ids; empty texts where it holds none."""
    own = next((item.kind for item in field.metadata if isinstance(item, Ref)), "")
    inside = _kinds_in(field.annotation)
    return Kinds(own or inside.value, inside.key)


def references(record: Record, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield (path inside the record, kind, id) of all that a record refers to, nested records included.

    For a mapping whose keys are ids the path ends in the key itself.
    """
    for name, key, kinds in _referring(type(record)):
        yield from _inside(getattr(record, name), (*path, key), kinds)


def names_in(record: Record) -> list[tuple[str, str]]:
    """Return (kind, id) of all that a record refers to, nested records included; as often as it does."""
    found: list[tuple[str, str]] = []
    _add_names(found, record)
    return found


def _add_names(found: list[tuple[str, str]], record: Record) -> None:
    for name, _, kinds in _referring(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            _add_names(found, value)
        elif isinstance(value, dict):
            found += ((kinds.key, key) for key in value if kinds.key)
        else:
            for item in (value,) if isinstance(value, str) else value or ():
                if isinstance(item, Record):
                    _add_names(found, item)
                elif isinstance(item, str) and kinds.value:
                    found.append((kinds.value, item))


@functools.cache  # to ask pydantic again for every record took a quarter of the time of a large roadmap
def _referring(model: type[Record]) -> tuple[tuple[str, str, Kinds], ...]:
    """Return name, key and kinds of ids of every field that holds ids, or a record that may."""
    fields = ((name, field.alias or name, reference_kinds(field), field) for name, field in model.model_fields.items())
    return tuple((name, key, kinds) for name, key, kinds, field in fields if any(kinds) or _holds_record(field))


def _holds_record(field: FieldInfo) -> bool:
    return any(issubclass(part, Record) for part in types_in(field.annotation))


def _inside(value: Any, path: tuple[str | int, ...], kinds: Kinds) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    if isinstance(value, Record):
        yield from references(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*path, index), kinds)
    elif isinstance(value, dict):
        yield from (((*path, key), kinds.key, key) for key in value if kinds.key)
    elif isinstance(value, str) and kinds.value:
        yield path, kinds.value, value


def _kinds_in(annotation: Any) -> Kinds:
    """Find the first Ref of each sort inside a nested annotation such as `tuple[StepId, ...] | None`."""
    own = next((item.kind for item in getattr(annotation, "__metadata__", ()) if isinstance(item, Ref)), "")
    if get_origin(annotation) is dict:
        return Kinds("", _kinds_in(get_args(annotation)[0]).value)
    found = [_kinds_in(part) for part in getattr(annotation, "__args__", ())]
    value = own or next((kinds.value for kinds in found if kinds.value), "")
    return Kinds(value, next((kinds.key for kinds in found if kinds.key), ""))


def marks_in(field: FieldInfo) -> Iterator[Any]:
    """Yield every mark of a field: its own, and those of each part of its type."""
    yield from field.metadata
    yield from _marks_of(field.annotation)


def _marks_of(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in getattr(annotation, "__args__", ()):
        yield from _marks_of(part)


def records_in(model: type[Record]) -> Iterator[type[Record]]:
    """Yield a type of record and all that it is made of, each once."""
    found, todo = [model], [model]
    while todo:
        for field in todo.pop().model_fields.values():
            for part in types_in(field.annotation):
                if issubclass(part, Record) and part not in found:
                    found.append(part)
                    todo.append(part)
    yield from found


def types_in(annotation: Any) -> Iterator[type]:
    """Yield every class inside an annotation."""
    if inspect.isclass(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from types_in(part)
