"""Scalars: a value exactly as its author sees it, or the trap that YAML would have let it fall into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stip.loading.files import control_character, control_in
from stip.loading.findings import Finding

if TYPE_CHECKING:
    from stip.problems import Place

Scalar = str | int | float | bool | None

_NONE = {"", "~", "null"}
_BOOLEANS = {"true": True, "false": False}
# The words that some version of YAML reads as true, false or nothing.
_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
_LONGEST = max(map(len, _WORDS))
_NUMERIC = frozenset("+-.0123456789")
"""With what a number of any version of YAML begins."""
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,14})\.(\d{0,14}[1-9]|0)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([._]\d{3})+")
# All that some version of YAML reads as a number: signs, underscores, bases, base 60, exponents, infinity.
_NUMBERS = re.compile(
    r"[-+]?("
    r"0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+"
    r"|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|[0-9][0-9_]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|\.[0-9][0-9_]*(e[-+]?[0-9]+)?"
    r"|\.inf)|\.nan",
    re.IGNORECASE,
)


def is_text(text: str, *, plain: bool) -> bool:
    """Tell quickly whether a scalar is surely the text that it looks like; of most of them it can be seen at once."""
    return len(text) > _LONGEST and text[0] not in _NUMERIC if plain else text.isprintable()


def read_scalar(text: str, place: Place, *, plain: bool) -> tuple[Scalar, Finding | None]:
    """Return the value of a scalar; `plain` means that it was written without quotes.

    A trap is returned as its text beside the finding, so that no second complaint follows from it.
    """
    if not plain:
        sign = control_in(text)  # written as an escape, such as \0
        return text, control_character(sign, place) if sign else None
    if text in _NONE:
        return None, None
    if text in _BOOLEANS:
        return _BOOLEANS[text], None
    if text.lower() in _WORDS:
        return text, Finding("trap_text", place, {"value": text})
    return _number(text, place) if _NUMBERS.fullmatch(text) else (text, None)


def _number(text: str, place: Place) -> tuple[Scalar, Finding | None]:
    if _WHOLE.fullmatch(text) and text != "-0":
        return int(text), None
    if _THOUSANDS.fullmatch(text):
        # Between quotes, points are how people write thousands; an underscore is nothing that they do.
        values = {"value": text, "whole": re.sub(r"[._]", "", text), "text": text.replace("_", ".")}
        return text, Finding("trap_amount", place, values)
    if _DECIMAL.fullmatch(text):
        return float(text), None
    return text, Finding("trap_number", place, {"value": text})
