"""Strategy: the frameworks, lines and issues by which an organisation steers, and what it looks at."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Address, Audience, ExperimentId, Id, Line, PilotId, Record, StepId, Text, Texts, ToolId
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.model.practices.parts import Count, Number
from stip.periods import Period


class PartStatus(enum.StrEnum):
    """How far a part of a framework is."""

    TODO = "todo"
    NOW = "now"
    DONE = "done"


class FrameworkPart(Record, audience=Audience.STAFF):
    """A part of a framework: what it is, how far it is, and what is done for it; by perspective where there are."""

    record: ClassVar[str] = "framework_part"
    id: Id
    title: Line | None = None
    text: Text | None = None
    status: PartStatus | None = None
    when: Period | None = None
    why: Text | None = None
    reason: Text | None = None
    after: tuple[Id, ...] = ()
    points: Texts = ()
    employee: Texts = ()
    technology: Texts = ()
    organisation: Texts = ()
    owner: Line | None = None
    danger: Text | None = None
    answer: Text | None = None
    steps: tuple[StepId, ...] = ()
    lists: Texts = ()


class Framework(
    Practice,
    record="framework",
    key="frameworks",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
    own_page=True,
):
    """A way to look at the whole, in parts: one that comes with the program, by its id, or one of the site itself."""

    parts: tuple[FrameworkPart, ...] = ()


class StrategyDomain(enum.StrEnum):
    """The parts of the work that a digital strategy must reach."""

    SERVICES = "services"
    OPERATIONS = "operations"
    INFORMATION = "information"


class StrategyLine(
    Practice,
    record="strategy_line",
    key="strategy_lines",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
    chip="domain",
):
    """A line of the strategy that runs along the paths."""

    owner: Line | None = None
    domain: StrategyDomain | None = None


class Transition(
    Practice,
    record="transition",
    key="transitions",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
    shape=Shape.TABLE,
    columns=("from", "to", "steps"),
):
    """A domain of the technology: how it is now, and how it will be."""

    from_: Annotated[Text, Field(alias="from")]
    to: Text


class SocietalIssue(
    Practice,
    record="societal_issue",
    key="societal_issues",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
    own_page=True,
):
    """An issue in society for which it is done."""

    field: Line | None = None
    pilots: tuple[PilotId, ...] = ()
    experiments: tuple[ExperimentId, ...] = ()


class ChallengeSide(enum.StrEnum):
    """Where a challenge comes from."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class Challenge(
    Practice,
    record="challenge",
    key="challenges",
    grouped="side",
    chip="side",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
):
    """What makes it hard, from inside or from outside, and what digital means can do about it."""

    side: ChallengeSide
    possibilities: Texts = ()


class TechnologyStage(enum.StrEnum):
    """What the organisation does with a technology."""

    WATCH = "watch"
    TRY = "try"
    USE = "use"
    STOP = "stop"


class Technology(
    Practice,
    record="technology",
    key="technologies",
    grouped="stage",
    chip="stage",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
):
    """A new technology: what it can be for which process, what it means for tasks, and the policy for it."""

    stage: TechnologyStage
    process: Line | None = None
    opportunity: Text | None = None
    meaning: Text | None = None
    verdict: Text | None = None
    policy: Text | None = None
    tools: tuple[ToolId, ...] = ()


class Case(
    Practice,
    record="case",
    key="cases",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
):
    """What another organisation did before us, and what it teaches."""

    organisation: Line
    route: Annotated[Count, Field(le=3)] | None = None
    lesson: Text
    url: Address | None = None


class Counted(enum.StrEnum):
    """What of the roadmap a figure counts."""

    PATHS = "paths"
    STEPS = "steps"
    DONE = "done"
    TRAININGS = "trainings"
    PARTICIPANTS = "participants"
    EXPERIMENTS = "experiments"
    QUESTIONS = "questions"


class Figure(
    Practice,
    record="figure",
    key="figures",
    audience=Audience.STAFF,
    topic=Topic.DIRECTION,
    group=Group.AIM,
):
    """A figure of the fact sheet: counted in the roadmap, or declared with its day and source."""

    counts: Counted | None = None
    value: Number | None = None
    unit: Line | None = None
    when: Period | None = None
    source: Line | None = None
