"""Say what the sheets of a poster for an ordinary printer say, and write them."""

from __future__ import annotations

from stip.poster import Drawing, Grid, ProofWords, TileWords, plan_tiles, write_test_print, write_tiles
from stip.printing.make import told
from stip.text.words import Words, words_for


def tiles_pdf(drawing: Drawing, paper: str = "a4", *, fit: bool = False) -> bytes:
    """Write a drawn poster over sheets of paper, the cover first. Raises StipError in the poster's language.

    Args:
        drawing: The poster.
        paper: One of `stip.poster.PAPERS`.
        fit: Make it a little smaller where that saves sheets and all can still be read.
    """
    grid = plan_tiles(drawing, paper, fit=fit)
    with told(drawing.spec.language):
        return write_tiles(drawing, grid, tile_words(drawing, grid))


def proof_pdf(drawing: Drawing, paper: str = "a4") -> bytes:
    """Write one sheet to try a printer with, for the same paper. Raises StipError in the poster's language."""
    words = words_for(drawing.spec.language)
    grid = plan_tiles(drawing, paper)
    text = ProofWords(
        title=words("tiles.test.title", name=drawing.spec.name),
        heading=words("tiles.test.heading"),
        about=words("tiles.test.about", name=drawing.spec.name, sheet=drawing.sheet.name.upper()),
        checks=tuple(words(f"tiles.test.checks.{check}") for check in ("ruler", "frame", "letters", "colours")),
        ruler=words("tiles.ruler"),
        aid=_aid(drawing, words),
        corner=words("tiles.test.corner"),
    )
    with told(words.language):
        return write_test_print(drawing, grid, text)


def tile_words(drawing: Drawing, grid: Grid) -> TileWords:
    """Say everything about the sheets of one poster."""
    words, spec = words_for(drawing.spec.language), drawing.spec
    named = {"name": spec.name, "sheet": drawing.sheet.name.upper(), "paper": grid.paper.upper()}
    tiles = list(grid.tiles())
    steps = ["print", "cut"]
    if grid.columns > 1:
        steps.append("rows")
    if grid.rows > 1:
        steps.append("below" if grid.columns > 1 else "column")
    return TileWords(
        title=words("tiles.title", **named),
        heading=words("tiles.heading"),
        about=" ".join([words("tiles.about", count=grid.count, **named), *_scale(grid, words)]),
        steps=tuple(words(f"tiles.steps.{step}") for step in [*steps, "trim"]),
        ruler=words("tiles.ruler"),
        aid=_aid(drawing, words),
        map=words("tiles.map", count=grid.count, rows=grid.rows, columns=grid.columns),
        labels=tuple(
            words(
                "tiles.label",
                number=tile.number,
                row=tile.row,
                column=tile.column,
                rows=grid.rows,
                columns=grid.columns,
            )
            for tile in tiles
        ),
        onto=tuple(words("tiles.onto", number=tile.number) for tile in tiles),
        foot=" · ".join(filter(None, (words("tiles.cut"), spec.name, drawing.sheet.name.upper(), spec.edition))),
    )


def _aid(drawing: Drawing, words: Words) -> str:
    """Say that the sheets are a print aid, and where the version is that can be read aloud."""
    address = drawing.spec.short_address
    return words("tiles.aid.site", address=address) if address else words("tiles.aid.pdf")


def _scale(grid: Grid, words: Words) -> list[str]:
    """Say whether the poster was made smaller to save sheets."""
    if not grid.fit:
        return []
    percent = f"{grid.scale * 100:.1f}".rstrip("0").rstrip(".").replace(".", words("tiles.point"))
    wide, high = (f"{side:.0f}" for side in grid.poster)
    return [words(f"tiles.fit.{grid.fit}", percent=percent, wide=wide, high=high, count=grid.saved)]
