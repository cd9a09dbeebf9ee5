"""Files: the text of an input file, or the reason why it cannot be read as text."""

from __future__ import annotations

import os
import re
import stat
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from stip.loading.findings import Finding
from stip.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LARGEST = 10_000_000
"""Largest input file, in bytes."""

_MARKER = re.compile(r"^(<{7}|={7}|>{7})(?= |$)", re.MULTILINE)
_STRANGE = re.compile("[\x80-\x9f\ufffd\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
"""What no text holds on purpose; U+202D and U+202E turn round all that follows them on their line."""
_INSTEAD: ContextVar[Mapping[Path, bytes | None]] = ContextVar("instead", default={})  # noqa: B039 - nobody changes it
_REPLACED = {**dict.fromkeys(range(0x80, 0xA0), "\ufffd"), 0x2028: " ", 0x2029: " "}


@contextmanager
def instead(contents: Mapping[Path, bytes | None]) -> Iterator[None]:
    """Read these contents, by their resolved path, in place of what is on the disk; None where there is to be no file.

    So what would be written can be loaded, and judged, before anything is.
    """
    token = _INSTEAD.set(contents)
    try:
        yield
    finally:
        _INSTEAD.reset(token)


def listed(folder: Path, pattern: str) -> list[Path]:
    """Return the paths in a folder whose names match a pattern, by name."""
    found = {path.name: path for path in folder.glob(pattern)}
    if others := _INSTEAD.get():
        root = real(folder)
        for path, content in others.items():
            if path.parent == root and path.match(pattern):
                found.pop(path.name, None)
                found |= {path.name: folder / path.name} if content is not None else {}
    return [found[name] for name in sorted(found)]


def is_there(path: Path) -> bool:
    """Tell whether there is such a file."""
    others = _INSTEAD.get()
    if others and (there := real(path)) in others:
        return others[there] is not None
    return path.is_file()


def shown(path: Path) -> str:
    """Return a path as the user knows it: relative to where they stand, with slashes."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()


def read_text(path: Path) -> tuple[str | None, list[Finding]]:
    """Read a text file as UTF-8, every line ended by LF; None when it cannot be read, with all findings."""
    name = shown(path)
    others = _INSTEAD.get()
    if others and (there := real(path)) in others:
        content = others[there]
        return _decoded(content, name) if content is not None else (None, [Finding("file_missing", Place(name))])
    read = _content(path)
    return _decoded(read, name) if isinstance(read, bytes) else (None, [read])


def _content(path: Path) -> bytes | Finding:
    """Return what a file holds, or why it is not read: a pipe waits for who never writes, a device has no end."""
    place = Place(shown(path))
    try:
        found = path.stat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST:
            return path.read_bytes()
    except FileNotFoundError:
        return Finding("file_missing", place)
    except (OSError, ValueError):  # the last for a name that no disk takes
        return Finding("file_unreadable", place)
    if stat.S_ISREG(found.st_mode):
        values = {"size": found.st_size // 1_000_000, "largest": LARGEST // 1_000_000}
        return Finding("file_too_large", place, values)
    return Finding("file_is_folder" if stat.S_ISDIR(found.st_mode) else "file_special", place)


def real(path: Path) -> Path:
    """Return what a path leads to through its links; those that go round lead nowhere, and make no error."""
    return Path(os.path.realpath(path))


def is_outside(path: Path, *folders: Path) -> bool:
    """Tell whether a path leads, through a link, to what lies in none of these folders."""
    return not any(real(path).is_relative_to(real(folder)) for folder in folders)


def _decoded(data: bytes, name: str) -> tuple[str | None, list[Finding]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[1:4:2]:
        return None, [Finding("utf16", Place(name))]
    if b"\0" in data:
        return None, [Finding("file_binary", Place(name))]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        head = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = len(head.decode("utf-8", "replace")) + 1
        values = {"byte": f"0x{data[error.start]:02X}"}
        return None, [Finding("not_utf8", Place(name, line, column), values)]
    return _checked(text.replace("\r\n", "\n").replace("\r", "\n"), name)


def _checked(text: str, name: str) -> tuple[str | None, list[Finding]]:
    """Refuse merge markers and control characters; warn about signs of a damaged text."""
    marker = _MARKER.search(text)
    if marker and (marker[0] != "=======" or "<<<<<<<" in text):
        return None, [Finding("merge_marker", _place(text, name, marker.start()))]
    if control := _CONTROL.search(text):
        return None, [control_character(control[0], _place(text, name, control.start()))]
    strange = _STRANGE.search(text)
    if strange is None:
        return text, []
    values: dict[str, object] = {
        "sign": f"U+{ord(strange[0]):04X}",
        "count": len(_STRANGE.findall(text)),
    }
    place = _place(text, name, strange.start())
    return text.translate(_REPLACED), [Finding("strange_characters", place, values)]


def control_in(text: str) -> str:
    """Return the first sign of a text that none holds on purpose; empty when there is none."""
    found = _CONTROL.search(text)
    return found[0] if found else ""


def control_character(sign: str, place: Place) -> Finding:
    """Make the finding for a sign that no text holds on purpose."""
    return Finding("control_character", place, {"sign": f"U+{ord(sign):04X}"})


def _place(text: str, name: str, start: int) -> Place:
    return Place(name, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
