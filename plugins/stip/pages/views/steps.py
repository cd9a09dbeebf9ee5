"""Everything a step says, in the order in which a reader asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model import Status, Step, Unit
from stip.model.practices import AiUse
from stip.model.steps import OVER
from stip.pages.selection import band_of, by_date, current, still_waits
from stip.pages.views.entries import entries, naming
from stip.pages.views.facts import Fact, FactLine, linked, merged, told
from stip.pages.views.items import StepItem, step_item, step_when
from stip.pages.views.moves import GhostItem, ghost_items
from stip.pages.views.onward import onward
from stip.pages.views.view import as_view
from stip.text.dates import period_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stip.pages.links import Here
    from stip.scene.spec import Band
    from stip.text.words import Words

HORIZON_ANCHOR = "horizon_"
"""The anchor of the dot on the mission page; no step or goal has this id."""
BANDS: tuple[Band, ...] = ("now", "soon", "later")


@as_view
class StepDetail:
    """A step with all that it says; `before_today` marks the last step before the reference date."""

    item: StepItem
    facts: tuple[Fact, ...]
    planks: tuple[FactLine, ...]
    open: bool
    band: Band
    ends_before_today: bool


@as_view
class BandView:
    """The steps of one stretch of time."""

    band: Band
    title: str
    text: str
    steps: tuple[StepDetail, ...]
    ghosts: Mapping[str, tuple[GhostItem, ...]]
    """Where steps stood before: by the step that now follows, `TODAY`, or nothing for after all of them."""


def band_views(unit: Unit, here: Here) -> tuple[BandView, ...]:
    """Show the steps of a unit in three bands; a band without steps is absent."""
    context = here.context
    steps = by_date(unit.steps)
    now = current(steps, context.today)
    past = [step.id for step in steps if step.when.first is not None and step.when.first <= context.today]
    last = past[-1] if past else ""
    details = [_detail(step, here, is_open=now is not None and step is now[1], last=step.id == last) for step in steps]
    words, inside = context.words, {band: [one for one in details if one.band == band] for band in BANDS}
    shown = [band for band in BANDS if inside[band]]
    stood = ghost_items(unit, shown, here)
    return tuple(
        BandView(
            band,
            words(f"site.band.{band}"),
            words(f"site.band_text.{band}"),
            tuple(inside[band]),
            stood.get(band, {}),
        )
        for band in shown
    )


def _detail(step: Step, here: Here, *, is_open: bool, last: bool) -> StepDetail:
    return StepDetail(
        item=step_item(step, here),
        facts=step_facts(step, here),
        planks=planks(step, here),
        open=is_open,
        band=band_of(step.when, here.context),
        ends_before_today=last,
    )


def step_facts(step: Step, here: Here) -> tuple[Fact, ...]:
    """Answer what, why, what it brings, what to do, who helps, what if it fails, and what goes with it."""
    words = here.context.words
    facts = [
        told(words(f"site.step.{_reason_key(step)}"), step.reason),
        told(words("site.step.what"), step.text),
        told(words("site.step.doing"), step.doing),
        told(words("site.step.why"), step.why),
        Fact(words("site.step.benefit"), _benefits(step, here)),
        Fact(words("site.step.fits"), _fits(step, here)),
        _framework("expect", step.expect, step, here),
        _framework("todo", step.todo, step, here),
        _framework("help", step.help, step, here),
        told(words("site.step.fallback"), step.fallback),
        told(words("site.step.safe"), step.safe),
        Fact(words("site.step.ai"), _ai(step, here)),
        _quiet("layer", f"site.layer.{step.layer}" if step.layer else "", words),
        *_intervention_facts(step, here),
        Fact(words("site.step.tools"), tuple(linked("tool", key, here) for key in step.tools)),
        *_practices(step, here),
        _quiet("sourcing", f"site.sourcing.{step.sourcing}" if step.sourcing else "", words),
        Fact(words("site.step.waits"), _waits(step, here), quiet=True),
        Fact(words("site.step.needed"), _needed(step, here), quiet=True),
        Fact(words("site.step.personas"), _personas(step, here), quiet=True),
        Fact(words("site.step.goals"), _goals(step, here), quiet=True),
        Fact(
            words("site.step.links"),
            tuple(FactLine(link.title, href=here.file(link.url)) for link in step.links),
        ),
        Fact(words("site.step.questions"), _questions(step, here), quiet=True),
        _quiet("sure", f"site.sure.{step.sure}" if _is_open(step) else "", words),
        Fact(words("site.step.onward"), _onward(step, here) if _is_open(step) else (), quiet=True),
    ]
    return merged(facts)


def _quiet(key: str, answer: str, words: Words) -> Fact:
    """Answer with one of few fixed sentences, by its key: nobody searches for those."""
    return Fact(words(f"site.step.{key}"), (FactLine(words(answer)),) if answer else (), quiet=True)


def _is_open(step: Step) -> bool:
    return step.status not in OVER


def _reason_key(step: Step) -> str:
    keys = {Status.DELAYED: "reason", Status.STOPPED: "reason_stopped"}
    return keys.get(step.status, "reason_other")


def _framework(key: str, text: str | None, step: Step, here: Here) -> Fact:
    """Answer one of the headings that every change has: in its own words, else in those that stand for all."""
    common = getattr(here.context.roadmap.adoption, key) if _is_open(step) and step.status is not Status.IDEA else None
    answer = text or common
    return Fact(here.context.words(f"site.step.{key}"), (FactLine(answer),) if answer else (), quiet=not text)


def _practices(step: Step, here: Here) -> tuple[Fact, ...]:
    """Show the practices that name a step, by what they mean to who reads."""
    return tuple(
        Fact(
            group.title,
            tuple(FactLine(entry.title, href=entry.href, detail=entry.note) for entry in group.entries),
            quiet=True,
        )
        for group in entries(naming("step", step.id, here), here, unit=here.context.roadmap.unit_of[step.id])
    )


def _fits(step: Step, here: Here) -> tuple[FactLine, ...]:
    personas = here.context.roadmap.personas
    return tuple(FactLine(text, personas[key].name, here.persona(key)) for key, text in step.fits.items())


def _benefits(step: Step, here: Here) -> tuple[FactLine, ...]:
    personas = here.context.roadmap.personas
    return tuple(
        FactLine(text, personas[key].name, here.persona(key)) if key in personas else FactLine(text)
        for key, text in step.benefits.items()
    )


def _intervention_facts(step: Step, here: Here) -> tuple[Fact, ...]:
    words = here.context.words
    latest = period_text(step.latest, words) if step.latest else None
    texts = {
        "signal": step.signal,
        "threshold": step.threshold,
        "owner": step.owner,
        "action": step.action,
        "latest": latest,
        "effect": step.effect,
        "outcome": step.outcome,
        "stands": step.stands,
    }
    return tuple(told(words(f"site.step.{key}"), text) for key, text in texts.items())


def _ai(step: Step, here: Here) -> tuple[FactLine, ...]:
    """Say that AI is used, and what of it stays the work of people: as far as the site declares that."""
    words = here.context.words
    uses = [one for one in naming("step", step.id, here) if isinstance(one, AiUse)]
    if not (step.ai or uses):
        return ()
    said = tuple(FactLine(one.stays_human, one.title, here.practice(one)) for one in uses if one.stays_human)
    return said or (FactLine(words("site.practice.yes").capitalize()),)


def _waits(step: Step, here: Here) -> tuple[FactLine, ...]:
    return tuple(_other(ref, step, here, "waits_item") for ref in here.context.graph.waits.get(step.id, ()))


def planks(step: Step, here: Here) -> tuple[FactLine, ...]:
    """Write what stands on the planks at a step: only waiting for another path has one."""
    roadmap, words = here.context.roadmap, here.context.words
    others = [(roadmap.steps[ref], roadmap.unit_of[ref]) for ref in here.context.graph.waits.get(step.id, ())]
    return tuple(
        FactLine(
            words("site.step.plank_waits", title=other.title),
            href=here.step(other),
            number=roadmap.number(unit) or 1,
        )
        for other, unit in others
        if unit.id != roadmap.unit_of[step.id].id and still_waits(step, other)
    )


def _needed(step: Step, here: Here) -> tuple[FactLine, ...]:
    return tuple(_other(ref, step, here, "needed_item") for ref in here.context.graph.needed_by.get(step.id, ()))


def _other(ref: str, step: Step, here: Here, key: str) -> FactLine:
    """Write another step with its unit and its date; its number only when it belongs to another path."""
    roadmap, words = here.context.roadmap, here.context.words
    other, unit = roadmap.steps[ref], roadmap.unit_of[ref]
    when = step_when(other, words)
    if unit.id == roadmap.unit_of[step.id].id:
        return FactLine(words("site.step.own_item", title=other.title, when=when), href=here.step(other))
    text = words(f"site.step.{key}", title=other.title, unit=unit.name, when=when)
    return FactLine(text, href=here.step(other), number=roadmap.number(unit))


def _personas(step: Step, here: Here) -> tuple[FactLine, ...]:
    personas = here.context.roadmap.personas
    told = step.benefits
    return tuple(
        FactLine(personas[key].name, href=here.persona(key))
        for key in step.personas
        if key in personas and key not in told
    )


def _goals(step: Step, here: Here) -> tuple[FactLine, ...]:
    goals = here.context.roadmap.goals
    return tuple(FactLine(goals[key].title, href=here.goal(key)) for key in step.goals if key in goals)


def _questions(step: Step, here: Here) -> tuple[FactLine, ...]:
    questions = here.context.roadmap.questions
    asked = here.context.questions_of.get(step.id, ())
    return tuple(FactLine(questions[key].question, href=here.question(key)) for key in asked)


def _onward(step: Step, here: Here) -> tuple[FactLine, ...]:
    rest = onward(step, here)
    if rest is None:
        return ()
    lines = (FactLine(rest.next_text, href=rest.next_href), FactLine(rest.rest), FactLine(rest.meets))
    return tuple(line for line in lines if line.text)
