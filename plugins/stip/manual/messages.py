"""Messages: of every code what it says, how bad it is, what it is about, why, and what to do."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.loading.about import ABOUT
from stip.loading.codes import RULES
from stip.loading.findings import record_word
from stip.loading.weights import is_free
from stip.manual.examples import Example, examples
from stip.model import Unit, practice_kinds
from stip.model.base import Audience, records_in
from stip.text.words import Words, words_for

if TYPE_CHECKING:
    from stip.problems import Severity


@dataclass(frozen=True)
class Variant:
    """One of the mistakes that share a code: its rule, what it says and what to do (empty when that differs)."""

    rule: str
    text: str
    hint: str


@dataclass(frozen=True)
class Message:
    """All that is known of a code."""

    code: str
    family: str
    severity: Severity
    """The worst of its variants."""
    why: str
    """Why it matters: its own reason, or that of its family."""
    asked: Severity | None
    """How bad it is with `adoption:`, when that differs."""
    free: bool
    """Whether `checks:` may give it another weight."""
    variants: tuple[Variant, ...]
    about: tuple[tuple[str, str], ...]
    """The records that it looks at, each with what it is called; none where that is the family's."""
    example: Example | None
    audience: Audience


@dataclass(frozen=True)
class Family:
    """The codes that begin with the same letters: what they are about, and why that matters."""

    name: str
    title: str
    why: str
    messages: tuple[Message, ...]


@functools.cache
def messages(language: str) -> Mapping[str, Message]:
    """Return every code in the order of the table of codes, in a language."""
    words = words_for(language)
    rules: dict[str, list[str]] = {}
    for rule, known in RULES.items():
        rules.setdefault(known.code, []).append(rule)
    return {code: _message(code, rules[code], words) for code in sorted(rules)}


@functools.cache
def families(language: str) -> Mapping[str, Family]:
    """Return the groups of codes, in the order in which people meet them: first the file, at last the words."""
    words = words_for(language)
    found: dict[str, list[Message]] = {}
    for message in messages(language).values():
        found.setdefault(message.family, []).append(message)
    order = list(dict.fromkeys(family_of(rule.code) for rule in RULES.values()))
    return {
        name: Family(
            name, words(f"manual.families.{name}.title"), words(f"manual.families.{name}.why"), tuple(found[name])
        )
        for name in order
    }


def family_of(code: str) -> str:
    """Return the letters with which a code begins."""
    return code.rpartition("-")[0]


def rule_text(rule: str, words: Words, part: str = "text") -> str:
    """Return what a rule says of one thing, or its hint, with a name in brackets for each value of one case."""
    entry = words.entries.get(f"problems.{rule}.{part}", "")
    return _open(entry if isinstance(entry, str) else entry["one"])


def _message(code: str, rules: list[str], words: Words) -> Message:
    known = [RULES[rule] for rule in rules]
    order = [*type(known[0].severity)]
    worst = min(known, key=lambda rule: order.index(rule.severity))
    records = [record for record, looked in ABOUT.items() if not set(looked).isdisjoint(rules)]
    closed = [_audiences().get(record) is Audience.STEERING for record in records]
    return Message(
        code=code,
        family=family_of(code),
        severity=worst.severity,
        why=words(own if (own := f"manual.whys.{code}") in words else f"manual.families.{family_of(code)}.why"),
        asked=next((rule.framework for rule in known if rule.framework), None),
        free=is_free(code),
        variants=tuple(_variants(rules, words)),
        about=tuple((record, words(record_word(record).key)) for record in records),
        example=examples().get(code),
        audience=Audience.STEERING if closed and all(closed) else Audience.STAFF,
    )


def _variants(rules: list[str], words: Words) -> Iterator[Variant]:
    seen: set[tuple[str, str]] = set()
    for rule in rules:
        variant = Variant(rule, rule_text(rule, words), rule_text(rule, words, "hint"))
        if (variant.text, variant.hint) not in seen:
            seen.add((variant.text, variant.hint))
            yield variant


def _open(text: str) -> str:
    """Show the places for values as words in brackets; braces that are meant so stay."""
    return text.replace("{{", "\0").replace("}}", "\1").replace("{", "[").replace("}", "]").translate({0: "{", 1: "}"})


@functools.cache
def _audiences() -> Mapping[str, Audience]:
    """Return for whom each record is that has checks of its own."""
    found = {part.record: Audience.STAFF for part in records_in(Unit)}
    for kind in practice_kinds().values():
        found |= {part.record: kind.audience for part in records_in(kind) if part.record not in found}
    return found
