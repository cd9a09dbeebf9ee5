"""An edition: what prints showed of a roadmap on the day on which it was frozen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, Literal

from stip.model import Audience, Record, Status, StepKind
from stip.periods import Certainty, Day, Period

VERSION: Literal[1] = 1
"""The version of the format; a later one may not read as this one does."""


class EditionStep(Record, audience=Audience.STAFF):
    """A step as it stood; `after` and `goals` are sorted, for their order means nothing."""

    record: ClassVar[str] = "step"
    id: str
    title: str
    when: Period
    kind: StepKind = StepKind.MILESTONE
    status: Status = Status.PLANNED
    was: Period | None = None
    certainty: Certainty | None = None
    reason: str | None = None
    goals: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    leads_to: str | None = None


class EditionUnit(Record, audience=Audience.STAFF):
    """A unit as it was called and numbered, with its steps in listed order: that order is its path."""

    record: ClassVar[str] = "unit"
    id: str
    name: str
    short: str | None = None
    number: int | None = None
    part_of: str | None = None
    until: Period | None = None
    replaced_by: str | None = None
    steps: tuple[EditionStep, ...] = ()


class EditionGoal(Record, audience=Audience.STAFF):
    """A goal as it was worded."""

    record: ClassVar[str] = "goal"
    id: str
    title: str


class EditionHorizon(Record, audience=Audience.STAFF):
    """The one dot as it was worded and dated."""

    record: ClassVar[str] = "horizon"
    title: str
    when: Period


class Edition(Record, audience=Audience.STAFF):
    """A frozen roadmap: its name, the day on which it was up to date, and what prints showed.

    Units and goals are sorted by id, so that two editions, and two versions of one file, are easy to compare.
    """

    record: ClassVar[str] = "edition"
    version: Literal[1]
    name: str
    date: Day
    programme: str
    mission: str
    horizon: EditionHorizon
    goals: tuple[EditionGoal, ...] = ()
    units: tuple[EditionUnit, ...] = ()

    @property
    def content(self) -> tuple[object, ...]:
        """What was frozen, without name and date: two editions with the same content print the same."""
        return (self.programme, self.mission, self.horizon, self.goals, self.units)

    @cached_property
    def steps(self) -> Mapping[str, EditionStep]:
        """Every step by id."""
        return {step.id: step for unit in self.units for step in unit.steps}

    @cached_property
    def unit_of(self) -> Mapping[str, EditionUnit]:
        """The unit to whose path each step belongs, by step id."""
        return {step.id: unit for unit in self.units for step in unit.steps}
