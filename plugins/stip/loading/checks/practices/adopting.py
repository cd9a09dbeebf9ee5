"""Adopting: people are told of what is announced, can learn it, and are kept going."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import a_department, framework
from stip.model.adopting import adoption_kinds, purpose_of
from stip.model.practices import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from stip.loading.checks.whole import Whole
    from stip.loading.findings import Finding
    from stip.model import Step

_ALL = frozenset(Purpose)


def steps_have_three_kinds_of_adoption(whole: Whole) -> Iterator[Finding]:
    """For a step that is announced there is adoption work of all three kinds; said once a unit."""
    if not _begun(whole):
        return
    kinds = adoption_kinds(whole.roadmap)

    def holes(steps: list[Step]) -> Mapping[str, object]:
        found = Counter(purpose for step in steps for purpose in _ALL - kinds[step.id])
        return {purpose.value: found[purpose] for purpose in Purpose}

    lacking = (step for step in whole.announced if kinds[step.id] != _ALL)
    yield from a_department(whole, "steps_have_three_kinds_of_adoption", lacking, holes)


def _begun(whole: Whole) -> bool:
    """Tell whether holes can be told from a roadmap that has not come to this yet.

    It has when the framework is declared, or when it has work of each kind somewhere.
    """
    return framework(whole) or {purpose_of(practice) for practice in whole.roadmap.practices} >= _ALL


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (steps_have_three_kinds_of_adoption,)
