"""Units: the departments and teams that the steps of a sheet name, with ids and names that can be theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.ids import near_id
from stip.model import ENDS_HERE, Unit
from stip.model.base import TITLE_LENGTH
from stip.spreadsheet.cells import unlike
from stip.spreadsheet.draft import Doubt, Draft, DraftStep, DraftUnit, Remark
from stip.spreadsheet.forms import fits
from stip.spreadsheet.headings import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_ID = 40
_UNIT_IN_ID = 20


def new_id(name: str, taken: Iterable[str], otherwise: str) -> str:
    """Make an id from a name that is not taken: whole words, as many as fit."""
    known = set(taken)
    found = near_id(name)
    if len(found) > _LONGEST_ID:
        cut = found[: _LONGEST_ID + 1].rsplit("-", 1)[0]
        found = (cut if len(cut) >= _LONGEST_ID // 2 else found[:_LONGEST_ID]).strip("-")
    found = found or otherwise
    if not fits(found, Unit, "id") or found == ENDS_HERE:
        found = f"{found}-1"
    return found if found not in known else next(unlike(found, known))


def place_steps(draft: Draft) -> None:
    """Put every step under its unit, which is made when there is none; the order is that of the sheet."""
    names = _names(draft)
    for step in draft.steps:
        unit = _unit_of(step, draft, names)
        unit.steps.append(step)


def _names(draft: Draft) -> dict[tuple[str, str], str]:
    """Return the ids of the units that are there, by the name of the unit above them and their own."""
    found: dict[tuple[str, str], str] = {}
    for unit in draft.units.values():
        above = str(unit.fields.get("part_of", ""))
        found.setdefault((above, plain(unit.name)), unit.id)
    for unit in draft.units.values():
        found.setdefault(("", plain(unit.name)), unit.id)
    return found


def _unit_of(step: DraftStep, draft: Draft, names: dict[tuple[str, str], str]) -> DraftUnit:
    if step.unit in draft.units:
        unit = draft.units[step.unit]
        _check_names(step, unit, draft)
        return unit
    department = _named(step.department or step.unit, "", step, draft, names, asked="" if step.team else step.unit)
    own = department
    if step.team and plain(step.team) != plain(step.department):
        own = _named(step.team, department.id, step, draft, names, asked=step.unit)
    if step.unit and own.id != step.unit:
        step.doubt("unit_unknown", None, "unit", text=step.unit)
    return own


def _check_names(step: DraftStep, unit: DraftUnit, draft: Draft) -> None:
    """Say so when the names beside the id of a unit are those of another: somebody may have moved the step."""
    known, above = {plain(unit.name)}, unit
    while (above_id := str(above.fields.get("part_of", ""))) in draft.units:
        above = draft.units[above_id]
        known.add(plain(above.name))
    for name in filter(None, (step.department, step.team)):
        if plain(name) not in known and plain(short_name(name)) not in known:
            step.doubt("unit_beside", None, "unit", text=name, id=unit.id)


def _named(
    name: str, above: str, step: DraftStep, draft: Draft, names: dict[tuple[str, str], str], asked: str = ""
) -> DraftUnit:
    """Return the unit with a name under another; a new one when there is none."""
    key = (above, plain(name) or name.strip())
    if key in names:
        return draft.units[names[key]]
    if asked and asked not in draft.units and fits(asked, Unit, "id"):
        id_ = asked
    else:
        tried = new_id(name, (), f"afdeling-{len(draft.units) + 1}")
        id_ = new_id(f"{above}-{tried}" if tried in draft.units and above else tried, draft.units, tried)
    unit = DraftUnit({"id": id_, "name": short_name(name)})
    if unit.name != name:
        unit.doubts.append(Doubt("name_long", {"most": TITLE_LENGTH, "text": name}, step.spot, "name"))
    if above:
        unit.fields["part_of"] = above
    draft.units[id_] = unit
    names[key] = id_
    return unit


def short_name(name: str) -> str:
    """Return a name in one line that is not too long."""
    line = " ".join(name.split()) if "\n" in name or "\t" in name else name.strip()
    return line if len(line) <= TITLE_LENGTH else f"{line[: TITLE_LENGTH - 1].rstrip()}…"


def name_steps(draft: Draft) -> None:
    """Give every step an id: its own where it can be one, else one made from its title."""
    taken: set[str] = set()
    asked: dict[int, str] = {}
    for step in (step for unit in draft.units.values() for step in unit.steps):
        own = str(step.fields.pop("id", ""))
        if own and fits(own, Unit, "id") and own != ENDS_HERE and not own.isdigit() and own not in taken:
            step.fields["id"] = own
            taken.add(own)
        else:
            asked[id(step)] = own
    for unit in draft.units.values():
        for step in (step for step in unit.steps if id(step) in asked):
            step.fields["id"] = _id_from_title(step, unit.id, taken)
            taken.add(step.fields["id"])
            if own := asked[id(step)]:
                step.number = step.number or own
                if own in taken and own != step.fields["id"]:
                    step.doubt("id_taken", None, "id", text=own, id=step.fields["id"])
                else:  # a code of theirs, by which other rows may name it
                    step.remarks.append(Remark("number", {"text": own}, step.spot))


def _id_from_title(step: DraftStep, unit: str, taken: set[str]) -> str:
    tried = new_id(str(step.fields["title"]), (), f"stap-{step.spot.row}")
    if tried in taken:
        tried = new_id(f"{unit[:_UNIT_IN_ID]}-{tried}", (), tried)
    return new_id(tried, taken, tried)
