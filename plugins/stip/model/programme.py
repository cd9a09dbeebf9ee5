"""The programme: its unique name, the mission, the goals and the one horizon."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Address, Audience, GoalId, Id, Line, Record, Text, Texts
from stip.model.units import Contact
from stip.periods import Period


class GoalKind(enum.StrEnum):
    """For whom a goal makes a difference."""

    SERVICE = "service"
    EMPLOYEE = "employee"
    ORGANISATION = "organisation"


class Support(enum.StrEnum):
    """What wins people for a goal: what becomes possible, or that they are taken along."""

    POSSIBILITIES = "possibilities"
    PEOPLE = "people"


class Measure(Record, audience=Audience.STAFF):
    """A measured or wanted value and its moment."""

    record: ClassVar[str] = "measure"
    value: Line
    when: Period


class Indicator(Record, audience=Audience.STAFF):
    """How a goal is measured: where it began, where it is, where it must be."""

    record: ClassVar[str] = "indicator"
    title: Line
    unit: Line | None = None
    baseline: Measure | None = None
    now: Measure | None = None
    target: Measure | None = None


class Goal(Record, audience=Audience.STAFF):
    """What the organisation wants to reach on its way to the horizon."""

    record: ClassVar[str] = "goal"
    id: Id
    title: Line
    text: Text | None = None
    kind: GoalKind = GoalKind.ORGANISATION
    support: Support | None = None
    indicators: tuple[Indicator, ...] = ()
    conflicts: tuple[GoalId, ...] = ()


class Value(Record, audience=Audience.STAFF):
    """A value that people work by, and where it comes from."""

    record: ClassVar[str] = "value"
    name: Line
    text: Text | None = None
    source: Line | None = None
    goals: tuple[GoalId, ...] = ()


class Vision(Record, audience=Audience.STAFF):
    """In a few words how people want to use what is new, and who stands behind it."""

    record: ClassVar[str] = "vision"
    text: Text
    endorsed_by: Texts = ()
    when: Period | None = None


class Horizon(Record, audience=Audience.STAFF):
    """The one dot on the horizon to which every path leads."""

    record: ClassVar[str] = "horizon"
    title: Line
    when: Period
    picture: Address | None = None
    words: Text | None = None


class Programme(Record, audience=Audience.STAFF):
    """The unique name under which the whole change is known."""

    record: ClassVar[str] = "programme"
    name: Annotated[Line, Field(max_length=80)]
    meaning: Text | None = None
    organisation: Line | None = None
    owner: Line | None = None
    contact: Contact | None = None


class Mission(Record, audience=Audience.STAFF):
    """The front matter of the mission file; there is exactly one, and in it exactly one horizon."""

    record: ClassVar[str] = "mission"
    programme: Programme
    mission: Text
    vision: Vision | None = None
    values: tuple[Value, ...] = ()
    goals: tuple[Goal, ...] = ()
    horizon: Horizon
