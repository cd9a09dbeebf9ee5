"""Findings: what a rule found wrong and where, before it is put into words."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stip.loading.codes import RULES
from stip.model import Practice, practice_kinds
from stip.model.base import records_in
from stip.problems import Problem, one_line
from stip.text.numbers import money_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from stip.problems import Place, Severity
    from stip.text.words import Words


@dataclass(frozen=True)
class Word:
    """A value that is itself a word of the catalogue, such as the name of a kind of record."""

    key: str


@dataclass(frozen=True)
class Amount:
    """A value that is an amount in euro, to be written as the language does."""

    euros: Decimal


def kind_word(record: str) -> Word:
    """Return the name of a sort of record: step, training."""
    return Word(f"practices.{record}.name" if record in _practices() else f"problems.kinds.{record}")


def record_word(record: str) -> Word:
    """Return the name of one record of a sort: a step, a training."""
    return Word(f"practices.{record}.one" if record in _practices() else f"problems.records.{record}")


def _practices() -> frozenset[str]:
    """Return the records whose words stand with the practices: the practices and what they are made of."""
    return _records_of(tuple(practice_kinds().values()))


@functools.cache
def _records_of(kinds: tuple[type[Practice], ...]) -> frozenset[str]:
    return frozenset(part.record for kind in kinds for part in records_in(kind)) - _SHARED


_SHARED = {"contact"}
"""Records of which practices are made, and others too."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: the rule that it breaks, its place, and the values that its words need.

    `hint` names a shared hint (`problems.hints.<hint>`) that replaces the hint of the rule itself.
    """

    rule: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    hint: str = ""


def worded(finding: Finding, words: Words, severity: Severity) -> Problem:
    """Put a finding into words; `severity` is how bad the site finds it."""
    code = RULES[finding.rule].code
    values = {name: _plain(value, words) for name, value in finding.values.items()}
    own = f"problems.{finding.rule}.hint"
    key = f"problems.hints.{finding.hint}" if finding.hint else own
    return Problem(
        place=finding.place,
        code=code,
        severity=severity,
        message=_filled(words, f"problems.{finding.rule}.text", values),
        hint=_filled(words, key, values) if key in words else "",
    )


def _plain(value: object, words: Words) -> object:
    if isinstance(value, Amount):
        return money_text(value.euros, words).replace("\xa0", " ")  # a terminal, and who searches it, knows one space
    if isinstance(value, Word):
        return words(value.key)
    return value if not isinstance(value, str) or value.isprintable() else one_line(value)


def _filled(words: Words, key: str, values: Mapping[str, object]) -> str:
    return words(key, **{"count": 0, **values})
