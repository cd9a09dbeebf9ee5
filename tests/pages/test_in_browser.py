"""In a browser: what the script adds, and that all is there without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from serving import SiteServer
from tabs import OpenTab, standing

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_tab: OpenTab) -> Page:
    return open_tab(viewport={"width": 1440, "height": 900})


@pytest.fixture
def address(example_site: Path, site_server: SiteServer) -> str:
    return site_server(example_site).rstrip("/")


def test_questions_are_found(page: Page, address: str) -> None:
    """A choice hides what is about others, tells how many are left, and headings without questions go too."""
    page.goto(f"{address}/vragen/")
    everything = page.locator("[data-stip-group] li:visible").count()
    page.get_by_label("Mijn afdeling").select_option("buitendienst")
    left = page.locator("[data-stip-group] li:visible").count()
    assert 0 < left < everything
    expect(page.locator("output")).to_have_text(f"{left} vragen gevonden")
    for group in page.locator("[data-stip-group]:visible").all():
        assert group.locator("li:visible").count() > 0


def test_the_keyboard_meets_no_link_under_the_quarters(page: Page, address: str) -> None:
    """The column of quarters stays in sight in a wide table; what gets the focus is moved from under it.

    Chromium does not move that of which 32 px can be seen already.
    """
    page.goto(f"{address}/tijdlijn/")
    frame = page.locator(".stip-timeline .stip-table-wrap")
    for row in page.locator(".stip-timeline tbody tr:has(td a)").all():
        frame.evaluate("frame => frame.scrollTo({ left: frame.scrollWidth, behavior: 'instant' })")
        link, head = row.locator("td a").first, row.locator("th")
        link.evaluate("link => link.focus()")
        standing(page)
        edge = head.evaluate("head => head.getBoundingClientRect().right")
        assert link.evaluate("link => link.getBoundingClientRect().right") >= edge + 32, link.inner_text()


def test_a_department_finds_what_changed(page: Page, address: str) -> None:
    """Also what is folded; a stretch of time in which nothing happened there says so."""
    page.goto(f"{address}/wijzigingen/")
    page.get_by_label("Mijn afdeling").select_option("streekarchief")
    expect(page.locator("output")).to_have_text("4 veranderingen gevonden")
    assert page.locator("[data-stip-unit]:visible").count() == 4
    expect(page.get_by_text("Bij deze afdeling veranderde toen niets.")).to_be_visible()
    page.get_by_label("Mijn afdeling").select_option("")
    expect(page.get_by_text("Bij deze afdeling veranderde toen niets.")).to_be_hidden()


def test_a_sign_shows_its_step(page: Page, address: str) -> None:
    page.goto(f"{address}/afdelingen/burgerzaken/")
    page.locator('.stip-route a[*|href="#bz-brieven"]').first.click()
    title = page.locator(".stip-open__title a")
    expect(title).to_have_text("Elke brief van ons in gewone taal")
    expect(title).to_be_focused()
    expect(page.locator(".stip-open")).to_contain_text("Een op de zes inwoners")


def test_an_address_opens_its_step(page: Page, address: str) -> None:
    page.goto(f"{address}/afdelingen/burgerzaken/#bz-zaaksysteem")
    expect(page.locator("details:has(#bz-zaaksysteem)")).to_have_attribute("open", "")


def test_all_is_there_without_script(open_tab: OpenTab, address: str) -> None:
    page = open_tab(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.goto(f"{address}/vragen/")
    assert page.locator("form.stip-filter").is_hidden()
    page.goto(f"{address}/afdelingen/burgerzaken/")
    page.locator("summary:has(#bz-zaaksysteem)").click()
    expect(page.locator("details:has(#bz-zaaksysteem) dl")).to_be_visible()
