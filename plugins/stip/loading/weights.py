"""Weights: how bad each finding is for this site: as its rule says, unless `checks:` in roadmap.yaml says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stip.loading.codes import RULES
from stip.loading.findings import Finding
from stip.model import Settings, Weight
from stip.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stip.loading.source import Source

KEY = "checks"


@dataclass(frozen=True)
class Weights:
    """The weights of one run; `framework` tells whether the site has declared its adoption framework."""

    own: Mapping[str, Weight] = field(default_factory=dict)
    framework: bool = False

    def of(self, rule: str) -> Severity | None:
        """Return how bad a breach of a rule is; None when the site does not want to hear it."""
        code, severity, framework = RULES[rule]
        if code in self.own and is_free(code):
            return None if self.own[code] is Weight.IGNORE else Severity(self.own[code])
        return framework if self.framework and framework else severity

    @property
    def all(self) -> dict[str, Severity]:
        """How bad a breach of each rule is, of those that the site wants to hear."""
        return {rule: severity for rule in RULES if (severity := self.of(rule))}


def is_free(code: str) -> bool:
    """Tell whether a site may weigh a code: not when any of its rules makes the roadmap unusable."""
    rules = [rule for rule in RULES.values() if rule.code == code]
    return bool(rules) and all(rule.severity is not Severity.ERROR for rule in rules)


def weights_of(settings: Settings | None) -> Weights:
    """Return the weights that a site has chosen."""
    return Weights() if settings is None else Weights(settings.checks, settings.adoption is not None)


def weights_are_of_codes(settings: Settings | None, source: Source) -> Iterator[Finding]:
    """Every code in `checks:` exists, and is one that a site may weigh."""
    codes = {rule.code for rule in RULES.values()}
    for code in settings.checks if settings else ():
        place = source.key_place((KEY, code))
        if code not in codes:
            meant = code.upper()
            yield Finding("weight_code", place, {"code": code, "suggestion": meant}, "did_you_mean" * (meant in codes))
        elif not is_free(code):
            yield Finding("weight_fixed", place, {"code": code})
