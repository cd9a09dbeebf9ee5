"""Plan sheet: the plan as an .xlsx that people can change and `stip import` reads back.

It holds what the audience of a roadmap may read, and no more. Same roadmap, same bytes: the only day of its own is
`updated`.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from stip.model import Goal, Roadmap, Status, Step, StepKind, Unit
from stip.model.base import Audience, references
from stip.model.discretion import published
from stip.periods import Certainty
from stip.spreadsheet.extra import openpyxl_or_none, openpyxl_or_refuse
from stip.spreadsheet.forms import CellValue, as_cell
from stip.spreadsheet.headings import written_choice, written_heading
from stip.spreadsheet.moments import in_braces
from stip.spreadsheet.our_sheets import CONTACT, GOALS, OTHERS, UNITS, column_heading, our_columns
from stip.text.words import Words, words_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FILE = "plan.xlsx"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</)")
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet would calculate once somebody changes it."""
_LONGEST = 32_767
"""Most characters in a cell."""
_FIRST = ("department", "team", "unit", "id", "title", "kind", "when", "first_day", "last_day", "status")
"""The columns that every step has, in their order; the other fields follow in the order of the record."""
_SHEET_ONLY = {"department", "team", "unit", "first_day", "last_day"}
_WIDTHS = {"title": 44, "department": 26, "team": 22, "unit": 20, "id": 22, "when": 18, "name": 36, "mission": 80}
_CHOICES = {"kind": StepKind, "status": Status, "certainty": Certainty}
"""The columns of steps in which a list of words can be chosen from."""
_LAST_ROW = 10_000
_TEXT_WIDTH, _WIDTH = 40, 16
_WIDE = {"text", "why", "benefit", "fits", "reason", "todo", "help", "expect", "doing", "fallback", "summary", "now"}
_WIDE |= {"signal", "threshold", "action", "effect", "outcome", "safe", "pleasure", "links", "routes", "indicators"}


def can_write() -> bool:
    """Tell whether a plan can be written here: only with the extra `excel`."""
    return openpyxl_or_none() is not None


def plan_sheet(roadmap: Roadmap) -> bytes:
    """Write the plan as an .xlsx. Raises SpreadsheetError when the extra for it is not installed."""
    words, roadmap = words_for(roadmap.settings.language), published(roadmap)
    openpyxl = openpyxl_or_refuse(words)
    book = openpyxl.Workbook()
    book.remove(book.active)
    pen = _Pen(openpyxl, book)
    _read_me(pen, roadmap, words)
    _steps(pen, roadmap, words)
    _records(pen, UNITS, [_unit_cells(unit, words) for unit in roadmap.units.values()], words)
    goals = [
        {name: as_cell(getattr(goal, name), Goal, name, words.language) for name in Goal.model_fields}
        for goal in roadmap.goals.values()
    ]
    _records(pen, GOALS, goals, words)
    _records(pen, OTHERS, list(_others(roadmap)), words)
    book.active = 1
    book.properties.creator = roadmap.mission.programme.name
    book.properties.title = roadmap.mission.programme.name
    file = io.BytesIO()
    # Not packed yet: that would be done twice.
    openpyxl.writer.excel.ExcelWriter(book, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED)).save()
    return _fixed(file.getvalue(), roadmap.settings.updated)


class _Pen:
    """Writes rows of values on new sheets, all in one look."""

    def __init__(self, openpyxl: Any, book: Any) -> None:
        styles = openpyxl.styles
        self.validation = openpyxl.worksheet.datavalidation.DataValidation
        self.book = book
        self.letter = openpyxl.utils.get_column_letter
        self.bold = styles.Font(bold=True)
        self.fill = styles.PatternFill("solid", fgColor="FFE8EEF4")
        self.wrapped = styles.Alignment(wrap_text=True, vertical="top")
        self.top = styles.Alignment(vertical="top")
        self.looks: dict[tuple[bool, ...], Any] = {}
        """How cells of each sort look: to find that out for every cell took most of the time."""

    def sheet(
        self,
        title: str,
        columns: Sequence[tuple[str, str]],
        rows: Iterable[Sequence[CellValue]],
        choices: Mapping[str, list[str]] = MappingProxyType({}),
    ) -> None:
        """Write a table: its columns as (field, heading), the values of each row, and what to choose from."""
        sheet = self.book.create_sheet(_legal(title)[:31])
        for column, (key, heading) in enumerate(columns, start=1):
            cell = self._write(sheet, 1, column, heading)
            cell.font, cell.fill, cell.alignment = self.bold, self.fill, self.wrapped
            if offered := choices.get(key):
                self._offer(sheet, column, offered)
            width = _WIDTHS.get(key, _TEXT_WIDTH if key in _WIDE else _WIDTH)
            sheet.column_dimensions[self.letter(column)].width = width
        last = 1
        for last, values in enumerate(rows, start=2):
            for column, value in enumerate(values, start=1):
                if value is not None:
                    self._fill(sheet, last, column, value)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{self.letter(max(1, len(columns)))}{last}"

    def _offer(self, sheet: Any, column: int, choices: list[str]) -> None:
        """Offer what can be chosen in a column; another word is allowed, for importing knows more."""
        offered = self.validation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        offered.showErrorMessage = False
        offered.add(f"{self.letter(column)}2:{self.letter(column)}{_LAST_ROW}")
        sheet.add_data_validation(offered)

    def lines(self, title: str, rows: Iterable[tuple[str, ...]]) -> None:
        """Write lines of text, and facts beside their labels."""
        sheet = self.book.create_sheet(_legal(title)[:31])
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 90
        for row, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                cell = self._write(sheet, row, column, value)
                cell.alignment = self.wrapped if len(values) > 1 else self.top
                if row == 1 or (len(values) > 1 and column == 1):
                    cell.font = self.bold

    def _fill(self, sheet: Any, row: int, column: int, value: CellValue) -> None:
        """Write a value in a row of a table, in the look of its sort."""
        is_text = isinstance(value, str)
        sort = (is_text, isinstance(value, dt.date), is_text and str(value).startswith(_FORMULA))
        if (look := self.looks.get(sort)) is not None and is_text:
            cell = sheet.cell(row, column)
            cell._style = look  # noqa: SLF001 - what openpyxl copies when it copies a cell
            cell._value, cell.data_type = _fitting(str(value)), "s"  # noqa: SLF001 - what it would check fits already
            return
        cell = self._write(sheet, row, column, value)
        if look is None:
            cell.alignment = self.wrapped if is_text else self.top
            self.looks[sort] = cell._style  # noqa: SLF001 - as above
        else:
            cell._style = look  # noqa: SLF001 - as above

    @staticmethod
    def _write(sheet: Any, row: int, column: int, value: CellValue) -> Any:
        """Write a value; a text stays a text, whatever it begins with."""
        if not isinstance(value, str):
            cell = sheet.cell(row, column, value)
            if isinstance(value, dt.date):
                cell.number_format = "yyyy-mm-dd"
            return cell
        cell = sheet.cell(row, column)
        cell.value = text = _fitting(value)
        cell.data_type = "s"
        if text.startswith(_FORMULA):
            cell.quotePrefix = True
        return cell


def _fitting(text: str) -> str:
    """Return a text that a cell holds."""
    text = _legal(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _legal(text: str) -> str:
    """Return a text without signs that no spreadsheet holds, and with `_x000D_` as the text that it is."""
    return _ESCAPED.sub("_x005F_", _ILLEGAL.sub("", text))


def _read_me(pen: _Pen, roadmap: Roadmap, words: Words) -> None:
    settings, mission = roadmap.settings, roadmap.mission
    heading = {key: written_heading(key, words.language) for key in ("when", "first_day", "last_day")}
    said = {
        "title": {"name": mission.programme.name},
        "text": {"steps": words("spreadsheet.sheets.steps")},
        "edit": {"file": FILE},
        "when": {"when": heading["when"]},
        "days": {"first": heading["first_day"], "last": heading["last_day"], "when": heading["when"]},
        "ids": {},
        "lists": {},
        "left_steering" if roadmap.audience is Audience.STEERING else "left": {},
    }
    facts = {
        "name": mission.programme.name,
        "organisation": mission.programme.organisation,
        "mission": mission.mission,
        "horizon": mission.horizon.title,
        "horizon_when": in_braces(mission.horizon.when),
        "start": in_braces(settings.start),
        "updated": settings.updated.isoformat(),
        "language": settings.language,
    }
    lines: list[tuple[str, ...]] = [(words(f"spreadsheet.read_me.{key}", **values),) for key, values in said.items()]
    lines += [(words(f"spreadsheet.facts.{key}"), text) for key, text in facts.items() if text]
    pen.lines(words("spreadsheet.sheets.read_me"), lines)


def _steps(pen: _Pen, roadmap: Roadmap, words: Words) -> None:
    """Write a row for every step, and a column for every field that some step has."""
    language = words.language
    rows = [_step_cells(step, unit, roadmap, language) for unit in roadmap.units.values() for step in unit.steps]
    used = {key for row in rows for key, value in row.items() if value is not None}
    keys = [*_FIRST, *(name for name in Step.model_fields if name not in _FIRST and name in used)]
    columns = [(key, written_heading(key, language)) for key in keys]
    choices = {key: [written_choice(key, value, language) for value in values] for key, values in _CHOICES.items()}
    pen.sheet(words("spreadsheet.sheets.steps"), columns, ([row.get(key) for key in keys] for row in rows), choices)


def _step_cells(step: Step, unit: Unit, roadmap: Roadmap, language: str) -> dict[str, CellValue]:
    head = roadmap.path_head(unit)
    found = {name: as_cell(getattr(step, name), Step, name, language) for name in Step.model_fields}
    place: dict[str, CellValue] = {
        "department": head.name,
        "team": unit.name if unit is not head else None,
        "unit": unit.id,
        "first_day": step.when.first,
        "last_day": step.when.last,
    }
    return {**found, **place}


def _unit_cells(unit: Unit, words: Words) -> dict[str, CellValue]:
    found = {
        name: as_cell(getattr(unit, name), Unit, name, words.language)
        for name in our_columns(UNITS)
        if name in Unit.model_fields
    }
    contact = {f"contact_{name}": getattr(unit.contact, name) for name in CONTACT} if unit.contact else {}
    return {**found, **contact}


def _others(roadmap: Roadmap) -> Iterator[dict[str, CellValue]]:
    """Yield what steps name besides goals and each other, so that whoever reads the sheet knows what an id is."""
    named: dict[tuple[str, str], None] = {}
    for step in roadmap.steps.values():
        named |= {(kind, id_): None for _, kind, id_ in references(step) if kind not in {"step", "goal", "unit"}}
    for record, id_ in sorted(named):
        practice = roadmap.practice.get((record, id_))
        persona = roadmap.personas.get(id_) if record == "persona" else None
        yield {"record": record, "id": id_, "name": persona.name if persona else practice.title if practice else id_}


def _records(pen: _Pen, sheet: str, rows: list[dict[str, CellValue]], words: Words) -> None:
    used = {key for row in rows for key, value in row.items() if value is not None}
    keys = [key for key in our_columns(sheet) if key in used or key in {"id", "name", "title", "record"}]
    columns = [(key, column_heading(sheet, key, words.language)) for key in keys]
    pen.sheet(words(f"spreadsheet.sheets.{sheet}"), columns, ([row.get(key) for key in keys] for row in rows))


def _fixed(data: bytes, updated: dt.date) -> bytes:
    """Return a workbook in which no time of today stands: not in its properties, nor in its own list of files."""
    day = f"{updated.isoformat()}T00:00:00Z".encode()
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as fixed:
        for item in made.infolist():
            part = made.read(item)
            if item.filename == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + day + rb"\g<3>", part)
            whole = zipfile.ZipInfo(item.filename, _ZIP_DAY)
            whole.compress_type, whole.create_system, whole.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            fixed.writestr(whole, part)
    return file.getvalue()
