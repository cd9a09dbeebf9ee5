"""Moments: when the steps of a new department fall, reckoned from the day on which the site is made."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from stip.periods import add_months, quarter_of, written_period

YEARS = 4
"""How many years after the first day the horizon lies."""
_WAVES = 3
"""In so many waves departments begin, a month after each other, so that not all of it comes at once."""
_SEASONS = ("winter", "spring", "summer", "autumn")


class Moments(NamedTuple):
    """The periods of the steps of a department, as they are written in YAML."""

    begin: str
    practise: str
    change: str
    celebrate: str


def moments(updated: dt.date, index: int) -> Moments:
    """Return when the steps of the department with this index fall, each after the one before.

    The first department has begun; what the change of one waits for in another is always over by then.
    """
    wave = index % _WAVES
    month = add_months(updated, 1 + wave)
    begun = f"{{from: {updated:%Y-%m}, until: {add_months(updated, 2):%Y-%m}}}"
    return Moments(
        begin=f"{month:%Y-%m}" if index else begun,
        practise=_quarter(updated, 4 + wave),
        change=_quarter(updated, 10 + wave),
        celebrate=_season(updated, 16 + wave),
    )


def first_quarter(updated: dt.date) -> str:
    """Return the quarter in which a programme begins."""
    return _quarter(updated, 0)


def _quarter(day: dt.date, months: int) -> str:
    return str(written_period(quarter_of(add_months(day, months))))


def _season(day: dt.date, months: int) -> str:
    """Return the season of the month so many months later; a winter is named after the year in which it begins."""
    found = add_months(day, months)
    year = found.year - (found.month < 3)
    return f"{year}-{_SEASONS[found.month % 12 // 3]}"
