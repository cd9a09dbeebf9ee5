"""What cannot be read is refused with what to do, quickly, and never with a traceback."""

from __future__ import annotations

import builtins
import datetime as dt
import io
import os
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from spreadsheet.reading import imported_bytes
from spreadsheet.shapes import plain_list, workbook
from stip.spreadsheet import opening
from stip.spreadsheet import workbook as reading_workbook
from stip.spreadsheet.cells import SpreadsheetError
from stip.spreadsheet.opening import open_book
from stip.spreadsheet.plan_sheet import can_write
from stip.text.words import words_for

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return file.getvalue()


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the plain list with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(plain_list())) as made:
        return packed({name: change(made.read(name)) if name == part else made.read(name) for name in made.namelist()})


SHEET = "xl/worksheets/sheet1.xml"
ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "zz">]>'
FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "old": ("plan.xls", lambda: OLE + b"\0" * 600, "Excel-werkmap (.xlsx)"),
    "locked": ("plan.xlsx", lambda: OLE + b"\0" * 9 + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    "ods": ("plan.ods", lambda: packed({"mimetype": b"x", "content.xml": b"<a/>"}), "LibreOffice"),
    "numbers": ("plan.numbers", lambda: packed({"Index/Document.iwa": b"x"}), "Numbers"),
    "binary": ("plan.xlsb", lambda: packed({"xl/workbook.bin": b"x"}), ".xlsb"),
    "page": ("plan.xls", lambda: b"\r\n<html><table><tr><td>1</td></tr></table>", "webpagina"),
    "damaged": ("plan.xlsx", lambda: plain_list()[:900], "beschadigd"),
    "damaged part": ("plan.xlsx", lambda: changed(SHEET, lambda part: part[:300]), "beschadigd"),
    "no workbook": ("plan.xlsx", lambda: packed({"[Content_Types].xml": b"<a/>", "xl/zz.xml": b"<a/>"}), "beschadigd"),
    "other zip": ("plan.zip", lambda: packed({"zz.txt": b"zz"}), "geen spreadsheet"),
    "picture": ("plan.png", lambda: b"\x89PNG\r\n\0\0\0", "geen spreadsheet"),
    "empty": ("plan.csv", lambda: b" \n", "leeg"),
    "entities": ("plan.xlsx", lambda: changed(SHEET, lambda part: ENTITY + part.split(b"?>", 1)[-1]), "XML"),
    "entities elsewhere": ("plan.xlsx", lambda: changed("xl/styles.xml", lambda part: ENTITY + part), "XML"),
    "quote": ("plan.csv", lambda: b'a;b\n"' + b"x" * 11_000_000, "beschadigd"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_none_says_what_to_do(name: str, tmp_path: Path) -> None:
    file, make, said = FILES[name]
    path = tmp_path / file
    path.write_bytes(make())
    with pytest.raises(SpreadsheetError) as caught:
        open_book(path, words_for("nl"))
    assert said in str(caught.value)
    assert path.as_posix() in str(caught.value) or file in str(caught.value)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none.xlsx", "none.xlsx"), (tmp_path, "map")):
        with pytest.raises(SpreadsheetError, match=said):
            open_book(path, words_for("nl"))


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv"])
def test_a_huge_sheet_is_one_sentence(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_workbook, "MOST_CELLS", 8)
    monkeypatch.setattr("stip.spreadsheet.separated.MOST_CELLS", 8)
    (tmp_path / name).write_bytes(plain_list() if name == "plan.xlsx" else b"a;b\n" * 9)
    with pytest.raises(SpreadsheetError, match="meer dan 8 gevulde cellen"):
        open_book(tmp_path / name, words_for("nl"))


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is small when packed and huge when not is known from its own list of files."""
    monkeypatch.setattr(reading_workbook, "_LARGEST", 1_000_000)
    (tmp_path / "plan.xlsx").write_bytes(changed(SHEET, lambda part: part + b" " * 1_000_000))
    with pytest.raises(SpreadsheetError, match="als het is uitgepakt"):
        open_book(tmp_path / "plan.xlsx", words_for("nl"))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 10)
    (tmp_path / "plan.csv").write_bytes(b"a;b;c;d;e;f;g")
    with pytest.raises(SpreadsheetError, match="MB"):
        open_book(tmp_path / "plan.csv", words_for("nl"))


def test_a_million_empty_cells_cost_nothing(tmp_path: Path) -> None:
    """A sheet that was coloured to its last row, with whole columns merged and hidden."""
    rows = b"".join(
        b'<row r="%d" spans="1:4"><c r="A%d" s="1"/><c r="B%d" s="1"></c><c r="C%d" s="1"/></row>' % ((n,) * 4)
        for n in range(6, 60_000)
    )
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="K1:L1048576"/></mergeCells>'
    data = changed(SHEET, lambda part: part.replace(b"</sheetData>", rows + merged))
    began = time.process_time()
    made = imported_bytes(data, tmp_path)
    assert len(made.draft.steps) == 4
    assert time.process_time() - began < 4


CELL = b'<c r="A9">'


@pytest.mark.parametrize(
    "piece",
    [
        b"<c ",
        b"<c>",
        CELL,
        CELL + b"<f>",
        b"<f",
        b"<row ",
        b'r="1" ',
        b"<mergeCells>",
        b'<hyperlink ref="',
        b"<tableParts ",
        b" ",
    ],
)
def test_a_sheet_that_never_ends_is_refused_soon(piece: bytes, tmp_path: Path) -> None:
    """What opens a thousand times and never closes takes no time that grows with its square."""
    data = changed(SHEET, lambda part: part.replace(b"</sheetData>", b"<row " + piece * 30_000 + b"</sheetData>"))
    began = time.process_time()
    with pytest.raises(SpreadsheetError, match="beschadigd"):
        imported_bytes(data, tmp_path)
    assert time.process_time() - began < 2


WIDE = b'<hyperlinks><hyperlink location="x" ref = "A1:XFD1048576">%s</hyperlinks>'


@pytest.mark.parametrize("end", [b"</hyperlink>", b"<x/></hyperlink>"])
def test_a_link_of_a_million_cells_is_no_cell(end: bytes, tmp_path: Path) -> None:
    """Openpyxl would make each of them."""
    data = changed(SHEET, lambda part: part.replace(b"</sheetData>", b"</sheetData>" + WIDE % end))
    began = time.process_time()
    assert len(imported_bytes(data, tmp_path).draft.steps) == 4
    assert time.process_time() - began < 2


@pytest.mark.parametrize("ref", [b"A1:XFD1048576", b"1:1048576", b"A"])
def test_a_note_of_a_million_cells_is_refused(ref: bytes, tmp_path: Path) -> None:
    def noted(book: Any) -> None:
        book.active["A1"].comment = Comment("zz", "zz")

    with zipfile.ZipFile(io.BytesIO(workbook({"Plan": [["Stap", "Wanneer"], ["Een", "2027"]]}, noted))) as made:
        parts = {name: made.read(name).replace(b'ref="A1"', b'ref="' + ref + b'"') for name in made.namelist()}
    with pytest.raises(SpreadsheetError, match="beschadigd"):
        imported_bytes(packed(parts), tmp_path)


def test_a_coloured_sheet_without_end_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_workbook, "_MOST_TAGS", 1000)
    data = changed(SHEET, lambda part: part.replace(b"</sheetData>", b"<row/>" * 2000 + b"</sheetData>"))
    with pytest.raises(SpreadsheetError, match="uitgepakt"):
        imported_bytes(data, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no place there")
def test_what_has_no_end_is_no_spreadsheet(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.csv")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    for name in ("plan.csv", "zero.csv"):
        with pytest.raises(SpreadsheetError, match="geen spreadsheet"):
            open_book(tmp_path / name, words_for("nl"))


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A CSV is read all the same, and a site has no spreadsheet."""
    whole = builtins.__import__

    def lacking(name: str, *rest: Any, **more: Any) -> Any:
        if name == "openpyxl":
            raise ImportError(name)
        return whole(name, *rest, **more)

    (tmp_path / "plan.xlsx").write_bytes(plain_list())
    monkeypatch.setattr(builtins, "__import__", lacking)
    with pytest.raises(SpreadsheetError, match=r"mkdocs-stip\[excel\]"):
        open_book(tmp_path / "plan.xlsx", words_for("nl"))
    assert not can_write()
    assert len(imported_bytes(b"Stap;Wanneer\nEen;2027\n", tmp_path, "plan.csv").draft.steps) == 1


def test_dates_count_from_1904_where_the_file_says_so(tmp_path: Path) -> None:
    def old(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904

    rows = [["Stap", "Wanneer"], ["Een", dt.date(2027, 3, 4)], ["Twee", 45_000]]
    made = imported_bytes(workbook({"Plan": rows}, old), tmp_path)
    assert [step.fields["when"] for step in made.draft.steps] == ["2027-03-04", "2027-03-16"]
    assert made.doubts == ["department_none Plan!A2", "period_number Plan!B3"]


def test_a_date_that_shows_no_day_is_a_month(tmp_path: Path) -> None:
    """Excel makes `sep-26` the first of that month."""

    def formats(book: Any) -> None:
        book.active["B2"].number_format = "mmm-yy"
        book.active["B3"].number_format = "yyyy"
        book.active["C2"].number_format = "0%"

    rows = [["Stap", "Wanneer", "Voortgang"], ["Een", dt.date(2026, 9, 1), 0.5], ["Twee", dt.date(2027, 1, 1), None]]
    made = imported_bytes(workbook({"Plan": rows}, formats), tmp_path)
    assert [step.fields["when"] for step in made.draft.steps] == ["2026-09", "2027"]
    assert made.draft.steps[0].fields["status"] == "running"
    assert "# Voortgang: 50% (rij 2, kolom C)" in made.said
