"""A period keeps exactly the precision that its author gave, and sorts by when it begins."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic_core import PydanticCustomError

from stip.periods import Certainty, Period, Precision, add_months, month_of, parse_period, quarter_of, quarters_between


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2026", "2026-01-01", "2026-12-31", Precision.YEAR),
        (2026, "2026-01-01", "2026-12-31", Precision.YEAR),
        ("2026-Q3", "2026-07-01", "2026-09-30", Precision.QUARTER),
        ("2028-02", "2028-02-01", "2028-02-29", Precision.MONTH),
        ("2026-09-14", "2026-09-14", "2026-09-14", Precision.DAY),
        ("2027-spring", "2027-03-01", "2027-05-31", Precision.SEASON),
        ("2027-winter", "2027-12-01", "2028-02-29", Precision.SEASON),
        ({"from": "2026-04-06", "until": "2026-04-17"}, "2026-04-06", "2026-04-17", Precision.DAY),
        ({"from": "2026-04-06", "until": "2026-Q3"}, "2026-04-06", "2026-09-30", Precision.QUARTER),
        ({"from": "2026", "until": "2028"}, "2026-01-01", "2028-12-31", Precision.YEAR),
    ],
)
def test_form(written: object, first: str, last: str, precision: Precision) -> None:
    """Each form means all its days, the last one included."""
    period = parse_period(written)
    assert (str(period.first), str(period.last), period.precision) == (first, last, precision)


def test_later_has_no_days() -> None:
    """What is not known is not invented."""
    later = parse_period("later")
    assert (later.first, later.last, later.certainty) == (None, None, Certainty.ROUGH)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("10-04-2026", "period_form"),
        ("medio september", "period_form"),
        ("Q3", "period_form"),
        ("2026-9", "period_form"),
        ("2026-Q5", "period_form"),
        ("2026-02-30", "period_impossible"),
        ("2026-13", "period_impossible"),
        ("0026", "period_year"),
        ({"from": "2026"}, "period_range_keys"),
        ({"from": "2026", "until": "2026", "to": "2027"}, "period_range_keys"),
        ({"from": "2027", "until": "2026"}, "period_range_order"),
        ({"from": "2027", "until": "later"}, "period_range_later"),
    ],
)
def test_refused(written: object, reason: str) -> None:
    """Anything unclear is refused, each with a reason of its own."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_period(written)
    assert caught.value.type == reason


def test_order() -> None:
    """By first day, then the finer first; later comes last."""
    written = ["later", "2027", "2026-Q1", "2026-01-01", "2026", "2026-01", "2025-winter"]
    ordered = sorted(map(parse_period, written))
    assert [str(period.first) for period in ordered[:5]] == ["2025-12-01", *["2026-01-01"] * 4]
    assert [period.precision for period in ordered[1:5]] == [
        Precision.DAY,
        Precision.MONTH,
        Precision.QUARTER,
        Precision.YEAR,
    ]
    assert ordered[-1] == parse_period("later")


@pytest.mark.parametrize(
    ("written", "certainty"),
    [
        ("2026-09-14", Certainty.FIXED),
        ("2026-09", Certainty.FIXED),
        ("2026-Q3", Certainty.EXPECTED),
        ("2026-autumn", Certainty.EXPECTED),
        ("2026", Certainty.ROUGH),
    ],
)
def test_certainty_follows_precision(written: str, certainty: Certainty) -> None:
    """A day is settled, a season is expected, a year is a direction."""
    assert parse_period(written).certainty is certainty


def test_add_months_stays_inside_the_month() -> None:
    """The thirty-first has no counterpart in February."""
    assert add_months(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)
    assert add_months(dt.date(2026, 11, 16), 24) == dt.date(2028, 11, 16)


def test_a_period_is_a_value() -> None:
    """Equal texts give equal periods that can be keys."""
    assert len({parse_period("2026-09"), parse_period("2026-09")}) == 1
    assert isinstance(parse_period("2026-09"), Period)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2026-09", "2026-10", True),
        ("2026-10", "2026-09", False),
        ("2026-09", "2026-09", False),
        ("2026", "2026-09", False),
        ("2026-Q3", "2026-09", False),
        ("2026-07", "2026-Q4", True),
        ("2026", "later", True),
        ("later", "2026", False),
    ],
)
def test_surely_before(one: str, other: str, *, before: bool) -> None:
    """What is known less finely is not before a part of it."""
    assert parse_period(one).surely_before(parse_period(other)) is before


@pytest.mark.parametrize(
    ("period", "touches"),
    [("2026-09", True), ("2026-10-01", True), ("2026-08", False), ("2026-12", False), ("2026", True), ("later", False)],
)
def test_touches(period: str, *, touches: bool) -> None:
    """One day is enough, the first and the last of them included."""
    assert parse_period(period).touches(dt.date(2026, 9, 30), dt.date(2026, 11, 30)) is touches


def test_quarters_between() -> None:
    """Both quarters of which only a day lies within count; backwards there are none."""
    found = quarters_between(dt.date(2026, 9, 30), dt.date(2027, 1, 1))
    assert list(found) == [parse_period(text) for text in ("2026-Q3", "2026-Q4", "2027-Q1")]
    assert not list(quarters_between(dt.date(2027, 1, 1), dt.date(2026, 1, 1)))


def test_month_and_quarter_of_a_day() -> None:
    """The last day of a quarter is in it."""
    assert (month_of(dt.date(2026, 3, 31)), quarter_of(dt.date(2026, 3, 31))) == (
        parse_period("2026-03"),
        parse_period("2026-Q1"),
    )
