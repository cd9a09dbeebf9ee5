"""Writing: what a change of many files is, and that nothing of it is written when one of them is not as it was read."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.writing import write_together

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


def write_all(changes: Sequence[Change], folder: Path) -> None:
    """Write every change, or none; `folder`, that of the roadmap, is where what a kill broke off is put back from.

    Raises OSError, with the file that could not be written; FileExistsError for one that was changed in the meantime.
    """
    contents: dict[Path, bytes | None] = {}
    like = {}
    for change in changes:
        _check(change)
        if change.to:
            contents[change.path] = None
            like[_real(change.target)] = change.path
        contents[_real(change.target)] = change.content
    write_together(folder, contents, like=like)


def _check(change: Change) -> None:
    """Raise OSError for a file that may not be written, or is not any more as it was read."""
    if not os.access(change.path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(change.path))
    if change.path.read_bytes() != change.before or (change.to and change.to.exists()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(change.target))


def _real(path: Path) -> Path:
    """Return the file itself where a path is a link to it, or the link would be replaced."""
    return path.resolve()
