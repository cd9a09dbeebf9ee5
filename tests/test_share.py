"""A site for a file share works with a double click: nothing is asked of any server, and everything is found."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from building import build_strictly, write_project
from crawling import dead_links, outside_requests, pages
from samples import mkdocs_yml, roadmap

BLOG = {
    "content/blog/index.md": "# Zzblog\n",
    "content/blog/posts/een.md": "---\ndate: 2026-01-01\ntags: [zz]\n---\n# Zzpost\n\nZztext.\n",
}


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site with the plugins of the theme, made for a file share by one variable."""
    folder = tmp_path_factory.mktemp("share")
    plugins = "[search, tags, blog, meta, {offline: {enabled: !ENV [STIP_SHARE, false]}}, {stip: {posters: false, manual: false}}]"  # noqa: E501 - one line of YAML
    settings = mkdocs_yml(plugins=plugins, repo_url="https://git.example/o/r")
    project = write_project(folder / "project", {**settings, **roadmap(departments=1, steps=2), **BLOG})
    built = build_strictly(project, folder / "site", environment={"STIP_SHARE": "true"})
    assert built.ok, built.log
    return built.site


def test_it_asks_nothing_and_no_link_ends_at_a_folder(share: Path) -> None:
    """A folder on disk has no first page: a browser would list its files."""
    assert outside_requests(share) == []
    assert dead_links(share) == []
    found = pages(share)
    found.pop("404.html")  # no server, so nobody sees it
    to_folders = [
        (path, address)
        for path, page in found.items()
        for tag, _, address in page.links
        if tag == "a" and not urlsplit(address).scheme and urlsplit(urljoin(f"/{path}", address)).path.endswith("/")
    ]
    assert to_folders == []


@pytest.mark.browser
def test_a_colleague_finds_the_way_without_a_server(page: Page, share: Path) -> None:
    """Search, a result, the logo back home, a frame; Mijn route has a test of its own."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto((share / "index.html").as_uri())
    page.get_by_role("searchbox").fill("Zzstep 0 1")
    expect(page.locator(".md-search-result__meta")).to_contain_text(re.compile(r"\d+ overeenkom"))
    page.locator(".md-search-result__link").first.click()
    expect(page).to_have_url(re.compile(r"^file:.*/afdelingen/unit-0\.html"))
    page.locator(".stip-logo").click()
    expect(page).to_have_url((share / "index.html").as_uri())
    page.goto((share / "insluiten/index.html").as_uri())
    page.get_by_role("heading", name="Zzunit 0").click()
    page.locator("details[open]").get_by_role("link").click()
    expect(page.locator("body.stip-embed")).to_be_visible()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
