"""Writing: put the files of a new site in a folder, all of them or none, and never in place of another."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from stip.writing import stage, write_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def taken(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Return which of these slash paths cannot be written in a folder, for something stands there already.

    What stands where a folder must come is named itself; a link counts as what it is, whatever it leads to.
    """
    found: dict[str, None] = {}
    for name in names:
        parts = name.split("/")
        above = ("/".join(parts[:end]) for end in range(1, len(parts)))
        blocked = next((part for part in above if _blocks(folder / part)), None)
        if blocked or os.path.lexists(folder / name):
            found[blocked or name] = None
    return tuple(found)


def write_site(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files, {slash path: content}, to a folder that is new, empty, or has none of them.

    When anything fails or is broken off, all that was written is taken away again; when the program is killed, by the
    next one that looks there (`put_back`). Raises OSError; FileExistsError
    when a file came to stand there in the meantime.
    """
    if os.path.lexists(folder):
        contents = {folder.joinpath(*name.split("/")): content for name, content in files.items()}
        write_together(folder, contents, fresh=True)
    else:
        _make(folder, files)


def _blocks(path: Path) -> bool:
    """Tell whether something stands where a folder of our own must come."""
    return os.path.lexists(path) and (path.is_symlink() or not path.is_dir())


def _make(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write beside a folder that does not exist, and give the whole its name in one move."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - a name with `..` in it is meant as it is read
    made = _new_folders(folder.parent)
    try:
        with stage(folder.parent) as part:
            for name, content in files.items():
                target = part.joinpath(*name.split("/"))
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            part.rename(folder)
    except BaseException as error:
        _remove(made)
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(folder), None  # nobody knows what it was called until then
        raise


def _new_folders(folder: Path) -> list[Path]:
    """Make a folder and what is missing above it; return what was made, from above."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    made: list[Path] = []
    try:
        for path in reversed(missing):
            path.mkdir()
            made.append(path)
    except BaseException:
        _remove(made)
        raise
    return made


def _remove(made: Iterable[Path]) -> None:
    """Take away the folders that were made; what others put in them meanwhile stays, and so do they."""
    for path in reversed([*made]):
        with contextlib.suppress(OSError):  # not empty, or gone
            path.rmdir()
