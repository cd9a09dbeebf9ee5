"""People: the groups that take part, the team, whom to ask about what, and how the adoption work is built up."""

from __future__ import annotations

import enum
from typing import Annotated

from pydantic import Field

from stip.model.base import Audience, Line, Score, Text, Texts, ToolId
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.model.practices.parts import Side
from stip.periods import Period


class StakeholderKind(enum.StrEnum):
    """What sort of group has a stake in the change."""

    WORK_FLOOR = "work-floor"
    MANAGERS = "managers"
    IT = "it"
    WORKS_COUNCIL = "works-council"
    BOARD = "board"
    RESIDENTS = "residents"
    ENTREPRENEURS = "entrepreneurs"
    PARTNER = "partner"
    SUPPLIER = "supplier"


class Stakeholder(
    Practice,
    record="stakeholder",
    key="stakeholders",
    grouped="kind",
    chip="kind",
    audience=Audience.STAFF,
    topic=Topic.PEOPLE,
    group=Group.PEOPLE,
):
    """A group that has a stake, or a partner in the chain: what it wants, and what was agreed."""

    kind: StakeholderKind
    interest: Text | None = None
    influence: Score | None = None
    concern: Score | None = None
    role: Text | None = None
    purpose: Text | None = None
    tools: tuple[ToolId, ...] = ()
    agreement: Text | None = None
    owner: Line | None = None


class TeamRole(
    Practice,
    record="team_role",
    key="team",
    chip="side",
    audience=Audience.STAFF,
    topic=Topic.PEOPLE,
    group=Group.PEOPLE,
    shape=Shape.TABLE,
    columns=("side", "discipline", "text", "departments"),
):
    """A role in the team that does the work, by side and discipline; never a person."""

    side: Side
    discipline: Line | None = None


class Expertise(
    Practice,
    record="expertise",
    key="expertise",
    audience=Audience.STAFF,
    topic=Topic.PEOPLE,
    group=Group.PEOPLE,
):
    """What a role or team knows, so that others can ask it."""

    topics: Annotated[Texts, Field(min_length=1)]


class StageKind(enum.StrEnum):
    """The stages of adoption work, in the order in which they build on each other."""

    TEAM = "team"
    SESSIONS = "sessions"
    SCENARIOS = "scenarios"
    GROWTH_PATH = "growth-path"
    AMBASSADORS = "ambassadors"


class Stage(
    Practice,
    record="stage",
    key="stages",
    chip="kind",
    audience=Audience.STAFF,
    topic=Topic.PEOPLE,
    group=Group.PEOPLE,
):
    """A stage of the adoption work: when it is, and whether it is done."""

    kind: StageKind
    when: Period
    done: bool = False
