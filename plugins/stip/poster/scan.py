"""The board with the code: what who scans it gets, the code, and the address as people type it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.pen.sketch import board, hand
from stip.pen.svg import element, group, path
from stip.poster.code import LEAST_MODULE, Code, make_code
from stip.poster.free import Near, Room
from stip.poster.lettering import Letters, even, set_words
from stip.poster.sheets import Sheet
from stip.poster.spec import PosterSpec
from stip.scene.signs import Words
from stip.text.fonts import measure

MODULES = (2.8, 2.4, 2.0)
"""Sides of a module in mm of A0, the best first."""
HEADINGS = (10.0, 9.0, 8.0, 7.0)
ADDRESS = 6.6
STEEP = 1.6
"""What a mm lower costs, in mm to the left of the right edge."""
SMALLER = 350.0
"""What a mm less of a module costs."""
PAD = 4.0
LEAST_SIDE = 70.0
"""The board is at least as wide for its words, however small the code."""


@dataclass(frozen=True)
class ScanBoard:
    """The board, not yet in its place."""

    code: Code
    module: float
    """The side of a module, in mm of A0."""
    heading: Words
    address: Words

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the board."""
        words = max(self.heading.width, self.address.width) + 2 * PAD
        wide = max(self.code.side * self.module, words)
        return wide + 2, self.heading.height + self.code.side * self.module + self.address.height + 2 * PAD

    def draw(self, id: str, rect: Rect, link: str) -> tuple[str, list[Letters]]:  # noqa: A002
        """Draw the board; its white is no colour of the theme: a reader needs the contrast."""
        side = self.code.side * self.module
        x, y = rect.x + (rect.w - side) / 2, rect.y + PAD + self.heading.height
        shapes = group(
            element("rect", cls="stip-d-shade", x=rect.x + 2.5, y=rect.y + 3, width=rect.w, height=rect.h, rx=3),
            path(board(rect.x, rect.y, rect.w, rect.h, hand(id, "scan")), "stip-d-plate"),
            element("rect", x=x, y=y, width=side, height=side, fill="#FFFFFF"),
            element("path", d=self.code.path(x, y, self.module), fill="#000000"),
        )
        middle = rect.x + rect.w / 2
        return shapes, [
            set_words(self.heading, middle, rect.y + PAD * 0.7, "ink", "middle"),
            set_words(self.address, middle, y + side - PAD * 0.2, "ink", "middle", href=link),
        ]


def place_scan(spec: PosterSpec, sheet: Sheet, room: Room, sky: Rect, whole: Rect) -> tuple[ScanBoard, Rect] | None:
    """Find a place for the board, with the largest code that has one; None when there is no code."""
    code, least = make_code(spec.link), sheet.least / sheet.scale
    if code is None:
        return None
    smallest = LEAST_MODULE / sheet.scale
    found: list[tuple[float, ScanBoard, Rect]] = []
    for module in (*(module for module in MODULES if module > smallest), smallest):
        for made in _boards(spec, code, module, least):
            rect = _place(made, room, sky) or _place(made, room, whole)
            if rect:
                away = whole.right - rect.right + STEEP * (rect.y - whole.y)
                found.append((away + SMALLER * (MODULES[0] - module), made, rect))
                break
    best = min(found, key=lambda item: item[0], default=None)
    return None if best is None else best[1:]


def _place(made: ScanBoard, room: Room, area: Rect) -> Rect | None:
    w, h = made.extent
    return room.find(w, h, area, Near(area.right - w, area.y, STEEP))


def _boards(spec: PosterSpec, code: Code, module: float, least: float) -> Iterator[ScanBoard]:
    """Yield the boards with a code, the best first; the last says only where it leads."""
    wide = max(code.side * module, LEAST_SIDE) - PAD
    heading = _heading(spec.scan, wide, least)
    for size in (max(ADDRESS, least), least):
        yield ScanBoard(code, module, heading, Words(tuple(_break(spec.short_address, size, wide)), "plain", size))
    address = Words(tuple(_break(spec.short_address, least, wide)), "plain", least)
    yield ScanBoard(code, module, Words((), "hand-bold", least), address)


def _heading(text: str, width: float, least: float) -> Words:
    """Set the heading on one line, in more only when it would get too small."""
    for size in (size for size in HEADINGS if size > least):
        if measure(text, "hand-bold", size) <= width:
            return Words((text,), "hand-bold", size)
    return even(text, "hand-bold", max(HEADINGS[-1], least), width, 4)


def _break(address: str, size: float, width: float) -> Iterator[str]:
    """Break an address after a slash or before a point, else anywhere, and never with a hyphen of its own."""
    rest = address
    while measure(rest, "plain", size) > width and len(rest) > 1:
        fits = max((end for end in range(1, len(rest)) if measure(rest[:end], "plain", size) <= width), default=1)
        ends = [end for end in range(1, fits + 1) if rest[end - 1] in "/-" or rest[end] == "."]
        end = ends[-1] if ends else fits
        yield rest[:end]
        rest = rest[end:]
    yield rest
