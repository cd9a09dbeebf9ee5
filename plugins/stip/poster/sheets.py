"""The sheets of paper, and the smallest letters that can be read on each from where people stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

INCH = 25.4
"""mm."""
LONG, SHORT = 1189.0, 841.0
"""The sides of A0 in mm. Everything is laid out in the millimetres of A0 and then scaled to the sheet."""
LEAST_NAME = 25.0
"""The smallest letter of a department's name, in mm of A0."""
BLEED = 3.0
"""So much the picture goes on beyond the cut, in mm."""
MARKS = 10.0
"""So much paper there is around a sheet with crop marks, in mm."""


@dataclass(frozen=True)
class Sheet:
    """A sheet by its name and size in mm as it hangs, with the smallest letter it may have, in mm too."""

    name: str
    width: float
    height: float
    least: float

    @property
    def landscape(self) -> bool:
        """Whether it hangs on its side."""
        return self.width > self.height

    @property
    def scale(self) -> float:
        """How large a millimetre of A0 is on this sheet."""
        return max(self.width, self.height) / LONG

    @property
    def world(self) -> tuple[float, float]:
        """Width and height of the drawing, in mm of A0."""
        return self.width / self.scale, self.height / self.scale


_SIZES: Mapping[str, tuple[float, float, float]] = {
    "a0": (1189, 841, 5.5),
    "a1": (841, 594, 4.0),
    "a2": (594, 420, 3.0),
    "a3": (420, 297, 2.2),
}


def sheet(size: str, orientation: str = "landscape") -> Sheet:
    """Return a sheet. Raises KeyError for a size that there is not."""
    long, short, least = _SIZES[size]
    width, height = (long, short) if orientation == "landscape" else (short, long)
    return Sheet(size, width, height, least)


def least_letter(long: float) -> float:
    """Return the smallest letter in mm for a poster whose long side is `long` mm: that of the largest sheet within it.

    What is smaller than any sheet is looked at from as near as the smallest one.
    """
    return next((least for side, _, least in _SIZES.values() if side <= long), _SIZES["a3"][2])
