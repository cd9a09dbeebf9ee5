"""Write many files at once: all of them or none, and what was broken off half-way is put back by who comes next.

What will be written stands in a folder `.stip-work` first, and what it replaces beside it; then a list of both is
written, and only then does anything change, one file after the other. While there is such a list and nobody holds it,
a program was killed: everything that the list names gets back what it held.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stip.closed import is_outside
from stip.writing.whole import hold, is_left, sync_folder, write_lasting, write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

WORK = ".stip-work"
"""The folder, in the one that changes, of what is being written there."""
_HELD, _LIST = "held", "list.json"


def write_together(
    folder: Path,
    contents: Mapping[Path, bytes | None],
    *,
    like: Mapping[Path, Path] | None = None,
    fresh: bool = False,
    lasting: bool = True,
) -> None:
    """Write each file what it is to hold, or remove it for None; when anything fails, all are as they were.

    `folder` is there, and is where a later `put_back` looks. Every file keeps its rights; a new one
    has those of another when `like` names one. With `fresh` nothing may be written over. With `lasting` all of it is
    on the disk when this returns.
    Raises OSError with the file that could not be written; FileExistsError for one that is not fresh.
    """
    put_back(folder)
    work = folder / WORK
    try:
        work.mkdir()
    except FileExistsError as error:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(folder)) from error
    except OSError as error:
        error.filename = str(folder)
        raise
    held = -1
    try:
        held = os.open(work / _HELD, os.O_CREAT | os.O_RDWR)
        hold(held)
        _write(folder, contents, like or {}, fresh=fresh, lasting=lasting)
    finally:
        if held >= 0:
            os.close(held)
        if not (work / _LIST).exists():  # else it could not be put back now: whoever comes next tries again
            shutil.rmtree(work, ignore_errors=True)


def put_back(folder: Path) -> tuple[Path, ...] | None:
    """Put back what was broken off in a folder, and return which files were changed since by others, and stay so.

    None when there was nothing to put back, or somebody is still at it. Raises OSError; EILSEQ for a list of what was
    broken off that cannot be read, or is of another folder: then all stays, for somebody to look at.
    """
    work = folder / WORK
    held = work / _HELD
    if not work.is_dir() or (held.exists() and not is_left(held)):
        return None
    begun = (work / _LIST).is_file()
    stay = _undo(folder)
    shutil.rmtree(work, ignore_errors=True)
    return stay if begun else None


@dataclass(frozen=True)
class _Entry:
    """What happens to one file: where what it holds before and after is kept, and a mark of what it holds after."""

    path: Path
    old: Path | None
    new: Path | None
    mark: str

    @classmethod
    def read(cls, work: Path, number: int, one: Mapping[str, Any]) -> _Entry:
        """Read an entry of the list. Raises KeyError or TypeError for what is none."""
        old, new = work / f"{number}.old", work / f"{number}.new"
        return cls(Path(one["path"]), old if one["old"] else None, new if one["new"] else None, str(one["mark"]))


def _write(
    folder: Path, contents: Mapping[Path, bytes | None], like: Mapping[Path, Path], *, fresh: bool, lasting: bool
) -> None:
    work = folder / WORK
    entries = _stage_all(work, contents, like, fresh=fresh, lasting=lasting)
    made = list(dict.fromkeys(above for path in contents for above in reversed(_missing(path.parent))))
    listed = [
        {"path": _way(one.path, folder), "old": bool(one.old), "new": bool(one.new), "mark": one.mark}
        for one in entries
    ]
    text = json.dumps({"files": listed, "folders": [_way(one, folder) for one in made], "at": _at(work)})
    try:
        write_whole(work / _LIST, text.encode())
        for entry in sorted(entries, key=lambda one: one.new is not None):  # what goes makes room
            try:
                _apply(folder, entry, fresh=fresh)
            except OSError as error:
                error.filename, error.filename2 = str(entry.path), None
                raise
        if lasting:
            for parent in dict.fromkeys(path.parent for path in contents):
                sync_folder(parent)
        (work / _LIST).unlink()  # from here on there is nothing to put back
    except BaseException:
        _undo(folder)
        raise


def _stage_all(
    work: Path, contents: Mapping[Path, bytes | None], like: Mapping[Path, Path], *, fresh: bool, lasting: bool
) -> list[_Entry]:
    """Write all that is to come where it is in nobody's way; what is so already needs nothing."""
    entries: list[_Entry] = []
    for path, content in contents.items():
        try:
            if fresh and os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            if path not in like and _now(path) == content and os.path.lexists(path) == (content is not None):
                continue  # it is so already
            number = len(entries)
            entries.append(_staged(work, number, path, content, lasting=lasting))
            if path in like and content is not None:
                shutil.copymode(like[path], work / f"{number}.new")
        except OSError as error:
            error.filename, error.filename2 = str(path), None
            raise
    return entries


def _staged(work: Path, number: int, path: Path, content: bytes | None, *, lasting: bool) -> _Entry:
    """Write what a file is to hold where it is in nobody's way, and keep what it holds."""
    old, new = work / f"{number}.old", work / f"{number}.new"
    there = os.path.lexists(path)
    if content is not None:
        handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
        try:
            if lasting:
                write_lasting(handle, content)
            else:
                with os.fdopen(handle, "wb", closefd=False) as file:
                    file.write(content)
        finally:
            os.close(handle)
        if there:
            shutil.copymode(path, new)
    if there:
        try:
            os.link(path, old)
        except OSError:  # a disk without links, or another disk
            shutil.copy2(path, old)
    return _Entry(path, old if there else None, new if content is not None else None, _mark(content))


def _apply(folder: Path, entry: _Entry, *, fresh: bool) -> None:
    if entry.new is None:
        entry.path.unlink(missing_ok=True)
        _remove_empty(entry.path.parent, folder)
        return
    entry.path.parent.mkdir(parents=True, exist_ok=True)
    if fresh and os.path.lexists(entry.path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(entry.path))
    _move(entry.new, entry.path)


def _undo(folder: Path) -> tuple[Path, ...]:
    """Give every file of the list what it held; return those that hold something else by now."""
    work = folder / WORK
    try:
        listed: Any = json.loads((work / _LIST).read_text("utf-8"))
        own = listed["at"] == _at(work)  # else it came along with a copy, or from a stranger: nothing outside is its
        files = [{**one, "path": _place(one["path"], folder, own=own)} for one in listed["files"]]
        entries = [_Entry.read(work, number, one) for number, one in enumerate(files)]
        folders = [_place(made, folder, own=own) for made in listed["folders"]]
    except FileNotFoundError:
        return ()  # nothing was changed yet
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), str(work / _LIST)) from error
    stay = [entry.path for entry in reversed(entries) if not _undone(entry)]
    for made in reversed(folders):
        with suppress(OSError):
            made.rmdir()
    (work / _LIST).unlink(missing_ok=True)
    return tuple(reversed(stay))


def _undone(entry: _Entry) -> bool:
    """Give a file what it held; tell whether it does, for what others wrote since stays."""
    now, path = _now(entry.path), entry.path
    if entry.old and entry.old.exists():
        if now is None or (entry.new and _mark(now) == entry.mark):
            path.parent.mkdir(parents=True, exist_ok=True)
            _move(entry.old, path)
            return True
        return now == entry.old.read_bytes()
    if entry.old is None and now is not None and entry.new and not entry.new.exists():
        if _mark(now) != entry.mark:
            return False
        path.unlink()
    return True


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write_whole(target, source.read_bytes())  # behind a link, on another disk


def _way(path: Path, folder: Path) -> str:
    """Return a path as seen from the folder, so that a copy of all of it is put back in itself; a link stays one."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive on Windows
        return os.path.abspath(path)  # noqa: PTH100 - a link stays one


def _place(way: str, folder: Path, *, own: bool) -> Path:
    """Return where a path of a list is. Raises ValueError for one that leaves the folder in a list that is not own."""
    path = Path(os.path.normpath(folder / way))
    if not own and is_outside(path.parent, folder):
        raise ValueError(way)
    return path


def _at(work: Path) -> list[int]:
    """Return what no copy of a folder has: where the disk keeps what is held."""
    told = (work / _HELD).stat()
    return [told.st_dev, told.st_ino]


def _now(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _mark(content: bytes | None) -> str:
    return "" if content is None else hashlib.sha256(content).hexdigest()


def _missing(folder: Path) -> list[Path]:
    """Return the folders that are not there yet, from below."""
    return [path for path in (folder, *folder.parents) if not path.exists()]


def _remove_empty(folder: Path, root: Path) -> None:
    """Remove a folder in which nothing is left, and those above it; the root and what is not below it stay."""
    with suppress(OSError):
        while folder != root and folder.is_relative_to(root):
            folder.rmdir()
            folder = folder.parent
