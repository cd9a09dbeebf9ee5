"""`stip poster`: write the poster of all paths, for print."""

from __future__ import annotations

import argparse
from pathlib import Path

from stip.cli.inputs import GOOD, PROBLEMS, add_input, read_aloud
from stip.poster import ORIENTATIONS, SIZES, write_svg
from stip.printing import Order, draw_poster, poster_pdf
from stip.text.words import words_for


def add_poster(poster: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    add_input(poster)
    poster.add_argument("--size", choices=SIZES, default=SIZES[0], help="the sheet of paper")
    poster.add_argument("--orientation", choices=ORIENTATIONS, default=ORIENTATIONS[0], help="how the sheet hangs")
    poster.add_argument("--bleed", action="store_true", help="with 3 mm bleed and crop marks, for a printing house")
    poster.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the PDF and the SVG")
    poster.add_argument("--engine", default="embedded", help="embedded, system, or the path of a dot command")


def run_poster(options: argparse.Namespace) -> int:
    """Write the poster as PDF and SVG."""
    loaded = read_aloud(options)
    if loaded.roadmap is None:
        return PROBLEMS
    order = Order(options.size, options.orientation)
    drawing = draw_poster(loaded.roadmap, order, engine=options.engine, colours=loaded.colours)
    name, pdf = order.stem, poster_pdf(drawing, bleed=options.bleed)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / f"{name}.pdf").write_bytes(pdf)
    (options.out / f"{name}.svg").write_text(write_svg(drawing), encoding="utf-8")
    words = words_for(loaded.language)
    print(words("poster.written", folder=options.out, pdf=f"{name}.pdf", svg=f"{name}.svg"))
    return GOOD
