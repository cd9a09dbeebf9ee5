"""Reading: import a spreadsheet in this process, and load what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stip.loading import Loaded, load
from stip.model import Roadmap
from stip.problems import Severity
from stip.spreadsheet.cells import Book
from stip.spreadsheet.draft import Draft
from stip.spreadsheet.files import roadmap_files
from stip.spreadsheet.importing import Asked, read_draft
from stip.spreadsheet.opening import open_book
from stip.spreadsheet.report import as_text
from stip.text.words import words_for

TODAY = dt.date(2026, 11, 16)


@dataclass
class Imported:
    """What came of a spreadsheet: the draft, and the files of the roadmap."""

    draft: Draft
    files: Mapping[str, str]
    language: str

    @property
    def said(self) -> str:
        """All that a person can read of it: the files and the report."""
        return "\n".join([*self.files.values(), as_text(self.draft, words_for(self.language))])

    @property
    def doubts(self) -> list[str]:
        """Every doubt, as its code and cell."""
        return [f"{one.code} {one.spot}" if one.spot else one.code for one in self.draft.all_doubts()]

    def load(self, folder: Path) -> Loaded:
        """Write the files to a folder and load them."""
        for name, text in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        return load(folder / "roadmap.yaml")

    def roadmap(self, folder: Path) -> Roadmap:
        """Load the files, in which nothing may be wrong."""
        loaded = self.load(folder)
        assert [str(one) for one in loaded.problems if one.severity is Severity.ERROR] == []
        assert loaded.roadmap
        return loaded.roadmap


def imported(path: Path, asked: Asked | None = None, language: str = "nl") -> Imported:
    """Import a file."""
    return imported_book(open_book(path, words_for(language)), asked, language)


def imported_book(book: Book, asked: Asked | None = None, language: str = "nl") -> Imported:
    """Import what was opened."""
    words = words_for(language)
    draft = read_draft(book, asked or Asked(), words)
    return Imported(draft, roadmap_files(draft, TODAY, words) if draft.steps else {}, language)


def imported_bytes(data: bytes, folder: Path, name: str = "plan.xlsx") -> Imported:
    """Import a file of these bytes."""
    (folder / name).write_bytes(data)
    return imported(folder / name)
