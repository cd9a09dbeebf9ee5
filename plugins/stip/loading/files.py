"""Files: the text of an input file, or the reason why it cannot be read as text."""

from __future__ import annotations

import os
import re
import stat
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from stip.closed import real
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
_HARMLESS = bytes({9, 10, 13, *range(0x20, 0x100)} - {0x7F})
_SUSPECT = (b"<<<<<<<", b">>>>>>>", *(sign.encode()[:3] for sign in "\u202d\u202e\u2028\u2029"), "\uffff".encode()[:2])
_HIGH_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
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
    try:
        if odd := _odd(path.stat(), Place(name)):
            return None, [odd]
        data = path.read_bytes()
    except FileNotFoundError:
        return None, [Finding("file_missing", Place(name))]
    except (OSError, ValueError):  # the last for a name that no disk takes
        return None, [Finding("file_unreadable", Place(name))]
    return _decoded(data, name)


def _odd(found: os.stat_result, place: Place) -> Finding | None:
    """Say why something is no file that can be read whole."""
    if stat.S_ISDIR(found.st_mode):
        return Finding("file_is_folder", place)
    if not stat.S_ISREG(found.st_mode):  # a pipe waits for who never writes, a device has no end
        return Finding("file_special", place)
    if found.st_size > LARGEST:
        return Finding("file_too_large", place, {"size": found.st_size // 1_000_000, "largest": LARGEST // 1_000_000})
    return None


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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _checked(text, name) if _is_suspect(data) else (text, [])


def _is_suspect(data: bytes) -> bool:
    """Tell quickly whether there can be anything in a text that `_checked` looks for; in most there is not."""
    return (
        bool(data.translate(None, _HARMLESS))
        or any(sign in data for sign in _SUSPECT)
        or _HIGH_CONTROL.search(data) is not None
    )


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
