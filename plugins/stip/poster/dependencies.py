"""The dashed lines from a step to one on another path that waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stip.poster.layout import Poster
from stip.poster.routes import Ground, crosses, find_route, straighten
from stip.scene.boxes import Rect, around
from stip.scene.sketch import Point, polyline
from stip.scene.spec import MapSpec
from stip.scene.svg import group, path

OVER = frozenset({"done", "stopped"})
CORNER = 3.0
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
        d = _rounded(self.corners)
        return group(
            path(d, "stip-d-arm-under", stroke_width=2.8),
            path(d, "stip-d-arm-line", stroke_width=1.5, stroke_dasharray="5.5 4"),
            path(_arrow(self.corners[-2], self.corners[-1]), "stip-d-arm-head"),
            cls=f"stip-c{self.colour}",
        )


def find_lines(spec: MapSpec, poster: Poster, taken: Sequence[Rect]) -> list[Line]:
    """Find a way for each dependency between two paths that still matters; none goes through a sign."""
    lane_of = {stop.id: i for i, road in enumerate(poster.roads) for stop in road.lane.stops}
    stops = {stop.id: stop for road in poster.roads for stop in road.lane.stops}
    ground = Ground(poster.width, poster.camera.near + 12)
    ground.slow(road.road for road in poster.roads)
    sky = Rect(0, 0, poster.width, poster.camera.horizon + 0.45 * (poster.camera.far - poster.camera.horizon))
    ground.block([sky, *(sign.rect for _, sign in poster.signs), *taken])
    signs = [sign.rect for _, sign in poster.signs]
    ground.open((mark for road in poster.roads for mark in road.marks.values()), signs)
    ends = [
        (first, second)
        for first, second in spec.links
        if lane_of[first] != lane_of[second] and not {stops[first].status, stops[second].status} & OVER
    ]
    ends.sort(key=lambda pair: (abs(lane_of[pair[0]] - lane_of[pair[1]]), pair))
    lines = []
    for first, second in ends:
        start = poster.roads[lane_of[first]].marks[first]
        end = poster.roads[lane_of[second]].marks[second]
        route = find_route(ground, start, end) or []
        ways = (
            [way for way in (straighten(route), route) if not any(crosses(way, rect) for rect in signs)]
            if route
            else []
        )
        if not ways:
            continue
        corners = ways[0]
        lines.append(Line(first, second, poster.roads[lane_of[first]].lane.colour, _short(corners, end)))
    return lines


def _short(corners: Sequence[Point], end: Point) -> tuple[Point, ...]:
    """End the line before the mark, so that its arrow can be seen."""
    (ax, ay), reach = corners[-2], 7.0
    length = max(abs(end[0] - ax) + abs(end[1] - ay), 0.1)
    part = max(0.0, 1 - reach / length)
    kept = [point for point in corners[1:-1] if not around(*end, reach * 0.6).holds(*point)]
    return (corners[0], *kept, (ax + (end[0] - ax) * part, ay + (end[1] - ay) * part))


def _rounded(corners: Sequence[Point]) -> str:
    """Return the line with its corners rounded, as path data."""
    d = f"M{corners[0][0]:.1f} {corners[0][1]:.1f}"
    for (ax, ay), (x, y), (bx, by) in zip(corners, corners[1:], corners[2:], strict=False):
        before, after = max(abs(x - ax) + abs(y - ay), 0.1), max(abs(bx - x) + abs(by - y), 0.1)
        one, other = min(CORNER, before / 2) / before, min(CORNER, after / 2) / after
        d += f"L{x + (ax - x) * one:.1f} {y + (ay - y) * one:.1f}"
        d += f"Q{x:.1f} {y:.1f} {x + (bx - x) * other:.1f} {y + (by - y) * other:.1f}"
    return d + f"L{corners[-1][0]:.1f} {corners[-1][1]:.1f}"


def _arrow(before: Point, tip: Point) -> str:
    length = max(((tip[0] - before[0]) ** 2 + (tip[1] - before[1]) ** 2) ** 0.5, 0.1)
    dx, dy = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    head = (tip[0] + dx * 1.5, tip[1] + dy * 1.5)
    back = (tip[0] - dx * HEAD, tip[1] - dy * HEAD)
    wings = (
        (back[0] - dy * HEAD * 0.6, back[1] + dx * HEAD * 0.6),
        (back[0] + dy * HEAD * 0.6, back[1] - dx * HEAD * 0.6),
    )
    return polyline([head, *wings], closed=True)
