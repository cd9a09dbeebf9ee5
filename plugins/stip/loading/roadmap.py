"""Roadmap: roadmap.yaml and the files that it includes, read to settings, units and practices."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from stip.loading.findings import Finding, Word
from stip.loading.includes import included_files, watched_folders
from stip.loading.read import Read, read_record
from stip.loading.suggest import suggestion
from stip.loading.yaml_files import read_yaml
from stip.model import Included, Practice, Record, Settings, Unit, practice_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.source import DataPath, Source
    from stip.problems import Place

R = TypeVar("R", bound=Record)

LANGUAGES = ("nl", "en")
UNITS = "departments"
"""The key of the list of units."""


@dataclass(frozen=True)
class ItemRead(Generic[R]):
    """An item of a list as it was read, with where it stands: `path` is the key of the list and its index."""

    read: Read[R]
    source: Source
    path: DataPath

    @property
    def data(self) -> dict[str, Any]:
        """What is written, whether or not it could be read as what it should be."""
        data: Any = self.source.data[self.path[0]][self.path[1]]
        return data if isinstance(data, dict) else {}

    def place(self, *path: str | int) -> Place:
        """Return the place of a value in the item."""
        return self.source.place((*self.path, *path))

    def key_place(self, *path: str | int) -> Place:
        """Return the place of a key in the item."""
        return self.source.key_place((*self.path, *path))


@dataclass
class RoadmapFiles:
    """All that the YAML files declare, and all that is wrong in how they declare it."""

    source: Source
    settings: Read[Settings] | None = None
    units: list[ItemRead[Unit]] = field(default_factory=list)
    practices: list[ItemRead[Practice]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    inputs: list[Path] = field(default_factory=list)
    complete: bool = True
    """Whether no file, and no list of departments or practices, was left unread."""

    @property
    def language(self) -> str | None:
        """The language that the roadmap names, if that much can be read."""
        data = self.source.data
        named = data.get("language") if isinstance(data, dict) else None
        return named if named in LANGUAGES else None


def read_roadmap(path: Path) -> RoadmapFiles:
    """Read a roadmap file and all that it includes."""
    source, findings = read_yaml(path)
    files = RoadmapFiles(source, findings=findings, inputs=[path])
    if not isinstance(source.data, dict):
        files.complete = False
        return files
    rest = {key: value for key, value in source.data.items() if key not in lists()}
    files.settings = read_record(Settings, rest, source)
    files.findings += files.settings.findings
    files.complete = not any(finding.rule == "unknown_key" for finding in files.settings.findings)
    _add_lists(files, source)
    _include(files, path.parent)
    if not files.findings and not files.units:
        files.findings.append(Finding("no_departments", source.key_place(("departments",))))
    return files


def lists() -> dict[str, type[Unit | Practice]]:
    """Return what stands in the lists that every file of the roadmap may have, by the key of the list."""
    return {UNITS: Unit, **practice_kinds()}


def _add_lists(files: RoadmapFiles, source: Source) -> None:
    files.units += _items(files, UNITS, Unit, source)
    for key, kind in practice_kinds().items():
        files.practices += _items(files, key, kind, source)


def _items(files: RoadmapFiles, key: str, model: type[R], source: Source) -> Iterator[ItemRead[R]]:
    items: Any = source.data.get(key, [])
    if not isinstance(items, list):
        files.complete = False
        if items is not None:
            files.findings.append(Finding("not_list", source.place((key,)), {"key": key}))
        return
    for index, data in enumerate(items):
        read = read_record(model, data, source, (key, index))
        files.findings += read.findings
        yield ItemRead(read, source, (key, index))


def _include(files: RoadmapFiles, folder: Path) -> None:
    seen = {files.inputs[0].resolve()}
    for path, pattern in _patterns(files.source.data.get("include")):
        found, findings = included_files(folder, pattern, files.source.place(path))
        files.findings += findings
        files.complete &= not findings
        files.inputs += watched_folders(folder, pattern)
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                _read_included(files, file)


def _patterns(given: object) -> Iterator[tuple[DataPath, str]]:
    """Yield the patterns as they are written, also when something else in the settings is wrong."""
    if isinstance(given, str) and given:
        yield ("include",), given
    for index, pattern in enumerate(given if isinstance(given, list) else ()):
        if isinstance(pattern, str) and pattern:
            yield ("include", index), pattern


def _read_included(files: RoadmapFiles, path: Path) -> None:
    files.inputs.append(path)
    source, findings = read_yaml(path)
    files.findings += findings
    if not isinstance(source.data, dict):
        files.complete = False
        return
    for key in source.data:
        if key in lists():
            continue
        known = key in Settings.model_fields
        files.complete &= known
        values = {"key": key, "record": Word(f"problems.records.{Included.record}")}
        place = source.key_place((key,))
        if known:
            files.findings.append(Finding("include_nested" if key == "include" else "include_keys", place, values))
        else:
            found = suggestion("unknown_key", place, key, lists(), values)
            files.findings.append(found if found.hint else replace(found, hint="lists"))
    _add_lists(files, source)
