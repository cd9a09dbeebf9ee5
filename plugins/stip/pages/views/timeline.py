"""The timeline: quarters down, paths across, as one table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import Step
from stip.pages.lanes import LaneUnits, lanes_of
from stip.pages.links import relative
from stip.pages.selection import by_date, steps_under
from stip.pages.views.changes import changes_link
from stip.pages.views.items import LinkItem, StepItem, step_item
from stip.pages.views.layout import Frame, frame
from stip.periods import Period, Precision, parse_period
from stip.text.dates import period_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.pages.context import Context
    from stip.pages.links import Here


MOST = 800
"""So many steps stand in one table; of more, each cell has the first few, and each path a table of its own."""


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
    rest: tuple[LinkItem | None, ...] = ()
    """Per column how many steps more there are than fit, and where they stand."""


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
    """Gather the table of all paths; a stretch of time without steps has no row."""
    context, words = here.context, here.context.words
    return _view(
        lanes_of(context),
        frame(here, words("site.timeline.title"), words("site.timeline.description")),
        words("site.timeline.lead"),
        words("site.timeline.caption"),
        here,
    )


def lane_views(whole: TimelineView, here: Here) -> Iterator[tuple[str, TimelineView]]:
    """Yield (path, page) of each path of a table in which not all of its steps stand: a column for each unit of it."""
    context, words = here.context, here.context.words
    cut = {column for row in whole.rows for column, rest in enumerate(row.rest) if rest}
    for column, lane in enumerate(lanes_of(context)):
        near = {one.id: one for unit in lane.units for one in (unit, *context.roadmap.below(unit))}
        units = tuple(one for one in near.values() if one.steps)
        if column in cut and len(units) > 1:
            own = context.at(_lane_path(lane, here))
            title = words("site.timeline.lane", name=lane.unit.name)
            lead = words("site.timeline.lane_lead", name=lane.unit.name)
            index = LinkItem(words("site.timeline.title"), own.to(here.path))
            lanes = tuple(LaneUnits(unit, (unit,), lane.number, lane.colour) for unit in units)
            caption = words("site.timeline.lane_caption", name=lane.unit.name)
            yield own.path, _view(lanes, frame(own, title, lead, index), lead, caption, own, alone=True)


def _view(
    lanes: tuple[LaneUnits, ...], framed: Frame, lead: str, caption: str, here: Here, *, alone: bool = False
) -> TimelineView:
    """Gather a table of these lanes; `alone` when each has the steps of its unit only, and none of what is under it."""
    context = here.context
    slots: dict[tuple[dt.date, int], dict[int, list[Step]]] = {}
    for index, lane in enumerate(lanes):
        for step in by_date(lane.unit.steps if alone else _steps(lane, here)):
            slots.setdefault(_slot(step.when), {}).setdefault(index, []).append(step)
    now = max((slot for slot in slots if slot[0] <= context.today and slot[1] == 0), default=None)
    few = _few([len(listed) for row in slots.values() for listed in row.values()])
    more = [here.unit(lane.unit) if alone or not _is_split(lane, here) else _lane_link(lane, here) for lane in lanes]
    return TimelineView(
        frame=framed,
        lead=lead,
        caption=caption,
        columns=tuple(_column(lane, here) for lane in lanes),
        rows=tuple(
            Row(
                id=f"t_{index}",
                title=_title(slot, context),
                cells=tuple(
                    tuple(step_item(step, here) for step in slots[slot].get(column, ())[:few])
                    for column in range(len(lanes))
                ),
                current=slot == now,
                rest=tuple(
                    _rest(len(slots[slot].get(column, ())) - few, more[column], here) for column in range(len(lanes))
                ),
            )
            for index, slot in enumerate(sorted(slots))
        ),
        changes=changes_link(here),
    )


def _few(counts: list[int]) -> int:
    """Return how many steps stand in each cell: as many as keep the table readable, all when there are few."""
    few = max(counts, default=0)
    while few > 1 and sum(min(count, few) for count in counts) > MOST:
        few -= 1
    return few


def _rest(count: int, href: str, here: Here) -> LinkItem | None:
    return LinkItem(here.context.words("site.practice.more", count=count), href) if count > 0 else None


def _is_split(lane: LaneUnits, here: Here) -> bool:
    """Tell whether a lane has the steps of more than one unit, so that a table of its own tells more than its page."""
    return any(one.steps for unit in lane.units for one in here.context.roadmap.below(unit)) or len(lane.units) > 1


def _lane_path(lane: LaneUnits, here: Here) -> str:
    return here.context.addresses.lane(lane.unit.id)


def _lane_link(lane: LaneUnits, here: Here) -> str:
    return relative(here.path, _lane_path(lane, here), directory_urls=here.urls)


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
