"""Moves: the steps of a path that stood elsewhere before, and where: those that moved furthest, when they are many."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from stip.model import Step, Unit
from stip.pages.selection import band_of, by_date
from stip.pages.views.items import step_when, stood_when
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stip.pages.links import Here
    from stip.periods import Period
    from stip.scene.spec import Band

_MOST = 4
"""So many places where steps stood before can be told apart on one path."""
TODAY = "*"
"""Stands for the reference date where a place is named by the step before which it is."""


@as_view
class Move:
    """A step that moved, the first day on which it was before, and how that is written."""

    step: Step
    mark: str
    day: dt.date
    stood: str
    band: Band


def moves(unit: Unit, here: Here) -> tuple[Move, ...]:
    """Return the steps of a path that stood elsewhere on it, in order of where that was."""
    context, last = here.context, here.context.history.last
    found: list[tuple[int, Move]] = []
    for step in unit.steps:
        change = context.history.marks.get(step.id)
        old = change.old if change else None
        if change and old and old.when.first and last and last.old.unit_of[old.id].id == unit.id:
            stood = stood_when(old, context.words)
            move = Move(step, str(change.kind), old.when.first, stood, band_of(old.when, context))
            found.append((_days(old.when, step.when), move))
    furthest = sorted(found, key=lambda item: -item[0])[:_MOST]
    return tuple(sorted((move for _, move in furthest), key=lambda move: move.day))


def _days(old: Period, new: Period) -> int:
    """Count the days between two periods; to some day it is further than to any other."""
    return abs((new.first or dt.date.max) - (old.first or dt.date.max)).days


@as_view
class GhostItem:
    """Where a step stood before, in the path in words."""

    text: str
    href: str
    mark: str
    """Where it went: later or earlier."""


def ghost_items(unit: Unit, bands: Iterable[Band], here: Here) -> Mapping[Band, Mapping[str, tuple[GhostItem, ...]]]:
    """Return, for each band of a path, what stood there before which step; `TODAY` and nothing are places too.

    What stood in a band that has no steps now stands at the end of the band before it, else at the begin of all.
    """
    listed, context, words = tuple(bands), here.context, here.context.words
    steps = by_date(unit.steps)
    begun = any(step.when.first and step.when.first <= context.today for step in steps)
    found: dict[Band, dict[str, tuple[GhostItem, ...]]] = {}
    for move in moves(unit, here):
        order: tuple[Band, ...] = ("now", "soon", "later")
        before = [band for band in listed if order.index(band) <= order.index(move.band)]
        band = before[-1] if before else listed[0]
        inside = [step for step in steps if band_of(step.when, context) == band]
        after = next((step for step in inside if step.when.first is None or step.when.first > move.day), None)
        place = after.id if after else ""
        if not before:
            place = inside[0].id
        elif (
            begun
            and move.day <= context.today
            and not (after and after.when.first and after.when.first <= context.today)
        ):
            place = TODAY
        text = words("changes.ghost_twin", title=move.step.title, when=move.stood, now=step_when(move.step, words))
        item = GhostItem(text, here.step(move.step), move.mark)
        places = found.setdefault(band, {})
        places[place] = (*places.get(place, ()), item)
    return found
