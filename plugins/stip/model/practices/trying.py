"""Trying: experiments, pilots, the lab, what they taught, and the room there is for them."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Address, Audience, ExperimentId, Line, PilotId, Record, Text, Texts, Whole
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.model.practices.joining import Public
from stip.model.practices.parts import Moment, Money, Number, Side
from stip.periods import Period


class TrialStatus(enum.StrEnum):
    """How something that is tried stands."""

    IDEA = "idea"
    RUNNING = "running"
    ENDED = "ended"


class Outcome(enum.StrEnum):
    """What came of a try; to fail is a result too."""

    WORKED = "worked"
    MIXED = "mixed"
    FAILED = "failed"


class Experiment(
    Practice,
    record="experiment",
    key="experiments",
    grouped="status",
    chip="status",
    audience=Audience.STAFF,
    topic=Topic.TRYING,
    group=Group.TRY,
    sign="experiment",
):
    """A small try with a question, an end and a result."""

    status: TrialStatus
    question: Text
    expected: Text | None = None
    when: Period | None = None
    publics: tuple[Public, ...] = ()
    hours: Number | None = None
    budget: Money | None = None
    outcome: Outcome | None = None
    result: Text | None = None
    effect: Text | None = None
    next: Text | None = None
    join: Address | None = None


class Seat(Record, audience=Audience.STAFF):
    """A place in a team: the role, the discipline, and the side that it comes from."""

    record: ClassVar[str] = "seat"
    role: Line
    side: Side
    discipline: Line | None = None


class PilotDecision(enum.StrEnum):
    """What was decided after a pilot."""

    CONTINUE = "continue"
    STOP = "stop"
    SCALE_UP = "scale-up"


class Pilot(
    Practice,
    record="pilot",
    key="pilots",
    grouped="status",
    chip="status",
    audience=Audience.STAFF,
    topic=Topic.TRYING,
    group=Group.TRY,
    sign="pilot",
):
    """A pilot for one issue, with an end, criteria, a team of both sides and a decision."""

    status: TrialStatus
    issue: Text
    size: Line | None = None
    when: Period | None = None
    criteria: Texts = ()
    team: tuple[Seat, ...] = ()
    result: Text | None = None
    decision: PilotDecision | None = None
    join: Address | None = None


class Lab(
    Practice,
    record="lab",
    key="labs",
    audience=Audience.STAFF,
    topic=Topic.TRYING,
    group=Group.TRY,
):
    """The digital lab: a place, people and hours to try things without risk."""

    place: Line
    hours: Line | None = None
    people: Texts = ()
    budget: Money | None = None
    dates: tuple[Moment, ...] = ()
    join: Address | None = None


class Lesson(
    Practice,
    record="lesson",
    key="lessons",
    audience=Audience.STAFF,
    topic=Topic.TRYING,
    group=Group.TRY,
):
    """What we learned, also from what failed."""

    learned: Text
    failed: bool = False
    when: Period | None = None
    experiments: tuple[ExperimentId, ...] = ()
    pilots: tuple[PilotId, ...] = ()


class IdeaBudget(
    Practice,
    record="idea_budget",
    key="idea_budgets",
    audience=Audience.STAFF,
    topic=Topic.TRYING,
    group=Group.TRY,
    shape=Shape.TABLE,
    columns=("year", "amount", "spent", "rule"),
):
    """Money for small ideas in one year: how much, how much is spent, and how to ask for it."""

    year: Annotated[Whole, Field(ge=2000, le=2100)]
    amount: Money
    spent: Money = Field(default=0, validate_default=True)
    rule: Text | None = None


class Allowance(
    Practice,
    record="allowance",
    key="allowances",
    audience=Audience.STAFF,
    topic=Topic.TRYING,
    group=Group.TRY,
    shape=Shape.TABLE,
    columns=("departments", "hours", "per", "budget", "when"),
):
    """Hours and money that departments set free to learn and try."""

    hours: Number | None = None
    per: Line | None = None
    budget: Money | None = None
    when: Period | None = None
