"""The pale board of a ghost: which step stood here, and when that was, measured and wrapped."""

from __future__ import annotations

from dataclasses import dataclass

from stip.scene import path_style as style
from stip.scene.signs import Words, balanced
from stip.scene.spec import Ghost, Stop

PAD, TOP, BETWEEN = 9.0, 7.0, 3.0
"""Between the words and the sides, the top and the bottom, and each other, in px."""
_WIDTH = 150.0
"""The most that the words are wide, in px."""
_LINES = 3


@dataclass(frozen=True)
class GhostSign:
    """The measured board of a ghost: which step stood here, and when that was."""

    stop: Stop
    title: Words
    text: Words

    @property
    def width(self) -> float:
        """The width of the whole board, in px."""
        return max(self.title.width, self.text.width) + 2 * PAD

    @property
    def height(self) -> float:
        """The height of the whole board, in px."""
        return TOP + self.title.height + BETWEEN + self.text.height + TOP


def ghost_sign(stop: Stop, ghost: Ghost) -> GhostSign:
    """Measure the board of a ghost."""
    return GhostSign(
        stop,
        balanced(stop.title, "hand", style.LETTER, _WIDTH, _LINES),
        balanced(ghost.text, "plain", style.LETTER, _WIDTH, _LINES),
    )
