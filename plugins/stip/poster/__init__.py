"""The poster: every path of the organisation on one sheet of paper, as PDF and SVG."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from stip.diagrams import Engine
from stip.poster.document import NoTypstError, write_pdf
from stip.poster.drawing import draw_poster, with_words
from stip.poster.layout import TooSmallError, lay_out_poster
from stip.poster.paint import paint
from stip.poster.sheets import ORIENTATIONS, SIZES, Sheet, sheet
from stip.poster.spec import PosterSpec

__all__ = [
    "ORIENTATIONS",
    "SIZES",
    "NoTypstError",
    "PosterFiles",
    "PosterSpec",
    "Sheet",
    "TooSmallError",
    "make_poster",
    "sheet",
]


@dataclass(frozen=True)
class PosterFiles:
    """A poster as PDF and as SVG."""

    pdf: bytes
    svg: str


def make_poster(
    spec: PosterSpec,
    paper: Sheet,
    engine: Engine,
    day: dt.date,
    *,
    bleed: bool = False,
    colours: Mapping[str, tuple[str, str]] | None = None,
) -> PosterFiles:
    """Make the poster for a sheet. Raises TooSmallError, NoTypstError, and EngineError when Graphviz fails."""
    poster = lay_out_poster(spec.map, paper, engine)
    drawn = draw_poster(spec, poster, paper)
    pdf = write_pdf(spec, drawn, paper, day, bleed=bleed, colours=colours)
    return PosterFiles(pdf, paint(with_words(drawn), colours))
