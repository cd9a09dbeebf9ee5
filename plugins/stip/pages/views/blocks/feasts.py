"""Feasts: what was celebrated, what will be, and the rounds that go on now."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from stip.model import Status, Step, StepKind
from stip.model.practices import Celebration, Iteration
from stip.pages.timing import is_past
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.facts import value_text
from stip.pages.views.items import LinkItem, step_item, when_text
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class Feast:
    """Something celebrated, or to be."""

    when: str
    title: str
    href: str
    text: str
    note: str
    anchor: str
    coming: bool


@as_view
class Round:
    """A round that goes on now."""

    title: str
    href: str
    when: str
    units: str
    aims: tuple[str, ...]


def feasts(here: Here) -> tuple[tuple[Feast, ...], tuple[Feast, ...]]:
    """Return what will be celebrated, soonest first, and what was, newest first: practices and steps together."""
    listed = here.context.roadmap.of(Celebration)
    found = [_celebration(one, here) for one in listed]
    told = {key for one in listed for key in one.steps}
    found += [
        _feast_step(step, here)
        for step in here.context.roadmap.steps.values()
        if step.kind is StepKind.CELEBRATION and step.status is not Status.STOPPED and step.id not in told
    ]
    ahead = sorted((item for item in found if item[1].coming), key=lambda item: item[0])
    past = sorted((item for item in found if not item[1].coming), key=lambda item: item[0], reverse=True)
    return tuple(feast for _, feast in ahead), tuple(feast for _, feast in past)


def _celebration(one: Celebration, here: Here) -> tuple[dt.date, Feast]:
    context, words = here.context, here.context.words
    units = ", ".join(context.roadmap.units[key].label for key in one.departments)
    note = " · ".join(filter(None, (value_text(one, "kind", one.kind, words), units, one.place)))
    anchor = context.addresses.practice(one)[1]
    coming = not is_past(one, context.today)
    feast = Feast(when_text(one.when, words), one.title, "", one.report or one.text or "", note, anchor, coming)
    return one.when.first or dt.date.max, feast


def _feast_step(step: Step, here: Here) -> tuple[dt.date, Feast]:
    item = step_item(step, here)
    coming = step.status is not Status.DONE
    feast = Feast(item.when, step.title, item.href, step.why or step.text or "", item.unit, "", coming)
    return step.when.first or dt.date.max, feast


def feasts_past(here: Here) -> Block:
    """Show what was celebrated, with a link to follow it."""
    words, path = here.context.words, here.context.addresses.feed
    link = LinkItem(words("site.block.feed"), here.file(path)) if path in here.context.files else None
    return block("feasts", "feasts", feasts(here)[1], here, link)


def feasts_ahead(here: Here) -> Block:
    """Show what will be celebrated."""
    return block("feasts", "ahead", feasts(here)[0], here)


def rounds(here: Here) -> tuple[Round, ...]:
    """Return the rounds that go on now."""
    context, words = here.context, here.context.words
    found = []
    for one in context.roadmap.of(Iteration):
        first, last = one.when.first, one.when.last
        if first and last and first <= context.today <= last:
            units = ", ".join(context.roadmap.units[key].label for key in one.departments)
            aims = tuple(aim.title for aim in one.aims)
            found.append(Round(one.title, here.practice(one), when_text(one.when, words), units, aims))
    return tuple(found)


def rounds_now(here: Here) -> Block:
    """Show the rounds that go on now."""
    return block("rounds", "rounds", rounds(here), here)
