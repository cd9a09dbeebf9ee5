"""Checks of practices, a module a theme; each lists its rules in CHECKS, which run on the whole roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices import (
    adopting,
    answers,
    celebrating,
    changing,
    coverage,
    helping,
    joining,
    learning,
    material,
    moments,
    personas,
    purpose,
    quick_wins,
    results,
    rollouts,
    scenarios,
    sides,
    stages,
    tools,
    trying,
    wording,
    workload,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
    *wording.CHECKS,
)
