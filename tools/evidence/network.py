"""Prove that nothing is asked from outside: all 32 ways to combine the theme's plugins, for a server and a file share.

    python tools/evidence/network.py [--out DIR]

A small site with a blog, tags, data of folders and a link to a repository is built with each combination of search,
offline, tags, blog and meta. Its files are read for addresses outside; then Chromium, which is let out nowhere, opens
every page, searches and follows a result: over http, and from the folder on disk when offline is on. The example is
opened in both ways too, as `make site` and `make share` build it. Ends with code 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Route, sync_playwright

from browser import find_chromium, launch_arguments
from building import ROOT, build_strictly, write_project
from crawling import dead_links, outside_requests, pages
from samples import mkdocs_yml, roadmap
from serving import served

PLUGINS: Final = ("search", "offline", "tags", "blog", "meta")
OWN: Final = {
    "content/blog/index.md": "# Zzblog\n",
    "content/blog/posts/een.md": "---\ndate: 2026-01-01\ntags: [zz]\n---\n# Zzpost\n\nZztext.\n",
    "content/meer/.meta.yml": "tags: [zzmeta]\n",
    "content/meer/index.md": "# Zzmeer\n\nZztext [buiten](https://link.example/).\n",
}
INSIDE: Final = ("file:", "data:", "blob:", "about:")


class Report:
    """What was found: lines for people, and whether anything is wrong."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.wrong = 0

    def say(self, text: str, faults: list[str]) -> None:
        """Tell a line, and what is wrong about it."""
        self.wrong += bool(faults)
        made = [f"{'WRONG: ' if faults else ''}{text}", *(f"    {fault}" for fault in faults[:10])]
        self.lines += made
        print("\n".join(made), flush=True)


def main() -> int:
    """Run the whole proof; return 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, help="a folder for network.md, the report")
    parser.add_argument("--small", action="store_true", help="the combinations only, not the example")
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        example = () if options.small else _example(Path(name))
        for title, site, is_share, has_search in itertools.chain(_combinations(Path(name)), example):
            files, links = outside_requests(site), dead_links(site)
            with served(site) as address:
                faults = _opened(browser, site, address, has_search=has_search)
            if is_share:
                faults += _opened(browser, site, f"{site.as_uri()}/", has_search=has_search)
                faults += [f"a link to a folder: {one}" for one in _to_folders(site)]
            ways = "http and file" if is_share else "http"
            report.say(f"{title}: {len(pages(site))} pages, {ways}", files + links + faults)
        browser.close()
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        text = "\n".join(f"- {line}" for line in report.lines)
        (options.out / "network.md").write_text(f"# Network\n\n{text}\n", encoding="utf-8")
    return int(bool(report.wrong))


def _combinations(folder: Path) -> Iterator[tuple[str, Path, bool, bool]]:
    """Build and yield each combination: its name, its folder, whether it is for a file share, whether it searches."""
    for chosen in itertools.product((False, True), repeat=len(PLUGINS)):
        names = [name for name, on in zip(PLUGINS, chosen, strict=True) if on]
        plugins = f"[{', '.join([*names, '{stip: {posters: false, manual: false}}'])}]"
        settings = mkdocs_yml(plugins=plugins, repo_url="https://github.com/zz/zz", extra="{version: {provider: mike}}")
        title = " + ".join(names) or "no plugin"
        project = write_project(folder / title / "project", {**settings, **roadmap(departments=1, steps=2), **OWN})
        site = folder / title / "site"
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(site), strict=True)
        build(config)  # in this process, for it starts in a fifth of the time; stops at a warning
        yield title, site, "offline" in names, "search" in names


def _example(folder: Path) -> Iterator[tuple[str, Path, bool, bool]]:
    """Build and yield the example, for a server and for a file share."""
    for title, share in (("the example", "false"), ("the example for a file share", "true")):
        built = build_strictly(ROOT, folder / title, environment={"STIP_AUDIENCE": "staff", "STIP_SHARE": share})
        if not built.ok:
            raise SystemExit(built.log)
        yield title, built.site, share == "true", True


def _opened(browser: Browser, site: Path, address: str, *, has_search: bool) -> list[str]:
    """Open every page, search and follow the first result; return what was asked outside, and what failed."""
    faults: list[str] = []
    context = browser.new_context()
    context.set_default_timeout(60_000)

    def let(route: Route) -> None:
        url = route.request.url
        if url.startswith((address, *INSIDE)):
            route.continue_()
        else:
            faults.append(f"asked outside: {url}")
            route.abort()

    context.route("**/*", let)
    context.on("weberror", lambda error: faults.append(f"error: {error.error}"))
    page = context.new_page()
    is_file = address.startswith("file:")
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        if not (is_file and path == "404.html"):  # no server, so nobody sees it
            page.goto(address + (path if is_file else path.removesuffix("index.html")))
    if has_search:
        page.goto(f"{address}index.html")
        page.get_by_role("searchbox").fill("stap" if (site / "gegevens" / "steps.csv").is_file() else "Zzstep")
        result = page.locator(".md-search-result__link").first
        result.wait_for()
        result.click()
        page.wait_for_url(re.compile(r"(?!.*index\.html$).+"))
        if page.locator("h1").count() != 1:
            faults.append(f"a result leads to {page.url}")
    context.close()
    return faults


def _to_folders(site: Path) -> list[str]:
    """Return links to a folder: from a disk a browser shows its files instead of its first page."""
    return [
        f"{path}: {address}"
        for path, page in pages(site).items()
        for tag, _, address in page.links
        if path != "404.html" and tag == "a" and re.fullmatch(r"(?!\w+:)[^?#]*(?:/|(?:^|/)\.{1,2})(?:[?#].*)?", address)
    ]


if __name__ == "__main__":
    sys.exit(main())
