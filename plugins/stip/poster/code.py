"""The code of squares (QR) on a print that leads back to the site: shapes to be drawn at any size."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import segno

QUIET = 4
"""So many squares stay white all round, or a phone does not find the code (ISO/IEC 18004)."""


@dataclass(frozen=True)
class Code:
    """The dark squares as path data, in squares of 1 by 1, and how many squares wide all is, white edge included."""

    d: str
    size: int


def code_of(address: str) -> Code:
    """Return the code of an address: a quarter of it may be stained or torn. Raises ValueError when it is too long."""
    made = segno.make_qr(address, error="m", boost_error=True)
    parts = []
    for y, row in enumerate(made.matrix, start=QUIET):
        x = QUIET
        for dark, squares in itertools.groupby(row, bool):
            width = len(list(squares))
            if dark:
                parts.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return Code("".join(parts), len(made.matrix) + 2 * QUIET)
