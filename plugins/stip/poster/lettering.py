"""Words on the poster, each with its place: they are set as real text, so that they can be read, found and spoken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stip.pen.boxes import Rect
from stip.pen.svg import element, text
from stip.scene.signs import Words, words
from stip.text.fonts import Font, measure

Role = Literal["title", "goal", "unit", "step", "date", "text", "decoration"]
"""What words are to a screen reader; a date belongs to the step before it, decoration is passed by."""
Anchor = Literal["", "middle", "end"]
_FACES = {"hand": "Kalam", "plain": "Atkinson Hyperlegible Next"}


@dataclass(frozen=True)
class Letters:
    """Lines of text: `y` is the base line of the first, in mm of A0, and `colour` the name of a token."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    leading: float
    font: Font
    colour: str
    anchor: Anchor = ""
    role: Role = "text"
    href: str = ""

    @property
    def face(self) -> str:
        """The family of the font."""
        return _FACES[self.font.removesuffix("-bold")]

    @property
    def weight(self) -> int:
        """400 or 700."""
        return 700 if self.font.endswith("-bold") else 400

    @property
    def plain(self) -> str:
        """The words in one line; what was parted by a hyphen stays parted by it."""
        return " ".join(self.lines).replace("- ", "-")

    @property
    def box(self) -> Rect:
        """What the words take on the sheet, in mm of A0."""
        width = max((measure(line, self.font, self.size) for line in self.lines), default=0.0)
        left = self.x - {"": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Rect(left, self.y - self.size * 0.86, width, (len(self.lines) - 1) * self.leading + self.size * 1.12)

    def svg(self) -> str:
        """Return the words as SVG text."""
        drawn = (
            text(line, self.x, self.y + i * self.leading, self.size, "", self.anchor)
            for i, line in enumerate(self.lines)
        )
        style = {"font_family": self.face, "font_weight": str(self.weight), "fill": f"var(--stip-{self.colour})"}
        return element("g", *drawn, **style)


def even(text: str, font: Font, size: float, width: float, most_lines: int) -> Words:
    """Wrap a text in as few lines as it needs, then as narrow as that goes without breaking more words."""
    best = words(text, font, size, width, most_lines)
    for part in range(95, 45, -5):
        tried = words(text, font, size, width * part / 100, most_lines)
        if len(tried.lines) != len(best.lines) or _letters(tried) != _letters(best):
            break
        best = tried
    return best


def _letters(found: Words) -> str:
    return "".join(found.lines).replace(" ", "")


def set_words(
    found: Words, x: float, top: float, colour: str, anchor: Anchor = "", *, role: Role = "text", href: str = ""
) -> Letters:
    """Set measured words below `top`."""
    base = top + found.size * (0.92 if found.font.startswith("hand") else 0.95)
    return Letters(found.lines, x, base, found.size, found.leading, found.font, colour, anchor, role, href)


def set_line(
    line: str,
    x: float,
    y: float,
    size: float,
    font: Font,
    colour: str,
    anchor: Anchor = "",
    *,
    role: Role = "text",
) -> Letters:
    """Set one line on a base line."""
    return Letters((line,), x, y, size, size * 1.2, font, colour, anchor, role)
