"""Keep what was made on disk, each thing under a name made of all that it was made from."""

from __future__ import annotations

import functools
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from stip.choices import Audience

FOLDER = Path(".cache") / "stip"
"""Where a project keeps what was made, from the folder of mkdocs.yml or the one in which `stip build` runs."""
STEERING_FOLDER = Path(".cache") / "stip-steering"
"""Where it keeps what was made for those who steer: what is carried along for staff never has any of it."""
FORMAT = 1
"""The form of the entries; another number finds nothing of before."""
RUNS = 3
"""What so many runs used last is kept."""
_SEALED = 65
"""How long a seal is, in bytes."""
YOUNG = 3600.0
"""What is younger, in seconds, may belong to a build that is still going on: it is left alone."""


_TOOLS = (
    "Babel",
    "Jinja2",
    "MarkupSafe",
    "PyYAML",
    "graphviz",
    "graphviz-pure",
    "icalendar",
    "openpyxl",
    "pydantic",
    "pydantic-core",
    "pypdf",
    "segno",
    "typst",
)
"""All that this program asks to make a site; their versions count."""


def folder_for(audience: Audience) -> Path:
    """Return the folder in which a project keeps what was made for an audience."""
    return STEERING_FOLDER if audience is Audience.STEERING else FOLDER


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
            _add(mark, resources.files("stip").joinpath(*filter(None, part.split("/"))), part)
        return mark.hexdigest()


PROGRAM = Maker(("",), _TOOLS)
"""The whole program, for what any part of it may decide; to read all its files takes longer than some builds."""


@dataclass
class _Run:
    """What one run used of a folder, and under which number it noted so, if it did."""

    used: set[str] = field(default_factory=set)
    number: int | None = None


_RUNNING: dict[Path, _Run] = {}
"""The run of each folder: all parts of this program that keep things there note one list together."""


def new_run(folder: Path) -> None:
    """Begin anew with what is used of a folder: a process that builds again and again is one run, its last build."""
    run = _RUNNING.setdefault(folder.absolute(), _Run())
    run.used = set()


class Cache:
    """What one project keeps. Whatever is wrong with it costs time, never a build."""

    def __init__(self, folder: Path | None, *, writes: bool = True) -> None:
        """Keep things in a folder, which need not be there yet; None keeps nothing, nor what only reads."""
        self._folder = folder
        self._run = _RUNNING.setdefault(folder.absolute(), _Run()) if folder is not None else _Run()
        self._writes = writes

    def read(self, key: str) -> bytes | None:
        """Return what is kept under a key; None when it is not there, or is not what was written."""
        if self._folder is None:
            return None
        try:
            with self._place(key).open("rb") as stream:
                seal, content = stream.readline(_SEALED), stream.read()
        except OSError:
            return None
        if seal != _seal(content):
            return None
        self._run.used.add(key)
        return content

    def write(self, key: str, content: bytes) -> bytes:
        """Keep what was made and return it; another build that reads finds all of it or nothing."""
        if self._folder is not None and self._writes:
            with suppress(OSError):
                put(self._place(key), _seal(content) + content)
                self._run.used.add(key)
        return content

    def tidy(self) -> None:
        """Note what this run used, and remove what the last runs did not."""
        if self._folder is None or not self._run.used or not self._writes:
            return
        with suppress(OSError):
            self._note(self._folder / "runs")
            kept = {key for run in _runs(self._folder / "runs") for key in _keys(run)}
            for entry in self._folder.glob("??/*"):
                if entry.name not in kept and time.time() - entry.stat().st_mtime > YOUNG:
                    entry.unlink(missing_ok=True)

    def _note(self, folder: Path) -> None:
        """Write the list of this run, unless the last run used the same; remove lists that count no longer."""
        run, runs = self._run, _runs(folder)
        before = [one for one in runs if run.number is None or int(one.stem) < run.number]
        if before and run.used == set(_keys(before[-1])):
            if run.number is not None:  # it noted less when it was not done yet
                (folder / f"{run.number:08d}.txt").unlink(missing_ok=True)
                run.number = None
            return
        if run.number is None:
            run.number = int(runs[-1].stem) + 1 if runs else 1
        put(folder / f"{run.number:08d}.txt", "\n".join(sorted(run.used)).encode("ascii"))
        for old in _runs(folder)[:-RUNS]:
            old.unlink(missing_ok=True)

    def _place(self, key: str) -> Path:
        assert self._folder
        return self._folder / key[:2] / key


def program_mark(cache: Cache) -> str:
    """Return a mark of this program as a whole: of every file of it, and of every tool that it asks.

    As long as no file looks changed (by its size and date, and no
    folder with packages either), what is kept of the last time is true.
    """
    key = hashlib.sha256("\0".join(_looks()).encode("utf-8", "surrogatepass")).hexdigest()
    kept = cache.read(key)
    mark = (cache.write(key, PROGRAM.mark.encode()) if kept is None else kept).decode("ascii")
    # Sums may come out otherwise in the last digit with another Python.
    return f"{mark} {sys.version_info[0]}.{sys.version_info[1]}"


def _looks() -> Iterator[str]:
    """Yield how the files of this program, and the folders with packages, look from outside."""
    yield sys.version
    for place in sys.path:
        with suppress(OSError):  # what else is on the path, such as where somebody stands, changes all the time
            if next(Path(place).glob("*.dist-info"), None):
                yield f"{place} {Path(place).stat().st_mtime_ns}"
    folders = [str(Path(__file__).parent)]
    while folders:
        for entry in sorted(os.scandir(folders.pop()), key=lambda one: one.name):
            if entry.is_dir():
                folders += [entry.path] if entry.name != "__pycache__" else []
            else:
                told = entry.stat()
                yield f"{entry.path} {told.st_size} {told.st_mtime_ns}"


def _add(mark: hashlib._Hash, item: Traversable, name: str) -> None:
    if item.is_dir():
        for child in sorted(item.iterdir(), key=lambda entry: entry.name):
            if child.name != "__pycache__":
                _add(mark, child, f"{name}/{child.name}")
    else:
        mark.update(f"{name}\n".encode())
        mark.update(item.read_bytes())


def _seal(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode("ascii") + b"\n"


def _runs(folder: Path) -> list[Path]:
    return sorted(run for run in folder.glob("*.txt") if run.stem.isdigit())


def _keys(run: Path) -> list[str]:
    try:
        return run.read_text("ascii").split()
    except (OSError, UnicodeDecodeError):
        return []


def put(place: Path, content: bytes) -> None:
    """Write a file that is there wholly or not at all. Raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(place)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
