"""Places: where a new id must stand, what the files then hold, and whether they say the same as before."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from stip.editing.texts import Part, Written
from stip.editing.uses import FILES, Use, addresses_in, uses_of
from stip.editing.writing import Change
from stip.loading.files import shown
from stip.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from stip.editing.moves import Moves
    from stip.loading.declared import Declared
    from stip.loading.source import DataPath, Source


@dataclass(frozen=True)
class NewId:
    """Another id for one record of what is declared; `moves` is what that changes in addresses."""

    declared: Declared
    kind: str
    old: str
    new: str
    moves: Moves

    @functools.cached_property
    def _scalars(self) -> Mapping[Use, tuple[str, list[Part]]]:
        """Every scalar of YAML that changes: as it is, and what changes in it."""
        whole = [Part(0, len(self.old), self.new)]
        found = dict.fromkeys(uses_of(self.declared, self.kind, self.old), (self.old, whole))
        for use, text in addresses_in(self.declared):
            if parts := self.moves.parts(text):
                found[use] = (text, parts)
        return found

    @functools.cached_property
    def _paths(self) -> Mapping[str, Path]:
        """Every file that was read and every page beside it, by the name that messages give it."""
        folder = self.declared.pages.folder
        pages = sorted(path for path in folder.rglob("*.md") if not _is_hidden(path.relative_to(folder).parts))
        return {shown(path): path for path in (*self.declared.files.inputs, *pages)}

    @property
    def _renamed(self) -> str:
        """The name of the file that gets another one, for a record whose id that is; empty for what has none."""
        files = (
            entry.source.file for entry in self.declared.entries if (entry.kind, entry.id) == (self.kind, self.old)
        )
        return next(files) if self.kind in FILES else ""

    def changes(self) -> tuple[Change, ...]:
        """Return every file that changes, by path. Raises NoSuchTextError and OSError."""
        parts: dict[str, set[Part]] = {self._renamed: set()} if self._renamed else {}
        known: dict[str, tuple[bytes, Written]] = {}
        sources = _sources(self.declared)
        for use, (value, wanted) in self._scalars.items():
            if use.file not in known:
                known[use.file] = _read(self._paths[use.file])
            source = sources[use.file]
            place = source.key_place(use.path) if use.is_key else source.place(use.path)
            parts.setdefault(use.file, set()).update(known[use.file][1].parts_of(place, value, wanted))
        for file, found in self._in_pages(known):
            parts.setdefault(file, set()).update(found)
        return tuple(
            sorted((self._change(file, *known[file], parts[file]) for file in parts), key=lambda one: one.path)
        )

    def _change(self, file: str, before: bytes, written: Written, parts: set[Part]) -> Change:
        path = self._paths[file]
        to = path.with_name(f"{self.new}{path.suffix}") if file == self._renamed else None
        return Change(path, before, written.replaced(parts), len(parts) + (to is not None), to)

    def _in_pages(self, known: dict[str, tuple[bytes, Written]]) -> Iterator[tuple[str, set[Part]]]:
        """Yield what changes in the text of each page, and keep the page; front matter is YAML and not its text."""
        folder = self.declared.pages.folder
        begins = {page.source.file: page.line for page in self.declared.pages.pages}
        for file, path in self._paths.items():
            if path.suffix != ".md":
                continue
            try:
                read = known.get(file) or _read(path)
            except (OSError, UnicodeDecodeError):
                continue  # a page of the host, which says so itself
            start = read[1].at(begins.get(file, 1))
            found = self.moves.in_markdown(read[1].text[start:], path.relative_to(folder).as_posix())
            parts = {Part(start + part.start, start + part.end, part.new) for part in found}
            if parts or file == self._renamed:
                known[file] = read
                yield file, parts

    def difference(self, after: Declared) -> Place | None:
        """Return the first place where files say another thing than they did with the old id; None when none does."""
        before = _sources(self.declared)
        now = {self._after(file): source for file, source in _sources(after).items()}
        values, keys = self._by_file()
        for file in (*before, *now):
            if file not in now or file not in before:
                return Place(file)
            wanted = self._expected(before[file], values.get(file, {}), keys.get(file, set()))
            if list(_leaves(now[file].data)) != wanted:
                return Place(file)
        return None

    def _by_file(self) -> tuple[dict[str, dict[DataPath, list[Part]]], dict[str, set[DataPath]]]:
        values: dict[str, dict[DataPath, list[Part]]] = {}
        keys: dict[str, set[DataPath]] = {}
        for use, (_, parts) in self._scalars.items():
            if use.is_key:
                keys.setdefault(use.file, set()).add(use.path)
            else:
                values.setdefault(use.file, {})[use.path] = parts
        return values, keys

    def _after(self, file: str) -> str:
        """Return how a file was called before."""
        renamed = self._renamed
        now = shown(self._paths[renamed].with_name(f"{self.new}.md")) if renamed else ""
        return renamed if renamed and file == now else file

    def _expected(
        self, source: Source, values: Mapping[DataPath, list[Part]], keys: set[DataPath]
    ) -> list[tuple[DataPath, str]]:
        """Return all that a file says, with the new id."""
        found = []
        for path, text in _leaves(source.data):
            at = tuple(self.new if path[: end + 1] in keys else part for end, part in enumerate(path)) if keys else path
            for part in sorted(values.get(path, ()), reverse=True):
                text = text[: part.start] + part.new + text[part.end :]  # noqa: PLW2901 - from the last part on
            found.append((at, text))
        return found


def _sources(declared: Declared) -> dict[str, Source]:
    """Return every file of YAML that was read, by its name, with what stands in it."""
    files = declared.files
    sources = [files.source, *(unit.source for unit in files.units), *(one.source for one in files.practices)]
    return {source.file: source for source in (*sources, *(page.source for page in declared.pages.pages))}


def _leaves(data: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """Yield every value with its path, in order, as text: a number says the same as a text of its digits."""
    if not isinstance(data, dict | list) or not data:
        yield path, str(data)
        return
    for key, item in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _leaves(item, (*path, key))


def _read(path: Path) -> tuple[bytes, Written]:
    data = path.read_bytes()
    return data, Written.of(data)


def _is_hidden(parts: tuple[str, ...]) -> bool:
    return any(part.startswith(".") for part in parts)
