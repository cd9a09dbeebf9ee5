"""What there is to print: files with all that a page tells of them, and the poster as a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Use = Literal["shop", "home", "team", "workshop", "screen"]
"""Who takes it: a printing house, who has an A4 or A3 printer, a team, a workshop, who needs a picture."""
USES: tuple[Use, ...] = get_args(Use)


@dataclass(frozen=True)
class PrintFile:
    """A file to print: its slash path under the site's root, and what it is."""

    path: str
    content: str | bytes = field(repr=False)
    use: Use
    kind: str
    """What it is, a key under `prints.kind` of the catalogue."""
    paper: str = ""
    """The name of a sheet, such as `a0`."""
    width: float = 0.0
    """Of the poster as it hangs, in mm; of a picture in px."""
    height: float = 0.0
    sheets: int = 0
    """How many sheets of other paper it is on; none when it is one sheet of its own."""
    on: str = ""
    """That other paper."""
    name: str = ""
    """Whose it is in words; empty for the whole organisation."""
    unit: str = ""
    """The id of the unit that it is for; empty for the whole organisation."""
    mono: bool = False
    notes: tuple[str, ...] = ()
    """What there is to tell about how everything found its place."""

    @property
    def size(self) -> int:
        """How large the file is, in bytes."""
        return len(self.content.encode() if isinstance(self.content, str) else self.content)


@dataclass(frozen=True)
class Prints:
    """All that a site offers to print; nothing when this build makes no posters."""

    files: tuple[PrintFile, ...] = ()
    preview: str = field(default="", repr=False)
    """The poster as SVG that a page may hold as it is; empty when there is none."""
    picture: PrintFile | None = None
    """The poster as a file that a page may show small; None when there is none."""


NOTHING = Prints()
