"""Safety: what is done to keep it safe, what to do when something fails, where AI is used, which systems grow old."""

from __future__ import annotations

import enum
from typing import Annotated

from pydantic import Field

from stip.model.base import Address, Audience, Line, Text, Texts, ToolId
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.periods import Period


class SafeguardStatus(enum.StrEnum):
    """How far a safeguard is."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"


class Safeguard(
    Practice,
    record="safeguard",
    key="safeguards",
    chip="status",
    audience=Audience.STAFF,
    topic=Topic.SAFETY,
    group=Group.SAFE,
):
    """Something that is done to keep it safe; used for one change after the other."""

    status: SafeguardStatus
    when: Period | None = None
    owner: Line | None = None


class OutageKind(enum.StrEnum):
    """What fails."""

    INTERNET = "internet"
    SERVICE = "service"
    POWER = "power"
    DATA = "data"
    OTHER = "other"


class Outage(
    Practice,
    record="outage",
    key="outages",
    chip="kind",
    audience=Audience.STAFF,
    topic=Topic.SAFETY,
    group=Group.SAFE,
    own_page=True,
):
    """A card for when something fails: how it shows, what to do first, whom to call, how work goes on."""

    kind: OutageKind
    signal: Text
    actions: Annotated[Texts, Field(min_length=1)]
    who: Line
    phone: Line | None = None
    meanwhile: Text | None = None
    means: Text | None = None


class AiLevel(enum.StrEnum):
    """How much the law asks of a use of AI, from what it forbids to what it leaves free."""

    FORBIDDEN = "forbidden"
    HIGH = "high"
    LIMITED = "limited"
    MINIMAL = "minimal"


class AiUse(
    Practice,
    record="ai_use",
    key="ai_uses",
    chip="level",
    audience=Audience.STAFF,
    topic=Topic.SAFETY,
    group=Group.SAFE,
):
    """Where AI is used, for what, and what stays the work of people."""

    level: AiLevel
    purpose: Text
    stays_human: Text | None = None
    owner: Line | None = None
    obligations: Texts = ()
    registered: Address | None = None
    tools: tuple[ToolId, ...] = ()


class System(
    Practice,
    record="system",
    key="systems",
    audience=Audience.STAFF,
    topic=Topic.SAFETY,
    group=Group.SAFE,
    shape=Shape.TABLE,
    columns=("departments", "since", "support_until", "replaced", "successor"),
):
    """A system with its life: since when it is there, until when it is supported, and what replaces it when."""

    since: Period | None = None
    support_until: Period | None = None
    replaced: Period | None = None
    successor: Line | None = None
