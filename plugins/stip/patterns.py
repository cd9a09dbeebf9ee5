"""Patterns: which files below a folder a pattern names; a link that leads out of it is told, and not followed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from stip.closed import SIGNS, is_outside


def searched(folder: Path, pattern: str) -> Search:
    """Look for what a pattern names. Raises OSError and ValueError."""
    search = Search(folder)
    search.go(folder, [part for part in pattern.split("/") if part not in {"", "."}])
    return search


@dataclass
class Search:
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
            named = (path for path in folder.iterdir() if fnmatch(path.name, part))
            for path in named if SIGNS.search(part) else [folder / part]:
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
