"""Said: the texts that employees read, each with where it stands."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import StringConstraints

from stip.loading.plain import prose
from stip.model import Persona, Practice, Question, Record, Unit
from stip.model.base import marks_in, types_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.content import PageRead
    from stip.loading.declared import Declared
    from stip.loading.source import DataPath, Source
    from stip.problems import Place

_READ = (Unit, Practice, Persona, Question)
"""The records that employees read as texts; a glossary is there to explain hard words."""
_SEARCHED = {"aliases"}
"""Keys of what people search by, and nobody reads."""


class Said(NamedTuple):
    """A text that employees read, and where it stands: in a record, or as the text of a page."""

    text: str
    source: Source
    at: DataPath | PageRead[Any]

    def place(self, start: int) -> Place:
        """Return the place of a sign of the text; in YAML, where lines may be folded, that of the whole text."""
        return self.source.place(self.at) if isinstance(self.at, tuple) else self.at.place(start)


def said_in(declared: Declared) -> Iterator[Said]:
    """Yield the texts of units, steps, practices, personas and questions, with those of their pages."""
    for model, data, source, base in declared.written:
        if issubclass(model, _READ):
            yield from (Said(text, source, (*base, *path)) for path, text in _texts(model, data))
    pages: list[PageRead[Any]] = [*declared.pages.personas, *declared.pages.questions]
    yield from (Said(prose(page.page.body), page.source, page) for page in pages)


def _texts(model: type[Record], data: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """Yield every text inside a record, by the fields that hold one: no ids, addresses or values of a list."""
    fields = _fields(model)
    for key, value in data.items() if isinstance(data, dict) else ():
        plain, inner = fields.get(key, (False, None))
        if plain:
            yield from _strings(value, (*path, key))
        elif inner is not None:
            yield from _texts(inner, value, (*path, key))
            for index, item in enumerate(value) if isinstance(value, list) else ():
                yield from _texts(inner, item, (*path, key, index))


def _strings(value: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(value, str):
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    yield from (((*path, key), item) for key, item in items if isinstance(item, str))


@functools.cache
def _fields(model: type[Record]) -> dict[str, tuple[bool, type[Record] | None]]:
    """Return of every key whether it holds text, and the record that it holds."""
    return {
        field.alias or name: (
            name not in _SEARCHED and any(map(_is_text, marks_in(field))),
            next((part for part in types_in(field.annotation) if issubclass(part, Record)), None),
        )
        for name, field in model.model_fields.items()
    }


def _is_text(mark: object) -> bool:
    """Tell a line or a text from other strings: it cannot be empty."""
    return isinstance(mark, StringConstraints) and mark.min_length == 1
