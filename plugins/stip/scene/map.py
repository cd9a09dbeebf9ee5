"""The map of all paths in three cuts: wide with boards and signs, middle and phone with number discs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stip.diagrams import Engine, Graph, lay_out
from stip.scene.map_drawing import draw_map
from stip.scene.map_style import STYLES
from stip.scene.map_view import MapView, place_map
from stip.scene.spec import Cut, Lane, MapSpec
from stip.scene.start import Start, fit_start
from stip.scene.world import Rows, make_rows, order_graph, read_order, read_world, world_graph


class Ordered(NamedTuple):
    """A map of which the order of the lanes is known, by the first graph; the second gives each its place."""

    lanes: tuple[Lane, ...]
    rows: Rows
    start: Start
    order: Graph
    graph: Graph


def order_maps(specs: Sequence[MapSpec], engine: Engine, *, cut: Cut = "wide") -> list[Ordered]:
    """Let the engine find the order of the lanes of each map; raises EngineError."""
    found = []
    free = [order_graph(spec) for spec in specs]
    for spec, order, layout in zip(specs, free, lay_out(free, engine), strict=True):
        lanes, rows = read_order(spec, layout), make_rows(spec)
        start = fit_start(lanes, STYLES[cut])
        graph = world_graph(spec, lanes, rows, start.widths, start.gap)
        found.append(Ordered(lanes, rows, start, order, graph))
    return found


def draw_maps(
    specs: Sequence[MapSpec], engine: Engine, ordered: Sequence[Ordered] = (), *, cut: Cut = "wide"
) -> list[str]:
    """Draw maps as inline SVG, in order; `ordered` is what `order_maps` returned, if known. Raises EngineError."""
    style = STYLES[cut]
    placed = zip(specs, place_maps(specs, engine, ordered, cut=cut), strict=True)
    return [draw_map(spec, view, start, style) for spec, (view, start) in placed]


def place_maps(
    specs: Sequence[MapSpec], engine: Engine, ordered: Sequence[Ordered] = (), *, cut: Cut = "wide"
) -> list[tuple[MapView, Start]]:
    """Put everything on each map in its place; raises EngineError.

    The engine works twice: first the lanes are free and it finds their order, then the order is fixed and it
    gives every lane its place.
    """
    style = STYLES[cut]
    ordered = ordered or order_maps(specs, engine, cut=cut)
    placed = []
    for spec, one, layout in zip(specs, ordered, lay_out([one.graph for one in ordered], engine), strict=True):
        world = read_world(one.lanes, one.rows, layout, spec)
        placed.append((place_map(spec, world, one.start, style), one.start))
    return placed
