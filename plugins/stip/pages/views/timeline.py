"""The timeline: quarters down, paths across, as tables: one of all, and of what is too much for it one each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import Step
from stip.model.roadmap import COLOURS
from stip.pages.bundles import BUNDLES, divided
from stip.pages.lanes import LaneUnits, lanes_of
from stip.pages.links import relative
from stip.pages.selection import by_date, steps_under
from stip.pages.views.changes import changes_link
from stip.pages.views.items import LinkItem, StepItem, step_item
from stip.pages.views.layout import Frame, frame
from stip.periods import Period, Precision, parse_period
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.model import Unit
    from stip.pages.context import Context
    from stip.pages.links import Here


MOST = 800
"""So many steps, or else cells, has one table; of more, each cell has the first few, and each path a table of its own.

Where even a step a cell is too much, a column stands for several paths.
"""


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
    """A table of steps."""

    frame: Frame
    lead: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    changes: LinkItem | None


@dataclass(frozen=True)
class _Lane:
    """What a column shows: its steps, the page of its unit if it is one's, and the lanes of a table of its own."""

    key: str
    """The name of the page with that table."""
    number: int
    colour: int
    label: str
    name: str
    steps: tuple[Step, ...]
    unit: Unit | None
    """None when it stands for several."""
    lanes: tuple[_Lane, ...] = ()


def timeline_views(here: Here) -> Iterator[tuple[str, TimelineView]]:
    """Yield (path, page) of the table of all paths, then of each table that has what is too much for another.

    A stretch of time without steps has no row.
    """
    context, words = here.context, here.context.words
    units = lanes_of(context)
    framed = frame(here, words("site.timeline.title"), words("site.timeline.description"))
    lanes = _fitting([_lane(lane, here) for lane in units], words("site.path.part"), "", context)
    lead = words("site.timeline.lead" if len(lanes) == len(units) else "site.timeline.lead_some")
    view = _view(lanes, framed, lead, words("site.timeline.caption"), here)
    yield here.path, view
    yield from _below(lanes, view, here)


def _below(lanes: Sequence[_Lane], whole: TimelineView, here: Here) -> Iterator[tuple[str, TimelineView]]:
    """Yield (path, page) of each lane of a table in which not all of its steps stand, or that stands for several."""
    context, words = here.context, here.context.words
    cut = {column for row in whole.rows for column, rest in enumerate(row.rest) if rest}
    for column, lane in enumerate(lanes):
        if lane.lanes and (column in cut or lane.unit is None):
            own = context.at(context.addresses.lane(lane.key))
            title = words("site.timeline.lane", name=lane.name)
            lead = words("site.timeline.lane_lead", name=lane.name)
            index = LinkItem(words("site.timeline.title"), own.to(context.addresses.timeline))
            caption = words("site.timeline.lane_caption", name=lane.name)
            inside = _fitting(lane.lanes, lane.key, lane.name, context)
            view = _view(inside, frame(own, title, lead, index), lead, caption, own)
            yield own.path, view
            yield from _below(inside, view, own)


def _lane(lane: LaneUnits, here: Here) -> _Lane:
    """Return a lane with the steps of its departments and of their teams, and of each its own for a table apart."""
    roadmap, top = here.context.roadmap, lane.unit
    near = {one.id: one for unit in lane.units for one in (unit, *roadmap.below(unit))}
    units = tuple(one for one in near.values() if one.steps)
    alone = tuple(_Lane(one.id, lane.number, lane.colour, one.label, one.name, one.steps, one) for one in units)
    steps = tuple(step for unit in lane.units for step in steps_under(unit, roadmap))
    inside = alone if len(alone) > 1 else ()
    return _Lane(top.id, lane.number, lane.colour, top.label, top.name, steps, top, inside)


def _fitting(lanes: Sequence[_Lane], key: str, name: str, context: Context) -> tuple[_Lane, ...]:
    """Return lanes of which one table can have a column each: these, or some that each stand for a run of them.

    A run of what has numbers, which are those on every page, is called by them; any other by its places.
    """
    rows = len({_slot(step.when) for lane in lanes for step in lane.steps})
    if len(lanes) <= max(BUNDLES, MOST // max(rows, 1)):
        return tuple(lanes)
    words, found, last = context.words, [], 0
    have_numbers = not name and len({one.number for one in lanes}) == len(lanes)
    for place, run in enumerate(divided(lanes, BUNDLES), start=1):
        first, last = last + 1, last + len(run)
        ends = {"first": run[0].number, "last": run[-1].number} if have_numbers else {"first": first, "last": last}
        label = words("site.unit.bundle_short" if have_numbers else "site.topic.from_to", **ends)
        long = words("site.unit.bundle" if have_numbers else "site.topic.from_to", **ends)
        steps = tuple(step for lane in run for step in lane.steps)
        colour = (place - 1) % COLOURS + 1
        title = f"{name}, {long}" if name else long
        found.append(_Lane(f"{key}_{place}", place, colour, label, title, steps, None, run))
    return tuple(found)


def _view(lanes: Sequence[_Lane], framed: Frame, lead: str, caption: str, here: Here) -> TimelineView:
    """Gather a table of these lanes."""
    context = here.context
    slots: dict[tuple[dt.date, int], dict[int, list[Step]]] = {}
    for index, lane in enumerate(lanes):
        for step in by_date(lane.steps):
            slots.setdefault(_slot(step.when), {}).setdefault(index, []).append(step)
    now = max((slot for slot in slots if slot[0] <= context.today and slot[1] == 0), default=None)
    few = _few([len(listed) for row in slots.values() for listed in row.values()])
    more = [_page(lane, here) if lane.lanes else _home(lane, here) for lane in lanes]
    return TimelineView(
        frame=framed,
        lead=lead,
        caption=caption,
        columns=tuple(Column(one.number, LinkItem(one.label, _home(one, here)), one.colour) for one in lanes),
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


def _home(lane: _Lane, here: Here) -> str:
    """Link to the unit that a lane is of, else to its own table."""
    return here.unit(lane.unit) if lane.unit else _page(lane, here)


def _page(lane: _Lane, here: Here) -> str:
    return relative(here.path, here.context.addresses.lane(lane.key), directory_urls=here.urls)


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
