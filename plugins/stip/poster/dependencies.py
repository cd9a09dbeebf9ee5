"""The dashed lines from a step to one on another path that waits for it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.pen.paths import Point, curve, polyline
from stip.pen.svg import group, path
from stip.poster.layout import MARK, Poster
from stip.poster.routes import Leg, Traffic, crosses, find_way, survey
from stip.poster.tracks import Tracks
from stip.scene.spec import MapSpec

OVER = frozenset({"done", "stopped"})
ROUND = (13.0, 8.0, 5.0, 3.0, 1.5, 0.7)
"""How far a bend begins before its corner, in mm of A0: the largest that keeps off the signs."""
NEAR = 0.6
HEAD = 4.2


@dataclass(frozen=True)
class Line:
    """A dashed line in the colour of the step that is waited for."""

    first: str
    second: str
    colour: int
    corners: tuple[Point, ...]

    def draw(self, id: str) -> str:  # noqa: A002
        """Draw the line with an arrow at the step that waits."""
        del id
        d = curve(self.corners)
        return group(
            path(d, "stip-d-arm-under", stroke_width=2.8),
            path(d, "stip-d-arm-line", stroke_width=1.5, stroke_dasharray="5.5 4"),
            path(_arrow(self.corners[-2], self.corners[-1]), "stip-d-arm-head"),
            cls=f"stip-c{self.colour}",
        )


def find_lines(spec: MapSpec, poster: Poster, taken: Sequence[Rect]) -> list[Line]:
    """Find a way for each dependency between two paths that still matters; none goes through a sign."""
    ground, traffic = survey(poster), Traffic()
    lane_of = {stop.id: i for i, road in enumerate(poster.roads) for stop in road.lane.stops}
    ways: dict[tuple[str, str], list[Leg]] = {}
    for first, second in _ends(spec, poster):
        one, other = lane_of[first], lane_of[second]
        marks = (poster.roads[one].marks[first], poster.roads[other].marks[second])
        slots, legs = find_way(ground, traffic, first, marks, (ground.channels[one], ground.channels[other]))
        traffic.take(first, slots, legs)
        ways[first, second] = legs
    tracks = Tracks(poster, ground, taken)
    bends: dict[tuple[str, Leg], list[Point]] = {}
    lengthy = sorted({(first, leg) for (first, _), legs in ways.items() for leg in legs}, key=_length)
    for first, leg in lengthy:
        bends[first, leg] = tracks.bend(leg, first)
    signs = [sign.rect for _, sign in poster.signs]
    lines = []
    for (first, second), legs in ways.items():
        corners = [point for leg in legs for point in bends[first, leg]]
        x, y = corners[-1]
        smooth = _smooth(_distinct(corners), signs)
        ended = _ended(smooth, (x, y), MARK * poster.camera.scale(y) ** 0.5 + 2.6)
        lines.append(Line(first, second, poster.roads[lane_of[first]].lane.colour, tuple(ended)))
    return lines


def _length(item: tuple[str, Leg]) -> tuple[float, str, int, Point, Point]:
    net, leg = item
    return abs(leg.start[1] - leg.end[1]), net, leg.channel, leg.start, leg.end


def _ends(spec: MapSpec, poster: Poster) -> list[tuple[str, str]]:
    """Return the dependencies between two paths of which both steps are still to come; the nearest ends first."""
    lane_of = {stop.id: i for i, road in enumerate(poster.roads) for stop in road.lane.stops}
    stops = {stop.id: stop for road in poster.roads for stop in road.lane.stops}
    found = [
        (first, second)
        for first, second in spec.links
        if lane_of[first] != lane_of[second] and not {stops[first].status, stops[second].status} & OVER
    ]
    return sorted(found, key=lambda pair: (abs(lane_of[pair[0]] - lane_of[pair[1]]), pair))


def _distinct(corners: Sequence[Point]) -> list[Point]:
    """Leave out points that come twice, and those on a straight line between their neighbours."""
    points = [corners[0]]
    for point in corners[1:]:
        if math.dist(point, points[-1]) > 0.3:
            points.append(point)
    kept = points[:1]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        across = (here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0])
        if abs(across) > 0.02 * math.dist(before, here) * math.dist(here, after):
            kept.append(here)
    return [*kept, points[-1]] if len(points) > 1 else points


def _smooth(corners: Sequence[Point], signs: Sequence[Rect]) -> list[Point]:
    """Return the line with round bends, each as wide as the signs about it leave room."""
    points = [corners[0]]
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        near = [rect for rect in signs if rect.holds(*here, 24)]
        grown = [Rect(rect.x - NEAR, rect.y - NEAR, rect.w + 2 * NEAR, rect.h + 2 * NEAR) for rect in near]
        bend: list[Point] = []
        for reach in ROUND:
            bend = list(_bend(before, here, after, reach))
            if not any(crosses(bend, rect) for rect in grown):
                break
        points += bend
    return [*points, corners[-1]]


def _bend(before: Point, here: Point, after: Point, reach: float) -> Iterator[Point]:
    """Yield points of a round corner (a quadratic curve), at most half way to the corners beside it."""
    one = min(reach, math.dist(before, here) / 2) / math.dist(before, here)
    other = min(reach, math.dist(here, after) / 2) / math.dist(here, after)
    (ax, ay), (x, y), (bx, by) = before, here, after
    start, end = (x + (ax - x) * one, y + (ay - y) * one), (x + (bx - x) * other, y + (by - y) * other)
    for i in range(6):
        part = i / 5
        p, q, r = (1 - part) ** 2, 2 * part * (1 - part), part * part
        yield p * start[0] + q * x + r * end[0], p * start[1] + q * y + r * end[1]


def _ended(points: Sequence[Point], mark: Point, reach: float) -> list[Point]:
    """End the line before the mark, so that its arrow can be seen."""
    # Bends that touch have a point in common, and an arrow needs two points to point.
    points = [here for before, here in zip([(math.inf, 0.0), *points], points, strict=False) if before != here]
    kept = [point for point in points if math.dist(point, mark) > reach] or [points[0]]
    last = points[len(kept)] if len(kept) < len(points) else mark
    away = math.dist(kept[-1], mark)
    if away > reach:
        part = (away - reach) / max(away, 0.1)
        end = (kept[-1][0] + (last[0] - kept[-1][0]) * part, kept[-1][1] + (last[1] - kept[-1][1]) * part)
        if math.dist(end, kept[-1]) > 0.5:
            kept.append(end)
    return kept if len(kept) > 1 else [points[0], mark]


def _arrow(before: Point, tip: Point) -> str:
    length = max(math.dist(before, tip), 0.1)
    dx, dy = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    head = (tip[0] + dx * 1.5, tip[1] + dy * 1.5)
    back = (tip[0] - dx * HEAD, tip[1] - dy * HEAD)
    wings = (
        (back[0] - dy * HEAD * 0.6, back[1] + dx * HEAD * 0.6),
        (back[0] + dy * HEAD * 0.6, back[1] - dx * HEAD * 0.6),
    )
    return polyline([head, *wings], closed=True)
