"""Tension: how tense a change is over time, and how far an organisation comes: as expected, and as measured."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Audience, Record, Text
from stip.model.practices.base import Group, Practice, Topic
from stip.model.practices.parts import Fullness
from stip.periods import Period


class Known(enum.StrEnum):
    """How a level is known."""

    MEASURED = "measured"
    EXPECTED = "expected"


class TensionPoint(Record, audience=Audience.STAFF):
    """How tense it is at a moment, from 0 (calm) to 100, why, and what is done about it."""

    record: ClassVar[str] = "tension_point"
    when: Period
    level: Fullness
    known: Known = Known.EXPECTED
    cause: Text | None = None
    doing: Text | None = None


class TensionArc(
    Practice,
    record="tension_arc",
    key="tension_arcs",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
):
    """The tension of a change over time; at `limit` it is too much and somebody must step in."""

    limit: Fullness = 75
    points: Annotated[tuple[TensionPoint, ...], Field(min_length=2)]


class DevelopmentPoint(Record, audience=Audience.STAFF):
    """How far the organisation is at a moment, from 0 to 100: as planned, as most likely, as measured."""

    record: ClassVar[str] = "development_point"
    when: Period
    planned: Fullness | None = None
    expected: Fullness | None = None
    measured: Fullness | None = None


class Development(
    Practice,
    record="development",
    key="developments",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
):
    """The most likely path of development beside the planned one."""

    points: Annotated[tuple[DevelopmentPoint, ...], Field(min_length=2)]
