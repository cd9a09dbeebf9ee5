"""Plain: what makes a text hard to read: long sentences, words of the trade, sentences in which nobody acts."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

LONGEST = 25
"""The most words of a sentence that reads easily."""

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
_PASSIVE = {
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


def long_sentences(text: str) -> Iterator[Spot]:
    """Yield every sentence of more than LONGEST words; a table has none."""
    if text.count(" ") + text.count("\n") < LONGEST:
        return
    for block, start in _parts(_BLOCKS, text):
        if not block.lstrip().startswith("|"):
            mark = _MARKS.match(block)
            for sentence, inside in _parts(_ENDS, block, mark.end() if mark else 0):
                if len(sentence.split()) > LONGEST:
                    yield Spot(sentence.strip(), start + inside + len(sentence) - len(sentence.lstrip()))


def _parts(between: re.Pattern[str], text: str, start: int = 0) -> Iterator[Spot]:
    """Yield what stands between the matches of a pattern, from `start` on."""
    for match in between.finditer(text, start):
        yield Spot(text[start : match.start()], start)
        start = match.end()
    yield Spot(text[start:], start)


def hard_words(text: str, language: str) -> Iterator[Hard]:
    """Yield every word of the trade in a text, with plain words for it."""
    words, pattern = _jargon(language)
    for match in pattern.finditer(_lowered(text)):
        word = text[match.start() : match.end()].split()
        yield Hard(" ".join(word), words[" ".join(word).casefold()], match.start())


def passives(text: str, language: str) -> Iterator[Spot]:
    """Yield the words of every passive of which we are sure."""
    if any(sign in text for sign in _SIGNS[language]):
        for match in _passive(language).finditer(_lowered(text)):
            yield Spot(" ".join(text[match.start() : match.end()].split()), match.start())


def _lowered(text: str) -> str:
    """Return a text without capitals, every letter in its place: to find words in any case takes four times as long."""
    lowered = text.lower()
    return (
        lowered if len(lowered) == len(text) else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)
    )


@functools.cache
def _jargon(language: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    pairs = (item.split(":") for item in _JARGON[language].replace("\n", "|").split("|") if item.strip())
    words = {hard.strip(): plain.strip() for hard, plain in pairs}
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return words, re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


@functools.cache
def _passive(language: str) -> re.Pattern[str]:
    done = "|".join(_PASSIVE[language].split())
    become, be = r"\b(?:wordt|worden|werd|werden)\b", r"\b(?:is|are|was|were|be|been|being)\b"
    actor = r"\bby\s+(?:the|a|an|our|your|their|us|them|you)\b(?!\s+(?:end|start|time|middle)\b)"
    forms = {
        "nl": rf"{become}(?:\s+[\w-]+){{0,6}}?\s+(?:{done})\b|\b(?:{done})\s+{become}",
        "en": rf"{be}\s+(?:\w+ly\s+)?(?:{done})\s+{actor}",
    }
    return re.compile(forms[language])
