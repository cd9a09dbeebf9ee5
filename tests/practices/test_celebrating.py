"""Celebrating, as an employee meets it: the round of now, what is finished when, and what there was to celebrate."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from practices.looking import card, names, under, when
from practices.walking import anchor, fact, tells
from stip.model import Roadmap
from stip.model.practices import Celebration, Iteration

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _celebrating(page: Page, address: str) -> None:
    page.goto(address + "vieringen/")


def _rounds(roadmap: Roadmap, *, now: bool) -> list[Iteration]:
    """Return the rounds that go on today, or those that are over."""
    today = roadmap.settings.updated
    dated = [(one, one.when.first, one.when.last) for one in roadmap.of(Iteration)]
    if now:
        return [one for one, first, last in dated if first and last and first <= today <= last]
    return [one for one, _, last in dated if last and last < today]


def test_the_round_of_now_and_its_goals(page: Page, roadmap: Roadmap) -> None:
    shown = under(page, "Deze ronde").locator(".stip-sign")
    going = _rounds(roadmap, now=True)
    expect(shown).to_have_count(len(going))
    for sign, one in zip(shown.all(), going, strict=True):
        expect(sign.get_by_role("link", name=one.title)).to_be_visible()
        expect(sign).to_contain_text(when(one.when))
        assert names(sign.get_by_role("listitem").all_inner_texts()) == [aim.title for aim in one.aims]


def test_what_is_finished_when(page: Page, roadmap: Roadmap) -> None:
    for one in _rounds(roadmap, now=True):
        opened = card(page, one)
        tells(opened, one, "aims", *(aim.title for aim in one.aims))
        tells(opened, one, "aims", *(aim.done_when for aim in one.aims))


def test_an_aim_reads_as_sentences(page: Page, roadmap: Roadmap) -> None:
    (aim, *_) = fact(card(page, _rounds(roadmap, now=True)[0]), "Wat willen we afmaken?").all_inner_texts()
    assert [signs for signs in ("?:", "..") if signs in aim] == []


def test_what_was_celebrated_with_the_newest_first(page: Page, roadmap: Roadmap) -> None:
    today = roadmap.settings.updated
    past = [one for one in roadmap.of(Celebration) if one.when.last and one.when.last < today]
    past.sort(key=lambda one: one.when, reverse=True)
    feed = under(page, "Dit vierden we")
    found = feed.locator("h3[id]").all_inner_texts()
    assert names(found) == [one.title for one in past]
    for one in past:
        feast = feed.get_by_role("listitem").filter(has=page.locator(f"#{anchor(one)}"))
        expect(feast).to_contain_text(when(one.when))
        expect(feast).to_contain_text(one.report or one.text or "")


def test_what_will_be_celebrated_next(page: Page, roadmap: Roadmap) -> None:
    today = roadmap.settings.updated
    coming = [one for one in roadmap.of(Celebration) if one.when.last is None or one.when.last >= today]
    first = min(coming, key=lambda one: one.when)
    expect(under(page, "Dit gaan we vieren").get_by_role("listitem").first).to_contain_text(first.title)
    expect(under(page, "Dit gaan we vieren").get_by_role("listitem").first).to_contain_text(when(first.when))


def test_nothing_is_celebrated_twice(page: Page) -> None:
    titles = names(page.locator(".stip-feasts .stip-practice__title").all_inner_texts())
    assert sorted(titles) == sorted(set(titles))


def test_how_a_team_is_doing_without_blame(page: Page, roadmap: Roadmap) -> None:
    """The energy is of a group that is large enough; a round that failed tells what came of it like any other."""
    for one in _rounds(roadmap, now=False):
        opened = card(page, one)
        tells(opened, one, "result", one.result)
        if (one.respondents or 0) >= roadmap.adoption.smallest_group:
            tells(opened, one, "energy", str(one.energy))
            tells(opened, one, "respondents", str(one.respondents))
    assert False in {one.succeeded for one in _rounds(roadmap, now=False)}
