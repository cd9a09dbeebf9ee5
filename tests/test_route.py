"""My route as a person uses it: choose, read, share, come back, print; with and without script, also from disk."""

from __future__ import annotations

import re
from typing import Any

import icalendar
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from building import ROOT, Build, Project
from crawling import dead_links
from samples import mkdocs_yml, roadmap
from serving import SiteServer
from stip.loading import load
from tabs import OpenTab, audit, copied, resize, settle, violations

pytestmark = pytest.mark.browser

CHOSEN = "mijn-route/?afdeling=burgerzaken&persona=balie"
CASES = [
    "mijn-route/",
    CHOSEN,
    "mijn-route/?persona=balie",
    "mijn-route/?afdeling=streekarchief",
    "mijn-route/?afdeling=x",
]


def choose(page: Page) -> None:
    """Choose a department and a kind of work, and ask for the route."""
    page.get_by_label("Mijn afdeling").select_option("burgerzaken")
    page.get_by_label("Mijn werk").select_option("balie")
    page.get_by_role("button", name="Laat zien").click()


def titles(page: Page) -> list[str]:
    """Return the titles of the steps on the road."""
    page.locator(".stip-my__title").wait_for()
    return page.locator(".stip-way__name a").all_inner_texts()


def test_choose_and_see_only_your_own_steps(page: Page, address: str) -> None:
    """The steps on the road are those of the department and its teams that name this work, and are not over."""
    page.goto(address + "mijn-route/")
    choose(page)
    found = load(ROOT / "roadmap.yaml").roadmap
    assert found is not None
    near = [unit for unit in found.units.values() if "burgerzaken" in {unit.id, unit.part_of}]
    near += found.ancestors(found.units["burgerzaken"])
    steps = [step for unit in near for step in unit.steps if "balie" in {*step.personas, *step.benefits}]
    expected = [s.title for s in sorted(steps, key=lambda s: s.when) if s.status not in {"done", "stopped"}]
    assert titles(page) == expected
    expect(page.locator(".stip-my__title")).to_be_focused()
    expect(page.locator("[data-stip-heard]")).to_contain_text(re.compile(r"\d+ van de \d+ stappen"))
    expect(page.locator(".stip-my__first li")).to_have_count(3)
    page.get_by_role("button", name="Laat alle stappen zien").click()
    assert set(titles(page)) > set(expected)
    expect(page.get_by_role("button", name="Laat alleen mijn stappen zien")).to_be_focused()


def test_the_link_can_be_shared(page: Page, address: str, open_tab: OpenTab) -> None:
    """Who gets the link sees the same, and their own choice is not changed by it."""
    page.goto(address + "mijn-route/")
    choose(page)
    mine = titles(page)
    expect(page).to_have_url(address + CHOSEN)
    theirs = open_tab()
    theirs.goto(page.url)
    assert titles(theirs) == mine
    theirs.goto(address + "mijn-route/")
    expect(theirs.locator("[data-stip-index]")).to_be_visible()


def test_the_choice_is_remembered_here_and_can_be_forgotten(page: Page, address: str, context: BrowserContext) -> None:
    """On this device alone: nothing is sent and there is no cookie."""
    page.goto(address + "mijn-route/")
    choose(page)
    mine = titles(page)
    page.goto(address + "mijn-route/")
    assert titles(page) == mine
    page.get_by_role("button", name="Vergeet mijn keuze").click()
    expect(page.get_by_text("Je keuze is vergeten.")).to_be_visible()
    page.goto(address + "mijn-route/")
    expect(page.locator("[data-stip-index]")).to_be_visible()
    expect(page.locator("[data-stip-result]")).to_be_hidden()
    assert context.cookies() == []


def test_back_goes_to_the_choice_before(page: Page, address: str) -> None:
    page.goto(address + "mijn-route/?afdeling=financien")
    titles(page)
    choose(page)
    expect(page.locator(".stip-my__title")).to_contain_text("Burgerzaken")
    page.go_back()
    expect(page.locator(".stip-my__title")).to_contain_text("Financiën")


def test_every_case_says_something_kind(page: Page, address: str) -> None:
    """Nothing chosen, one of the two, none that fits, route 0, and names that nobody knows."""
    said = {
        "": "Of zoek zelf",
        "?persona=balie": "Kies ook je afdeling.",
        "?afdeling=burgerzaken": "Kies ook je werk.",
        "?afdeling=streekarchief&persona=buiten": "noemt nog geen stap jouw werk",
        "?afdeling=streekarchief": "We zoeken anderen om op aan te sluiten.",
        "?afdeling=%3Cscript%3E": "kennen we niet",
        "?persona=niemand&afdeling=burgerzaken": "kennen we niet",
    }
    for query, text in said.items():
        page.goto(f"{address}mijn-route/{query}")
        expect(page.get_by_text(text).first).to_be_visible()
    page.goto(address + "mijn-route/")
    page.get_by_role("button", name="Laat zien").click()
    expect(page.get_by_text("Kies eerst je afdeling of je werk.")).to_be_visible()


def test_other_pages_lead_here(page: Page, address: str) -> None:
    """Home, a department and a persona, each with its own choice made."""
    for start, end in {
        "": "",
        "afdelingen/burgerzaken/": "?afdeling=burgerzaken",
        "personas/balie/": "?persona=balie",
    }.items():
        page.goto(address + start)
        page.get_by_role("link", name="Maak mijn route").first.click()
        expect(page).to_have_url(f"{address}mijn-route/{end}")
    page.goto(address + "afdelingen/burgerzaken/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Zet in je agenda (ics)").click()
    assert icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")


def test_the_calendar_holds_the_days_that_are_shown(page: Page, address: str) -> None:
    page.goto(address + CHOSEN)
    shown = titles(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet in mijn agenda (ics)").click()
    assert download.value.suggested_filename == "mijn-route.ics"
    raw = download.value.path().read_bytes()
    events: list[Any] = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert events
    assert {str(event["summary"]) for event in events} <= set(shown)
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_the_link_is_copied_or_shown(page: Page, address: str) -> None:
    page.goto(address + CHOSEN)
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_text("De link is gekopieerd.")).to_be_visible()
    assert copied(page) == address + CHOSEN
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_label("De link naar jouw route")).to_have_value(address + CHOSEN)


def test_without_script_there_is_an_index(open_tab: OpenTab, address: str) -> None:
    """Every department, team and persona as a link."""
    page = open_tab(java_script_enabled=False)
    page.goto(address + "mijn-route/")
    found = load(ROOT / "roadmap.yaml").roadmap
    assert found is not None
    index = page.locator("[data-stip-index]")
    for name in ("Burgerzaken", "Team Publieksbalie", "Streekarchief Elzenmeer", "Ik werk aan de balie"):
        expect(index.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.locator("form").filter(has=page.get_by_label("Mijn afdeling"))).to_be_hidden()


def test_from_a_folder_on_disk(page: Page, project: Project, build: Build) -> None:
    """With .html addresses and an awkward name: text stays text, links lead somewhere, the choice is remembered."""
    nasty = "Súdwest & 'De Wouden' < \"x\""
    folder = project({**mkdocs_yml(use_directory_urls="false"), **roadmap(names={1: nasty})})
    built = build(folder)
    assert built.ok, built.log
    assert dead_links(built.site) == []
    file = (built.site / "mijn-route.html").as_uri()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file)
    page.get_by_label("Mijn afdeling").select_option("unit-1")
    page.get_by_label("Mijn werk").select_option("pers")
    page.get_by_role("button", name="Laat zien").click()
    assert titles(page) == [f"Zzstep 1 {step}" for step in range(4)]
    expect(page.locator(".stip-my__title")).to_contain_text(nasty)
    expect(page).to_have_url(re.compile(f"^{re.escape(file)}\\?"))
    page.goto(file)
    assert len(titles(page)) == 4
    page.locator(".stip-way__name a").first.click()
    expect(page).to_have_url(re.compile(r"afdelingen/unit-1\.html#unit-1-0$"))
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_in_english(page: Page, project: Project, build: Build, site_server: SiteServer) -> None:
    built = build(project({**mkdocs_yml(), **roadmap(language="en")}))
    assert built.ok, built.log
    page.goto(site_server(built.site).rstrip("/") + "/my-route/?department=unit-0&persona=pers")
    assert len(titles(page)) == 4
    expect(page.get_by_text("Your first 3 dates")).to_be_visible()


@pytest.mark.parametrize("path", CASES)
def test_it_is_for_everyone(path: str, page: Page, address: str) -> None:
    """In light and dark; nothing scrolls sideways, and nothing is asked from elsewhere."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.emulate_media(color_scheme="light")
    page.goto(address + path, wait_until="networkidle")
    assert violations(audit(page)) == []
    page.emulate_media(color_scheme="dark")
    assert violations(audit(page, colours=True)) == []
    for width in (320, 768, 1440):
        resize(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_a_route_fits_one_sheet_of_paper(page: Page, address: str) -> None:
    page.goto(address + CHOSEN)
    titles(page)
    settle(page)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))) == 1
