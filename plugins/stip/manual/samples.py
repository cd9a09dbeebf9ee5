"""Samples: the smallest good record of a class, as YAML, made from its fields alone; a new kind needs nothing here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from annotated_types import MinLen

from stip.loading.findings import record_word
from stip.manual.forms import Form, form_of

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from stip.model import Record
    from stip.text.words import Words

_ALSO = frozenset({"when", "dates", "departments", "parts", "counts", "treatment"})
"""What a sample shows besides what a record must have: what most people look for, or what a check asks."""
_YEARS = 2000
"""A number that is at least this is a year."""
_PLAIN = re.compile(r"[\w(/][^:#\"'{}\[\],&*!|>%@`]*", re.UNICODE)
"""A text that needs no quotes in YAML."""
_CHANGED = re.compile(r"(?i)true|false|yes|no|on|off|null|y|n|~|[\d.,:_+\s-]+")
"""A text that YAML would read as something else than a text."""


def sample(model: type[Record], words: Words, *, key: str = "", deep: bool = True) -> dict[str, Any]:
    """Return the smallest good record of a class, with `key` in it; of a practice also when and for whom it is.

    Without `deep` it has only what it must have.
    """
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        alias = field.alias or name
        wanted = field.is_required() or alias == key or (deep and hasattr(model, "key") and name in _ALSO)
        if wanted:
            found[alias] = _field(alias, field, model, words)
    if not found:  # nothing is needed: then the first that there is
        name, field = next(iter(model.model_fields.items()))
        found[field.alias or name] = _field(field.alias or name, field, model, words)
    return found


def sample_id(record: str, words: Words) -> str:
    """Return the id that a sample of a record has, and by which others name it."""
    own = f"manual.samples.ids.{record}"
    return words(own) if own in words else f"{record.replace('_', '-')}-1"


def _field(key: str, field: FieldInfo, model: type[Record], words: Words) -> Any:
    form = form_of(field)
    least = max((mark.min_length for mark in field.metadata if isinstance(mark, MinLen)), default=1)
    return _value(key, form, model, words, least)


def _value(key: str, form: Form, model: type[Record], words: Words, least: int = 1) -> Any:
    if form.kind == "either":
        return _value(key, form.inner[0], model, words)
    if form.kind == "list":
        items = [_value(key, form.inner[0], model, words)]
        return [*items, *(_next(item) for item in items * (least - 1))]
    if form.kind == "map":
        return {_value(key, form.inner[0], model, words): _value(key, form.inner[1], model, words)}
    if form.model:
        return sample(form.model, words, deep=False)
    return _single(key, form, model, words)


def _single(key: str, form: Form, model: type[Record], words: Words) -> Any:
    named = (f"manual.samples.keys.{model.record}_{key}", f"manual.samples.keys.{key}", f"manual.samples.{form.kind}")
    # A record that names one of its own kind names another one.
    other = "-2" if form.of == model.record else ""
    made: dict[str, Callable[[], Any]] = {
        "choice": lambda: int(form.choices[0]) if form.choices[0].isdigit() else form.choices[0],
        "id": lambda: sample_id(model.record, words),
        "ref": lambda: sample_id(form.of, words) + other,
        "yes_no": lambda: True,
        "number": lambda: _number(form, 3),
        "decimal": lambda: _number(form, 40),
    }
    if form.kind in made:
        return made[form.kind]()
    if form.kind == "line" and key in {"title", "name"} and named[0] not in words:
        return _titled(model, words)
    return words(next(name for name in named if name in words))[: form.most]


def _number(form: Form, usual: int) -> int:
    """Return a number that may be there: a usual one, or what is nearest to it; a year is one that is to come."""
    if (form.least or 0) >= _YEARS:
        return _YEARS + 27
    return max(form.least or 0, min(usual, usual if form.most is None else form.most))


def _titled(model: type[Record], words: Words) -> str:
    """Return a name that says what it names: A training."""
    name = words(record_word(model.record).key)
    return name[0].upper() + name[1:]


def _next(value: Any) -> Any:
    """Return another item for a list that needs more than one: a later moment, else the same."""
    if isinstance(value, dict):
        return {key: _next(part) for key, part in value.items()}
    return re.sub(r"^20\d\d", lambda year: str(int(year[0]) + 1), value) if isinstance(value, str) else value


def as_yaml(value: Mapping[str, Any], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping as a person writes it."""
    space = " " * indent
    for key, part in value.items():
        if isinstance(part, list) and part and isinstance(part[0], dict):
            yield f"{space}{key}:"
            for item in part:
                first, *rest = as_yaml(item, indent + 4)
                yield f"{space}  - {first.strip()}"
                yield from rest
        elif isinstance(part, dict):
            yield f"{space}{key}:"
            yield from as_yaml(part, indent + 2)
        elif isinstance(part, list):
            yield f"{space}{key}: [{', '.join(map(scalar, part))}]"
        else:
            yield f"{space}{key}: {scalar(part)}"


def scalar(value: object) -> str:
    """Write a value so that YAML reads exactly this; in quotes only where it must."""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    plain = isinstance(value, int) or (_PLAIN.fullmatch(text) and (not _CHANGED.fullmatch(text) or _is_date(text)))
    return text if plain and text == text.strip() else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_date(text: str) -> bool:
    """Tell whether a text is a date or a part of it: our reader takes those as they are written."""
    return re.fullmatch(r"20\d\d(-\d\d){0,2}", text) is not None
