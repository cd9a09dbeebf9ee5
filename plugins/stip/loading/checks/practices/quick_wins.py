"""Quick wins: what asks little and pleases much is called so, and comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import a_department
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model import Status, StepKind
from stip.periods import add_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Step

_MONTHS = 6
"""In how many months from today there is a quick win."""


def quick_wins_are_quick(whole: Whole) -> Iterator[Finding]:
    """What is called a quick win has a small impact and much satisfaction; said once a unit."""
    called = (step for step in whole.living if step.kind is StepKind.QUICK_WIN)
    others = (step for step in called if step.quick_win is False)
    yield from a_department(whole, "quick_wins_are_quick", others, lambda steps: {"titles": _scored(steps)})


def quick_wins_are_declared(whole: Whole) -> Iterator[Finding]:
    """A milestone that is a quick win by its scores is called one; another kind of step stays what it is."""
    unsaid = (step for step in whole.living if step.kind is StepKind.MILESTONE and step.quick_win)
    yield from a_department(whole, "quick_wins_are_declared", unsaid)


def quick_wins_come_first(whole: Whole) -> Iterator[Finding]:
    """Where steps are scored, some quick win is done, or begins in the first months from today."""
    scored = [step for step in whole.living if step.impact or step.satisfaction]
    quick = [step for step in whole.living if step.kind is StepKind.QUICK_WIN or step.quick_win]
    announced, limit = {step.id for step in whole.announced}, add_months(whole.today, _MONTHS)
    soon = {step.id for step in quick if step.when.first and step.when.first <= limit} & announced
    if scored and not soon and all(step.status is not Status.DONE for step in quick):
        yield Finding("quick_wins_come_first", whole.step(scored[0].id).place(), {"day": limit.isoformat()})


def _scored(steps: Sequence[Step]) -> str:
    return listing(f"'{step.title}' (impact {step.impact}, satisfaction {step.satisfaction})" for step in steps)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    quick_wins_are_quick,
    quick_wins_are_declared,
    quick_wins_come_first,
)
