"""Timing: when practices are, and in which order of time a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from stip.model import Practice
    from stip.periods import Period


def coming_and_past(practices: Iterable[Practice], today: dt.date) -> tuple[tuple[Practice, ...], tuple[Practice, ...]]:
    """Part what is to come (soonest first, then what has no date) from what has been (newest first)."""
    coming: list[Practice] = []
    past: list[Practice] = []
    for one in practices:
        (past if is_past(one, today) else coming).append(one)
    days = {id(one): next_day(one, today) for one in coming}
    coming.sort(key=lambda one: (days[id(one)] is None, days[id(one)] or today))
    past.sort(key=lambda one: last_day(one) or today, reverse=True)
    return tuple(coming), tuple(past)


def last_day(practice: Practice) -> dt.date | None:
    """Return the last day on which a practice takes place; None when it has no date or no end."""
    dates = [time.last for time in practice.spans]
    if dates:
        return None if None in dates else max(day for day in dates if day)
    when = vars(practice).get("when")
    return when.last if when else None


def is_past(practice: Practice, today: dt.date) -> bool:
    """Tell whether the last day on which a practice takes place is past."""
    last = last_day(practice)
    return last is not None and last < today


def next_day(practice: Practice, today: dt.date) -> dt.date | None:
    """Return the next day on which a practice takes place; the first one when all are past."""
    days = [time.first for time in practice.spans]
    when = vars(practice).get("when")
    days += [when.first] if when else []
    known = sorted(day for day in days if day)
    return next((day for day in known if day >= today), known[0] if known else None)


def next_period(practice: Practice, today: dt.date) -> Period | None:
    """Return when a practice is: its period, else its next moment, else its first."""
    ahead = [time for time in practice.spans if time.last and time.last >= today]
    return min(ahead, default=practice.period)
