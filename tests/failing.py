"""Let one change of the disk fail: the first, the second, and each later one, in a fresh folder each."""

from __future__ import annotations

import io
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_CHANGES = ("replace", "rename", "link", "unlink", "mkdir", "write", "fsync")


def failures(folder: Path, error: BaseException, work: Callable[[Path], object]) -> Iterator[tuple[Path, bool]]:
    """Yield a new folder below this one for each change that work does in it, and whether the error came out of it.

    `work` prepares the folder when it is not there, and else does what must hold.
    """
    for after in itertools.count():
        place = folder / str(after)
        work(place)
        calls, told = iter(range(10_000)), False

        def failing(real: Callable[..., Any], calls: Iterator[int] = calls, after: int = after) -> Callable[..., Any]:
            def change(*arguments: Any, **more: Any) -> Any:
                nonlocal told
                if next(calls) == after:
                    told = True
                    raise error
                return real(*arguments, **more)

            return change

        out = False
        with pytest.MonkeyPatch.context() as patched:
            for name in _CHANGES:
                patched.setattr(os, name, failing(getattr(os, name)))
            patched.setattr(io, "open", failing(io.open))
            try:
                work(place)
            except type(error):
                assert told, "it fails by itself"
                out = True
        if not told:
            return
        yield place, out
