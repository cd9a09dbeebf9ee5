"""Findings: what a rule found wrong and where, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stip.loading.codes import RULES
from stip.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stip.problems import Place
    from stip.text.words import Words


@dataclass(frozen=True)
class Word:
    """A value that is itself a word of the catalogue, such as the name of a kind of record."""

    key: str


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: the rule that it breaks, its place, and the values that its words need.

    `hint` names a shared hint (`problems.hints.<hint>`) that replaces the hint of the rule itself.
    """

    rule: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    hint: str = ""


def worded(finding: Finding, words: Words) -> Problem:
    """Put a finding into words."""
    code, severity = RULES[finding.rule]
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
    return words(value.key) if isinstance(value, Word) else value


def _filled(words: Words, key: str, values: Mapping[str, object]) -> str:
    return words(key, **{"count": 0, **values})
