"""Formats: a report for a terminal, for the discussion of a merge request, and for other programs.

The JSON is one object:

- `version`: 1; it becomes 2 when a program that reads it would have to change.
- `old`, `new`: what the sides are called; `frozen`: whether one is an edition, so that only what it keeps was compared.
- `remarks`: what the reader must know of how was compared.
- `count`: how many changes there are.
- `warnings`: what a reviewer must see: `kind` (`later`, `number`, `reopened`, `paper`), `record`, `id`, `message`.
- `changes`: each with `kind`, `record` and `id`, `title`, `department` (the id of the one that it is about; empty for
  what is about more, or for everyone), `key` (of a field: the way to it in YAML, `contact.email`), `parts` (of lists
  and mappings on that way: which item), `old` and `new` (in the forms of roadmap.yaml; null: not there, or too much to
  repeat) and the `sentence` that people read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from stip.comparison.compare import ADDED, NEW_ID, REMOVED, Change, Comparison
from stip.comparison.markdown import as_markdown
from stip.comparison.records import naming, title_of
from stip.comparison.report import Report
from stip.editions import GoalChangeKind, StepChangeKind, UnitChangeKind, WholeChange
from stip.exports.forms import written
from stip.model import Record

VERSION = 1
_INDENT = "  "
_TELLING: Mapping[str, str] = {
    **dict.fromkeys(("done", "started", "delayed", "stopped", "restarted", "reopened"), "status"),
    **dict.fromkeys(("later", "earlier", "sharper", "vaguer"), "when"),
    StepChangeKind.OTHER_KIND: "kind",
    StepChangeKind.WAITS: "after",
    StepChangeKind.WAITS_NO_MORE: "after",
    StepChangeKind.GOALS: "goals",
    UnitChangeKind.MOVED: "part_of",
    UnitChangeKind.ENDED: "until",
}
"""The field that a kind of change is about."""


def as_text(report: Report) -> str:
    """Write a report for a terminal."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    words = report.words
    yield from (*report.heads, *report.remarks)
    if report.counts:
        yield from ("", words("diff.counts"), *(f"{_INDENT}{one}" for one in report.counts))
    if report.heeds:
        yield from ("", words("diff.heed"), *(f"{_INDENT}{report.warning(one)}" for one in report.heeds))
    for section in report.sections:
        yield from ("", section.title)
        for item in section.items:
            said = [line.sentence for line in item.lines]
            if item.title and len(said) > 1:
                yield from (f"{_INDENT}{item.title}", *(f"{_INDENT * 2}{one}" for one in said))
            else:
                yield from (f"{_INDENT}{item.title}: {one}" if item.title else f"{_INDENT}{one}" for one in said)


def as_json(report: Report) -> str:
    """Write a report for other programs."""
    comparison = report.comparison
    warnings = [
        {"kind": one.kind, "record": one.change.record, "id": one.change.id, "message": report.warning(one)}
        for one in report.heeds
    ]
    changes = [
        _change(line.change, section.department, line.sentence, comparison)
        for section in report.sections
        for item in section.items
        for line in item.lines
    ]
    whole = {
        "version": VERSION,
        "old": comparison.old.name,
        "new": comparison.new.name,
        "frozen": comparison.frozen,
        "remarks": [*report.remarks],
        "count": report.count,
        "warnings": warnings,
        "changes": changes,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _change(change: Change, department: str, sentence: str, comparison: Comparison) -> dict[str, Any]:
    old, new = _values(change, comparison)
    field = change.field
    return {
        "kind": change.kind,
        "record": change.record,
        "id": change.id,
        "title": change.title,
        "department": department,
        "key": field.path if field else "",
        "parts": [_part(way.part) for way in field.way if way.part is not None] if field else [],
        "old": written(old),
        "new": written(new),
        "sentence": sentence,
    }


def _part(part: Record | str) -> Any:
    """Return which item of a list or mapping it is: its key, or the fields that tell it from the others."""
    if isinstance(part, str):
        return part
    return {one.key: written(getattr(part, one.name)) for one in naming(part)}


def _values(change: Change, comparison: Comparison) -> tuple[Any, Any]:
    """Return what a change is from and to."""
    sides = comparison.old.edition, comparison.new.edition
    if change.field:
        return change.field.old, change.field.new
    if change.kind in {ADDED, REMOVED}:
        return change.old, change.new
    if change.kind == NEW_ID:
        return change.was, change.id
    found: list[Any]
    if change.kind == GoalChangeKind.RENAMED:
        found = [title_of(one) if one else None for one in (change.old, change.new)]
    elif change.kind == UnitChangeKind.RENUMBERED:
        found = [{unit.id: unit.number for unit in side.units}.get(change.id) for side in sides]
    elif change.kind == StepChangeKind.OTHER_UNIT:
        found = [side.unit_of[change.id].id for side in sides]
    elif change.kind in {*WholeChange}:
        found = [_whole(WholeChange(change.kind), side) for side in sides]
    else:
        name = _TELLING.get(change.kind, "")
        found = [getattr(one, name, None) for one in (change.old, change.new)]
    return found[0], found[1]


def _whole(kind: WholeChange, edition: Any) -> Any:
    horizon = edition.horizon
    values = {WholeChange.PROGRAMME: edition.programme, WholeChange.MISSION: edition.mission}
    return values.get(kind, horizon.title if kind is WholeChange.HORIZON else horizon.when)


FORMATS: Mapping[str, Callable[[Report], str]] = {"json": as_json, "markdown": as_markdown, "text": as_text}
"""The ways to write a report, by their names on the command line."""
