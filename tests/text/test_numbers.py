"""Numbers and amounts are written as the language does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from stip.text.numbers import money_text, number_text
from stip.text.words import words_for


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (Decimal("1250.5"), "1.250,5", "1,250.5"),
        (1250, "1.250", "1,250"),
        (Decimal("0.125"), "0,125", "0.125"),
        (10**30, "1" + ".000" * 10, "1" + ",000" * 10),
    ],
)
def test_number_text(value: Decimal | int, dutch: str, english: str) -> None:
    """The comma and the point change places."""
    assert (number_text(value, words_for("nl")), number_text(value, words_for("en"))) == (dutch, english)


@pytest.mark.parametrize(
    ("value", "text"),
    [("50000", "€\xa050.000"), ("12.5", "€\xa012,50"), ("12.00", "€\xa012"), ("0", "€\xa00"), ("-3", "-€\xa03")],
)
def test_cents_only_where_there_are_any(value: str, text: str) -> None:
    """A round amount has none, and no line is broken behind the sign."""
    assert money_text(Decimal(value), words_for("nl")) == text
