"""The rows of a print: the whole A0 of this repository's own roadmap, beside typst on that very page."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import targets
from figures import Figure, compared
from organisations import write
from running import Run, python, run

from stip.loading import load
from stip.poster import Drawing
from stip.poster.document import _data, _files
from stip.printing import Order, draw_poster

ROOT = Path(__file__).parents[2]
SIZE = "example"


def measure(folder: Path, rounds: int) -> Iterator[Figure]:
    """Make the poster in a fresh process, as PDF and SVG, and compile its page in another."""
    found = load(ROOT / "roadmap.yaml").roadmap
    if found is None:
        raise SystemExit("roadmap.yaml")
    _write_page(draw_poster(found, Order()), folder)
    own = [sys.executable, "-m", "stip", "poster", str(ROOT / "roadmap.yaml"), "--out", str(folder / "out")]
    fonts = str(ROOT / "plugins" / "stip" / "poster" / "fonts")
    run(own, folder)
    posters: list[Run] = []
    bare: list[Run] = []
    for _ in range(rounds):
        posters.append(run(own, folder))
        bare.append(python("typeset.py", str(folder), fonts, folder=folder))
    yield compared(targets.POSTER, SIZE, posters, bare)
    yield Figure(targets.POSTER_SIZE, SIZE, ((folder / "out" / "poster-a0.pdf").stat().st_size / 1e3,), "kB")


def _write_page(drawing: Drawing, folder: Path) -> None:
    """Write what typst gets to compile: the template, what it shows, and the drawing."""
    files = {name: content.decode() for name, content in _files(drawing).items()}
    templates = [item for item in resources.files("stip.poster").iterdir() if item.name.endswith(".typ")]
    files |= {item.name: item.read_text("utf-8") for item in templates}
    write(folder, {**files, "data.json": json.dumps(_data(drawing, 0.0))})
