"""Outputs: write a file wholly or not at all, so that a full disk leaves no half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in place of what was there, which stays when that fails; the folder must exist. Raises OSError.

    Behind a link the file that it leads to is written, and a file keeps its rights. What is no file (a pipe, a device)
    cannot be replaced, and is written to.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """Return which rights new files do not get here; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
