"""The map and a path in a frame of another site: they fit from 300 px on, and each link opens the site in a new tab."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from playwright.sync_api import Page, expect

from building import Project
from samples import mkdocs_yml, roadmap
from tabs import copied, settle

FRAMES = ("insluiten/map/", "insluiten/afdelingen/burgerzaken/")


@pytest.mark.browser
@pytest.mark.parametrize("path", FRAMES)
def test_a_narrow_frame_of_another_site_shows_it_whole(page: Page, address: str, path: str) -> None:
    """300 px is what is left of a narrow column: nothing is wider, and the keyboard reaches what can be read."""
    page.set_content(f'<iframe src="{address}{path}" title="Zz" width="300" height="700" style="border:0"></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_be_visible()
    inside = page.frames[1]
    assert inside.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [300, 300]
    page.frame_locator("iframe").locator("a:visible").first.focus()
    assert inside.evaluate("document.activeElement.checkVisibility()")
    with page.context.expect_page() as opened:
        frame.get_by_role("link", name="Bekijk op de site").click()
    expect(opened.value.locator("header.stip-header")).to_be_visible()
    assert page.frames[1].url == address + path, "the frame keeps what it shows"


@pytest.mark.browser
def test_a_step_in_the_drawing_opens_the_site(page: Page, address: str) -> None:
    page.goto(f"{address}insluiten/afdelingen/burgerzaken/")
    settle(page)
    with page.context.expect_page() as opened:
        page.locator("a.stip-d-stop:visible").first.click()
    expect(opened.value).to_have_url(f"{address}afdelingen/burgerzaken/#bz-plan")


@pytest.mark.browser
def test_the_code_is_copied_with_one_press(page: Page, address: str) -> None:
    page.goto(f"{address}insluiten/")
    box = page.locator("details", has=page.get_by_role("heading", name="Burgerzaken"))
    box.locator("summary").click()
    box.get_by_role("button", name="Kopieer de code").click()
    code = copied(page)
    assert code == box.locator("pre code").inner_text()
    assert "/insluiten/afdelingen/burgerzaken/" in code
    expect(page.get_by_role("status").filter(has_text="De code is gekopieerd")).to_have_count(1)


def test_a_search_passes_them_by(example_site: Path) -> None:
    index = json.loads((example_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert [one["location"] for one in index["docs"] if one["location"].startswith("insluiten/")] == []


def test_the_host_lists_them_nowhere(project: Project) -> None:
    """They are files to it: not in its list of pages for machines, and it takes no time for each."""
    folder = project({**mkdocs_yml(plugins="[{stip: {posters: false}}]"), **roadmap()})
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.run_event("config", config)
    files = config.plugins.run_event("files", Files([]), config=config)
    frames = [file.dest_uri for file in files if file.dest_uri.startswith("insluiten/")]
    pages = [file.dest_uri for file in files.documentation_pages() if file.dest_uri.startswith("insluiten/")]
    assert {"insluiten/map/index.html", "insluiten/afdelingen/unit-0/index.html"} <= set(frames)
    assert pages == ["insluiten/index.html"]
