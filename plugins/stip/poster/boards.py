"""The boards with the names of departments at the start line, in as few rows as they need."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.pen.paths import Point
from stip.poster.columns import spread
from stip.poster.titles import Wrapping, wrappings
from stip.scene.signs import Words
from stip.scene.spec import Lane

MOST_ROWS = 4
MOST_LINES = 3
PAD = 5.0
GAP = 6.0
EDGE = 8.0
"""So far boards keep from the edge of the sheet."""
LETTERS = (1.44, 1.28, 1.12, 1.0)
"""Larger letters than the least, taken when they cost hardly any height."""
LONG_WORD = 12
"""A word of so many letters may be broken."""
COSTS = 12.0
DISC = 15.0
"""Radius of the number disc on the upper edge of a board."""
ABOVE = 1.45 * DISC
"""So far a disc stands out above its board."""
ROAD_ROOM = 5.0
"""How much room a road to a lower board takes between two boards beyond its own width."""
HIGHEST = 0.33
"""Boards take at most this part of the height."""


@dataclass(frozen=True)
class NameBoard:
    """The board of a lane in its place."""

    lane: Lane
    rect: Rect
    words: Words
    x: float
    """Where its road arrives."""
    way: tuple[Point, ...] = ()
    """Where its road passes the rows of boards above it: the upper and the lower end of each passage."""


@dataclass(frozen=True)
class _Row:
    lines: int
    middles: dict[int, float]
    """The middle of each board or passing road, by lane."""


def place_boards(
    lanes: Sequence[Lane], places: Sequence[float], width: float, height: float, least: float, half: float
) -> list[NameBoard] | None:
    """Place a board for each road, the lowest row ending at `height`; None when no way fits.

    Roads to lower rows, each twice `half` wide, pass between the boards of higher ones, all in the order of the lanes.
    """
    found: list[tuple[float, float, list[NameBoard]]] = []
    for size in (least * part for part in LETTERS):
        for rows in range(1, min(MOST_ROWS, max(len(lanes), 1)) + 1):
            for turn in itertools.permutations(range(rows)) if rows < MOST_ROWS else ((0, 2, 1, 3), (3, 1, 2, 0)):
                turns = [turn[i % rows] for i in range(len(lanes))]
                boards = _place(lanes, places, turns, width, height, size, half)
                if boards is not None:
                    top = min((board.rect.y for board in boards), default=height)
                    bends = max((abs(board.x - x) for board, x in zip(boards, places, strict=True)), default=0.0)
                    found.append((top - 0.15 * bends, size, boards))
    if not found:
        return None
    best = max(score for score, _, _ in found)
    near = [item for item in found if item[0] >= best - COSTS]
    return max(near, key=lambda item: (item[1], item[0]))[2]


def _place(
    lanes: Sequence[Lane],
    places: Sequence[float],
    rows: Sequence[int],
    width: float,
    height: float,
    size: float,
    half: float,
) -> list[NameBoard] | None:
    count = max(rows, default=0) + 1
    placed = []
    wanted = list(places)
    for number in range(count):
        row = _row(lanes, wanted, rows, number, width, size, 2 * half + ROAD_ROOM)
        if row is None:
            return None
        placed.append(row)
        for i, x in row.middles.items():
            wanted[i] = x
    tops = _tops(placed, height, size)
    if height - tops[0] > HIGHEST * height and count > 1:
        return None
    boards = []
    for i, lane in enumerate(lanes):
        own = placed[rows[i]]
        wrapped = _wrapped(lane, own.lines)
        assert wrapped  # it fitted its row
        words = wrapped.words("hand-bold", size)
        board, x = _wide(wrapped, size), own.middles[i]
        way = [
            (placed[row].middles[i], y)
            for row in range(rows[i])
            for y in (tops[row] - 2, tops[row] + placed[row].lines * words.leading + 2)
        ]
        came = min(max(way[-1][0] if way else places[i], x - board / 2 + DISC + 4), x + board / 2 - DISC - 4)
        rect = Rect(x - board / 2, tops[rows[i]], board, words.height + 4)
        boards.append(NameBoard(lane, rect, words, came, tuple(way)))
    return boards


def _tops(placed: Sequence[_Row], height: float, size: float) -> list[float]:
    tops: list[float] = []
    edge = height
    for row in reversed(placed):
        edge -= row.lines * size * 1.16 + 4
        tops.insert(0, edge)
        edge -= GAP + ABOVE
    return tops


def _row(
    lanes: Sequence[Lane],
    wanted: Sequence[float],
    rows: Sequence[int],
    number: int,
    width: float,
    size: float,
    road: float,
) -> _Row | None:
    """Put the boards of one row and the roads that pass it beside each other, in as few lines as that goes."""
    here = [i for i in range(len(lanes)) if rows[i] >= number]
    room = width - 2 * EDGE
    for lines in range(1, MOST_LINES + 1):
        found = [_wrapped(lanes[i], lines) if rows[i] == number else None for i in here]
        if any(item is None and rows[i] == number for i, item in zip(here, found, strict=True)):
            continue
        sizes = [_wide(item, size) if item else road for item in found]
        middles = spread([-wanted[i] for i in here], sizes, -EDGE - room, -EDGE, GAP)
        if middles is not None:
            return _Row(
                max((len(item.lines) for item in found if item), default=1),
                {i: -x for i, x in zip(here, middles, strict=True)},
            )
    return None


def _wrapped(lane: Lane, lines: int) -> Wrapping | None:
    """Return a name as narrow as it gets in so many lines, without breaking short words."""
    found = [
        item for item in wrappings(lane.short, "hand-bold") if len(item.lines) <= lines and item.broken >= LONG_WORD
    ]
    return found[-1] if found else None


def _wide(item: Wrapping, size: float) -> float:
    return max(item.width * size + 2 * PAD, 2 * DISC + 8)
