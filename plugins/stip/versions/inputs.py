"""The files that a site is made from, and their marks by the way to them from the folder of roadmap.yaml."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from stip.closed import Closed, is_outside
from stip.versions.version import mark_of

_EDITIONS = "editions"


def input_files(inputs: Iterable[Path], roadmap: Path, overrides: Path | None = None) -> list[Path]:
    """Return every file that was read of what people write, and the looks of the site itself.

    What leads out of these folders through a link was not read.
    """
    files = [path for path in inputs if path.is_file()]
    editions = roadmap.parent / _EDITIONS
    files += [path for path in editions.glob("*.json") if path.name[0] != "."] if editions.is_dir() else []
    if overrides and overrides.is_dir():
        within = (overrides, roadmap.parent)
        files += [path for path in overrides.rglob("*") if path.is_file() and not is_outside(path, *within)]
    return files


def inputs_of(files: Iterable[Path], closed: Closed, roadmap: Path) -> dict[str, str]:
    """Return the SHA-256 of these files by their way from the folder of the roadmap, in order.

    `closed` are those that only who steers may read: for staff none of them is opened, nor named.
    """
    read = {_way(file, roadmap.parent): file for file in files if not closed.holds(file)}
    return {way: mark_of(read[way]) for way in sorted(read)}


def _way(file: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # on another drive of Windows
        return file.as_posix()
