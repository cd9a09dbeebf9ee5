"""The roads on the poster with their patterns, and the marks of steps on them."""

from __future__ import annotations

import math

from stip.poster.layout import MARK, Poster, RoadView
from stip.scene.marks import INTERVENTION, status_mark
from stip.scene.patterns import draw_pattern
from stip.scene.roadway import draw_edges
from stip.scene.spec import Stop
from stip.scene.svg import element, group, path

BOLD = 1.7
DASHES = 6
"""Strokes of the edge of an idea."""


def draw_road(id: str, view: RoadView, *, bold: bool = False) -> str:  # noqa: A002
    """Draw a road; in planks where it stops short of the dot. Without colour its pattern is bolder."""
    road, planks = view.road, []
    if view.lane.open_end:
        top = min((y for _, y in view.marks.values()), default=road.points[0][1])
        full = next((d for d, p in zip(road.distances, road.points, strict=True) if p[1] < top - 8), road.length * 0.6)
        planks = list(road.dashes(full + 6, road.length, 10, 7))
        road = road.piece(0, full)
    pattern = (
        path(d, "stip-d-pattern", stroke_width=width * (BOLD if bold else 1))
        for d, width in draw_pattern(road, view.lane.number)
    )
    return group(
        path(road.surface(), "stip-d-road"),
        *pattern,
        *draw_edges(road, f"{id}-{view.lane.id}", 2),
        *(path(plank.surface(), "stip-d-road stip-d-plank") for plank in planks),
        cls=f"stip-c{view.lane.colour}",
    )


def step_mark(id: str, stop: Stop, x: float, y: float, r: float) -> str:  # noqa: A002
    """Draw the mark of a step, centred; of an idea the edge is broken, so that it is not taken for a plan."""
    if stop.status != "idea" or stop.kind == INTERVENTION:
        return status_mark(id, stop, x, y, r)
    inner = r * 0.74
    turn = math.tau * inner / DASHES
    return element("circle", cls="stip-d-disc-hole", cx=x, cy=y, r=r) + element(
        "circle",
        cls="stip-d-mark",
        cx=x,
        cy=y,
        r=inner,
        stroke_width=max(0.7, r * 0.22),
        stroke_dasharray=f"{turn * 0.6:.2f} {turn * 0.4:.2f}",
    )


def draw_marks(id: str, view: RoadView, poster: Poster) -> str:  # noqa: A002
    """Draw the mark of each step of a road."""
    drawn = []
    for stop in view.lane.stops:
        x, y = view.marks[stop.id]
        drawn.append(step_mark(id, stop, x, y, MARK * poster.camera.scale(y) ** 0.5))
    return group(*drawn, cls=f"stip-c{view.lane.colour}")
