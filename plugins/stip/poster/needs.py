"""How wide the column of a lane must be for a size of letter, reckoned without placing anything yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stip.poster.columns import FONT, GAP, PAD, around_words, icon_size
from stip.poster.titles import shapes
from stip.scene.spec import Stop

WIDEST = 420.0
"""No sign needs more, in mm of A0."""
TIGHT = 0.97
"""So full a column may become: what it loses to slanting edges is only reckoned roughly."""
FINE = 0.8
"""Widths are found to within this, in mm of A0."""


@dataclass(frozen=True)
class Spot:
    """A step at the height where its mark would be: how much of the column's width is left there, and how it leans."""

    stop: Stop
    part: float
    lean: float
    """How far an edge of the column moves aside for each mm up or down."""
    scale: float
    """The size of the letter there as part of the nearest."""
    more: float = 0.0
    """How much wider the column is there than that, in mm."""


@dataclass(frozen=True)
class Letter:
    """A size of letter that is tried: of the nearest sign, the least anywhere, and which words stay whole."""

    size: float
    least: float
    whole: int = 0
    """Words of fewer letters are not broken."""


_Known = tuple[float, float, float, float, float, float, tuple[tuple[float, float], ...]]


def needed_height(spots: Sequence[Spot], letter: Letter, width: float) -> float | None:
    """Return the height of a column of some width, in mm; None when a word is too long for it."""
    return _height(_known(spots, letter), width)


def needed_width(spots: Sequence[Spot], letter: Letter, height: float, most: float = WIDEST) -> float | None:
    """Return the least width with which the signs of a column fit in a height; None when none does."""
    known = _known(spots, letter)

    def fits(width: float) -> bool:
        found = _height(known, width)
        return found is not None and found <= height * TIGHT

    if not spots:
        return 0.0
    low, high = 0.0, min(most, WIDEST)
    if not fits(high):
        return None
    while high - low > FINE:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def _known(spots: Sequence[Spot], letter: Letter) -> list[_Known]:
    """Work out once what does not depend on the width; widths are tried some hundred times."""
    known = []
    for spot in spots:
        size = max(letter.least, letter.size * spot.scale)
        icon = icon_size(spot.stop, size)
        more = spot.more - around_words(icon)
        known.append((size, icon, spot.part, more, spot.lean, size * 2.2, shapes(spot.stop.title, FONT, letter.whole)))
    return known


def _height(known: Sequence[_Known], width: float) -> float | None:
    total = -GAP
    for size, icon, part, more, lean, low, ways in known:
        room = width * part + more
        height = low
        for wide, high in ways:
            if wide * size <= room - lean * height:
                own = max(high * size, icon) + PAD
                if own <= height + size or wide * size <= room - lean * own:
                    height = own
                    break
                height = own  # a higher sign loses more to the slant
        else:
            return None
        total += height + GAP
    return total
