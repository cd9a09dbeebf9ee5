"""Measure what Stip adds to a build, as ratios against bare MkDocs on the same pages in the same run.

    python tools/bench.py [--rounds 3] [--sizes 12x10,100x20]

For each size (departments x steps) a project is made. The reference is `mkdocs build` with Material and search
on the very Markdown that Stip makes, without its drawings and without Stip. Against it stand the whole build with
Stip, and the parts of Stip inside it. Times drift on a busy machine; the ratios are taken round by round, and
their median is printed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from samples import mkdocs_yml, roadmap
from stip import site
from stip.loading import load

SIZES = "3x4,12x10,100x20"


def main() -> None:
    """Print a table of ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", default=SIZES, help="departments x steps, separated by commas")
    options = parser.parse_args()
    print(
        f"{'size':>9} {'pages':>6} {'bare s':>7} {'load':>6} {'make':>6} {'whole':>6}   (load, make, whole: times bare)"
    )
    for size in options.sizes.split(","):
        departments, steps = (int(number) for number in size.split("x"))
        with tempfile.TemporaryDirectory() as folder:
            print(_row(size, Path(folder), departments, steps, options.rounds))


def _row(size: str, folder: Path, departments: int, steps: int, rounds: int) -> str:
    own, bare = folder / "own", folder / "bare"
    _write(own, {**roadmap(departments=departments, steps=steps), **mkdocs_yml()})
    loaded = load(own / "roadmap.yaml", own / "content")
    if loaded.roadmap is None:
        raise SystemExit("\n".join(map(str, loaded.problems)))
    made = site.build(loaded.roadmap)
    plain = {f"content/{page.path}": page.markdown.replace('template: "stip.html"\n', "") for page in made.pages}
    _write(bare, {**mkdocs_yml(plugins="[search]", markdown_extensions="[md_in_html]"), **plain})
    known = loaded.roadmap
    figures: list[tuple[float, float, float, float]] = []
    for _ in range(rounds):
        reference = _timed(lambda: _mkdocs(bare))
        reading = _timed(lambda: load(own / "roadmap.yaml", own / "content"))
        making = _timed(lambda: site.build(known))
        whole = _timed(lambda: _mkdocs(own))
        figures.append((reference, reading / reference, making / reference, whole / reference))
    reference, reading, making, whole = (statistics.median(column) for column in zip(*figures, strict=True))
    return f"{size:>9} {len(made.pages):>6} {reference:>7.2f} {reading:>6.2f} {making:>6.2f} {whole:>6.2f}"


def _write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _mkdocs(folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)  # noqa: S603 - our own


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
