"""Tools: what to use for what, what not to use and what instead, and where work is kept."""

from __future__ import annotations

import enum

from stip.model.base import Address, Audience, Line, PersonaId, Text, Texts, ToolId
from stip.model.practices.base import Group, Practice, Shape, Topic
from stip.periods import Period


class ToolStatus(enum.StrEnum):
    """What the organisation says of a tool."""

    RECOMMENDED = "recommended"
    ALLOWED = "allowed"
    DISCOURAGED = "discouraged"
    LEAVING = "leaving"


class SharedWith(enum.StrEnum):
    """With whom a tool may be used."""

    COLLEAGUES = "colleagues"
    PARTNERS = "partners"
    RESIDENTS = "residents"
    EVERYONE = "everyone"


class Tool(
    Practice,
    record="tool",
    key="tools",
    grouped="status",
    chip="status",
    audience=Audience.STAFF,
    topic=Topic.TOOLS,
    group=Group.TOOL,
    own_page=True,
):
    """An application or device: for which tasks, why, what it brings, and what to use instead."""

    status: ToolStatus
    tasks: Texts = ()
    since: Period | None = None
    shared_with: SharedWith = SharedWith.COLLEAGUES
    why: Text | None = None
    benefit: Text | dict[PersonaId, Text] | None = None
    expect: Text | None = None
    arrange: Text | None = None
    turn_to: Text | None = None
    reason: Text | None = None
    alternative: ToolId | None = None
    until: Period | None = None
    successor: ToolId | None = None
    keep: Text | None = None
    url: Address | None = None

    @property
    def is_going(self) -> bool:
        """Whether people had better not begin with it: it is discouraged, or leaves."""
        return self.status in {ToolStatus.DISCOURAGED, ToolStatus.LEAVING}


class Workspace(
    Practice,
    record="workspace",
    key="workspaces",
    audience=Audience.STAFF,
    topic=Topic.TOOLS,
    group=Group.TOOL,
    shape=Shape.TABLE,
    columns=("owner", "place", "access", "afterwards"),
):
    """A place where a team keeps its files: whose it is, who may see them, what happens to them afterwards."""

    owner: Line | None = None
    place: Line | None = None
    access: Text | None = None
    afterwards: Text | None = None
    tools: tuple[ToolId, ...] = ()
