"""Keep what is made of files of this package alone beside them, as Python keeps what it compiled: in `__pycache__`.

It is read as a program is, so that it never stands in a project: whoever can write here can change the program itself.
Python's own switches hold: with `-B` nothing is written, and PYTHONPYCACHEPREFIX says where.
"""

from __future__ import annotations

import functools
import hashlib
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from stip.cache import put

_ENDING = ".kept"
_SEALED = 65
"""How long a seal is, in bytes."""


def found(name: str, mark: str) -> bytes | None:
    """Return what is kept under a name; None when it is not there, or was made of something else than `mark` says."""
    try:
        with _place(name).open("rb") as stream:
            seal, content = stream.readline(_SEALED), stream.read()
    except (OSError, NotImplementedError):  # there are Pythons that keep nothing
        return None
    return content if seal == _seal(mark, content) else None


def keep(name: str, mark: str, content: bytes) -> None:
    """Keep what was made in place of what was there; where that cannot be written, it is made again each time."""
    if not sys.dont_write_bytecode:
        with suppress(OSError, NotImplementedError):
            put(_place(name), _seal(mark, content) + content)
            _place(name).chmod(Path(__file__).stat().st_mode & 0o666)  # who can read the program can read this


def _place(name: str) -> Path:
    return _folder() / f"{name}.{sys.implementation.cache_tag}{_ENDING}"


@functools.cache
def _folder() -> Path:
    return Path(cache_from_source(__file__)).parent


def _seal(mark: str, content: bytes) -> bytes:
    return hashlib.sha256(mark.encode() + b"\0" + content).hexdigest().encode("ascii") + b"\n"
