"""Tables: where on a sheet the headings stand, and which form a plan has.

A plan is a list (a row a step), a matrix (departments down, periods across, a step in a cell), or a Gantt chart (a row
a step, with marks in the periods in which it lasts). Headings may stand anywhere, over more rows, and come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from stip.periods import Precision, parse_period
from stip.spreadsheet.cells import Cell, Grid
from stip.spreadsheet.headings import SKIPPED, Meaning, meaning, plain
from stip.spreadsheet.moments import When
from stip.spreadsheet.periods_across import FEW, could_be_period, period_in, period_of, widened, year_around

LIST, MATRIX, GANTT = "list", "matrix", "gantt"
_MARKS = re.compile(r"[xXvV✓✔✗✘●•○■□◆▲▪█★*1-]+|ja|yes|ok", re.IGNORECASE)
_MONTHS_AHEAD = 40
"""How many rows without headings may stand above a table."""
_NEAR = 2
"""How many rows above a table its title stands at most."""
_LONG_HEADING = 60


@dataclass
class Table:
    """A table on a sheet: its heading rows, what each column means, and the rows under it."""

    grid: Grid
    heads: tuple[int, ...]
    columns: dict[int, str]
    """What a column is, by its number: a field, or SKIPPED."""
    names: dict[int, str]
    """The heading of every column that has one."""
    sure: set[int] = field(default_factory=set)
    """The columns whose heading says exactly what they are."""
    periods: dict[int, When] = field(default_factory=dict)
    """The period for which a column stands, of a matrix or Gantt chart."""
    year_guessed: bool = False
    """Whether the year of the periods stands only in the title or the name of the sheet."""
    rows: list[int] = field(default_factory=list)
    form: str = LIST
    title: Cell | None = None
    """What stands alone right above it, where a sheet has more tables: a department, mostly."""

    def column(self, key: str) -> int | None:
        """Return the column of a field."""
        return next((number for number, known in self.columns.items() if known == key), None)

    def heading(self, column: int) -> str:
        """Return the heading of a column in one line."""
        return " ".join(self.names.get(column, "").split())


def is_mark(cell: Cell) -> bool:
    """Tell whether a cell only says that something is there."""
    return bool(_MARKS.fullmatch(cell.text.strip())) or cell.value is True


def is_filled(cell: Cell) -> bool:
    """Tell whether a cell under a period says something: a box that is not ticked does not."""
    return bool(cell.text) and cell.value is not False


def find_tables(grid: Grid, asked: Mapping[str, str]) -> list[Table]:
    """Return the tables of a sheet, from top to bottom; `asked` is which headings mean what, by their plain text."""
    found: list[Table] = []
    rows, above = grid.rows, 0
    skip: set[int] = set()
    for row in rows:
        if row in skip:
            continue
        table = _begun(grid, row, asked) if not found or _is_again(grid, row, asked) else None
        if table:
            skip.update(table.heads)
            table.title = _title(grid, found, row)
            if found and not table.title and table.columns == found[-1].columns and table.periods == found[-1].periods:
                found[-1].heads += table.heads  # the same headings again, as on every printed page
            else:
                found.append(table)
        elif found:
            found[-1].rows.append(row)
        else:
            above += 1
            if above > _MONTHS_AHEAD and not asked:
                break
    for table in found:
        table.form = _form(table)
        table.title = table.title if len(found) > 1 else None
    return [table for table in found if _is_plan(table)]


def _title(grid: Grid, found: list[Table], head: int) -> Cell | None:
    """Return the only cell of the row right above a table, and take it from the table that it seemed to belong to."""
    above = max((row for row in grid.rows if row < head), default=0)
    if not above or above < head - _NEAR or len(grid.rows[above]) > 1:
        return None
    if found and above in found[-1].rows:
        found[-1].rows.remove(above)
    elif found:
        return None
    return grid.rows[above][0]


def _is_plan(table: Table) -> bool:
    keys = set(table.columns.values())
    return bool(table.rows) and (
        bool(keys & {"title", "department", "when", "start", "end", "id"}) or bool(table.periods)
    )


def _is_again(grid: Grid, row: int, asked: Mapping[str, str]) -> bool:
    """Tell whether a row under a table holds headings again: nothing else, and more than one."""
    cells = grid.rows[row]
    if len(cells) < 2 or not all(isinstance(cell.value, str) for cell in cells):
        return False
    keys = [found.key for cell in cells if (found := _meant(cell, asked)) and found.exact]
    return len(keys) == len(cells) and "title" in keys


def _begun(grid: Grid, row: int, asked: Mapping[str, str]) -> Table | None:
    """Return the table of which the headings begin in a row, if any do."""
    best: Table | None = None
    most = 0.0
    for count in range(1, 4):
        heads = tuple(range(row, row + count))
        if heads[-1] not in grid.rows:
            break
        table = _headed(grid, heads, asked)
        score = _score(table, asked)
        if score <= most or not _is_enough(table, asked) or _holds_data(grid, heads, table):
            continue
        lower = count > 1 and _score(_headed(grid, heads[1:], asked), asked) >= score
        is_title = lower and not _reaches_down(grid, row)
        best, most = None if is_title else table, score  # a title adds nothing: the table begins below it
    return best


def _reaches_down(grid: Grid, row: int) -> bool:
    """Tell whether a cell of a row is merged with the one below it, so that both rows are headings."""
    return any(area.top == row and area.bottom > row and (area.top, area.left) in grid.cells for area in grid.merged)


def _is_enough(table: Table, asked: Mapping[str, str]) -> bool:
    keys = set(table.columns.values()) - {SKIPPED}
    wanted = bool(asked) and any(plain(name) in asked for name in table.names.values())
    return (
        wanted
        or len(table.periods) >= FEW
        or (len(keys) >= 2 and bool(table.sure) and bool(keys & {"title", "when", "start", "end"}))
    )


def _score(table: Table, asked: Mapping[str, str]) -> float:
    """Say how much of a heading row was understood; what a person pointed out counts most."""
    total = 0.0
    for column, key in table.columns.items():
        total += 10 if plain(table.names.get(column, "")) in asked else 2 if column in table.sure else 1
        total += 1 if key in {"title", "department", "when"} else 0
    return total + len(table.periods) * 2 - 0.1 * len(table.heads)


def _holds_data(grid: Grid, heads: tuple[int, ...], table: Table) -> bool:
    """Tell whether a heading row but the first is really a row of the table: it says what no heading says."""
    for row in heads[1:]:
        cells = grid.rows[row]
        known = [cell for cell in cells if _says(cell) or (cell.spot.column in table.periods and could_be_period(cell))]
        if len(known) * 2 <= len(cells):
            return True
    return False


def _says(cell: Cell) -> bool:
    found = meaning(cell.text)
    return found is not None and found.exact


def _meant(cell: Cell, asked: Mapping[str, str]) -> Meaning | None:
    if plain(cell.text) in asked:
        return Meaning(asked[plain(cell.text)], exact=True)
    return meaning(cell.text) if len(cell.text) <= _LONG_HEADING else None


def _headed(grid: Grid, heads: tuple[int, ...], asked: Mapping[str, str]) -> Table:
    """Take rows as the headings of a table: the lowest that says something of a column is its heading."""
    width = max((column for _, column in grid.cells), default=0)
    filled = sorted({cell.spot.column for cells in grid.rows.values() for cell in cells if cell.spot.column <= width})
    table = Table(grid, heads, {}, {})
    claims: list[tuple[int, int, str]] = []
    around = year_around(grid, heads[0])
    for column in filled:
        cells = [cell for row in heads if (cell := grid.at(row, column)) and cell.text]
        own = list(dict.fromkeys(cells))
        if not own:
            continue
        table.names[column] = " ".join(dict.fromkeys(cell.text for cell in own))
        if (when := period_of(own, heads, grid, column)) is not None:
            table.periods[column] = when
            continue
        if around and (when := period_in(own[-1], around)) is not None and not _says(own[-1]):
            table.periods[column], table.year_guessed = when, True
            continue
        found = next((one for cell in reversed(own) if (one := _meant(cell, asked))), None)
        whole = plain(table.names[column])
        if whole in asked:
            found = Meaning(asked[whole], exact=True)
        if found:
            claims.append(
                (0 if plain(own[-1].text) in asked or whole in asked else 1 if found.exact else 2, column, found.key)
            )
    for rank, column, key in sorted(claims):
        if key == SKIPPED or key not in table.columns.values():
            table.columns[column] = key
            table.sure |= {column} if rank < 2 else set()
    table.columns = dict(sorted(table.columns.items()))
    _unclaim_lone_periods(table, asked)
    table.periods = widened(table.periods)
    return table


def _unclaim_lone_periods(table: Table, asked: Mapping[str, str]) -> None:
    if len(table.periods) < FEW:
        table.periods.clear()
    for column in list(table.periods):
        if plain(table.names[column]) in asked:
            del table.periods[column]


def _form(table: Table) -> str:
    if not table.periods:
        return LIST
    inside = list(period_cells(table))
    marks = sum(is_mark(cell) or not isinstance(cell.value, str) for cell in inside)
    if table.column("title") is not None:
        return GANTT
    return GANTT if inside and marks * 2 > len(inside) else MATRIX


def period_cells(table: Table) -> Iterator[Cell]:
    """Yield every cell under a period."""
    for row in table.rows:
        for cell in table.grid.rows[row]:
            if cell.spot.column in table.periods:
                yield cell


def ordered_periods(table: Table) -> list[int]:
    """Return the columns of periods in order of time, coarser ones last."""
    return sorted(table.periods, key=lambda column: (parse_period(table.periods[column]), column))


def is_coarse(table: Table, column: int) -> bool:
    """Tell whether a column stands for a whole year among shorter periods."""
    precisions = {parse_period(when).precision for when in table.periods.values()}
    return len(precisions) > 1 and parse_period(table.periods[column]).precision is max(precisions) is Precision.YEAR
