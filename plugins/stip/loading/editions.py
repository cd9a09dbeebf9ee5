"""Editions: the frozen roadmaps beside roadmap.yaml, each with what is wrong with its file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from stip.editions import FOLDER, VERSION, Edition, read
from stip.loading.codes import RULES
from stip.loading.files import is_outside, read_text, shown
from stip.loading.findings import Finding, worded
from stip.loading.ids import id_mistake
from stip.loading.read import read_record
from stip.loading.source import read_source
from stip.problems import Place

if TYPE_CHECKING:
    from pathlib import Path

    from stip.problems import Problem
    from stip.text.words import Words

_ESCAPED = re.compile(r"\\(?:[bf]|u00[01][0-9a-f]|u007f|ud[89a-f]|u202[de]|ufff[ef])", re.IGNORECASE)
"""What in JSON may stand for a sign that no text holds on purpose."""


@dataclass(frozen=True)
class EditionRead:
    """The file of an edition as it was read; `edition` is None when something is wrong with it."""

    id: str
    file: str
    text: str = ""
    edition: Edition | None = None

    def place(self, *path: str | int) -> Place:
        """Return the place of a value; found only when asked, for a good file is never read with its places."""
        return read_source(self.text, self.file)[0].place(path) if path else Place(self.file)


@dataclass
class EditionFiles:
    """All editions beside a roadmap, by file name, and all that is wrong with their files."""

    read: list[EditionRead] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    inputs: list[Path] = field(default_factory=list)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions that could be read, oldest first."""
        found = [one.edition for one in self.read if one.edition]
        return tuple(sorted(found, key=lambda edition: (edition.date, edition.name)))


def name_mistake(name: str, words: Words) -> str:
    """Say in one or two sentences why an edition cannot have this name; empty when it can."""
    found = id_mistake(name, Place(""), "edition_name")
    problem = worded(found, words, RULES[found.rule].severity) if found else None
    said = filter(None, (problem.message, problem.hint)) if problem else ()
    return " ".join(f"{sentence[0].upper()}{sentence[1:]}." for sentence in said)


def load_edition(path: Path, words: Words) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Read the file of one edition, wherever it is and whatever it is called; None with the reasons why it is none."""
    one, findings = _read(path)
    problems = (worded(finding, words, RULES[finding.rule].severity) for finding in findings)
    return one.edition, () if one.edition else tuple(sorted(problems))


def read_editions(beside: Path, coming: str = "") -> EditionFiles:
    """Read every edition in the folder beside a roadmap; without a folder there are none.

    `coming` is the name of one that is about to be made: it may be named already.
    """
    folder = beside / FOLDER
    files = EditionFiles(inputs=[folder])
    if folder.is_dir() and is_outside(folder, beside):
        files.findings.append(Finding("file_outside", Place(shown(folder))))
        return files
    for path in sorted(folder.glob("*.json"), key=lambda path: path.name) if folder.is_dir() else ():
        if path.name[0] != ".":
            one, findings = _read(path, beside)
            files.read.append(one)
            files.findings += findings
    if coming and all(one.id != coming for one in files.read):
        files.read.append(EditionRead(coming, shown(folder / f"{coming}.json")))
    return files


def _read(path: Path, within: Path | None = None) -> tuple[EditionRead, list[Finding]]:
    name, stem = shown(path), path.stem
    if within and is_outside(path, within):
        return EditionRead(stem, name), [Finding("file_outside", Place(name))]
    text, findings = read_text(path)
    if text is None:
        return EditionRead(stem, name), findings
    try:
        edition = read(text)
    except json.JSONDecodeError as error:
        return EditionRead(stem, name), [*findings, Finding("edition_syntax", Place(name, error.lineno, error.colno))]
    except (ValueError, RecursionError):
        return EditionRead(stem, name), [*findings, *_mistakes(text, name)]
    if _ESCAPED.search(text) and (hidden := read_source(text, name)[1]):
        return EditionRead(stem, name), [*findings, *(replace(finding, hint="edition") for finding in hidden)]
    one = EditionRead(stem, name, text, edition)
    if edition.name != stem:
        values = {"name": edition.name, "file": path.name}
        findings.append(Finding("edition_name_is_file_name", one.place("name"), values))
    elif mistake := id_mistake(stem, one.place("name"), "edition_name"):
        findings.append(mistake)
    return one, findings


def _mistakes(text: str, name: str) -> list[Finding]:
    """Say what is wrong with JSON that is no edition of ours: JSON is YAML, so every value knows its place."""
    source, found = read_source(text, name)
    data: Any = source.data
    if not isinstance(data, dict):
        return [Finding("edition_syntax", Place(name, 1, 1))]
    if (version := data.get("version", VERSION)) != VERSION:
        values = {"value": str(version)[:20], "known": VERSION}
        return [Finding("edition_version", source.place(("version",)), values)]
    found = found or list(read_record(Edition, data, source).findings)
    return [replace(finding, hint="edition") for finding in found] or [Finding("edition_syntax", Place(name, 1, 1))]
