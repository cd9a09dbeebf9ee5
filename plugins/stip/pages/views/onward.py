"""The rest of the way: what comes after a step, how far the dot still is, and whom the path meets until there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stip.model import Step
from stip.model.graph import HORIZON
from stip.pages.views.items import step_when
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.context import Context
    from stip.pages.links import Here

MEETINGS = 6
"""Names of other paths that one line mentions; more are counted."""


@as_view
class Onward:
    """What follows a step: the text and link of the next one, and what is left until the dot."""

    next_text: str
    next_href: str
    rest: str
    meets: str


def onward(step: Step, here: Here) -> Onward | None:
    """Follow a step to the dot; None for a step that takes no part in a path to it."""
    context = here.context
    words, steps = context.words, context.roadmap.steps
    way, end = _way(step.id, context)
    if end != HORIZON:
        return None
    if not way:
        return Onward("", "", words("site.onward.last"), "")
    following = steps[way[0]]
    return Onward(
        words("site.onward.next", title=following.title, when=step_when(following, words)),
        here.step(following),
        words("site.onward.rest", count=len(way)),
        _meets(step.id, way, context),
    )


def _way(start: str, context: Context) -> tuple[list[str], str]:
    """Return the steps after this one, and where the last of them leads."""
    follows = context.graph.follows
    way: list[str] = []
    here = follows.get(start, "")
    while here in follows:
        way.append(here)
        here = follows[here]
    return way, here


def _meets(start: str, way: list[str], context: Context) -> str:
    roadmap = context.roadmap
    own = roadmap.path_head(roadmap.unit_of[start]).id
    names = dict.fromkeys(
        unit.label
        for unit in (roadmap.path_head(roadmap.unit_of[ref]) for ref in _ties(way, context))
        if unit.id != own
    )
    if not names:
        return ""
    told = list(names)[:MEETINGS]
    more = len(names) - len(told)
    text = ", ".join(told)
    return (
        context.words("site.onward.meets_more", names=text, count=more)
        if more
        else context.words("site.onward.meets", names=text)
    )


def _ties(way: list[str], context: Context) -> Iterator[str]:
    for ref in way:
        yield from context.graph.waits.get(ref, ())
        yield from context.graph.needed_by.get(ref, ())
