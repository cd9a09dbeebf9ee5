"""Writing: many files at once, each wholly; when one cannot be written, all are as they were."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Change:
    """A file that becomes another: what it holds before and after, in how many places that differs, and where it goes.

    `to` is None where it keeps its name.
    """

    path: Path
    before: bytes
    content: bytes
    places: int
    to: Path | None = None

    @property
    def target(self) -> Path:
        """Where it stands afterwards."""
        return self.to or self.path


def write_all(changes: Sequence[Change]) -> None:
    """Write every change, or none; a stop in between leaves each file as it was or as it becomes, never half.

    Raises OSError, with the file that could not be written; FileExistsError for one that was changed in the meantime.
    """
    parts = {change: _part(change) for change in changes}
    done: list[Change] = []
    try:
        for change, part in parts.items():
            _check(change)
            part.write_bytes(change.content)
            shutil.copymode(change.path, part)
        for change, part in parts.items():
            done.append(change)
            part.replace(_real(change.target))
            if change.to:
                change.path.unlink()
    except BaseException:
        for change in reversed(done):
            _put_back(change, parts[change])
        raise
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _check(change: Change) -> None:
    """Raise OSError for a file that may not be written, or is not any more as it was read."""
    if not os.access(change.path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(change.path))
    if change.path.read_bytes() != change.before or (change.to and change.to.exists()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(change.target))


def _put_back(change: Change, part: Path) -> None:
    """Give a file what it held; what cannot be put back must not keep the others from it."""
    with suppress(OSError):
        if not change.path.exists() or change.path.read_bytes() != change.before:
            part.write_bytes(change.before)
            if change.target.exists():
                shutil.copymode(change.target, part)
            part.replace(_real(change.path))
        if change.to:
            change.to.unlink(missing_ok=True)


def _part(change: Change) -> Path:
    """Return where a file is written before it takes its place: beside it, under a name that nobody reads."""
    real = _real(change.target)
    return real.with_name(f".{real.name}.part")


def _real(path: Path) -> Path:
    """Return the file itself where a path is a link to it, or the link would be replaced."""
    return path.resolve()
