"""Units: clusters, departments and teams, to any depth, each with its own path."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from stip.model.base import Audience, Email, Id, Line, Record, Side, Text, Texts, UnitId, Whole
from stip.model.steps import Step
from stip.periods import Day, Period

if TYPE_CHECKING:
    import datetime as dt


class Contact(Record, audience=Audience.STAFF, defer_build=False):
    """Whom to ask: a role and its mailbox, never a person."""

    record: ClassVar[str] = "contact"
    role: Line
    email: Email | None = None
    phone: Line | None = None


class RouteStretch(Record, audience=Audience.STAFF):
    """Which of the routes 0-3 a unit follows, in which period, and why it changed."""

    record: ClassVar[str] = "route"
    route: Annotated[Whole, Field(ge=0, le=3)]
    from_: Annotated[Period | None, Field(alias="from")] = None
    until: Period | None = None
    reason: Text | None = None
    process: Line | None = None
    integrated: Period | None = None


class Approach(enum.StrEnum):
    """From where a path is worked on: from the work inside or the resident outside, from above or from below."""

    INSIDE_OUT = "inside-out"
    OUTSIDE_IN = "outside-in"
    TOP_DOWN = "top-down"
    BOTTOM_UP = "bottom-up"


class WayOfWorking(enum.StrEnum):
    """How a team makes and changes its own means."""

    PLANNED = "planned"
    AGILE = "agile"
    DEVOPS = "devops"


class Unit(Record, audience=Audience.STAFF):
    """A part of the organisation; `kind` is free text because no two organisations are built alike."""

    record: ClassVar[str] = "unit"
    id: Id
    name: Line
    short: Annotated[Line | None, Field(max_length=40)] = None
    kind: Line | None = None
    part_of: UnitId | None = None
    number: Annotated[Whole | None, Field(ge=1, le=999)] = None
    manager: Line | None = None
    contact: Contact | None = None
    summary: Text | None = None
    now: Text | None = None
    stays: Texts = ()
    goes: Texts = ()
    pleasure: Text | None = None
    way_of_working: WayOfWorking | None = None
    side: Side | None = None
    promise: Text | None = None
    approach: tuple[Approach, ...] = ()
    capacity: Annotated[Whole | None, Field(ge=0, le=1_000_000)] = None
    updated: Day | None = None
    routes: tuple[RouteStretch, ...] = ()
    until: Period | None = None
    replaced_by: UnitId | None = None
    aliases: Texts = ()
    partners: Texts = ()
    steps: tuple[Step, ...] = ()

    @property
    def label(self) -> str:
        """The short name, for places where a long one does not fit."""
        return self.short or self.name

    def is_gone(self, today: dt.date) -> bool:
        """Tell whether it no longer exists at a day: it was merged, or came to an end."""
        return self.until is not None and self.until.last is not None and self.until.last < today
