"""Matrix: departments down, periods across; every line in a cell is a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model import Step
from stip.spreadsheet.draft import DraftStep, Waiting
from stip.spreadsheet.fields import APART, drop_early_latest, set_field
from stip.spreadsheet.headings import SKIPPED
from stip.spreadsheet.row_parts import BULLETS, Above, cells_of, heading_row, keep_notes, place, set_title
from stip.spreadsheet.tables import is_filled, ordered_periods
from stip.spreadsheet.when import shown_period, span_of

if TYPE_CHECKING:
    from stip.spreadsheet.cells import Cell
    from stip.spreadsheet.draft import Draft
    from stip.spreadsheet.tables import Table


def matrix_row(table: Table, row: int, draft: Draft, above: Above, fallback: tuple[str, str]) -> None:
    """Make a step of every line in every cell under a period."""
    cells, own = cells_of(table, row), table.grid.rows[row]
    columns = ordered_periods(table)
    there = [cell for column in columns if (cell := table.grid.at(row, column)) and _says_a_step(cell, row)]
    inside = {cell.spot: cell for cell in there}  # merged over more periods it is one
    made = [step for cell in inside.values() for step in _matrix_steps(table, cell, row)]
    if not made:
        heading_row(cells, own, draft, above)
        return
    for step in made:
        place(step, cells, draft, above, fallback)
    for cell in own:
        key = table.columns.get(cell.spot.column)
        if cell.spot not in inside and key not in {"department", "team", SKIPPED}:
            _tell_all(made, cell, key or "", table)
    draft.kept.update(cell.spot for cell in own if table.columns.get(cell.spot.column) != SKIPPED)
    keep_notes(made[0], own, draft)
    above.steps += made


def _says_a_step(cell: Cell, row: int) -> bool:
    return is_filled(cell) and cell.spot.row == row


def _tell_all(made: list[DraftStep], cell: Cell, key: str, table: Table) -> None:
    """Say of every step of a row what a cell beside them says of all; what has no field is kept once."""
    heading = table.heading(cell.spot.column)
    if key in Step.model_fields and key not in APART:
        for step in made:
            set_field(step, key, cell, heading)
            drop_early_latest(step, {key: cell}, table)
    elif key == "goals":
        for step in made:
            step.goals.append(Waiting(cell.text, cell.spot))
    else:
        made[0].remark("extra", cell, heading=heading, text=cell.text)


def _matrix_steps(table: Table, cell: Cell, row: int) -> list[DraftStep]:
    """Return the steps of one cell, over the periods over which it is merged."""
    columns = [column for column in ordered_periods(table) if table.grid.at(row, column) is cell]
    when = span_of([table.periods[column] for column in columns])
    lines = [line for part in cell.text.split("\n") if (line := part.strip().lstrip(BULLETS).strip())] or [cell.text]
    made = []
    for line in lines:
        step = DraftStep(cell.spot, "")
        set_title(step, cell, line)
        step.fields["when"] = when
        if table.year_guessed:
            step.doubt("period_rough", cell, "when", text=table.heading(columns[0]), period=shown_period(when))
        if row in table.grid.hidden_rows:
            step.doubt("hidden", cell)
        made.append(step)
    if len(made) > 1:
        made[0].doubt("several_lines", cell, "title", count=len(made))
    return made
