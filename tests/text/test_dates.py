"""Periods in words say what their author meant, in both languages."""

from __future__ import annotations

import pytest

from stip.periods import parse_period
from stip.text.dates import period_text
from stip.text.words import words_for


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        ("2026", "2026", "2026"),
        ("2026-Q3", "3e kwartaal 2026", "3rd quarter 2026"),
        ("2026-09", "september 2026", "September 2026"),
        ("2026-09-14", "14 september 2026", "14 September 2026"),
        ("2027-spring", "voorjaar 2027", "spring 2027"),
        ("2027-winter", "winter 2027-2028", "winter 2027-2028"),
        ("later", "later", "later"),
        ({"from": "2026-04-06", "until": "2026-04-17"}, "6 tot en met 17 april 2026", "6 to 17 April 2026"),
        (
            {"from": "2026-04-27", "until": "2026-05-01"},
            "27 april tot en met 1 mei 2026",
            "27 April to 1 May 2026",
        ),
        (
            {"from": "2026-09", "until": "2026-11"},
            "september tot en met november 2026",
            "September to November 2026",
        ),
        ({"from": "2026-09", "until": "2027-Q1"}, "september 2026 tot en met 1e kwartaal 2027", None),
        ({"from": "2026", "until": "2028"}, "2026 tot en met 2028", "2026 to 2028"),
    ],
)
def test_period_text(written: object, dutch: str, english: str | None) -> None:
    """What both ends of a range share is said once."""
    period = parse_period(written)
    assert period_text(period, words_for("nl")) == dutch
    if english is not None:
        assert period_text(period, words_for("en")) == english
