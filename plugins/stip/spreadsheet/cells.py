"""Cells: what a sheet holds, as plain values with their places, whatever kind of file it came from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from stip.periods import Precision
from stip.problems import StipError

Value = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202e\ud800-\udfff\ufffe\uffff]")
_WHOLE = 1e15
"""From here on a number of a spreadsheet is not exact."""
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]|_x000D_\n?")


class SpreadsheetError(StipError):
    """A spreadsheet that cannot be read, or not as it was asked; worded for who made it."""


class Spot(NamedTuple):
    """Where a cell stands: the name of its sheet, its row and its column, both from 1."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """Return `Blad1!D14`, as spreadsheets write it."""
        return f"{self.sheet}!{letters(self.column)}{self.row}"


class Area(NamedTuple):
    """The rows and columns of merged cells, first and last inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Cell:
    """A cell that is not empty, or that has a comment.

    `text` is its value as a person reads it, on clean lines. `flaw` is `error` or `formula` for a cell whose value
    nobody knows: its text is then what stands in its place. `shown` is how finely a date is shown.
    """

    spot: Spot
    value: Value
    text: str
    note: str = ""
    struck: bool = False
    flaw: str = ""
    shown: Precision = Precision.DAY
    percent: bool = False
    odd: int = 0
    """How many signs were left out, because no text holds them on purpose."""


@dataclass
class Grid:
    """One sheet: its cells by (row, column)."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell at a place: for merged cells, wherever in them, the one that holds their text."""
        found = self.cells.get((row, column))
        if found is None and (area := self._areas.get((row, column))):
            return self.cells.get((area.top, area.left))
        return found

    def is_hidden(self, cell: Cell) -> bool:
        """Tell whether nobody sees a cell who does not ask for hidden rows and columns."""
        return cell.spot.row in self.hidden_rows or cell.spot.column in self.hidden_columns

    @cached_property
    def rows(self) -> dict[int, list[Cell]]:
        """The cells that hold something, by row, from left to right."""
        found: dict[int, list[Cell]] = {}
        for (row, _), cell in sorted(self.cells.items()):
            if cell.text:
                found.setdefault(row, []).append(cell)
        return found

    @cached_property
    def _areas(self) -> dict[tuple[int, int], Area]:
        found: dict[tuple[int, int], Area] = {}
        for area in self.merged:
            # Only where something stands: whole columns are merged at times.
            bottom, right = min(area.bottom, self._last[0]), min(area.right, self._last[1])
            for row in range(area.top, bottom + 1):
                found.update(((row, column), area) for column in range(area.left, right + 1))
        return found

    @cached_property
    def _last(self) -> tuple[int, int]:
        return max((row for row, _ in self.cells), default=0), max((column for _, column in self.cells), default=0)


@dataclass
class Book:
    """A file of sheets: its name, when it was last changed (None when nobody knows), and what is odd about it."""

    name: str
    grids: list[Grid]
    changed: dt.date | None = None
    epoch: dt.date = dt.date(1899, 12, 30)
    """The day from which numbers count as days."""
    odd: tuple[str, ...] = ()
    """Codes of doubts about the whole file."""


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cleaned(text: str) -> tuple[str, int]:
    """Return a text on clean lines, without signs that no text holds on purpose, and how many those were."""
    text, odd = _CONTROL.subn("", _BREAKS.sub("\n", text).replace("\ufeff", ""))
    return text.strip(), odd


def written(value: Value, shown: Precision = Precision.DAY, *, percent: bool = False) -> str:
    """Return a value as a person reads it in its cell."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, dt.datetime | dt.date):
        return _day(value, shown)
    if isinstance(value, int | float):
        return f"{_number(round(value * 100, 6))}%" if percent else _number(value)
    return str(value)


def _day(value: dt.date, shown: Precision) -> str:
    if shown is Precision.YEAR:
        return f"{value.year:04}"
    if shown is Precision.MONTH:
        return f"{value.year:04}-{value.month:02}"
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return f"{value.date().isoformat()} {value:%H:%M}"
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


def _number(value: float) -> str:
    whole = abs(value) < _WHOLE and value == int(value)
    return str(int(value)) if whole else repr(value)


def unlike(name: str, taken: Iterable[str]) -> Iterator[str]:
    """Yield names that begin like this one and are not taken."""
    known = set(taken)
    yield from (one for one in (f"{name}-{number}" for number in range(2, 1_000_000)) if one not in known)
