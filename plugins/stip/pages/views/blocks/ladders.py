"""Ladders: what stands in an order: the growth path, and the stages of the adoption work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model.practices import Scenario, Stage, StageKind
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.items import when_text
from stip.pages.views.practices import concerned
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class Rung:
    """A place in an ordered row: its number, what it is, and how it stands."""

    number: str
    title: str
    href: str
    note: str
    now: bool = False
    done: bool = False
    units: str = ""
    personas: str = ""
    anchor: str = ""
    text: str = ""


def growth(here: Here) -> Block:
    """Show the ranked scenarios in their order."""
    words = here.context.words
    ranked = sorted((one for one in here.context.roadmap.of(Scenario) if one.rank), key=lambda one: one.rank or 0)
    rows = []
    for one in ranked:
        scores = [
            words(f"site.block.{key}_score", score=score)
            for key, score in (("value", one.value), ("effort", one.effort))
            if score
        ]
        note = ", ".join(filter(None, (one.phase, *scores)))
        units, personas = concerned(one, here)
        rows.append(Rung(str(one.rank), one.title, here.practice(one), note, units=units, personas=personas))
    return block("ladder", "growth", rows, here)


def stages(here: Here) -> Block:
    """Show the stages of the adoption work, in the order in which they build on each other."""
    words, order, today = here.context.words, list(StageKind), here.context.today
    listed = sorted(here.context.roadmap.of(Stage), key=lambda one: order.index(one.kind))
    rows = []
    for number, one in enumerate(listed, start=1):
        first, last = one.when.first, one.when.last
        now = not one.done and first is not None and first <= today and (last is None or last >= today)
        state = words("site.status.done" if one.done else "site.status.running" if now else "site.status.planned")
        note, anchor = f"{state}, {when_text(one.when, words)}", here.context.addresses.practice(one)[1]
        rows.append(Rung(str(number), one.title, "", note, now, one.done, anchor=anchor, text=one.text or ""))
    return block("ladder", "stages", rows, here)
