"""Dates and periods in words, with no more precision than their author gave."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

from babel.dates import format_date

from stip.periods import Precision

if TYPE_CHECKING:
    from stip.periods import Period
    from stip.text.words import Words

_PATTERNS = {
    Precision.DAY: "d MMMM y",
    Precision.MONTH: "MMMM y",
    Precision.QUARTER: "QQQQ y",
    Precision.YEAR: "y",
}
_WITHOUT_YEAR = {
    Precision.DAY: "d MMMM",
    Precision.MONTH: "MMMM",
    Precision.QUARTER: "QQQQ",
}


@functools.lru_cache(maxsize=10_000)
def _written(day: dt.date, pattern: str, language: str) -> str:
    """Write a day by a pattern of Babel, once: a large site says the same few thousand days over and over."""
    return format_date(day, pattern, locale=language)


def day_text(day: dt.date, words: Words) -> str:
    """Write a day, as in `16 november 2026`."""
    return _written(day, _PATTERNS[Precision.DAY], words.language)


def weekday_text(day: dt.date, words: Words) -> str:
    """Write a day with its name, as in `maandag 16 november 2026`."""
    return _written(day, "EEEE d MMMM y", words.language)


def period_text(period: Period, words: Words) -> str:
    """Write a period as its author meant it: `3e kwartaal 2026`, `voorjaar 2027`, `6 tot en met 17 april`."""
    if period.start is not None and period.end is not None:
        return _range_text(period.start, period.end, words)
    if period.first is None:
        return words("periods.later")
    if period.season:
        year = period.first.year
        return words(f"periods.{period.season}", year=year, next_year=year + 1)
    return _written(period.first, _PATTERNS[period.precision], words.language)


def _range_text(start: Period, end: Period, words: Words) -> str:
    """Write both ends, and what they share only once."""
    return words(
        "periods.range",
        start=_start_text(start, end, words),
        end=period_text(end, words),
    )


def _start_text(start: Period, end: Period, words: Words) -> str:
    same_precision = start.precision is end.precision and start.precision in _WITHOUT_YEAR
    if start.first is None or end.first is None or not same_precision or start.first.year != end.first.year:
        return period_text(start, words)
    if start.precision is Precision.DAY and start.first.month == end.first.month:
        return str(start.first.day)
    return _written(start.first, _WITHOUT_YEAR[start.precision], words.language)
