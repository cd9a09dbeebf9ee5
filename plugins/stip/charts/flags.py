"""Yellow boards on posts over a place in a chart: today, or what a point means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stip.charts.frame import Form
from stip.charts.lettering import Text, shelve, text
from stip.charts.strokes import board, stroke
from stip.pen.boxes import Rect
from stip.pen.sketch import hand
from stip.pen.svg import path

_PAD = 9.0
_WIDEST = 190.0


@dataclass(frozen=True)
class Flag:
    """A board with its words, and the x over which it stands."""

    words: str
    x: float


@dataclass(frozen=True)
class Board:
    """A board in its place."""

    words: Text
    box: Rect
    x: float

    def draw(self, prefix: str) -> str:
        """Draw the board."""
        outline = board(self.box.x, self.box.y, self.box.w, self.box.h, hand(prefix, "flag", self.x))
        top = self.box.y + (self.box.h - self.words.height) / 2 + 2
        return path(outline, "stip-ch-flag") + self.words.draw(
            self.box.x + self.box.w / 2, top, "stip-d-on-sun", "middle"
        )

    def post(self, prefix: str, foot: float) -> str:
        """Draw the post from the board down to y `foot`."""
        return path(stroke((self.x, self.box.bottom), (self.x, foot), hand(prefix, "post", self.x)), "stip-ch-edge")


def hang(flags: Sequence[Flag], form: Form, top: float) -> tuple[list[Board], float]:
    """Place boards below `top`, none over another; return them with the height of all."""
    words = [text(flag.words, "hand-bold", form.letter + 1, min(_WIDEST, form.width * 0.6), 2) for flag in flags]
    wanted = [(flag.x, one.width + 2 * _PAD) for flag, one in zip(flags, words, strict=True)]
    places = shelve(wanted, 1, form.width - 1)
    high = max((one.height for one in words), default=0.0) + 6
    count = max((place.shelf for place in places), default=-1) + 1
    boards = [
        Board(one, Rect(place.left, top + (count - 1 - place.shelf) * (high + 5), width, high), flag.x)
        for flag, one, place, (_, width) in zip(flags, words, places, wanted, strict=True)
    ]
    return boards, count * (high + 5)
