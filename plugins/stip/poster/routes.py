"""Find the way of a dashed line from one mark to another: over the grass, across roads, round every sign.

The engine's own routes would be right in its flat world only; on paper they would cut through signs. So this is a
search over a fine grid (A*), in which signs are walls, roads are slow and turning costs a little.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stip.scene.boxes import Rect
from stip.scene.road import Road
from stip.scene.sketch import Point

STEP = 3.0
CLEAR = 0.9
"""So far a line keeps from a sign, in mm of A0."""
WALL = 255
SLOW = 5
BUSY = 2
"""What a place costs more when another line runs there."""
TURN = 6


@dataclass
class Ground:
    """The grid of one poster, with the cost of every cell; lines already found make their cells dearer."""

    width: float
    height: float
    columns: int = field(init=False)
    rows: int = field(init=False)
    costs: bytearray = field(init=False)

    def __post_init__(self) -> None:
        """Begin with open grass."""
        self.columns, self.rows = int(self.width / STEP) + 1, int(self.height / STEP) + 1
        self.costs = bytearray([1]) * (self.columns * self.rows)

    def block(self, rects: Iterable[Rect]) -> None:
        """Make walls of rectangles."""
        for rect in rects:
            for cell in self._under(rect, CLEAR):
                self.costs[cell] = WALL

    def open(self, points: Iterable[Point], rects: Sequence[Rect]) -> None:
        """Make room round the marks, or a sign near one would shut it in."""
        for x, y in points:
            for cell in self._under(Rect(x, y, 0, 0), 2 * STEP):
                if self.costs[cell] == WALL and not any(rect.holds(*self.point(cell), 0.3) for rect in rects):
                    self.costs[cell] = SLOW

    def slow(self, roads: Iterable[Road]) -> None:
        """Make roads dear to walk along; crossing them is cheap enough."""
        for road in roads:
            for (x, y), half in zip(road.points, road.halves, strict=True):
                for cell in self._under(Rect(x - half, y - 6, 2 * half, 12), 1.0):
                    self.costs[cell] = max(self.costs[cell], SLOW)

    def _under(self, rect: Rect, more: float) -> Iterable[int]:
        first = max(0, int((rect.x - more) / STEP + 0.999)), max(0, int((rect.y - more) / STEP + 0.999))
        last = (
            min(self.columns - 1, int((rect.right + more) / STEP)),
            min(self.rows - 1, int((rect.bottom + more) / STEP)),
        )
        for row in range(first[1], last[1] + 1):
            yield from range(row * self.columns + first[0], row * self.columns + last[0] + 1)

    def cell(self, point: Point) -> int:
        """Return the cell of a point."""
        return round(point[1] / STEP) * self.columns + round(point[0] / STEP)

    def point(self, cell: int) -> Point:
        """Return the point of a cell."""
        row, column = divmod(cell, self.columns)
        return column * STEP, row * STEP


def find_route(ground: Ground, start: Point, end: Point) -> list[Point] | None:
    """Return the corners of the cheapest way, or None when signs stand all round."""
    first, goal = ground.cell(start), ground.cell(end)
    wide, costs = ground.columns, ground.costs
    goal_row, goal_column = divmod(goal, wide)
    came: dict[tuple[int, int], tuple[int, int] | None] = {(first, 0): None}
    known = {(first, 0): 0}
    heap: list[tuple[int, int, int]] = [(0, first, 0)]
    while heap:
        _, cell, way = heapq.heappop(heap)
        if cell == goal:
            return _corners(ground, came, (cell, way), start, end)
        here = known[(cell, way)]
        for move in (1, -1, wide, -wide):
            there = cell + move
            if (
                not 0 <= there < len(costs)
                or costs[there] == WALL
                or (abs(move) == 1 and there // wide != cell // wide)
            ):
                continue
            total = here + costs[there] + (TURN if way and way != move else 0)
            if total < known.get((there, move), 1 << 30):
                known[(there, move)] = total
                came[(there, move)] = (cell, way)
                row, column = divmod(there, wide)
                heapq.heappush(heap, (total + abs(row - goal_row) + abs(column - goal_column), there, move))
    return None


def _corners(
    ground: Ground,
    came: dict[tuple[int, int], tuple[int, int] | None],
    last: tuple[int, int],
    start: Point,
    end: Point,
) -> list[Point]:
    way: list[tuple[int, int]] = []
    here: tuple[int, int] | None = last
    while here is not None:
        way.append(here)
        here = came[here]
    way.reverse()
    for cell, _ in way[2:-2]:
        ground.costs[cell] = min(WALL - 1, ground.costs[cell] + BUSY)
    kept = [ground.point(way[i][0]) for i in range(1, len(way) - 1) if way[i][1] != way[i + 1][1]]
    return [start, *kept, end]


def straighten(route: Sequence[Point]) -> list[Point]:
    """Put the first and last corner in line with the marks, which lie beside the grid."""
    start, *found, end = route
    if found:
        x, y = found[0]
        found[0] = (x, start[1]) if abs(y - start[1]) < STEP else (start[0], y)
        x, y = found[-1]
        found[-1] = (x, end[1]) if abs(y - end[1]) < STEP else (end[0], y)
    return [start, *found, end]


def crosses(corners: Sequence[Point], rect: Rect) -> bool:
    """Tell whether a line through these corners enters a rectangle."""
    for (ax, ay), (bx, by) in itertools.pairwise(corners):
        steps = max(2, int(max(abs(bx - ax), abs(by - ay))))
        if any(rect.holds(ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps + 1)):
            return True
    return False
