"""Weigh the pages and the search of large sites, as the host writes them: nothing may be too much for a phone.

    python tools/evidence/weight.py [--sizes L,XL] [--site FOLDER] [--out DIR]

Builds a site of each size of an organisation without an end (`tests/large.py`), in a process of its own, and tells:
how many pages there are, the largest of them, what the home page costs to load, how large the search index is, and how
long the search takes to answer in a browser. With `--site` it weighs a site that was built already. Limits that are
passed are faults, and end with code 1.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from browser import find_chromium, launch_arguments
from building import write_project
from large import Size, large
from samples import mkdocs_yml
from serving import served

SIZES = {"L": Size(400, 8_000, 1_000, 6, 100), "XL": Size()}
PAGE, HOME, ANSWER = 1_000_000, 300_000, 200.0
"""The most bytes of a page as written, of all that the home page asks for (packed), and the most ms of an answer."""
WORDS = ("balie", "zaaksysteem", "thuiswerken", "argyf", "formulier", "training", "gegevens", "stap")
"""Words that stand in the invented texts, some of them everywhere."""
_PATIENCE = 600_000
_ANSWER = """async word => {
    const query = document.querySelector("[data-md-component=search-query]")
    const list = document.querySelector(".md-search-result__list")
    const start = performance.now()
    const answered = new Promise((done) => new MutationObserver((_, watch) => {
        if (list.children.length) { watch.disconnect(); done() }
    }).observe(list, {childList: true}))
    query.value = word
    for (const name of ["input", "keyup"]) query.dispatchEvent(new Event(name, {bubbles: true}))
    await answered
    return performance.now() - start
}"""


@dataclass(frozen=True)
class Weighed:
    """What one site weighs: bytes, and ms until the first answer of the search, and of each later one."""

    name: str
    pages: int
    largest: tuple[tuple[int, str], ...]
    home: int
    index: int
    packed: int
    first: float
    answers: tuple[float, ...]
    worked: float
    """The ms of processor for each of those, which a busy machine does not make longer; 0 where nothing tells."""

    @property
    def faults(self) -> list[str]:
        """What is more than it may be."""
        found = [f"{path}: {size} bytes" for size, path in self.largest if size > PAGE]
        found += [f"home: {self.home} bytes"] if self.home > HOME else []
        answer = min(statistics.median(self.answers), self.worked or math.inf)
        return found + ([f"search: {answer:.0f} ms"] if answer > ANSWER else [])


def main() -> int:
    """Print a table of what each site weighs, write it as a report, and return 1 when anything is too much."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", default="L,XL")
    parser.add_argument("--site", type=Path, help="a site that was built already")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    found = [_weigh(options.site.name, options.site)] if options.site else list(_built(options.sizes.split(",")))
    report = "\n".join(_lines(found))
    print(report)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "weight.md").write_text(f"# What large sites weigh\n\n{report}\n", encoding="utf-8")
    return int(any(one.faults for one in found))


def _built(names: list[str]) -> Iterator[Weighed]:
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            project = write_project(Path(folder) / "project", {**large(SIZES[name]), **mkdocs_yml()})
            site = Path(folder) / "site"
            command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
            subprocess.run(command, cwd=project, check=True)  # noqa: S603 - our own
            yield _weigh(name, site)


def _weigh(name: str, site: Path) -> Weighed:
    pages = sorted((file.stat().st_size, file.relative_to(site).as_posix()) for file in site.rglob("*.html"))
    index = (site / "search" / "search_index.json").read_bytes()
    with served(site) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(_PATIENCE)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.goto(address)
        page.wait_for_load_state("load")
        home = sum(_packed(site, path) for path in dict.fromkeys(asked) if not re.search("search|lunr", path))
        first = _answer(page, "gemeenten")
        before = _worked()
        answers = [_answer(page, word) for word in WORDS]
        worked = (_worked() - before) / len(WORDS)
        browser.close()
    largest, packed = tuple(reversed(pages[-8:])), len(gzip.compress(index))
    return Weighed(name, len(pages), largest, home, len(index), packed, first, tuple(answers), worked)


def _packed(site: Path, path: str) -> int:
    """Return what a file takes on its way, as most servers send it: fonts and pictures as they are."""
    file = site / path.lstrip("/")
    raw = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(raw) if file.suffix in {".woff2", ".png", ".jpg"} else len(gzip.compress(raw, 9))


def _worked() -> float:
    """Return the ms of processor that the pages of our browser took so far, where the system tells: Linux."""
    parents, ticks = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            told = stat.read_text("utf-8").rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(told[1])
            if b"--type=renderer" in (stat.parent / "cmdline").read_bytes():
                ticks[int(stat.parent.name)] = int(told[11]) + int(told[12])
    ours = (count for pid, count in ticks.items() if _is_under(pid, parents))
    return sum(ours) * 1000 / os.sysconf("SC_CLK_TCK")


def _is_under(pid: int, parents: Mapping[int, int]) -> bool:
    """Tell whether a process was started by this one, or by one that this one started."""
    while pid and pid != os.getpid():
        pid = parents.get(pid, 0)
    return bool(pid)


def _answer(page: Page, word: str) -> float:
    """Return how many ms the search takes from a word to the first of its answers."""
    page.locator("[data-md-component=search-query]").first.focus()
    page.evaluate("document.querySelector('.md-search-result__list').replaceChildren()")
    return float(page.evaluate(_ANSWER, word))


def _lines(found: list[Weighed]) -> Iterator[str]:
    yield "| site | pages | home, packed | search index | packed | first answer | later: middle, slowest | processor |"
    yield "|---|---|---|---|---|---|---|---|"
    for one in found:
        middle, slowest = statistics.median(one.answers), max(one.answers)
        yield (
            f"| {one.name} | {one.pages} | {one.home:,} | {one.index:,} | {one.packed:,} | {one.first:.0f} ms "
            f"| {middle:.0f} ms, {slowest:.0f} ms | {one.worked:.0f} ms |"
        )
    for one in found:
        yield f"\nThe largest pages of {one.name}, in bytes:\n"
        yield from (f"- {size:,} {path}" for size, path in one.largest)
        yield "\n" + ("Too much: " + "; ".join(one.faults) if one.faults else "Nothing is too much.")


if __name__ == "__main__":
    sys.exit(main())
