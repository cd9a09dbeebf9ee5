"""Extra: openpyxl, which only who reads or writes a spreadsheet has installed; its one owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stip.spreadsheet.cells import SpreadsheetError

if TYPE_CHECKING:
    from stip.text.words import Words


def openpyxl_or_none() -> Any:
    """Return openpyxl, or None when it is not installed."""
    try:
        import openpyxl  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        return None
    return openpyxl


def openpyxl_or_refuse(words: Words) -> Any:
    """Return openpyxl. Raises SpreadsheetError, which says what to install."""
    found = openpyxl_or_none()
    if found is None:
        raise SpreadsheetError(words("spreadsheet.refused.extra"))
    return found
