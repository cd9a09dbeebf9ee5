"""Measure what Stip costs, as ratios against the bare tools in the same rounds of the same run.

    python tools/bench [--sizes S,M,L,XL] [--rounds 3] [--rows build,edit,check,diff,drawing,poster]
                       [--check] [--markdown]

For each size an organisation is invented, always the same. Its site is built with nothing kept and again; the reference
is a site with the same words as plain Markdown, built by MkDocs with Material, with the menu that it makes by itself.
What is promised stands in targets.py; every reference is told at the end.

With --check it ends with code 1 when a figure is more than twice what is promised: a busy machine makes no such
difference. With --markdown the tables of README.md and docs/performance.md are written again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "tests"))

import builds
import checks
import drawings
import edits
import sheet
import table
import targets
from figures import Figure
from organisations import CHECKED_ONLY, SIZES, Organisation

ROOT = Path(__file__).parents[2]
ROWS: Mapping[str, Callable[[Organisation, int], Iterator[Figure]]] = {
    "build": builds.measure,
    "edit": edits.measure,
    "check": checks.check,
    "diff": checks.diff,
    "drawing": drawings.measure,
}
"""What is measured of an organisation, by the name that --rows takes."""
POSTER = "poster"
READ = ("check", "diff")
"""What is measured of a size that is not built."""


def main() -> int:
    """Print every figure as it comes; return 1 when --check finds a gross fault."""
    options = _options()
    sizes, rows = options.sizes.split(","), options.rows.split(",")
    print(table.machine(), flush=True)
    figures: list[Figure] = []
    for figure in _measured(sizes, rows, options.rounds):
        figures.append(figure)
        print(table.line(figure), flush=True)
    for row in dict.fromkeys(figure.row for figure in figures):
        if row in targets.REFERENCES:
            print(f"{row}: against {targets.REFERENCES[row]}")
    if options.markdown:
        _write(figures, options.rounds)
    gross = [figure for figure in figures if table.is_gross(figure)]
    for figure in gross:
        print(f"far more than it was: {figure.size}, {figure.row}")
    return int(bool(gross and options.check))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python tools/bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", default="S,M,L,XL", help=f"of {', '.join(SIZES)}, separated by commas")
    parser.add_argument("--rows", default=",".join((*ROWS, POSTER)), help="what to measure, separated by commas")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--check", action="store_true", help="fail on what is far beyond what is promised")
    parser.add_argument("--markdown", action="store_true", help="write the tables of README.md and docs/performance.md")
    options = parser.parse_args()
    wrong = {*options.sizes.split(",")} - {*SIZES} | {*options.rows.split(",")} - {*ROWS, POSTER}
    if wrong:
        parser.error(f"no such size or row: {', '.join(sorted(wrong))}")
    return options


def _measured(sizes: list[str], rows: list[str], rounds: int) -> Iterator[Figure]:
    built: list[Figure] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            organisation = Organisation(size, SIZES[size], Path(folder))
            for row in rows:
                if row != POSTER and (size not in CHECKED_ONLY or row in READ):
                    for figure in ROWS[row](organisation, rounds):
                        built.append(figure)
                        yield figure
    yield from builds.growth(built, {size: one.units + one.steps for size, one in SIZES.items()})
    if POSTER in rows:
        with tempfile.TemporaryDirectory() as folder:
            yield from sheet.measure(Path(folder), rounds)


def _write(figures: list[Figure], rounds: int) -> None:
    """Write the tables: the whole one on the page about performance, a few rows of it in README."""
    told = "one round" if rounds == 1 else f"{rounds} rounds: the median, from the least to the most"
    measured = f"Measured on {table.machine()}; {told}."
    table.fill(ROOT / "docs" / "performance.md", f"{table.markdown(figures)}\n\n{measured}")
    table.fill(ROOT / "README.md", table.short(figures))


if __name__ == "__main__":
    sys.exit(main())
