"""A period keeps exactly the precision that its author gave, and sorts by when it begins."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic_core import PydanticCustomError

from stip.periods import Certainty, Period, Precision, add_months, parse_period


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
