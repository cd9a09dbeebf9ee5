"""The path of a team within one strip: a board, marks with signs, and a thin road."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stip.pen.boxes import Rect
from stip.scene.road import Road
from stip.scene.signs import SmallSign, Words
from stip.scene.spec import Stop, Strand

MARK = 8.5
"""Radius of the mark of a team's step, in px."""
End = Literal["on", "step", "sun", "here"]
"""A strand goes on in the next strip, joins a step, reaches the sun, or ends by itself."""


@dataclass(frozen=True)
class Bead:
    """A step of a team as it is seen: its mark on the strand and its sign below."""

    stop: Stop
    sign: SmallSign
    x: float
    rect: Rect


@dataclass(frozen=True)
class StrandView:
    """A strand within one strip; y counts from the top of the strip."""

    strand: Strand | None
    """None for the one board that stands for all teams."""
    words: Words
    board: Rect
    name: str
    href: str
    y: float
    beads: tuple[Bead, ...]
    road: Road | None
    end: End

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """The board and the signs."""
        return (self.board, *(bead.rect for bead in self.beads))
