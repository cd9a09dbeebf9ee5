"""What the route page asks for: a script file for each department and persona, with its steps as data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from stip import art
from stip.model import Step
from stip.model.practices import Group
from stip.model.steps import OVER
from stip.pages.context import Context
from stip.pages.selection import band_of, by_date, coming, route_at
from stip.pages.timing import coming_and_past
from stip.pages.views.entries import entry, for_everyone, for_persona, naming_unit
from stip.pages.views.items import contact_item, family, question_items, step_item
from stip.pages.views.personas import benefit_for, concerns
from stip.pages.views.steps import HORIZON_ANCHOR, planks
from stip.pages.views.units import path_end
from stip.periods import Period, Precision
from stip.text.dates import period_text, weekday_text

if TYPE_CHECKING:
    from stip.editions import Edition
    from stip.model import Contact, Practice, Roadmap, Unit
    from stip.pages.links import Here

_FIRST = 12

Data = dict[str, Any]


def route_data(
    roadmap: Roadmap,
    calendar_head: str,
    events: Mapping[str, str],
    *,
    directory_urls: bool,
    editions: tuple[Edition, ...] = (),
) -> Iterator[tuple[str, str]]:
    """Yield (path, content) of each file; none when the site has no route page.

    A file is one call, so that a page can load it from a folder on disk too. `events` are the calendar events of
    steps by id; `calendar_head` is the beginning of a calendar file; `editions` are what was frozen for print.
    """
    context = Context.of(roadmap, directory_urls=directory_urls, editions=editions)
    addresses = context.addresses
    if addresses.route not in context.paths:
        return
    here = context.at(addresses.route)
    for unit in context.choosable.values():
        data = _unit(unit, here, events) | {"calendar": calendar_head}
        yield addresses.route_data("department", unit.id), _call(data)
    for key in roadmap.personas:
        data = _persona(key, here, events) | {"calendar": calendar_head}
        yield addresses.route_data("persona", key), _call(data)


def _call(data: Data) -> str:
    """Write data as a call that is safe anywhere: ASCII only, and nothing that could end a script element."""
    text = json.dumps(_without_empty(data), separators=(",", ":"), sort_keys=True)
    return f"stipRoute({text.replace('<', chr(92) + 'u003c')})\n"


def _without_empty(value: Any) -> Any:
    """Leave out empty texts and lists: the script reads them as absent."""
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item not in ("", None, [], ())}
    return [_without_empty(item) for item in value] if isinstance(value, list | tuple) else value


def _unit(unit: Unit, here: Here, events: Mapping[str, str]) -> Data:
    """Say everything about a department or team: its own steps, its teams' and those above it."""
    context, words, roadmap = here.context, here.context.words, here.context.roadmap
    near = family(unit, roadmap)
    steps = by_date(step for one in near if not one.is_gone(context.today) for step in one.steps)
    more = any(roadmap.unit_of[step.id].id != unit.id for step in steps)
    number = roadmap.number(unit)
    stretch = route_at(unit, context.today)
    asked = next((one.contact for one in (unit, *roadmap.ancestors(unit)) if one.contact), None)
    return {
        "key": f"department/{unit.id}",
        "name": unit.name,
        "of": words("route.with_teams", name=unit.name) if more else unit.name,
        "href": here.unit(unit),
        "notice": words("site.route.0") if stretch and stretch.route == 0 else "",
        "end": _end(unit, here),
        "steps": _steps(steps, here, events, home=unit.id),
        "contacts": _contacts(asked),
        "questions": _questions(here, units=family(unit, roadmap)),
        "learn": _learn((*naming_unit(unit, here), *for_everyone(here)), here),
        **_path(number),
    }


def _persona(persona_id: str, here: Here, events: Mapping[str, str]) -> Data:
    """Say what comes first for a persona, of all departments; the rest is on the persona's own page."""
    roadmap = here.context.roadmap
    persona = roadmap.personas[persona_id]
    steps = [
        step
        for step in by_date(roadmap.steps.values())
        if concerns(step, persona_id)
        and step.status not in OVER
        and not roadmap.unit_of[step.id].is_gone(here.context.today)
    ]
    return {
        "key": f"persona/{persona_id}",
        "name": persona.name,
        "href": here.persona(persona_id),
        "total": len(steps),
        "steps": _steps(steps[:_FIRST], here, events),
        "contacts": _contacts(persona.contact),
        "questions": _questions(here, persona_id=persona_id),
        "learn": _learn((*for_persona(persona_id, here), *for_everyone(here)), here),
    }


def _path(number: int | None) -> Data:
    if not number:
        return {}
    return {"number": number, "path": art.path_class(number), "pattern": art.path_pattern(number)}


def _end(unit: Unit, here: Here) -> Data:
    """Say where the path ends; a department without steps of its own ends at the dot like everyone."""
    if not unit.steps:
        context = here.context
        title = context.roadmap.mission.horizon.title
        href = here.to(context.addresses.mission, HORIZON_ANCHOR)
        return {"text": context.words("site.unit.end_horizon", title=title), "href": href, "dot": 1}
    text, href, dot = path_end(unit, here)
    return {"text": text, "href": href, "dot": 1 if dot else ""}


def _contacts(contact: Contact | None) -> list[Data]:
    item = contact_item(contact)
    return [{"role": item.role, "email": item.email, "phone": item.phone}] if item else []


def _questions(here: Here, units: tuple[Unit, ...] = (), persona_id: str = "") -> list[Data]:
    return [{"text": item.text, "href": item.href} for item in question_items(here, units, persona_id)]


def _learn(practices: Iterable[Practice], here: Here) -> list[Data]:
    """Say how people learn and who helps them, from now on, soonest first; `who` are the personas, empty for all."""
    found = {id(one): one for one in practices if one.group in {Group.TRAIN, Group.HELPER}}.values()
    ahead = coming_and_past(found, here.context.today)[0][:_FIRST]
    shown = [(one, entry(one, here)) for one in ahead]
    return [{"title": item.title, "href": item.href, "text": item.note, "who": one.personas} for one, item in shown]


def _steps(steps: Iterable[Step], here: Here, events: Mapping[str, str], home: str = "") -> list[Data]:
    found = tuple(steps)
    ranks = {step.id: rank for rank, step in enumerate(coming(found, here.context.today), start=1)}
    return [_step(step, here, home) | _dates(step, here, ranks, events) for step in found]


def _step(step: Step, here: Here, home: str) -> Data:
    item, unit = step_item(step, here), here.context.roadmap.unit_of[step.id]
    elsewhere = unit.id != home
    return {
        "title": item.title,
        "href": item.href,
        "kind": item.kind,
        "number": item.number,
        "status": item.status,
        "state": item.status_text,
        "when": item.when,
        "was": item.was,
        "changed": item.mark,
        "changed_text": item.mark_text,
        "band": band_of(step.when, here.context),
        "unit": item.unit if elsewhere else "",
        "disc": item.unit_number if elsewhere and not home else "",
        "path": art.path_class(item.unit_number) if elsewhere and not home and item.unit_number else "",
        "for": {key: benefit_for(step, key) or 1 for key in here.context.roadmap.personas if concerns(step, key)},
        "benefit": step.benefits.get("", ""),
        "todo": step.todo,
        "help": step.help,
        "over": 1 if step.status in OVER else "",
        "planks": [
            {"text": plank.text, "href": plank.href, "number": plank.number, "path": art.path_class(plank.number or 1)}
            for plank in planks(step, here)
        ],
    }


def _dates(step: Step, here: Here, ranks: Mapping[str, int], events: Mapping[str, str]) -> Data:
    """Say when it is this step's turn among those to come, and its calendar event."""
    rank = ranks.get(step.id)
    if rank is None:
        return {}
    event = "" if step.status in OVER else events.get(step.id, "")
    return {"rank": rank, "due": _due(step.when, here), "event": event}


def _due(when: Period, here: Here) -> str:
    """Write the next day that counts: a single day with its name, the end of what has begun."""
    words, today = here.context.words, here.context.today
    if when.end is not None:
        begun = when.first is not None and when.first <= today
        return words("site.route.until", when=period_text(when.end, words)) if begun else period_text(when, words)
    if when.first is not None and when.precision is Precision.DAY:
        return weekday_text(when.first, words)
    return period_text(when, words)
