"""Ghosts: where a step stood before it moved, as a pale place beside the road, with a dashed way to where it stands."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stip.pen.paths import Point, curve, polyline
from stip.pen.sketch import board, hand, stroke, wavering
from stip.pen.svg import element, group, link, path
from stip.scene import path_style as style
from stip.scene.ghost_sign import BETWEEN, PAD, TOP, GhostSign
from stip.scene.road import Road
from stip.scene.signs import focus_ring
from stip.scene.spec import Stop
from stip.scene.strip import Spot, Strip

_LANES = ((1, 9.0), (-1, 9.0), (1, 17.0), (-1, 17.0))
"""The ways beside the road: the side (1 is below) and how far off, in px; signs hang further off than any."""
_RAMP = 60.0
"""In so many px a way leaves the road, and comes back to it."""
_STRIDE = 12.0
_WING = 11.0


def draw_ghost(prefix: str, sign: GhostSign, spot: Spot) -> str:
    """Draw the dashed ring on the road, its post and its board; together they lead to the step."""
    box, (x, y) = spot.sign, spot.mark
    if box is None:
        return ""
    stop, dice = sign.stop, hand(prefix, sign.stop.id, "ghost")
    end = box.bottom if box.y < y else box.y
    start = y + (-spot.radius if box.y < y else spot.radius)
    top = box.y + TOP
    return link(
        stop.href,
        f"{stop.title}, {stop.ghost.text if stop.ghost else ''}",
        path(stroke((x, start), (x, end), dice, 0.3), "stip-d-post stip-d-post--ghost"),
        element("circle", cls="stip-d-ghost", cx=x, cy=y, r=spot.radius * 0.95),
        path(board(box.x, box.y, box.w, box.h, dice), "stip-d-plate stip-d-plate--ghost"),
        sign.title.draw(box.x + PAD, top, "stip-d-ink2"),
        sign.text.draw(box.x + PAD, top + sign.title.height + BETWEEN, "stip-d-ink2"),
        focus_ring(box.x, box.y, box.w, box.h),
        cls="stip-d-ghosts",
        id=f"{prefix}-ghost-{stop.id}",
    )


@dataclass(frozen=True)
class _Move:
    """A way from a ghost to its step; each end is a strip and a spot in it."""

    stop: Stop
    start: tuple[int, Spot]
    end: tuple[int, Spot]

    @property
    def span(self) -> tuple[float, float]:
        """Both ends along all strips, the first first."""
        ends = sorted(strip * style.WIDTH + spot.x for strip, spot in (self.start, self.end))
        return ends[0], ends[1]


def draw_moves(prefix: str, strips: Sequence[Strip]) -> list[str]:
    """Draw, for each strip, the ways from ghosts to where their steps stand; none lies over another."""
    drawn: list[list[str]] = [[] for _ in strips]
    busy: list[list[tuple[float, float]]] = [[] for _ in _LANES]
    for move in sorted(_moves(strips), key=lambda move: move.span):
        first, last = move.span
        free = (lane for lane, spans in enumerate(busy) if all(end < first or last < begin for begin, end in spans))
        lane = next(free, None)
        if lane is None:  # so many cross here that one more way would tell nobody anything
            continue
        busy[lane].append(move.span)
        for strip, way in _ways(move, strips, *_LANES[lane]):
            drawn[strip].append(_draw(f"{prefix}-{strip}-{move.stop.id}", way, ends=strip == move.end[0]))
    return [group(*parts, cls="stip-d-ghosts") for parts in drawn]


def _moves(strips: Sequence[Strip]) -> Iterator[_Move]:
    spots = {spot.column.id: (strip.index, spot) for strip in strips for spot in strip.spots}
    for strip in strips:
        for spot in strip.spots:
            ghost = spot.column.ghost
            if ghost and ghost.stop.id in spots:
                yield _Move(ghost.stop, (strip.index, spot), spots[ghost.stop.id])


def _ways(move: _Move, strips: Sequence[Strip], side: int, off: float) -> Iterator[tuple[int, list[Point]]]:
    """Yield the line of a way in every strip that it runs through, in the order in which it is walked."""
    (begin, ghost), (end, step) = move.start, move.end
    onward = 1 if (begin, ghost.x) <= (end, step.x) else -1
    for index in range(begin, end + onward, onward):
        road = strips[index].road
        edges = (0.0, road.length) if onward > 0 else (road.length, 0.0)
        start = road.distance_at_x(ghost.x) + onward * (ghost.radius + 2) if index == begin else edges[0]
        stop = road.distance_at_x(step.x) - onward * (step.radius + 5) if index == end else edges[1]
        if (stop - start) * onward > 0:
            yield index, _beside(road, start, stop, side, off, leaves=index == begin, returns=index == end)


def _beside(
    road: Road, start: float, stop: float, side: int, off: float, *, leaves: bool, returns: bool
) -> list[Point]:
    """Return points beside the road between two distances; it leaves from a ghost and returns to a step."""
    length = abs(stop - start)
    count = max(8, round(length / _STRIDE))
    ramp = min(_RAMP, length / 2)
    points = []
    for i in range(count + 1):
        gone = length * i / count
        place = road.at(start + (stop - start) * i / count)
        near = min(gone if leaves else ramp, length - gone if returns else ramp, ramp) / ramp
        away = (place.half + off) * (0.18 + 0.82 * near * near * (3 - 2 * near))
        points.append((place.x - side * place.nx * away, place.y - side * place.ny * away))
    return points


def _draw(seed: str, way: list[Point], *, ends: bool) -> str:
    d = curve(wavering(way, hand(seed), 0.25))
    head = ""
    if ends:
        (ax, ay), (x, y) = way[-2:]
        angle = math.atan2(y - ay, x - ax)
        wings = [(x - _WING * math.cos(angle + turn), y - _WING * math.sin(angle + turn)) for turn in (0.42, -0.42)]
        head = polyline([wings[0], (x, y), wings[1]], closed=True)
    return (
        path(d + head, "stip-d-arm-under")
        + path(d, "stip-d-arrow stip-d-arrow--ghost")
        + path(head, "stip-d-arrow stip-d-arrow--head")
    )
