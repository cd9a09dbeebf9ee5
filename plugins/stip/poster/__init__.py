"""The poster: every path of the organisation on one sheet of paper, drawn, then written as PDF or SVG."""

from __future__ import annotations

from collections.abc import Mapping

from stip.diagrams import Engine
from stip.poster.document import write_pdf, write_png
from stip.poster.drawing import Drawing, draw_poster
from stip.poster.grid import PAPERS, Grid, plan_tiles
from stip.poster.layout import TooSmallError, lay_out_poster
from stip.poster.mono import grey_colours
from stip.poster.picture import write_svg
from stip.poster.sheets import ORIENTATIONS, SIZES, Sheet, sheet
from stip.poster.spec import PosterSpec
from stip.poster.tiles import ProofWords, TileWords, write_test_print, write_tiles
from stip.poster.typesetting import NoLetterError, NoTypstError

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
    poster = lay_out_poster(spec.map, paper, engine)
    return draw_poster(spec, poster, paper, grey_colours() if mono else colours, mono=mono)


def refusal(spec: PosterSpec, paper: Sheet, engine: Engine) -> TooSmallError | None:
    """Return why a poster does not fit on a sheet, not even with its least letter; None when it does.

    Much quicker than drawing it. Raises EngineError when Graphviz fails.
    """
    try:
        lay_out_poster(spec.map, paper, engine, largest=0)
    except TooSmallError as error:
        return error
    return None
