"""The goals as hills on the horizon, each with its name on its slope: the roads lead past them to the dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stip.poster.lettering import Letters, even, set_words
from stip.scene.boxes import Rect
from stip.scene.signs import Words
from stip.scene.sketch import curve, hand
from stip.scene.svg import group, number, path

LETTERS = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.5, 6.0, 5.5)
"""Letters of a name, in mm of A0, the best first."""
LINES = (2, 3, 4, 6, 9)
HILLS = 0.36
"""The highest hill, as part of the height of the sky."""
GAP = 15.0
"""Between two names, for the slopes of their hills."""
MOST_SLOPE = 70.0
FOOT = 5.0
"""Between a name and the horizon."""
CROWN = 9.0
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

    The largest letter with which no hill is higher than `most` is taken. Names are only cut when even the least
    letter (`least`, in mm of A0) leaves no room for them.
    """
    shares = _share(goals, sides)
    names = [
        _fit(own, right - left, most - FOOT - CROWN, least) for own, (left, right) in zip(shares, sides, strict=True)
    ]
    size = min((word.size for own in names for word in own), default=least)
    shapes, letters = [], []
    for own, (left, right), goal_names in zip(shares, sides, names, strict=True):
        same = [
            even(goal, "hand-bold", size, word.width + 0.1, len(word.lines))
            for goal, word in zip(own, goal_names, strict=True)
        ]
        free = right - left - sum(word.width for word in same)
        gap = free / (len(same) + 1) if same else 0.0
        x = left + gap
        for i, word in enumerate(same):
            top = horizon - FOOT - word.height - (4.0 if i % 2 else 0.0)
            shapes.append(_hill(id, i, x, word, (top - CROWN, horizon), min(MOST_SLOPE, max(gap, GAP) * 0.92)))
            letters.append(set_words(word, x + word.width / 2, top, "gtext", "middle", role="goal"))
            x += word.width + gap
    return Hills(group(*shapes, cls="stip-d-hills"), tuple(letters))


def _share(goals: Sequence[str], sides: Sequence[tuple[float, float]]) -> list[Sequence[str]]:
    """Divide the goals over the two sides, in order, so that the letters on both come out about the same."""
    if len(sides) < 2:
        return [goals]
    weights = [len(goal) + 12 for goal in goals]
    half = min(range(len(goals) + 1), key=lambda i: abs(sum(weights[:i]) - sum(weights[i:])))
    return [goals[:half], goals[half:]]


def _fit(goals: Sequence[str], width: float, height: float, least: float) -> list[Words]:
    room = width - GAP * (len(goals) + 1)
    for size in (*(size for size in LETTERS if size > least), least):
        for most in LINES:
            names = [_narrow(goal, size, room, most) for goal in goals]
            whole = not any(name.lines[-1].endswith("…") for name in names)
            if (
                whole
                and sum(name.width for name in names) <= room
                and max((n.height for n in names), default=0) <= height
            ):
                return names
    lines = max(1, int(height / (least * 1.16)))
    return [even(goal, "hand-bold", least, room / max(len(goals), 1), lines) for goal in goals]


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


def _hill(id: str, place: int, x: float, word: Words, heights: tuple[float, float], slope: float) -> str:  # noqa: A002
    """Draw a hill that holds its name: a round crown over the words, and slopes at both sides."""
    dice = hand(id, "goal", place, *word.lines)
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
