"""When: the period of a step from the columns that speak of time, whichever those are; never one that nobody wrote."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from stip.periods import Precision, parse_period, written_period
from stip.spreadsheet.moments import UNCLEAR, Moment, When, as_days, in_braces, read_moment, read_text, stretch
from stip.spreadsheet.tables import GANTT, Table, is_coarse, is_filled, is_mark, ordered_periods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stip.spreadsheet.cells import Cell
    from stip.spreadsheet.draft import DraftStep

_FIRST_SERIAL, _LAST_SERIAL = 36_000, 76_000
"""Between these, a number in a column of dates is a day that lost its format: 1998 to 2108."""
_PAIR = ("start", "end")
_IS_YEAR = re.compile(r"\d{4}")
_SOURCES = ("when", "start", "end", "quarter", "month", "year", "first_day", "last_day")


def set_when(step: DraftStep, cells: dict[str, Cell], table: Table, row: int, epoch: dt.date) -> None:
    """Give a step its period, with a doubt where it does not say just that."""
    given = {key: cells[key] for key in _SOURCES if key in cells}
    year = _year(given)
    read = {key: _read(cell, step, epoch, year) for key, cell in given.items() if key != "year"}
    moment, source = _chosen(read, given)
    if moment.when is None and table.form == GANTT:
        marked, cell = _marked(step, table, row)
        if marked.when is not None or not given:
            moment, source = marked, cell
    step.fields["when"] = moment.when or "later"
    if source is None and not given:
        step.doubt("period_none", None, "when")
        return
    shown = shown_period(step.fields["when"])
    for cell, doubt in _unsure(moment, source, read, given).values():
        step.doubt(f"period_{doubt}", cell, "when", text=cell.text, period=shown)
    if table.form != GANTT or source:
        _check_beside(step, moment, source, read, given, table)


def _unsure(
    moment: Moment, source: Cell | None, read: dict[str, Moment], given: dict[str, Cell]
) -> dict[str, tuple[Cell, str]]:
    """Return the cells that do not say just what was read, each with the reason, by their column."""
    cell = source or next(iter(given.values()))
    found = {str(cell.spot): (cell, moment.doubt)} if moment.doubt else {}
    used = _PAIR if source in (given.get("start"), given.get("end")) else ()
    for key in used:
        if key in given and read[key].doubt and read[key].when != "later":
            found.setdefault(str(given[key].spot), (given[key], read[key].doubt))
    if moment.when is not None and "year" in given and not _IS_YEAR.fullmatch(given["year"].text.strip()):
        found.setdefault(str(given["year"].spot), (given["year"], "rough"))
    return found


def _year(given: dict[str, Cell]) -> int | None:
    match = re.search(r"\b(?:19|20|21)\d{2}\b", given["year"].text) if "year" in given else None
    return int(match[0]) if match else None


def _read(cell: Cell, step: DraftStep, epoch: dt.date, year: int | None) -> Moment:
    """Read a cell; a number that can only be a day that lost its format is that day, with a doubt."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and _FIRST_SERIAL <= value <= _LAST_SERIAL:
        day = (epoch + dt.timedelta(days=int(value))).isoformat()
        step.doubt("period_number", cell, "when", text=cell.text, period=day)
        return Moment(day)
    return read_moment(cell, year)


def _chosen(read: dict[str, Moment], given: dict[str, Cell]) -> tuple[Moment, Cell | None]:
    """Return the moment that counts, and the cell that says it."""
    known = {key: moment for key, moment in read.items() if moment.when is not None}
    if "when" in known:
        return known["when"], given["when"]
    if "start" in known or "end" in known:
        both = stretch(read.get("start", UNCLEAR), read.get("end", UNCLEAR))
        source = "start" if both is known.get("start") or "end" not in known else "end"
        return both, given[source]
    if (parted := _parted(given)) is not None:
        return parted
    if "first_day" in known or "last_day" in known:
        both = stretch(read.get("first_day", UNCLEAR), read.get("last_day", UNCLEAR))
        return both._replace(doubt=both.doubt or "rough"), given["first_day" if "first_day" in known else "last_day"]
    bad = next((key for key in _SOURCES if key in given), None)
    doubt = read[bad].doubt if bad in read else "unclear"
    return Moment(None, doubt or "unclear") if bad else Moment(None, "none"), given.get(bad) if bad else None


def _parted(given: dict[str, Cell]) -> tuple[Moment, Cell] | None:
    """Read a period that stands in parts: its quarter or month in one column, its year in another."""
    year = _year(given)
    for key, sign in (("quarter", "Q"), ("month", "")):
        if key not in given:
            continue
        cell = given[key]
        text = cell.text.strip()
        number = re.fullmatch(r"(?:[qQkK]|kw)?\.?\s*(\d{1,2})(?:e|ste|de)?(?: kwartaal)?", text)
        tried = f"{year} {sign}{number[1]}" if number and year else text
        found = read_text(tried, year)
        if found.when is not None:
            return found, cell
    if year and not {"quarter", "month"} & set(given):
        return read_text(given["year"].text), given["year"]
    return None


def _marked(step: DraftStep, table: Table, row: int) -> tuple[Moment, Cell | None]:
    """Read the period over which a row is marked; what stands there besides a mark is a remark."""
    there = [
        (column, cell) for column in ordered_periods(table) if (cell := table.grid.at(row, column)) and is_filled(cell)
    ]
    cells = [(column, cell) for column, cell in there if not is_coarse(table, column)] or there
    for column, cell in {one.spot: (column, one) for column, one in reversed(cells)}.values():
        if not is_mark(cell) and cell.spot.row == row:
            step.doubt("mark_text", cell, "when", period=shown_period(table.periods[column]), text=cell.text)
    if not cells:
        return Moment(None, "none"), None
    moment = Moment(span_of([table.periods[column] for column, _ in cells]))
    coarse = is_coarse(table, cells[0][0])
    columns = [column for column in ordered_periods(table) if is_coarse(table, column) is coarse]
    span = columns.index(cells[-1][0]) - columns.index(cells[0][0]) + 1
    if span > len({column for column, _ in cells}):
        step.doubt("marks_apart", cells[0][1], "when", period=shown_period(moment.when or "later"))
    if table.year_guessed:
        moment = moment._replace(doubt="rough")
    return moment, cells[0][1]


def span_of(periods: Sequence[When]) -> When:
    """Return the stretch over periods that are given in order of time; the period itself when there is one."""
    first, last = parse_period(periods[0]), parse_period(periods[-1])
    if first == last:
        return written_period(first)
    ends = written_period(first.start or first), written_period(last.end or last)
    return stretch(Moment(ends[0]), Moment(ends[1])).when or written_period(first)


def _check_beside(
    step: DraftStep, moment: Moment, source: Cell | None, read: dict[str, Moment], given: dict[str, Cell], table: Table
) -> None:
    """Say so when another column points to another time than the one that counts."""
    first, last = as_days(moment)
    shown = shown_period(step.fields["when"])
    paired = source in (given.get("start"), given.get("end"))
    for key, cell in given.items():
        if cell is source:
            continue
        known = _year(given) if key == "year" else None
        other = read_text(str(known)) if known else read.get(key, UNCLEAR)
        begin, end = as_days(other)
        agrees = begin is not None and first is not None and _agrees(key, (begin, end), (first, last))
        if not agrees or (other.doubt and not (paired and key in _PAIR)):
            heading = table.heading(cell.spot.column)
            said = shown_period(other.when) if other.when else "?"
            step.doubt("period_beside", cell, "when", text=cell.text, heading=heading, other=said, period=shown)


def _agrees(key: str, other: tuple[object, object], own: tuple[object, object]) -> bool:
    if key in {"first_day", "start"}:
        return other[0] == own[0]
    if key in {"last_day", "end"}:
        return other[1] == own[1]
    return bool(other[0] <= own[1] and own[0] <= other[1])  # type: ignore[operator]


def shown_period(when: When) -> str:
    """Return a period as it stands in YAML, in one line."""
    return in_braces(parse_period(when))


def is_known(when: When) -> bool:
    """Tell whether a period has days."""
    return parse_period(when).precision is not Precision.LATER
