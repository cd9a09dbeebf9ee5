"""Money: projects with what they ask, budgets over the years, and business cases."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Audience, Line, MaturityId, ProjectId, Record, Text, UnitId, Whole
from stip.model.practices.base import Group, Practice, Topic
from stip.model.practices.parts import Count, Money, Number, Year
from stip.periods import Period


class ProjectStatus(enum.StrEnum):
    """How a project stands."""

    PROPOSED = "proposed"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class ProjectHours(Record, audience=Audience.STAFF):
    """How many hours a project asks of a department in a quarter or another period."""

    record: ClassVar[str] = "project_hours"
    department: UnitId
    when: Period
    hours: Count


class SoftGain(Record, audience=Audience.STAFF):
    """A gain that cannot be counted in euro: for whom it is, and how they notice it."""

    record: ClassVar[str] = "soft_gain"
    text: Line
    for_: Annotated[Line | None, Field(alias="for")] = None
    notice: Text | None = None


class Project(
    Practice,
    record="project",
    key="projects",
    chip="status",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.DECIDE,
):
    """A project: why it is worth it in one sentence, the year in which it has paid back, and the hours it asks."""

    status: ProjectStatus
    when: Period
    owner: Line | None = None
    worth: Text | None = None
    pays_back: Year | None = None
    hours: tuple[ProjectHours, ...] = ()
    gains: tuple[SoftGain, ...] = ()


class CostKind(enum.StrEnum):
    """The six aspects of cost."""

    MANAGEMENT = "management"
    SYSTEMS = "systems"
    CLOUD = "cloud"
    LICENCES = "licences"
    OWN_HOURS = "own-hours"
    SERVICES = "services"


class BudgetLine(Record, audience=Audience.STEERING):
    """An amount in one year for one kind of cost: planned, spent until now, and expected at the end of the year."""

    record: ClassVar[str] = "budget_line"
    year: Year
    kind: CostKind
    amount: Money
    spent: Money | None = None
    expected: Money | None = None
    lasting: bool = False


class Cover(Record, audience=Audience.STEERING):
    """Where the money of one year comes from."""

    record: ClassVar[str] = "cover"
    year: Year
    amount: Money
    source: Line
    lasting: bool = False


class Budget(
    Practice,
    record="budget",
    key="budgets",
    audience=Audience.STEERING,
    topic=Topic.MONEY,
    group=Group.STEER,
):
    """The budget of a project, or of the organisation's IT, over the years, with its cover."""

    project: ProjectId | None = None
    total: Money | None = None
    lines: Annotated[tuple[BudgetLine, ...], Field(min_length=1)]
    cover: tuple[Cover, ...] = ()


class CaseCost(Record, audience=Audience.STEERING):
    """What a case costs in one year, for one aspect of cost."""

    record: ClassVar[str] = "case_cost"
    kind: CostKind
    year: Year
    amount: Money


class CaseGain(Record, audience=Audience.STEERING):
    """What a case brings in one year, in euro."""

    record: ClassVar[str] = "case_gain"
    title: Line
    year: Year
    amount: Money


class BusinessCase(
    Practice,
    record="business_case",
    key="business_cases",
    audience=Audience.STEERING,
    topic=Topic.MONEY,
    group=Group.STEER,
):
    """Costs and gains over the years: when it has paid back, and what it is worth today.

    `rate` is the discount rate in percent a year, `rate_source` who fixed it.
    """

    project: ProjectId | None = None
    when: Period | None = None
    start: Year
    years: Annotated[Whole, Field(ge=1, le=40)]
    rate: Annotated[Number, Field(le=100)] = Field(default=0, validate_default=True)
    rate_source: Line | None = None
    costs: Annotated[tuple[CaseCost, ...], Field(min_length=1)]
    gains: tuple[CaseGain, ...] = ()
    payback: Year | None = None
    maturities: tuple[MaturityId, ...] = ()
