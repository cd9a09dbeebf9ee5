"""Joining: sessions, shared making, ideas, needs and promises: how people have their say."""

from __future__ import annotations

import enum

from stip.model.base import Address, Audience, ExperimentId, Line, PilotId, QuestionId, StakeholderId, Text
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.model.practices.parts import Count, Moment
from stip.periods import Period


class SessionKind(enum.StrEnum):
    """What people come together for."""

    INFORMATION = "information"
    EXPERIENCE = "experience"
    WORKSHOP = "workshop"
    TALK = "talk"
    LEISURE = "leisure"


class Session(
    Practice,
    record="session",
    key="sessions",
    chip="kind",
    audience=Audience.STAFF,
    topic=Topic.JOINING,
    group=Group.INFORM,
):
    """A meeting to hear, try, make or enjoy something together."""

    kind: SessionKind
    dates: tuple[Moment, ...]
    theme: Line | None = None
    groups: tuple[StakeholderId, ...] = ()
    participants: Count | None = None
    result: Text | None = None
    sign_up: Address | None = None


class Exchange(
    Practice,
    record="exchange",
    key="exchanges",
    audience=Audience.STAFF,
    topic=Topic.JOINING,
    group=Group.JOIN,
):
    """Two sides that learn from each other: those who do the work and those who make the means."""

    business: Line | None = None
    it: Line | None = None
    dates: tuple[Moment, ...] = ()
    shared: Text | None = None
    sign_up: Address | None = None


class Public(enum.StrEnum):
    """Whom the change is about, or who makes it with us."""

    EMPLOYEES = "employees"
    RESIDENTS = "residents"
    ENTREPRENEURS = "entrepreneurs"
    PARTNERS = "partners"


class CoCreation(
    Practice,
    record="co_creation",
    key="co_creations",
    ends=True,
    chip="public",
    audience=Audience.STAFF,
    topic=Topic.JOINING,
    group=Group.JOIN,
):
    """How a group helps to make something: who, how many, when, and what came of it."""

    public: Public
    how: Text
    count: Count | None = None
    when: Period | None = None
    result: Text | None = None
    experiments: tuple[ExperimentId, ...] = ()
    pilots: tuple[PilotId, ...] = ()
    join: Address | None = None


class OpportunityStatus(enum.StrEnum):
    """How an opportunity stands."""

    NEW = "new"
    LOOKING = "looking"
    ADOPTED = "adopted"
    DECLINED = "declined"


class Opportunity(
    Practice,
    record="opportunity",
    key="opportunities",
    audience=Audience.STAFF,
    topic=Topic.JOINING,
    group=Group.JOIN,
    shape=Shape.TABLE,
    columns=("seen_by", "value", "status", "reply"),
):
    """A chance that a colleague saw, and what became of it."""

    status: OpportunityStatus
    since: Period
    seen_by: Line | None = None
    value: Text | None = None
    reply: Text | None = None


class Need(
    Practice,
    record="need",
    key="needs",
    audience=Audience.STAFF,
    topic=Topic.JOINING,
    group=Group.JOIN,
    shape=Shape.TABLE,
    columns=("groups", "challenge", "answer", "questions"),
):
    """What a group needs or finds hard, and what answers it."""

    groups: tuple[StakeholderId, ...] = ()
    challenge: Text | None = None
    answer: Text | None = None
    questions: tuple[QuestionId, ...] = ()


class Promise(
    Practice,
    record="promise",
    key="promises",
    audience=Audience.STAFF,
    topic=Topic.JOINING,
    group=Group.JOIN,
    shape=Shape.TABLE,
    columns=("public", "expects", "promise"),
):
    """What a group expects, and what we promise it."""

    public: Public
    expects: Text
    promise: Text
