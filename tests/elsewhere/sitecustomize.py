"""Another machine: Python reads this first when its folder is on the path, and finds files in another order."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

_listdir, _scandir = os.listdir, os.scandir


def _order(name: Any) -> bytes:
    """Return by what names are ordered: nothing that anybody would expect."""
    return hashlib.sha256(os.fsencode(name)).digest()


class _Entries(AbstractContextManager[Any]):
    """What `os.scandir` returns, in that order."""

    def __init__(self, entries: list[Any]) -> None:
        self._entries = iter(entries)

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        return next(self._entries)

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._entries = iter(())


def _scanned(path: Any = ".") -> Any:
    with _scandir(path) as entries:
        return _Entries(sorted(entries, key=lambda entry: _order(entry.name)))


def _listed(path: Any = ".") -> Any:
    return sorted(_listdir(path), key=_order)


os.listdir = _listed
os.scandir = _scanned
os.cpu_count = lambda: 7
os.umask(0o077)
