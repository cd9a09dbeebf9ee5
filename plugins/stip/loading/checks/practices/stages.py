"""Stages: those of adoption work are each there once, and build on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.findings import Finding
from stip.model.practices import Stage, StageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole


def stages_are_unique(whole: Whole) -> Iterator[Finding]:
    """There is one stage of each kind for the same departments."""
    for staged in _staged(whole).values():
        for kind, (first, *others) in staged.items():
            for stage in others:
                values = {"title": stage.title, "other": first.title, "kind": kind}
                yield Finding("stages_are_unique", whole.practice(stage).place("kind"), values)


def stages_follow_their_order(whole: Whole) -> Iterator[Finding]:
    """The stages of the same departments begin in the order in which they build on each other."""
    for staged in _staged(whole).values():
        stages = [staged[kind][0] for kind in StageKind if kind in staged]
        latest = stages[0]
        for stage in stages[1:]:
            if stage.when.surely_before(latest.when):
                values = {"title": stage.title, "before": latest.title}
                yield Finding("stages_follow_their_order", whole.practice(stage).place("when"), values)
            else:
                latest = stage


def _staged(whole: Whole) -> dict[frozenset[str], dict[StageKind, list[Stage]]]:
    """Return the stages by the departments that they are for, then by kind."""
    found: dict[frozenset[str], dict[StageKind, list[Stage]]] = {}
    for stage in whole.roadmap.of(Stage):
        found.setdefault(frozenset(stage.departments), {}).setdefault(stage.kind, []).append(stage)
    return found


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (stages_are_unique, stages_follow_their_order)
