"""Writing: put the files of a new site in a folder, all of them or none, and never in place of another."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

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

    When anything fails or is broken off, all that was written is taken away again. Raises OSError; FileExistsError
    when a file came to stand there in the meantime.
    """
    if os.path.lexists(folder):
        _fill(folder, files)
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
        part = _unnamed(folder.parent)
        try:
            _fill(part, files)
            part.rename(folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    except BaseException:
        _remove((), made)
        raise


def _unnamed(parent: Path) -> Path:
    """Make a folder that nobody uses; not one of `tempfile`, for those are closed to colleagues and stay so."""
    for number in itertools.count(1):
        path = parent / f".stip-new-{number}"
        with contextlib.suppress(FileExistsError):
            path.mkdir()
            return path
    raise AssertionError


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files where none stands; take back all of them when one cannot be written."""
    written: list[Path] = []
    made: list[Path] = []
    try:
        for name, content in files.items():
            target = folder.joinpath(*name.split("/"))
            made += _new_folders(target.parent)
            with target.open("xb") as file:
                written.append(target)
                file.write(content)
    except BaseException:
        _remove(written, made)
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
        _remove((), made)
        raise
    return made


def _remove(written: Iterable[Path], made: Iterable[Path]) -> None:
    """Take away what was made; what others put in our folders meanwhile stays, and so do those folders."""
    for path in written:
        path.unlink(missing_ok=True)
    for path in reversed([*made]):
        try:
            path.rmdir()
        except OSError:  # not empty, or gone
            continue
