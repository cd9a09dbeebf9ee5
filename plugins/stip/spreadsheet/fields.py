"""Fields: what a cell says to the field of a step; what cannot stand there is kept beside it, with a doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stip.model import Step, StepKind
from stip.periods import parse_period
from stip.spreadsheet.forms import from_cell, longest, shape
from stip.spreadsheet.headings import SHEET_KEYS, choices, folded
from stip.spreadsheet.moments import in_braces, read_moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stip.spreadsheet.cells import Cell
    from stip.spreadsheet.draft import DraftStep
    from stip.spreadsheet.tables import Table

APART = {"id", "title", "when", "kind", "status", "reason", "goals", "after", "leads_to", *SHEET_KEYS}
"""What is not simply set as a field: it stands in more columns, names other records, or must agree with something."""
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?")
_SHORTEST = 4
_NEEDED = ("signal", "threshold", "owner", "action", "latest")
"""What an intervention must tell."""


def set_field(step: DraftStep, key: str, cell: Cell, heading: str) -> None:
    """Set a field of a step to what a cell says."""
    text = cell.text
    if shape(Step, key) in {"text", "text_or_told"}:
        most = longest(Step, key)
        if len(text) > most and from_cell(text, Step, key) is None:
            step.doubt("text_long", cell, key, heading=heading, most=most)
            step.remark("whole", cell, text=text)
            text = f"{text[: most - 1]}…"
    found = from_cell(text, Step, key)
    if found is None:
        code = "was_unclear" if key == "was" else "value_unclear"
        step.doubt(code, cell, "", heading=heading, text=cell.text)
        return
    if shape(Step, key) == "period" and read_moment(cell).doubt:
        step.doubt("value_read", cell, key, heading=heading, text=text, period=in_braces(parse_period(found)))
    if key == "text" and "text" in step.fields:  # the whole of a title that was cut
        found = f"{step.fields['text']}\n{found}"[: longest(Step, key)]
        if len(f"{step.fields['text']}\n{cell.text}") > longest(Step, key):
            step.remark("whole", cell, text=cell.text)
    if found is not False:
        step.fields[key] = found


def set_status(step: DraftStep, cells: dict[str, Cell], table: Table) -> None:
    """Give a step its status: as its own column says, else as its progress does."""
    known = choices("status")
    if cell := cells.get("status"):
        said = known.get(folded(cell.text))
        status = said or _inside(cell.text, known) or _by_progress(cell)
        if status:
            step.fields["status"] = status
        if status and not said:
            step.doubt("status_progress", cell, "status", text=cell.text, status=status)
        elif not status:
            step.doubt("status_unclear", cell, "status", text=cell.text)
    if cell := cells.get("progress"):
        status = _by_progress(cell) or known.get(folded(cell.text))
        if status is None:
            step.doubt("progress_unclear", cell, "status", text=cell.text)
        else:
            step.remark("extra", cell, heading=table.heading(cell.spot.column), text=cell.text)
            if "status" not in step.fields:
                step.fields["status"] = status
                if not cell.percent and "%" not in cell.text:
                    step.doubt("status_progress", cell, "status", text=cell.text, status=status)


def _inside(text: str, known: Mapping[str, str]) -> str | None:
    """Return the only status that a text of more words speaks of."""
    words = folded(text)
    if re.search(r"\b(?:niet|nog|not|geen|no)\b", words):
        return None
    found = {
        value for word, value in known.items() if len(word) >= _SHORTEST and re.search(rf"\b{re.escape(word)}\b", words)
    }
    return found.pop() if len(found) == 1 else None


def _by_progress(cell: Cell) -> str | None:
    """Return the status that a share of the work means: nothing, some of it, or all."""
    match = _PERCENT.fullmatch(cell.text.strip())
    if match is None:
        return None
    share = float(match[1].replace(",", "."))
    is_part = "%" not in cell.text and isinstance(cell.value, int | float)
    share *= 100 if is_part and share <= 1 else 1
    return None if share > 100 else "planned" if share == 0 else "done" if share == 100 else "running"


def drop_early_latest(step: DraftStep, cells: dict[str, Cell], table: Table) -> None:
    """Leave out a latest moment to step in that lies before the moment itself: a roadmap knows none."""
    latest = step.fields.get("latest")
    if latest is None or "latest" not in cells:
        return
    last, first = parse_period(latest).last, parse_period(step.fields["when"]).first
    if last and first and last < first:
        del step.fields["latest"]
        cell = cells["latest"]
        step.doubt("field_unclear", cell, "", heading=table.heading(cell.spot.column), text=cell.text)


def set_kind(step: DraftStep, cells: dict[str, Cell]) -> None:
    """Give a step its kind; an intervention without what it must tell is none yet."""
    cell = cells.get("kind")
    if cell is None:
        return
    kind = choices("kind").get(folded(cell.text))
    if kind is None:
        step.doubt("kind_unclear", cell, "kind", text=cell.text)
    elif kind == StepKind.INTERVENTION and (lacking := [key for key in _NEEDED if key not in step.fields]):
        step.doubt("kind_bare", cell, "kind", keys=", ".join(lacking))
        step.remark("extra", cell, heading="kind", text=cell.text)
    else:
        step.fields["kind"] = kind
