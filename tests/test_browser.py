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

# One of each sort of page: the long proof of accessibility looks at all.
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
    "wijzigingen/",
    "poster/",
    "poster/2026-winter/",
    "missie/",
    "begrippen/",
    "toegankelijkheid/",
    "leren/",
    "meedoen/",
    "hulpmiddelen/",
    "proberen/",
    "vieringen/",
    "straks/",
    "resultaten/",
    "wie-doet-mee/",
    "koers/",
    "koers/routes/",
    "koers/ways-of-working/",
    "inwoners/",
    "besturen/",
    "veilig/",
    "handleiding/",
    "handleiding/sleutels/hulpmiddelen/",
    "handleiding/meldingen/sc/",
    "gegevens/",
    "insluiten/",
    "insluiten/map/",
    "insluiten/afdelingen/burgerzaken/",
    "404.html",
]
STEERING = ["", "sturing/", "sturing/geld/", "sturing/risico/", "sturing/organisatie/", "sturing/kwaliteit/"]
WIDTHS = [320, 768, 1440]
PHONE = 360
DRAWING = "svg.stip-drawing:not([aria-hidden], .stip-drawing--poster)"
"""A drawing that somebody reads, and that is another on a phone: not the banner over a page, nor the poster."""


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


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everyone(path: str, open_tab: OpenTab, address: str) -> None:
    assert _hindrances(open_tab, address, path) == {}


@pytest.mark.parametrize("path", STEERING)
def test_a_page_for_who_steers_is_for_everyone(path: str, open_tab: OpenTab, steering_address: str) -> None:
    assert _hindrances(open_tab, steering_address, path) == {}


def _hindrances(open_tab: OpenTab, address: str, path: str) -> dict[str, Any]:
    """Look at a page in one tab, light and dark, on a desk and on a phone; return what hinders somebody there.

    No rule of WCAG 2.0 to 2.2 AA and best practice is broken. From 320 px up the text fits: only a table in its own
    frame may be wider. Nothing is asked from elsewhere, by the page or its scripts.
    """
    asked: list[str] = []
    page = open_tab(viewport={"width": WIDTHS[-1], "height": 900}, color_scheme="light")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    found: dict[str, Any] = {"light": _broken(page, path)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = _broken(page, path, colours=True)
    page.emulate_media(color_scheme="light")
    for width in WIDTHS:
        resize(page, width)
        found[f"{width} px"] = page.evaluate("document.documentElement.scrollWidth") > width
    resize(page, PHONE)
    if page.locator(f"{DRAWING}:visible").count():  # there it is another drawing; of words only the width differs
        found["phone"] = _broken(page, path)
    found["elsewhere"] = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    return {where: what for where, what in found.items() if what}


def _broken(page: Page, path: str, *, colours: bool = False) -> list[tuple[str, list[Any]]]:
    """Return the rules that a page breaks; print those of which axe cannot tell."""
    found = audit(page, colours=colours)
    for undecided in found["incomplete"]:
        print(f"undecided: {path or '/'} {undecided['id']} ({len(undecided['nodes'])})")  # noqa: T201 - listed
    return violations(found)


def test_a_single_letter_does_nothing_on_its_own(page: Page, address: str) -> None:
    """Who speaks to the computer sets keys off without meaning to: WCAG 2.1.4."""
    page.goto(address + "afdelingen/burgerzaken/")
    page.locator("h1").click()
    for key in "/fspn,.":
        page.keyboard.press(key)
        assert page.evaluate("[document.activeElement.localName, location.pathname]") == [
            "body",
            "/afdelingen/burgerzaken/",
        ]
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()


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
