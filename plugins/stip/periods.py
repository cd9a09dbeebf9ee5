"""Periods: a moment or stretch of time, as precise as its writer knows it, with its order."""

from __future__ import annotations

import calendar
import datetime as dt
import enum
import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

_MONTHS_IN_QUARTER = 3
_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<season>spring|summer|autumn|winter)"
    r"|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?",
    re.ASCII,
)
# Meteorological seasons, by their first month; a winter is named after the year in which it begins.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_FIRST_YEAR, _LAST_YEAR = 1990, 2199


class Precision(enum.IntEnum):
    """How finely a period is known; a smaller value is finer."""

    DAY = 1
    MONTH = 2
    QUARTER = 3
    SEASON = 4
    YEAR = 5
    LATER = 6


class Certainty(enum.StrEnum):
    """How sure a date is: settled, expected, or only the direction is known."""

    FIXED = "fixed"
    EXPECTED = "expected"
    ROUGH = "rough"


_CERTAINTY = {
    Precision.DAY: Certainty.FIXED,
    Precision.MONTH: Certainty.FIXED,
    Precision.QUARTER: Certainty.EXPECTED,
    Precision.SEASON: Certainty.EXPECTED,
    Precision.YEAR: Certainty.ROUGH,
    Precision.LATER: Certainty.ROUGH,
}


@functools.total_ordering
@dataclass(frozen=True, eq=True)
class Period:
    """A period from `first` to `last` day, both inclusive; `later` has neither.

    A range keeps its two ends in `start` and `end`, so that its text can be written as its author meant it.
    Periods sort by first day, then finer before coarser; `later` comes last.
    """

    first: dt.date | None
    last: dt.date | None
    precision: Precision
    season: str = ""
    start: Period | None = None
    end: Period | None = None

    @property
    def certainty(self) -> Certainty:
        """The certainty that the precision implies, unless the author says otherwise."""
        return _CERTAINTY[self.precision]

    @property
    def is_stretch(self) -> bool:
        """Whether its author gave it two ends."""
        return self.start is not None

    @property
    def sort_key(self) -> tuple[dt.date, Precision]:
        """First day, then precision; listed order (a stable sort) decides the rest."""
        return (self.first or dt.date.max, self.precision)

    def __hash__(self) -> int:
        """Tell periods apart by their days: a team of a large roadmap has twenty quarters to look up."""
        return hash((self.first, self.last))

    def __lt__(self, other: Period) -> bool:
        """Order by first day, then finer first."""
        return self.sort_key < other.sort_key

    def surely_before(self, other: Period) -> bool:
        """Tell whether it surely begins before another: a year does not begin before a month in it."""
        if self.first is None or self.last is None:
            return False
        if other.first is None or self.last < other.first:
            return True
        return self.first < other.first and self.precision <= other.precision

    def touches(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Tell whether any of its days lies from `first` to `last`; what is not known touches nothing."""
        if self.first is None or self.last is None or first is None or last is None:
            return False
        return self.first <= last and first <= self.last

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let models read a period from text or from a `from`/`until` mapping."""
        del source, handler
        return core_schema.no_info_plain_validator_function(
            parse_period, serialization=core_schema.plain_serializer_function_ser_schema(written_period)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the forms to editors."""
        del schema, handler
        year = r"[12]\d{3}"
        forms = rf"{year}(-Q[1-4]|-(spring|summer|autumn|winter)|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
        text = {"type": "string", "pattern": rf"^({forms}|later)$"}
        moment = {"anyOf": [{"type": "string", "pattern": rf"^{forms}$"}, {"type": "integer"}]}
        ends = {"from": moment, "until": moment}
        both = {
            "type": "object",
            "properties": ends,
            "required": ["from", "until"],
            "additionalProperties": False,
        }
        return {
            "anyOf": [
                text,
                {"type": "integer", "minimum": _FIRST_YEAR, "maximum": _LAST_YEAR},
                both,
            ]
        }


LATER = Period(None, None, Precision.LATER)


def parse_period(value: object) -> Period:
    """Read a period: `2026`, `2026-Q3`, `2026-09`, `2026-09-14`, `2027-spring`, `later`, `{from:, until:}`.

    Raises PydanticCustomError with type `period_form`, `period_impossible`, `period_year`,
    `period_range_keys`, `period_range_order` or `period_range_later`; the catalogue words each of them.
    """
    if isinstance(value, Period):
        return value
    if isinstance(value, dict):
        return _parse_range(value)
    return _parse_text(value.isoformat() if isinstance(value, dt.date) else str(value))


@functools.lru_cache(maxsize=10_000)  # a large roadmap names the same days and quarters over and over
def _parse_text(text: str) -> Period:
    if text == "later":
        return LATER
    match = _FORM.fullmatch(text)
    if match is None:
        raise PydanticCustomError("period_form", "unclear period '{value}'", {"value": text})
    year = int(match["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise PydanticCustomError("period_year", "year {value} is out of range", {"value": str(year)})
    try:
        return _from_match(match, year)
    except ValueError:
        raise PydanticCustomError("period_impossible", "'{value}' does not exist", {"value": text}) from None


def written_period(period: Period) -> str | dict[str, str]:
    """Write a period as its author does: what `parse_period` reads as this very period."""
    if period.start and period.end:
        return {"from": _written(period.start), "until": _written(period.end)}
    return _written(period)


def _written(period: Period) -> str:
    first = period.first
    if first is None:
        return "later"
    forms = {
        Precision.DAY: first.isoformat(),
        Precision.MONTH: f"{first:%Y-%m}",
        Precision.QUARTER: f"{first.year}-Q{(first.month + 2) // _MONTHS_IN_QUARTER}",
        Precision.SEASON: f"{first.year}-{period.season}",
    }
    return forms.get(period.precision, str(first.year))


def parse_day(value: object) -> object:
    """Read a day from `2026-09-14` alone, where `dt.date` would also take a count of seconds.

    Raises PydanticCustomError with type `day_form`, `period_year` or `period_impossible`.
    """
    if isinstance(value, dt.date):
        return value
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value), re.ASCII):
        raise PydanticCustomError("day_form", "'{value}' is not a day", {"value": str(value)})
    return parse_period(value).first


Day = Annotated[dt.date, BeforeValidator(parse_day)]
"""One day, written as `2026-09-14`."""


def _from_match(match: re.Match[str], year: int) -> Period:
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return Period(day, day, Precision.DAY)
    if match["month"]:
        month = int(match["month"])
        return _months(year, month, 1, Precision.MONTH)
    if match["quarter"]:
        month = (int(match["quarter"]) - 1) * _MONTHS_IN_QUARTER + 1
        return _months(year, month, _MONTHS_IN_QUARTER, Precision.QUARTER)
    if match["season"]:
        return _months(
            year,
            _SEASONS[match["season"]],
            _MONTHS_IN_QUARTER,
            Precision.SEASON,
            match["season"],
        )
    return _months(year, 1, 12, Precision.YEAR)


def _months(year: int, month: int, count: int, precision: Precision, season: str = "") -> Period:
    first = dt.date(year, month, 1)
    return Period(first, add_months(first, count) - dt.timedelta(days=1), precision, season)


def _parse_range(value: dict[Any, Any]) -> Period:
    if set(value) != {"from", "until"}:
        raise PydanticCustomError("period_range_keys", "a range has 'from' and 'until'")
    start, end = _parse_end(value["from"]), _parse_end(value["until"])
    if start.first is None or end.last is None:
        raise PydanticCustomError("period_range_later", "a range cannot begin or end 'later'")
    if start.first > end.last:
        raise PydanticCustomError(
            "period_range_order",
            "'{until}' is before '{from}'",
            {"from": str(value["from"]), "until": str(value["until"])},
        )
    return Period(start.first, end.last, max(start.precision, end.precision), start=start, end=end)


@functools.cache
def _quarter(year: int, number: int) -> Period:
    return parse_period(f"{year}-Q{number}")


@functools.cache
def _month(year: int, number: int) -> Period:
    return parse_period(f"{year}-{number:02}")


def quarter_of(day: dt.date) -> Period:
    """Return the quarter in which a day lies."""
    return _quarter(day.year, (day.month + 2) // _MONTHS_IN_QUARTER)


def month_of(day: dt.date) -> Period:
    """Return the month in which a day lies."""
    return _month(day.year, day.month)


def quarters_between(first: dt.date, last: dt.date) -> Iterator[Period]:
    """Yield the quarters of which some day lies from `first` to `last`."""
    day = first
    while day <= last:
        quarter = quarter_of(day)
        yield quarter
        day = add_months(quarter.first or day, _MONTHS_IN_QUARTER)


def _parse_end(value: object) -> Period:
    """Read one end of a range, which is no range itself."""
    return parse_period(str(value) if isinstance(value, dict) else value)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day `months` later, or the last day of that month when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
