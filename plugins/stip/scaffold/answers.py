"""Answers: what a new site is made from, and why an answer cannot be used."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from stip.model.base import TITLE_LENGTH
from stip.periods import parse_day
from stip.problems import StipError
from stip.text.brevity import beginning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stip.text.words import Words

PROGRAMME_LENGTH = 80
"""Longest name of a programme, in characters: `Programme.name` takes no more."""
FIRST_YEAR, LAST_YEAR = 2000, 2150
"""The years in which a site can begin: its horizon lies some years later, and a period knows an end of time."""
MOST_DEPARTMENTS = 999
"""Most departments: `Unit.number` goes no further."""
_APART = ("\n", ";", ",")
"""What parts departments; the first of these that a text has, so that a name can hold those behind it."""
_SHOWN = 40
"""How many signs of a department are shown when something is wrong with it."""
_LINE_ENDS = re.compile("[\n\r\v\f\x85\u2028\u2029]")
_HIDDEN = frozenset({"Cc", "Cs", "Cn", "Co", "Zl", "Zp"})
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ufffd\ufeff]")
"""Signs that turn round what follows them, stand for a damaged one, or mark the beginning of a file."""


class AnswerError(StipError):
    """An answer that cannot be used; its text is the reason, in the user's language."""


@dataclass(frozen=True)
class Answers:
    """All that is asked: each has been read by a function of this module."""

    language: str
    name: str
    municipality: str
    departments: tuple[str, ...]
    updated: dt.date


def defaults(words: Words, today: dt.date) -> Answers:
    """Return what is used where nothing is answered, in the language of the words."""
    return Answers(
        language=words.language,
        name=words("new.default.name"),
        municipality=words("new.default.municipality"),
        departments=tuple(words("new.default.departments").split("; ")),
        updated=today,
    )


def read_name(text: str, words: Words, most: int = TITLE_LENGTH) -> str:
    """Return a name of at most `most` characters as it will be written. Raises AnswerError."""
    name = unicodedata.normalize("NFC", text).strip(" \t\r\n")
    if not name:
        raise AnswerError(words("new.wrong.empty"))
    if _LINE_ENDS.search(name):
        raise AnswerError(words("new.wrong.lines"))
    if hidden := next((sign for sign in name if unicodedata.category(sign) in _HIDDEN or _TURNING.match(sign)), ""):
        raise AnswerError(words("new.wrong.hidden", sign=f"U+{ord(hidden):04X}"))
    if "<" in name or ">" in name:
        raise AnswerError(words("new.wrong.tags"))
    if not any(sign.isalnum() for sign in name):
        raise AnswerError(words("new.wrong.signs"))
    if len(name) > most:
        raise AnswerError(words("new.wrong.long", count=len(name), most=most))
    return " ".join(name.split())


def read_programme(text: str, words: Words) -> str:
    """Return the name of a programme, which is shorter. Raises AnswerError."""
    return read_name(text, words, PROGRAMME_LENGTH)


def read_departments(texts: Sequence[str], words: Words) -> tuple[str, ...]:
    """Return the departments that texts name, each text one or more. Raises AnswerError.

    In a text with line ends each line is a department; else semicolons part them, and else commas.
    """
    parts = [part for text in texts for part in _parted("\n".join(text.splitlines()))]
    names = [_department(part, words) for part in parts if part.strip()]
    if not names:
        raise AnswerError(words("new.wrong.no_departments"))
    if len(names) > MOST_DEPARTMENTS:
        raise AnswerError(words("new.wrong.many", count=len(names), most=MOST_DEPARTMENTS))
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise AnswerError(words("new.wrong.twice", name=name))
        seen.add(name.casefold())
    return tuple(names)


def read_day(text: str, words: Words) -> dt.date:
    """Return a day that is written as 2026-11-28. Raises AnswerError."""
    try:
        day = parse_day(text.strip())
    except PydanticCustomError:
        day = None
    if not isinstance(day, dt.date):
        raise AnswerError(words("new.wrong.day"))
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise AnswerError(words("new.wrong.year", first=FIRST_YEAR, last=LAST_YEAR))
    return day


def _parted(text: str) -> list[str]:
    apart = next((sign for sign in _APART if sign in text.strip()), _APART[0])
    return text.split(apart)


def _department(text: str, words: Words) -> str:
    try:
        return read_name(text, words)
    except AnswerError as error:
        shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in beginning(text, _SHOWN))
        raise AnswerError(f"'{shown}': {error}") from error
