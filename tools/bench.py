"""Measure what Stip adds to a build, a print and a check, as ratios against the bare tools in the same run.

    python tools/bench.py [--rounds 3] [--sizes 12x10,100x20]

For each size (departments x steps) a project is made. The reference is `mkdocs build` with Material and search
on the very Markdown that Stip makes, without its drawings and without Stip. Against it stand the whole build with
Stip, and the parts of Stip inside it. Times drift on a busy machine; the ratios are taken round by round, and
their median is printed.

At the end the A0 poster of this repository's own roadmap, as PDF and SVG from a fresh process, stands against a fresh
process in which typst compiles that very page and nothing else.

Last comes `stip check` on a large and untidy roadmap (`tests/large.py`), whole and a half of it, in seconds of the
processor and with its most memory, against a fresh process in which PyYAML's C parser composes the same files.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from large import LARGE, large
from samples import mkdocs_yml, roadmap
from stip import site
from stip.loading import load
from stip.poster import Drawing
from stip.poster.document import _data, _files
from stip.printing import Order, draw_poster

ROOT = Path(__file__).parent.parent
SIZES = "3x4,12x10,100x20"
BARE = """
import sys, typst
folder, fonts = sys.argv[1:]
shipped = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
compiler = typst.Compiler(folder + "/poster.typ", root=folder, font_paths=shipped)
open(folder + "/bare.pdf", "wb").write(compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0))
"""
PARSE = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
"""
MOST = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
sys.exit(code)
"""


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
    with tempfile.TemporaryDirectory() as folder:
        print(_poster(Path(folder), options.rounds))
    for share in (2, 1):
        with tempfile.TemporaryDirectory() as folder:
            print(_check(Path(folder), share, options.rounds))


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


def _poster(folder: Path, rounds: int) -> str:
    """Time the A0 of the example beside the bare compile of its page, and weigh its PDF."""
    found = load(ROOT / "roadmap.yaml").roadmap
    if found is None:
        raise SystemExit("roadmap.yaml")
    _write_page(draw_poster(found, Order()), folder)
    own = [sys.executable, "-m", "stip", "poster", str(ROOT / "roadmap.yaml"), "--out", str(folder / "out")]
    fonts = str(ROOT / "plugins" / "stip" / "poster" / "fonts")
    bare = [sys.executable, "-c", BARE, str(folder), fonts]
    # As installed: modules are compiled once, here in the first run, and not in each.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}

    def run(command: list[str]) -> None:
        subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603 - our own

    run(own)
    figures = [(_timed(lambda: run(own)), _timed(lambda: run(bare))) for _ in range(rounds)]
    whole = statistics.median(one for one, _ in figures)
    ratio = statistics.median(one / other for one, other in figures)
    size = (folder / "out" / "poster-a0.pdf").stat().st_size
    return f"A0 of the example: {whole:.2f} s, {ratio:.1f} times the bare typst compile; PDF {size / 1e6:.2f} MB"


def _check(folder: Path, share: int, rounds: int) -> str:
    """Weigh `stip check` on one in `share` of a large roadmap beside the bare reading of its files."""
    size = LARGE.part(share)
    _write(folder, large(size))
    checking = [sys.executable, "-m", "stip", "check", str(folder / "roadmap.yaml")]
    parsing = [sys.executable, "-c", PARSE, str(folder)]
    _used(checking)  # compiles the modules
    figures = [(_used(checking), _used(parsing)) for _ in range(rounds)]
    seconds = statistics.median(own[0] for own, _ in figures)
    ratio = statistics.median(own[0] / bare[0] for own, bare in figures)
    memory = max(own[1] for own, _ in figures)
    counts = f"{size.units} paths, {size.steps} steps, {size.practices} practices"
    return f"check of {counts}: {seconds:.2f} s, {ratio:.1f} times the bare parser; at most {memory / 1e6:.0f} MB"


def _used(command: list[str]) -> tuple[float, float]:
    """Return the seconds of the processor that a command takes, and its most memory in bytes."""
    told = subprocess.run([sys.executable, "-c", MOST, *command], check=True, capture_output=True, text=True)  # noqa: S603 - our own
    seconds, memory = told.stdout.split()
    return float(seconds), float(memory)


def _write_page(drawing: Drawing, folder: Path) -> None:
    """Write what typst gets to compile: the template, what it shows, and the drawing."""
    files = {name: content.decode() for name, content in _files(drawing).items()}
    templates = [item for item in resources.files("stip.poster").iterdir() if item.name.endswith(".typ")]
    files |= {item.name: item.read_text("utf-8") for item in templates}
    _write(folder, {**files, "data.json": json.dumps(_data(drawing, 0.0))})


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
