"""Changing: how work goes later, what people do otherwise, when it is whose turn, and when it is busy."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Audience, Line, Record, ScenarioId, Score, StakeholderId, Text, ToolId, UnitId, Whole
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.model.practices.parts import Count, Percent
from stip.periods import Period


class Endorsement(Record, audience=Audience.STAFF):
    """Which group stands behind a scenario, since when."""

    record: ClassVar[str] = "endorsement"
    by: StakeholderId
    when: Period | None = None


class Scenario(
    Practice,
    record="scenario",
    key="scenarios",
    audience=Audience.STAFF,
    topic=Topic.CHANGING,
    group=Group.CHANGE,
):
    """A moment of a working day as it is now and as it will be; ranked ones together are the growth path."""

    situation: Text | None = None
    now: Text
    later: Text
    tools: tuple[ToolId, ...] = ()
    endorsed: tuple[Endorsement, ...] = ()
    rank: Annotated[Whole, Field(ge=1, le=999)] | None = None
    value: Score | None = None
    effort: Score | None = None
    phase: Line | None = None
    after: tuple[ScenarioId, ...] = ()


class Aspect(enum.StrEnum):
    """What shifts: how people treat each other, what they do, the process, the information, or a role."""

    CULTURE = "culture"
    BEHAVIOUR = "behaviour"
    PROCESS = "process"
    INFORMATION = "information"
    ROLE = "role"


class Shift(
    Practice,
    record="shift",
    key="shifts",
    chip="aspect",
    grouped="aspect",
    audience=Audience.STAFF,
    topic=Topic.CHANGING,
    group=Group.TURN,
    shape=Shape.TABLE,
    columns=("aspect", "from", "to", "signal", "when", "talk"),
):
    """From one way of working to another, and how people notice it."""

    aspect: Aspect
    from_: Annotated[Text, Field(alias="from")]
    to: Text
    signal: Text | None = None
    when: Period | None = None
    talk: Period | None = None


class Wave(Record, audience=Audience.STAFF):
    """A group that starts together, and when."""

    record: ClassVar[str] = "wave"
    title: Line
    when: Period
    departments: tuple[UnitId, ...] = ()
    people: Count | None = None


class Rollout(
    Practice,
    record="rollout",
    key="rollouts",
    audience=Audience.STAFF,
    topic=Topic.CHANGING,
    group=Group.CHANGE,
):
    """In which waves something new reaches everyone, so that nobody has a big bang."""

    waves: Annotated[tuple[Wave, ...], Field(min_length=1)]

    @property
    def spans(self) -> tuple[Period, ...]:
        """When each wave begins."""
        return tuple(wave.when for wave in self.waves)

    @property
    def for_units(self) -> tuple[str, ...]:
        """The ids of the departments it is for: those that it names, else those of its waves; none for everyone."""
        named = [wave.departments for wave in self.waves]
        return self.departments or (tuple(key for keys in named for key in keys) if all(named) else ())


class Move(
    Practice,
    record="move",
    key="moves",
    audience=Audience.STAFF,
    topic=Topic.CHANGING,
    group=Group.CHANGE,
    shape=Shape.TABLE,
    columns=("from", "to", "when"),
):
    """A system that moves, such as from the cellar to the cloud."""

    from_: Annotated[Line, Field(alias="from")]
    to: Line
    when: Period


class SeasonKind(enum.StrEnum):
    """How full the weeks are."""

    QUIET = "quiet"
    BUSY = "busy"


class Season(
    Practice,
    record="season",
    key="seasons",
    audience=Audience.STAFF,
    topic=Topic.CHANGING,
    group=Group.CHANGE,
    shape=Shape.TABLE,
    columns=("departments", "when", "kind", "load"),
):
    """A quiet or busy time of departments: load is the share of their hours that their own work takes, in percent."""

    kind: SeasonKind
    when: Period
    load: Percent | None = None
