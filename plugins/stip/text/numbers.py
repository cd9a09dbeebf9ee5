"""Numbers and amounts in the notation of the language."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from babel.numbers import format_currency, format_decimal

if TYPE_CHECKING:
    from stip.text.words import Words


_DIGITS = 60
"""More digits than a product of numbers that people write; with the usual 28 such a product cannot be written."""


def number_text(value: Decimal | int, words: Words) -> str:
    """Write a number with the separators of the language, as in `1.250,5`."""
    with localcontext(prec=_DIGITS):
        return format_decimal(value, locale=words.language)


def money_text(value: Decimal, words: Words) -> str:
    """Write an amount in euro; cents only where there are any."""
    pattern = "\xa4\xa0#,##0" if value == value.to_integral_value() else "\xa4\xa0#,##0.00"
    return format_currency(value, "EUR", pattern, locale=words.language, currency_digits=False)
