"""Answers: what is announced answers what everybody asks: why, what it brings, what to expect and to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import a_department, framework
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Step

LONGEST_WHY = 300
"""From how many characters on the answer to "why" is no answer but an article."""
_HEADINGS = ("expect", "todo", "help")
_BUSY = ("doing", "why")


def announced_steps_say_why(whole: Whole) -> Iterator[Finding]:
    """What is announced says why it is done, once any step does."""
    if _begun(whole, ("why",)):
        lacking = [step for step in whole.announced if not step.why]
        yield from a_department(whole, "announced_steps_say_why", lacking)


def announced_steps_say_what_they_bring(whole: Whole) -> Iterator[Finding]:
    """What is announced says what it brings, once any step does."""
    if _begun(whole, ("benefit",)):
        lacking = [step for step in whole.announced if not step.benefit]
        yield from a_department(whole, "announced_steps_say_what_they_bring", lacking)


def announced_steps_answer_every_heading(whole: Whole) -> Iterator[Finding]:
    """What is announced tells what to expect, what to do and where to find help, itself or with the common text."""
    if _begun(whole, _HEADINGS):
        open_ = [key for key in _HEADINGS if not getattr(whole.roadmap.adoption, key)]
        lacking = [step for step in whole.announced if _lacks(step, open_)]
        rule = "announced_steps_answer_every_heading"
        yield from a_department(whole, rule, lacking, lambda steps: _keys(steps, open_))


def announced_steps_name_personas(whole: Whole) -> Iterator[Finding]:
    """What is announced says for whom it changes something, once any step does."""
    if _begun(whole, ("personas",)):
        lacking = [step for step in whole.announced if not step.personas]
        yield from a_department(whole, "announced_steps_name_personas", lacking)


def benefits_differ_by_persona(whole: Whole) -> Iterator[Finding]:
    """A benefit for each persona is a benefit of each: not one text for all."""
    same = [step for step in whole.living if _is_one_text(step)]
    yield from a_department(whole, "benefits_differ_by_persona", same)


def reasons_are_short(whole: Whole) -> Iterator[Finding]:
    """The answer to "why" can be read at a glance."""
    long = [step for step in whole.living if step.why and len(step.why) > LONGEST_WHY]
    yield from a_department(whole, "reasons_are_short", long, lambda _: {"most": LONGEST_WHY})


def running_steps_say_what_is_done(whole: Whole) -> Iterator[Finding]:
    """What runs says what is being done now, and why that counts."""
    if _begun(whole, ("doing",)):
        running = [step for step in whole.announced if step.status is Status.RUNNING]
        lacking = [step for step in running if _lacks(step, _BUSY)]
        yield from a_department(whole, "running_steps_say_what_is_done", lacking, lambda steps: _keys(steps, _BUSY))


def _begun(whole: Whole, keys: Sequence[str]) -> bool:
    """Tell whether the site has begun with an answer: it has declared its framework, or a step gives one."""
    return framework(whole) or any(getattr(step, key) for step in whole.announced for key in keys)


def _lacks(step: Step, keys: Sequence[str]) -> bool:
    return any(not getattr(step, key) for key in keys)


def _keys(steps: Sequence[Step], keys: Sequence[str]) -> Mapping[str, object]:
    """Return the keys that some of the steps lack."""
    return {"keys": ", ".join(key for key in keys if any(not getattr(step, key) for step in steps))}


def _is_one_text(step: Step) -> bool:
    """Tell whether two or more personas get the very same text."""
    return len(step.benefits) > 1 and len({" ".join(text.casefold().split()) for text in step.benefits.values()}) == 1


def pages_have_a_contact(whole: Whole) -> Iterator[Finding]:
    """Once there is a framework, every path and persona has somebody to ask; the programme's contact is enough."""
    roadmap = whole.roadmap
    if not framework(whole) or roadmap.mission.programme.contact:
        return
    units = [
        unit
        for unit in roadmap.units.values()
        if unit.steps and not any(one.contact for one in (unit, *roadmap.ancestors(unit)))
    ]
    personas = [key for key, persona in roadmap.personas.items() if not persona.contact]
    names = [f"'{unit.name}'" for unit in units] + [f"'{roadmap.personas[key].name}'" for key in personas]
    if names:
        first = whole.unit(units[0].id) if units else whole.declared.known["persona", personas[0]]
        yield Finding("pages_have_a_contact", first.place(), {"count": len(names), "names": listing(names)})


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    announced_steps_say_why,
    announced_steps_say_what_they_bring,
    announced_steps_answer_every_heading,
    announced_steps_name_personas,
    benefits_differ_by_persona,
    reasons_are_short,
    running_steps_say_what_is_done,
    pages_have_a_contact,
)
