"""Sources: what Graphviz gets for a drawing, word for word, with comments that say what each node is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from stip.scene.strands import node_name

if TYPE_CHECKING:
    from stip.diagrams import Graph
    from stip.scene.map import Ordered
    from stip.scene.path import PathGraphs
    from stip.scene.spec import Lane, MapSpec, PathSpec, Stop

WHOLE, ORDER, TEAMS = "", "order", "teams"
"""The parts: the drawing itself, the order of its lanes, which is found before, and the teams beside a path."""
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def path_sources(spec: PathSpec, graphs: PathGraphs) -> dict[str, str]:
    """Return the DOT texts of a path by part."""
    titles = {stop.id: stop for stop in spec.lane.stops}
    meant = [
        (f"m{place}", _step(titles[column.id]) if column.sign else column.id)
        for place, column in enumerate(graphs.columns)
    ]
    found = {WHOLE: _source(graphs.road, (spec.title, *_told(meant)))}
    if graphs.teams:
        beside = [
            (node_name(number, place), f"{strand.lane.name}: {_step(stop)}")
            for number, strand in enumerate(spec.strands)
            for place, stop in enumerate(strand.lane.stops)
        ]
        found[TEAMS] = _source(graphs.teams, (spec.title, *_told([*meant, *beside])))
    return found


def map_sources(spec: MapSpec, ordered: Ordered) -> dict[str, str]:
    """Return the DOT texts of a map by part."""
    order = [(f"n{place}_0", _lane(lane)) for place, lane in enumerate(spec.lanes)]
    meant = [(f"l{place}", _lane(lane)) for place, lane in enumerate(spec.lanes)]
    meant += [
        (f"s{place}_{at}", _step(stop)) for place, lane in enumerate(spec.lanes) for at, stop in enumerate(lane.stops)
    ]
    return {
        ORDER: _source(ordered.order, (spec.title, *_told(order))),
        WHOLE: _source(ordered.graph, (spec.title, *_told([*meant, ("dot", spec.horizon.text)]))),
    }


def _told(meant: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{node}: {text}" for node, text in meant)


def _step(stop: Stop) -> str:
    return f"{stop.id}, {stop.title}"


def _lane(lane: Lane) -> str:
    return f"{lane.number}. {lane.name} ({lane.id})"


def _source(graph: Graph, comments: Iterable[str]) -> str:
    """Put comments before a graph; each stays on its own line, whatever its words."""
    lines = (f"// {_BREAKS.sub(' ', comment)}" for comment in comments)
    return "\n".join((*lines, graph.source))
