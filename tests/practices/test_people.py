"""People, as an employee meets them: who takes part, from which side, and whom to ask what."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from practices.looking import card, names, rest, under, when
from practices.walking import WORDS, anchor, group, mark, place, tells
from stip.model import Roadmap
from stip.model.practices import Expertise, Side, Stage, StageKind, Stakeholder, TeamRole

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _people(page: Page, address: str) -> None:
    page.goto(address + "wie-doet-mee/")


def test_who_is_involved(page: Page, roadmap: Roadmap) -> None:
    """Each group stands on the map, and says what it wants, what was agreed and whom to ask."""
    known = roadmap.of(Stakeholder)
    on_the_map = under(page, "Wie merkt er veel van?").locator("a").all_text_contents()
    assert sorted(names(on_the_map)) == sorted(one.title for one in known if one.influence and one.concern)
    for one in known:
        shown = card(page, one)
        tells(shown, one, "interest", one.interest)
        tells(shown, one, "agreement", one.agreement)
        assert one.contact is not None
        tells(shown, one, "contact", one.contact.role, one.contact.email)


def test_where_my_group_is(page: Page, address: str, roadmap: Roadmap) -> None:
    """From the page of the department to what was agreed with its people."""
    mine = next(one for one in roadmap.of(Stakeholder) if one.departments)
    page.goto(f"{address}afdelingen/{mine.departments[0]}/")
    rest(page)
    group(page, "Wie doet mee?").get_by_role("link", name=mine.title).click()
    expect(page).to_have_url(re.compile(rf"wie-doet-mee/#{anchor(mine)}$"))
    tells(place(page, mine), mine, "agreement", mine.agreement)


def test_both_sides_for_each_path(page: Page, roadmap: Roadmap) -> None:
    """Those who do the work and those who make the means: each path has roles of both, and says which is which."""
    team = under(page, "Het team").locator("tbody tr")
    for key in roadmap.numbers:
        mine = team.filter(has=page.get_by_role("link", name=roadmap.units[key].name, exact=True))
        for side in Side:
            expect(mine.filter(has_text=WORDS(f"practices.team_role.values.side.{side}")).first).to_be_visible()


def test_both_sides_on_the_page_of_my_department(page: Page, address: str, roadmap: Roadmap) -> None:
    page.goto(f"{address}afdelingen/burgerzaken/")
    rest(page)
    shown = names(group(page, "Wie doet mee?").get_by_role("listitem").all_text_contents())
    roles = [one for one in roadmap.of(TeamRole) if "burgerzaken" in one.departments]
    assert {one.side for one in roles for text in shown if one.title in text and mark(one, "side") in text} == set(Side)


def test_whom_to_ask(page: Page, roadmap: Roadmap) -> None:
    for one in roadmap.of(Expertise):
        shown = card(page, one)
        tells(shown, one, "topics", *one.topics)
        assert one.contact is not None
        tells(shown, one, "contact", one.contact.role, one.contact.email)


def test_whom_to_ask_is_found_by_what_they_know(page: Page, address: str, roadmap: Roadmap) -> None:
    asked = next(one for one in roadmap.of(Expertise) if "financien" in one.departments)
    page.goto(address)
    _search(page, asked.topics[0]).click()
    expect(page).to_have_url(re.compile("wie-doet-mee/"))
    expect(page.get_by_role("heading", name=asked.title)).to_be_visible()


def _search(page: Page, words: str) -> Locator:
    """Search the site; return the first result on this page, once it is there."""
    page.locator("[data-md-component=search-query]").first.fill(words)
    found = page.locator(".md-search-result__link[href*='wie-doet-mee/']").first
    found.wait_for()
    return found


def test_first_a_team_and_then_the_rest(page: Page, roadmap: Roadmap) -> None:
    stages = sorted(roadmap.of(Stage), key=lambda one: list(StageKind).index(one.kind))
    rungs = under(page, "Zo bouwen we het op").get_by_role("listitem")
    expect(rungs).to_contain_text([one.title for one in stages])
    expect(rungs).to_contain_text([when(one.when) for one in stages])
    for rung, stage in zip(rungs.all(), stages, strict=True):
        assert ("Klaar" in rung.inner_text()) is stage.done


def test_who_is_in_the_team(page: Page, roadmap: Roadmap) -> None:
    """Roles with their side and discipline; never a name of a person."""
    for one in roadmap.of(TeamRole):
        expect(place(page, one)).to_contain_text(mark(one, "side"))
        expect(place(page, one)).to_contain_text(one.discipline or "")
        expect(place(page, one)).to_contain_text(one.text or "")
