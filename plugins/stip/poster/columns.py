"""Stand signs in columns beside their road: each near its mark, none over another, all within the column."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from stip.poster.lettering import even
from stip.scene.boxes import Rect
from stip.scene.marks import INTERVENTION
from stip.scene.signs import Words, balanced
from stip.scene.spec import Stop

GAP = 5.5
"""Between two signs a dashed line must pass."""
PAD = 3.0
STRIPE = 6.0
MOST_LINES = 7
MOST_DRIFT = 110.0
"""So far, in mm of A0, a sign may stand from its mark."""
ROUNDS = 12
REACHES = (7.0, 10.0, 14.0, 19.0, 25.0, 34.0)
"""Half heights of a sign for which its room is looked up, in mm of A0."""

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

    @property
    def icon_x(self) -> float:
        """Where its icon begins."""
        return self.rect.x + STRIPE + PAD

    @property
    def words_x(self) -> float:
        """Where its words begin."""
        return self.rect.x + STRIPE + PAD + (self.icon + 2 if self.icon else 0)


@dataclass(frozen=True)
class Column:
    """The free strip beside a road."""

    between: Between
    top: float
    bottom: float


def stand(
    stops: Sequence[tuple[Stop, float, float]], column: Column, letter: Callable[[float], float]
) -> list[Sign] | None:
    """Place the signs of steps with their marks (x, y) in a column, or return None when they do not fit.

    A column narrows towards the horizon, so that a sign's shape depends on its place, and its place on the shapes
    of all. A few rounds settle that; signs only get narrower from round to round, or two shapes could take turns.
    """
    order = sorted(stops, key=lambda item: -item[2])
    middles = [y for _, _, y in order]
    rooms = [math.inf] * len(order)
    for _ in range(ROUNDS):
        found: list[tuple[Words, float, float]] = []
        for i, ((stop, _, _), middle) in enumerate(zip(order, middles, strict=True)):
            shape, rooms[i] = _shape(stop, middle, column, letter, rooms[i])
            if shape is None:
                return None
            found.append(shape)
        placed = spread([y for _, _, y in order], [height for _, _, height in found], column.top, column.bottom)
        if placed is None:
            return None
        middles = placed
        signs = [
            Sign(stop, rect, words, icon, (x, y))
            for (stop, x, y), middle, (words, icon, height) in zip(order, middles, found, strict=True)
            if (rect := _rect(middle, height, _width(words, icon), column))
        ]
        if len(signs) == len(order):
            near = all(abs(sign.rect.y + sign.rect.h / 2 - sign.mark[1]) < MOST_DRIFT for sign in signs)
            return signs if near else None
    return None


def finish(sign: Sign, mark: tuple[float, float]) -> Sign:
    """Return the sign with lines of about the same length, tied to a mark."""
    words = even(sign.stop.title, sign.words.font, sign.words.size, sign.words.width + 0.01, MOST_LINES)
    rect = Rect(sign.rect.x, sign.rect.y, _width(words, sign.icon), sign.rect.h)
    return replace(sign, words=words, rect=rect, mark=mark)


def _width(words: Words | None, icon: float) -> float:
    return STRIPE + 2 * PAD + (icon + 2 if icon else 0) + (words.width if words else 0)


def _shape(
    stop: Stop, middle: float, column: Column, letter: Callable[[float], float], most: float
) -> tuple[tuple[Words, float, float] | None, float]:
    """Wrap the words of a sign for the room that it has about a height, at most so much; return that room too."""
    size = letter(middle)
    icon = 0.0 if stop.kind == "milestone" else size * (2.8 if stop.kind == INTERVENTION else 1.9)
    room = most
    for reach in REACHES:
        left, right = column.between(middle - reach, middle + reach)
        room = min(most, right - left - _width(None, icon))
        if room < 4 * size:
            return None, room
        words = balanced(stop.title, "hand", size, room, MOST_LINES)
        height = max(words.height, icon) + 1.2 * PAD
        if height / 2 <= reach:
            return (None if words.lines[-1].endswith("…") else (words, icon, height)), room
    return None, room


def _rect(middle: float, height: float, width: float, column: Column) -> Rect | None:
    left, right = column.between(middle - height / 2, middle + height / 2)
    if right - left < width - 0.01:
        return None
    return Rect(left, middle - height / 2, width, height)


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
