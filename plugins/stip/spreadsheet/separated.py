"""Separated: a CSV as a sheet, whatever sign stands between its columns and however its letters were saved."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from stip.spreadsheet.cells import Book, Cell, Grid, Spot, SpreadsheetError, cleaned
from stip.spreadsheet.workbook import MOST_CELLS

if TYPE_CHECKING:
    from stip.text.words import Words

_SIGNS = ";\t,|"
_ERRORS = re.compile(
    r"#(?:N/[AB]|REF!|VERW!|VALUE!|WAARDE!|NAME\?|NAAM\?|DIV/0!|DEEL/0!|NUM!|GETAL!|NULL!|LEEG!|####+)"
)
"""What a spreadsheet shows instead of a value, in English and Dutch."""
_LONGEST = 10_000_000
"""Longest cell, in characters: a quote that is never closed takes all that follows."""


def read_separated(data: bytes, name: str, title: str, words: Words) -> Book:
    """Read a text file as one sheet. Raises SpreadsheetError for more cells than we read."""
    text, odd = _decoded(data)
    first, _, rest = text.partition("\n")
    if len(first.strip()) == len("sep=;") and first.lower().startswith("sep="):  # what Excel writes for itself
        sign, text = first.strip("\r")[4], rest
    else:
        sign, rest = _sign(text), ""
    grid = Grid(title or name)
    csv.field_size_limit(_LONGEST)
    skipped = 1 if rest else 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        for row, values in enumerate(reader, start=1 + skipped):
            for column, value in enumerate(values, start=1):
                clean, strange = cleaned(value)
                if clean or strange:
                    spot = Spot(grid.name, row, column)
                    flaw = "error" if _ERRORS.fullmatch(clean) else ""
                    grid.cells[row, column] = Cell(spot, clean, clean, flaw=flaw, odd=strange)
                    if len(grid.cells) > MOST_CELLS:
                        raise SpreadsheetError(words("spreadsheet.refused.too_many", file=name, most=MOST_CELLS))
    except csv.Error as error:
        raise SpreadsheetError(words("spreadsheet.refused.damaged", file=name)) from error
    return Book(name, [grid], odd=odd)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, and a doubt when it was not saved as UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), ("letters",)


def _sign(text: str) -> str:
    """Return the sign that stands between columns: the one that parts most of the first rows in as many."""
    head = text[:200_000]

    def fit(sign: str) -> tuple[int, int]:
        try:
            rows = [row for row in csv.reader(io.StringIO(head, newline=""), delimiter=sign) if row][:50]
        except csv.Error:
            return 0, 0
        counts = Counter(len(row) for row in rows if len(row) > 1)
        width, often = counts.most_common(1)[0] if counts else (1, 0)
        return often, width

    return max(_SIGNS, key=lambda sign: (fit(sign), -_SIGNS.index(sign)))
