"""Stand signs in columns beside their road: each near its mark, none over another, all within the column."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from stip.pen.boxes import Rect
from stip.poster.titles import Wrapping, fit
from stip.scene.marks import INTERVENTION
from stip.scene.signs import Words
from stip.scene.spec import Stop
from stip.text.fonts import Font

GAP = 4.4
"""Between two signs a dashed line must pass."""
PAD = 3.0
STRIPE = 6.0
MOST_DRIFT = 110.0
"""So far, in mm of A0, a sign may stand from its mark."""
ROUNDS = 12
FONT: Font = "hand"

Between = Callable[[float, float], tuple[float, float]]
"""Gives the free left and right edge of a column between two heights."""


@dataclass(frozen=True)
class Sign:
    """A sign in its place; its icon, of a kind that has one, stands at the left top."""

    stop: Stop
    rect: Rect
    words: Words
    icon: float
    mark: tuple[float, float]
    left: bool = False
    """Whether it stands at the left of its road."""
    date: Words | None = None
    """When, under the title, where there is room for it."""

    @property
    def icon_x(self) -> float:
        """Where its icon begins."""
        return self.rect.x + STRIPE + PAD

    @property
    def words_x(self) -> float:
        """Where its words begin."""
        return self.rect.x + STRIPE + PAD + (self.icon + 2 if self.icon else 0)

    @property
    def road_x(self) -> float:
        """Its edge beside the road."""
        return self.rect.right if self.left else self.rect.x


@dataclass(frozen=True)
class Column:
    """The free strip beside a road; `left` when it lies at the left of it."""

    between: Between
    top: float
    bottom: float
    left: bool = False


@dataclass(frozen=True)
class Shape:
    """What a sign needs about a height."""

    wrapping: Wrapping
    size: float
    icon: float
    height: float

    @property
    def width(self) -> float:
        """The width of the whole sign."""
        return around_words(self.icon) + self.wrapping.width * self.size


def icon_size(stop: Stop, size: float) -> float:
    """Return how large the icon of a sign is; 0 for a kind that has none."""
    return 0.0 if stop.kind == "milestone" else size * (2.3 if stop.kind == INTERVENTION else 1.6)


def around_words(icon: float) -> float:
    """Return how much wider a sign is than its words."""
    return STRIPE + 2 * PAD + (icon + 2 if icon else 0)


def shape(stop: Stop, size: float, room: float, whole: int = 0) -> Shape | None:
    """Wrap the words of a sign in a letter for a room in mm; None when they do not fit."""
    icon = icon_size(stop, size)
    found = fit(stop.title, FONT, (room - around_words(icon)) / size, whole)
    return None if found is None else Shape(found, size, icon, max(found.height * size, icon) + PAD)


def stand(
    stops: Sequence[tuple[Stop, float, float]], column: Column, letter: Callable[[float], float], whole: int = 0
) -> list[Sign] | None:
    """Place the signs of steps with their marks (x, y) in a column, or return None when they do not fit.

    A column narrows towards the horizon, so that a sign's shape depends on its place, and its place on the shapes
    of all. A few rounds settle that; signs only get narrower from round to round, or two shapes could take turns.
    """
    order = sorted(stops, key=lambda item: -item[2])
    wanted = [y for _, _, y in order]
    middles = [min(max(y, column.top + 4), column.bottom - 4) for y in wanted]
    rooms = [math.inf] * len(order)
    for _ in range(ROUNDS):
        shapes: list[Shape] = []
        for i, ((stop, _, _), middle) in enumerate(zip(order, middles, strict=True)):
            found, rooms[i] = _shape(stop, middle, column, letter, rooms[i], whole)
            if found is None:
                return None
            shapes.append(found)
        placed = spread(wanted, [item.height for item in shapes], column.top, column.bottom)
        if placed is None:
            return None
        middles = placed
        rects = [_rect(middle, item, column) for middle, item in zip(middles, shapes, strict=True)]
        if all(rects):
            near = all(abs(middle - want) < MOST_DRIFT for middle, want in zip(middles, wanted, strict=True))
            return [
                Sign(stop, rect, item.wrapping.words(FONT, item.size), item.icon, (x, y), column.left)
                for (stop, x, y), rect, item in zip(order, rects, shapes, strict=True)
                if rect and near
            ] or None
    return None


def tie(sign: Sign, mark: tuple[float, float]) -> Sign:
    """Return the sign with its mark."""
    return replace(sign, mark=mark)


def _shape(
    stop: Stop, middle: float, column: Column, letter: Callable[[float], float], most: float, whole: int
) -> tuple[Shape | None, float]:
    """Wrap the words of a sign for the room that it has about a height, at most so much; return that room too."""
    size = letter(middle)
    half, room = size, most
    for _ in range(6):
        left, right = column.between(middle - half, middle + half)
        room = min(most, right - left)
        found = shape(stop, size, room, whole)
        if found is None or found.height / 2 <= half + 0.01:
            return found, room
        half = found.height / 2
    return None, room


def _rect(middle: float, item: Shape, column: Column) -> Rect | None:
    left, right = column.between(middle - item.height / 2, middle + item.height / 2)
    if right - left < item.width - 0.01:
        return None
    x = right - item.width if column.left else left
    return Rect(x, middle - item.height / 2, item.width, item.height)


def spread(
    wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float, gap: float = GAP
) -> list[float] | None:
    """Return middles from low to high, each as near to what it wants as the others allow; None without room.

    Neighbours that would overlap are joined in one block, which stands where its members want it on average.
    """
    if sum(heights) + gap * (len(heights) - 1) > bottom - top:
        return None
    blocks: list[list[float]] = []  # the lower edge, the height, how many, and the sum of lower edges wanted
    for want, height in zip(wanted, heights, strict=True):
        low = want + height / 2
        block = [low, height, 1.0, low]
        while blocks and blocks[-1][0] - blocks[-1][1] - gap < block[0]:
            under = blocks.pop()
            # An upper member's lower edge lies the height below it lower than its block's.
            total = under[3] + block[3] + block[2] * (under[1] + gap)
            block = [total / (under[2] + block[2]), under[1] + gap + block[1], under[2] + block[2], total]
        block[0] = max(min(block[0], bottom), top + block[1])
        blocks.append(block)
    floor = bottom
    edges = []
    for i in range(len(blocks)):
        above = sum(block[1] + gap for block in blocks[i:]) - gap
        low = max(min(blocks[i][0], floor), top + above)
        edges.append(low)
        floor = low - blocks[i][1] - gap
    middles: list[float] = []
    index = 0
    for block, low in zip(blocks, edges, strict=True):
        edge = low
        for _ in range(int(block[2])):
            middles.append(edge - heights[index] / 2)
            edge -= heights[index] + gap
            index += 1
    return middles
