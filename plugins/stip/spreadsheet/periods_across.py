"""Periods across: which columns stand for a quarter, month, week or year, with the year above or beside them."""

from __future__ import annotations

import datetime as dt
import itertools
import re

from stip.periods import parse_period
from stip.spreadsheet.cells import Cell, Grid
from stip.spreadsheet.moments import LAST_YEAR, When, read_moment, read_text

FEW = 2
"""From how many on columns of periods are meant so."""
_YEAR = re.compile(r"\b(?:19|20|21)\d{2}\b")
_LONGEST = 24
"""Most signs of a heading that is a period."""


def period_of(own: list[Cell], heads: tuple[int, ...], grid: Grid, column: int) -> When | None:
    """Return the period for which a column stands: its own, with the year that stands above it or left of that."""
    last = own[-1]
    above = [*reversed(own[:-1]), *_left_of(grid, heads, column)]
    years = [int(match[0]) for cell in above if (match := _YEAR.search(cell.text))]
    found = period_in(last, None)
    return found if found is not None or not years else period_in(last, years[0])


def year_around(grid: Grid, head: int) -> int | None:
    """Return the one year that the name of the sheet and the rows above a table speak of."""
    texts = [grid.name, *(cell.text for row, cells in grid.rows.items() if row < head for cell in cells)]
    years = {int(match[0]) for text in texts for match in _YEAR.finditer(text)}
    return years.pop() if len(years) == 1 else None


def _left_of(grid: Grid, heads: tuple[int, ...], column: int) -> list[Cell]:
    """Return the nearest year in the heading rows to the left: merged cells of a CSV hold it only in the first."""
    for left in range(column - 1, max(0, column - 13), -1):
        found = [cell for row in heads[:-1] if (cell := grid.at(row, left)) and _YEAR.search(cell.text)]
        if found:
            return found
    return []


def period_in(cell: Cell, year: int | None) -> When | None:
    """Return the period that a heading is: a quarter, month, season, year or week, and never a loose day or word."""
    if isinstance(cell.value, bool) or cell.flaw or len(cell.text) > _LONGEST:
        return None
    text = re.sub(r"\s*\([^()]*\)$", "", cell.text)
    is_text = isinstance(cell.value, str)
    found = read_text(text if year is None else f"{text} {year}") if is_text or year else read_moment(cell)
    if found.when is None or found.when == "later" or found.doubt:
        return None
    return found.when


def widened(periods: dict[int, When]) -> dict[int, When]:
    """Return the periods of columns; the first day of each month is that month, and a day of each week that week."""
    days = [parse_period(when).first for when in periods.values() if re.fullmatch(r"\d{4}-\d\d-\d\d", str(when))]
    known = [day for day in days if day]
    if len(known) < max(FEW, len(periods)):
        return periods
    if all(day.day == 1 for day in known) and len(set(known)) == len(known):
        return {column: str(when)[:7] for column, when in periods.items()}
    if {(two - one).days for one, two in itertools.pairwise(known)} != {7}:
        return periods
    last = dt.timedelta(days=6)
    if (known[-1] + last).year > LAST_YEAR:
        return periods
    return {column: {"from": f"{day}", "until": f"{day + last}"} for column, day in zip(periods, known, strict=True)}


def could_be_period(cell: Cell) -> bool:
    """Tell whether a cell is a period by itself, or would be with a year beside it."""
    return period_in(cell, None) is not None or period_in(cell, 2026) is not None
