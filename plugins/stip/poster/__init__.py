"""The poster: every path of the organisation on one sheet of paper, drawn, then written as PDF or SVG."""

from __future__ import annotations

from collections.abc import Mapping

from stip.choices import ORIENTATIONS, PAPERS, SIZES
from stip.diagrams import Engine
from stip.poster.dates import with_dates
from stip.poster.dependencies import find_lines
from stip.poster.document import write_pdf, write_png
from stip.poster.drawing import Drawing, draw_poster
from stip.poster.grid import Grid, plan_tiles
from stip.poster.layout import Poster, TooSmallError, lay_out_poster
from stip.poster.mono import grey_colours
from stip.poster.picture import write_svg
from stip.poster.sheets import Sheet, sheet
from stip.poster.spec import PosterSpec
from stip.poster.tiles import ProofWords, TileWords, write_test_print, write_tiles
from stip.poster.typesetting import NoLetterError, NoTypstError, TypstError

__all__ = [
    "ORIENTATIONS",
    "PAPERS",
    "SIZES",
    "Drawing",
    "Grid",
    "NoLetterError",
    "NoTypstError",
    "PosterSpec",
    "ProofWords",
    "Sheet",
    "TileWords",
    "TooSmallError",
    "TypstError",
    "draw",
    "plan_tiles",
    "refusal",
    "sheet",
    "write_pdf",
    "write_png",
    "write_svg",
    "write_test_print",
    "write_tiles",
]

SMALLER = (0.9, 0.83, 0.76, 0.7, 0.64, 0.58)
"""Parts of the largest letter that are tried for the sake of dates."""
ROOMY = 10.5
"""With dates, a title keeps this letter at least, in mm of A0."""


def draw(
    spec: PosterSpec,
    paper: Sheet,
    engine: Engine,
    *,
    colours: Mapping[str, tuple[str, str]] | None = None,
    mono: bool = False,
) -> Drawing:
    """Draw a poster for a sheet; `mono` is for a printer without colour, and takes no colours of a site.

    Raises TooSmallError, and EngineError when Graphviz fails.
    """
    poster = _dated(spec, lay_out_poster(spec.map, paper, engine), paper, engine)
    return draw_poster(spec, poster, paper, grey_colours() if mono else colours, mono=mono)


def _dated(spec: PosterSpec, poster: Poster, paper: Sheet, engine: Engine) -> Poster:
    """Return the poster with dates on its signs, in smaller letters where these stay large; else as it is."""
    least, wanted = paper.least / paper.scale, None
    for part in SMALLER:
        if poster.letter * part < ROOMY:
            break
        dated = with_dates(lay_out_poster(spec.map, paper, engine, largest=poster.letter * part), least)
        if dated is None:
            continue
        wanted = len(find_lines(spec.map, poster, [])) if wanted is None else wanted
        if len(find_lines(spec.map, dated, [])) >= wanted:  # no dependency loses its line for a date
            return dated
    return poster


def refusal(spec: PosterSpec, paper: Sheet, engine: Engine) -> TooSmallError | None:
    """Return why a poster does not fit on a sheet, not even with its least letter; None when it does.

    Much quicker than drawing it. Raises EngineError when Graphviz fails.
    """
    try:
        lay_out_poster(spec.map, paper, engine, largest=0)
    except TooSmallError as error:
        return error
    return None
