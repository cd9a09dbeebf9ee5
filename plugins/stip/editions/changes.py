"""Changes: what differs between two editions, as values that say what it is and never how it is told."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from stip.editions.edition import EditionGoal, EditionStep, EditionUnit


class StepChangeKind(enum.StrEnum):
    """What happened to a step, in the order in which it is told."""

    DONE = "done"
    STARTED = "started"
    ADDED = "added"
    LATER = "later"
    EARLIER = "earlier"
    SHARPER = "sharper"
    """The date lies within what was known: it is known more precisely."""
    VAGUER = "vaguer"
    DELAYED = "delayed"
    """Marked as delayed, at the date that it already had."""
    STOPPED = "stopped"
    RESTARTED = "restarted"
    REOPENED = "reopened"
    """Was done, and is not any more."""
    REMOVED = "removed"
    RENAMED = "renamed"
    OTHER_KIND = "other-kind"
    OTHER_UNIT = "other-unit"
    WAITS = "waits"
    """Waits for steps for which it did not wait; `refs` names them."""
    WAITS_NO_MORE = "waits-no-more"
    GOALS = "goals"
    """Serves other goals; `refs` names those that it did not serve before."""
    OTHER = "other"
    """Differs in something that none of the others tells."""


TELLS_WHY = frozenset({StepChangeKind.LATER, StepChangeKind.STOPPED, StepChangeKind.DELAYED})
"""The kinds of change with which the reason of the step is told."""


class UnitChangeKind(enum.StrEnum):
    """What happened to a unit."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    RENUMBERED = "renumbered"
    ENDED = "ended"
    """Got a last day or a successor."""
    MOVED = "moved"
    """Is part of another unit."""
    REORDERED = "reordered"
    """The steps that it keeps follow each other in another order."""
    OTHER = "other"


class GoalChangeKind(enum.StrEnum):
    """What happened to a goal."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"


class WholeChange(enum.StrEnum):
    """What differs in what the whole organisation shares; old and new are in the editions themselves."""

    PROGRAMME = "programme"
    MISSION = "mission"
    HORIZON = "horizon"
    HORIZON_DATE = "horizon-date"


@dataclass(frozen=True)
class StepChange:
    """One thing that happened to a step; `old` or `new` is None where there was no such step.

    `unit` is the id of the unit whose step it is now, else was. `refs` are the ids that a kind is about.
    """

    kind: StepChangeKind
    unit: str
    old: EditionStep | None
    new: EditionStep | None
    refs: tuple[str, ...] = ()

    @property
    def step(self) -> EditionStep:
        """The step as it is, else as it was."""
        step = self.new or self.old
        assert step is not None
        return step


@dataclass(frozen=True)
class UnitChange:
    """One thing that happened to a unit; `old` or `new` is None where there was no such unit."""

    kind: UnitChangeKind
    old: EditionUnit | None
    new: EditionUnit | None

    @property
    def unit(self) -> EditionUnit:
        """The unit as it is, else as it was."""
        unit = self.new or self.old
        assert unit is not None
        return unit


@dataclass(frozen=True)
class GoalChange:
    """One thing that happened to a goal; `old` or `new` is None where there was no such goal."""

    kind: GoalChangeKind
    old: EditionGoal | None
    new: EditionGoal | None


@dataclass(frozen=True)
class Changes:
    """All that differs between two editions; empty exactly when their content is the same.

    Steps are in order of unit id, and within a unit as they follow each other; what was removed comes last.
    """

    steps: tuple[StepChange, ...] = ()
    units: tuple[UnitChange, ...] = ()
    goals: tuple[GoalChange, ...] = ()
    whole: tuple[WholeChange, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return any((self.steps, self.units, self.goals, self.whole))

    def of(self, kind: StepChangeKind) -> tuple[StepChange, ...]:
        """Return what happened of one kind to steps."""
        return tuple(change for change in self.steps if change.kind is kind)
