"""Weigh the pages and the search of large sites, as the host writes them: nothing may be too much for a phone.

    python tools/evidence/weight.py [--sizes L,XL] [--site FOLDER] [--out DIR]

Builds a site of each size of an organisation without an end (`tests/large.py`), in a process of its own, and tells:
how many pages there are, the largest of them, the home page and all that it asks for, how large the search index is,
how long it takes before the search can answer, and how long an answer then takes: the search itself, and showing what
it found. With `--site` it weighs a site that was built already. Limits that are passed are faults, and end with code 1.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from browser import find_chromium, launch_arguments
from building import write_project
from large import Size, large
from samples import mkdocs_yml
from serving import served

SIZES = {"L": Size(400, 8_000, 2_000, 6, 100, tops=400), "nested": Size(400, 8_000, 2_000, 6, 100), "XL": Size()}
"""L has all departments beside each other, as in the benchmark; those of the others stand in three levels."""
PAGE, HOME, ANSWER = 1_000_000, 300_000, 200.0
"""The most bytes of a page as written, of the home page, and the most ms of an answer."""
QUERIES = (
    *("balie", "zaaksysteem", "thuiswerken", "argyf", "formulier", "training"),
    *("bal", "for", "geg", "ond", "ski", "wur"),
    *("samenwerkende gemeenten", "papier skerm", "alle hulp", "hele regio"),
)
"""Words that stand in the invented texts, some of them everywhere; their first letters; two words together."""
_NAMED = 4
"""So many departments are looked for by their names, too."""
_PATIENCE = 600_000
_WATCH = """window.stipTold = {}
window.Worker = class extends window.Worker {
    constructor(...given) {
        super(...given)
        this.addEventListener("message", ({data}) => {
            if (data.type === 1) stipTold.ready = performance.now()
            if (data.type === 3) stipTold.found = performance.now()
        })
    }
    postMessage(message, ...more) {
        if (message.type === 0) stipTold.begun = performance.now()
        super.postMessage(message, ...more)
    }
}"""
"""Notes when the search has read its index, and when it has found something: its messages have numbers for that."""
_CLEAR = """async () => {
    const query = document.querySelector("[data-md-component=search-query]")
    query.value = ""
    query.dispatchEvent(new Event("input", {bubbles: true}))
    await new Promise((done) => setTimeout(done, 400))
    document.querySelector(".md-search-result__list").replaceChildren()
}"""
_ANSWER = """async word => {
    const query = document.querySelector("[data-md-component=search-query]")
    const list = document.querySelector(".md-search-result__list")
    const answered = new Promise((done) => new MutationObserver((_, watch) => {
        if (list.children.length) { watch.disconnect(); requestAnimationFrame(() => setTimeout(done)) }
    }).observe(list, {childList: true}))
    const start = performance.now()
    query.value = word
    for (const name of ["input", "keyup"]) query.dispatchEvent(new Event(name, {bubbles: true}))
    while (!(stipTold.found > start)) await new Promise((done) => setTimeout(done, 1))
    const nothing = new Promise((done) => setTimeout(done, 2000))
    await Promise.race([answered, nothing])
    return [stipTold.found - start, performance.now() - stipTold.found]
}"""
"""What finds nothing is given up after two seconds: there is nothing to show."""


@dataclass(frozen=True)
class Weighed:
    """What one site weighs, in bytes, and how long its search takes, in ms."""

    name: str
    pages: int
    largest: tuple[tuple[int, str], ...]
    home: int
    loaded: int
    """All that the home page asks for, packed, but the search."""
    index: int
    packed: int
    ready: float
    """From the start of the page until the search can answer."""
    answers: tuple[tuple[float, float], ...]
    """Of each query: until the search has found something, and from then until it is on the screen."""
    worked: tuple[tuple[float, float], ...]
    """The same in ms of processor, which a busy machine does not make longer; empty where nothing tells."""

    @property
    def answer(self) -> float:
        """The middle of the times from a query to what it found on the screen; on a busy machine, of the processor."""
        return min(statistics.median(sum(one) for one in times) for times in (self.answers, self.worked) if times)

    @property
    def faults(self) -> list[str]:
        """What is more than it may be."""
        found = [f"{path}: {size} bytes" for size, path in self.largest if size > PAGE]
        found += [f"home: {self.home} bytes"] if self.home > HOME else []
        return found + ([f"search: {self.answer:.0f} ms"] if self.answer > ANSWER else [])


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
        page.add_init_script(_WATCH)
        page.goto(address)
        page.wait_for_load_state("load")
        loaded = sum(_packed(site, path) for path in dict.fromkeys(asked) if not re.search("search|lunr", path))
        page.locator("[data-md-component=search-query]").first.focus()
        page.wait_for_function("window.stipTold.ready")
        ready = float(page.evaluate("stipTold.ready"))
        page.evaluate(_ANSWER, "gemeenten")
        answers, worked = zip(*(_answer(page, query) for query in (*QUERIES, *_names(index))), strict=True)
        browser.close()
    largest, packed = tuple(reversed(pages[-8:])), len(gzip.compress(index))
    home = (site / "index.html").stat().st_size
    return Weighed(
        name, len(pages), largest, home, loaded, len(index), packed, ready, answers, tuple(filter(None, worked))
    )


def _names(index: bytes) -> list[str]:
    """Return the names of some departments, spread over all."""
    found = [one["title"] for one in json.loads(index)["docs"] if re.fullmatch(r"afdelingen/[^/#]+/", one["location"])]
    return [unescape(name) for name in found[:: max(1, len(found) // _NAMED)][:_NAMED]]


def _packed(site: Path, path: str) -> int:
    """Return what a file takes on its way, as most servers send it: fonts and pictures as they are."""
    file = site / path.lstrip("/")
    raw = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(raw) if file.suffix in {".woff2", ".png", ".jpg"} else len(gzip.compress(raw, 9))


def _answer(page: Page, query: str) -> tuple[tuple[float, float], tuple[float, float] | None]:
    """Return how many ms the search takes from a query until it has found something, and until that is shown.

    Then the same in ms of processor, where the system tells.
    """
    page.evaluate(_CLEAR)
    before = _worked()
    found, shown = page.evaluate(_ANSWER, query)
    after = _worked()
    worked = tuple((late - early) / 1e6 for early, late in zip(before, after, strict=True))
    return (float(found), float(shown)), (worked[0], worked[1]) if any(worked) else None


def _worked() -> tuple[int, int]:
    """Return the ns of processor that our browser's pages took so far: their searches, and all else. Linux tells."""
    searched, rest = 0, 0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError):
            if b"--type=renderer" not in (folder / "cmdline").read_bytes() or not _is_ours(int(folder.name)):
                continue
            for thread in (folder / "task").iterdir():
                spent = int((thread / "schedstat").read_text("utf-8").split()[0])
                if (thread / "comm").read_text("utf-8").startswith("DedicatedWorker"):
                    searched += spent
                else:
                    rest += spent
    return searched, rest


def _is_ours(pid: int) -> bool:
    """Tell whether a process was started by this one, or by one that this one started."""
    while pid and pid != os.getpid():
        pid = int(Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[1])
    return bool(pid)


def _lines(found: list[Weighed]) -> Iterator[str]:
    heads = ("site", "pages", "home", "all of it, packed", "search index", "packed", "ready after")
    yield f"| {' | '.join((*heads, 'found', 'shown', 'both: middle, slowest', 'processor: found, shown'))} |"
    yield f"|{'---|' * (len(heads) + 4)}"
    for one in found:
        searched, shown = _middles(one.answers)
        processor = ", ".join(f"{time:.0f} ms" for time in _middles(one.worked)) if one.worked else ""
        both = sorted(sum(times) for times in one.answers)
        yield (
            f"| {one.name} | {one.pages} | {one.home:,} | {one.loaded:,} | {one.index:,} | {one.packed:,} "
            f"| {one.ready:.0f} ms | {searched:.0f} ms | {shown:.0f} ms "
            f"| {statistics.median(both):.0f} ms, {both[-1]:.0f} ms | {processor} |"
        )
    for one in found:
        yield f"\nThe largest pages of {one.name}, in bytes:\n"
        yield from (f"- {size:,} {path}" for size, path in one.largest)
        yield "\n" + ("Too much: " + "; ".join(one.faults) if one.faults else "Nothing is too much.")


def _middles(times: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    return statistics.median(one for one, _ in times), statistics.median(two for _, two in times)


if __name__ == "__main__":
    sys.exit(main())
