"""Heed: what of a comparison a reviewer must see before all else."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from stip.comparison.compare import Change, Comparison
from stip.editions import Edition, EditionStep, StepChangeKind, UnitChangeKind, latest
from stip.periods import Period

_MOVES = frozenset({StepChangeKind.LATER, StepChangeKind.EARLIER, StepChangeKind.VAGUER})
"""The changes that make a date on paper wrong; one that is known better lies within what paper says."""


class HeedKind(enum.StrEnum):
    """Why a reviewer must see it."""

    LATER = "later"
    """A step moves later, and nobody says why."""
    SAME_REASON = "same-reason"
    """A step moves later again, with the reason that it had before."""
    NUMBER = "number"
    """A department gets another number than hangs on walls."""
    REOPENED = "reopened"
    """What was done is not."""
    PAPER = "paper"
    """A date moves that hangs on a wall."""


@dataclass(frozen=True)
class Heed:
    """A change that a reviewer must see; `paper` is the step as the sheets at `places` tell it."""

    kind: HeedKind
    change: Change
    paper: EditionStep | None = None
    places: tuple[str, ...] = ()


def heeds(comparison: Comparison) -> Iterator[Heed]:
    """Yield what a reviewer must see, by kind, and in the order of the changes."""
    found = [heed for change in comparison.changes for heed in _of(change, comparison)]
    yield from sorted(found, key=lambda heed: [*HeedKind].index(heed.kind))


def _of(change: Change, comparison: Comparison) -> Iterator[Heed]:
    if change.record == "unit" and change.kind == UnitChangeKind.RENUMBERED:
        units = {unit.id: unit for unit in comparison.old.edition.units}
        if units[change.id].number is not None:
            yield Heed(HeedKind.NUMBER, change)
    if change.record != "step":
        return
    old, new = (side.edition.steps.get(change.id) for side in (comparison.old, comparison.new))
    if old is None or new is None:
        return
    if change.kind == StepChangeKind.REOPENED:
        yield Heed(HeedKind.REOPENED, change)
    if change.kind == StepChangeKind.LATER and not new.reason:
        yield Heed(HeedKind.LATER, change)
    elif change.kind == StepChangeKind.LATER and new.reason == old.reason:
        yield Heed(HeedKind.SAME_REASON, change)
    hung = _hung(comparison) if change.kind in _MOVES else None
    paper = hung.steps.get(change.id) if hung else None
    if hung and paper and not _holds(paper.when, new.when):
        places = tuple(one.place for one in comparison.new.prints if one.edition == hung.name)
        yield Heed(HeedKind.PAPER, change, paper, places)


def _hung(comparison: Comparison) -> Edition | None:
    """Return the newest edition that hangs somewhere."""
    names = {one.edition for one in comparison.new.prints}
    return latest(edition for edition in comparison.new.editions if edition.name in names)


def _holds(paper: Period, when: Period) -> bool:
    """Tell whether a date lies within what paper says; what has no date holds everything."""
    if paper.first is None or paper.last is None:
        return True
    return when.first is not None and when.last is not None and paper.first <= when.first and when.last <= paper.last
