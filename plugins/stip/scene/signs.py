"""Signs and boards: measure the words first, then draw the box that holds them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from stip.pen.sketch import board, hand
from stip.pen.svg import element, lines, path, rect
from stip.scene.marks import INTERVENTION, NUMBERED, kind_mark
from stip.scene.spec import Lane, Stop
from stip.text.fonts import KEPT, Font, measure, wrapped

LEADING = 1.16
"""Line height of the hand, in letters."""
STRIPE = 6.0
PAD = 8.0
PADDING = 16.0
"""What a board is wider than its words, in px."""


@dataclass(frozen=True)
class Words:
    """Wrapped lines of one letter, measured."""

    lines: tuple[str, ...]
    font: Font
    size: float

    @functools.cached_property
    def width(self) -> float:
        """The width of the longest line, in px."""
        return max((measure(line, self.font, self.size) for line in self.lines), default=0.0)

    @functools.cached_property
    def leading(self) -> float:
        """From one base line to the next, in px."""
        return self.size * (LEADING if self.font.startswith("hand") else 1.22)

    @property
    def height(self) -> float:
        """The height of all lines, in px."""
        return len(self.lines) * self.leading

    def draw(self, x: float, top: float, cls: str, anchor: str = "") -> str:
        """Draw the lines below `top`."""
        # Kalam sits high in its line, Atkinson in the middle.
        base = top + self.size * (0.92 if self.font.startswith("hand") else 0.95)
        bold = " stip-d-bold" if self.font.endswith("bold") else ""
        face = "stip-hand" if self.font.startswith("hand") else "stip-plain"
        return lines(list(self.lines), x, base, self.size, self.leading, f"{face}{bold} {cls}".strip(), anchor)


def words(text: str, font: Font, size: float, width: float, max_lines: int) -> Words:
    """Wrap and measure a text."""
    return Words(wrapped(text, font, size, width, max_lines), font, size)


@functools.lru_cache(maxsize=KEPT)
def balanced(text: str, font: Font, size: float, width: float, max_lines: int) -> Words:
    """Wrap a text in as few lines as possible, of about the same length."""
    best = words(text, font, size, width, max_lines)
    if len(best.lines) < 2:
        return best
    low, high = width * 0.4, width
    for _ in range(6):
        middle = (low + high) / 2
        tried = words(text, font, size, middle, max_lines)
        same = len(tried.lines) == len(best.lines) and "".join(tried.lines) == "".join(best.lines)
        low, high = (low, middle) if same else (middle, high)
    found = words(text, font, size, high, max_lines)
    return found if "".join(found.lines) == "".join(best.lines) else best


@dataclass(frozen=True)
class SmallSign:
    """The sign on the map: the kind and the title, nothing else."""

    stop: Stop
    words: Words
    icon: float

    @functools.cached_property
    def width(self) -> float:
        """The width of the whole sign, in px."""
        return STRIPE + 7 + (self.icon + 5 if self.icon else 0) + self.words.width + 8

    @functools.cached_property
    def height(self) -> float:
        """The height of the whole sign, in px: at least a comfortable target."""
        return max(self.words.height + 10, self.icon + 8, 30)

    @property
    def cut(self) -> bool:
        """Whether letters of the title were left out."""
        return bool(self.words.lines) and self.words.lines[-1].endswith("…")

    def draw(self, prefix: str, x: float, y: float) -> str:
        """Draw the sign with its left top corner at (x, y)."""
        inner = x + STRIPE + 6
        parts = [plate(prefix, self.stop.id, x, y, self.width, self.height)]
        if self.icon:
            parts.append(kind_mark(prefix, self.stop, inner, y + (self.height - self.icon) / 2, self.icon))
            inner += self.icon + 5
        top = y + (self.height - self.words.height) / 2 + 1
        parts.append(self.words.draw(inner, top, "stip-d-ink"))
        return "".join(parts)


def small_sign(stop: Stop, size: float, width: float, most_lines: int, *, kind: bool) -> SmallSign:
    """Measure the small sign of a step with letters of `size` and words at most `width` wide."""
    icon = 0.0 if stop.kind == "milestone" or not kind else size * 1.65
    if icon and stop.kind == INTERVENTION:
        icon = 2 * NUMBERED + 1
    return SmallSign(stop, balanced(stop.title, "hand", size, width, most_lines), icon)


def plate(prefix: str, id: str, x: float, y: float, w: float, h: float) -> str:  # noqa: A002
    """Draw an empty sign: its shadow, its board and the stripe in the colour of the path."""
    outline = board(x, y, w, h, hand(prefix, id, "plate"))
    return (
        rect("stip-d-shade", x + 2.5, y + 3, w, h, 3)
        + path(outline, "stip-d-plate")
        + rect("stip-d-stripe", x + 1.6, y + 2.2, STRIPE - 1, h - 4.4, 1.5)
    )


def focus_ring(x: float, y: float, w: float, h: float) -> str:
    """Draw the rectangle that shows the focus round a whole sign."""
    return rect("stip-d-ring", x - 5, y - 5, w + 10, h + 10, 5)


@dataclass(frozen=True)
class Board:
    """The filled board of a department at the start of its road; without words only its disc is drawn."""

    lane: Lane
    words: Words | None

    @property
    def width(self) -> float:
        """The width of the board, in px."""
        return max(self.words.width + PADDING, 56) if self.words else 0.0

    def draw(self, prefix: str, x: float, y: float, height: float) -> str:
        """Draw the board with its middle at x and its top at y."""
        if not self.words:
            return ""
        left = x - self.width / 2
        top = y + (height - self.words.height) / 2 + 3
        return (
            element("rect", cls="stip-d-shade", x=left + 3, y=y + 3, width=self.width, height=height, rx=3)
            + path(board(left, y, self.width, height, hand(prefix, self.lane.id, "board")), "stip-d-board")
            + self.words.draw(x, top, "stip-d-on-path", "middle")
        )
