"""Keep what was made on disk, each thing under a name made of all that it was made from."""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

FOLDER = Path(".cache") / "stip"
"""Where a project keeps what was made, from the folder of mkdocs.yml or the one in which `stip build` runs."""
FORMAT = 1
"""The form of the entries; another number finds nothing of before."""
RUNS = 3
"""What so many runs used last is kept."""
YOUNG = 3600.0
"""What is younger, in seconds, may belong to a build that is still going on: it is left alone."""


@dataclass(frozen=True)
class Maker:
    """A part of this program that makes things that are kept: whatever decides how they look is part of their name."""

    parts: tuple[str, ...]
    """Files and folders of the package, by their slash paths."""
    tools: tuple[str, ...] = ()
    """Distributions that it asks; their versions count."""

    def key(self, *parts: object) -> str:
        """Return the name of what is made from these; parts that are equal must look equal."""
        told = "\0".join((str(FORMAT), self.mark, *map(repr, parts)))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

    @functools.cached_property
    def mark(self) -> str:
        """A mark of the program itself: of its own files that make, and of the tools that they ask."""
        mark = hashlib.sha256()
        for name in self.tools:
            with suppress(metadata.PackageNotFoundError):
                mark.update(f"{name} {metadata.version(name)}\n".encode())
        for part in self.parts:
            _add(mark, resources.files("stip").joinpath(*part.split("/")), part)
        return mark.hexdigest()


class Cache:
    """What one project keeps. Whatever is wrong with it costs time, never a build."""

    def __init__(self, folder: Path | None, *, writes: bool = True) -> None:
        """Keep things in a folder, which need not be there yet; None keeps nothing, nor what only reads."""
        self._folder = folder
        self._writes = writes
        self._used: set[str] = set()

    def read(self, key: str) -> bytes | None:
        """Return what is kept under a key; None when it is not there, or is not what was written."""
        if self._folder is None:
            return None
        try:
            seal, _, content = self._place(key).read_bytes().partition(b"\n")
        except OSError:
            return None
        if seal.decode("ascii", "replace") != _seal(content):
            return None
        self._used.add(key)
        return content

    def write(self, key: str, content: bytes) -> bytes:
        """Keep what was made and return it; another build that reads finds all of it or nothing."""
        if self._folder is not None and self._writes:
            with suppress(OSError):
                _put(self._place(key), _seal(content).encode("ascii") + b"\n" + content)
                self._used.add(key)
        return content

    def tidy(self) -> None:
        """Note what this run used, and remove what the last runs did not."""
        if self._folder is None or not self._used or not self._writes:
            return
        with suppress(OSError):
            self._note(self._folder / "runs")
            kept = {key for run in _runs(self._folder / "runs") for key in _keys(run)}
            for entry in self._folder.glob("??/*"):
                if entry.name not in kept and time.time() - entry.stat().st_mtime > YOUNG:
                    entry.unlink(missing_ok=True)

    def _note(self, folder: Path) -> None:
        """Write the list of this run, unless the last run used the same; remove lists that count no longer."""
        runs = _runs(folder)
        if runs and set(_keys(runs[-1])) == self._used:
            return
        number = int(runs[-1].stem) + 1 if runs else 1
        _put(folder / f"{number:08d}.txt", "\n".join(sorted(self._used)).encode("ascii"))
        for old in _runs(folder)[:-RUNS]:
            old.unlink(missing_ok=True)

    def _place(self, key: str) -> Path:
        assert self._folder
        return self._folder / key[:2] / key


def _add(mark: hashlib._Hash, item: Traversable, name: str) -> None:
    if item.is_dir():
        for child in sorted(item.iterdir(), key=lambda entry: entry.name):
            if child.name != "__pycache__":
                _add(mark, child, f"{name}/{child.name}")
    else:
        mark.update(f"{name}\n".encode())
        mark.update(item.read_bytes())


def _seal(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _runs(folder: Path) -> list[Path]:
    return sorted(run for run in folder.glob("*.txt") if run.stem.isdigit())


def _keys(run: Path) -> list[str]:
    try:
        return run.read_text("ascii").split()
    except (OSError, UnicodeDecodeError):
        return []


def _put(place: Path, content: bytes) -> None:
    """Write a file that is there wholly or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(place)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
