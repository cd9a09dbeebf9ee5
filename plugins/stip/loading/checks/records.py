"""Records: the practices that could be read whole, each by itself, whatever else is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from stip.loading.declared import Entry
from stip.model import Audience, Practice
from stip.model.discretion import open_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stip.loading.declared import Declared

P = TypeVar("P", bound=Practice)


@dataclass(frozen=True)
class Records:
    """Every practice in which nothing is wrong, as its audience may read it; what it names may not exist."""

    declared: Declared

    @property
    def practices(self) -> Iterator[Practice]:
        """All of them, in listed order."""
        for practices in self._found.values():
            yield from (practice for practice, _ in practices)

    def of(self, kind: type[P]) -> Iterator[P]:
        """Yield those of one kind, in listed order."""
        for practice, _ in self._found.get(kind, ()):
            assert isinstance(practice, kind)
            yield practice

    def practice(self, practice: Practice) -> Entry:
        """Return where one of them stands."""
        return self._entries[id(practice)]

    @cached_property
    def _found(self) -> Mapping[type[Practice], list[tuple[Practice, Entry]]]:
        found: dict[type[Practice], list[tuple[Practice, Entry]]] = {}
        everything = self.declared.audience is Audience.STEERING
        for item in self.declared.files.practices:
            record = item.read.record
            if record is None or not item.read.intact():
                continue
            if not everything and (record.record, record.id) in self.declared.steering:
                continue
            shown = record if everything else open_part(record)
            entry = Entry(record.record, record.id, item.source, item.read, item.path)
            found.setdefault(type(record), []).append((shown, entry))
        return found

    @cached_property
    def _entries(self) -> Mapping[int, Entry]:
        """By the identity of the record: two may have one id while somebody has not mended that yet."""
        return {id(practice): entry for pairs in self._found.values() for practice, entry in pairs}
