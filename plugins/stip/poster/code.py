"""The code on a print that leads back to the site: one vector path, with the white ground that a reader needs."""

from __future__ import annotations

from dataclasses import dataclass

import segno

QUIET = 4
"""So many modules round a code stay white (ISO/IEC 18004)."""
LEAST_MODULE = 0.8
"""The smallest side of a module on paper, in mm: below it, a telephone must come too near."""


@dataclass(frozen=True)
class Code:
    """A QR code as rows of modules, without its quiet zone; True is dark."""

    modules: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules along a side, the quiet zone included."""
        return len(self.modules) + 2 * QUIET

    def path(self, x: float, y: float, module: float) -> str:
        """Return all dark modules as path data, the quiet zone beginning at (x, y); `module` is the side of one.

        Runs of a row are one rectangle each: no hair lines between neighbours on screen or paper.
        """
        parts = []
        for row, line in enumerate(self.modules):
            start = None
            for column, dark in enumerate((*line, False)):
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    left, top = x + (QUIET + start) * module, y + (QUIET + row) * module
                    wide = (column - start) * module
                    parts.append(f"M{left:.3f} {top:.3f}h{wide:.3f}v{module:.3f}h{-wide:.3f}z")
                    start = None
        return "".join(parts)


def make_code(address: str) -> Code | None:
    """Return the code of an address, or None when there is none or it is too long for any code."""
    if not address:
        return None
    try:
        made = segno.make(address, micro=False, error="m")
    except segno.DataOverflowError:
        return None
    return Code(tuple(tuple(bool(module) for module in row) for row in made.matrix))
