"""Roadmap: roadmap.yaml and the files that it includes, read to settings and units."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stip.loading.findings import Finding, Word
from stip.loading.includes import included_files, watched_folders
from stip.loading.read import Read, read_record
from stip.loading.yaml_files import read_yaml
from stip.model import Included, Settings, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.source import DataPath, Source
    from stip.problems import Place

LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class UnitRead:
    """A unit as it was read, with where it stands."""

    read: Read[Unit]
    source: Source
    path: DataPath

    @property
    def data(self) -> dict[str, Any]:
        """What is written, whether or not it could be read as a unit."""
        data: Any = self.source.data["departments"][self.path[-1]]
        return data if isinstance(data, dict) else {}

    def place(self, *path: str | int) -> Place:
        """Return the place of a value in the unit."""
        return self.source.place((*self.path, *path))

    def key_place(self, *path: str | int) -> Place:
        """Return the place of a key in the unit."""
        return self.source.key_place((*self.path, *path))


@dataclass
class RoadmapFiles:
    """All that the YAML files declare, and all that is wrong in how they declare it."""

    source: Source
    settings: Read[Settings] | None = None
    units: list[UnitRead] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    inputs: list[Path] = field(default_factory=list)
    complete: bool = True
    """Whether no file, and no list of departments, was left unread."""

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
    rest = {key: value for key, value in source.data.items() if key != "departments"}
    files.settings = read_record(Settings, rest, source)
    files.findings += files.settings.findings
    files.complete = not any(finding.rule == "unknown_key" for finding in files.settings.findings)
    _add_units(files, source)
    _include(files, path.parent)
    if not files.findings and not files.units:
        files.findings.append(Finding("no_departments", source.key_place(("departments",))))
    return files


def _add_units(files: RoadmapFiles, source: Source) -> None:
    units: Any = source.data.get("departments", [])
    if not isinstance(units, list):
        files.complete = False
    if units is None:
        return
    if not isinstance(units, list):
        place = source.place(("departments",))
        files.findings.append(Finding("not_list", place, {"key": "departments"}))
        return
    for index, data in enumerate(units):
        path: DataPath = ("departments", index)
        read = read_record(Unit, data, source, path)
        files.findings += read.findings
        files.units.append(UnitRead(read, source, path))


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
        if key == "departments":
            continue
        known = key in Settings.model_fields
        rule = "include_nested" if key == "include" else "include_keys" if known else "unknown_key"
        values = {"key": key, "record": Word(f"problems.records.{Included.record}"), "choices": "departments"}
        files.findings.append(Finding(rule, source.key_place((key,)), values, "" if known else "choose"))
        files.complete &= known
    _add_units(files, source)
