"""Write a drawn poster in every finish that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stip.poster import PAPERS, Drawing, plan_tiles, write_svg
from stip.poster.sheets import MARKS
from stip.printing.make import poster_pdf, poster_png
from stip.printing.order import Order
from stip.printing.tiles import proof_pdf, tiles_pdf
from stip.printing.workshop import form_pdf

PICTURES = (1600, 3200)
"""How wide the pictures are, in px."""
A4 = (210.0, 297.0)
"""An upright A4, in mm."""


@dataclass(frozen=True)
class Finish:
    """What is wanted besides the poster as PDF and SVG."""

    bleed: bool = False
    """A PDF with bleed and crop marks, for a printing house."""
    png: bool = False
    """Pictures of two sizes, for a screen."""
    tiles: tuple[str, ...] = ()
    """The papers of printers over which the poster is divided."""
    fit: bool = False
    """Whether it may be a little smaller then, where that saves sheets."""
    proof: bool = False
    """One sheet to try such a printer with."""


@dataclass(frozen=True)
class Printed:
    """A finished file, and the paper that it is on."""

    name: str
    content: bytes
    paper: str
    """The name of the sheet; empty for a picture."""
    width: float
    """Of a sheet as it hangs, in mm; of a picture in px; 0 when its name says all."""
    height: float
    sheets: int = 1


def finished(drawing: Drawing, order: Order, finish: Finish) -> Iterator[Printed]:
    """Yield the files of a poster, the SVG first: that needs no other program. Raises StipError for the others."""
    sheet, name = drawing.sheet, order.stem

    def whole(ending: str, content: bytes, around: float = 0.0) -> Printed:
        return Printed(f"{name}{ending}", content, sheet.name, sheet.width + 2 * around, sheet.height + 2 * around)

    yield whole(".svg", write_svg(drawing).encode())
    yield whole(".pdf", poster_pdf(drawing))
    if order.workshop:
        yield Printed(f"{name}-form.pdf", form_pdf(drawing), "a4", *A4)
    if finish.bleed:
        yield whole("-bleed.pdf", poster_pdf(drawing, bleed=True), MARKS)
    for paper in finish.tiles:
        grid, ending = plan_tiles(drawing, paper, fit=finish.fit), "-fit" if finish.fit else ""
        content = tiles_pdf(drawing, paper, fit=finish.fit)
        yield Printed(f"{name}-{paper}{ending}.pdf", content, paper, 0, 0, grid.count + 1)
    for paper in finish.tiles or PAPERS[:1] if finish.proof else ():
        ending = "" if paper == PAPERS[0] else f"-{paper}"
        yield Printed(f"{name}-proof{ending}.pdf", proof_pdf(drawing, paper), paper, 0, 0)
    for width in PICTURES if finish.png else ():
        content = poster_png(drawing, width)
        yield Printed(f"{name}-{width}.png", content, "", width, round(width * sheet.height / sheet.width))
