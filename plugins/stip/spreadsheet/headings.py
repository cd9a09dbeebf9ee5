"""Headings: which field a heading of a column means, in Dutch and English, however it is written."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from stip.model import Step
from stip.text.words import LANGUAGES, words_for

SKIPPED = "skip"
"""The word with which a person says that a column is not to be used."""
SHEET_KEYS = (
    "department",
    "team",
    "unit",
    "nr",
    "first_day",
    "last_day",
    "start",
    "end",
    "quarter",
    "year",
    "month",
    "progress",
)
"""What a column can tell that is no field of a step."""
BESIDE = ("responsible", "remark")
"""What we know by its heading, and keep as a comment: a roadmap has no place for it, or it names a person."""
_MOST_WORDS = 5
_SHORTEST = 4


class Meaning(NamedTuple):
    """What a heading means: a field, and whether it says exactly so."""

    key: str
    exact: bool


def fields() -> tuple[str, ...]:
    """Return everything that a column can be."""
    return (*SHEET_KEYS, *Step.model_fields)


@functools.lru_cache(maxsize=100_000)  # the same few words stand in every row
def plain(text: str) -> str:
    """Return a text in small letters without accents, signs, and what stands between brackets."""
    bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text)
    parts = unicodedata.normalize("NFKD", (bare if bare.strip() else text).casefold())
    letters = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w#%]+", " ", letters.replace("_", " ")).split())


def meaning(text: str) -> Meaning | None:
    """Return what a heading means; None for one that we do not know, or that is no heading."""
    word = plain(text)
    if not word:
        return None
    known = _known()
    if word in known:
        return Meaning(known[word], exact=True)
    words = word.split()
    if len(words) > _MOST_WORDS or ("\n" in text.strip() and len(words) > _MOST_WORDS):
        return None
    for length in range(len(words) - 1, 0, -1):
        for part in (" ".join(words[:length]), " ".join(words[-length:])):
            if len(part) >= _SHORTEST and part in known:
                return Meaning(known[part], exact=False)
    return None


def written_heading(key: str, language: str) -> str:
    """Return how we write the heading of a field ourselves; a field without words of its own has its key."""
    words = words_for(language)
    name = f"spreadsheet.headings.{key}"
    return words(name).split(",")[0].strip() if name in words else key


def choices(field: str) -> Mapping[str, str]:
    """Return the fixed values of a field by every word for them, in small letters without signs."""
    return _choices()[field]


@functools.cache
def _known() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for key, text in words_for(language).section("spreadsheet.headings").items():
            for word in text.split(","):
                found.setdefault(plain(word), key)
    for key in fields():
        found.setdefault(plain(key), key)
    return found


@functools.cache
def _choices() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for key, text in words_for(language).section("spreadsheet.values").items():
            field, _, value = key.partition(".")
            into = found.setdefault(field, {})
            into.setdefault(folded(value), value)
            for word in text.split(","):
                into.setdefault(folded(word), value)
    return found


def written_choice(field: str, value: str, language: str) -> str:
    """Return how we write a fixed value ourselves; one without words of its own as it stands in YAML."""
    words = words_for(language)
    name = f"spreadsheet.values.{field}.{value}"
    return words(name).split(",")[0].strip() if name in words else value


def folded(text: str) -> str:
    """Return a text in small letters, for what is more than letters: a tick says something too."""
    return " ".join(text.casefold().split()).strip(" .:;")
