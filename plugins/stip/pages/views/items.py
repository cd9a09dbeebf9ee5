"""The small things that many pages show: a link, a unit, a step, a persona, a contact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stip.editions import EditionStep
from stip.model import Contact, Picture, Question, Status, Step, StepKind, Unit
from stip.pages.selection import current
from stip.pages.views.view import as_view
from stip.periods import Certainty, Period, Precision
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.model import Roadmap
    from stip.pages.links import Here
    from stip.text.words import Words

_QUESTIONS = 10
"""So many questions stand with a persona before those that everybody asks are left out."""
_SURENESS = (Certainty.FIXED, Certainty.EXPECTED, Certainty.ROUGH)


@as_view
class LinkItem:
    """A text that leads somewhere; without address it is only text."""

    text: str
    href: str = ""


@as_view
class ContactItem:
    """Whom to ask."""

    role: str
    email: str
    phone: str
    phone_href: str = ""


@as_view
class UnitItem:
    """A unit in a list: its number, and the step it is at."""

    name: str
    href: str
    number: int | None
    kind: str
    current: str
    summary: str


@as_view
class StepItem:
    """A step in a list."""

    id: str
    title: str
    href: str
    kind: str
    kind_text: str
    status: str
    status_text: str
    when: str
    was: str
    number: int | None
    unit: str
    unit_href: str
    unit_number: int | None
    mark: str = ""
    """What its mark tells: added, later or earlier; empty for a step that stands where it stood."""
    mark_text: str = ""


@as_view
class PersonaItem:
    """A persona in a list."""

    name: str
    href: str
    picture: str
    role: str


def when_text(period: Period, words: Words, sure: Certainty | None = None) -> str:
    """Write a period; `around` when its author is less sure than its precision suggests."""
    text = period_text(period, words)
    unsure = sure is not None and _SURENESS.index(sure) > _SURENESS.index(period.certainty)
    return words("periods.around", period=text) if unsure and period.precision is not Precision.LATER else text


def step_when(step: Step, words: Words) -> str:
    """Write when a step is."""
    return when_text(step.when, words, step.sure)


def kind_text(step: Step, number: int | None, words: Words) -> str:
    """Write the kind of a step; an intervention with its number."""
    if step.kind is StepKind.INTERVENTION and number is not None:
        return words("site.kind_numbered", number=number)
    return words(f"site.kind.{step.kind}")


def horizon_label(roadmap: Roadmap) -> str:
    """Return the year of the dot, or nothing when nobody knows it."""
    last = roadmap.mission.horizon.when.last
    return str(last.year) if last else ""


def contact_item(contact: Contact | None) -> ContactItem | None:
    """Show a contact, if there is one."""
    if contact is None:
        return None
    phone = contact.phone or ""
    return ContactItem(contact.role, contact.email or "", phone, phone_link(phone))


def phone_link(phone: str) -> str:
    """Return the address that calls a number; empty for what is more than a number, such as an extension in words."""
    digits = re.sub(r"[\s().-]", "", phone)
    return f"tel:{digits}" if re.fullmatch(r"\+?\d{3,15}", digits) else ""


def nearest_contact(unit: Unit, roadmap: Roadmap) -> Contact | None:
    """Return whom to ask at a unit: its own contact, that of the nearest unit above it, or the programme's."""
    near = (one.contact for one in (unit, *roadmap.ancestors(unit)) if one.contact)
    return next(near, roadmap.mission.programme.contact)


def size_text(size: int, words: Words) -> str:
    """Write a number of bytes in thousands, or in millions with one digit more."""
    if size < 999_500:
        return words("prints.kilobytes", count=max(1, round(size / 1000)))
    tenths = round(size / 100_000)
    return words("prints.megabytes", count=tenths // 10, tenths=tenths % 10)


def unit_item(unit: Unit, here: Here) -> UnitItem:
    """Show a unit with the step it is at; a unit without steps has only its summary."""
    words, roadmap = here.context.words, here.context.roadmap
    found = current(unit.steps, here.context.today)
    return UnitItem(
        name=unit.name,
        href=here.unit(unit),
        number=roadmap.number(unit),
        kind=unit.kind or "",
        current=words(f"site.{found[0]}_step", title=found[1].title) if found else "",
        summary=unit.summary or "",
    )


def step_item(step: Step, here: Here) -> StepItem:
    """Show a step, linked to its place on the page of its unit."""
    context = here.context
    unit = context.roadmap.unit_of[step.id]
    said = context.said.get(step.id) or context.said.setdefault(step.id, _said(step, here))
    kind, status, when, was, mark, mark_text = said
    return StepItem(
        id=step.id,
        title=step.title,
        href=here.step(step),
        kind=step.kind,
        kind_text=kind,
        status=step.status,
        status_text=status,
        when=when,
        was=was,
        number=context.interventions.get(step.id),
        unit=unit.label,
        unit_href=here.unit(unit),
        unit_number=context.roadmap.number(unit),
        mark=mark,
        mark_text=mark_text,
    )


def _said(step: Step, here: Here) -> tuple[str, ...]:
    """Say what every page says of a step in the same words: kind, status, when, when before, and its mark."""
    words, mark = here.context.words, step_mark(step, here)
    return (
        kind_text(step, here.context.interventions.get(step.id), words),
        words(f"site.status.{step.status}"),
        step_when(step, words),
        step_was(step, here),
        mark,
        words(f"changes.mark.{mark}") if mark else "",
    )


def step_mark(step: Step, here: Here) -> str:
    """Say whether a step is new or stands elsewhere since the last time: a kind of change, or nothing."""
    change = here.context.history.marks.get(step.id)
    return str(change.kind) if change else ""


def step_was(step: Step, here: Here) -> str:
    """Say when a step was before: at the last time, else as whoever delayed it wrote; empty when it did not move."""
    words = here.context.words
    change = here.context.history.marks.get(step.id)
    if change and change.old:
        return words("changes.stood", when=stood_when(change.old, words))
    if step.was is None or step.status is not Status.DELAYED:
        return ""
    return words("site.step.was", when=period_text(step.was, words))


def stood_when(step: EditionStep, words: Words) -> str:
    """Write when a step was in an edition; how sure that was tells nobody anything any more."""
    return period_text(step.when, words)


def step_items(steps: tuple[Step, ...], here: Here) -> tuple[StepItem, ...]:
    """Show several steps."""
    return tuple(step_item(step, here) for step in steps)


def persona_item(persona_id: str, here: Here) -> PersonaItem:
    """Show a persona; one without a picture gets the desk."""
    persona = here.context.roadmap.personas[persona_id]
    return PersonaItem(
        name=persona.name,
        href=here.persona(persona_id),
        picture=persona.picture or Picture.DESK,
        role=persona.role or "",
    )


def question_items(here: Here, units: tuple[Unit, ...] = (), persona_id: str = "") -> tuple[LinkItem, ...]:
    """Show the questions about these units or their steps, or about this persona, in order of kind.

    For a persona those follow that everybody asks: that name no department, step or persona.
    """
    roadmap = here.context.roadmap
    ids = {unit.id for unit in units}
    steps = {step.id for unit in units for step in unit.steps}
    found = [
        (key, question)
        for key, question in roadmap.questions.items()
        if not ids.isdisjoint(question.departments)
        or not steps.isdisjoint(question.steps)
        or persona_id in question.personas
    ]
    found.sort(key=_asked)
    if persona_id:
        general = [
            (key, one) for key, one in roadmap.questions.items() if not (one.departments or one.steps or one.personas)
        ]
        found += sorted(general, key=_asked)[: max(0, _QUESTIONS - len(found))]
    return tuple(LinkItem(question.question, here.question(key)) for key, question in found)


def _asked(item: tuple[str, Question]) -> tuple[int, int]:
    return kind_order(item[1].kind), item[1].order


def kind_order(kind: str) -> int:
    """Why and what it brings come first; the rest follows as people ask."""
    order = ("why", "benefit", "what", "when", "how", "training", "help", "stays", "safety", "join", "decide")
    return order.index(kind)


def family(unit: Unit, roadmap: Roadmap) -> tuple[Unit, ...]:
    """Return a unit, everything under it, and its department and cluster above it."""
    return (unit, *roadmap.below(unit), *roadmap.ancestors(unit))
