"""Includes: which files a pattern names, none of them outside the roadmap's folder."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass, field
from fnmatch import fnmatch, fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from stip.loading.files import is_outside, real
from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stip.problems import Place

_SIGNS = re.compile(r"[*?\[]")


@dataclass(frozen=True)
class Closed:
    """The files of the content folder that are only for those who steer, known by their names alone.

    `patterns` count from `folder`, that of the roadmap; `documents` are those that only a record for them names. What
    lies in a folder of the content in which the patterns look is theirs too, and in the folder `apart` of the content:
    documents, pages.
    """

    folder: Path = Path()
    content: Path = Path()
    patterns: tuple[str, ...] = ()
    documents: frozenset[Path] = frozenset()
    apart: str = ""

    def holds(self, file: Path) -> bool:
        """Tell whether a file is only for those who steer."""
        there = real(file)
        beside = any(_plain(there).is_relative_to(found) for found in self._folders)
        return beside or there in self.documents or is_named(file, self.folder, self.patterns)

    @cached_property
    def _folders(self) -> frozenset[Path]:
        content = _plain(real(self.content))
        found = {path for pattern in self.patterns for path in watched_folders(self.folder, pattern)}
        plain = {_plain(real(path)) for path in (*found, self.content / self.apart)}
        return frozenset(path for path in plain if path.is_relative_to(content) and path != content)


def included_files(folder: Path, pattern: str, place: Place) -> tuple[list[Path], list[Finding]]:
    """Return the files that match `pattern`, by code point, and what was wrong with the pattern."""
    values = {"pattern": pattern}
    if leaves_folder(pattern):
        return [], [Finding("include_outside", place, values)]
    search = _Search(folder)
    try:
        search.go(folder, [part for part in pattern.split("/") if part not in {"", "."}])
    except (ValueError, OSError):  # a name that no disk takes, a folder that nobody may look into
        return [], [Finding("include_nothing", place, values)]

    def named(path: Path) -> str:
        return path.relative_to(folder).as_posix()

    outside = sorted(map(named, search.outside))
    findings = [Finding("include_outside", place, {"pattern": name}) for name in outside]
    if not search.found and not outside:
        findings.append(Finding("include_nothing", place, values))
    return sorted(search.found, key=named), findings


@dataclass
class _Search:
    """Looks for files below a folder; a link that leads out of it is told, and not followed.

    Whatever the pattern, each folder is looked into once for each part of it.
    """

    root: Path
    found: set[Path] = field(default_factory=set)
    outside: set[Path] = field(default_factory=set)
    _seen: set[tuple[Path, int]] = field(default_factory=set)

    def go(self, folder: Path, parts: Sequence[str]) -> None:
        """Look in a folder for what fits the parts of a pattern. Raises OSError and ValueError."""
        if not parts or (folder, len(parts)) in self._seen:
            return
        self._seen.add((folder, len(parts)))
        part, rest = parts[0], parts[1:]
        if part == "**":
            self.go(folder, rest)
            for path in _folders_in(folder):
                self.go(path, parts)
        else:
            fits = (path for path in folder.iterdir() if fnmatch(path.name, part))
            for path in fits if _SIGNS.search(part) else (folder / part,):
                self._take(path, rest)

    def _take(self, path: Path, rest: Sequence[str]) -> None:
        """Go on in a folder, or keep a file when the pattern ends here."""
        if not (path.is_dir() if rest else path.is_file() and path.name[0] != "."):
            return
        if is_outside(path, self.root):
            self.outside.add(path)
        elif rest:
            self.go(path, rest)
        else:
            self.found.add(path)


def _folders_in(folder: Path) -> list[Path]:
    """Return the folders in a folder, in any order; a link is none, for it may lead back."""
    with os.scandir(folder) as entries:
        return [folder / entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]


def watched_folders(folder: Path, pattern: str) -> list[Path]:
    """Return the folder in which files that match `pattern` can appear; never the roadmap's folder itself."""
    if leaves_folder(pattern):
        return []
    parts = pattern.split("/")[:-1]
    fixed: list[str] = []
    for part in parts:
        if _SIGNS.search(part):
            break
        fixed.append(part)
    return [folder.joinpath(*fixed)] if fixed else []


def is_named(file: Path, folder: Path, patterns: Iterable[str]) -> bool:
    """Tell from its name alone whether patterns name a file, or a folder above it; nothing is opened.

    Capitals make no difference, and a link is also what it leads to: no disk may tell it otherwise.
    """
    names = [_parts(path.relative_to(root)) for path, root in _places(file, folder) if path.is_relative_to(root)]
    wanted = [_split(pattern) for pattern in patterns]
    return any(_fit(parts[:end], want) for want in wanted for parts in names for end in range(1, len(parts) + 1))


def _places(file: Path, folder: Path) -> Iterable[tuple[Path, Path]]:
    return (file, folder), (real(file), real(folder))


def _parts(path: Path) -> Sequence[str]:
    return _split(path.as_posix())


def _split(pattern: str) -> Sequence[str]:
    return [part for part in re.split(r"[/\\]", _folded(pattern)) if part not in {"", "."}]


def _plain(path: Path) -> Path:
    """Return a path in which capitals make no difference."""
    return Path(_folded(path.as_posix()))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _fit(names: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern:
        return not names
    if pattern[0] == "**":
        return any(_fit(names[start:], pattern[1:]) for start in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], pattern[0]) and _fit(names[1:], pattern[1:])


def leaves_folder(pattern: str) -> bool:
    """Tell from its form whether a pattern leads out of the folder of the roadmap."""
    parts = re.split(r"[/\\]", pattern)
    return ".." in parts or parts[0] == "" or ":" in parts[0] or parts[0] == "~"
