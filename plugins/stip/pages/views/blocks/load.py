"""Load: when it is busy for whom, in numbers and words first; colour only repeats them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model.workload import Level, Load, reckon_workload
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.items import LinkItem
from stip.pages.views.view import as_view
from stip.periods import add_months
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.pages.links import Here
    from stip.periods import Period

_MONTHS = 18
"""How far ahead the table looks."""
_WORST = 3


@as_view
class LoadCell:
    """A quarter of a unit: how full it is, and what makes it so."""

    text: str
    percent: str
    level: str
    season: str


@as_view
class LoadRow:
    """The quarters of one unit; None where nothing changes."""

    unit: LinkItem
    number: int | None
    units: str
    cells: tuple[LoadCell | None, ...]


@as_view
class LoadTable:
    """Units by quarters, with the fullest said first."""

    summary: tuple[str, ...]
    quarters: tuple[str, ...]
    rows: tuple[LoadRow, ...]


def load(here: Here) -> Block:
    """Show the load of the quarters ahead."""
    table = load_table(here)
    return block("load", "load", (table,) if table else (), here)


def load_table(here: Here) -> LoadTable | None:
    """Gather the load of the quarters ahead; None when nothing goes live in them."""
    context, words, roadmap = here.context, here.context.words, here.context.roadmap
    end = add_months(context.today, _MONTHS)
    ahead = [
        load
        for load in reckon_workload(roadmap)
        if load.steps and load.quarter.last and load.quarter.first and load.quarter.last >= context.today
        if load.quarter.first <= end
    ]
    if not ahead:
        return None
    quarters = sorted({load.quarter for load in ahead})
    by_unit: dict[str, dict[Period, Load]] = {}
    for load in ahead:
        by_unit.setdefault(load.unit, {})[load.quarter] = load
    full = [load for load in ahead if load.level is not Level.CALM]
    worst = sorted(full, key=lambda load: -load.percent)[:_WORST]
    summary = tuple(
        words(
            "site.load.worst",
            unit=roadmap.units[load.unit].name,
            quarter=period_text(load.quarter, words),
            percent=load.percent,
        )
        for load in worst
    )
    return LoadTable(
        summary=summary or (words("site.load.none"),),
        quarters=tuple(period_text(quarter, words) for quarter in quarters),
        rows=tuple(
            LoadRow(
                LinkItem(roadmap.units[key].name, here.unit(roadmap.units[key])),
                roadmap.number(roadmap.units[key]),
                " ".join((key, *(above.id for above in roadmap.ancestors(roadmap.units[key])))),
                tuple(_cell(loads.get(quarter), here) for quarter in quarters),
            )
            for key, loads in by_unit.items()
        ),
    )


def _cell(load: Load | None, here: Here) -> LoadCell | None:
    if load is None:
        return None
    words = here.context.words
    known = load.seasons or load.level is not Level.CALM
    return LoadCell(
        text=words("site.load.steps", count=len(load.steps)),
        percent=words("site.load.percent", percent=load.percent, level=words(f"site.load.{load.level}"))
        if known
        else "",
        level=load.level,
        season=words("site.practice.and").join(words(f"site.load.season_{kind}") for kind in load.seasons),
    )
