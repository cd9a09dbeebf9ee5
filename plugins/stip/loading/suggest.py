"""Suggest: the nearest thing that does exist, or all that may be written."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from stip.loading.dutch import meant
from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stip.problems import Place

_LIKENESS = 0.6
_MANY = 24


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that `word` means in Dutch or looks most like; None when there is none."""
    lowered = {choice.lower(): choice for choice in sorted(choices)}
    translated = [*meant(word)]
    for known in (word.lower(), *translated):
        if known in lowered:
            return lowered[known]
    if translated:  # it means something that cannot stand here; what looks like it means something else
        return None
    found = difflib.get_close_matches(word.lower(), lowered, 1, _LIKENESS)
    return lowered[found[0]] if found else None


def suggestion(
    rule: str,
    place: Place,
    word: str,
    choices: Iterable[str],
    values: Mapping[str, object],
) -> Finding:
    """Make a finding whose hint is the nearest choice, else all choices when they are few."""
    choices = list(choices)
    if (near := nearest(word, choices)) is not None:
        return Finding(rule, place, {**values, "suggestion": near}, "did_you_mean")
    if not choices or len(choices) > _MANY:
        return Finding(rule, place, values)
    return Finding(rule, place, {**values, "choices": ", ".join(choices)}, "choose")
