"""Steps: what a unit does on its way to the horizon, one after the other."""

from __future__ import annotations

import enum
from typing import ClassVar

from pydantic import Field

from stip.model.base import Address, Audience, GoalId, Id, Line, PersonaId, Record, Score, StepId, Text, ToolId
from stip.periods import Certainty, Period

ENDS_HERE = "none"
"""The value of `leads_to` that ends a path on purpose."""


class StepKind(enum.StrEnum):
    """What a step is; each kind has its own sign."""

    MILESTONE = "milestone"
    QUICK_WIN = "quick-win"
    PILOT = "pilot"
    EXPERIMENT = "experiment"
    TRAINING = "training"
    DECISION = "decision"
    CELEBRATION = "celebration"
    INTERVENTION = "intervention"


class Status(enum.StrEnum):
    """How a step stands at the reference date; each status has its own shape."""

    IDEA = "idea"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    DELAYED = "delayed"
    STOPPED = "stopped"


ANNOUNCED = frozenset({Status.PLANNED, Status.RUNNING, Status.DELAYED})
"""The statuses of what people have been told of and is still to come."""
OVER = frozenset({Status.DONE, Status.STOPPED})
"""The statuses of what is not to come any more."""


class Sourcing(enum.StrEnum):
    """Who runs what a step brings: ourselves, a supplier as a service, or together."""

    SELF = "self"
    SERVICE = "service"
    TOGETHER = "together"


class Layer(enum.StrEnum):
    """Where in the organisation a step changes something: where residents are met, behind that, or between both."""

    FRONT = "front"
    MIDDLE = "middle"
    BACK = "back"


class Link(Record, audience=Audience.STAFF, defer_build=False):
    """A document or page elsewhere."""

    record: ClassVar[str] = "link"
    title: Line
    url: Address


class Step(Record, audience=Audience.STAFF):
    """One step of a path; the steps of one list follow each other in listed order."""

    record: ClassVar[str] = "step"
    id: Id
    title: Line
    when: Period
    kind: StepKind = StepKind.MILESTONE
    status: Status = Status.PLANNED
    was: Period | None = None
    certainty: Certainty | None = None
    reason: Text | None = None
    goals: tuple[GoalId, ...] = ()
    personas: tuple[PersonaId, ...] = ()
    fits: dict[PersonaId, Text] = Field(default_factory=dict)
    tools: tuple[ToolId, ...] = ()
    text: Text | None = None
    why: Text | None = None
    benefit: Text | dict[PersonaId, Text] | None = None
    after: tuple[StepId, ...] = ()
    leads_to: StepId | None = None
    doing: Text | None = None
    expect: Text | None = None
    todo: Text | None = None
    help: Text | None = None
    fallback: Text | None = None
    impact: Score | None = None
    satisfaction: Score | None = None
    sourcing: Sourcing | None = None
    links: tuple[Link, ...] = ()
    signal: Text | None = None
    threshold: Text | None = None
    owner: Line | None = None
    action: Text | None = None
    latest: Period | None = None
    effect: Text | None = None
    outcome: Text | None = None
    stands: Line | None = None
    plan: bool = False
    layer: Layer | None = None
    internet: bool = False
    ai: bool = False
    safe: Text | None = None

    @property
    def sure(self) -> Certainty:
        """How sure the date is: as the author says, else as the precision implies."""
        return self.certainty or self.when.certainty

    @property
    def quick_win(self) -> bool | None:
        """Whether it asks little and pleases much, by its own scores; None when it has not both."""
        if self.impact is None or self.satisfaction is None:
            return None
        return self.impact <= 2 and self.satisfaction >= 4

    @property
    def benefits(self) -> dict[str, str]:
        """What it brings, per persona id; a text for everyone stands under the empty string."""
        if self.benefit is None:
            return {}
        return {"": self.benefit} if isinstance(self.benefit, str) else dict(self.benefit)
