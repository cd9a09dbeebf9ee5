"""Inputs: all that decides what a site becomes, as one digest, without anything being parsed."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stip.choices import Audience, PrintSettings
from stip.closed import is_named, leaves_folder
from stip.patterns import searched

_CONTENT = ("missie.md", "mission.md", "begrippen.md", "glossary.md", "personas/*.md", "vragen/*.md", "questions/*.md")
"""What is read of the content folder, in any language."""
_OWN = ("colours.yaml", "logo.svg", "pages/**/*")
"""What is read of the folder in which a site changes the look."""
_EDITIONS = "editions/*.json"
_PASSED = {".git", ".cache"}


@dataclass(frozen=True)
class Request:
    """What is asked for: the files and folders, and what mkdocs.yml says of the site."""

    project: Path
    roadmap: Path
    content: Path
    overrides: Path | None
    site: Path
    """The folder that the host writes."""
    audience: Audience
    directory_urls: bool
    engine: str
    manual: bool
    embed: bool
    prints: PrintSettings | None

    def asked(self) -> tuple[object, ...]:
        """Return all that is asked; paths as seen from the project, so that a copy elsewhere is the same."""
        places = (Path.cwd(), self.roadmap, self.content, self.overrides)
        return (
            tuple(seen(place, self.project) if place else None for place in places),
            (str(self.audience), self.directory_urls, self.engine, _program(self.engine), self.manual, self.embed),
            repr(self.prints),
        )


@dataclass(frozen=True)
class Named:
    """What the roadmap itself names of the disk: patterns of files, and documents whose size is told."""

    patterns: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """Their paths in the content folder."""
    shut: tuple[str, ...] = ()
    """The patterns of what the audience may not read: nothing of it is opened."""

    @classmethod
    def of(cls, plain: Any) -> Named:
        """Read it from plain data; raises TypeError or ValueError when it is something else."""
        patterns, documents, shut = plain
        return cls(tuple(map(str, patterns)), tuple(map(str, documents)), tuple(map(str, shut)))

    def plain(self) -> list[tuple[str, ...]]:
        """Return it as plain data."""
        return [self.patterns, self.documents, self.shut]


def seen(place: Path, project: Path) -> str:
    """Return a place as seen from the project; its whole path where there is no way between them."""
    try:
        return os.path.relpath(place, project)
    except ValueError:  # another drive on Windows
        return str(place)


def digest(request: Request, named: Named) -> str:
    """Return a digest of every file that is read, and of the names and sizes that are asked for.

    Raises OSError when a file cannot be read: then nothing is known.
    """
    told = hashlib.sha256(repr((request.asked(), named)).encode("utf-8", "surrogatepass"))
    folder = request.roadmap.parent
    found, shut = _included(folder, named.patterns), named.shut
    open_ = (file for file in found if not (shut and is_named(file, folder, shut)))
    groups: list[tuple[Path, Iterable[Path]]] = [
        (folder, [request.roadmap, *open_, *_matching(folder, [_EDITIONS])]),
        (request.content, _matching(request.content, _CONTENT)),
        *([(request.overrides, _matching(request.overrides, _OWN))] if request.overrides else ()),
    ]
    for root, files in groups:
        for file in files:
            told.update(f"\0{seen(file, root)}\0".encode("utf-8", "surrogatepass"))
            told.update(hashlib.sha256(file.read_bytes()).digest())
        told.update(b"\1")
    for name in _names(request.content, request.site):
        told.update(f"\0{name}".encode("utf-8", "surrogatepass"))
    for address in named.documents:
        file = request.content / address
        told.update(f"\0{file.stat().st_size if file.is_file() else ''}".encode())
    return told.hexdigest()


def _included(folder: Path, patterns: Iterable[str]) -> Iterator[Path]:
    """Yield what loading reads of these patterns: by the same search, or what it finds would not be in the key."""
    for pattern in patterns:
        if not leaves_folder(pattern):
            with suppress(ValueError):  # a name that no disk takes, and told by the checks
                yield from sorted(searched(folder, pattern).found)


def _matching(folder: Path, patterns: Iterable[str]) -> Iterator[Path]:
    for pattern in patterns:
        if not leaves_folder(pattern):
            try:
                found = [path for path in folder.glob(pattern) if path.is_file()]
            except (ValueError, NotImplementedError, IndexError):  # a pattern that is none, and told by the checks
                found = []
            yield from sorted(found)


def _names(folder: Path, site: Path) -> Iterator[str]:
    """Yield the names of all files under a folder, and where a link leads: whether a document is there is asked."""
    passed = {str(site), os.path.realpath(site)}
    waiting = [str(folder)]
    while waiting:
        try:
            entries = sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        for entry in entries:
            if entry.is_symlink():
                real = os.path.realpath(entry.path)
                yield f"{entry.path} > {real} {Path(real).exists()}"
                if real in passed:
                    continue
                passed.add(real)  # a link can lead round in a ring
            if not entry.is_dir():
                yield entry.path[len(str(folder)) :]
            elif entry.name not in _PASSED and entry.path not in passed:
                waiting.append(entry.path)


def _program(engine: str) -> tuple[object, ...]:
    """Return how the program that draws looks from outside; that of the package counts with the packages."""
    if engine == "embedded":
        return ()
    found = shutil.which("dot" if engine == "system" else engine)
    told = Path(found).stat() if found else None
    return (found and os.path.realpath(found), told and (told.st_size, told.st_mtime_ns))
