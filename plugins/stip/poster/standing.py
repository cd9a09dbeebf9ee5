"""Stand the signs of all lanes in an arrangement, and move the borders of time to where the signs ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stip.poster.columns import Column, Sign, stand
from stip.poster.courses import mark_heights
from stip.poster.plots import BESIDE
from stip.poster.timeline import suit
from stip.poster.view import UNDER, Task, View, half_at, highest, letter_at

LOWER = (0.0, 18.0, 40.0, 70.0)
"""So much lower the highest sign of a column may have to stand."""
SUITED = 4
LEVEL = 5.0
"""So little, in mm all together, marks may be above or below their signs before borders of time are moved for it."""


def stand_lane(task: Task, i: int, view: View, size: float) -> list[Sign] | None:
    """Stand the signs of a lane in its columns; None when they do not fit."""
    camera, plot, wanted = view.camera, view.plots[i], view.timeline.wanted
    signs: list[Sign] = []

    def letter(y: float) -> float:
        return max(task.least, size * letter_at(task, camera, y))

    def at_left(top: float, bottom: float) -> tuple[float, float]:
        heights = (top, (top + bottom) / 2, bottom)
        edge = min(camera.x(plot.road, y) - half_at(camera, y, plot.half) for y in heights) - BESIDE
        return max(plot.edges(camera, y)[0] for y in heights), edge

    def at_right(top: float, bottom: float) -> tuple[float, float]:
        heights = (top, (top + bottom) / 2, bottom)
        edge = max(camera.x(plot.road, y) + half_at(camera, y, plot.half) for y in heights) + BESIDE
        return edge, min(plot.edges(camera, y)[1] for y in heights)

    for own in plot.columns:
        marks = [
            (stop, camera.x(plot.road, wanted[stop.id]), wanted[stop.id])
            for stop in task.lanes[i].stops
            if stop.id in own.stops
        ]
        if not marks:
            continue
        # Where the far end of a column is too narrow for its last signs, they stand lower.
        columns = (
            Column(at_left if own.left else at_right, highest(camera) + lower, camera.near + UNDER, own.left)
            for lower in LOWER
        )
        tried = (stand(marks, column, letter, task.whole) for column in columns)
        found = next((found for found in tried if found is not None), None)
        if found is None:
            return None
        signs += found
    order = {stop.id: place for place, stop in enumerate(task.lanes[i].stops)}
    return sorted(signs, key=lambda sign: order[sign.stop.id])


def suited(
    task: Task, view: View, size: float, found: Sequence[Sequence[Sign]]
) -> tuple[View, Sequence[Sequence[Sign]]]:
    """Move the borders of time as the signs ask, as long as that brings more marks level with their signs."""
    for _ in range(SUITED if _apart(view, found) > LEVEL else 0):
        columns = [
            {sign.stop.id: sign.rect.y + sign.rect.h / 2 for sign in signs if sign.left == left}
            for signs in found
            for left in (False, True)
        ]
        tried = replace(view, timeline=suit(view.timeline, task.rows, columns))
        moved = [stand_lane(task, i, tried, size) for i in range(len(task.lanes))]
        if any(signs is None for signs in moved):
            break
        signs = [own or [] for own in moved]
        if _apart(tried, signs) >= _apart(view, found):
            break
        view, found = tried, signs
    return view, found


def _apart(view: View, found: Sequence[Sequence[Sign]]) -> float:
    """Return how far marks are above or below their signs, all together."""
    total = 0.0
    for i, signs in enumerate(found):
        marks = mark_heights(i, view, signs)
        for sign in signs:
            y = marks[sign.stop.id]
            total += max(0.0, sign.rect.y - y, y - sign.rect.bottom)
    return total
