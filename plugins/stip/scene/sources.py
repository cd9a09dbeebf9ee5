"""Sources: what Graphviz gets for a drawing, with words on its nodes and comments that say what each node is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from stip.diagrams.dot import Label, write_labels
from stip.scene.strands import node_name
from stip.text.fonts import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stip.diagrams import Graph
    from stip.scene.columns import Column
    from stip.scene.map import Ordered
    from stip.scene.path import PathGraphs
    from stip.scene.spec import Lane, MapSpec, PathSpec, Stop

WHOLE, ORDER, TEAMS = "", "order", "teams"
"""The parts: the drawing itself, the order of its lanes, which is found before, and the teams beside a path."""
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SIZES = (8, 7, 6, 5, 4, 3, 2)
"""Letters in points, in order of liking: whoever looks can come closer."""
_LEADING = 1.2
_ROW, _SIGN, _STRAND = 12.0, 36.0, 24.0
"""How high words may be, in points: between rows of a map, beside a road, and between strands."""
_LANE, _BEAD, _HORIZON = 36.0, 64.0, 240.0
"""How wide words may be, in points: those of a lane without a width yet, of a step of a team, and of the dot."""


def path_sources(spec: PathSpec, graphs: PathGraphs) -> dict[str, str]:
    """Return the DOT texts of a path by part."""
    titles = {stop.id: stop for stop in spec.lane.stops}
    meant = [
        (f"m{place}", _step(titles[column.id]) if column.sign else column.id)
        for place, column in enumerate(graphs.columns)
    ]
    found = {WHOLE: _source(graphs.road, (spec.title, *_told(meant)), _signs(spec, graphs.columns))}
    if graphs.teams:
        strands = [
            (node_name(number, place), stop, f"{strand.lane.name}: {_step(stop)}")
            for number, strand in enumerate(spec.strands)
            for place, stop in enumerate(strand.lane.stops)
        ]
        labels = [
            *(
                _label(f"m{place}", titles[column.id].title, column.room, _STRAND, _step(titles[column.id]))
                for place, column in enumerate(graphs.columns)
                if column.sign
            ),
            *(_label(node, stop.title, _BEAD, _STRAND, told) for node, stop, told in strands),
        ]
        beside = [(node, told) for node, _, told in strands]
        found[TEAMS] = _source(graphs.teams, (spec.title, *_told([*meant, *beside])), labels)
    return found


def map_sources(spec: MapSpec, ordered: Ordered) -> dict[str, str]:
    """Return the DOT texts of a map by part."""
    order = [(f"n{place}_0", _lane(lane)) for place, lane in enumerate(spec.lanes)]
    lanes = [(f"l{place}", _lane(lane)) for place, lane in enumerate(spec.lanes)]
    stops = [
        (f"s{place}_{at}", lane, stop) for place, lane in enumerate(spec.lanes) for at, stop in enumerate(lane.stops)
    ]
    meant = [*lanes, *((node, _step(stop)) for node, _, stop in stops), ("dot", spec.horizon.text)]
    rooms = {lane.id: width for lane, width in zip(ordered.lanes, ordered.start.widths, strict=True)}
    labels = [
        *(_board(node, lane, rooms[lane.id]) for (node, _), lane in zip(lanes, spec.lanes, strict=True)),
        *(_label(node, stop.title, rooms[lane.id], _ROW, _step(stop)) for node, lane, stop in stops),
        _label("dot", spec.horizon.text, _HORIZON, _ROW, spec.horizon.text),
    ]
    free = [_board(node, lane, _LANE) for (node, _), lane in zip(order, spec.lanes, strict=True)]
    return {
        ORDER: _source(ordered.order, (spec.title, *_told(order)), free),
        WHOLE: _source(ordered.graph, (spec.title, *_told(meant)), labels),
    }


def _signs(spec: PathSpec, columns: Sequence[Column]) -> Iterator[Label]:
    """Yield the words of each column, on the node that has room for them: that of its sign, else that on the road."""
    others = {"start": spec.start_text, "today": spec.today_text, "sun": spec.horizon.text, "end": spec.lane.open_end}
    titles = {stop.id: stop for stop in spec.lane.stops}
    for place, column in enumerate(columns):
        if stop := titles.get(column.id) if column.sign else column.ghost.stop if column.ghost else None:
            told = (stop.title, *(column.ghost.text.lines if column.ghost else ()))
            above, text, whole = column.side == "above", " ".join(told), _step(stop)
        else:
            above, text = bool(column.above), others.get(column.id, "")
            whole = text
        node, room = ("a", column.above) if above else ("b", column.below) if stop else ("m", column.room)
        if text:
            yield _label(f"{node}{place}", text, room, _SIGN, whole)


def _board(node: str, lane: Lane, room: float) -> Label:
    return _label(node, f"{lane.number}. {lane.name}", room, _ROW, _lane(lane))


def _label(node: str, text: str, room: float, height: float, told: str) -> Label:
    """Write words in the largest letter with which none is broken or left out, if there is one."""
    lines: tuple[str, ...] = ("",)
    text, size = _BREAKS.sub(" ", text), 0
    whole = "".join(text.split())
    for size in _SIZES:
        lines = wrapped(text, "plain", size, room, max(1, int(height / size / _LEADING)))
        if "".join(lines).replace(" ", "") == whole:
            break
    return Label(node, lines, size, _BREAKS.sub(" ", told))


def _told(meant: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{node}: {text}" for node, text in meant)


def _step(stop: Stop) -> str:
    return f"{stop.id}, {stop.title}"


def _lane(lane: Lane) -> str:
    return f"{lane.number}. {lane.name} ({lane.id})"


def _source(graph: Graph, comments: Iterable[str], labels: Iterable[Label]) -> str:
    """Put comments before a graph and words on its nodes; each comment stays on its own line, whatever its words."""
    lines = (f"// {_BREAKS.sub(' ', comment)}" for comment in comments)
    return "\n".join((*lines, write_labels(graph, labels)))
