"""Parts: what several practices are made of: numbers, amounts, times of day and moments."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from stip.model.base import Audience, Line, Mark, Record, Side, UnitId, Whole
from stip.periods import Period

EURO = Mark("euro")
"""Marks a number as an amount in euro, so that it is written as one."""
PERCENT = Mark("percent")
"""Marks a whole number as a percentage."""
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_DUTCH = re.compile(r"(?:€\s*)?([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]{1,2}|-))?")
_PLAIN = re.compile(r"\d{1,15}(\.\d{1,6})?", re.ASCII)


def _check_clock(value: str) -> str:
    if not _CLOCK.fullmatch(value):
        raise PydanticCustomError("clock_form", "'{value}' is not a time", {"value": value})
    return value


def _number(value: Any) -> Any:
    """Read a number as it is written: a whole number, one with a point, or Dutch notation in quotes.

    In quotes `"50.000"` is fifty thousand: so Dutch people write it, and so the message about `50.000` asks for it.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise PydanticCustomError("number_form", "'{value}' is not a number", {"value": value})
    text = str(value).strip()
    if isinstance(value, str) and (match := _DUTCH.fullmatch(text)):
        cents = (match[2] or "").strip("-")
        text = match[1].replace(".", "") + (f".{cents}" if cents else "")
    if not _PLAIN.fullmatch(text):
        raise PydanticCustomError("number_form", "'{value}' is not a number", {"value": str(value)})
    return Decimal(text)


Clock = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_check_clock),
    WithJsonSchema({"type": "string", "pattern": f"^({_CLOCK.pattern})$"}),
]
"""A time of day, `09:30`; in YAML it needs quotes."""
_NUMBER_SCHEMA = WithJsonSchema({"type": ["number", "string"]})
Number = Annotated[Decimal, BeforeValidator(_number), _NUMBER_SCHEMA]
"""A number of zero or more; Dutch notation (`"2,5"`) is read too."""
Money = Annotated[Decimal, BeforeValidator(_number), _NUMBER_SCHEMA, EURO]
"""An amount in euro of zero or more, `50000` or `"€ 50.000"`."""
Count = Annotated[Whole, Field(ge=0, le=10_000_000)]
Percent = Annotated[Whole, Field(ge=0, le=400), PERCENT]


Fullness = Annotated[Whole, Field(ge=0, le=100), PERCENT]
"""How full something is, from 0 to 100."""
Year = Annotated[Whole, Field(ge=2000, le=2100)]

__all__ = [
    "EURO",
    "PERCENT",
    "Clock",
    "Count",
    "Fullness",
    "Moment",
    "Money",
    "Number",
    "Percent",
    "Side",
    "Year",
]


class Moment(Record, audience=Audience.STAFF, defer_build=False):
    """A day on which something takes place, with its hours and its place."""

    record: ClassVar[str] = "moment"
    when: Period
    start: Clock | None = None
    end: Clock | None = None
    place: Line | None = None
    departments: tuple[UnitId, ...] = ()
