"""Trends: figures of many practices together: the energy of teams round after round, the hours that come free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model.practices import Iteration, TimeSaving
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.facts import trend_points
from stip.pages.views.items import when_text
from stip.pages.views.view import as_view
from stip.text.numbers import number_text

if TYPE_CHECKING:
    from stip.pages.links import Here

_MOST_ENERGY = 10


@as_view
class Trend:
    """A figure over time: whose it is, its values in words, and the points of a line (empty for one value)."""

    title: str
    text: str
    points: str


def energy(here: Here) -> Block:
    """Show how much energy teams have, round after round."""
    words, roadmap = here.context.words, here.context.roadmap
    listed: dict[tuple[str, ...], list[Iteration]] = {}
    for one in sorted(roadmap.of(Iteration), key=lambda one: one.when):
        if one.energy:
            listed.setdefault(one.departments, []).append(one)
    rows = []
    for departments, found in listed.items():
        told = (
            words("site.block.energy_value", value=one.energy, when=when_text(one.when.end or one.when, words))
            for one in found
        )
        names = ", ".join(roadmap.units[key].label for key in departments) or words("site.block.everyone")
        points = trend_points([(one.when.first, one.energy or 0) for one in found], _MOST_ENERGY)
        rows.append(Trend(names, ", ".join(told), points))
    return block("trends", "energy", rows, here)


def savings(here: Here) -> Block:
    """Show all hours that come free in a year."""
    words = here.context.words
    hours = [saving.hours for saving in here.context.roadmap.of(TimeSaving) if saving.hours]
    text = words("site.block.savings_value", hours=number_text(round(sum(hours)), words))
    return block("trends", "savings", [Trend(text, "", "")] if len(hours) > 1 else [], here)
