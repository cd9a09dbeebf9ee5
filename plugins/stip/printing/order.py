"""What is asked for in print: whose poster, on which sheet, in which finish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stip.editions import EditionMark
from stip.poster import Sheet, sheet


@dataclass(frozen=True)
class Subject:
    """Whose poster: the whole organisation, one unit (a cluster or a department), or one goal; with its id."""

    kind: Literal["whole", "unit", "goal"] = "whole"
    id: str = ""


WHOLE = Subject()
CONCEPT = EditionMark()


@dataclass(frozen=True)
class Order:
    """One poster that is asked for; its finish (bleed, tiles, picture) is told when it is written."""

    size: str = "a0"
    orientation: str = "landscape"
    subject: Subject = WHOLE
    mono: bool = False
    """Black and white, for a printer without colour."""
    edition: EditionMark = CONCEPT
    """Which edition is printed."""
    workshop: bool = False
    """With places for stickers, and a form to type them over from."""

    @property
    def sheet(self) -> Sheet:
        """The sheet of paper."""
        return sheet(self.size, self.orientation)

    @property
    def stem(self) -> str:
        """The name of its files, without suffix: the same order has the same name, two orders have two."""
        parts = ["workshop" if self.workshop else "poster", self.size]
        if self.orientation != "landscape":
            parts.append(self.orientation)
        if self.subject.kind == "goal":
            parts.append("goal")
        if self.subject.id:
            parts.append(self.subject.id)
        if self.mono:
            parts.append("mono")
        return "-".join(parts)
