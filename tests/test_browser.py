"""What a person does in a browser: follow a road, find a question, use the keyboard, in light and dark."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from building import ROOT
from stip.loading import load
from tabs import OpenTab, audit, resize, settle, violations

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "afdelingen/",
    "afdelingen/burgerzaken/",
    "afdelingen/dienstverlening/",
    "personas/",
    "personas/balie/",
    "vragen/",
    "vragen/waarom-dichterbij/",
    "tijdlijn/",
    "poster/",
    "poster/2026-voorjaar/",
    "poster/2026-winter/",
    "missie/",
    "begrippen/",
    "toegankelijkheid/",
    "leren/",
    "meedoen/",
    "hulpmiddelen/",
    "hulpmiddelen/teams/",
    "proberen/",
    "vieringen/",
    "straks/",
    "resultaten/",
    "wie-doet-mee/",
    "beheer/",
    "handleiding/",
    "404.html",
]
WIDTHS = [320, 768, 1440]


def test_a_road_leads_to_its_department(page: Page, address: str) -> None:
    """Click the road of a department in the drawing."""
    page.goto(address)
    settle(page)
    road = page.locator('a.stip-d-lane__link:visible[*|href*="afdelingen/financien/"] .stip-d-road').first
    box = road.bounding_box()
    assert box is not None
    edge = road.evaluate(
        "(path) => { const p = path.getPointAtLength(path.getTotalLength() / 8), m = path.getScreenCTM();"
        " return [p.x * m.a + m.e, p.y * m.d + m.f] }"
    )
    page.mouse.click(edge[0] + 3, edge[1])
    expect(page.locator("h1")).to_contain_text("Financiën")


def test_a_persona_is_two_clicks_away(page: Page, address: str) -> None:
    """From home to what changes for someone at the desk."""
    page.goto(address)
    page.get_by_role("link", name="Ik werk aan de balie").first.click()
    expect(page).to_have_url(re.compile(r"personas/balie/$"))
    expect(page.locator("h1")).to_contain_text("Ik werk aan de balie")


def test_a_question_is_found_by_a_dutch_word(page: Page, address: str) -> None:
    """Search finds the inflected word, by the Dutch stemmer."""
    page.goto(address)
    page.locator("[data-md-component=search-query]").first.fill("zaaksystemen")
    result = page.locator(".md-search-result__link[href*='vragen/']").first
    result.wait_for()
    result.click()
    expect(page).to_have_url(re.compile(r"vragen/"))
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_accessibility_violation(path: str, scheme: Any, open_tab: OpenTab, address: str) -> None:
    """The rules of WCAG 2.0 to 2.2 AA and best practice; what axe cannot decide is listed."""
    page = open_tab(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    page.goto(address + path)
    found = audit(page)
    for undecided in found["incomplete"]:
        print(f"undecided: {path or '/'} {scheme} {undecided['id']} ({len(undecided['nodes'])})")  # noqa: T201 - listed
    assert violations(found) == []


@pytest.mark.parametrize("path", PAGES)
def test_no_accessibility_violation_on_a_phone(path: str, open_tab: OpenTab, address: str) -> None:
    page = open_tab(viewport={"width": 360, "height": 800})
    page.goto(address + path)
    assert violations(audit(page)) == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(path: str, page: Page, address: str) -> None:
    """From 320 px up the text fits; only a table in its own frame may be wider."""
    page.goto(address + path)
    for width in WIDTHS:
        resize(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_nothing_is_asked_from_elsewhere(page: Page, address: str) -> None:
    """Not by a page and not by its scripts."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(address + path, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_everything_is_there_without_script(open_tab: OpenTab, address: str) -> None:
    """Every step of a department can be read and every page reached when scripts are off."""
    page = open_tab(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.goto(address + "afdelingen/burgerzaken/")
    roadmap = load(ROOT / "roadmap.yaml").roadmap
    assert roadmap is not None
    for step in roadmap.units["burgerzaken"].steps:
        expect(page.locator(f"#{step.id}").get_by_text(step.title).first).to_be_visible()
    menu = page.locator("header")
    expect(menu.get_by_text("Menu").first).to_be_visible()


def test_the_keyboard_follows_the_roads_from_left_to_right(page: Page, address: str) -> None:
    """Every department has a tab stop in the drawing, in the order in which the eye meets them."""
    page.goto(address)
    stops = page.evaluate(
        """() => [...document.querySelectorAll('svg a.stip-d-lane__link')].filter(a => a.checkVisibility())
              .map(a => [a.getAttribute('xlink:href'), a.querySelector('.stip-d-disc').getBoundingClientRect().x])"""
    )
    roadmap = load(ROOT / "roadmap.yaml").roadmap
    assert roadmap is not None
    assert {place for place, _ in stops} == {f"afdelingen/{unit}/" for unit in roadmap.numbers}
    assert [x for _, x in stops] == sorted(x for _, x in stops)
