"""Closed: which files stay shut, because they are only for those who steer, or lie outside a project behind a link."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIGNS = re.compile(r"[*?\[]")
"""What makes a name a pattern."""


def real(path: Path) -> Path:
    """Return what a path leads to through its links; those that go round lead nowhere, and make no error."""
    return Path(os.path.realpath(path))


def is_outside(path: Path, *folders: Path) -> bool:
    """Tell whether a path leads, through a link, to what lies in none of these folders."""
    return not any(real(path).is_relative_to(real(folder)) for folder in folders)


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


def watched_folders(folder: Path, pattern: str) -> list[Path]:
    """Return the folder in which files that match `pattern` can appear; never the roadmap's folder itself."""
    if leaves_folder(pattern):
        return []
    parts = pattern.split("/")[:-1]
    fixed: list[str] = []
    for part in parts:
        if SIGNS.search(part):
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
