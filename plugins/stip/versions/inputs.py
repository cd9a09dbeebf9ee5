"""The marks of the files that a site is made from, by the way to them from the folder of roadmap.yaml."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from stip.versions.version import mark_of

if TYPE_CHECKING:
    from stip.loading import Closed


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
