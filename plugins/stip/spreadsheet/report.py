"""Report: what was taken as what, every doubt with its cell, and every cell that has no place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from stip.spreadsheet.cells import letters
from stip.spreadsheet.files import doubt_text
from stip.spreadsheet.headings import written_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.spreadsheet.draft import Draft, Taken
    from stip.text.words import Words


def as_text(draft: Draft, words: Words) -> str:
    """Return the report for people."""
    return "\n".join(_lines(draft, words))


def _lines(draft: Draft, words: Words) -> Iterator[str]:
    for sheet in draft.sheets:
        values = {"sheet": sheet.name, "row": sheet.row, "steps": words("spreadsheet.report.steps", count=sheet.steps)}
        kind = words(f"spreadsheet.sheets.{sheet.form}") if sheet.code == "sheet_other" else ""
        yield words(f"spreadsheet.report.{sheet.code}", **values, kind=kind)
        if sheet.code == "sheet":
            yield f"  {words(f'spreadsheet.report.orientation.{sheet.form}')}"
        for taken in (one for one in draft.taken if one.sheet == sheet.name):
            yield f"  {letters(taken.column)}: {_taken(taken, words)}"
    doubts = [(str(doubt.spot) if doubt.spot else draft.file, doubt_text(doubt, words)) for doubt in draft.all_doubts()]
    if doubts:
        yield words("spreadsheet.report.doubt_list")
        yield from (f"  {place}: {text}" for place, text in doubts)
    left = [(cell, note) for cell, note in draft.left()]
    if left:
        yield words("spreadsheet.report.left", count=len(left))
        for cell, note in left:
            text = (
                words("spreadsheet.comment.note", cell=cell.spot, text=cell.note)
                if note
                else f"{cell.spot}: {cell.text}"
            )
            if cell.note and not note:
                text += f" [{cell.note}]"
            yield f"  {text.replace(chr(10), ' / ')}"
    yield words(
        "spreadsheet.report.total",
        steps=words("spreadsheet.report.steps", count=len(draft.steps)),
        units=words("spreadsheet.report.units", count=len(draft.units)),
        doubts=words("spreadsheet.report.doubts", count=len(doubts)),
    )


def _taken(taken: Taken, words: Words) -> str:
    heading = f"'{taken.heading}'" if taken.heading else words("spreadsheet.taken.no_heading")
    name = f"spreadsheet.field.{taken.field}"
    field = words(name) if name in words else written_heading(taken.field, words.language).lower()
    return words(f"spreadsheet.taken.{taken.code}", heading=heading, field=field, period=taken.field)


def as_json(draft: Draft, words: Words, files: tuple[str, ...]) -> str:
    """Return the report for programs: one object, of which a new `version` reads otherwise."""
    whole: dict[str, Any] = {
        "version": 1,
        "file": draft.file,
        "sheets": [
            {
                "sheet": one.name,
                "read_as": one.form or one.code.removeprefix("sheet_"),
                "row": one.row,
                "steps": one.steps,
            }
            for one in draft.sheets
        ],
        "columns": [
            {
                "sheet": one.sheet,
                "column": letters(one.column),
                "heading": one.heading,
                "taken": one.code,
                "as": one.field,
            }
            for one in draft.taken
        ],
        "doubts": [
            {
                "cell": str(one.spot) if one.spot else "",
                "code": one.code,
                "field": one.field,
                "message": doubt_text(one, words),
            }
            for one in draft.all_doubts()
        ],
        "left": [
            {"cell": str(cell.spot), "text": "" if note else cell.text, "comment": cell.note}
            for cell, note in draft.left()
        ],
        "steps": len(draft.steps),
        "units": len(draft.units),
        "files": list(files),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)
