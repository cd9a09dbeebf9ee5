"""Forms: the value of any field as a cell has it, and back again; a new field needs nothing here."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import json
import re
from collections.abc import Callable
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from stip.model import Link, Record
from stip.model.base import marks_in, reference_kinds, types_in
from stip.periods import Period, parse_period, written_period
from stip.spreadsheet.headings import choices, folded, written_choice
from stip.spreadsheet.moments import in_braces, read_text

CellValue = str | int | dt.date | None
_LINK = re.compile(r"(?P<title>.*?)\s*<(?P<url>[^<>\s]+)>")
_BARE = re.compile(r"(?:https?://|mailto:)\S+")
_TOLD = re.compile(r"(?P<key>[a-z0-9-]{1,60}|\*): ?(?P<text>.*)", re.DOTALL)
EVERYONE = "*"
"""What stands before a text for everyone where it could be taken for one of a persona."""


@functools.cache
def shape(model: type[Record], name: str) -> str:
    """Return how the values of a field stand in a cell: one of the names below."""
    field = model.model_fields[name]
    inside = set(types_in(field.annotation))
    dicts = _holds(field.annotation, dict)
    for kind, found in (
        ("links", Link in inside),
        ("records", any(issubclass(one, Record) for one in inside)),
        ("text_or_told", dicts and _is_text(field.annotation)),
        ("told", dicts),
        ("ids", _holds(field.annotation, tuple) and bool(reference_kinds(field).value)),
        ("choices", _holds(field.annotation, tuple) and any(issubclass(one, enum.Enum) for one in inside)),
        ("texts", _holds(field.annotation, tuple)),
        ("period", Period in inside),
        ("flag", bool in inside),
        ("choice", any(issubclass(one, enum.Enum) for one in inside)),
        ("number", int in inside),
        ("day", dt.date in inside),
    ):
        if found:
            return kind
    return "text"


def _holds(annotation: Any, kind: type) -> bool:
    return get_origin(annotation) is kind or any(_holds(part, kind) for part in get_args(annotation))


def _is_text(annotation: Any) -> bool:
    """Tell whether a text alone may stand there, besides texts by persona."""
    parts = get_args(annotation) if get_origin(annotation) is not Annotated else (get_args(annotation)[0],)
    return annotation is str or any(_is_text(part) for part in parts if get_origin(part) is not dict)


def as_cell(value: Any, model: type[Record], name: str, language: str) -> CellValue:
    """Return what stands in the cell of a value; None where a cell stays empty."""
    if value is None or value in ((), {}, ""):
        return None
    kind = shape(model, name)
    if kind == "flag":
        return written_choice("flag", "yes", language) if value else None
    if kind in {"number", "day"}:
        return value  # type: ignore[no-any-return]
    if kind == "choice":
        return written_choice(name, str(value.value), language)
    return _WRITTEN.get(kind, str)(value)


def _told_text(value: Any) -> str:
    if isinstance(value, dict):
        return _lines(f"{key}: {text}" for key, text in value.items())
    return f"{EVERYONE}: {value}" if _TOLD.fullmatch(value) else str(value)


def _lines(texts: Any) -> str:
    """Put each text on a line of its own; what is more of the same text begins with two spaces."""
    return "\n".join(text.replace("\n", "\n  ") for text in texts)


def _unlined(text: str) -> list[str]:
    return [part.replace("\n  ", "\n") for part in re.split(r"\n(?!  )", text) if part.strip()]


def _records(value: Any) -> str:
    items = value if isinstance(value, tuple) else (value,)
    return "\n".join(json.dumps(_plain(item), ensure_ascii=False) for item in items)


def _plain(value: Any) -> Any:
    """Return a record as YAML has it, without what is empty."""
    if isinstance(value, Record):
        fields = ((field.alias or name, getattr(value, name)) for name, field in type(value).model_fields.items())
        return {key: _plain(item) for key, item in fields if item not in (None, (), {})}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Period):
        return written_period(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, enum.Enum) else value


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "period": in_braces,
    "choices": lambda value: ", ".join(str(one.value) for one in value),
    "ids": ", ".join,
    "texts": _lines,
    "links": lambda value: _lines(f"{one.title} <{one.url}>" for one in value),
    "records": _records,
    "told": _told_text,
    "text_or_told": _told_text,
}


def from_cell(text: str, model: type[Record], name: str) -> Any:
    """Return what a cell says in the forms of YAML; None where it says nothing that can stand there."""
    kind = shape(model, name)
    found = (
        _READ[kind](text, model, name) if kind in _READ else text.replace("\n", " ") if _is_line(model, name) else text
    )
    return found if found is not None and fits(found, model, name) else None


def _period(text: str, _model: type[Record], _name: str) -> Any:
    return read_text(text).when


def _flag(text: str, _model: type[Record], _name: str) -> Any:
    return {"yes": True, "no": False}.get(choices("flag").get(folded(text), ""))


def _choice(text: str, model: type[Record], name: str) -> Any:
    values = [
        one.value
        for kind in types_in(model.model_fields[name].annotation)
        if issubclass(kind, enum.Enum)
        for one in kind
    ]
    try:
        known = choices(name)
    except KeyError:
        known = {}
    return known.get(folded(text), text.strip().lower() if text.strip().lower() in values else None)


def _choices(text: str, _model: type[Record], _name: str) -> Any:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def _texts(text: str, _model: type[Record], _name: str) -> Any:
    return _unlined(text)


def _told(text: str, _model: type[Record], _name: str) -> Any:
    pairs = [_TOLD.fullmatch(part) for part in _unlined(text)]
    if not pairs or not all(pair and pair["key"] != EVERYONE and pair["text"].strip() for pair in pairs):
        return None
    return {pair["key"]: pair["text"] for pair in pairs if pair}


def _text_or_told(text: str, model: type[Record], name: str) -> Any:
    if text.startswith(f"{EVERYONE}: "):
        return text.removeprefix(f"{EVERYONE}: ")
    return _told(text, model, name) or text


def _links(text: str, _model: type[Record], _name: str) -> Any:
    found = []
    for part in _unlined(text):
        if match := _LINK.fullmatch(part.strip()):
            found.append({"title": match["title"] or match["url"][:180], "url": match["url"]})
        elif _BARE.fullmatch(part.strip()):
            found.append({"title": part.strip()[:180], "url": part.strip()})
        else:
            return None
    return found


def _records_in(text: str, model: type[Record], name: str) -> Any:
    try:
        found = [json.loads(line) for line in text.split("\n") if line.strip()]
    except ValueError:
        return None
    return found if _holds(model.model_fields[name].annotation, tuple) else next(iter(found), None)


def _number(text: str, model: type[Record], name: str) -> Any:
    return int(re.sub(r"[.\s]", "", text)) if fits(text, model, name) else None


_READ: dict[str, Any] = {
    "number": _number,
    "period": _period,
    "flag": _flag,
    "choice": _choice,
    "choices": _choices,
    "ids": _choices,
    "texts": _texts,
    "told": _told,
    "text_or_told": _text_or_told,
    "links": _links,
    "records": _records_in,
}


@functools.cache
def _adapter(model: type[Record], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    whole: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(whole)


def fits(value: Any, model: type[Record], name: str) -> bool:
    """Tell whether a value, in the forms of YAML, can be that of a field."""
    try:
        _adapter(model, name).validate_python(value)
    except ValidationError:
        return False
    return True


@functools.cache
def longest(model: type[Record], name: str) -> int:
    """Return how many characters a text of a field may have."""
    found = [getattr(mark, "max_length", None) for mark in marks_in(model.model_fields[name])]
    return min((length for length in found if length), default=4000)


@functools.cache
def _is_line(model: type[Record], name: str) -> bool:
    """Tell whether a text of a field stands on one line: only those have a pattern."""
    return any(getattr(mark, "pattern", None) for mark in marks_in(model.model_fields[name]))


def day_of(text: str) -> dt.date | None:
    """Return the day that a text names; None when it names none."""
    when = read_text(text).when
    period = parse_period(when) if isinstance(when, str) else None
    return period.first if period and period.first == period.last else None
