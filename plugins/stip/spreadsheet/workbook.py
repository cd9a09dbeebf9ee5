"""Workbook: the sheets of an .xlsx; the owner of openpyxl where it reads.

A workbook is slimmed before openpyxl sees it: of a sheet with a million empty cells in a colour, or a merged column
from top to bottom, it would make as many objects. What is left is counted, so that no file takes all memory.
"""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

from stip.periods import Precision
from stip.spreadsheet.cells import Area, Book, Cell, Grid, Spot, SpreadsheetError, cleaned, written
from stip.spreadsheet.extra import openpyxl_or_refuse

if TYPE_CHECKING:
    from stip.text.words import Words

MOST_CELLS = 300_000
"""Most cells that hold something, in a whole file."""
_LARGEST = 400_000_000
"""Most bytes that a file may become when it is unpacked."""
_MOST_TAGS = 6_000_000
"""Most tags in a sheet, of which a coloured one has millions: to take out those of nothing takes a second each."""
_ENTITY = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\s[^<>]*/>|<((?:\w+:)?c)\s[^<>]*>\s*</\1>")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]*/>|<((?:\w+:)?row)(?:\s[^<>]*)?>\s*</\1>")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_ELSEWHERE = re.compile(rb"</?(?:\w+:)?(?:mergeCell|tablePart)\b[^<>]*>")
"""What we read ourselves, and what leads to parts that we leave out."""
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s([^<>]*)>|</(?:\w+:)?hyperlink>")
_COMMENT = re.compile(rb"<(?:\w+:)?comment\s([^<>]*)>")
_REF = re.compile(rb"\bref\s*=\s*[\"']([^\"']*)[\"']")
_ONE_CELL = re.compile(rb"\$?[A-Z]{1,3}\$?\d{1,7}")
_STYLE = re.compile(rb"<(?:\w+:)?xf[\s/>]")
_MOST_STYLES = 130_000
"""Most styles of cells: twice what Excel itself takes."""
_ROW = re.compile(rb"<(?:\w+:)?row\s([^<>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^<>]*)>")
_HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_NUMBER = re.compile(rb"\br=[\"'](\d+)[\"']")
_FILLED = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*)>((?:[^<]++|<(?!/?(?:\w+:)?c[\s>]))*+)</(?:\w+:)?c>"  # never past the next cell
)
_SPOT = re.compile(rb"\br=[\"']([A-Z]+)(\d+)[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^<>]*)?>[^<]")
_INSIDE = re.compile(rb"<(?:\w+:)?f\b[^<>]*>([^<]*)<")
_NEEDED = re.compile(rb"relationships/(?:comments|hyperlink)[\"']")
_RELATION = re.compile(rb"<Relationship\s[^<>]*/>")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_SHEET_RELATIONS = re.compile(r"xl/worksheets/_rels/[^/]+\.rels")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class _Seen(NamedTuple):
    """What was seen of a sheet before openpyxl read it."""

    merged: tuple[Area, ...]
    rows: frozenset[int]
    columns: frozenset[int]
    unknown: dict[tuple[int, int], str]
    """Formulas of which the value was not kept, by (row, column)."""


_NOTHING = _Seen((), frozenset(), frozenset(), {})


def read_workbook(data: bytes, name: str, words: Words) -> Book:
    """Read an .xlsx. Raises SpreadsheetError for one that is damaged, too large, or not what it seems."""
    openpyxl = openpyxl_or_refuse(words)
    try:
        slim, seen = _slimmed(data, name, words)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep when it writes: we only read
            reader = openpyxl.reader.excel.ExcelReader(
                io.BytesIO(slim), data_only=True, keep_links=False, rich_text=True
            )
            reader.read()
            there = [rel.target for _, rel in reader.parser.find_sheets() if "chartsheet" not in rel.Type]
            parts = [target for target in there if target in reader.valid_files]
            return _book(reader.wb, name, [seen.get(target, _NOTHING) for target in parts])
    except SpreadsheetError:
        raise
    except Exception as error:
        raise SpreadsheetError(words("spreadsheet.refused.damaged", file=name)) from error


def _slimmed(data: bytes, name: str, words: Words) -> tuple[bytes, dict[str, _Seen]]:
    """Return the file without what holds nothing, and what was seen of each of its sheets, by their parts."""
    found: dict[str, _Seen] = {}
    count, target = 0, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(target, "w") as slim:
        if sum(item.file_size for item in packed.infolist()) > _LARGEST:
            raise SpreadsheetError(words("spreadsheet.refused.too_many", file=name, most=MOST_CELLS))
        for item in packed.infolist():
            if not item.filename.endswith((".xml", ".rels")):
                continue
            part = packed.read(item)
            if _ENTITY.search(part) or part.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise SpreadsheetError(words("spreadsheet.refused.entities", file=name))
            if _SHEET.fullmatch(item.filename):
                tags = part.count(b"<")
                if tags <= _MOST_TAGS:
                    part, found[item.filename] = _sheet(part)
                    count += len(_CELL.findall(part))
                if tags > _MOST_TAGS or count > MOST_CELLS:
                    raise SpreadsheetError(words("spreadsheet.refused.too_many", file=name, most=MOST_CELLS))
            elif len(_STYLE.findall(part)) > _MOST_STYLES or not all(map(_is_cell, _COMMENT.finditer(part))):
                raise SpreadsheetError(words("spreadsheet.refused.damaged", file=name))
            elif _SHEET_RELATIONS.fullmatch(item.filename):
                part = _RELATION.sub(lambda match: match[0] if _NEEDED.search(match[0]) else b"", part)
            slim.writestr(item.filename, part)
    return target.getvalue(), found


def _sheet(part: bytes) -> tuple[bytes, _Seen]:
    merged = tuple(
        Area(int(match[2]), _column(match[1]), int(match[4]), _column(match[3])) for match in _MERGED.finditer(part)
    )
    slim = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", _LINK.sub(_narrow_link, _ELSEWHERE.sub(b"", part))))
    shut = (match[1] for match in _ROW.finditer(slim) if _HIDDEN.search(match[1]))
    rows = frozenset(int(number[1]) for number in map(_NUMBER.search, shut) if number)
    columns: set[int] = set()
    for match in _COLUMN.finditer(slim):
        if _HIDDEN.search(match[1]):
            ends = {key: int(value) for key, value in re.findall(rb"\b(min|max)=[\"'](\d+)[\"']", match[1])}
            columns.update(range(ends.get(b"min", 1), min(ends.get(b"max", 1), 16_384) + 1))
    unknown: dict[tuple[int, int], str] = {}
    if b"f>" in slim or b"f " in slim:
        for match in _FILLED.finditer(slim):
            spot = _SPOT.search(match[1])
            if spot and _FORMULA.search(match[2]) and not _VALUE.search(match[2]):
                inside = _INSIDE.search(match[2])
                formula = html.unescape(inside[1].decode("utf-8", "replace")) if inside else ""
                unknown[int(spot[2]), _column(spot[1])] = f"={formula}"
    return slim, _Seen(merged, rows, frozenset(columns), unknown)


def _is_cell(tag: re.Match[bytes]) -> bool:
    """Tell whether a tag is about one cell: for a range openpyxl would make every cell in it."""
    ref = _REF.search(tag[1])
    return ref is None or _ONE_CELL.fullmatch(ref[1]) is not None


def _narrow_link(tag: re.Match[bytes]) -> bytes:
    """Return the tag of a link, closed in itself; nothing of one that is about more than a cell."""
    if not tag[1] or not _is_cell(tag):
        return b""
    return tag[0] if tag[1].endswith(b"/") else tag[0][:-1] + b"/>"


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number


def _book(opened: Any, name: str, seen: list[_Seen]) -> Book:
    grids = []
    for sheet, part in zip(opened.worksheets, seen, strict=True):
        hidden = sheet.sheet_state != "visible"
        grid = Grid(_title(sheet.title), {}, part.merged, hidden, part.rows, part.columns)
        for cell in sheet._cells.values():  # noqa: SLF001 - only those that are there, not all between
            _add(cell, grid, part)
        for (row, column), formula in part.unknown.items():
            if (row, column) not in grid.cells:
                spot = Spot(grid.name, row, column)
                grid.cells[row, column] = Cell(spot, None, formula, flaw="formula")
        grids.append(grid)
    changed = opened.properties.modified
    epoch = opened.epoch.date() if isinstance(opened.epoch, dt.datetime) else opened.epoch
    return Book(name, grids, changed.date() if isinstance(changed, dt.datetime) else None, epoch)


def _title(title: str) -> str:
    return cleaned(title)[0] or "?"


def _add(cell: Any, grid: Grid, part: _Seen) -> None:
    value, shown, percent = cell.value, Precision.DAY, False
    note = cell.comment.text if cell.comment else ""
    link = getattr(cell.hyperlink, "target", None)
    flaw = "error" if cell.data_type == "e" else ""
    struck = bool(cell.font and cell.font.strike)
    if value is not None and not isinstance(value, str | bool | int | float | dt.date | dt.time | dt.timedelta):
        struck = struck or any(getattr(getattr(run, "font", None), "strike", False) for run in value)
        value = "".join(str(run) for run in value)
    elif cell.is_date:
        shown = _shown(cell.number_format)
    elif isinstance(value, int | float) and "%" in _QUOTED.sub("", cell.number_format):
        percent = True
    if value is None and (formula := part.unknown.get((cell.row, cell.column))):
        value, flaw = formula, "formula"
    text, odd = cleaned(written(value, shown, percent=percent))
    if isinstance(link, str) and link != text and text:
        note = f"{note}\n{link}" if note else link
    note = cleaned(note)[0]
    if text or note or odd:
        spot = Spot(grid.name, cell.row, cell.column)
        plain = text if isinstance(value, str) else value
        grid.cells[cell.row, cell.column] = Cell(spot, plain, text, note, struck, flaw, shown, percent, odd)


def _shown(form: str) -> Precision:
    """Return how finely a number format shows a date: `mmm-yy` shows no day."""
    signs = _QUOTED.sub("", form.split(";", maxsplit=1)[0]).lower()
    if any(sign in signs for sign in "dhs"):
        return Precision.DAY
    return Precision.MONTH if "m" in signs else Precision.YEAR if "y" in signs else Precision.DAY
