"""The path of one department, from left to right, rising to the dot; long paths in several strips."""

from __future__ import annotations

from collections.abc import Sequence

from stip.diagrams import Engine, lay_out
from stip.scene.columns import columns_graph, fold, make_columns, read_columns
from stip.scene.path_drawing import draw_strips
from stip.scene.spec import PathSpec
from stip.scene.strands import hang_strands, strands_graph
from stip.scene.strip import Strip, make_strip


def draw_paths(specs: Sequence[PathSpec], engine: Engine) -> list[str]:
    """Draw paths as inline SVG, in order; raises EngineError."""
    return [draw_strips(spec, strips) for spec, strips in zip(specs, place_paths(specs, engine), strict=True)]


def place_paths(specs: Sequence[PathSpec], engine: Engine) -> list[list[Strip]]:
    """Put everything of each path in its place, in strips from top to bottom; raises EngineError."""
    columns = [make_columns(spec) for spec in specs]
    graphs = [columns_graph(spec, cols) for spec, cols in zip(specs, columns, strict=True)]
    teams = {i: strands_graph(spec, columns[i]) for i, spec in enumerate(specs) if spec.strands}
    layouts = lay_out([*graphs, *teams.values()], engine)
    beside = dict(zip(teams, layouts[len(graphs) :], strict=True))
    found = []
    for i, (spec, cols) in enumerate(zip(specs, columns, strict=True)):
        folded = fold(read_columns(cols, layouts[i]))
        strips = [make_strip(spec.id, part, k, len(folded)) for k, part in enumerate(folded)]
        found.append(hang_strands(spec, cols, beside.get(i, layouts[i]), strips))
    return found
