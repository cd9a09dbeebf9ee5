"""The goals as hills on the horizon, each with its name on its slope: the roads lead past them to the dot."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.pen.paths import curve
from stip.pen.sketch import hand
from stip.pen.svg import group, number, path
from stip.poster.lettering import Letters, even, set_words
from stip.scene.signs import LEADING, Words

LETTERS = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.5, 6.0, 5.5)
"""Letters of a name, in mm of A0, the best first."""
LINES = (2, 3, 4, 6, 9)
HILLS = 0.36
"""The highest hill, as part of the height of the sky."""
GAP = 12.0
"""Between two names, for the slopes of their hills."""
MOST_SLOPE = 70.0
FOOT = 4.0
"""Between a name and the horizon."""
IN_ROW = 3
"""More hills in one row would be steep."""
CLEAR = 6.5
"""With this letter, in mm of A0, two rows are better than one with larger letters."""
HIGHER = 4.0
"""So much every other hill of a row is higher."""
SHIFT = 0.14
"""So far the hills of a row behind stand aside, as part of the width."""
CROWN = 8.0
"""Between a name and the top of its hill."""


@dataclass(frozen=True)
class Hills:
    """The hills as drawn, and the names on them."""

    shape: str
    letters: tuple[Letters, ...]

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """What nothing may cover: the names with the crowns of their hills."""
        boxes = (item.box for item in self.letters)
        return tuple(Rect(box.x, box.y - CROWN, box.w, box.h + CROWN) for box in boxes)


def raise_hills(
    id: str,  # noqa: A002
    goals: Sequence[str],
    sides: Sequence[tuple[float, float]],
    horizon: float,
    most: float,
    least: float,
) -> Hills:
    """Raise a hill for each goal, from left to right over the free sides of the horizon (left and right edge).

    The largest letter is taken with which no hill is higher than `most`: in one row, or every other hill behind the
    others. Names are only cut when even the least letter (`least`, in mm of A0) leaves no room for them.
    """
    if not goals:
        return Hills("", ())
    shares = _share(goals, sides)
    plans = _plan(shares, [right - left for left, right in sides], most, least)
    back: list[str] = []
    front: list[str] = []
    letters: list[Letters] = []
    for (left, right), rows in zip(sides, plans, strict=True):
        own: list[Letters] = []
        foot = horizon
        for row, names in enumerate(rows):
            shift = (right - left) * SHIFT if len(rows) > 1 else 0.0
            begin, end = (left + shift, right) if row else (left, right - shift)
            gap = (end - begin - sum(word.width for word in names)) / (len(names) + 1) if names else 0.0
            slope = min(MOST_SLOPE, max(gap, GAP) * 0.92)
            x = begin + gap
            for i, word in enumerate(names):
                top = foot - FOOT - word.height - (HIGHER if i % 2 else 0.0)
                hill = _hill(f"{id}-{row}-{i}", x, word, (top - CROWN, horizon), slope)
                (back if row else front).append(hill)
                own.append(set_words(word, x + word.width / 2, top, "gtext", "middle", role="goal"))
                x += word.width + gap
            foot -= _height(names)
        letters += sorted(own, key=lambda item: item.x)
    return Hills(group(*back, *front, cls="stip-d-hills"), tuple(letters))


def _plan(
    shares: Sequence[Sequence[str]], widths: Sequence[float], most: float, least: float
) -> list[list[list[Words]]]:
    """Return the names of each side by rows, the front row first."""
    sizes = (*(size for size in LETTERS if size > least), least)
    best = [(size, 2) for size in sizes if size >= CLEAR] if max(map(len, shares)) > IN_ROW else []
    for size, count in (*best, *itertools.product(sizes, (1, 2))):
        tried = [_rows(own, width, most, size, count) for own, width in zip(shares, widths, strict=True)]
        found = [rows for rows in tried if rows is not None]
        if len(found) == len(tried):
            return found
    lines = max(1, int((most / 2 - FOOT - CROWN - HIGHER) / (least * LEADING)))
    return [
        [
            [even(goal, "hand-bold", least, _room(width, part, 2) / max(len(part), 1), lines) for goal in part]
            for part in (own[0::2], own[1::2])
        ]
        for own, width in zip(shares, widths, strict=True)
    ]


def _rows(goals: Sequence[str], width: float, most: float, size: float, count: int) -> list[list[Words]] | None:
    """Return the names in so many rows, or None when they do not fit."""
    rows = []
    for part in [goals] if count == 1 else [goals[0::2], goals[1::2]]:
        room = _room(width, part, count)
        tried = ([_narrow(goal, size, room, lines) for goal in part] for lines in LINES)
        fitting = (
            names
            for names in tried
            if not any(name.lines[-1].endswith("…") for name in names) and sum(name.width for name in names) <= room
        )
        names = next(fitting, None)
        if names is None:
            return None
        rows.append(names)
    return rows if sum(map(_height, rows)) <= most else None


def _room(width: float, goals: Sequence[str], rows: int) -> float:
    return width * (1 - (SHIFT if rows > 1 else 0.0)) - GAP * (len(goals) + 1)


def _height(names: Sequence[Words]) -> float:
    """Return how high the hills of a row are."""
    return max((name.height for name in names), default=0.0) + FOOT + CROWN + (HIGHER if len(names) > 1 else 0.0)


def _share(goals: Sequence[str], sides: Sequence[tuple[float, float]]) -> list[Sequence[str]]:
    """Divide the goals over the two sides, in order, so that the letters on both come out about the same."""
    if len(sides) < 2:
        return [goals]
    weights = [len(goal) + 12 for goal in goals]
    half = min(range(len(goals) + 1), key=lambda i: abs(sum(weights[:i]) - sum(weights[i:])))
    return [goals[:half], goals[half:]]


def _narrow(goal: str, size: float, room: float, most: int) -> Words:
    """Return a name in at most so many lines, as narrow as that goes without breaking a word."""
    best = even(goal, "hand-bold", size, room, 1)
    low, high = size * 4, room
    for _ in range(9):
        middle = (low + high) / 2
        tried = even(goal, "hand-bold", size, middle, most)
        fits = "".join(tried.lines).replace(" ", "") == "".join(goal.split())
        low, high = (low, middle) if fits else (middle, high)
        best = tried if fits else best
    return best


def _hill(id: str, x: float, word: Words, heights: tuple[float, float], slope: float) -> str:  # noqa: A002
    """Draw a hill that holds its name: a round crown over the words, and slopes at both sides."""
    dice = hand(id, *word.lines)
    top, foot = heights
    left, right, shoulder = x - 4, x + word.width + 4, top + CROWN * 0.75
    lean = dice.uniform(0.4, 0.6)
    ridge = [
        (left - slope, foot),
        (left - slope * 0.45, foot - (foot - shoulder) * dice.uniform(0.4, 0.5)),
        (left, shoulder),
        (left + (right - left) * lean, top),
        (right, shoulder),
        (right + slope * 0.45, foot - (foot - shoulder) * dice.uniform(0.4, 0.5)),
        (right + slope, foot),
    ]
    line = curve(ridge)
    return path(f"{line}V{number(foot + 1)}H{number(ridge[0][0])}z", "stip-d-hill") + path(line, "stip-d-far")
