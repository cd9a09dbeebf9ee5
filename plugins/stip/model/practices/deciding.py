"""Deciding: workshops, choices, decisions, and what is good enough: what was decided, by whom, and why."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from stip.model.base import CONFIDENTIAL, Address, Audience, DecisionId, Line, ProjectId, Record, Score, Text, Texts
from stip.model.practices.base import Group, Practice, Topic
from stip.periods import Period


class WorkshopKind(enum.StrEnum):
    """What a workshop is for, in the order in which they build on each other."""

    CURRENT_STATE = "current-state"
    HORIZON = "horizon"
    DRAWING = "drawing"
    FEASIBILITY = "feasibility"
    STRATEGY = "strategy"
    GOVERNANCE = "governance"


class Workshop(
    Practice,
    record="workshop",
    key="workshops",
    chip="kind",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.DECIDE,
):
    """A meeting in which the roadmap was made: who was there (roles), and what came of it."""

    kind: WorkshopKind
    when: Period
    participants: Texts = ()
    led_by: Line | None = None
    outcome: Text | None = None
    approach: Text | None = None
    evidence: Address | None = None


class Option(Record, audience=Audience.STAFF):
    """One of the ways that there were to choose from."""

    record: ClassVar[str] = "option"
    title: Line
    text: Text | None = None


class Choice(
    Practice,
    record="choice",
    key="choices",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.DECIDE,
):
    """A question of strategy: what there was to choose from, what was chosen, and why."""

    question: Line
    options: tuple[Option, ...]
    chosen: Line | None = None
    reason: Text | None = None
    when: Period | None = None
    by: Line | None = None
    decision: DecisionId | None = None


class DecisionOutcome(enum.StrEnum):
    """What became of what was proposed."""

    AGREED = "agreed"
    WITH_CONDITIONS = "with-conditions"
    POSTPONED = "postponed"
    REJECTED = "rejected"


class Decision(
    Practice,
    record="decision",
    key="decisions",
    chip="outcome",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.DECIDE,
    sign="decision",
):
    """What a body decided, when, and on which conditions."""

    body: Line
    when: Period
    outcome: DecisionOutcome
    conditions: Texts = ()
    projects: tuple[ProjectId, ...] = ()
    considered: Annotated[Text | None, CONFIDENTIAL] = None
    document: Annotated[Address | None, CONFIDENTIAL] = None


class Maturity(
    Practice,
    record="maturity",
    key="maturities",
    audience=Audience.STAFF,
    topic=Topic.GOVERNING,
    group=Group.DECIDE,
):
    """How far something is, how far it must come, and from what level on it is good enough."""

    now: Score
    target: Score
    enough: Score | None = None
    when: Period | None = None
    reason: Text | None = None
    not_now: Texts = ()
    decision: DecisionId | None = None
