"""The path of one department, from left to right, rising to the dot; long paths in several strips."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stip.diagrams import Engine, Graph, lay_out
from stip.scene.columns import Column, columns_graph, fold, make_columns, read_columns
from stip.scene.path_drawing import draw_strips
from stip.scene.spec import PathSpec
from stip.scene.strands import hang_strands, strands_graph
from stip.scene.strip import Strip, make_strip


class PathGraphs(NamedTuple):
    """What the engine gets for a path: the columns of its road, and the strands of its teams when it has any."""

    columns: tuple[Column, ...]
    road: Graph
    teams: Graph | None


def path_graphs(spec: PathSpec) -> PathGraphs:
    """Write the graphs of a path."""
    columns = make_columns(spec)
    return PathGraphs(columns, columns_graph(spec, columns), strands_graph(spec, columns) if spec.strands else None)


def draw_paths(specs: Sequence[PathSpec], engine: Engine, graphs: Sequence[PathGraphs] = ()) -> list[str]:
    """Draw paths as inline SVG, in order; `graphs` are theirs, where they are written already. Raises EngineError."""
    placed = zip(specs, place_paths(specs, engine, graphs), strict=True)
    return [draw_strips(spec, strips) for spec, strips in placed]


def place_paths(specs: Sequence[PathSpec], engine: Engine, graphs: Sequence[PathGraphs] = ()) -> list[list[Strip]]:
    """Put everything of each path in its place, in strips from top to bottom; raises EngineError."""
    graphs = graphs or [path_graphs(spec) for spec in specs]
    teams = {i: one.teams for i, one in enumerate(graphs) if one.teams}
    layouts = lay_out([*(one.road for one in graphs), *teams.values()], engine)
    beside = dict(zip(teams, layouts[len(graphs) :], strict=True))
    found = []
    for i, (spec, one) in enumerate(zip(specs, graphs, strict=True)):
        folded = fold(read_columns(one.columns, layouts[i]))
        strips = [make_strip(spec.id, part, k, len(folded)) for k, part in enumerate(folded)]
        found.append(hang_strands(spec, one.columns, beside.get(i, layouts[i]), strips))
    return found
