"""Celebrating: the rounds of two to four weeks in which work goes on, and what was celebrated."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Audience, IterationId, Line, Record, Text, Whole
from stip.model.practices.base import Group, Practice, Topic
from stip.model.practices.parts import Count
from stip.periods import Period


class Aim(Record, audience=Audience.STAFF):
    """What a round wants to finish, why that can be done, and when it is done."""

    record: ClassVar[str] = "aim"
    title: Line
    feasible: Text | None = None
    done_when: Text | None = None
    reached: bool | None = None


class Iteration(
    Practice,
    record="iteration",
    key="iterations",
    ends=True,
    audience=Audience.STAFF,
    topic=Topic.CELEBRATING,
    group=Group.CHANGE,
):
    """A round of two to four weeks of a team, with its aims and its result."""

    when: Period
    aims: tuple[Aim, ...] = ()
    result: Text | None = None
    succeeded: bool | None = None
    energy: Annotated[Whole, Field(ge=1, le=10)] | None = None
    respondents: Count | None = None


class CelebrationKind(enum.StrEnum):
    """What there was to celebrate."""

    MILESTONE = "milestone"
    PROCESS = "process"
    BUSINESS_CASE = "business-case"


class Celebration(
    Practice,
    record="celebration",
    key="celebrations",
    chip="kind",
    audience=Audience.STAFF,
    topic=Topic.CELEBRATING,
    group=Group.STIMULATE,
    sign="celebration",
):
    """Something that was, or will be, celebrated."""

    when: Period
    kind: CelebrationKind = CelebrationKind.MILESTONE
    iteration: IterationId | None = None
    place: Line | None = None
    report: Text | None = None
