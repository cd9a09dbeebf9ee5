"""One arrangement that is tried: the grounds of the lanes, the boards, the camera and the depth of time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from stip.diagrams import Engine
from stip.poster.boards import NameBoard, place_boards
from stip.poster.columns import GAP
from stip.poster.needs import Letter, Spot, needed_height
from stip.poster.plots import Plan, Plot, place_plots
from stip.poster.sheets import LEAST_NAME
from stip.poster.timeline import LEAST_DEPTH, Stretch, Timeline, make_timeline
from stip.scene.perspective import Camera
from stip.scene.spec import Lane, MapSpec
from stip.scene.world import Rows

MARGINS = (50.0, 42.0)
"""Free at the left and right, for the years, on a sheet on its side and on an upright one."""
FOOT = 16.0
"""The strip at the bottom with the imprint."""
SKIES = (188.0, 220.0)
"""The height of the sky, in mm of A0, on a sheet on its side and on an upright one."""
STARTS = (36.0, 56.0)
"""From the start line to the highest board: here roads bend towards their boards."""
UNDER = 4.0
"""So far signs may stand below the start line."""
OVER = 10.0
"""So far signs may stand above the end of the last year."""
FAR = 0.13
"""Which part of the ground lies beyond the last year, where roads sweep in under the sun."""
SPREAD = 24.0
LEANS = (0.16, 0.05)
"""How much nearer to each other roads come: little on an upright sheet, where width is scarce."""
FARTHEST = (0.62, 0.8)
"""How large letters would be at the horizon, as part of the nearest: larger where columns hardly narrow."""


class TooSmallError(Exception):
    """Not everything fits on this sheet with letters that can be read.

    `reason` is a key under `orders` of the catalogue: too_small (a larger sheet or fewer roads help), long_names (of
    lanes) or long_steps (shorter titles help too); the last two with the longest name.
    """

    def __init__(self, reason: str, name: str = "") -> None:
        """Keep what does not fit."""
        self.reason = reason
        self.name = name
        super().__init__(f"{reason} {name}".strip())


@dataclass(frozen=True)
class Task:
    """What has to be laid out on which sheet."""

    spec: MapSpec
    lanes: tuple[Lane, ...]
    rows: Rows
    parts: tuple[Stretch, ...]
    width: float
    height: float
    least: float
    whole: int
    """Words of fewer letters are not broken."""
    largest: float
    engine: Engine

    @property
    def upright(self) -> bool:
        """Whether the sheet is higher than wide."""
        return self.height > self.width

    @property
    def margin(self) -> float:
        """What is free at the left and right."""
        return MARGINS[self.upright]


@dataclass(frozen=True)
class View:
    """One arrangement that is tried: plots, boards, camera and time."""

    plots: Sequence[Plot]
    boards: Sequence[NameBoard]
    camera: Camera
    timeline: Timeline


def half_at(camera: Camera, y: float, road: float) -> float:
    """Return half the width of a road at a height."""
    return max(0.5, road * math.pow(camera.scale(y), 0.8))


def letter_at(task: Task, camera: Camera, y: float) -> float:
    """Return how large letters are at a height, as part of the nearest."""
    farthest = FARTHEST[task.upright]
    return farthest + (1 - farthest) * camera.scale(y)


def highest(camera: Camera) -> float:
    """Return how high signs may stand."""
    return camera.far - OVER


def make_view(task: Task, plan: Plan, size: float, engine: Engine | None, before: View | None) -> View:
    """Arrange everything but the signs. Raises TooSmallError when the names of the lanes do not fit.

    Without an engine it is only a first idea, as it is without an arrangement `before`, which tells how high signs are.
    """
    plots = place_plots(plan, task.width, task.margin, task.spec.id, engine)
    boards = place_boards(
        task.lanes, [plot.road for plot in plots], task.width, task.height - FOOT, LEAST_NAME, plan.half
    )
    if boards is None:
        raise TooSmallError("long_names", max((lane.short for lane in task.lanes), key=len))
    start = min((board.rect.y for board in boards), default=task.height - FOOT)
    near = start - STARTS[task.upright]
    sky = SKIES[task.upright]
    camera = Camera(
        horizon=sky,
        near=near,
        far=sky + FAR * (near - sky),
        rows=max(task.rows.count, 1),
        sun=task.width / 2,
        foot=min(34.0, 5.0 * len(plots)),
        # One road lies between the edges of its own ground: the camera needs two places to tell how things converge.
        left=plots[0].road if len(plots) > 1 else task.margin,
        right=plots[-1].road if len(plots) > 1 else task.width - task.margin,
        squeeze=0.4,
        spread=SPREAD,
        lean=LEANS[task.upright],
    )
    needs = [_depth(task, part, i, plan, size, camera, before) for i, part in enumerate(task.parts)]
    return View(plots, boards, camera, make_timeline(task.parts, task.rows, needs, near, camera.far))


def _depth(
    task: Task, part: Stretch, number: int, plan: Plan, size: float, camera: Camera, before: View | None
) -> float:
    """Return how deep a stretch of time must be for the signs of its busiest column, in mm."""
    if before is None:
        most = max(map(len, part.steps), default=0)
        return max(LEAST_DEPTH, most * 20.0) * (1 - 0.35 * number / max(len(task.parts), 1))
    middle = (before.timeline.borders[number] + before.timeline.borders[number + 1]) / 2
    need = LEAST_DEPTH * camera.scale(middle)
    for i, ids in enumerate(part.steps):
        for column in plan.sides[i]:
            spots = [spot for spot in spots_of(task, i, before, column.stops) if spot.stop.id in ids]
            height = needed_height(spots, Letter(size, task.least, task.whole), column.width)
            need = max(need, (height or 0.0) + GAP)
    return need


def spots_of(task: Task, i: int, view: View, ids: frozenset[str]) -> list[Spot]:
    """Return some steps of a lane at the heights of their marks."""
    camera, plot = view.camera, view.plots[i]
    outer_left = i < len(view.plots) / 2
    spots = []
    for stop in task.lanes[i].stops:
        if stop.id in ids:
            y = max(view.timeline.wanted[stop.id], highest(camera) + 12)
            part = camera.part(y)
            lean = abs(camera.x(plot.road, y - 5) - camera.x(plot.road, y + 5)) / 10
            more = plot.spare(camera, y, left=outer_left)
            spots.append(Spot(stop, part, lean, letter_at(task, camera, y), more))
    return spots
