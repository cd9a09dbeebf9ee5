"""Our sheets: what a plan that we wrote tells beside its steps: departments, goals, names, and facts of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from stip.model import Contact, Goal, Record, Unit
from stip.spreadsheet.draft import Doubt, Draft, DraftUnit, Remark, SheetTold
from stip.spreadsheet.forms import from_cell
from stip.spreadsheet.headings import plain
from stip.spreadsheet.units import new_id, short_name
from stip.text.words import LANGUAGES, words_for

if TYPE_CHECKING:
    from stip.spreadsheet.cells import Cell, Grid

UNITS, GOALS, OTHERS, READ_ME = "units", "goals", "others", "read_me"
CONTACT = tuple(Contact.model_fields)
"""The fields of a contact, each of which has a column of its own."""
LEFT_OUT = {UNITS: {"steps", "contact"}, GOALS: set[str]()}
MODELS: Mapping[str, type[Record]] = {UNITS: Unit, GOALS: Goal}
_NAMES = {UNITS: "name", GOALS: "title", OTHERS: "name"}


class _Line(NamedTuple):
    """A row of one of our sheets: its cells by field."""

    cells: dict[str, Cell]
    beside: list[tuple[str, Cell]]
    """Cells under headings that are not ours, each with its heading."""


def our_columns(sheet: str) -> tuple[str, ...]:
    """Return the columns of one of our sheets, by the names of their fields."""
    if sheet == OTHERS:
        return ("record", "id", "name")
    own = tuple(name for name in MODELS[sheet].model_fields if name not in LEFT_OUT[sheet])
    return (*own, *(f"contact_{name}" for name in CONTACT)) if sheet == UNITS else own


def column_heading(sheet: str, column: str, language: str) -> str:
    """Return how we write a heading on one of our sheets."""
    words, key = words_for(language), f"spreadsheet.{sheet}.{column}"
    return words(key) if key in words else column


def kind_of_sheet(grid: Grid) -> str:
    """Return which of our sheets this is; empty when it is none of them."""
    first = next(iter(grid.rows.values()), [])
    said = {plain(cell.text) for cell in first}
    for sheet, name in _NAMES.items():
        needed = ("id", name) if sheet != OTHERS else our_columns(OTHERS)
        for language in LANGUAGES:
            if {plain(column_heading(sheet, column, language)) for column in needed} <= said and _is_named(grid, sheet):
                return sheet
    return READ_ME if _is_named(grid, READ_ME) else ""


def _is_named(grid: Grid, sheet: str) -> bool:
    names = {words_for(language)(f"spreadsheet.sheets.{sheet}").casefold() for language in LANGUAGES}
    return grid.name.casefold() in names


def read_our_sheet(grid: Grid, sheet: str, draft: Draft) -> None:
    """Take what one of our sheets says; what is not ours on it is left, so that it is told."""
    draft.sheets.append(SheetTold(grid.name, "sheet_other", form=sheet))
    if sheet == READ_ME:
        _facts(grid, draft)
        return
    for line in _lines(grid, sheet, draft):
        if sheet == OTHERS:
            _other(line, draft)
        elif sheet == UNITS:
            _unit(line, draft)
        else:
            _goal(line, draft)


def _lines(grid: Grid, sheet: str, draft: Draft) -> Iterator[_Line]:
    known = {plain(column_heading(sheet, one, lang)): one for one in our_columns(sheet) for lang in LANGUAGES}
    rows = iter(grid.rows.items())
    _, heads = next(rows)
    columns = {cell.spot.column: known.get(plain(cell.text), "") for cell in heads}
    names = {cell.spot.column: cell.text for cell in heads}
    draft.kept.update(cell.spot for cell in heads)
    for _, cells in rows:
        found = {key: cell for cell in cells if (key := columns.get(cell.spot.column, ""))}
        beside = [(names.get(cell.spot.column, ""), cell) for cell in cells if not columns.get(cell.spot.column)]
        if "id" in found or "name" in found or "title" in found:
            draft.kept.update(cell.spot for cell in cells)
            yield _Line(found, beside)


def _record(line: _Line, model: type[Record]) -> tuple[dict[str, Any], list[Doubt], list[Remark]]:
    fields: dict[str, Any] = {}
    doubts: list[Doubt] = []
    remarks = [Remark("extra", {"heading": name, "text": cell.text}, cell.spot) for name, cell in line.beside]
    for key, cell in line.cells.items():
        if key in {"id", "name", "title"} or key not in model.model_fields:
            continue
        value = from_cell(cell.text, model, key)
        if value is None:
            doubts.append(Doubt("value_unclear", {"heading": key, "text": cell.text}, cell.spot))
        elif value is not False:
            fields[model.model_fields[key].alias or key] = value
    return fields, doubts, remarks


def _unit(line: _Line, draft: Draft) -> None:
    own = line.cells.get("name") or line.cells["id"]
    id_ = line.cells["id"].text.strip() if "id" in line.cells else ""
    if id_ in draft.units or from_cell(id_, Unit, "id") is None:
        id_ = new_id(own.text, draft.units, f"afdeling-{own.spot.row}")
    fields, doubts, remarks = _record(line, Unit)
    contact = {}
    for name in CONTACT:
        cell = line.cells.get(f"contact_{name}")
        if cell is None:
            continue
        value = from_cell(cell.text, Contact, name)
        if value is None:
            doubts.append(Doubt("value_unclear", {"heading": name, "text": cell.text}, cell.spot))
        else:
            contact[name] = value
    if "role" in contact:
        fields["contact"] = contact
    elif contact:
        remarks += [Remark("extra", {"heading": key, "text": text}, own.spot) for key, text in contact.items()]
    name = short_name(own.text)
    if name != own.text:
        doubts.append(Doubt("name_long", {"most": len(name), "text": own.text}, own.spot, "name"))
    draft.units[id_] = DraftUnit({"id": id_, "name": name, **fields}, doubts=doubts, remarks=remarks)
    if "id" in line.cells and id_ != line.cells["id"].text.strip():
        draft.units[id_].doubts.append(Doubt("id_form", {"text": line.cells["id"].text, "id": id_}, own.spot, "id"))


def _goal(line: _Line, draft: Draft) -> None:
    own = line.cells.get("title") or line.cells["id"]
    known = [str(goal["id"]) for goal in draft.goals]
    id_ = line.cells["id"].text.strip() if "id" in line.cells else ""
    if id_ in known or from_cell(id_, Goal, "id") is None:
        id_ = new_id(own.text, known, f"doel-{own.spot.row}")
    fields, doubts, remarks = _record(line, Goal)
    draft.doubts += doubts
    draft.above += remarks
    draft.goals.append({"id": id_, "title": short_name(own.text), **fields})


def _other(line: _Line, draft: Draft) -> None:
    record, id_, name = (line.cells[key].text.strip() if key in line.cells else "" for key in our_columns(OTHERS))
    draft.others.append((record, id_, short_name(name or id_)))


def _facts(grid: Grid, draft: Draft) -> None:
    """Take the facts of the whole, and pass by the sentences that we wrote ourselves."""
    labels: dict[str, str] = {}
    ours: list[re.Pattern[str]] = []
    for language in LANGUAGES:
        words = words_for(language)
        labels |= {plain(text): key for key, text in words.section("spreadsheet.facts").items()}
        ours += map(_pattern, words.section("spreadsheet.read_me").values())
    for cells in grid.rows.values():
        key = labels.get(plain(cells[0].text))
        if key and len(cells) == 2:
            draft.facts[key] = cells[1].text
            draft.kept.update(cell.spot for cell in cells)
        else:
            draft.kept.update(cell.spot for cell in cells if any(one.fullmatch(cell.text) for one in ours))


def _pattern(text: str) -> re.Pattern[str]:
    whole = text.replace("{{", "\0").replace("}}", "\1")
    parts = re.split(r"\{\w+\}", whole)
    return re.compile(".*".join(re.escape(part.replace("\0", "{").replace("\1", "}")) for part in parts), re.DOTALL)


def mend_parts(draft: Draft) -> None:
    """Leave out what a unit is part of when that is not there, or is itself."""
    for unit in draft.units.values():
        seen = {unit.id}
        above = unit.fields.get("part_of")
        while above and above in draft.units and above not in seen:
            seen.add(above)
            above = draft.units[above].fields.get("part_of")
        for key, is_wrong in (("part_of", bool(above)), ("replaced_by", False)):
            value = unit.fields.get(key)
            if value and (is_wrong or value not in draft.units):
                del unit.fields[key]
                unit.doubts.append(Doubt("field_unclear", {"heading": key, "text": value}, None, key))
