"""Checks of practices, a module a theme; each lists its rules in CHECKS, which run on the whole roadmap.

Rules about one practice stand in RECORD_CHECKS: they run on every practice in which nothing is wrong, whatever else is.
Rules about what only those who steer may read stand in STEERING_CHECKS of a module, and run for them alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices import (
    adopting,
    answers,
    approaches,
    celebrating,
    changing,
    coverage,
    deciding,
    frameworks,
    governing,
    helping,
    interventions,
    joining,
    learning,
    material,
    moments,
    money,
    organisation,
    personas,
    purpose,
    quick_wins,
    residents,
    results,
    risk,
    rollouts,
    routing,
    safety,
    scenarios,
    sides,
    stages,
    strategy,
    tension,
    tools,
    trying,
    wording,
    workload,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole
    from stip.loading.findings import Finding

CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    *learning.CHECKS,
    *helping.CHECKS,
    *material.CHECKS,
    *answers.CHECKS,
    *personas.CHECKS,
    *purpose.CHECKS,
    *tools.CHECKS,
    *adopting.CHECKS,
    *joining.CHECKS,
    *sides.CHECKS,
    *moments.CHECKS,
    *trying.CHECKS,
    *celebrating.CHECKS,
    *changing.CHECKS,
    *stages.CHECKS,
    *scenarios.CHECKS,
    *quick_wins.CHECKS,
    *rollouts.CHECKS,
    *results.CHECKS,
    *coverage.CHECKS,
    *workload.CHECKS,
    *frameworks.CHECKS,
    *strategy.CHECKS,
    *residents.CHECKS,
    *routing.CHECKS,
    *approaches.CHECKS,
    *interventions.CHECKS,
    *tension.CHECKS,
    *deciding.CHECKS,
    *governing.CHECKS,
    *safety.CHECKS,
    *money.CHECKS,
    *wording.CHECKS,
)
RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (
    *helping.RECORD_CHECKS,
    *material.RECORD_CHECKS,
    *tools.RECORD_CHECKS,
    *trying.RECORD_CHECKS,
    *results.RECORD_CHECKS,
    *frameworks.RECORD_CHECKS,
    *strategy.RECORD_CHECKS,
    *tension.RECORD_CHECKS,
    *deciding.RECORD_CHECKS,
    *risk.RECORD_CHECKS,
    *money.RECORD_CHECKS,
)
STEERING_CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    *risk.STEERING_CHECKS,
    *money.STEERING_CHECKS,
    *organisation.STEERING_CHECKS,
)
