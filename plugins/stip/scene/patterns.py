"""The twelve patterns on the roads, drawn along any road and shrinking with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from stip.pen.paths import Point, polyline
from stip.scene.road import Road

COUNT = 12
LEAST_HALF = 2.2
"""Where the road is narrower than twice this, in px, a pattern is only dirt and is left out."""

Stroke = list[tuple[float, float]]
"""Points of one motif: along the road in half widths, across as part of the half width."""


def pattern_number(lane_number: int) -> int:
    """Return the pattern, 1 to 12: from the thirteenth path on another one than goes with its colour."""
    turn, place = divmod(lane_number - 1, COUNT)
    return (place + 5 * turn) % COUNT + 1


def draw_pattern(road: Road, lane_number: int, start: float = 0.0, end: float | None = None) -> list[tuple[str, float]]:
    """Return the pattern between two distances: path data and stroke width, broadest first."""
    pitch, motif = _MOTIFS[pattern_number(lane_number) - 1]
    end = road.length if end is None else end
    by_width: dict[float, list[str]] = {}
    at = start
    turn = 0
    while at < end:
        half = road.at(at).half
        if half < LEAST_HALF or at + pitch * half > end + 0.3 * pitch * half:
            break
        width = round(max(0.7, half * 0.13) * 2) / 2
        for stroke in motif(turn):
            points: list[Point] = [road.at(at + along * half).across(across) for along, across in stroke]
            by_width.setdefault(width, []).append(polyline(points))
        at += pitch * half
        turn += 1
    return [("".join(strokes), width) for width, strokes in sorted(by_width.items(), reverse=True)]


def _dashes(_: int) -> Iterator[Stroke]:
    yield [(0.6, 0), (1.6, 0), (2.6, 0)]


def _hatch(_: int) -> Iterator[Stroke]:
    yield [(0.0, -0.72), (1.1, 0.72)]


def _bars(_: int) -> Iterator[Stroke]:
    yield [(0.4, -0.72), (0.4, 0.72)]


def _dots(_: int) -> Iterator[Stroke]:
    yield [(0.3, 0.4), (0.42, 0.4)]
    yield [(0.3, -0.4), (0.42, -0.4)]


def _two_lines(_: int) -> Iterator[Stroke]:
    yield [(0, 0.34), (1.5, 0.34), (3, 0.34)]
    yield [(0, -0.34), (1.5, -0.34), (3, -0.34)]


def _chevrons(_: int) -> Iterator[Stroke]:
    yield [(0.2, 0.6), (0.95, 0), (0.2, -0.6)]


def _wave(_: int) -> Iterator[Stroke]:
    yield [(i * 0.45, 0.5 * math.sin(i * math.pi / 4)) for i in range(9)]


def _crosses(_: int) -> Iterator[Stroke]:
    yield [(0.3, -0.42), (1.15, 0.42)]
    yield [(0.3, 0.42), (1.15, -0.42)]


def _one_line(_: int) -> Iterator[Stroke]:
    yield [(0, 0), (1.5, 0), (3, 0)]


def _diamonds(_: int) -> Iterator[Stroke]:
    yield [(0.2, 0), (0.85, 0.48), (1.5, 0), (0.85, -0.48), (0.2, 0)]


def _double_slant(_: int) -> Iterator[Stroke]:
    yield [(1.0, -0.72), (0.1, 0.72)]
    yield [(1.55, -0.72), (0.65, 0.72)]


def _dash_dot(_: int) -> Iterator[Stroke]:
    yield [(0.3, 0), (1.2, 0), (2.1, 0)]
    yield [(3.0, 0), (3.12, 0)]


_MOTIFS: tuple[tuple[float, Callable[[int], Iterator[Stroke]]], ...] = (
    (4.2, _dashes),
    (0.95, _hatch),
    (1.0, _bars),
    (1.0, _dots),
    (3.0, _two_lines),
    (1.7, _chevrons),
    (3.6, _wave),
    (1.9, _crosses),
    (3.0, _one_line),
    (1.9, _diamonds),
    (2.3, _double_slant),
    (3.9, _dash_dot),
)
"""Per pattern: the distance between motifs in half widths, and the motif."""
