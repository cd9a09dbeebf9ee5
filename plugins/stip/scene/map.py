"""The map of all paths in three cuts: wide with boards and signs, middle and phone with number discs."""

from __future__ import annotations

from collections.abc import Sequence

from stip.diagrams import Engine, lay_out
from stip.scene.map_drawing import draw_map
from stip.scene.map_style import STYLES
from stip.scene.map_view import MapView, place_map
from stip.scene.spec import Cut, MapSpec
from stip.scene.start import Start, fit_start
from stip.scene.world import make_rows, order_graph, read_order, read_world, world_graph


def draw_maps(specs: Sequence[MapSpec], engine: Engine, *, cut: Cut = "wide") -> list[str]:
    """Draw maps as inline SVG, in order; raises EngineError."""
    style = STYLES[cut]
    placed = zip(specs, place_maps(specs, engine, cut=cut), strict=True)
    return [draw_map(spec, view, start, style) for spec, (view, start) in placed]


def place_maps(specs: Sequence[MapSpec], engine: Engine, *, cut: Cut = "wide") -> list[tuple[MapView, Start]]:
    """Put everything on each map in its place; raises EngineError.

    The engine works twice: first the lanes are free and it finds their order, then the order is fixed and it
    gives every lane its place.
    """
    style = STYLES[cut]
    rows = [make_rows(spec) for spec in specs]
    free = lay_out([order_graph(spec) for spec in specs], engine)
    orders = [read_order(spec, layout) for spec, layout in zip(specs, free, strict=True)]
    starts = [fit_start(order, style) for order in orders]
    graphs = [
        world_graph(spec, order, row, start.widths, start.gap)
        for spec, order, row, start in zip(specs, orders, rows, starts, strict=True)
    ]
    placed = []
    for spec, order, row, start, layout in zip(specs, orders, rows, starts, lay_out(graphs, engine), strict=True):
        world = read_world(order, row, layout, spec)
        placed.append((place_map(spec, world, start, style), start))
    return placed
