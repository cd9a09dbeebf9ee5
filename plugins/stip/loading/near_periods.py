"""Near periods: which period was meant by a common way of writing that we do not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from stip.periods import parse_period

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb februari february",
            "mrt maart mar march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "aug augustus august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_SEASONS = {
    "voorjaar": "spring",
    "lente": "spring",
    "spring": "spring",
    "zomer": "summer",
    "summer": "summer",
    "najaar": "autumn",
    "herfst": "autumn",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}


def near_period(text: str) -> str | None:
    """Return the period that `text` probably means, in a form that we read; None when nobody can tell."""
    plain = " ".join(text.lower().replace(",", " ").split())
    for form, make in _FORMS:
        match = re.fullmatch(form, plain, re.ASCII)
        if match and (near := make(match)) is not None:
            return near if _exists(near) else None
    return None


def _exists(text: str) -> bool:
    try:
        parse_period(text)
    except PydanticCustomError:
        return False
    return True


def _named(year: str, name: str, day: str | None = None) -> str | None:
    if (season := _SEASONS.get(name)) and day is None:
        return f"{year}-{season}"
    month = _MONTHS.get(name.rstrip("."))
    if month is None:
        return None
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


_FORMS: Sequence[tuple[str, Callable[[re.Match[str]], str | None]]] = (
    (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", lambda m: f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"),
    (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([t ].*)?", lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}"),
    (r"(\d{4})(\d{2})(\d{2})", lambda m: f"{m[1]}-{m[2]}-{m[3]}"),
    (r"(\d{1,2})[-/](\d{4})", lambda m: f"{m[2]}-{int(m[1]):02}"),
    (r"(\d{4})[-/. ](\d{1,2})", lambda m: f"{m[1]}-{int(m[2]):02}"),
    (r"(\d{4})[-/ ]?[qk]([1-4])", lambda m: f"{m[1]}-Q{m[2]}"),
    (r"[qk]([1-4])[-/ ]?(\d{4})", lambda m: f"{m[2]}-Q{m[1]}"),
    (r"([1-4])e kwartaal( van)? (\d{4})", lambda m: f"{m[3]}-Q{m[1]}"),
    (r"(\d{1,2}) ([a-z.]+) (\d{4})", lambda m: _named(m[3], m[2], m[1])),
    (r"([a-z.]+)[ -](\d{4})", lambda m: _named(m[2], m[1])),
    (r"(\d{4})[ -]([a-z.]+)", lambda m: _named(m[1], m[2])),
    (r"(ooit|straks|onbekend|nog niet bekend|tbd|n\.?t\.?b\.?|someday|unknown)", lambda _: "later"),
    (r"later", lambda _: "later"),
)
