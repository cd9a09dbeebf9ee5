"""The course of each road, from its board to under the sun, and the heights of the marks on it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stip.pen.paths import Point
from stip.poster.boards import NameBoard
from stip.poster.columns import Sign, spread
from stip.poster.view import UNDER, View, half_at
from stip.scene.road import Road
from stip.scene.spec import Lane

SAMPLES = 60
MARK = 6.0
"""Radius of the nearest mark."""
BEYOND = 10.0
"""So far a road that ends in a step of another goes on beyond its own last step."""


@dataclass(frozen=True)
class RoadView:
    """The road of a lane on paper; `x` is its place at the start line, beyond which it bends to its board."""

    lane: Lane
    x: float
    road: Road
    marks: Mapping[str, Point]
    half: float = 0.0
    """Half the width of the road at the start line."""


def lay_road(lane: Lane, number: int, view: View, signs: Sequence[Sign]) -> RoadView:
    """Return the road of a lane with the marks of its signs."""
    camera, plot, board = view.camera, view.plots[number], view.boards[number]
    marks = mark_heights(number, view, signs)
    end = camera.horizon + (0.6 if not lane.open_end else (camera.far - camera.horizon) * 0.7)
    if lane.joins:  # a line leads on from its last step
        end = min(marks.values()) - BEYOND
    near = camera.near
    heights = [near - (near - end) * (i / SAMPLES) ** 0.85 for i in range(SAMPLES + 1)]
    points = [*_approach((plot.road, near), board), *((camera.x(plot.road, y), y) for y in heights[1:])]
    road = Road(tuple(points), tuple(half_at(camera, y, plot.half) for _, y in points))
    places = {key: (camera.x(plot.road, y), y) for key, y in marks.items()}
    return RoadView(lane, plot.road, road, places, plot.half)


def _approach(start: Point, board: NameBoard) -> list[Point]:
    """Return the road from its board, between the boards of higher rows, to the start line."""
    corners = [
        start,
        (start[0], start[1] + UNDER),
        *board.way,
        (board.x, board.rect.y + 2),
        (board.x, board.rect.y + 6),
    ]
    points: list[Point] = []
    for (ax, ay), (bx, by) in itertools.pairwise(corners):
        steps = 1 if abs(ax - bx) < 0.5 else 10
        for i in range(steps):
            part = i / steps
            points.append((ax + (bx - ax) * part * part * (3 - 2 * part), ay + (by - ay) * part))
    return [corners[-1], *reversed(points)]


def mark_heights(number: int, view: View, signs: Sequence[Sign]) -> dict[str, float]:
    """Return the height of each mark: level with its sign, as far as the stretch of its own time goes."""
    timeline, camera = view.timeline, view.camera
    middles = {sign.stop.id: sign.rect.y + sign.rect.h / 2 for sign in signs}
    found: dict[str, float] = {}
    for part, low, high in zip(timeline.stretches, timeline.borders, timeline.borders[1:], strict=False):
        ids = part.steps[number]
        bottom, top = low - 1, high + 1
        size = min(2.4 * MARK * camera.scale(top) ** 0.5, (bottom - top) / max(len(ids), 1))
        ids = tuple(sorted(ids, key=lambda key: -middles[key]))
        wanted = [min(max(middles[key], top), bottom) for key in ids]
        placed = spread(wanted, [size] * len(ids), top, bottom, gap=0.0)
        found |= dict(zip(ids, placed or wanted, strict=True))
    return found
