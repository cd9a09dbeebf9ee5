"""Figures: the fact sheet, counted in the roadmap where that can be, and how many processes are really connected."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from stip.model.counting import adapted_services, counted
from stip.model.coverage import reckon_coverage
from stip.model.practices import Figure
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.items import when_text
from stip.pages.views.view import as_view
from stip.text.numbers import number_text

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class FigureRow:
    """A figure with what it counts, its day and its source."""

    value: str
    title: str
    note: str
    anchor: str = ""
    unit: str = ""
    """What the value is in; empty when the title says it already."""


def figures(here: Here) -> Block:
    """Show every figure; one that the roadmap counts needs no source."""
    rows = [_row(one, here) for one in here.context.roadmap.of(Figure)]
    share = reckon_coverage(here.context.roadmap).share
    if rows and share is not None:
        words = here.context.words
        value, title = words("site.practice.percent", value=share), words("insight.covered")
        rows.append(FigureRow(value, title, words("insight.covered_note")))
    adapted = adapted_services(here.context.roadmap)
    if rows and adapted.said:
        words = here.context.words
        value = words("insight.adapted_value", count=adapted.full, total=adapted.said)
        rows.append(FigureRow(value, words("insight.adapted"), words("insight.adapted_note")))
    return block("figures", "figures", rows, here)


def _row(figure: Figure, here: Here) -> FigureRow:
    words, roadmap = here.context.words, here.context.roadmap
    value = Decimal(counted(roadmap, figure.counts)) if figure.counts else figure.value
    text = number_text(value, words) if value is not None else ""
    when = when_text(figure.when, words) if figure.when else ""
    note = words("insight.counted") if figure.counts else ". ".join(filter(None, (when, figure.source)))
    anchor = here.context.addresses.practice(figure)[1]
    unit = figure.unit or ""
    return FigureRow(text, figure.title, note, anchor, "" if unit.casefold() in figure.title.casefold() else unit)
