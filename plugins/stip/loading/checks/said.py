"""Said: the texts that employees read, each with where it stands."""

from __future__ import annotations

import bisect
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import StringConstraints

from stip.loading.plain import APART, prose
from stip.model import Persona, Practice, Question, Record, Unit
from stip.model.base import marks_in, types_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


@dataclass(frozen=True)
class Speech:
    """All texts of one file that employees read, in the order of the file.

    As one `text`, with a sign between them that no text has: to search a hundred thousand short texts takes much longer
    than to search some long ones.
    """

    said: tuple[Said, ...]

    @property
    def file(self) -> str:
        """The file."""
        return self.said[0].source.file

    @functools.cached_property
    def text(self) -> str:
        """The texts, each between two signs APART."""
        return f"{APART}{APART.join(said.text for said in self.said)}{APART}"

    def place(self, start: int) -> Place:
        """Return the place of a sign of the whole text."""
        number = bisect.bisect_right(self._starts, start) - 1
        return self.said[number].place(start - self._starts[number])

    @functools.cached_property
    def _starts(self) -> list[int]:
        starts, start = [], len(APART)
        for said in self.said:
            starts.append(start)
            start += len(said.text) + len(APART)
        return starts


def speeches(declared: Declared) -> Iterator[Speech]:
    """Yield the texts of units, steps, practices, personas and questions, with those of their pages, file by file."""
    found: dict[str, list[Said]] = {}
    for model, data, source, base in declared.written:
        if issubclass(model, _READ):
            _add_texts(found.setdefault(source.file, []), source, model, data, base)
    pages: list[PageRead[Any]] = [*declared.pages.personas, *declared.pages.questions]
    for page in pages:
        found.setdefault(page.source.file, []).append(Said(prose(page.page.body), page.source, page))
    yield from (Speech(tuple(sorted(said, key=_order(said[0].source)))) for said in found.values() if said)


def _order(source: Source) -> Callable[[Said], int]:
    """Return how to sort texts of which those under one key are in order already; the text of a page is the last."""
    keys = {key: place for place, key in enumerate(source.data)} if isinstance(source.data, dict) else {}
    return lambda said: keys[said.at[0]] if isinstance(said.at, tuple) else len(keys)


def _add_texts(found: list[Said], source: Source, model: type[Record], data: Any, path: DataPath) -> None:
    """Add every text inside a record, by the fields that hold one: no ids, addresses or values of a list."""
    if not isinstance(data, dict):
        return
    fields = _fields(model)
    for key, value in data.items():
        plain, inner = fields.get(key, (False, None))
        if plain:
            _add_strings(found, source, value, (*path, key))
        elif inner is not None:
            at = (*path, key)
            _add_texts(found, source, inner, value, at)
            for index, item in enumerate(value) if isinstance(value, list) else ():
                _add_texts(found, source, inner, item, (*at, index))


def _add_strings(found: list[Said], source: Source, value: Any, path: DataPath) -> None:
    if isinstance(value, str):
        found.append(Said(value, source, path))
        return
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found += (Said(item, source, (*path, key)) for key, item in items if isinstance(item, str))


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
