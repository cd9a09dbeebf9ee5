"""Write a file wholly or not at all, and remove what a program that was killed left of such a file.

What is being written stands beside its place as `.stip-XXXXXXXX.part`, held by a lock that ends with the program. So
whoever comes later can tell what is left over from what somebody is still at.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART = re.compile(r"\.stip-[a-z0-9_]{8}\.part")
_YOUNG = 60.0
"""Where there are no such locks, what is younger than so many seconds may be in use."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in place of what was there, which stays when that fails; the folder must exist.

    It is on the disk when this returns, also when the power fails. Behind a link the file that it leads to is written,
    and a file keeps its rights. What is no file (a pipe, a device) cannot be replaced, and is written to.
    Raises OSError, with the name of the file.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    try:
        _write_whole(path, content)
    except OSError as error:
        error.filename, error.filename2 = str(path), None  # nobody knows the name of a part
        raise


def _write_whole(path: Path, content: bytes) -> None:
    sweep(path.parent)
    with _part(path.parent) as (handle, part):
        write_lasting(handle, content)
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        if sys.platform == "win32":
            os.close(handle)  # an open file has no other name there
        part.replace(path)
    sync_folder(path.parent)


@contextmanager
def stage(parent: Path) -> Iterator[Path]:
    """Make a folder in which something can be made beside its place; what is still there at the end is removed.

    It has the rights of any new folder, for it becomes one. Raises OSError.
    """
    sweep(parent)
    with _part(parent) as (_, part):
        folder = _staged(part)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what programs left in a folder that were killed while they wrote; what somebody is still at stays."""
    with suppress(OSError):
        for part in sorted(path for path in folder.iterdir() if _PART.fullmatch(path.name)):
            with suppress(OSError):
                if is_left(part):
                    shutil.rmtree(_staged(part), ignore_errors=True)
                    part.unlink(missing_ok=True)


def write_lasting(handle: int, content: bytes) -> None:
    """Write to an open file, and wait until the disk has it. Raises OSError."""
    with os.fdopen(handle, "wb", closefd=False) as file:
        file.write(content)
        file.flush()
        os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder, where a system can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _part(folder: Path) -> Iterator[tuple[int, Path]]:
    """Make an empty part and hold it; at the end it is gone, whatever it was called meanwhile."""
    while True:
        handle, name = tempfile.mkstemp(prefix=".stip-", suffix=".part", dir=folder)
        part = Path(name)
        hold(handle)
        if part.exists():  # else somebody swept before it was held
            break
        os.close(handle)
    try:
        yield handle, part
    finally:
        with suppress(OSError):
            os.close(handle)
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _staged(part: Path) -> Path:
    return part.with_suffix(".d")


if sys.platform == "win32":

    def hold(handle: int) -> None:
        """Hold an open file, until it is closed or the program ends: an open file cannot be removed here."""

    def is_left(path: Path) -> bool:
        """Tell whether nobody is at a file any more."""
        return time.time() - path.stat().st_mtime > _YOUNG

else:
    import fcntl

    def hold(handle: int) -> None:
        """Hold an open file, until it is closed or the program ends; some disks of a network know no such thing."""
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)

    def is_left(path: Path) -> bool:
        """Tell whether nobody holds a file any more."""
        handle = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in {errno.EWOULDBLOCK, errno.EAGAIN}:  # a disk that knows no such thing
                return time.time() - path.stat().st_mtime > _YOUNG
            return False
        finally:
            os.close(handle)
        return True


def _mask() -> int:
    """Return which rights new files do not get here; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
