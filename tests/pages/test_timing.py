"""When practices are, and in which order of time a reader meets them."""

from __future__ import annotations

import datetime as dt

import pytest

from stip.model.practices import Lesson, Practice, Training
from stip.pages.timing import coming_and_past, is_past, last_day, next_day, next_period
from stip.periods import parse_period

TODAY = dt.date(2026, 11, 16)


def training(*days: str) -> Training:
    return Training.model_validate({"id": "-".join(days) or "none", "title": "T", "dates": [{"when": d} for d in days]})


def lesson(when: str | None) -> Lesson:
    return Lesson.model_validate({"id": f"l-{when}".lower(), "title": "L", "learned": "Zz.", "when": when})


@pytest.mark.parametrize(
    ("practice", "last", "following"),
    [
        (training("2026-10-01", "2026-12-01"), dt.date(2026, 12, 1), dt.date(2026, 12, 1)),
        (training("2026-12-01", "2026-10-01"), dt.date(2026, 12, 1), dt.date(2026, 12, 1)),
        (training("2026-10-01", "2026-09-01"), dt.date(2026, 10, 1), dt.date(2026, 9, 1)),
        (training("2026-10-01", "later"), None, dt.date(2026, 10, 1)),
        (training(), None, None),
        (lesson("2026-12"), dt.date(2026, 12, 31), dt.date(2026, 12, 1)),
        (lesson("later"), None, None),
        (lesson(None), None, None),
    ],
)
def test_days(practice: Practice, last: dt.date | None, following: dt.date | None) -> None:
    """The last day is known when every moment is; the next one is the first when all are past."""
    assert (last_day(practice), next_day(practice, TODAY)) == (last, following)


@pytest.mark.parametrize(
    ("practice", "period"),
    [
        (training("2026-10-01", "2026-12-24", "2026-12-01"), "2026-12-01"),
        (training("2026-11-16"), "2026-11-16"),
        (training("2026-10-01", "2026-09-01"), "2026-09-01"),
        (lesson("2026-10"), "2026-10"),
    ],
)
def test_next_period(practice: Practice, period: str) -> None:
    """The next moment, today included; else when it was."""
    assert next_period(practice, TODAY) == parse_period(period)


def test_nothing_says_when() -> None:
    """No day is invented."""
    assert next_period(training(), TODAY) is None


def test_today_is_not_past() -> None:
    """Until the day is over somebody can come."""
    assert (is_past(lesson("2026-11-16"), TODAY), is_past(lesson("2026-11-15"), TODAY)) == (False, True)


def test_moments_alone_make_a_practice_over() -> None:
    """A period says when something was made, not that it is over."""
    assert training("2026-10-01", "2026-09-01").is_over(TODAY)
    assert not any(one.is_over(TODAY) for one in (training("2026-10-01", "later"), training(), lesson("2026-10")))


def test_coming_soonest_first_then_past_newest_first() -> None:
    """What has no date comes after what has; a training that goes on is still to come."""
    both, soon, undated = training("2026-01-01", "2027-02-01"), lesson("2026-12"), lesson(None)
    old, older = lesson("2026-10"), training("2026-03-01")
    coming, past = coming_and_past([undated, older, both, old, soon], TODAY)
    assert (coming, past) == ((soon, both, undated), (old, older))
