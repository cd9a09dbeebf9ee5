"""My route: choose a department and your work; without script a plain index of both."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stip.art import path_pattern
from stip.model import Status, StepKind, Unit
from stip.model.practices import Topic
from stip.pages.lanes import lanes_of
from stip.pages.selection import choices
from stip.pages.views.home import groups_of
from stip.pages.views.items import LinkItem, PersonaItem, horizon_label, persona_item
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view
from stip.text.dates import day_text

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class Option:
    """Something to choose: its id, name, page and data; `team` marks what is part of the one before it."""

    value: str
    text: str
    href: str
    data: str
    team: bool = False


@as_view
class OptionGroup:
    """The departments of a cluster with their teams; a group without title stands alone."""

    title: str
    options: tuple[Option, ...]


@as_view
class RouteView:
    """All that the page shows before a choice, and what its script needs to show one."""

    frame: Frame
    lead: str
    groups: tuple[OptionGroup, ...]
    options: tuple[Option, ...]
    personas: tuple[PersonaItem, ...]
    department_parameter: str
    persona_parameter: str
    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    patterns: tuple[int, ...]
    changed: tuple[str, ...]
    """The signs of steps that are new or stand elsewhere."""
    today: str
    horizon_label: str
    questions: LinkItem | None
    learning: str
    script_words: str


def route_view(here: Here) -> RouteView:
    """Gather the page."""
    context, words, roadmap = here.context, here.context.words, here.context.roadmap
    steps = roadmap.steps.values()
    index = context.addresses.questions
    return RouteView(
        frame=frame(here, words("route.title"), words("route.description")),
        lead=words("route.lead"),
        groups=_groups(here),
        options=tuple(
            Option(key, persona.name, here.persona(key), _data(here, "persona", key))
            for key, persona in roadmap.personas.items()
        ),
        personas=tuple(persona_item(key, here) for key in roadmap.personas),
        department_parameter=words("route.parameter.department"),
        persona_parameter=words("route.parameter.persona"),
        statuses=tuple(status for status in Status if any(step.status is status for step in steps)),
        kinds=tuple(kind for kind in StepKind if any(step.kind is kind for step in steps)),
        changed=tuple(sorted({str(change.kind) for change in here.context.history.marks.values()})),
        patterns=tuple(sorted({path_pattern(number) for number in roadmap.numbers.values()})),
        today=words("route.today", date=day_text(context.today, words)),
        horizon_label=horizon_label(roadmap),
        learning=here.to(context.addresses.topics[Topic.LEARNING]) if Topic.LEARNING in context.topics else "",
        questions=LinkItem(words("site.unit.all_questions"), here.to(index)) if roadmap.questions else None,
        script_words=json.dumps(_script_words(here), ensure_ascii=False),
    )


def _groups(here: Here) -> tuple[OptionGroup, ...]:
    """Show every unit to choose from, under the names of their clusters."""
    context = here.context
    heads: dict[str, list[Option]] = {}
    last = ""
    departments = {unit.id for unit in choices(context)}
    for unit in context.choosable.values():
        last = unit.id if unit.id in departments else last
        heads.setdefault(last, []).append(_option(unit, here, team=unit.id != last))
    by_link = {here.unit(context.roadmap.units[key]): options for key, options in heads.items()}
    groups = groups_of(choices(context), lanes_of(context), here)
    return tuple(
        OptionGroup(group.title, tuple(option for unit in group.units for option in by_link[unit.href]))
        for group in groups
    )


def _option(unit: Unit, here: Here, *, team: bool) -> Option:
    return Option(unit.id, unit.name, here.unit(unit), _data(here, "department", unit.id), team)


def _data(here: Here, kind: str, record_id: str) -> str:
    return here.file(here.context.addresses.route_data(kind, record_id))


def _script_words(here: Here) -> dict[str, object]:
    """Return the texts that the script fills in, plurals as one and other."""
    entries = here.context.words.entries
    start = "route.script."
    return {key.removeprefix(start): entry for key, entry in entries.items() if key.startswith(start)}
