"""References: what steps name besides each other can be there, and what a step must tell is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.ids import near_id
from stip.model import Status, Unit
from stip.spreadsheet.forms import fits
from stip.spreadsheet.headings import plain

if TYPE_CHECKING:
    from stip.spreadsheet.draft import Draft, DraftStep
    from stip.text.words import Words

_NAMED = {"personas": "persona", "tools": "tool"}


def settle_references(draft: Draft, words: Words) -> None:
    """Make ids of the personas and tools that steps name in words, and fill in the reason that a step must have."""
    known = {(record, plain(name)): id_ for record, id_, name in draft.others}
    known |= {(record, plain(id_)): id_ for record, id_, _ in draft.others}
    for step in draft.steps:
        for field, record in _NAMED.items():
            if field in step.fields:
                step.fields[field] = _ids(step, field, record, known, draft)
                if not step.fields[field]:
                    del step.fields[field]
        for field in ("fits", "benefit"):
            told = step.fields.get(field)
            if isinstance(told, dict) and (wrong := [key for key in told if not fits(key, Unit, "id")]):
                step.doubt("field_unclear", None, "", heading=field, text=str({key: told[key] for key in wrong}))
                step.fields[field] = {key: text for key, text in told.items() if key not in wrong}
        if step.fields.get("status") in {Status.DELAYED, Status.STOPPED} and not step.fields.get("reason"):
            step.fields["reason"] = words("spreadsheet.fill.reason")
            step.doubt("reason_missing", None, "reason")


def _ids(step: DraftStep, field: str, record: str, known: dict[tuple[str, str], str], draft: Draft) -> list[str]:
    found: list[str] = []
    for text in step.fields[field]:
        id_ = known.get((record, plain(text)))
        if id_ is None:
            id_ = text if fits(text, Unit, "id") else near_id(text)
            if not fits(id_, Unit, "id"):
                step.doubt("field_unclear", None, "", heading=field, text=text)
                continue
            known[record, plain(text)] = id_
            draft.others.append((record, id_, text[:180]))
        if id_ not in found:
            found.append(id_)
    return found
