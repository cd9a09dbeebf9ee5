"""The personas: the list, and the page of each with what changes for them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stip.model import Persona, Status, Step
from stip.pages.selection import by_date
from stip.pages.views.entries import EntryGroup, entries, for_everyone, for_persona
from stip.pages.views.items import (
    ContactItem,
    LinkItem,
    PersonaItem,
    StepItem,
    contact_item,
    persona_item,
    question_items,
    step_item,
)
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.pages.links import Here


MOST = 150
"""So many steps stand on the page of a persona; of more only the first to come, and the departments that have them."""
_COMING, _REACHED = 100, 20
"""So many of more than that: those to come, and those reached last."""


@as_view
class PersonasView:
    """The index of personas."""

    frame: Frame
    heading: str
    lead: str
    personas: tuple[PersonaItem, ...]


@as_view
class ChangeFor:
    """A step, with what it brings this persona."""

    step: StepItem
    benefit: str
    todo: str
    fits: str


@as_view
class Listed:
    """A list of lines under a heading."""

    title: str
    lines: tuple[str, ...]


@as_view
class PersonaView:
    """All that the page of a persona shows."""

    frame: Frame
    item: PersonaItem
    persona: Persona
    assumption: bool
    basis: str
    lists: tuple[Listed, ...]
    changes: tuple[ChangeFor, ...]
    reached: tuple[ChangeFor, ...]
    questions: tuple[LinkItem, ...]
    entries: tuple[EntryGroup, ...]
    contact: ContactItem | None
    back: LinkItem
    my_route: str
    calendar: str
    all: int = 0
    """How many steps there are, when not all of them stand here."""
    by_unit: tuple[LinkItem, ...] = ()
    """Where all of them stand: a link to each department that has some."""


def personas_view(here: Here) -> PersonasView:
    """Gather the index of personas."""
    words = here.context.words
    return PersonasView(
        frame=frame(here, words("site.persona.index"), words("site.persona.index_description")),
        heading=words("site.persona.index_title"),
        lead=words("site.persona.index_lead"),
        personas=tuple(persona_item(key, here) for key in here.context.roadmap.personas),
    )


def persona_view(persona_id: str, here: Here) -> PersonaView:
    """Gather the page of a persona."""
    context, words = here.context, here.context.words
    persona = context.roadmap.personas[persona_id]
    index = LinkItem(words("site.persona.index"), here.to(context.addresses.personas))
    steps = [step for step in by_date(context.roadmap.steps.values()) if concerns(step, persona_id)]
    changes = [step for step in steps if step.status is not Status.DONE]
    reached = [step for step in steps if step.status is Status.DONE]
    is_large = len(steps) > MOST
    if is_large:
        ahead = [step for step in changes if step.when.last is None or step.when.last >= context.today]
        changes, reached = ahead[:_COMING], reached[-_REACHED:]
    return PersonaView(
        frame=frame(here, persona.name, words("site.persona.description", name=persona.name), index),
        item=persona_item(persona_id, here),
        persona=persona,
        assumption=persona.interviews is None or persona.interviews.count == 0,
        basis=_basis(persona, here),
        lists=_lists(persona, here),
        changes=tuple(_change(s, persona_id, here) for s in changes),
        reached=tuple(_change(s, persona_id, here) for s in reached),
        questions=question_items(here, persona_id=persona_id),
        entries=entries(for_persona(persona_id, here), here, most=3, others=for_everyone(here)),
        contact=contact_item(persona.contact or context.roadmap.mission.programme.contact),
        back=LinkItem(words("site.persona.back"), index.href),
        my_route=here.route(persona=persona_id),
        calendar=here.calendar(),
        all=len(steps) if is_large else 0,
        by_unit=_by_unit(steps, persona_id, here) if is_large else (),
    )


def _by_unit(steps: list[Step], persona_id: str, here: Here) -> tuple[LinkItem, ...]:
    """Link to the steps of each unit for a persona: on its route where it has one, else on its own page."""
    context, roadmap = here.context, here.context.roadmap
    counts = Counter(roadmap.unit_of[step.id].id for step in steps)
    return tuple(
        LinkItem(
            context.words("site.persona.of_unit", name=unit.name, count=counts[unit.id]),
            (here.route(department=unit.id, persona=persona_id) if unit.id in context.choosable else "")
            or here.unit(unit),
        )
        for unit in roadmap.units.values()
        if unit.id in counts
    )


def concerns(step: Step, persona_id: str) -> bool:
    """Tell whether a living step is about a persona."""
    return step.status is not Status.STOPPED and (persona_id in step.personas or persona_id in step.benefits)


def benefit_for(step: Step, persona_id: str) -> str:
    """Return what a step brings a persona: its own words, else those for everyone."""
    return step.benefits.get(persona_id) or step.benefits.get("", "")


def _change(step: Step, persona_id: str, here: Here) -> ChangeFor:
    return ChangeFor(
        step_item(step, here), benefit_for(step, persona_id), step.todo or "", step.fits.get(persona_id, "")
    )


def _basis(persona: Persona, here: Here) -> str:
    words, talks = here.context.words, persona.interviews
    if talks is None or talks.count == 0:
        return words("site.persona.assumption_text")
    count = words("site.count.interviews", count=talks.count)
    if talks.period:
        text = words("site.persona.based_on_when", interviews=count, when=period_text(talks.period, words))
    else:
        text = words("site.persona.based_on", interviews=count)
    return f"{text} {words('site.persona.based_by', by=talks.by)}" if talks.by else text


def _lists(persona: Persona, here: Here) -> tuple[Listed, ...]:
    words = here.context.words
    lines = {
        "needs": persona.needs,
        "barriers": persona.barriers,
        "devices": persona.devices,
        "tasks": persona.tasks,
        "workplace": (persona.workplace,) if persona.workplace else (),
        "work_style": (persona.work_style,) if persona.work_style else (),
    }
    return tuple(Listed(words(f"site.persona.{key}"), tuple(texts)) for key, texts in lines.items() if texts)
