"""Wording: texts are plain, and say nothing that is out of date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from stip.loading.checks.whole import FEW, listing
from stip.loading.findings import Finding
from stip.loading.plain import LONGEST, Hard, Spot, hard_words, long_sentences, parts_of, passives
from stip.text.brevity import beginning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.said import Speech
    from stip.loading.checks.whole import Whole

H = TypeVar("H", Spot, Hard)
_EXAMPLE = 60
_WOB = re.compile(r"\b(?:Wob|WOB)\b")
_WOO = re.compile(r"\b(?:Woo|WOO)\b")


def sentences_are_short(whole: Whole) -> Iterator[Finding]:
    """A sentence has few enough words to be read at once; said once a file."""

    def found(speech: Speech) -> list[Spot]:
        return [*long_sentences(speech.text)]

    yield from _by_file("sentences_are_short", whole, found, _quoted, {"longest": LONGEST})


def words_are_plain(whole: Whole) -> Iterator[Finding]:
    """Words of the trade are said in plain words; said once a file."""
    language = whole.roadmap.settings.language

    def found(speech: Speech) -> list[Hard]:
        return [*hard_words(speech.text, language)]

    yield from _by_file("words_are_plain", whole, found, lambda hard: f"'{hard.word}' ({hard.plain})", {})


def sentences_are_active(whole: Whole) -> Iterator[Finding]:
    """A sentence tells who does something; said once a file, and only of what is surely passive."""
    language = whole.roadmap.settings.language

    def found(speech: Speech) -> list[Spot]:
        return [*passives(speech.text, language)]

    yield from _by_file("sentences_are_active", whole, found, _quoted, {})


def texts_know_the_woo(whole: Whole) -> Iterator[Finding]:
    """No text still speaks of the Wob without the Woo, which took its place in 2022; said once a file."""

    def found(speech: Speech) -> list[Spot]:
        text = speech.text
        if "Wob" not in text and "WOB" not in text:
            return []
        parts = [part for part in parts_of(text) if not _WOO.search(part.words)]
        hits = ((part, match.start()) for part in parts for match in _WOB.finditer(part.words))
        return [Spot(part.words[start:], part.start + start) for part, start in hits]

    yield from _by_file("texts_know_the_woo", whole, found, _quoted, {})


def _quoted(spot: Spot) -> str:
    return f"'{beginning(spot.words, _EXAMPLE)}'"


def _by_file(
    rule: str,
    whole: Whole,
    find: Callable[[Speech], Sequence[H]],
    shown: Callable[[H], str],
    values: dict[str, object],
) -> Iterator[Finding]:
    """Yield one finding for every file in which a rule finds something, at the first place with it."""
    for speech in whole.speeches:
        if hits := find(speech):
            examples: dict[str, None] = {}
            for hit in hits:
                examples[shown(hit)] = None
                if len(examples) > FEW:  # of more, a message shows no more
                    break
            values = {**values, "count": len(hits), "examples": listing(examples)}
            yield Finding(rule, speech.place(hits[0].start), values)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    sentences_are_short,
    words_are_plain,
    sentences_are_active,
    texts_know_the_woo,
)
