"""Where a number or a day lies between two others; exact for numbers of any size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

_DIGITS = 60
"""More digits than numbers that people write have."""


@dataclass(frozen=True)
class Scale:
    """A stretch of numbers laid over a stretch of px."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def place(self, value: Decimal) -> float:
        """Return the px of a number; outside the stretch that of the nearest end."""
        return self.start + (self.end - self.start) * part(value, self.low, self.high)


def part(value: Decimal, low: Decimal, high: Decimal) -> float:
    """Return how far a number has come from low to high (which may be the smaller), 0 to 1; 0 when both are one."""
    with localcontext(prec=_DIGITS):
        if low == high:
            return 0.0
        return min(1.0, max(0.0, float((value - low) / (high - low))))


def share(value: Decimal, low: Decimal, high: Decimal) -> float:
    """Return a number as a part of the whole stretch from low to high, below zero for a number below zero."""
    with localcontext(prec=_DIGITS):
        return float(value / (high - low))


def stretch(values: Iterable[Decimal], *, zero: bool) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest number, never the same; with `zero` it lies between them."""
    listed = [*values, *([Decimal(0)] if zero else [])] or [Decimal(0)]
    low, high = min(listed), max(listed)
    return (low, high) if low < high else (low, low + 1)


@dataclass(frozen=True)
class Days:
    """A stretch of days laid over a stretch of px."""

    first: date
    last: date
    start: float
    end: float

    def place(self, day: date) -> float:
        """Return the px of a day; outside the stretch that of the nearest end."""
        whole = max((self.last - self.first).days, 1)
        passed = Fraction(min(max((day - self.first).days, 0), whole), whole)
        return self.start + (self.end - self.start) * float(passed)

    def years(self, least: float) -> list[tuple[float, str]]:
        """Return the beginnings of years with their px, as many as keep `least` px apart."""
        listed = [year for year in range(self.first.year, self.last.year + 1) if date(year, 1, 1) >= self.first]
        room = max(int((self.end - self.start) // least), 1)
        step = max(1, -(-len(listed) // room))
        places = [(self.place(date(year, 1, 1)), year) for year in listed if not year % step]
        return [(place, str(year)) for place, year in places]


def whole_years(days: Iterable[date]) -> tuple[date, date]:
    """Return the first day of the first year and the last day of the last; without days a year that is nobody's."""
    listed = sorted(days) or [date(2000, 1, 1)]
    return date(listed[0].year, 1, 1), date(listed[-1].year, 12, 31)
