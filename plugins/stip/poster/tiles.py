"""Write a poster over the sheets of an ordinary printer, with all that is needed to make one poster of them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from stip.poster.breaks import breakable
from stip.poster.document import set_poster
from stip.poster.drawing import Drawing
from stip.poster.grid import EDGE, OVERLAP, Grid
from stip.poster.paint import light
from stip.poster.typesetting import as_pdf

_ABOUT = (4.2, 150.0)
"""The letter of what is told about the poster, and what fits on its line, in mm."""
_COLOURS = ("ink", "ink2", "card", "tint", "dot")


@dataclass(frozen=True)
class TileWords:
    """All that the sheets say; those of a sheet in the order of the sheets."""

    title: str
    heading: str
    about: str
    """Which poster this is, on how many sheets of what paper."""
    steps: tuple[str, ...]
    """What to do, one thing a step."""
    ruler: str
    """What a line of 100 mm should measure."""
    aid: str
    """That this is a print aid, and where the version is that can be read aloud."""
    map: str
    """What the small picture on the cover shows, for who cannot see it."""
    labels: tuple[str, ...]
    """Which sheet this is."""
    onto: tuple[str, ...]
    """Where each sheet is glued, on the strip of the sheet before it."""
    foot: str
    """What each sheet says besides: what to do with it, and of which poster it is."""


@dataclass(frozen=True)
class ProofWords:
    """All that a test print says."""

    title: str
    heading: str
    about: str
    checks: tuple[str, ...]
    ruler: str
    aid: str
    corner: str
    """What the piece of the poster is, for who cannot see it."""


def write_tiles(drawing: Drawing, grid: Grid, words: TileWords) -> bytes:
    """Return a cover and every sheet of a poster as one PDF, the same bytes every time.

    The sheets place the PDF of the poster: once in the file, however many sheets. The poster as SVG on each sheet could
    be PDF/UA, which a placed PDF cannot, but 25 sheets of it were ten times as large (5.3 MB against 0.5).

    Raises NoTypstError and NoLetterError.
    """
    tiles = [asdict(tile) for tile in grid.tiles()]
    data = {
        **_told(words),
        **_common(drawing, grid.width, grid.height, grid.poster),
        "overlap": OVERLAP,
        "columns": grid.columns,
        "tiles": tiles,
    }
    return _written("tiles.typ", data, drawing)


def write_test_print(drawing: Drawing, grid: Grid, words: ProofWords) -> bytes:
    """Return one sheet to try a printer with, before the poster costs paper. Raises what `write_tiles` raises."""
    short, long = sorted((grid.width, grid.height))
    data = {**_told(words), **_common(drawing, short, long, (drawing.sheet.width, drawing.sheet.height))}
    return _written("test_print.typ", data, drawing)


def _told(words: TileWords | ProofWords) -> dict[str, Any]:
    """Return what a sheet says; a name without end can be broken."""
    return asdict(replace(words, about=breakable(words.about, "plain-bold", *_ABOUT)))


def _written(template: str, data: Mapping[str, Any], drawing: Drawing) -> bytes:
    made = as_pdf(template, data, {"poster.pdf": set_poster(drawing)}, day=drawing.spec.day, standard=None)
    from stip.poster.finish import finish  # noqa: PLC0415 - an optional extra, as typst is

    return finish(made, {})


def _common(drawing: Drawing, width: float, height: float, poster: tuple[float, float]) -> Mapping[str, Any]:
    return {
        "language": drawing.spec.language,
        "author": drawing.spec.imprint,
        "width": width,
        "height": height,
        "edge": EDGE,
        "poster": poster,
        "colours": {name: light(name, drawing.colours) for name in _COLOURS},
    }
