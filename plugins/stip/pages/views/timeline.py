"""The timeline: quarters down, paths across, as one table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import Step
from stip.pages.lanes import LaneUnits, lanes_of
from stip.pages.selection import by_date, steps_under
from stip.pages.views.changes import changes_link
from stip.pages.views.items import LinkItem, StepItem, step_item
from stip.pages.views.layout import Frame, frame
from stip.periods import Period, Precision, parse_period
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.pages.context import Context
    from stip.pages.links import Here


@dataclass(frozen=True)
class Column:
    """A path: its number, name and page."""

    number: int
    link: LinkItem
    colour: int


@dataclass(frozen=True)
class Row:
    """A stretch of time, and per column its steps; `current` holds the reference date."""

    id: str
    title: str
    cells: tuple[tuple[StepItem, ...], ...]
    current: bool


@dataclass(frozen=True)
class TimelineView:
    """The table of all steps."""

    frame: Frame
    lead: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    changes: LinkItem | None


def timeline_view(here: Here) -> TimelineView:
    """Gather the table; a stretch of time without steps has no row."""
    context, words = here.context, here.context.words
    lanes = lanes_of(context)
    slots: dict[tuple[dt.date, int], dict[int, list[Step]]] = {}
    for index, lane in enumerate(lanes):
        for step in by_date(_steps(lane, here)):
            slots.setdefault(_slot(step.when), {}).setdefault(index, []).append(step)
    now = max((slot for slot in slots if slot[0] <= context.today and slot[1] == 0), default=None)
    return TimelineView(
        frame=frame(here, words("site.timeline.title"), words("site.timeline.description")),
        lead=words("site.timeline.lead"),
        caption=words("site.timeline.caption"),
        columns=tuple(_column(lane, here) for lane in lanes),
        rows=tuple(
            Row(
                id=f"t_{index}",
                title=_title(slot, context),
                cells=tuple(
                    tuple(step_item(step, here) for step in slots[slot].get(column, ())) for column in range(len(lanes))
                ),
                current=slot == now,
            )
            for index, slot in enumerate(sorted(slots))
        ),
        changes=changes_link(here),
    )


def _steps(lane: LaneUnits, here: Here) -> tuple[Step, ...]:
    """Return the steps of a column: those of its departments and of their teams."""
    return tuple(step for unit in lane.units for step in steps_under(unit, here.context.roadmap))


def _column(lane: LaneUnits, here: Here) -> Column:
    return Column(lane.number, LinkItem(lane.unit.label, here.unit(lane.unit)), lane.colour)


def _slot(when: Period) -> tuple[dt.date, int]:
    """Return the quarter in which a period begins, the year when only that is known, or the end of time."""
    if when.first is None:
        return (dt.date.max, 2)
    if when.precision is Precision.YEAR:
        return (dt.date(when.first.year, 12, 31), 1)
    return (dt.date(when.first.year, (when.first.month - 1) // 3 * 3 + 1, 1), 0)


def _title(slot: tuple[dt.date, int], context: Context) -> str:
    day, kind = slot
    if kind == 2:
        return context.words("site.timeline.later")
    if kind == 1:
        return context.words("site.timeline.whole_year", year=day.year)
    return period_text(parse_period(f"{day.year}-Q{(day.month + 2) // 3}"), context.words)
