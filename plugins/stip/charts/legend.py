"""The key under a chart: a small drawing and a word for each mark that the chart has."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stip.charts.frame import Form
from stip.charts.lettering import text
from stip.charts.strokes import board
from stip.pen.svg import element

SYMBOL = 28.0, 18.0
"""Width and height of the small drawing, in px."""
_BETWEEN = 22.0


@dataclass(frozen=True)
class Sign:
    """A mark that the chart has: its word, and what draws it about a middle, in a box of SYMBOL."""

    word: str
    draw: Callable[[float, float], str]
    width: float = SYMBOL[0]


def sample(x: float, y: float, dice: random.Random, width: float = SYMBOL[0], height: float = SYMBOL[1]) -> str:
    """Return the outline of a small board about a middle, in the look of what it explains."""
    return board(x - width / 2, y - height / 2, width, height, dice)


def draw_legend(signs: Sequence[Sign], form: Form, top: float, left: float = 0.0) -> tuple[str, float]:
    """Draw the key below `top`; return it with its own height, 0 without signs that have a word."""
    height = SYMBOL[1]
    x, y, tall = left, top + 12, 0.0
    parts = []
    for sign in signs:
        if not sign.word:
            continue
        width = sign.width
        words = text(sign.word, "plain", form.letter, form.width - left - width - 8)
        if x > left and x + width + 8 + words.width > form.width:
            x, y, tall = left, y + tall + 6, 0.0
        line = max(height, words.leading)
        parts.append(sign.draw(x + width / 2, y + line / 2))
        parts.append(words.draw(x + width + 8, y + (line - words.leading) / 2, "stip-d-ink2"))
        x += width + 8 + words.width + _BETWEEN
        tall = max(tall, line, words.height)
    if not parts:
        return "", 0.0
    return element("g", *parts), y + tall - top
