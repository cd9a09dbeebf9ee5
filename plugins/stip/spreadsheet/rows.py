"""Rows: each row of a table, or each cell of a matrix, to a step; whatever has no field becomes a remark beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model import Step
from stip.model.base import TITLE_LENGTH
from stip.spreadsheet.cells import Spot
from stip.spreadsheet.draft import Doubt, DraftStep, Remark, Taken, Waiting
from stip.spreadsheet.fields import APART, drop_early_latest, set_field, set_kind, set_status
from stip.spreadsheet.headings import BESIDE, SKIPPED
from stip.spreadsheet.matrix import matrix_row
from stip.spreadsheet.row_parts import (
    Above,
    begin_section,
    cells_of,
    drop_unused,
    heading_row,
    keep_notes,
    place,
    set_title,
    tell_flaws,
)
from stip.spreadsheet.tables import GANTT, MATRIX, Table, is_mark
from stip.spreadsheet.when import set_when, shown_period

if TYPE_CHECKING:
    import datetime as dt

    from stip.spreadsheet.cells import Cell
    from stip.spreadsheet.draft import Draft

_WAITING = ("after", "leads_to", "goals")
"""Fields that name other records in words, which are known only when all is read."""
_SHARE_OF_ROWS = 0.6


def read_table(table: Table, draft: Draft, epoch: dt.date, fallback: tuple[str, str]) -> list[DraftStep]:
    """Return the steps of a table. `fallback` is the department of rows without one, and the code of that doubt."""
    _settle(table)
    _tell_columns(table, draft)
    for row in table.heads:
        draft.kept.update(cell.spot for cell in table.grid.rows.get(row, ()))
    above = _begin(table, draft)
    sections = _has_sections(table)
    for row in table.rows:
        if table.form == MATRIX:
            matrix_row(table, row, draft, above, fallback)
        else:
            _list_row(table, row, draft, above, fallback, epoch, sections=sections)
    drop_unused(above, draft)
    return above.steps


def _begin(table: Table, draft: Draft) -> Above:
    """Return what counts for the first rows: the title of a table is their department, where no column says it."""
    title = table.title
    if title is None:
        return Above()
    if not {"department", "unit"} & set(table.columns.values()):
        draft.kept.add(title.spot)
        return Above(title.text, section=title, unused=[title])
    if title.spot not in draft.kept:
        draft.above.append(Remark("extra", {"heading": str(title.spot), "text": title.text}, title.spot))
        draft.kept.add(title.spot)
    return Above()


def _settle(table: Table) -> None:
    """Give a matrix or Gantt chart without the headings that it needs the columns that must be them."""
    if not table.periods:
        return
    free = [
        column
        for column in sorted({cell.spot.column for row in table.rows for cell in table.grid.rows[row]})
        if column not in table.periods and column not in table.columns and column < min(table.periods)
    ]
    needed = "department" if table.form == MATRIX else "title"
    if table.column(needed) is None and free:
        table.columns[free[0] if needed == "department" else free[-1]] = needed
    elif table.form == GANTT and table.column("title") is None and table.column("department") is not None:
        column = table.column("department")
        assert column is not None
        table.columns[column] = "title"


def _tell_columns(table: Table, draft: Draft) -> None:
    used = {cell.spot.column for row in (*table.heads, *table.rows) for cell in table.grid.rows.get(row, ())}
    for column, heading in [*((column, table.heading(column)) for column in sorted(used)), *_said_again(table)]:
        key = table.columns.get(column)
        if column in table.grid.hidden_columns:
            draft.doubts.append(Doubt("hidden", {}, Spot(table.grid.name, table.heads[-1], column)))
        if column in table.periods:
            draft.taken.append(Taken(table.grid.name, column, heading, "mark", shown_period(table.periods[column])))
        elif key == SKIPPED:
            draft.taken.append(Taken(table.grid.name, column, heading, "skipped"))
        elif key is None or key in BESIDE:
            draft.taken.append(Taken(table.grid.name, column, heading, "extra"))
        else:
            draft.taken.append(Taken(table.grid.name, column, heading, "field", key))


def _said_again(table: Table) -> list[tuple[int, str]]:
    """Return headings that came back otherwise than they stood first."""
    cells = (cell for row in table.heads for cell in table.grid.rows.get(row, ()))
    said = ((cell.spot.column, " ".join(cell.text.split())) for cell in cells)
    return [(column, text) for column, text in said if text not in table.heading(column)]


def _has_sections(table: Table) -> bool:
    """Tell whether a row with one cell is a department: there is no column for that, and other rows hold more."""
    if table.form == MATRIX or {"department", "unit"} & set(table.columns.values()):
        return False
    counts = [len(table.grid.rows[row]) for row in table.rows]
    return 1 in counts and sum(count > 1 for count in counts) >= _SHARE_OF_ROWS * len(counts)


def _list_row(
    table: Table, row: int, draft: Draft, above: Above, fallback: tuple[str, str], epoch: dt.date, *, sections: bool
) -> None:
    cells, own = cells_of(table, row), table.grid.rows[row]
    title = cells.get("title")
    if title and title.spot.row != row and above.steps:  # a title over more rows: the rest belongs to the same step
        _keep_rest(above.steps[-1], table, own, draft, set())
        return
    if title and sections and len(own) == 1:
        begin_section(title, draft, above)
        return
    if title is None:
        stand_in = next(
            (cells[key] for key in ("text", "why", "doing", "remark") if key in cells and cells[key].spot.row == row),
            None,
        )
        if stand_in is None:
            heading_row(cells, own, draft, above)
            return
        title = stand_in
    step = DraftStep(title.spot, "")
    place(step, cells, draft, above, fallback)
    if title is not cells.get("title"):
        step.doubt("title_missing", title, "title", text=title.text[:TITLE_LENGTH])
    set_title(step, title)
    _fill(step, cells, table, row, epoch)
    _keep_rest(step, table, own, draft, {cell.spot for cell in cells.values()})
    draft.kept.update(cell.spot for cell in cells.values())
    above.steps.append(step)


def _fill(step: DraftStep, cells: dict[str, Cell], table: Table, row: int, epoch: dt.date) -> None:
    """Give a step all that its row says of it."""
    if row in table.grid.hidden_rows:
        step.doubt("hidden")
    for key, cell in cells.items():
        if key != "title" and key not in BESIDE:
            tell_flaws(step, cell, key if key in Step.model_fields else "")
    set_when(step, cells, table, row, epoch)
    set_status(step, cells, table)
    for key, cell in cells.items():
        if (key not in APART and key not in BESIDE) or key == "reason":
            set_field(step, key, cell, table.heading(cell.spot.column))
    drop_early_latest(step, cells, table)
    set_kind(step, cells)
    if "nr" in cells:
        step.number = cells["nr"].text.strip()
        step.remark("number", cells["nr"], text=step.number)
    if "id" in cells:
        step.fields["id"] = cells["id"].text.strip()
    waiting = {key: Waiting(cells[key].text, cells[key].spot) for key in _WAITING if key in cells}
    step.after += [waiting["after"]] if "after" in waiting else []
    step.goals += [waiting["goals"]] if "goals" in waiting else []
    step.leads = waiting.get("leads_to")


def _keep_rest(step: DraftStep, table: Table, own: list[Cell], draft: Draft, said: set[object]) -> None:
    """Keep what no field holds as remarks, and every comment on a cell."""
    for cell in own:
        key = table.columns.get(cell.spot.column)
        if key == SKIPPED:
            continue
        if (cell.spot not in said or key in BESIDE) and not _is_told(step, cell, table):
            step.remark("extra", cell, heading=table.heading(cell.spot.column), text=cell.text)
            tell_flaws(step, cell, "")
        draft.kept.add(cell.spot)
    keep_notes(step, own, draft)


def _is_told(step: DraftStep, cell: Cell, table: Table) -> bool:
    """Tell whether a cell under a period says nothing more than the period of its step does, or its doubt."""
    is_period = table.form == GANTT and cell.spot.column in table.periods
    return is_period and (cell.value is False or is_mark(cell) or any(doubt.spot == cell.spot for doubt in step.doubts))
