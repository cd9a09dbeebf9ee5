"""The start of the roads: boards that fit beside each other, or discs alone when they cannot."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from stip.scene.map_style import MapStyle
from stip.scene.signs import PADDING, Board, balanced
from stip.scene.spec import Lane

LETTERS = (17.0, 16.0, 15.0, 14.0)
WIDTHS = (150.0, 118.0, 96.0)
"""How wide the words on a board may be, in px, in order of liking: a larger letter goes before fewer lines."""
MOST_BOARD = 230.0
LEAST_BOARD = 74.0
"""A board narrower than this, in px, would break most words."""


@dataclass(frozen=True)
class Start:
    """Boards from left to right, the room each takes in the world, and the rows the discs stand in."""

    boards: tuple[Board, ...]
    widths: tuple[float, ...]
    gap: float
    disc: float
    rows: int


def fit_start(lanes: Sequence[Lane], style: MapStyle) -> Start:
    """Choose the largest letter with which all boards fit; else cut names; else leave only discs."""
    free = style.width - 2 * style.margin
    if style.boards and lanes and free / len(lanes) > LEAST_BOARD:
        for size, width, most_lines in itertools.product(LETTERS, WIDTHS, (2, 3)):
            tried = (Board(lane, balanced(lane.short, "hand-bold", size, width, most_lines)) for lane in lanes)
            boards = list(itertools.takewhile(lambda board: not _cut(board), tried))
            if len(boards) < len(lanes):
                continue
            widest = max(board.width for board in boards)
            if len(boards) * (widest + style.board_gap) <= free:
                return _start(boards, [widest] * len(boards), style)
            if sum(board.width + style.board_gap for board in boards) <= free:
                return _start(boards, [board.width for board in boards], style)
        gap = style.board_gap / 2
        for width in range(int(MOST_BOARD - PADDING), int(LEAST_BOARD - PADDING), -6):
            boards = [Board(lane, balanced(lane.short, "hand-bold", LETTERS[-1], width, 3)) for lane in lanes]
            if sum(board.width + gap for board in boards) <= free:
                return _start(boards, [board.width for board in boards], style, gap=gap)
    return _discs(lanes, style, free)


def _discs(lanes: Sequence[Lane], style: MapStyle, free: float) -> Start:
    r = style.disc if not style.boards else style.disc * 1.15
    pitch = free / max(len(lanes), 1)
    rows = 1
    while rows < 3 and pitch * rows < 2 * r + style.board_gap:
        rows += 1
    r = min(r, (pitch * rows - 1) / 2)
    gap = min(style.board_gap, pitch / 4)
    return Start(tuple(Board(lane, None) for lane in lanes), tuple(max(pitch - gap, 1.0) for _ in lanes), gap, r, rows)


def _start(boards: Sequence[Board], widths: Sequence[float], style: MapStyle, gap: float | None = None) -> Start:
    return Start(tuple(boards), tuple(widths), style.board_gap if gap is None else gap, style.disc, 1)


def _cut(board: Board) -> bool:
    """Tell whether a name lost letters or was broken within a word."""
    if not board.words:
        return False
    return "".join(board.words.lines).replace(" ", "") != "".join(board.lane.short.split())
