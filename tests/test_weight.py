"""What the home page weighs, as a browser asks for it: a phone on the road must not wait."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from serving import SiteServer
from tabs import OpenTab

pytestmark = pytest.mark.browser

PAGE = 250_000
SEARCH = 170_000
PICTURES = 160_000


def test_home_is_light(example_site: Path, site_server: SiteServer, open_tab: OpenTab) -> None:
    """Everything asked before any interaction, compressed; apart: search, and lazy pictures, which both come after.

    How near a lazy picture must be to be fetched differs: 1,250 px in a Chromium on a fast line, else 2,500.
    """
    page = open_tab(viewport={"width": 1440, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    with page.expect_request("**/search_index.json"):
        page.goto(site_server(example_site), wait_until="networkidle")
    page.wait_for_load_state("networkidle")
    sizes = {path: _compressed(example_site, path) for path in dict.fromkeys(asked)}
    search = {path: size for path, size in sizes.items() if "search" in path or "lunr" in path}
    lazy = {urlsplit(url).path for url in page.locator("img[loading=lazy]").evaluate_all("all => all.map(i => i.src)")}
    pictures = sum(_compressed(example_site, path) for path in lazy)
    rest = sum(size for path, size in sizes.items() if path not in lazy | search.keys())
    told = f"home {rest} bytes, lazy pictures {pictures} bytes, search {sum(search.values())} bytes: {sizes}"
    print(told)  # noqa: T201 - a figure to read
    assert rest <= PAGE, sizes
    assert 0 < pictures <= PICTURES, lazy
    assert sum(search.values()) <= SEARCH, search


def _compressed(site: Path, path: str) -> int:
    file = site / path.lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    raw = file.read_bytes()
    # Fonts and pictures are compressed already; a server sends them as they are.
    return len(raw) if file.suffix in {".woff2", ".png", ".jpg"} else len(gzip.compress(raw, 9))
