"""Spreadsheet: a plan that people keep in Excel or CSV, read to a roadmap; and a roadmap written as such a plan."""

from stip.spreadsheet.cells import SpreadsheetError
from stip.spreadsheet.files import roadmap_files
from stip.spreadsheet.importing import Asked, WrongColumnsError, read_columns, read_draft
from stip.spreadsheet.opening import open_book
from stip.spreadsheet.plan_sheet import FILE, can_write, plan_sheet

__all__ = [
    "FILE",
    "Asked",
    "SpreadsheetError",
    "WrongColumnsError",
    "can_write",
    "open_book",
    "plan_sheet",
    "read_columns",
    "read_draft",
    "roadmap_files",
]
