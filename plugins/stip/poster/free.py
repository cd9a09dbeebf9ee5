"""Find free room on the poster: for the legend, the code, the village and who walks there; never placed by hand."""

from __future__ import annotations

import itertools
import math
import operator
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.scene.road import Road

CELL = 4.0
"""The side of a cell of the grid, in mm of A0."""


@dataclass(frozen=True)
class Near:
    """Where the left top corner of something is wanted; `steep` is what a mm up or down costs in mm aside."""

    x: float
    y: float
    steep: float = 1.0


class Room:
    """What is taken on a sheet, as a grid; what is asked for afterwards keeps clear of it."""

    def __init__(self, width: float, height: float) -> None:
        """Begin with an empty sheet, in mm of A0."""
        self._columns, self._rows = math.ceil(width / CELL), math.ceil(height / CELL)
        self._cells = [bytearray(self._columns) for _ in range(self._rows)]
        self._sums = [[0] * (self._columns + 1)]
        """The rows of the table that are still right, the first of them always."""

    def take(self, rects: Iterable[Rect], gap: float = 0.0) -> None:
        """Take rectangles and so much round them."""
        for rect in rects:
            left, right = self._span(rect.x - gap, rect.right + gap, self._columns)
            top, bottom = self._span(rect.y - gap, rect.bottom + gap, self._rows)
            if right > left:
                for row in range(top, bottom):
                    self._cells[row][left:right] = b"\1" * (right - left)
                del self._sums[top + 1 :]

    def is_free(self, rect: Rect) -> bool:
        """Tell whether nothing in a rectangle is taken; what lies beyond the sheet is."""
        if rect.x < 0 or rect.y < 0 or rect.right > self._columns * CELL or rect.bottom > self._rows * CELL:
            return False
        left, right = self._span(rect.x, rect.right, self._columns)
        top, bottom = self._span(rect.y, rect.bottom, self._rows)
        sums = self._table()
        return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left] == 0

    def find(self, w: float, h: float, area: Rect, near: Near) -> Rect | None:
        """Return the free rectangle of a size within an area that is nearest to where it is wanted, or None."""
        sums, best = self._table(), math.inf
        wide, high = math.ceil(w / CELL), math.ceil(h / CELL)
        left, top = math.ceil(area.x / CELL - 1e-6), math.ceil(area.y / CELL - 1e-6)
        last = min(int(area.right / CELL + 1e-6), self._columns) - wide
        lowest = min(int(area.bottom / CELL + 1e-6), self._rows) - high
        found: tuple[int, int] | None = None
        for row in sorted(range(max(top, 0), lowest + 1), key=lambda row: abs(row * CELL - near.y)):
            price = abs(row * CELL - near.y) * near.steep
            if price >= best:
                break
            above, below = sums[row], sums[row + high]
            for column in self._from(max(left, 0), last, near.x):
                total = price + abs(column * CELL - near.x)
                if total >= best:
                    break
                if below[column + wide] - above[column + wide] == below[column] - above[column]:
                    best, found = total, (column, row)
                    break
        return Rect(found[0] * CELL, found[1] * CELL, w, h) if found else None

    def slide(self, rect: Rect, most: float) -> Rect | None:
        """Move a rectangle left or right, at most so far, until it is free; None when it never is."""
        for i in range(int(most / CELL) + 1):
            for x in (rect.x + i * CELL, rect.x - i * CELL):
                if self.is_free(moved := Rect(x, rect.y, rect.w, rect.h)):
                    return moved
        return None

    @staticmethod
    def _from(first: int, last: int, x: float) -> Iterator[int]:
        """Yield columns, the nearest to x first."""
        middle = min(max(round(x / CELL), first), last)
        for away in range(last - first + 1):
            if middle + away <= last:
                yield middle + away
            if away and middle - away >= first:
                yield middle - away

    @staticmethod
    def _span(low: float, high: float, most: int) -> tuple[int, int]:
        return max(0, math.floor(low / CELL + 1e-6)), max(0, min(most, math.ceil(high / CELL - 1e-6)))

    def _table(self) -> list[list[int]]:
        """Return how many cells are taken above and left of each corner of the grid."""
        for line in self._cells[len(self._sums) - 1 :]:
            self._sums.append(list(map(operator.add, itertools.accumulate(line, initial=0), self._sums[-1])))
        return self._sums


def along(road: Road) -> list[Rect]:
    """Return what a road takes, as rectangles round short stretches."""
    found = []
    stretches = zip(itertools.pairwise(road.points), itertools.pairwise(road.halves), strict=True)
    for ((ax, ay), (bx, by)), (one, other) in stretches:
        half, count = max(one, other), max(1, math.ceil(max(abs(bx - ax), abs(by - ay)) / CELL))
        corners = [(ax + (bx - ax) * i / count, ay + (by - ay) * i / count) for i in range(count + 1)]
        found += [Rect(b.x - half, b.y - half / 2, b.w + 2 * half, b.h + half) for b in line_boxes(corners)]
    return found


def line_boxes(corners: Iterable[tuple[float, float]]) -> list[Rect]:
    """Return what a line of straight pieces takes."""
    return [
        Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by)) for (ax, ay), (bx, by) in itertools.pairwise(corners)
    ]
