"""Look at every page and PDF of a site as people use them, and write what was found for an accessibility statement.

    python tools/evidence/accessibility.py [--site DIR ...] [--language nl|en] [--jobs 2] [--pages PART] [--out DIR]

Without --site it builds the example for both audiences. A page whose content is the same in both is opened once. Every
page goes through axe-core (light, dark, phone), reflow at 320 px, 200 %, text spacing, a walk by keyboard from its
first stop to its last, and the Nu HTML checker; every link, anchor and id is followed, every PDF goes through qpdf and
pdfua. The report, `accessibility.md`, claims nothing: it says what was done, what was found, and what people must
judge.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from accessible.documents import documents
from accessible.looking import Look, look
from accessible.report import CRITERIA, Evidence, report
from accessible.validator import validate
from playwright.sync_api import sync_playwright

from browser import launch_arguments, provide_chromium
from building import build_strictly
from crawling import dead_links, pages, repeated_ids
from serving import served

ROOT = Path(__file__).parents[2]
AUDIENCES = {"staff": "every employee", "steering": "direction and steering group"}
_BODY = re.compile(r"<main\b.*</main>", re.DOTALL)
_MENU = re.compile(r'<nav class="stip-nav".*?</nav>', re.DOTALL)
_WORDS = re.compile(r"<[^>]*>")


def main() -> int:
    """Write the report and return 1 when anything was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--site", type=Path, action="append", help="a built site; more than once for more sites")
    parser.add_argument("--language", choices=("nl", "en"), default="nl", help="of the report")
    parser.add_argument("--jobs", type=int, default=2, help="pages that are looked at at once")
    parser.add_argument("--pages", default="", help="only pages whose address has this in it")
    parser.add_argument("--out", type=Path, default=ROOT / ".build" / "evidence")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sites = options.site or [_build(audience, Path(folder)) for audience in AUDIENCES]
        found = _evidence(sites, options.jobs, options.pages)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "accessibility.md").write_text(report(found, options.language), encoding="utf-8")
    faults = found.faults()
    for check, page, fault in faults:
        print(f"{page} {check}: {fault}")
    print(f"{len(found.looks)} pages looked at, {sum(found.checks().values())} checks, {len(faults)} faults")
    print(f"{len(CRITERIA)} success criteria in {options.out / 'accessibility.md'}")
    return int(bool(faults))


def _build(audience: str, folder: Path) -> Path:
    site = folder / audience
    built = build_strictly(ROOT, site, environment={"STIP_AUDIENCE": audience})
    if not built.ok:
        raise SystemExit(built.log)
    return site


def _evidence(sites: Sequence[Path], jobs: int, part: str) -> Evidence:
    """Look at all sites, of which one may be part of another."""
    found = Evidence(tools=_tools(), counts=Counter())
    seen: set[str] = set()
    for site in sites:
        names = [name for name in _names(site) if part in name]
        fresh = [name for name in names if not _known(site, name, seen)]
        found.sites.append(f"{site.name}: {AUDIENCES.get(site.name, '')} ({len(names)} pages)".replace(":  (", " ("))
        found.same += len(names) - len(fresh)
        with served(site) as address, ProcessPoolExecutor(jobs) as pool:
            for one in pool.map(_look_at, [address] * jobs, [fresh[place::jobs] for place in range(jobs)]):
                found.looks += one
        _read(site, found)
    found.looks.sort(key=lambda one: one.path)
    return found


def _names(site: Path) -> list[str]:
    """Return the address of every page of a site."""
    files = (file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html")))
    return [name.removesuffix("index.html") if name.rpartition("/")[2] == "index.html" else name for name in files]


def _known(site: Path, name: str, seen: set[str]) -> bool:
    """Whether a page of another site has the same content: what is around it is looked at with other pages."""
    file = site / (f"{name}index.html" if name.endswith("/") or not name else name)
    body = _BODY.search(file.read_text(encoding="utf-8"))
    mark = f"{name}\0{hashlib.sha256(body[0].encode()).hexdigest() if body else site}"
    if mark in seen:
        return True
    seen.add(mark)
    return False


def _look_at(address: str, names: Sequence[str]) -> list[Look]:
    """Look at pages in a browser of its own; what goes wrong with one is a fault of that page."""
    looked = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=provide_chromium(), args=launch_arguments())
        for name in names:
            try:
                looked.append(look(browser, address, name))
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told with its page
                looked.append(Look(name, faults=[("look", f"{type(error).__name__}: {error}".splitlines()[0])]))
            print(f"  {name or '/'}: {len(looked[-1].faults)} faults", flush=True)
        browser.close()
    return looked


def _read(site: Path, found: Evidence) -> None:
    """Read the files of a site: HTML, links, ids, titles, menu, PDFs."""
    checked, errors, host = validate(site)
    found.counts["html"] += checked
    found.host.update(host)
    found.crawled += [("html", page, message) for page, message in errors]
    read = pages(site)
    found.counts["links"] += sum(len(page.links) for page in read.values())
    found.crawled += [("links", *line.split(": ", 1)) for line in dead_links(site)]  # type: ignore[misc]
    found.counts["ids"] += sum(len(page.ids) for page in read.values())
    found.crawled += [("ids", *line.split(": ", 1)) for line in repeated_ids(site)]  # type: ignore[misc]
    for check, lines in (("titles", _repeated_titles(site)), ("same menu", _other_menus(site))):
        found.counts[check] += len(read)
        found.crawled += [(check, page, what) for page, what in lines]
    found.documents += documents(site)


def _repeated_titles(site: Path) -> Iterator[tuple[str, str]]:
    """Yield pages that have the title of another; a frame has that of the page that it is a part of."""
    first: dict[str, str] = {}
    for name in _names(site):
        file = site / (f"{name}index.html" if name.endswith("/") or not name else name)
        text = file.read_text(encoding="utf-8")
        title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
        if 'class="stip-embed"' in text or title is None:
            continue
        if title[1] in first:
            yield name, f"has the title of {first[title[1]] or '/'}: {title[1]}"
        first.setdefault(title[1], name)


def _other_menus(site: Path) -> Iterator[tuple[str, str]]:
    """Yield pages whose menu has other words, or another order, than that of the home page."""
    usual: list[str] = []
    for name in _names(site):
        file = site / (f"{name}index.html" if name.endswith("/") or not name else name)
        text = file.read_text(encoding="utf-8")
        menus = [" ".join(_WORDS.sub(" ", menu).split()) for menu in _MENU.findall(text)]
        usual = usual or menus
        if menus != usual and 'class="stip-embed"' not in text:
            yield name, "has another menu"


def _tools() -> list[str]:
    versions = [
        f"{name} {metadata.version(name)}" for name in ("playwright", "axe-playwright-python", "pdfua", "pikepdf")
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=provide_chromium(), args=launch_arguments())
        page = browser.new_page()
        page.set_content("<title>-</title>")
        from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - for its version alone

        axe = Axe().run(page).response["testEngine"]["version"]
        versions += [f"axe-core {axe}", f"Chromium {browser.version}", "Nu HTML checker (vnu-jar 26.9.27)"]
        browser.close()
    return [*versions, f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}"]


if __name__ == "__main__":
    sys.exit(main())
