"""Importing: a spreadsheet to a draft of a roadmap, in which every cell has a place or is named as one without."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stip.periods import parse_period
from stip.spreadsheet.cells import Book, Grid, SpreadsheetError
from stip.spreadsheet.draft import Doubt, Draft, Remark, SheetTold
from stip.spreadsheet.goals import link_goals
from stip.spreadsheet.headings import SKIPPED, fields, plain, written_heading
from stip.spreadsheet.linking import link_steps
from stip.spreadsheet.our_sheets import kind_of_sheet, mend_parts, read_our_sheet
from stip.spreadsheet.references import settle_references
from stip.spreadsheet.rows import read_table
from stip.spreadsheet.tables import Table, find_tables
from stip.spreadsheet.units import name_steps, place_steps

if TYPE_CHECKING:
    from stip.text.words import Words

_ORDINARY = re.compile(
    r"(blad|sheet|tabelle|feuil|werkblad|tabblad)\s*\d*|plan(ning)?|roadmap|stappen|steps|acties|actions|data|overzicht"
    r"|export|import|table\s*\d*|planning .*|.*\d{4}.*|totaal|total|alles|all",
    re.IGNORECASE,
)
"""Names of sheets that are no department."""


class WrongColumnsError(SpreadsheetError):
    """A sheet or column that was pointed out is not there."""


@dataclass(frozen=True)
class Asked:
    """What a person asks to read otherwise than we would: which sheets, and what headings mean."""

    sheets: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    """What each heading means: a field, or `skip`."""


def read_columns(text: str, words: Words) -> dict[str, str]:
    """Read `Titel=title,Wanneer=when`. Raises WrongColumnsError for what cannot be taken so."""
    found: dict[str, str] = {}
    for part in filter(None, (one.strip() for one in text.split(","))):
        heading, sign, key = part.rpartition("=")
        key = key.strip()
        if not sign or not heading.strip() or not plain(heading):
            raise WrongColumnsError(words("spreadsheet.wrong.columns", text=part))
        known = {*fields(), SKIPPED}
        if key not in known:
            key = next((one for one in known if plain(written_heading(one, words.language)) == plain(key)), "")
        if not key:
            allowed = ", ".join([*fields(), SKIPPED])
            raise WrongColumnsError(
                words("spreadsheet.wrong.field", field=part.rpartition("=")[2].strip(), fields=allowed)
            )
        found[heading.strip()] = key
    return found


def read_draft(book: Book, asked: Asked, words: Words) -> Draft:
    """Read a book. Raises WrongColumnsError for a sheet or heading that was asked and is not there.

    A draft without steps means that there is nothing to read.
    """
    draft = Draft(book.name, grids=book.grids)
    draft.doubts += [Doubt(code, {}) for code in book.odd]
    _check_sheets(book, asked, words)
    columns = {plain(heading): key for heading, key in asked.columns.items()}
    plans: list[tuple[Grid, list[Table]]] = []
    for grid in book.grids:
        if _is_left(grid, asked, draft):
            continue
        if (ours := kind_of_sheet(grid)) and grid.rows:
            read_our_sheet(grid, ours, draft)
        elif tables := find_tables(grid, columns):
            plans.append((grid, tables))
        else:
            draft.sheets.append(SheetTold(grid.name, "sheet_none"))
    _check_headings(plans, asked, words)
    for grid, tables in plans:
        _read_sheet(grid, tables, draft, book, many=len(plans) > 1, words=words)
    _finish(draft, words)
    if not draft.steps:  # nothing is written, so that no cell has a place
        draft.kept.clear()
        draft.noted.clear()
    return draft


def _check_sheets(book: Book, asked: Asked, words: Words) -> None:
    names = [grid.name for grid in book.grids]
    for sheet in asked.sheets:
        if sheet.casefold() not in map(str.casefold, names):
            raise WrongColumnsError(words("spreadsheet.wrong.sheet", sheet=sheet, sheets=", ".join(names)))


def _is_left(grid: Grid, asked: Asked, draft: Draft) -> bool:
    """Tell whether a sheet is not read, and why."""
    wanted = [one.casefold() for one in asked.sheets]
    if wanted and grid.name.casefold() not in wanted and not kind_of_sheet(grid):
        draft.sheets.append(SheetTold(grid.name, "sheet_left"))
        return True
    if grid.hidden and grid.name.casefold() not in wanted:
        draft.sheets.append(SheetTold(grid.name, "sheet_hidden"))
        return True
    return False


def _check_headings(plans: Sequence[tuple[Grid, list[Table]]], asked: Asked, words: Words) -> None:
    there = [name for _, tables in plans for table in tables for name in table.names.values()]
    cells = {
        plain(cell.text) for grid, tables in plans for table in tables for row in table.heads for cell in grid.rows[row]
    }
    for heading in asked.columns:
        if plain(heading) not in {*map(plain, there), *cells}:
            listed = ", ".join(dict.fromkeys(" ".join(name.split()) for name in there))
            raise WrongColumnsError(words("spreadsheet.wrong.heading", heading=heading, headings=listed))


def _read_sheet(grid: Grid, tables: list[Table], draft: Draft, book: Book, *, many: bool, words: Words) -> None:
    first = min(tables[0].heads)
    for row, cells in grid.rows.items():
        if row < first:
            for cell in cells:
                draft.above.append(Remark("extra", {"heading": str(cell.spot), "text": cell.text}, cell.spot))
                draft.kept.add(cell.spot)
    count = 0
    fallback = _fallback(grid, many=many, words=words)
    for table in tables:
        steps = read_table(table, draft, book.epoch, fallback)
        count += len(steps)
        draft.steps += steps
    for row, cells in grid.rows.items():
        for cell in cells:
            if (
                cell.note
                and cell.spot not in draft.noted
                and (row < first or any(row in table.heads for table in tables))
            ):
                draft.above.append(Remark("note", {"cell": cell.spot, "text": cell.note}, cell.spot))
                draft.noted.add(cell.spot)
    draft.sheets.append(SheetTold(grid.name, "sheet", max(tables[0].heads[:1]), count, tables[0].form))


def _fallback(grid: Grid, *, many: bool, words: Words) -> tuple[str, str]:
    """Return the department of a sheet that names none, and the code of that doubt."""
    if _ORDINARY.fullmatch(grid.name.strip()) or not many:
        return words("spreadsheet.fill.department"), "department_none"
    return grid.name, "department_sheet"


def _finish(draft: Draft, words: Words) -> None:
    mend_parts(draft)
    place_steps(draft)
    draft.steps = [step for unit in draft.units.values() for step in unit.steps]
    name_steps(draft)
    link_goals(draft)
    settle_references(draft, words)
    link_steps(draft)
    for unit in draft.units.values():
        for before, step in itertools.pairwise(unit.steps):
            if parse_period(step.fields["when"]).surely_before(parse_period(before.fields["when"])):
                step.doubt("order", None, "when", title=before.fields["title"])
