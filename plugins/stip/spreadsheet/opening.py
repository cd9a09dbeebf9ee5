"""Opening: what kind of file it is, by what it holds rather than by its name, and its sheets."""

from __future__ import annotations

import datetime as dt
import io
import stat
import zipfile
from typing import TYPE_CHECKING

from stip.spreadsheet.cells import Book, SpreadsheetError
from stip.spreadsheet.moments import FIRST_YEAR, LAST_YEAR
from stip.spreadsheet.separated import read_separated
from stip.spreadsheet.workbook import read_workbook
from stip.text.reasons import reason as reason_of

if TYPE_CHECKING:
    from pathlib import Path

    from stip.text.words import Words

LARGEST = 30_000_000
"""Largest file, in bytes."""
_LARGEST_TEXT = 12_000_000
"""Largest one that is not packed, in bytes."""
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TEXTS = {".csv", ".tsv", ".txt", ".tab"}


def open_book(path: Path, words: Words) -> Book:
    """Read a spreadsheet. Raises SpreadsheetError, with what to do, for what is none or cannot be read."""
    try:
        found = path.stat()
        size, is_file = found.st_size, stat.S_ISREG(found.st_mode)  # a pipe waits, a device has no end
        data = path.read_bytes() if size <= LARGEST and is_file else b""
        saved = dt.datetime.fromtimestamp(found.st_mtime, tz=dt.UTC).date()
    except FileNotFoundError as error:
        raise _refused("missing", path, words) from error
    except OSError as error:
        raise _refused("unreadable", path, words, reason=reason_of(error, words)) from error
    if path.is_dir():
        raise _refused("folder", path, words)
    if not is_file:
        raise _refused("other", path, words)
    if size > LARGEST:
        raise _refused("too_large", path, words, size=size // 1_000_000, largest=LARGEST // 1_000_000)
    if size > _LARGEST_TEXT and not data.startswith(b"PK"):
        values = {"size": size // 1_000_000, "largest": _LARGEST_TEXT // 1_000_000}
        raise _refused("too_large", path, words, **values)
    if reason := _reason(data, path.suffix.lower()):
        raise _refused(reason, path, words)
    if data.startswith(b"PK"):
        book = read_workbook(data, path.name, words)
    else:
        book = read_separated(data, path.name, path.stem, words)
    book.changed = next((day for day in (book.changed, saved) if day and FIRST_YEAR <= day.year <= LAST_YEAR), None)
    return book


def _refused(code: str, path: Path, words: Words, **values: object) -> SpreadsheetError:
    return SpreadsheetError(words(f"spreadsheet.refused.{code}", file=path.as_posix(), **values))


def _reason(data: bytes, suffix: str) -> str:
    """Return why a file is not read, as a key of the catalogue; empty when it is."""
    if not data.strip():
        return "empty"
    if data.startswith(_OLD):
        return "locked" if _LOCKED in data else "old"
    if data.startswith(b"PK"):
        return _packed(data)
    head = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        return "page"
    binary = b"\0" in data[:4000] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "other" if binary or suffix not in _TEXTS else ""


def _packed(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return "damaged"
    if "xl/workbook.bin" in names:
        return "binary"
    if "content.xml" in names or "mimetype" in names:
        return "ods"
    if any(name.startswith(("Index/", "Index.zip")) for name in names):
        return "numbers"
    return "" if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names) else "other"
