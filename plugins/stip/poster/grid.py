"""Divide a poster over the sheets of an ordinary printer: how many, which part on each, and at what scale."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from stip.poster.drawing import Drawing
from stip.poster.sheets import Sheet, least_letter

EDGE = 8.0
"""So much of a sheet stays white on every side, in mm: few printers come nearer to the edge than 5 mm."""
OVERLAP = 12.0
"""So much of the picture two sheets share, in mm: there the one is glued onto the other."""
_PAPERS: Mapping[str, tuple[float, float]] = {"a4": (297, 210), "a3": (420, 297)}
_SMALLEST = 0.85
"""A poster fitted to its sheets keeps so much of its size; who wants it smaller orders a smaller poster."""

Fit = Literal["", "done", "letters", "nothing"]
"""Whether the poster was fitted to its sheets: not asked for, done, letters too small, or no sheet to save."""


@dataclass(frozen=True)
class Tile:
    """The part of the poster on one sheet: its upper left corner and its size, in mm as printed."""

    number: int
    """In the order of gluing, from 1."""
    row: int
    column: int
    x: float
    y: float
    width: float
    height: float
    last_row: bool
    last_column: bool


@dataclass(frozen=True)
class Grid:
    """Sheets of one size, in mm as they lie, side by side in rows and columns, and the scale of the poster on them."""

    paper: str
    width: float
    height: float
    columns: int
    rows: int
    scale: float
    poster: tuple[float, float]
    """Width and height of the poster as printed, in mm."""
    fit: Fit = ""
    saved: int = 0
    """So many sheets fewer than at full size."""

    @property
    def count(self) -> int:
        """The number of sheets, the cover not among them."""
        return self.columns * self.rows

    @property
    def room(self) -> tuple[float, float]:
        """Width and height of the part of a sheet that is printed, in mm."""
        return self.width - 2 * EDGE, self.height - 2 * EDGE

    def tiles(self) -> Iterator[Tile]:
        """Yield the part on each sheet, row by row; two that lie side by side share OVERLAP mm."""
        wide, high = self.room
        for row in range(self.rows):
            for column in range(self.columns):
                x, y = column * (wide - OVERLAP), row * (high - OVERLAP)
                yield Tile(
                    number=row * self.columns + column + 1,
                    row=row + 1,
                    column=column + 1,
                    x=x,
                    y=y,
                    width=min(wide, self.poster[0] - x),
                    height=min(high, self.poster[1] - y),
                    last_row=row == self.rows - 1,
                    last_column=column == self.columns - 1,
                )


def plan_tiles(drawing: Drawing, paper: str = "a4", *, fit: bool = False) -> Grid:
    """Divide a poster over as few sheets as it takes, standing or lying. Raises KeyError for another paper.

    Args:
        drawing: The poster.
        paper: One of PAPERS.
        fit: Make the poster smaller, to 85 % at the least, where that saves sheets and its smallest letter stays large
            enough for a poster of that size; `fit` of the grid says whether it was done.
    """
    sheet = drawing.sheet
    papers = (_PAPERS[paper], _PAPERS[paper][::-1])
    full = min((_full(sheet, paper, size) for size in papers), key=lambda grid: grid.count)
    if not fit:
        return full
    smaller = [grid for size in papers for grid in _smaller(full, size, sheet) if grid.scale >= _SMALLEST]
    letter, long = min(item.size for item in drawing.letters) * sheet.scale, max(sheet.width, sheet.height)
    readable = [grid for grid in smaller if letter * grid.scale >= least_letter(long * grid.scale)]
    if not readable:
        return replace(full, fit="letters" if smaller else "nothing")
    return min(readable, key=lambda grid: (grid.count, -grid.scale))


def _full(sheet: Sheet, paper: str, size: tuple[float, float]) -> Grid:
    """Lay out sheets for a poster at full size."""
    columns, rows = (
        max(1, math.ceil((whole - OVERLAP) / (side - 2 * EDGE - OVERLAP) - 1e-9))
        for whole, side in zip((sheet.width, sheet.height), size, strict=True)
    )
    return Grid(paper, *size, columns, rows, 1.0, (sheet.width, sheet.height))


def _smaller(full: Grid, size: tuple[float, float], sheet: Sheet) -> Iterator[Grid]:
    """Yield each grid of fewer sheets, filled by the poster as far as its shape goes."""
    wide, high = (side - 2 * EDGE - OVERLAP for side in size)
    for columns in range(1, full.count):
        for rows in range(1, math.ceil(full.count / columns)):
            fits = min((columns * wide + OVERLAP) / sheet.width, (rows * high + OVERLAP) / sheet.height, 1.0)
            scale = math.floor(fits * 1000) / 1000
            saved = full.count - columns * rows
            yield Grid(
                full.paper, *size, columns, rows, scale, (sheet.width * scale, sheet.height * scale), "done", saved
            )
