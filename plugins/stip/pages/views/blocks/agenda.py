"""The agenda: every moment that is not over, of all practices, soonest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from stip.pages.selection import ids_of
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.facts import chip_text, clock_text
from stip.pages.views.items import LinkItem, when_text
from stip.pages.views.view import as_view
from stip.text.dates import day_text, weekday_text

if TYPE_CHECKING:
    import datetime as dt

    from stip.model import Practice
    from stip.model.practices import Moment
    from stip.pages.links import Here
    from stip.periods import Period

_MANY = 24
"""So many moments are seen at once; the others are folded away."""


@as_view
class Date:
    """A moment in the agenda."""

    day: str
    month: str
    text: str
    title: str
    href: str
    note: str
    units: str
    personas: str


def agenda(here: Here) -> Block:
    """Gather the agenda: what is on the same day, at the same place, stands in one line."""
    context = here.context
    days: dict[tuple[str, str, Period, str | None, tuple[str, ...]], tuple[list[Moment], Practice]] = {}
    for moment, one in moments(context.roadmap.practices, context.today):
        key = (one.record, one.id, moment.when, moment.place, moment.departments)
        days.setdefault(key, ([], one))[0].append(moment)
    rows = tuple(date_item(tuple(found), one, here) for found, one in days.values())
    calendar = here.calendar()
    link = LinkItem(context.words("calendar.add"), calendar) if calendar else None
    return replace(block("agenda", "agenda", rows[:_MANY], here, link), rest=rows[_MANY:])


def moments(practices: Iterable[Practice], today: dt.date) -> list[tuple[Moment, Practice]]:
    """Return every moment that is not over, soonest first."""
    found = [
        (moment, one) for one in practices for moment in one.moments if moment.when.last and moment.when.last >= today
    ]
    found.sort(key=lambda item: (item[0].when, item[0].start or ""))
    return found


def date_item(moments: tuple[Moment, ...], practice: Practice, here: Here) -> Date:
    """Show moments of one practice on one day, at one place, in the agenda."""
    words, roadmap, moment = here.context.words, here.context.roadmap, moments[0]
    first = moment.when.first or here.context.today
    exact = moment.when.first == moment.when.last
    day, month = day_text(first, words).split()[:2] if exact else ("", "")
    hours = [clock_text(one, words) for one in moments if one.start]
    when = weekday_text(first, words) if exact else when_text(moment.when, words)
    text = ", ".join(filter(None, (when, words("site.practice.and").join(hours), moment.place)))
    named = moment.departments or practice.departments
    note = " · ".join(filter(None, (chip_text(practice, words), ", ".join(roadmap.units[key].label for key in named))))
    units = ids_of((roadmap.units[key] for key in named), roadmap)
    place = here.practice(practice)
    return Date(day, month[:3], text, practice.title, place, note, " ".join(units), " ".join(practice.personas))
