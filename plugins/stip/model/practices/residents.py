"""Residents: the journeys that they make through the organisation, where they get stuck, and what solves it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Audience, Line, Record, Score, ServiceId, StepId, Text, UnitId
from stip.model.practices.base import Group, Practice, Topic
from stip.model.practices.joining import Public
from stip.periods import Period


class JourneyStage(Record, audience=Audience.STAFF):
    """A stage of a journey: what somebody meets, how it feels (1 to 5), what hurts, and which steps solve that."""

    record: ClassVar[str] = "journey_stage"
    title: Line
    touchpoint: Line | None = None
    feeling: Score | None = None
    pain: Text | None = None
    evidence: Line | None = None
    solved_by: tuple[StepId, ...] = ()


class Journey(
    Practice,
    record="journey",
    key="journeys",
    audience=Audience.STAFF,
    topic=Topic.RESIDENTS,
    group=Group.AIM,
    own_page=True,
):
    """The way of a resident or entrepreneur through a service, looked into by the department that does the work."""

    public: Public
    owner: UnitId | None = None
    when: Period | None = None
    services: tuple[ServiceId, ...] = ()
    stages: Annotated[tuple[JourneyStage, ...], Field(min_length=1)]
