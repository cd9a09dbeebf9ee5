"""The roads on the poster with their patterns, and the marks of steps on them."""

from __future__ import annotations

from stip.poster.layout import MARK, Poster, RoadView
from stip.scene.marks import status_mark
from stip.scene.patterns import draw_pattern
from stip.scene.roadway import draw_edges
from stip.scene.svg import group, path

BOLD = 1.7


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


def draw_marks(id: str, view: RoadView, poster: Poster) -> str:  # noqa: A002
    """Draw the mark of each step of a road."""
    drawn = []
    for stop in view.lane.stops:
        x, y = view.marks[stop.id]
        drawn.append(status_mark(id, stop, x, y, MARK * poster.camera.scale(y) ** 0.5))
    return group(*drawn, cls=f"stip-c{view.lane.colour}")
