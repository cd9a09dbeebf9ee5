"""Forms: what kind of value a key takes, as its class says it: a period, the id of a step, a list of texts."""

from __future__ import annotations

import datetime as dt
import enum
import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from stip.loading.findings import record_word
from stip.model.base import Address, Email, Id, Line, Record, Ref
from stip.model.practices.parts import Clock
from stip.periods import Period

if TYPE_CHECKING:
    from stip.text.words import Words

_BY_MARK = {"id": get_args(Id)[1], "address": get_args(Address)[-1], "email": get_args(Email)[-1]}
_BY_MARK["clock"] = next(mark for mark in get_args(Clock)[1:] if type(mark) is type(_BY_MARK["id"]))
_LINE = max(mark.max_length or 0 for mark in get_args(Line)[1:] if isinstance(mark, StringConstraints))
_SIMPLE: dict[object, str] = {
    bool: "yes_no",
    int: "number",
    Decimal: "decimal",
    Period: "period",
    dt.date: "day",
}


@dataclass(frozen=True)
class Form:
    """The form of a value.

    `kind` is one of line, text, id, ref, address, email, clock, number, decimal, yes_no, day, period, choice, record,
    list, map and either; `inner` are the forms inside it: of the items, of key and value, or to choose from.
    """

    kind: str
    inner: tuple[Form, ...] = ()
    of: str = ""
    """The kind of record of which it is the id, or that it is."""
    model: type[Record] | None = None
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None

    def told(self, words: Words) -> str:
        """Say it in the middle of a sentence."""
        inner = [form.told(words) for form in self.inner]
        if self.kind == "either":
            return words("manual.forms.either", one=inner[0], other=inner[-1])
        if self.kind == "number" and self.least is not None and self.most is not None:
            return words("manual.forms.between", least=self.least, most=self.most)
        values = {
            "of": words(record_word(self.of).key) if self.of else "",
            "what": inner[-1] if inner else "",
            "key": inner[0] if inner else "",
            "most": self.most,
        }
        return words(f"manual.forms.{self.kind}", **values)

    @property
    def parts(self) -> Iterator[Form]:
        """Yield itself and all inside it."""
        yield self
        for form in self.inner:
            yield from form.parts


def form_of(field: FieldInfo) -> Form:
    """Return the form that a field of a record takes."""
    return _form(field.annotation, tuple(field.metadata))


def _form(annotation: Any, marks: tuple[Any, ...]) -> Form:
    origin = get_origin(annotation)
    if origin is Annotated:
        own, *more = get_args(annotation)
        return _form(own, (*marks, *_flat(more)))
    inner = [part for part in get_args(annotation) if part not in {type(None), Ellipsis}]
    if origin in {Union, types.UnionType}:
        forms = tuple(_form(part, marks) for part in inner)
        return forms[0] if len(forms) == 1 else Form("either", forms)
    if origin is Literal:
        return Form("choice", choices=tuple(str(part) for part in inner))
    if origin is dict:
        return Form("map", (_form(inner[0], ()), _form(inner[1], ())))
    if origin is tuple:
        refs = tuple(mark for mark in marks if isinstance(mark, Ref))
        return Form("list", (_form(inner[0], refs),))
    return _single(annotation, marks)


def _single(kind: Any, marks: Sequence[Any]) -> Form:
    if isinstance(kind, type) and issubclass(kind, Record):
        return Form("record", of=kind.record, model=kind)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return Form("choice", choices=tuple(str(one.value) for one in kind))
    if kind is str:
        return _string(marks)
    least = max((mark.ge for mark in marks if isinstance(mark, Ge) and isinstance(mark.ge, int)), default=None)
    most = min((mark.le for mark in marks if isinstance(mark, Le) and isinstance(mark.le, int)), default=None)
    return replace(Form(_SIMPLE[kind]), least=least, most=most)


def _string(marks: Sequence[Any]) -> Form:
    if ref := next((mark.kind for mark in marks if isinstance(mark, Ref)), ""):
        return Form("ref", of=ref)
    if found := next((name for name, mark in _BY_MARK.items() if mark in marks), ""):
        return Form(found)
    lengths = [mark.max_length or 0 for mark in marks if isinstance(mark, StringConstraints)]
    lengths += [
        mark.max_length for mark in marks if hasattr(mark, "max_length") and not isinstance(mark, StringConstraints)
    ]
    most = min((length for length in lengths if length), default=_LINE)
    return Form("line" if most <= _LINE else "text", most=most)


def _flat(marks: Sequence[Any]) -> Iterator[Any]:
    """Yield the marks of an annotation, and those that stand inside a `Field(...)`."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)
