"""The graph of steps: what follows what, what waits for what, and what reaches the horizon."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model.steps import ENDS_HERE, Status

if TYPE_CHECKING:
    from stip.model.roadmap import Roadmap
    from stip.model.steps import Step
    from stip.model.units import Unit

HORIZON = "*horizon*"
"""Successor of a last step that leads to the horizon."""
JOINING = "*joining*"
"""Successor of a last step on route 0: the unit looks for others to join."""
ENDED = "*ended*"
"""Successor of a path that was ended on purpose."""


@dataclass(frozen=True)
class Graph:
    """The steps' relations, all by id; stopped steps are stubs and take no part in `follows`.

    `follows`: each living step's next step, or HORIZON, JOINING or ENDED. `waits`: what a step waits for
    besides the listed order. `needed_by`: the reverse. Unknown ids are left out: the checks report them.
    """

    follows: Mapping[str, str]
    waits: Mapping[str, tuple[str, ...]]
    needed_by: Mapping[str, tuple[str, ...]]


def living(unit: Unit) -> tuple[Step, ...]:
    """The unit's steps that were not stopped, in listed order."""
    return tuple(step for step in unit.steps if step.status is not Status.STOPPED)


def last_route(unit: Unit) -> int | None:
    """The route of the unit's last stretch, or None when it declares none; one of a single process does not count."""
    return next((stretch.route for stretch in reversed(unit.routes) if stretch.process is None), None)


def build_graph(roadmap: Roadmap) -> Graph:
    """Compute the relations from the lists: listed order, `after` and `leads_to`."""
    follows: dict[str, str] = {}
    waits: dict[str, tuple[str, ...]] = {}
    needed: dict[str, list[str]] = {}
    for unit in roadmap.units.values():
        steps = living(unit)
        for step, following in itertools.pairwise(steps):
            follows[step.id] = following.id
        if steps:
            follows[steps[-1].id] = _end(unit, roadmap)
        for step in unit.steps:
            waits[step.id] = tuple(dict.fromkeys(ref for ref in step.after if ref in roadmap.steps))
            for ref in waits[step.id]:
                needed.setdefault(ref, []).append(step.id)
    return Graph(follows, waits, {ref: tuple(ids) for ref, ids in needed.items()})


def _end(unit: Unit, roadmap: Roadmap) -> str:
    """Where the last living step of a unit leads."""
    last = unit.steps[-1]
    if last.leads_to == ENDS_HERE:
        return JOINING if last_route(unit) == 0 else ENDED
    if last.leads_to is not None and last.leads_to in roadmap.steps:
        return last.leads_to
    return JOINING if last_route(unit) == 0 else HORIZON


def arrives(graph: Graph) -> frozenset[str]:
    """The ids of all steps whose way ends where it may: at the horizon, at a joining, or ended on purpose."""
    known: dict[str, bool] = {}
    for start in graph.follows:
        way: dict[str, None] = {}
        here = start
        while here in graph.follows and here not in known and here not in way:
            way[here] = None
            here = graph.follows[here]
        good = here in {HORIZON, JOINING, ENDED} or known.get(here, False)
        known.update(dict.fromkeys(way, good))
    return frozenset(step for step, good in known.items() if good)
