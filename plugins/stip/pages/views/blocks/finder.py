"""The finder: for each task the tools to use, and those not to."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from stip.model.practices import Practice, Tool, ToolStatus
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.facts import FactLine, value_text
from stip.pages.views.items import when_text
from stip.pages.views.practices import concerned
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stip.pages.links import Here


@as_view
class Task:
    """What somebody wants to do, and with what."""

    task: str
    use: tuple[FactLine, ...]
    avoid: tuple[FactLine, ...]
    units: str
    personas: str


def finder(here: Here) -> Block:
    """Gather the tools by task; the same task may be written with other capitals or spaces."""
    found: dict[str, tuple[str, list[Tool], list[Tool]]] = {}
    for tool in here.context.roadmap.of(Tool):
        for task in tool.tasks:
            _, use, avoid = found.setdefault(" ".join(task.split()).casefold(), (task, [], []))
            (avoid if tool.is_going else use).append(tool)
    order = list(ToolStatus)
    rows = [
        Task(
            task,
            tuple(
                _tool(tool, here)
                for tool in sorted(use or _instead(avoid, here), key=lambda one: order.index(one.status))
            ),
            tuple(_tool(tool, here) for tool in avoid),
            *_together((*use, *avoid), here),
        )
        for task, use, avoid in sorted(found.values(), key=lambda item: item[0].casefold())
    ]
    return block("finder", "finder", rows, here)


def _together(practices: Iterable[Practice], here: Here) -> tuple[str, str]:
    """Return the ids of the units and personas that any of these is about; empty as soon as one is for everyone."""
    found = [concerned(one, here) for one in practices]
    units, personas = ([part[index].split() for part in found] for index in (0, 1))
    return (
        " ".join(dict.fromkeys(chain(*units))) if all(units) else "",
        " ".join(dict.fromkeys(chain(*personas))) if all(personas) else "",
    )


def _instead(avoid: Iterable[Tool], here: Here) -> list[Tool]:
    roadmap = here.context.roadmap
    keys = [key for tool in avoid for key in (tool.alternative, tool.successor) if key]
    found = [roadmap.practice["tool", key] for key in dict.fromkeys(keys)]
    return [tool for tool in found if isinstance(tool, Tool)]


def _tool(tool: Tool, here: Here) -> FactLine:
    """Link to a tool; what the column does not say of it stands behind it."""
    words, since = here.context.words, tool.since
    soon = since is not None and since.first is not None and since.first > here.context.today
    told = [words("site.block.since", when=when_text(since, words))] if soon and since else []
    usual = tool.status in {ToolStatus.RECOMMENDED, ToolStatus.DISCOURAGED}
    told += [] if usual else [value_text(tool, "status", tool.status, words)]
    return FactLine(tool.title, href=here.practice(tool), detail=", ".join(told))
