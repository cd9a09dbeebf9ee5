"""Results: what it brings: services, time, use, appreciation, and what brought a goal nearer."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Audience, Line, Record, Text, Texts, ToolId
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.model.practices.parts import Count, Number
from stip.periods import Period


class ServiceChannel(enum.StrEnum):
    """How residents reach a service."""

    ONLINE = "online"
    DESK = "desk"
    PHONE = "phone"
    LETTER = "letter"
    VISIT = "visit"


class Coupling(enum.StrEnum):
    """How far a service is connected to what lies behind it."""

    NONE = "none"
    PARTLY = "partly"
    FULL = "full"


class Service(
    Practice,
    record="service",
    key="services",
    audience=Audience.STAFF,
    topic=Topic.RESULTS,
    group=Group.GAIN,
):
    """A service to residents: since when online, what they can do themselves, and who cannot online."""

    digital: bool
    channels: tuple[ServiceChannel, ...] = ()
    when: Period | None = None
    can_self: Texts = ()
    alternative: Text | None = None
    coupling: Coupling | None = None


class TimeSaving(
    Practice,
    record="time_saving",
    key="time_savings",
    audience=Audience.STAFF,
    topic=Topic.RESULTS,
    group=Group.GAIN,
):
    """Time that comes free: minutes each time, times a year for one person, and how many people."""

    minutes: Number | None = None
    times: Count | None = None
    people: Count | None = None
    source: Line | None = None
    used_for: Text | None = None

    @property
    def hours(self) -> Number | None:
        """Hours a year: minutes x times x people / 60; None when a factor is missing."""
        if self.minutes is None or self.times is None or self.people is None:
            return None
        return self.minutes * self.times * self.people / 60


class MeasurementKind(enum.StrEnum):
    """What is measured: how many use it, or how they like it."""

    USAGE = "usage"
    APPRECIATION = "appreciation"


class Reading(Record, audience=Audience.STAFF):
    """One reading: the value, its moment, and how many people stand behind it."""

    record: ClassVar[str] = "reading"
    when: Period
    value: Number
    respondents: Count | None = None


class Measurement(
    Practice,
    record="measurement",
    key="measurements",
    chip="kind",
    audience=Audience.STAFF,
    topic=Topic.RESULTS,
    group=Group.GAIN,
):
    """How many use something, or how they like it, over time; never of one person."""

    kind: MeasurementKind
    question: Line | None = None
    unit: Line | None = None
    best: Number | None = None
    readings: Annotated[tuple[Reading, ...], Field(min_length=1)]
    tools: tuple[ToolId, ...] = ()
    source: Line | None = None


class EffortUnit(enum.StrEnum):
    """In what an effort is counted."""

    HOURS = "hours"
    EURO = "euro"


class Effort(
    Practice,
    record="effort",
    key="efforts",
    audience=Audience.STAFF,
    topic=Topic.RESULTS,
    group=Group.GAIN,
    shape=Shape.TABLE,
    columns=("people", "technology", "unit"),
):
    """How much of a change goes to people, and how much to technology."""

    people: Number
    technology: Number
    unit: EffortUnit = EffortUnit.HOURS

    @property
    def share(self) -> int | None:
        """The share of people in whole percents; None when both are zero."""
        total = self.people + self.technology
        return round(self.people * 100 / total) if total else None


class Result(
    Practice,
    record="result",
    key="results",
    audience=Audience.STAFF,
    topic=Topic.RESULTS,
    group=Group.GAIN,
):
    """Something that was reached, and how it brought a goal nearer."""

    when: Period
    contribution: Text | None = None
    review: Period | None = None
