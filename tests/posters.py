"""The example's posters for the tests: placed, drawn and written once, however many tests look at them."""

from __future__ import annotations

import io
from functools import cache
from typing import Final

import pypdf

from building import ROOT
from stip.diagrams import find_engine
from stip.loading import load
from stip.model import Roadmap
from stip.poster import ORIENTATIONS, SIZES, Drawing, sheet
from stip.poster.layout import Poster, lay_out_poster
from stip.printing import Order, draw_poster, poster_pdf, poster_spec

FITS: Final = tuple((size, orientation) for size in SIZES for orientation in ORIENTATIONS)


@cache
def roadmap() -> Roadmap:
    """Return the example."""
    found = load(ROOT / "roadmap.yaml").roadmap
    assert found
    return found


@cache
def placed(size: str = "a0", orientation: str = "landscape") -> Poster:
    """Return the places of everything on a sheet."""
    return lay_out_poster(poster_spec(roadmap()).map, sheet(size, orientation), find_engine())


def drawn(size: str = "a0", orientation: str = "landscape") -> Drawing:
    """Return the drawing for a sheet."""
    return _drawn(size, orientation)


@cache
def _drawn(size: str, orientation: str) -> Drawing:
    return draw_poster(roadmap(), Order(size, orientation))


def written(size: str = "a0", orientation: str = "landscape", *, bleed: bool = False) -> bytes:
    """Return the PDF of a sheet."""
    return _written(size, orientation, bleed=bleed)


@cache
def _written(size: str, orientation: str, *, bleed: bool) -> bytes:
    return poster_pdf(_drawn(size, orientation), bleed=bleed)


def page(size: str = "a0", orientation: str = "landscape", *, bleed: bool = False) -> pypdf.PageObject:
    """Return the one page of a PDF."""
    return _page(size, orientation, bleed=bleed)


@cache
def _page(size: str, orientation: str, *, bleed: bool) -> pypdf.PageObject:
    return pypdf.PdfReader(io.BytesIO(_written(size, orientation, bleed=bleed))).pages[0]
