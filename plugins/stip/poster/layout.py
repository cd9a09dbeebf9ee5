"""Lay out the whole poster: lanes and columns as the engine decides, seen by the camera; signs beside their roads.

The engine works in a flat world: it finds the order of the lanes, and gives each road and each column of signs its
place. The camera of `scene.perspective` maps that world to paper, where signs are stood in their columns with the
largest letter that fits. The routes are found on paper: the engine knows no perspective, so that its own would cut
through signs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stip.diagrams import Engine, lay_out
from stip.pen.boxes import Rect
from stip.poster.boards import NameBoard
from stip.poster.columns import GAP, Sign, around_words, tie
from stip.poster.courses import MARK, RoadView, lay_road
from stip.poster.fitting import Fit, find_letter
from stip.poster.plots import BESIDE, TRACK, road_half
from stip.poster.sheets import Sheet
from stip.poster.timeline import stretches
from stip.poster.view import FOOT, MARGINS, SKIES, Task, TooSmallError, half_at
from stip.scene.perspective import Camera
from stip.scene.signs import LEADING
from stip.scene.spec import Lane, MapSpec
from stip.scene.world import Rows, make_rows, order_graph, read_order

__all__ = ["FOOT", "MARK", "Poster", "RoadView", "TooSmallError", "half_at", "lay_out_poster"]

LARGEST = 20.0
"""The largest letter, in mm of A0."""
WHOLE = (13, 11, 9, 0)
"""Words of fewer letters are not broken at first, then shorter ones may be, before it is said that nothing fits."""
GOOD = 8.0
"""Below this letter it is tried whether breaking more words gives a larger one."""
WORTH = 1.08
USUAL = 45
"""Hardly a title needs more letters."""
LEAST_LETTERS = 4.5
"""A sign has room for so many letters on a line at least, in heights of the letter."""


@dataclass(frozen=True)
class Poster:
    """Everything in its place, in mm of A0."""

    width: float
    height: float
    camera: Camera
    rows: Rows
    roads: tuple[RoadView, ...]
    signs: tuple[tuple[int, Sign], ...]
    """Each sign with the index of its road."""
    boards: tuple[NameBoard, ...]
    letter: float
    """The letter of the nearest sign."""
    margin: float
    """Free at the left and right, for the years and today."""

    @property
    def obstacles(self) -> tuple[Rect, ...]:
        """All signs and boards, none of which may overlap another."""
        return (*(sign.rect for _, sign in self.signs), *(board.rect for board in self.boards))


def lay_out_poster(spec: MapSpec, sheet: Sheet, engine: Engine, largest: float = LARGEST) -> Poster:
    """Put everything in its place. Raises TooSmallError, and EngineError when Graphviz fails.

    Letters are as large as they can be, up to `largest` in mm of A0; with 0 only the least is tried, which is quicker.
    """
    width, height = sheet.world
    least = sheet.least / sheet.scale
    lanes = read_order(spec, lay_out([order_graph(spec)], engine)[0])
    if _never_fits(lanes, width, height, least):
        raise TooSmallError("too_small")
    rows = make_rows(spec, least=1, spare=1)
    task = Task(spec, lanes, rows, stretches(lanes, rows), width, height, least, WHOLE[0], largest, engine)
    best: Fit | None = None
    for whole in WHOLE:
        found = find_letter(replace(task, whole=whole))
        if found is not None and (best is None or found.size > best.size * WORTH):
            best = found
        if best is not None and (whole <= WHOLE[1] or min(largest, GOOD) <= best.size):
            return _finish(task, best)
    if largest:
        # What stands with the least letter can be missed on the way from larger ones.
        return lay_out_poster(spec, sheet, engine, 0)
    raise _refusal(task)


def _refusal(task: Task) -> TooSmallError:
    """Say what would help: shorter titles, when everything fits once the longest are cut to a usual length."""
    longest = max((stop.title for lane in task.lanes for stop in lane.stops), key=len, default="")
    if len(longest) > USUAL:
        lanes = tuple(
            replace(lane, stops=tuple(replace(stop, title=stop.title[:USUAL]) for stop in lane.stops))
            for lane in task.lanes
        )
        if find_letter(replace(task, lanes=lanes, whole=0, largest=0)) is not None:
            return TooSmallError("long_steps", longest)
    return TooSmallError("too_small")


def _never_fits(lanes: Sequence[Lane], width: float, height: float, least: float) -> bool:
    """Tell without any trying that there are more steps than the sheet has room: a thousand would take long."""
    line = least * LEADING + GAP
    most = max((len(lane.stops) for lane in lanes), default=0)
    count = sum(len(lane.stops) for lane in lanes)
    narrow = 2 * road_half(width, len(lanes)) + BESIDE + TRACK + around_words(0.0) + LEAST_LETTERS * least
    if most and len(lanes) * narrow > width - 2 * MARGINS[height > width]:
        return True
    return most * line > 2 * (height - SKIES[0]) or count * line * 40 > (height - SKIES[0]) * width


def _finish(task: Task, fit: Fit) -> Poster:
    view = fit.view
    roads = tuple(lay_road(lane, i, view, own) for i, (lane, own) in enumerate(zip(task.lanes, fit.signs, strict=True)))
    signs = tuple((i, tie(sign, roads[i].marks[sign.stop.id])) for i, own in enumerate(fit.signs) for sign in own)
    rows = view.timeline.rows(task.rows, view.camera)
    return Poster(task.width, task.height, view.camera, rows, roads, signs, tuple(view.boards), fit.size, task.margin)
