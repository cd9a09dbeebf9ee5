"""Row parts: what a row of a list and one of a matrix have in common: whose it is, its title, what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stip.model import Step
from stip.model.base import TITLE_LENGTH
from stip.spreadsheet.draft import DraftStep
from stip.spreadsheet.forms import longest
from stip.spreadsheet.headings import SKIPPED

if TYPE_CHECKING:
    from stip.spreadsheet.cells import Cell
    from stip.spreadsheet.draft import Draft
    from stip.spreadsheet.tables import Table


BULLETS = "-•*· \u2013"
"""What people put before the lines of a list."""


@dataclass
class Above:
    """What counts for rows that leave it out: the department of the rows above."""

    department: str = ""
    team: str = ""
    told: bool = False
    section: Cell | None = None
    unused: list[Cell] = field(default_factory=list)
    """Rows that were taken for the name of a department or team, and have no step under them yet."""
    steps: list[DraftStep] = field(default_factory=list)


def cells_of(table: Table, row: int) -> dict[str, Cell]:
    """Return what a row says, by field; merged cells say it for every row over which they stand."""
    found = {}
    for column, key in table.columns.items():
        cell = table.grid.at(row, column)
        if cell and cell.text and key != SKIPPED:
            found[key] = cell
    return found


def heading_row(cells: dict[str, Cell], own: list[Cell], draft: Draft, above: Above) -> None:
    """Take a row with only the name of a department, or team, for a heading above the rows that follow."""
    named = {key: cell for key, cell in cells.items() if key in {"department", "team"} and cell in own}
    if named and len(named) == len(own):
        if "department" in named:
            above.department, above.team, above.told = named["department"].text, "", False
            above.section = named["department"]
        if "team" in named:
            above.team = named["team"].text
        _replace(above, [*named.values()], draft)


def begin_section(cell: Cell, draft: Draft, above: Above) -> None:
    """Take a row with one cell for the department of the rows that follow."""
    above.section, above.department, above.team, above.told = cell, cell.text, "", False
    _replace(above, [cell], draft)


def _replace(above: Above, cells: list[Cell], draft: Draft) -> None:
    drop_unused(above, draft)
    above.unused = cells
    draft.kept.update(cell.spot for cell in cells)


def drop_unused(above: Above, draft: Draft) -> None:
    """Say of names above no step at all that they have no place."""
    draft.kept.difference_update(cell.spot for cell in above.unused)
    above.unused = []


def _use(above: Above, cells: dict[str, Cell], draft: Draft) -> None:
    """Say of the names above that they are used, unless a row says something else in their place."""
    above.unused = [
        cell for cell in above.unused if "department" in cells or ("team" in cells and cell is not above.section)
    ]
    drop_unused(above, draft)


def place(step: DraftStep, cells: dict[str, Cell], draft: Draft, above: Above, fallback: tuple[str, str]) -> None:
    """Say of which department and team a step is: its own, those of the rows above, else that of the sheet."""
    _use(above, cells, draft)
    if "unit" in cells:
        step.unit = cells["unit"].text.strip()
    own = cells.get("department")
    team = cells.get("team")
    if own:
        above.department, above.told, above.section = own.text, False, None
        above.team = ""
    elif team and not above.department:
        own, team = team, None
        above.department = own.text
    elif above.section:
        if not above.told and not step.unit:
            step.doubt("department_section", above.section, "unit", text=above.section.text)
            above.told = True
    elif above.department:
        if not above.told and not step.unit:
            step.doubt("department_above", None, "unit", name=above.department)
            above.told = True
    elif not step.unit:
        above.department = fallback[0]
        if fallback[1]:
            step.doubt(fallback[1], None, "unit", name=fallback[0])
        above.told = True
    step.department = above.department or fallback[0]
    step.team = team.text if team else above.team
    draft.kept.update(cell.spot for cell in (own, team) if cell)


def set_title(step: DraftStep, cell: Cell, text: str | None = None) -> None:
    """Give a step the title in a cell: one line, cut where it is too long, with the whole of it in its text."""
    said = text if text is not None else cell.text
    line = " ".join(said.split()) if "\n" in said else said
    if len(line) > TITLE_LENGTH:
        step.doubt("title_long", cell, "title", most=TITLE_LENGTH)
        step.fields["text"] = line[: longest(Step, "text")]
        if step.fields["text"] != line:
            step.remark("whole", cell, text=line)
        cut = line[: TITLE_LENGTH - 1]
        line = f"{cut.rsplit(' ', 1)[0] if ' ' in cut[TITLE_LENGTH // 2 :] else cut}…"
    step.fields["title"] = line
    tell_flaws(step, cell, "title")


def tell_flaws(step: DraftStep, cell: Cell, key: str) -> None:
    """Say what is odd about a cell besides its words."""
    if cell.struck:
        step.doubt("struck", cell, key)
    if cell.flaw:
        step.doubt(cell.flaw, cell, key, text=cell.text)
    if cell.odd:
        step.doubt("odd_signs", cell, key, count=cell.odd)


def keep_notes(step: DraftStep, cells: list[Cell], draft: Draft) -> None:
    """Keep every comment on a cell as a remark."""
    for cell in cells:
        if cell.note:
            step.remark("note", cell, cell=cell.spot, text=cell.note)
            draft.noted.add(cell.spot)
