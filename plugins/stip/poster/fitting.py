"""Find the largest letter with which everything stands, and the arrangement that goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stip.poster.columns import Sign
from stip.poster.needs import Letter
from stip.poster.plots import Plan, least_plan
from stip.poster.standing import stand_lane, suited
from stip.poster.view import UNDER, Task, View, highest, make_view, spots_of

FIRST = 9.0
"""The letter that the first idea is made for, in mm of A0."""
FINE = 0.12
SETTLE = 3
"""So many arrangements are reckoned before signs are stood in one."""
TRIES = 14
WIDER = 1.05
"""A column whose signs do not fit, though they should, gets this much more."""
SMALLER = 0.985


@dataclass(frozen=True)
class Fit:
    """An arrangement with its signs, lane by lane, and the letter of the nearest."""

    view: View
    signs: Sequence[Sequence[Sign]]
    size: float


def find_letter(task: Task) -> Fit | None:
    """Find the largest letter with which everything stands; None when not even the least does."""
    plan = Plan.even(task.lanes, task.width - 2 * task.margin)
    most = max(task.largest, task.least)
    size, view, extra = min(most, FIRST), None, [1.0] * len(task.lanes)
    for turn in range(SETTLE + TRIES):
        view = make_view(task, plan, size, task.engine if turn >= SETTLE else None, view)
        if turn >= SETTLE:
            found = [stand_lane(task, i, view, size) for i in range(len(task.lanes))]
            if all(signs is not None for signs in found):
                return Fit(*suited(task, view, size, [signs or [] for signs in found]), size)
            extra = [more * (1.0 if own is not None else WIDER) for more, own in zip(extra, found, strict=True)]
            most = size * SMALLER if turn < SETTLE + TRIES - 3 else task.least
        better = _largest(task, view, extra, max(most, task.least))
        if better is not None:
            size, plan = better
        elif turn < SETTLE:
            size = task.least
        else:
            return None
    return None


def _largest(task: Task, view: View, extra: Sequence[float], most: float) -> tuple[float, Plan] | None:
    """Return the largest letter for which all columns have the width that they need, with those widths."""
    height = view.camera.near + UNDER - highest(view.camera)
    room = task.width - 2 * task.margin
    all_spots = [
        spots_of(task, i, view, frozenset(stop.id for stop in lane.stops)) for i, lane in enumerate(task.lanes)
    ]

    def plan(size: float) -> Plan | None:
        return least_plan(task.lanes, all_spots, extra, Letter(size, task.least, task.whole), height, room)

    best = plan(most)
    if best is not None:
        return most, best
    low, high = task.least, most
    best = plan(low)
    if best is None:
        return None
    while high - low > FINE:
        middle = (low + high) / 2
        found = plan(middle)
        if found is None:
            high = middle
        else:
            low, best = middle, found
    return low, best
