"""Safety: people read that what is open to the internet is safe, what to do when it fails, and where AI is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import a_department, quoted, together
from stip.loading.findings import Finding
from stip.model.practices import AiLevel, AiUse, Move, Outage, OutageKind, System
from stip.model.steps import Sourcing, Status
from stip.periods import add_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole

_MONTHS_TO_REPLACE = 24
_FOR_HIGH = ("stays_human", "owner", "obligations")


def open_steps_say_that_they_are_safe(whole: Whole) -> Iterator[Finding]:
    """A step that can be reached from the internet tells in a few words whether that is safe; said once a unit."""
    lacking = (step for step in whole.living if step.internet and not step.safe)
    yield from a_department(whole, "open_steps_say_that_they_are_safe", lacking)


def cloud_changes_have_an_outage_card(whole: Whole) -> Iterator[Finding]:
    """Who works in the cloud knows what to do when the internet fails: a card names it, or names no steps; said once.

    A move that names no step is on no card by itself, so that any card will do.
    """
    cards = [card for card in whole.roadmap.of(Outage) if card.kind is OutageKind.INTERNET]
    if not all(card.steps for card in cards):
        return
    told = {id_ for card in cards for id_ in card.steps}
    steps = [step for step in whole.living if step.sourcing is Sourcing.SERVICE and step.id not in told]
    moves = [move for move in whole.roadmap.of(Move) if (move.steps or not cards) and told.isdisjoint(move.steps)]
    if steps or moves:
        place = whole.step(steps[0].id).place("sourcing") if steps else whole.practice(moves[0]).place()
        titles = [*(step.title for step in steps), *(move.title for move in moves)]
        values = {"count": len(titles), "titles": quoted(titles)}
        yield Finding("cloud_changes_have_an_outage_card", place, values, "name_on_a_card" if cards else "")


def outages_have_means(whole: Whole) -> Iterator[Finding]:
    """A card for when something fails tells with what people can step in; said once."""
    yield from together(whole, "outages_have_means", (card for card in whole.roadmap.of(Outage) if not card.means))


def ai_steps_tell_their_use(whole: Whole) -> Iterator[Finding]:
    """Of a step with AI people can read for what AI is used; said once a unit."""
    told = {id_ for use in whole.roadmap.of(AiUse) for id_ in use.steps}
    lacking = (step for step in whole.living if step.ai and step.id not in told)
    yield from a_department(whole, "ai_steps_tell_their_use", lacking)


def high_ai_is_kept_in_hand(whole: Whole) -> Iterator[Finding]:
    """Of AI of which the law asks much it is known who owns it, what must be done, and what people still do."""
    for use in whole.roadmap.of(AiUse):
        lacking = [key for key in _FOR_HIGH if not getattr(use, key)]
        if use.level is AiLevel.HIGH and lacking:
            values = {"title": use.title, "keys": ", ".join(lacking)}
            yield Finding("high_ai_is_kept_in_hand", whole.practice(use).place("level"), values)


def forbidden_ai_is_not_used(whole: Whole) -> Iterator[Finding]:
    """No step has AI that the law forbids, unless it was stopped."""
    for use in whole.roadmap.of(AiUse):
        if use.level is AiLevel.FORBIDDEN:
            for index, id_ in enumerate(use.steps):
                if whole.roadmap.steps[id_].status is not Status.STOPPED:
                    values = {"title": use.title, "step": whole.name(id_)}
                    yield Finding("forbidden_ai_is_not_used", whole.practice(use).place("steps", index), values)


def systems_are_replaced_in_time(whole: Whole) -> Iterator[Finding]:
    """A system is replaced before its support ends."""
    for system in whole.roadmap.of(System):
        end, begin = system.support_until, system.replaced
        if end and end.last and begin and (begin.first is None or end.last < begin.first):
            values = {"title": system.title, "day": end.last.isoformat()}
            yield Finding("systems_are_replaced_in_time", whole.practice(system).place("replaced"), values)


def old_systems_will_be_replaced(whole: Whole) -> Iterator[Finding]:
    """Of a system whose support ends within two years it is known when it is replaced; said once."""
    soon = add_months(whole.today, _MONTHS_TO_REPLACE)
    systems = (system for system in whole.roadmap.of(System) if not system.replaced and system.support_until)
    old = (one for one in systems if one.support_until and one.support_until.last and one.support_until.last <= soon)
    yield from together(whole, "old_systems_will_be_replaced", old, "support_until")


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    open_steps_say_that_they_are_safe,
    cloud_changes_have_an_outage_card,
    outages_have_means,
    ai_steps_tell_their_use,
    high_ai_is_kept_in_hand,
    forbidden_ai_is_not_used,
    systems_are_replaced_in_time,
    old_systems_will_be_replaced,
)
