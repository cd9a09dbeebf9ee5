"""Keys: every record that people write, where it stands, and what each of its keys means."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticUndefined

from stip.loading.about import rules_about
from stip.loading.findings import record_word
from stip.manual.forms import Form, form_of
from stip.manual.samples import as_yaml, sample, scalar
from stip.model import Glossary, Included, Mission, Persona, Practice, Question, Record, Settings, Unit, practice_kinds
from stip.model.base import CONFIDENTIAL, Audience, marks_in
from stip.schema import hover, meanings_of
from stip.text.words import Words, words_for

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

_WRITTEN: Mapping[str, type[Record]] = {
    "roadmap": Settings,
    "mission": Mission,
    "persona": Persona,
    "question": Question,
    "glossary": Glossary,
}
"""The kinds of file, each with the record that it is; departments and lists stand in the first too."""
_SHORTER = (Included,)
"""Records that say nothing that another does not say too."""


@dataclass(frozen=True)
class Where:
    """Where a record stands: in which kind of file, and the keys above it from the outside in."""

    file: str
    above: tuple[str, ...]
    models: tuple[type[Record], ...]
    """The records above it, the file's own first; one for each key."""
    many: tuple[bool, ...]
    """Whether a list stands under each key."""

    @property
    def way(self) -> str:
        """The keys as one text."""
        return " > ".join(self.above)


@dataclass(frozen=True)
class Key:
    """A key of a record, and all that can be said of it."""

    name: str
    meaning: str
    form: Form
    told: str
    """The form in words."""
    required: bool
    default: str
    values: tuple[tuple[str, str], ...]
    """The fixed values, each with what it means (empty where it says so itself)."""
    steering: bool
    """Whether only those who steer may read it."""


@dataclass(frozen=True)
class Part:
    """A record: what it is called, where it stands, its keys, the checks that look at it, and an example."""

    record: str
    name: str
    title: str
    meaning: str
    where: Where
    keys: tuple[Key, ...]
    codes: tuple[str, ...]
    sample: tuple[str, ...]
    audience: Audience
    model: type[Record]

    @property
    def label(self) -> str:
        """The name by which it is asked for: the key under which it stands in roadmap.yaml, its file, or its own."""
        if not self.where.above:
            return self.where.file
        return self.where.above[0] if self.where.models == (Settings,) else self.record

    def example(self, key: str, words: Words) -> tuple[str, ...]:
        """Return the lines of an example with a key in it."""
        return _lines(self.model, self.where, words, key)


@functools.cache
def parts(language: str) -> Mapping[str, Part]:
    """Return every record by its name: of roadmap.yaml, departments, the texts, and then the lists by topic."""
    words = words_for(language)
    found: dict[str, Part] = {}
    for model, where in _places():
        found.setdefault(model.record, _part(model, where, words))
    return found


def _places() -> Iterator[tuple[type[Record], Where]]:
    """Yield each record with a place where it stands, the nearest to the outside."""
    todo: list[tuple[type[Record], Where]] = []
    for file, model in _WRITTEN.items():
        todo.append((model, Where(file, (), (), ())))
        if model is Settings:
            todo.append((Unit, Where(file, ("departments",), (Settings,), (True,))))
    for key, kind in practice_kinds().items():
        todo.append((kind, Where("roadmap", (key,), (Settings,), (True,))))
    seen: set[type[Record]] = set(_SHORTER)
    while todo:
        model, where = todo.pop(0)
        if model in seen:
            continue
        seen.add(model)
        yield model, where
        todo += _inside(model, where)


def _inside(model: type[Record], where: Where) -> Iterator[tuple[type[Record], Where]]:
    for name, field in model.model_fields.items():
        form = form_of(field)
        for inner in form.parts:
            if inner.model:
                key = field.alias or name
                yield (
                    inner.model,
                    Where(
                        where.file,
                        (*where.above, key),
                        (*where.models, model),
                        (*where.many, form.kind == "list"),
                    ),
                )


def _part(model: type[Record], where: Where, words: Words) -> Part:
    name = words(record_word(model.record).key)
    keys = [_key(model, field_name, field, words) for field_name, field in model.model_fields.items()]
    listed = issubclass(model, Practice)
    if model is Settings:
        keys += [
            _list_key("departments", Unit, words),
            *(_list_key(key, kind, words) for key, kind in practice_kinds().items()),
        ]
    return Part(
        record=model.record,
        name=name,
        title=words(f"practices.{model.record}.title") if listed else name[0].upper() + name[1:],
        meaning=words(f"practices.{model.record}.list") if listed else _meaning(where, words),
        where=where,
        keys=tuple(keys),
        codes=tuple(dict.fromkeys(code for code, _ in rules_about(model.record))),
        sample=_lines(model, where, words),
        audience=next(
            (one.audience for one in (model, *where.models) if one.audience is Audience.STEERING), model.audience
        ),
        model=model,
    )


def _meaning(where: Where, words: Words) -> str:
    """Return what a record that is no practice is: what its file holds, else what the key above it says."""
    if where.above:
        return hover(where.models[-1].record, where.above[-1], words)
    return words(f"schema.kinds.{where.file}")


def _key(model: type[Record], name: str, field: FieldInfo, words: Words) -> Key:
    alias = field.alias or name
    form = form_of(field)
    meanings = meanings_of(model.record, alias, words)
    choices = next((inner.choices for inner in form.parts if inner.choices), tuple(meanings))
    return Key(
        name=alias,
        meaning=hover(model.record, alias, words),
        form=form,
        told=form.told(words),
        required=field.is_required(),
        default=_default(field),
        values=tuple((choice, meanings.get(choice, "")) for choice in choices),
        steering=CONFIDENTIAL in marks_in(field),
    )


def _list_key(key: str, kind: type[Record], words: Words) -> Key:
    form = Form("list", (Form("record", of=kind.record, model=kind),))
    steering = kind.audience is Audience.STEERING
    meaning = hover(Settings.record, key, words)
    return Key(key, meaning, form, form.told(words), required=False, default="", values=(), steering=steering)


def _default(field: FieldInfo) -> str:
    """Return what holds without a key; empty where that is nothing."""
    value: Any = field.default
    if value is PydanticUndefined or value in (None, (), {}) or isinstance(value, Record):
        return ""
    return scalar(value.value if isinstance(value, enum.Enum) else value)


def _lines(model: type[Record], where: Where, words: Words, key: str = "") -> tuple[str, ...]:
    """Return an example of a record as it stands in its file, under all that it belongs to."""
    tree = sample(model, words, key=key, deep=where.many[-1:] == (True,))
    for name, above, many in zip(reversed(where.above), reversed(where.models), reversed(where.many), strict=True):
        inner = {name: [tree] if many else tree}
        # The outermost keys of a file are a long way off: only what it is about.
        tree = inner if above is Settings else {**sample(above, words, deep=False), **inner}
    lines = tuple(as_yaml(tree))
    return lines if where.file == "roadmap" else ("---", *lines, "---")
