"""The boards with the names of departments at the start line, in as few rows as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stip.scene.boxes import Rect
from stip.scene.signs import Words, balanced
from stip.scene.spec import Lane

MOST_ROWS = 4
PAD = 5.0
GAP = 6.0
LETTERS = (28.0, 32.0)
"""Larger letters than the least, tried when boards stay in as few rows."""
DISC = 15.0
"""Radius of the number disc on the upper edge of a board."""
ROAD_ROOM = 12.0
"""Half the room that a road to a lower board takes between two boards."""


@dataclass(frozen=True)
class NameBoard:
    """The board of a lane in its place."""

    lane: Lane
    rect: Rect
    words: Words
    x: float
    """Where its road arrives."""


def place_boards(
    lanes: Sequence[Lane], places: Sequence[float], width: float, bottom: float, least: float
) -> list[NameBoard] | None:
    """Place a board under each road, the lowest row ending at `bottom`; None when no way fits."""
    tried = (
        _place(lanes, places, width, bottom, size, rows)
        for rows in range(1, MOST_ROWS + 1)
        for size in (least, *LETTERS)
    )
    # The lower the highest board, the more room there is for steps.
    return max((boards for boards in tried if boards), key=lambda boards: min(b.rect.y for b in boards), default=None)


def _place(
    lanes: Sequence[Lane], places: Sequence[float], width: float, bottom: float, size: float, rows: int
) -> list[NameBoard] | None:
    frames = [_frame(i, places, width, rows) for i in range(len(lanes))]
    words = []
    for lane, (left, right) in zip(lanes, frames, strict=True):
        room = right - left - 2 * PAD
        wrapped = balanced(lane.short, "hand-bold", size, max(room, size), 3)
        if wrapped.width > room or "".join(wrapped.lines).replace(" ", "") != "".join(lane.short.split()):
            return None
        words.append(wrapped)
    tops: list[float] = []
    edge = bottom
    for row in reversed(range(rows)):
        edge -= max(item.height for item in words[row::rows]) + 4 if row < len(lanes) else 0.0
        tops.insert(0, edge)
        edge -= GAP + DISC
    boards = []
    for i, (lane, item) in enumerate(zip(lanes, words, strict=True)):
        board = max(item.width + 2 * PAD, 2 * DISC + 8)
        left, right = frames[i]
        x = min(max(places[i] - board / 2, left), right - board)
        boards.append(NameBoard(lane, Rect(x, tops[i % rows], board, item.height + 4), item, places[i]))
    return boards


def _frame(i: int, places: Sequence[float], width: float, rows: int) -> tuple[float, float]:
    """Return how far a board may reach: to the roads that pass it, and half way to its neighbours in the row."""
    left, right = 8.0, width - 8.0
    for j, x in enumerate(places):
        if j == i:
            continue
        if j % rows == i % rows:
            edge = (places[i] + x) / 2 + (GAP / 2 if x < places[i] else -GAP / 2)
        elif j % rows > i % rows:  # its road passes this row on its way to a lower one
            edge = x + (ROAD_ROOM if x < places[i] else -ROAD_ROOM)
        else:
            continue
        if x < places[i]:
            left = max(left, edge)
        else:
            right = min(right, edge)
    return left, right
