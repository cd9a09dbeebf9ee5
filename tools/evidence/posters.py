"""Sweep posters over many organisations and sheets and print what came of each: a good sheet or a sentence.

    python tools/evidence/posters.py [--departments 3,6,10,14,20,30] [--steps 5,10,20,40] [--sheets a0,a0-portrait,a3]

Every number of departments goes with every number of steps, with short and with long names, on every sheet. A sheet
with an overlap, a lost step, a line through a sign or a letter that is too small is a fault, and ends with code 1; so
does a sentence without a remedy.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from roadmaps import organisation
from stip.diagrams import Engine, find_engine
from stip.model import Roadmap
from stip.poster import Drawing, draw
from stip.poster.dependencies import find_lines
from stip.poster.layout import Poster, lay_out_poster
from stip.poster.routes import crosses
from stip.printing import Order
from stip.printing.plan import plan_poster
from stip.problems import StipError


def main() -> int:
    """Print a line for each; return 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--departments", default="3,6,10,14,20,30")
    parser.add_argument("--steps", default="5,10,20,40")
    parser.add_argument("--sheets", default="a0,a0-portrait,a3")
    parser.add_argument("--out", type=Path, help="where reports go; this proof only prints")
    options = parser.parse_args()
    departments, steps = ([int(part) for part in text.split(",")] for text in (options.departments, options.steps))
    engine, wrong = find_engine(), 0
    for long, count, number in itertools.product((False, True), departments, steps):
        with tempfile.TemporaryDirectory() as folder:
            made = organisation(Path(folder), count, number, clusters=count // 5, long=long)
        for name in options.sheets.split(","):
            size, _, orientation = name.partition("-")
            start = time.perf_counter()
            told, faults = _try(made, Order(size, orientation or "landscape"), engine)
            seconds = time.perf_counter() - start
            title = f"{count}x{number}{' long' if long else ''}"
            print(f"{title:<12} {name:<12} {seconds:>5.1f} s  {told}{'  <<< ' if faults else ''}{', '.join(faults)}")
            wrong += bool(faults)
    print(f"{wrong} with faults")
    return 1 if wrong else 0


def _try(made: Roadmap, order: Order, engine: Engine) -> tuple[str, list[str]]:
    """Return what came of an order in a few words, and what is wrong with that."""
    try:
        plan = plan_poster(made, order, engine)
    except StipError as error:
        return str(error), [] if str(error).count(".") > 1 else ["no remedy"]
    poster = lay_out_poster(plan.spec.map, order.sheet, engine)
    drawing = draw(plan.spec, order.sheet, engine)
    kind = "clusters" if plan.told else "departments"
    letter = poster.letter * order.sheet.scale
    return f"{len(poster.roads)} roads of {kind}, letters of {letter:.1f} mm", _faults(made, order, poster, drawing)


def _faults(made: Roadmap, order: Order, poster: Poster, drawing: Drawing) -> list[str]:
    found = []
    if sorted(sign.stop.id for _, sign in poster.signs) != sorted(made.steps):
        found.append("lost steps")
    if any(one.overlaps(other) for one, other in itertools.combinations(poster.obstacles, 2)):
        found.append("overlap")
    if min(item.size for item in drawing.letters) < order.sheet.least / order.sheet.scale - 1e-9:
        found.append("small letters")
    lines = find_lines(drawing.spec.map, poster, [])
    if any(crosses(line.corners, sign.rect) for line in lines for _, sign in poster.signs):
        found.append("a line through a sign")
    return found


if __name__ == "__main__":
    sys.exit(main())
