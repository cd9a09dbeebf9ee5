"""Look at every PDF of a site: tags, language, title, fonts, and the rules of PDF/UA that a program can know."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from prints import faults, fonts, tags

NO_MARK = "pdfuaid"
"""What is found in a file that does not say that it is PDF/UA: tiles to glue do not, and say where to read instead."""


@dataclass(frozen=True)
class Document:
    """A PDF of a site, by its slash path under it."""

    path: str
    title: str
    language: str
    pages: int
    tags: int
    figures: int
    marked: bool
    """Whether it says of itself that it was built as PDF/UA."""
    faults: tuple[str, ...]


def documents(site: Path) -> list[Document]:
    """Return what every PDF of a site is."""
    return [_document(file, file.relative_to(site).as_posix()) for file in sorted(site.rglob("*.pdf"))]


def _document(file: Path, path: str) -> Document:
    raw = file.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        found = faults(raw, Path(folder))
    with pikepdf.open(file) as opened, opened.open_metadata() as metadata:
        title = str(metadata.get("dc:title", "") or opened.docinfo.get("/Title", ""))
        language, pages = str(opened.Root.get("/Lang", "")), len(opened.pages)
    marked = not any(NO_MARK in fault for fault in found)
    wrong = [fault for fault in found if NO_MARK not in fault]
    wrong += [f"the font {name} is not in the file" for name, inside in fonts(raw).items() if not inside]
    wrong += [name for name, there in (("no title", title), ("no language", language)) if not there]
    outline = tags(raw)
    unnamed = sum(kind == "Figure" and not alternative for _, kind, alternative in outline)
    wrong += [f"{unnamed} figures without words"] if unnamed else []
    figures = sum(kind == "Figure" for _, kind, _ in outline)
    return Document(path, title, language, pages, len(outline), figures, marked, tuple(wrong))
