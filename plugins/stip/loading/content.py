"""Content: the mission, the personas, the questions and the glossary, from the files that people write."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from urllib.parse import unquote

from stip.closed import is_outside, real
from stip.loading.files import listed, shown
from stip.loading.findings import Finding
from stip.loading.read import Read, read_record
from stip.loading.source import Source
from stip.loading.yaml_files import read_markdown
from stip.model import Document, Glossary, Mission, Persona, Question, Record
from stip.problems import Place
from stip.text.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

R = TypeVar("R", bound=Record)


class Names(NamedTuple):
    """What the files and folders are called in one language."""

    mission: str
    personas: str
    questions: str
    glossary: str


NAMES: Mapping[str, Names] = {
    "nl": Names("missie.md", "personas", "vragen", "begrippen.md"),
    "en": Names("mission.md", "personas", "questions", "glossary.md"),
}
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_FOLDERS = ("content", "docs")
_ORDINARY = {"index.md", "readme.md"}
"""Pages of the host in a folder of records."""


@dataclass(frozen=True)
class PageRead(Generic[R]):
    """A Markdown file as it was read: the record in its front matter, its text, and where these stand."""

    id: str
    read: Read[R] | None
    page: Document
    source: Source
    line: int
    """The line at which its text begins."""

    @property
    def record(self) -> R | None:
        """The record, when enough of it could be read."""
        return self.read.record if self.read else None

    @property
    def start(self) -> Place:
        """The place of the front matter."""
        return Place(self.source.file, 1, 1)

    def place(self, start: int) -> Place:
        """Return the place of a sign of its text."""
        body = self.page.body
        return Place(self.source.file, self.line + body.count("\n", 0, start), start - body.rfind("\n", 0, start))


@dataclass
class ContentFiles:
    """All that the content folder declares, and all that is wrong in how it does."""

    folder: Path
    mission: PageRead[Mission] | None = None
    personas: list[PageRead[Persona]] = field(default_factory=list)
    questions: list[PageRead[Question]] = field(default_factory=list)
    glossary: PageRead[Glossary] | None = None
    findings: list[Finding] = field(default_factory=list)
    inputs: list[Path] = field(default_factory=list)
    within: tuple[Path, ...] = ()
    """The folders to whose files a link in the content may lead."""
    steering: str = ""
    """The folder in it for what only those who steer may read; the site for staff leaves it out."""

    @property
    def pages(self) -> Iterator[PageRead[Any]]:
        """Every file that was read."""
        yield from (page for page in (self.mission, *self.personas, *self.questions, self.glossary) if page)

    def document(self, address: str) -> Path | None:
        """Return where a document of the site's own is, there or not; None for an address elsewhere or outside.

        A slash before it makes no difference: an address counts from the content folder.
        """
        folder = real(self.folder)
        if is_elsewhere(address):
            return None
        name = unquote(re.split(r"[?#]", address)[0]).lstrip("/")
        path = real(folder / name.replace("\0", "\ufffd"))  # no disk has a name with the first
        return path if path.is_relative_to(folder) else None


def is_elsewhere(address: str) -> bool:
    """Tell whether an address leads out of the site."""
    return bool(_ELSEWHERE.match(address))


def content_folder(beside: Path, language: str) -> Path:
    """Return the folder beside the roadmap that holds the mission: `content`, else `docs`."""
    for name in _FOLDERS:
        if (beside / name / NAMES[language].mission).is_file():
            return beside / name
    return beside / _FOLDERS[0]


def read_content(folder: Path, language: str, within: tuple[Path, ...]) -> ContentFiles:
    """Read all files of the content folder that Stip knows by their names; what lies not `within` stays shut."""
    names = NAMES[language]
    steering = words_for(language)("site.path.steering")
    files = ContentFiles(folder, within=within, steering=steering)
    files.inputs += [folder / name for name in names]
    _mission(files, folder / names.mission, language)
    files.personas = _records(files, Persona, folder / names.personas)
    files.questions = _records(files, Question, folder / names.questions)
    if os.path.lexists(folder / names.glossary):
        files.glossary = _page(files, Glossary, folder / names.glossary)
    return files


def _mission(files: ContentFiles, path: Path, language: str) -> None:
    others = [NAMES[name].mission for name in NAMES if name != language]
    if path.exists():
        files.mission = _page(files, Mission, path)
        return
    for other in others:
        if (path.parent / other).is_file():
            place = Place(shown(path.parent / other))
            values = {"file": other, "expected": path.name, "language": language}
            files.findings.append(Finding("language_files", place, values))
            return
    files.findings.append(Finding("mission_missing", Place(shown(path))))


def _records(files: ContentFiles, model: type[R], folder: Path) -> list[PageRead[R]]:
    if not folder.is_dir():
        return []
    if is_outside(folder, *files.within):
        files.findings.append(Finding("file_outside", Place(shown(folder))))
        return []
    visible = [path for path in listed(folder, "*.md") if path.name[0] != "."]
    pages = [path for path in visible if path.name.lower() not in _ORDINARY]
    files.inputs += visible
    files.findings += [
        Finding("file_name_taken", Place(shown(p)))
        for p in set(visible) - set(pages)
        if not is_outside(p, *files.within) and _is_record(p, model)
    ]
    return [_page(files, model, path) for path in pages]


def _closed(files: ContentFiles, path: Path) -> PageRead[Any]:
    """Tell of a file that it leads elsewhere, and leave it shut."""
    place = Place(shown(path))
    files.findings.append(Finding("file_outside", place))
    return PageRead(path.stem, None, Document(path.relative_to(files.folder).as_posix(), ""), Source(place.file), 1)


def _is_record(path: Path, model: type[Record]) -> bool:
    """Tell whether an ordinary page was meant as a record: its front matter has a key that only a record needs."""
    data = read_markdown(path).source.data
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    return isinstance(data, dict) and bool(required & set(data))


def _page(files: ContentFiles, model: type[R], path: Path) -> PageRead[R]:
    if is_outside(path, *files.within):
        return _closed(files, path)
    source, body, line, findings = read_markdown(path)
    files.findings += findings
    document = Document(path.relative_to(files.folder).as_posix(), body)
    read = None
    if isinstance(source.data, dict):
        read = read_record(model, source.data, source)
        files.findings += read.findings
    return PageRead(path.stem, read, document, source, line)
