"""Risk: what may go wrong with a change, and what it means when a process stands still. Only for who steers."""

from __future__ import annotations

import enum

from stip.model.base import Audience, Line, OutageId, SafeguardId, Score, Text, Texts
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.periods import Period


class Treatment(enum.StrEnum):
    """What is done with a risk."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class Risk(
    Practice,
    record="risk",
    key="risks",
    audience=Audience.STEERING,
    topic=Topic.RISK,
    group=Group.STEER,
    chip="treatment",
):
    """An assessment of a change: the threat, how likely and how bad, what is done, and what risk is left."""

    threat: Text
    likelihood: Score
    impact: Score
    confidentiality: Score | None = None
    integrity: Score | None = None
    availability: Score | None = None
    owner: Line | None = None
    treatment: Treatment | None = None
    accepted_by: Line | None = None
    safeguards: tuple[SafeguardId, ...] = ()
    residual_likelihood: Score | None = None
    residual_impact: Score | None = None
    when: Period | None = None

    @property
    def weight(self) -> int:
        """Likelihood times impact, 1 to 25."""
        return self.likelihood * self.impact

    @property
    def residual(self) -> int | None:
        """What is left of the weight after treatment; None when not assessed."""
        if self.residual_likelihood is None or self.residual_impact is None:
            return None
        return self.residual_likelihood * self.residual_impact


class OutageBand(enum.StrEnum):
    """How long a process can stand still at most."""

    HOURS_4 = "4-hours"
    DAY = "1-day"
    DAYS_3 = "3-days"
    WEEK = "1-week"
    MONTH = "1-month"


class Impact(
    Practice,
    record="impact",
    key="impacts",
    audience=Audience.STEERING,
    topic=Topic.RISK,
    group=Group.STEER,
    shape=Shape.TABLE,
    columns=("departments", "consequence", "severity", "critical", "at_most", "depends_on", "fallback", "outages"),
):
    """What it means when a process stands still: how bad, how long it can, on what it depends, and what then."""

    consequence: Text
    severity: Score
    at_most: OutageBand
    critical: bool = False
    depends_on: Texts = ()
    fallback: Text | None = None
    owner: Line | None = None
    outages: tuple[OutageId, ...] = ()
