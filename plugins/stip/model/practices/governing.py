"""Governing: who leads and who answers for what, what teams may decide themselves, and which skills are missing."""

from __future__ import annotations

import enum
from typing import ClassVar

from stip.model.base import Audience, Line, Record, Score, Text
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.periods import Period


class LeaderLevel(enum.StrEnum):
    """At which level somebody leads."""

    BOARD = "board"
    DIRECTION = "direction"
    DEPARTMENT = "department"
    TEAM = "team"


class Quality(enum.StrEnum):
    """The qualities of creative leadership."""

    VISION = "vision"
    AGILITY = "agility"
    DRIVE = "drive"


class LeaderAction(Record, audience=Audience.STAFF):
    """What a leader does, and when."""

    record: ClassVar[str] = "leader_action"
    what: Line
    when: Period


class LeaderPromise(Record, audience=Audience.STAFF):
    """What a leader promises for one of the qualities of leadership."""

    record: ClassVar[str] = "leader_promise"
    quality: Quality
    text: Text


class Leader(
    Practice,
    record="leader",
    key="leaders",
    chip="level",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.DECIDE,
):
    """A role that leads the change: its vision, why now, what it does itself, and what it promises."""

    level: LeaderLevel
    vision: Text | None = None
    urgency: Text | None = None
    actions: tuple[LeaderAction, ...] = ()
    promises: tuple[LeaderPromise, ...] = ()


class OfficeKind(enum.StrEnum):
    """What a role answers for."""

    PROGRAMME = "programme"
    CDO = "cdo"
    CIO = "cio"
    SERVICES = "services"
    SECURITY = "security"
    PRIVACY = "privacy"
    DATA = "data"


class Office(
    Practice,
    record="office",
    key="offices",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.DECIDE,
    shape=Shape.TABLE,
    columns=("kind", "holder", "mandate", "deputy", "note"),
):
    """A role that answers for something: which function has it, what it may decide, and who stands in."""

    kind: OfficeKind
    holder: Line | None = None
    mandate: Text | None = None
    deputy: Line | None = None
    note: Text | None = None


class Style(enum.StrEnum):
    """How a path is led for a time."""

    DIRECT = "direct"
    COACH = "coach"
    SUPPORT = "support"
    DELEGATE = "delegate"


class LeadershipStyle(
    Practice,
    record="leadership_style",
    key="leadership_styles",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.DECIDE,
    shape=Shape.TABLE,
    columns=("departments", "when", "style", "changes_course", "reason"),
):
    """How departments are led in a period, and why: to develop further, or to change course."""

    style: Style
    when: Period
    changes_course: bool = False
    reason: Text | None = None


class SelfAssessment(
    Practice,
    record="self_assessment",
    key="self_assessments",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.DECIDE,
):
    """How a team judges itself, and what it may decide itself."""

    when: Period | None = None
    agility: Score
    residents_first: Score
    self_direction: Score
    mandate: Text | None = None


class Filling(enum.StrEnum):
    """How a missing skill is filled."""

    TRAIN = "train"
    HIRE = "hire"
    BORROW = "borrow"
    SHARE = "share"


class SkillGap(
    Practice,
    record="skill_gap",
    key="skill_gaps",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.PEOPLE,
    shape=Shape.TABLE,
    columns=("departments", "how", "action", "when", "filled"),
):
    """A skill that is missing, and how it comes into the house."""

    how: Filling | None = None
    action: Text | None = None
    when: Period | None = None
    filled: bool = False
