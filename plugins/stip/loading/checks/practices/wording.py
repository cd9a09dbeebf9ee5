"""Wording: texts are plain, and say nothing that is out of date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.loading.plain import LONGEST, Spot, hard_words, long_sentences, passives
from stip.text.brevity import beginning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.said import Said
    from stip.loading.checks.whole import Whole
    from stip.problems import Place

_EXAMPLE = 60
_WOB = re.compile(r"\b(?:Wob|WOB)\b")
_WOO = re.compile(r"\b(?:Woo|WOO)\b")


def sentences_are_short(whole: Whole) -> Iterator[Finding]:
    """A sentence has few enough words to be read at once; said once a file."""

    def examples(said: Said) -> Iterator[Spot]:
        yield from (_quoted(spot) for spot in long_sentences(said.text))

    yield from _by_file("sentences_are_short", whole, examples, {"longest": LONGEST})


def words_are_plain(whole: Whole) -> Iterator[Finding]:
    """Words of the trade are said in plain words; said once a file."""
    language = whole.roadmap.settings.language

    def examples(said: Said) -> Iterator[Spot]:
        yield from (Spot(f"'{hard.word}' ({hard.plain})", hard.start) for hard in hard_words(said.text, language))

    yield from _by_file("words_are_plain", whole, examples, {})


def sentences_are_active(whole: Whole) -> Iterator[Finding]:
    """A sentence tells who does something; said once a file, and only of what is surely passive."""
    language = whole.roadmap.settings.language

    def examples(said: Said) -> Iterator[Spot]:
        yield from (_quoted(spot) for spot in passives(said.text, language))

    yield from _by_file("sentences_are_active", whole, examples, {})


def texts_know_the_woo(whole: Whole) -> Iterator[Finding]:
    """No text still speaks of the Wob without the Woo, which took its place in 2022; said once a file."""

    def examples(said: Said) -> Iterator[Spot]:
        if ("Wob" in said.text or "WOB" in said.text) and not _WOO.search(said.text):
            starts = (match.start() for match in _WOB.finditer(said.text))
            yield from (_quoted(Spot(said.text[start:], start)) for start in starts)

    yield from _by_file("texts_know_the_woo", whole, examples, {})


def _quoted(spot: Spot) -> Spot:
    return Spot(f"'{beginning(spot.words, _EXAMPLE)}'", spot.start)


def _by_file(
    rule: str, whole: Whole, examples: Callable[[Said], Iterator[Spot]], values: dict[str, object]
) -> Iterator[Finding]:
    """Yield one finding for every file in which a rule finds something, at the first place with it."""
    found: dict[str, list[tuple[Place, str]]] = {}
    for said in whole.said:
        for example in examples(said):
            found.setdefault(said.source.file, []).append((said.place(example.start), example.words))
    for hits in found.values():
        hits.sort(key=lambda hit: hit[0])
        examples_ = listing(dict.fromkeys(example for _, example in hits))
        yield Finding(rule, hits[0][0], {"count": len(hits), "examples": examples_, **values})


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    sentences_are_short,
    words_are_plain,
    sentences_are_active,
    texts_know_the_woo,
)
