"""Measure the drawings as a browser renders them: nothing overlaps, leaves its box, is too small or too pale."""

from __future__ import annotations

import base64
import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from building import ROOT
from moving import as_it_was
from roadmaps import MAKERS
from serving import SiteServer
from stip import assets, site
from stip.pages import Page as SitePage
from tabs import OpenTab, resize

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 768, 1200, 1280, 1440, 1920)
LEAST = 13.98
"""The least size of a letter on the screen in px, but for rounding."""
MOST_PATHS = 4
TESTS = ROOT / "tests"
SHELL = """<!doctype html><html lang="nl" data-md-color-scheme="stip-auto"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">{styles}<body style="margin:0"><div class="md-typeset stip-content">
<section class="stip-band stip-band--flush {cls}">{drawing}</section></div>"""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what writes the drawings of a roadmap to pages of their own, with the site's styles, once."""

    @functools.cache
    def write(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        roadmap = MAKERS[name](folder / "input")
        made = site.build(roadmap, editions=(as_it_was(roadmap),))
        for asset in made.assets:
            if asset.path.endswith((".css", ".woff2")):
                target = folder / "site" / asset.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(asset.content if isinstance(asset.content, bytes) else asset.content.encode())
        for place, page in enumerate(_chosen(made.pages)):
            (folder / "site" / f"{place}.html").write_text(_shell(page), encoding="utf-8")
        return folder / "site"

    return write


def _chosen(pages: tuple[SitePage, ...]) -> Iterator[SitePage]:
    """Yield the home page, the maps of clusters, and the paths with the largest drawings."""
    yield pages[0]
    yield from [page for page in pages[1:] if "map-wide" in page.fragments][:3]
    paths = [page for page in pages if "path" in page.fragments]
    yield from sorted(paths, key=lambda page: -len(page.fragments["path"]))[:MOST_PATHS]


def _shell(page: SitePage) -> str:
    styles = "".join(f'<link rel="stylesheet" href="{assets.FOLDER}/{name}">' for name in assets.STYLES)
    parts = page.fragments
    if "map-phone" in parts:
        narrow = parts["map-middle"] + parts["map-phone"]
        drawing = f'<div class="stip-only-wide">{parts["map-wide"]}</div><div class="stip-only-narrow">{narrow}</div>'
        return SHELL.format(styles=styles, cls="stip-hero", drawing=drawing)
    drawing = f'<div class="stip-only-wide">{parts.get("path") or parts["map-wide"]}</div>'
    return SHELL.format(styles=styles, cls="stip-route", drawing=drawing)


@pytest.fixture
def page(open_tab: OpenTab) -> Page:
    """Open a tab without scroll bars."""
    return open_tab(reduced_motion="reduce")


@pytest.mark.parametrize("name", MAKERS)
def test_every_letter_can_be_read(name: str, drawn: Callable[[str], Path], site_server: SiteServer, page: Page) -> None:
    script, wrong = (TESTS / "measured.js").read_text(encoding="utf-8"), []
    for file in sorted(drawn(name).glob("*.html")):
        page.goto(site_server(drawn(name)).rstrip("/") + "/" + file.name)
        for width in WIDTHS:
            resize(page, width)
            wrong += [f"{file.name} at {width}: {one}" for one in page.evaluate(script, {"least": LEAST})]
    assert not wrong, f"{len(wrong)} wrong\n" + "\n".join(wrong[:30])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["example", "mixed"])
def test_every_letter_stands_out(
    name: str, scheme: str, drawn: Callable[[str], Path], site_server: SiteServer, page: Page
) -> None:
    script, wrong = (TESTS / "contrast.js").read_text(encoding="utf-8"), []
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for file in sorted(drawn(name).glob("*.html"))[:4]:
        for width in (360, 1440) if file.stem == "0" else (1440,):
            page.goto(site_server(drawn(name)).rstrip("/") + "/" + file.name)
            resize(page, width)
            hidden = page.add_style_tag(content=".stip-drawing text { visibility: hidden }")
            picture = base64.b64encode(page.screenshot(full_page=True, animations="disabled")).decode()
            hidden.evaluate("style => style.remove()")
            found = page.evaluate(script, {"picture": picture, "least": 4.5})
            wrong += [f"{file.name} at {width}: {one}" for one in found]
    assert not wrong, "\n".join(wrong[:30])
