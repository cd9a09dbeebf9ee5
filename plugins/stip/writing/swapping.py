"""Put a folder in place of another in one step, where the system has one."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from typing import TYPE_CHECKING

from stip.writing.whole import stage

if TYPE_CHECKING:
    from pathlib import Path

_HERE = -100
_EXCHANGE = 2
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def swap(new: Path, place: Path, aside: Path) -> None:
    """Let the folder `new` stand at `place`, and what stood there go; `new` is gone afterwards. Raises OSError.

    On Linux and macOS two folders change places in one step. Elsewhere, or on a disk that cannot, the old one is laid
    `aside` (a path on the same disk) first: who is killed just then has no folder at `place`, and the next
    call lays it back before anything else.
    """
    if aside.exists():
        if place.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(place)
    if not place.exists():
        try:
            new.rename(place)
        except OSError as error:
            _elsewhere(error, new, place, aside)
        return
    try:
        if not _in_one_step(new, place, aside):
            _in_two_steps(new, place, aside)
    except OSError as error:
        _elsewhere(error, new, place, aside)
    shutil.rmtree(aside, ignore_errors=True)


def _elsewhere(error: OSError, new: Path, place: Path, aside: Path) -> None:
    """Copy to the disk of the place first, when it is another."""
    if error.errno != errno.EXDEV:
        raise error
    with stage(place.parent) as folder:
        shutil.copytree(new, folder / "new")
        swap(folder / "new", place, folder / aside.name)
    shutil.rmtree(new, ignore_errors=True)


def _in_one_step(new: Path, place: Path, aside: Path) -> bool:
    """Let the new one change places under the name of what goes: or who swaps again would get the old one back."""
    new.rename(aside)
    done = False
    try:
        done = _exchange(aside, place)
    finally:
        if not done:
            aside.rename(new)
    return done


def _in_two_steps(new: Path, place: Path, aside: Path) -> None:
    place.rename(aside)
    try:
        new.rename(place)
    except BaseException:
        aside.rename(place)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where the system has no such step. Raises OSError."""
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        work, arguments = getattr(library, "renamex_np", None), (*names, _EXCHANGE)
    else:
        work = getattr(library, "renameat2", None)
        arguments = (_HERE, names[0], _HERE, names[1], _EXCHANGE)
    if work is None:
        return False
    if work(*arguments) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))
