"""Roadmap: roadmap.yaml and the files that it includes, read to settings, units and practices."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from stip.closed import is_named, leaves_folder, real, watched_folders
from stip.loading.findings import Finding, Word
from stip.loading.includes import included_files
from stip.loading.read import Read, read_record
from stip.loading.suggest import suggestion
from stip.loading.yaml_files import read_yaml
from stip.model import Included, Practice, Record, Settings, Unit, practice_kinds
from stip.model.base import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.source import DataPath, Source
    from stip.problems import Place

R = TypeVar("R", bound=Record)

LANGUAGES = ("nl", "en")
UNITS = "departments"
"""The key of the list of units."""
STEERING = "include_steering"
"""The key of the patterns of files that only those who steer may read."""


@dataclass(frozen=True)
class ItemRead(Generic[R]):
    """An item of a list as it was read, with where it stands: `path` is the key of the list and its index."""

    read: Read[R]
    source: Source
    path: DataPath
    audience: Audience = Audience.STAFF
    """For whom the file is."""

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
    audience: Audience = Audience.STAFF
    """For whom they are read: what only those who steer may read is not opened for everyone."""
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


def read_roadmap(path: Path, audience: Audience = Audience.STAFF) -> RoadmapFiles:
    """Read a roadmap file and all that it includes for an audience; a link that leaves its folder stays shut."""
    source, findings = read_yaml(path, path.parent)
    files = RoadmapFiles(source, audience, findings=findings, inputs=[path])
    if not isinstance(source.data, dict):
        files.complete = False
        return files
    rest = {key: value for key, value in source.data.items() if key not in lists()}
    files.settings = read_record(Settings, rest, source)
    files.findings += files.settings.findings
    files.complete = not any(finding.rule == "unknown_key" for finding in files.settings.findings)
    _add_lists(files, source)
    _include(files, path.parent)
    _include_steering(files, path.parent)
    if not files.findings and not files.units:
        files.findings.append(Finding("no_departments", source.key_place(("departments",))))
    return files


def lists() -> dict[str, type[Unit | Practice]]:
    """Return what stands in the lists that every file of the roadmap may have, by the key of the list."""
    return {UNITS: Unit, **practice_kinds()}


def _lists_for(audience: Audience) -> dict[str, type[Unit | Practice]]:
    """Return the lists that a file may have: the departments are for everyone."""
    return {**practice_kinds()} if audience is Audience.STEERING else lists()


def _add_lists(files: RoadmapFiles, source: Source, audience: Audience = Audience.STAFF) -> None:
    if audience is Audience.STAFF:
        files.units += _items(files, UNITS, Unit, source)
    for key, kind in practice_kinds().items():
        items = _items(files, key, kind, source)
        files.practices += map(_for_steering, items) if audience is Audience.STEERING else items


def _for_steering(item: ItemRead[Practice]) -> ItemRead[Practice]:
    """Let a practice of a file for those who steer say so itself, wherever it goes from here."""
    record = item.read.record
    told = record.model_copy(update={"shown_to": Audience.STEERING}) if record else None
    return replace(item, read=replace(item.read, record=told), audience=Audience.STEERING)


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
    """Read what `include:` names; never what is for those who steer, whoever else names it."""
    seen = {real(files.inputs[0])}
    hidden = steering_patterns(files)
    for path, pattern in _patterns(files, "include"):
        found, findings = included_files(folder, pattern, files.source.place(path))
        files.findings += findings
        files.complete &= not findings
        files.inputs += watched_folders(folder, pattern)
        for file in found:
            if real(file) in seen:
                continue
            seen.add(real(file))
            if is_named(file, folder, hidden):
                files.complete = False
                values = {"file": file.relative_to(folder).as_posix()}
                files.findings.append(Finding("include_both", files.source.place(path), values))
            else:
                _read_included(files, file)


def _include_steering(files: RoadmapFiles, folder: Path) -> None:
    """Read what `include_steering:` names, for those who steer; for everyone only see whether it could be right."""
    seen: set[Path] = set()
    shared = {real(file) for file in files.inputs}
    main = files.inputs[0]
    for path, pattern in _patterns(files, STEERING):
        place = files.source.place(path)
        if leaves_folder(pattern):
            files.findings.append(Finding("include_outside", place, {"pattern": pattern}))
        elif is_named(main, folder, [pattern]):
            files.findings.append(Finding("include_main", place, {"pattern": pattern, "file": main.name}))
        elif files.audience is Audience.STEERING:
            found, findings = included_files(folder, pattern, place)
            files.findings += findings
            files.complete &= not findings
            files.inputs += watched_folders(folder, pattern)
            for file in (one for one in found if real(one) not in seen):
                seen.add(real(file))
                if real(file) in shared:  # a link to what everyone reads: the name does not tell
                    values = {"file": file.relative_to(folder).as_posix()}
                    files.findings.append(Finding("include_both", place, values))
                else:
                    _read_included(files, file, Audience.STEERING)


def steering_patterns(files: RoadmapFiles) -> tuple[str, ...]:
    """Return the patterns of the files that only those who steer may read."""
    return tuple(pattern for _, pattern in _patterns(files, STEERING)) if isinstance(files.source.data, dict) else ()


class NamedFiles(NamedTuple):
    """The patterns of the files that a roadmap file names: for everyone, and only for those who steer."""

    everyone: tuple[str, ...] = ()
    steering: tuple[str, ...] = ()


def named_files(path: Path) -> NamedFiles:
    """Return the patterns of the files that a roadmap file names, as far as it can be read."""
    files = RoadmapFiles(read_yaml(path, path.parent)[0])
    if not isinstance(files.source.data, dict):
        return NamedFiles()
    return NamedFiles(tuple(pattern for _, pattern in _patterns(files, "include")), steering_patterns(files))


def _patterns(files: RoadmapFiles, key: str) -> Iterator[tuple[DataPath, str]]:
    """Yield the patterns of a key as they are written, also when something else in the settings is wrong."""
    given = files.source.data.get(key)
    if isinstance(given, str) and given:
        yield (key,), given
    for index, pattern in enumerate(given if isinstance(given, list) else ()):
        if isinstance(pattern, str | int) and pattern:
            yield (key, index), str(pattern)


def _read_included(files: RoadmapFiles, path: Path, audience: Audience = Audience.STAFF) -> None:
    files.inputs.append(path)
    source, findings = read_yaml(path)
    files.findings += findings
    if not isinstance(source.data, dict):
        files.complete = False
        return
    files.findings += _strange_keys(files, source, audience)
    _add_lists(files, source, audience)


def _strange_keys(files: RoadmapFiles, source: Source, audience: Audience) -> Iterator[Finding]:
    """Yield a finding for each key that cannot stand at the top of an included file."""
    allowed = _lists_for(audience)
    hint = "steering_lists" if audience is Audience.STEERING else ""
    for key in source.data:
        if key in allowed:
            continue
        place, values = source.key_place((key,)), {"key": key, "record": Word(f"problems.records.{Included.record}")}
        files.complete &= key in Settings.model_fields
        if key == UNITS:
            yield Finding("steering_departments", place, values)
        elif key in {"include", STEERING}:
            yield Finding("include_nested", place, values)
        elif key in Settings.model_fields:
            yield Finding("include_keys", place, values, hint)
        else:
            found = suggestion("unknown_key", place, key, allowed, values)
            yield found if found.hint else replace(found, hint=hint or "lists")
