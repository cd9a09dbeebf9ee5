"""Plain: what makes a text hard to read: long sentences, words of the trade, sentences in which nobody acts."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

APART = "\0"
"""Stands between texts that are searched together: no text has it, and no word or sentence goes on beyond it."""
LONGEST = 25
"""The most words of a sentence that reads easily."""
_SHORT = 2 * LONGEST
"""So many characters are never more words than that."""

_JARGON = {
    "nl": """
adoptie: leren gebruiken | adoptieplan: plan om te leren | alignment: afstemming | assessment: onderzoek
awareness: weten | best practice: goed voorbeeld | best practices: goede voorbeelden
business case: kosten en opbrengst | businesscase: kosten en opbrengst | commitment: steun | deployment: invoering
faciliteren: helpen | faciliteert: helpt | governance: wie beslist | implementatie: invoering
implementaties: invoering | implementeert: voert in | implementeren: invoeren | geïmplementeerd: ingevoerd
iteratie: ronde | iteraties: rondes | livegang: start | milestone: mijlpaal | milestones: mijlpalen
pilot: proef | pilots: proeven | quick win: snel resultaat | quick wins: snelle resultaten
roadmap: route of planning | roadmaps: routes of planningen | stakeholder: betrokkene | stakeholders: betrokkenen
stakeholdermanagement: contact met betrokkenen | synergie: samen meer bereiken | uitrol: invoering
uitrollen: invoeren | uitgerold: ingevoerd | vigerende: geldende | middels: met | teneinde: om te
""",
    "en": """
alignment: agreement | assessment: review | best practice: good example | best practices: good examples
business case: costs and benefits | deliverable: result | deliverables: results | deployment: start
facilitate: help | going forward: from now on | governance: who decides | in order to: to
implement: introduce | implementation: introduction | implemented: introduced | iteration: round
iterations: rounds | leverage: use | low-hanging fruit: quick result | milestone: important moment
milestones: important moments | onboarding: getting started | quick win: quick result | quick wins: quick results
roadmap: plan | roadmaps: plans | rollout: introduction | stakeholder: who is involved
stakeholders: who is involved | synergy: doing more together | utilise: use | utilize: use
""",
}

# A passive that cannot be anything else: in Dutch "worden" with one of these participles in the same clause, in
# English a form of "be" with one of them and the actor behind it. What could also be an adjective is not here.
_PARTICIPLES = {
    "nl": """
aangeboden aangelegd aangemeld aangepast aangevraagd aangezet afgehandeld afgerond afgesloten afgesproken
behandeld beoordeeld bepaald beschreven besloten besproken betaald bewaard bijgehouden doorgestuurd doorgevoerd
gebeld gebouwd gebracht gebruikt gedaan gedeeld geholpen gehouden geleerd geleverd gelezen gemaakt gemeten
gemeld genomen geopend geplaatst gepland geprobeerd geregeld geschreven gestart gesteld gestopt gestuurd getest
getoetst getoond getraind gevolgd gevraagd gewijzigd gezet herzien ingelezen ingericht ingevoerd ingevuld
ingezet klaargezet meegenomen nagekeken ondersteund onderzocht ontwikkeld opgehaald opgelost opgeslagen
opgesteld opgezet overgedragen overgezet samengesteld samengevoegd toegepast toegestuurd toegevoegd uitgelegd
uitgenodigd uitgevoerd uitgewerkt vastgelegd vastgesteld vervangen verwerkt verwijderd voorbereid
""",
    "en": """
answered approved asked assessed bought built called changed checked chosen collected decided delivered designed
developed done explained fixed given handled held implemented introduced kept made measured moved organised
organized paid planned prepared processed produced provided read removed replaced reviewed run sent shown solved
started stopped supported taken taught tested trained used written
""",
}
_TWO = "İ"
"""The one letter of which the small form is two."""
_SIGNS = {"nl": ("word", "werd", "Word", "Werd"), "en": ("by",)}
"""Without one of these a text has no such passive, which is quicker to see."""
_ENDS = re.compile(r"[.!?…]+[^\w\s]*(?:\s+|$)")
_BLOCKS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+#>|]|\d+[.)]\s))")
_CODE = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1|\Z)|<!--.*?(?:-->|\Z)|(`{1,3})[^`\n]+\2", re.MULTILINE | re.DOTALL
)
_ADDRESSES = re.compile(r"\]\([^)\n]{0,500}\)|<?https?://[^\s<>]+>?")
_VISIBLE = re.compile(r"\S")
_MARKS = re.compile(r"\s*(?:[-*+>]|#+|\d+[.)])\s+")


class Spot(NamedTuple):
    """Words as they stand in a text, and where they begin."""

    words: str
    start: int


class Hard(NamedTuple):
    """A word of the trade as it stands in a text, the plain words for it, and where it begins."""

    word: str
    plain: str
    start: int


def uncoded(markdown: str) -> str:
    """Return Markdown with spaces for code and comments, so that all else keeps its place."""
    return _CODE.sub(_blank, markdown)


def prose(markdown: str) -> str:
    """Return Markdown with spaces for what nobody reads as a sentence: code, comments and addresses."""
    return _ADDRESSES.sub(_blank, uncoded(markdown))


def _blank(match: re.Match[str]) -> str:
    return _VISIBLE.sub(" ", match[0])


def parts_of(text: str) -> Iterator[Spot]:
    """Yield the texts of which a text is made, with APART between them."""
    start = 0
    for part in text.split(APART):
        yield Spot(part, start)
        start += len(part) + len(APART)


def long_sentences(text: str) -> Iterator[Spot]:
    """Yield every sentence of more than LONGEST words; a table has none."""
    start = 0
    for part in text.split(APART):
        if len(part) > _SHORT and part.count(" ") + part.count("\n") >= LONGEST:
            yield from _long_in(part, start)
        start += len(part) + len(APART)


def _long_in(text: str, begins: int) -> Iterator[Spot]:
    for block, start in _blocks(text):
        if block.lstrip().startswith("|"):
            continue
        mark = _MARKS.match(block)
        at = mark.end() if mark else 0
        for stop, next_ in (*(end.span() for end in _ENDS.finditer(block, at)), (len(block), len(block))):
            if stop - at > _SHORT and len((sentence := block[at:stop]).split()) > LONGEST:
                yield Spot(sentence.strip(), begins + start + stop - len(sentence.lstrip()))
            at = next_


def _blocks(text: str) -> Iterator[Spot]:
    """Yield the parts of a text in which no sentence goes on from one to the next."""
    start = 0
    for match in _BLOCKS.finditer(text):
        yield Spot(text[start : match.start()], start)
        start = match.end()
    yield Spot(text[start:], start)


def hard_words(text: str, language: str) -> Iterator[Hard]:
    """Yield every word of the trade in a text, with plain words for it."""
    words, pattern = _jargon(language)
    # With a sign before it the first word begins as all others do: a match begins with what is before the word.
    for match in pattern.finditer(APART + _lowered(text)):
        start = match.start()
        word = text[start : match.end() - len(APART)].split()
        yield Hard(" ".join(word), words[" ".join(word).casefold()], start)


def passives(text: str, language: str) -> Iterator[Spot]:
    """Yield the words of every passive of which we are sure."""
    if any(sign in text for sign in _SIGNS[language]):
        for start, end in _PASSIVES[language](_lowered(text)):
            yield Spot(" ".join(text[start:end].split()), start)


def _dutch_passives(text: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of every passive: a form of "worden" with the participle before or behind it."""
    end = 0
    for match in _WORDEN.finditer(text):
        before = _word_before(text, match.start())
        if before >= end and text[before : match.start()].rstrip() in _DONE["nl"]:
            end = match.end()
            yield before, end
        elif match.start() >= end and (found := _WORDT_DONE.match(text, match.start())):
            end = found.end()
            yield found.span()


def _word_before(text: str, end: int) -> int:
    """Return where the last word before a place begins; the place itself when the text there is no space."""
    start = end
    while start and text[start - 1].isspace():
        start -= 1
    if start < end:
        while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
    return start


def _english_passives(text: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of every passive: a form of "be" with a participle and the actor behind it."""
    yield from (match.span() for match in _IS_DONE_BY.finditer(text))


def _lowered(text: str) -> str:
    """Return a text without capitals, every letter in its place: to find words in any case takes four times as long."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else _TWO.join(part.lower() for part in text.split(_TWO))


def _either(words: Collection[str]) -> str:
    """Return a pattern for any of these words, the longest that fits; each beginning that they share is tried once."""
    rest: dict[str, list[str]] = {}
    for word in sorted(words, reverse=True):
        rest.setdefault(word[:1], []).append(word[1:])
    parts = [
        (r"\s+" if sign == " " else re.escape(sign)) + (_either(ends) if sign else "") for sign, ends in rest.items()
    ]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


@functools.cache
def _jargon(language: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    pairs = (item.split(":") for item in _JARGON[language].replace("\n", "|").split("|") if item.strip())
    words = {hard.strip(): plain.strip() for hard, plain in pairs}
    return words, re.compile(rf"[^\w-]{_either(words)}(?![\w-])")


# A pattern is found fastest when it begins with a letter, so what may not stand before that is looked at behind it.
_DONE = {language: frozenset(words.split()) for language, words in _PARTICIPLES.items()}
_WORDEN = re.compile(r"w(?<!\w.)(?:ordt|orden|erd|erden)\b")
_WORDT_DONE = re.compile(rf"{_WORDEN.pattern}(?:\s+[\w-]+){{0,6}}?\s+{_either(_DONE['nl'])}\b")
_BE = r"(?:i(?<!\w.)s|a(?<!\w.)re|w(?<!\w.)as|w(?<!\w.)ere|b(?<!\w.)e(?:en|ing)?)\b"
_ACTOR = r"\bby\s+(?:the|a|an|our|your|their|us|them|you)\b(?!\s+(?:end|start|time|middle)\b)"
_IS_DONE_BY = re.compile(rf"{_BE}\s+(?:\w+ly\s+)?{_either(_DONE['en'])}\s+{_ACTOR}")
_PASSIVES: Mapping[str, Callable[[str], Iterator[tuple[int, int]]]] = {
    "nl": _dutch_passives,
    "en": _english_passives,
}
