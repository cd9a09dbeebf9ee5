"""Files: a draft as the files of a new roadmap, each doubt a comment at the line that it is about."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from stip.loading.content import NAMES
from stip.model import Goal, Step, Unit
from stip.periods import Precision, parse_period
from stip.spreadsheet.cells import letters
from stip.spreadsheet.draft import Doubt, Draft, DraftStep, DraftUnit, Remark
from stip.spreadsheet.forms import shape
from stip.spreadsheet.moments import FIRST_YEAR, LAST_YEAR, read_text
from stip.spreadsheet.plain_yaml import Bare, comment, item, mapping

if TYPE_CHECKING:
    from stip.model import Record
    from stip.text.words import Words


def roadmap_files(draft: Draft, updated: dt.date, words: Words) -> dict[str, str]:
    """Return the files of a roadmap, by slash path; missing facts are filled in with what a person must change."""
    facts = _facts(draft, updated)
    files = {}
    names: list[str] = []
    for head, units in _grouped(draft).items():
        name = f"roadmap/{head}.yaml"
        names.append(name)
        files[name] = "\n".join(["departments:", *_units(units, words)]) + "\n"
    content = NAMES[words.language]
    extra = dict(_personas(draft, content.personas, words))
    if tools := _tools(draft):
        own = words("spreadsheet.fill.tools")
        names.append(next(one for one in _file_names(own) if one not in files))
        extra[names[-1]] = tools
    whole = {
        "roadmap.yaml": _roadmap(draft, facts, updated, names, words),
        f"content/{content.mission}": _mission(draft, facts, words),
    }
    return {**whole, **files, **extra}


def doubt_text(doubt: Doubt, words: Words) -> str:
    """Return what a person must look at, without its place."""
    return words(f"spreadsheet.doubts.{doubt.code}", **_one_line(doubt.values))


def _one_line(values: Mapping[str, object]) -> dict[str, object]:
    return {key: " ".join(value.split("\n")) if isinstance(value, str) else value for key, value in values.items()} or {
        "_": ""
    }


def _grouped(draft: Draft) -> dict[str, list[DraftUnit]]:
    """Divide the units over files: a unit with its teams in one, in the order in which they are listed."""
    found: dict[str, list[DraftUnit]] = {}
    for unit in draft.units.values():
        head = unit
        while (above := draft.units.get(str(head.fields.get("part_of", "")))) and above.steps:
            head = above
        found.setdefault(head.id, []).append(unit)
    return found


def _file_names(name: str) -> Iterator[str]:
    """Yield names for a file, one of which is free."""
    yield f"roadmap/{name}.yaml"
    yield from (f"roadmap/{name}-{number}.yaml" for number in itertools.count(2))


def _comments(
    doubts: list[Doubt], remarks: list[Remark], words: Words, known: Mapping[str, Any]
) -> dict[str, list[str]]:
    """Return the comments by the field above which they stand; under an empty key those about the whole."""
    found: dict[str, list[str]] = {}
    for doubt in doubts:
        text = words("spreadsheet.comment.doubt", text=doubt_text(doubt, words))
        if doubt.spot:
            at = words("spreadsheet.at.cell", row=doubt.spot.row, column=letters(doubt.spot.column))
            text = f"{text} {at}"
        found.setdefault(doubt.field if doubt.field in known else "", []).append(text)
    for remark in remarks:
        found.setdefault("", []).append(remark_text(remark, words))
    return found


def remark_text(remark: Remark, words: Words) -> str:
    """Return what a sheet says besides, as a comment."""
    values = dict(remark.values)
    if remark.code == "extra" and not values["heading"]:
        values["heading"] = words("spreadsheet.taken.no_heading")
    text = words(f"spreadsheet.comment.{remark.code}", **values)
    if remark.spot and remark.code != "note":
        text += f" {words('spreadsheet.at.cell', row=remark.spot.row, column=letters(remark.spot.column))}"
    return text


def _units(units: list[DraftUnit], words: Words) -> Iterator[str]:
    for place, unit in enumerate(units):
        if place:
            yield ""
        fields = _ordered(unit.fields, Unit)
        yield from item(fields, 2, _comments(unit.doubts, unit.remarks, words, fields))
        if unit.steps:
            yield "    steps:"
            for step in unit.steps:
                yield from _step(step, words)


def _step(step: DraftStep, words: Words) -> Iterator[str]:
    fields = _ordered(step.fields, Step)
    yield from item(fields, 6, _comments(step.doubts, step.remarks, words, fields))


def _ordered(fields: dict[str, Any], model: type[Record]) -> dict[str, Any]:
    """Return fields in the order of their record, periods as they are."""
    found = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        value = fields.get(key)
        if value is None or value in ([], {}, ""):
            continue
        found[key] = bare(value) if shape(model, name) == "period" else value
    return found


def bare(when: Any) -> Any:
    """Return a period so that it stands without quotes."""
    return {key: Bare(text) for key, text in when.items()} if isinstance(when, dict) else Bare(when)


def _facts(draft: Draft, updated: dt.date) -> dict[str, Any]:
    """Return where the roadmap begins and ends: as the sheet says, else the years between which its steps lie."""
    known = [parse_period(step.fields["when"]) for step in draft.steps]
    years = [day.year for period in known for day in (period.first, period.last) if day]
    start = read_text(draft.facts.get("start", "")).when
    horizon = read_text(draft.facts.get("horizon_when", "")).when
    begin = parse_period(start) if start else None
    end = parse_period(horizon) if horizon else None
    starts = [parse_period(step.fields["when"]).first for step in draft.steps if step.fields.get("status") != "stopped"]
    latest = max((day for day in starts if day), default=None)
    too_early = end is None or end.last is None or (latest is not None and end.last < latest)
    too_early = too_early or (
        begin is not None
        and begin.first is not None
        and end is not None
        and end.last is not None
        and end.last < begin.first
    )
    last = max([*years, updated.year, *([begin.last.year] if begin and begin.last else [])])
    return {
        "start": start if begin and begin.precision is not Precision.LATER else None,
        "first_year": str(max(min([*years, updated.year]), FIRST_YEAR)),
        "horizon": None if too_early else horizon,
        "last_year": str(min(last, LAST_YEAR)),
    }


def _roadmap(draft: Draft, facts: dict[str, Any], updated: dt.date, names: list[str], words: Words) -> str:
    comments = _comments(
        [doubt for doubt in draft.doubts if doubt.field in {"", "updated"}], [], words, {"updated": ""}
    )
    head = [words("spreadsheet.comment.made", file=draft.file), *comments.pop("", [])]
    sheet = ""
    for remark in draft.above:
        if remark.spot and remark.spot.sheet != sheet:
            sheet = remark.spot.sheet
            head.append(words("spreadsheet.comment.above", sheet=sheet))
        head.append(f"  {remark_text(remark, words)}")
    if not facts["start"]:
        comments["start"] = [_guess("start_guess", words)]
    fields: dict[str, Any] = {
        "version": 1,
        "language": words.language,
        "updated": Bare(updated.isoformat()),
        "start": bare(facts["start"] or facts["first_year"]),
        # In the order of the sheet; the pattern is for the file that somebody adds.
        "include": [*names, "roadmap/*.yaml"],
    }
    lines = [line for text in head for line in comment(text, 0)]
    return "\n".join([*lines, *mapping(fields, 0, comments)]) + "\n"


def _guess(code: str, words: Words) -> str:
    return words("spreadsheet.comment.doubt", text=words(f"spreadsheet.doubts.{code}"))


def _mission(draft: Draft, facts: dict[str, Any], words: Words) -> str:
    told = draft.facts
    programme: dict[str, Any] = {"name": told.get("name", "")[:80] or words("spreadsheet.fill.programme")}
    if told.get("organisation"):
        programme["organisation"] = told["organisation"][:180]
    fields: dict[str, Any] = {
        "programme": programme,
        "mission": told.get("mission", "")[:4000] or words("spreadsheet.fill.mission"),
        "goals": [_ordered(goal, Goal) for goal in draft.goals],
        "horizon": {
            "title": told.get("horizon", "")[:180] or words("spreadsheet.fill.horizon"),
            "when": bare(facts["horizon"] or facts["last_year"]),
        },
    }
    if not draft.goals:
        del fields["goals"]
    comments = {} if facts["horizon"] else {"horizon": [_guess("horizon_guess", words)]}
    return "\n".join(["---", *mapping(fields, 0, comments), "---", words("spreadsheet.fill.body")]) + "\n"


def _personas(draft: Draft, folder: str, words: Words) -> Iterator[tuple[str, str]]:
    """Yield a file with hardly anything in it for each persona that steps name."""
    names = {id_: name for record, id_, name in draft.others if record == "persona"}
    named: dict[str, None] = {}
    for step in draft.steps:
        named |= dict.fromkeys(step.fields.get("personas", ()))
        told = [step.fields.get("fits", {}), step.fields.get("benefit", {})]
        named |= dict.fromkeys(key for one in told if isinstance(one, dict) for key in one)
    for id_ in named:
        fields = {"name": names.get(id_, id_), "needs": [words("spreadsheet.fill.need")]}
        lines = ["---", *mapping(fields, 0), "---", words("spreadsheet.fill.persona")]
        yield f"content/{folder}/{id_}.md", "\n".join(lines) + "\n"


def _tools(draft: Draft) -> str:
    """Return a file with every tool that steps name; nothing when they name none."""
    names = {id_: name for record, id_, name in draft.others if record == "tool"}
    named = dict.fromkeys(id_ for step in draft.steps for id_ in step.fields.get("tools", ()))
    listed = [{"id": id_, "title": names.get(id_, id_), "status": "allowed"} for id_ in named]
    return "\n".join(mapping({"tools": listed}, 0)) + "\n" if listed else ""
