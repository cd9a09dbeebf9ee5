"""Indicators: how far each is from where it began to where it must be, and how far a straight line in time would be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from stip.model.programme import Indicator, Measure

_GROUPED = re.compile(r"-?\d{1,3}([.,]\d{3})+")
"""A whole number whose thousands are parted, by points or by commas."""
_PLAIN = re.compile(r"-?\d+(?P<rest>[.,]\d+)?")


@dataclass(frozen=True)
class Progress:
    """An indicator in numbers; `expected` is where a straight line in time would be on the day of the last reading."""

    indicator: Indicator
    begin: Decimal
    now: Decimal
    target: Decimal
    expected: Decimal | None

    @property
    def share(self) -> int:
        """The part of the way that was made, in whole percents, 0 to 100."""
        return max(0, min(100, round((self.now - self.begin) * 100 / (self.target - self.begin))))

    @property
    def on_plan(self) -> bool | None:
        """Whether it is as far as the straight line, or further; None when nobody can tell."""
        if self.expected is None:
            return None
        return self.now >= self.expected if self.target > self.begin else self.now <= self.expected


def number_in(text: str) -> Decimal | None:
    """Read a value as people write it; None when it is no number.

    `1.250` and `1,250` are thousands, for nobody measures to three decimals; other commas and points part decimals.
    """
    if _GROUPED.fullmatch(text):
        return Decimal(re.sub(r"[.,]", "", text))
    return Decimal(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def progress_of(indicator: Indicator) -> Progress | None:
    """Reckon an indicator; None when one of its three values is missing or no number, or it has no way to go."""
    begin, now, target = indicator.baseline, indicator.now, indicator.target
    values = [number_in(one.value) if one else None for one in (begin, now, target)]
    if begin is None or now is None or target is None or values[0] == values[2]:
        return None
    first, current, last = values
    if first is None or current is None or last is None:
        return None
    return Progress(indicator, first, current, last, _expected(first, last, (begin, now, target)))


def _expected(begin: Decimal, target: Decimal, measures: tuple[Measure, Measure, Measure]) -> Decimal | None:
    days = [_day(measure) for measure in measures]
    first, at, last = days
    if first is None or at is None or last is None or last <= first:
        return None
    gone = min(max((at - first).days, 0), (last - first).days)
    return begin + (target - begin) * gone / (last - first).days


def _day(measure: Measure) -> dt.date | None:
    return measure.when.last
