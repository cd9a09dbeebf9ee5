"""What an employee sees of joining: an agenda, ways to help, chances that colleagues saw, needs and promises."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from practices.walking import (
    WORDS,
    events,
    expected_events,
    mark,
    part,
    place,
    said,
    seen,
    state,
    tells,
    topic_path,
    unfold,
)
from stip.model import Practice, Roadmap
from stip.model.practices import (
    CoCreation,
    Exchange,
    Moment,
    Need,
    Opportunity,
    OpportunityStatus,
    Promise,
    Public,
    Session,
    SessionKind,
    Topic,
)
from tabs import OpenTab

pytestmark = pytest.mark.browser

JOINING = topic_path(Topic.JOINING)


def agenda(page: Page) -> Locator:
    """Return the rows of the agenda, also those for later."""
    block = page.locator("section[aria-labelledby=stip_agenda]")
    for fold in block.locator("details:not([open]) > summary").all():
        fold.click()
    return block.locator("li")


def ahead(roadmap: Roadmap) -> list[tuple[Moment, Practice]]:
    """Return every moment that is not over, soonest first."""
    today = roadmap.settings.updated
    found = [(moment, one) for one in roadmap.practices for moment in getattr(one, "dates", ())]
    found = [item for item in found if item[0].when.last and item[0].when.last >= today]
    return sorted(found, key=lambda item: (item[0].when, item[0].start or ""))


def over(practice: Practice, today: dt.date) -> bool:
    """Tell whether a practice has been."""
    periods = [moment.when for moment in getattr(practice, "dates", ())] or [practice.period]
    return all(period is not None and period.last is not None and period.last < today for period in periods)


def test_i_see_how_i_can_help_to_make_something(page: Page, address: str, roadmap: Roadmap) -> None:
    """Who helps, how, how many, what came of it, and where to say that I join."""
    groups = roadmap.of(CoCreation)
    assert any(one.join for one in groups)
    for one in groups:
        card = unfold(page, address, one)
        expect(state(card)).to_contain_text(mark(one, "public"))
        tells(card, one, "how", one.how)
        tells(card, one, "count", str(one.count))
        if one.result:
            tells(card, one, "result", one.result)
        assert one.contact
        tells(card, one, "contact", one.contact.email)
        if one.join and not over(one, roadmap.settings.updated):
            link = card.get_by_role("link", name=WORDS("practices.common.labels.join"))
            expect(link).to_have_attribute("href", one.join)


def test_i_can_only_join_what_is_not_over(page: Page, address: str, roadmap: Roadmap) -> None:
    today = roadmap.settings.updated
    done = [one for one in roadmap.of(CoCreation) if over(one, today)]
    assert done
    page.goto(address + JOINING)
    for one in done:
        assert seen(page, "co_creation")[0] != one.title
        assert place(page, one).get_by_text(WORDS("practices.common.labels.join"), exact=True).count() == 0


def test_what_became_of_the_chances_that_colleagues_saw(page: Page, address: str, roadmap: Roadmap) -> None:
    """A wall by status, from new to done with, each with who saw it, what it brings and our answer."""
    page.goto(address + JOINING)
    chances = roadmap.of(Opportunity)
    for one in chances:
        row = place(page, one)
        for text in (one.seen_by, one.value, mark(one, "status"), one.reply):
            if text:
                expect(row).to_contain_text(text)
    statuses = part(page, "opportunity").locator("tbody tr td:nth-child(4)").all_inner_texts()
    order = [WORDS(f"practices.opportunity.values.status.{status}") for status in OpportunityStatus]
    places = [order.index(" ".join(text.split())) for text in statuses]
    assert places == sorted(places)
    assert len(places) == len(chances)


def test_i_can_add_the_chance_that_i_see(page: Page, address: str) -> None:
    """By mail or a form, beside what others saw."""
    page.goto(address + JOINING)
    link = (
        part(page, "opportunity")
        .locator("a[href^='mailto:'], a[href^='https:']")
        .filter(has_text=re.compile("idee|kans"))
    )
    expect(link).to_be_visible()


def test_the_agenda_has_what_comes_first(page: Page, address: str, roadmap: Roadmap) -> None:
    """Soonest first, each with its day, hours and place."""
    page.goto(address + JOINING)
    rows = [" ".join(text.split()) for text in agenda(page).all_inner_texts()]
    coming = ahead(roadmap)
    assert len(coming) > 24
    places = []
    for moment, practice in coming:
        day, _, hours = said(moment).partition(", ")
        wanted = (practice.title, day, hours.removesuffix(" uur"), moment.place or "")
        found = [number for number, row in enumerate(rows) if all(text in row for text in wanted)]
        assert found, f"the agenda has no {wanted}"
        places.append((found[0], moment.when))
    assert [when for _, when in sorted(places)] == [when for _, when in places]


def test_the_calendar_has_all_of_the_agenda(page: Page, address: str, roadmap: Roadmap) -> None:
    """An ICS file that opens, with all that comes, also what the page has no room for."""
    page.goto(address + JOINING)
    found = events(page)
    coming = {event for event in expected_events(roadmap.practices) if event[1].date() >= roadmap.settings.updated}
    assert len(coming) > 24
    assert coming <= found


def test_what_came_of_a_session(page: Page, address: str, roadmap: Roadmap) -> None:
    """The report of each that has been, with how many took part."""
    past = [one for one in roadmap.of(Session) if over(one, roadmap.settings.updated)]
    assert past
    for one in past:
        card = unfold(page, address, one)
        tells(card, one, "result", one.result)
        tells(card, one, "participants", str(one.participants))


def test_when_there_is_explanation_for_my_group(page: Page, address: str, roadmap: Roadmap) -> None:
    """Each session to come tells for which groups it is and when."""
    coming = [
        one
        for one in roadmap.of(Session)
        if one.kind is SessionKind.INFORMATION and not over(one, roadmap.settings.updated)
    ]
    assert coming
    for one in coming:
        card = unfold(page, address, one)
        tells(card, one, "groups", *(roadmap.practice["stakeholder", key].title for key in one.groups))
        tells(card, one, "dates", *map(said, one.dates))


def test_what_i_find_hard_is_known_and_answered(page: Page, address: str, roadmap: Roadmap) -> None:
    """Each group with what is hard for it, what is done about it, and the questions that say more."""
    page.goto(address + JOINING)
    for one in roadmap.of(Need):
        row = place(page, one)
        for text in (one.challenge, one.answer, *(roadmap.practice["stakeholder", key].title for key in one.groups)):
            expect(row).to_contain_text(text or "")
        for key in one.questions:
            expect(row.get_by_role("link", name=roadmap.questions[key].question)).to_be_visible()


def test_what_is_promised_to_each_group(page: Page, address: str, roadmap: Roadmap) -> None:
    """Colleagues, residents, entrepreneurs and partners: what they expect and what we promise."""
    page.goto(address + JOINING)
    promises = roadmap.of(Promise)
    assert {one.public for one in promises} == set(Public)
    for one in promises:
        row = place(page, one)
        for text in (mark(one, "public"), one.expects, one.promise):
            expect(row).to_contain_text(text)


def test_i_can_join_a_pair_and_read_what_others_shared(page: Page, address: str, roadmap: Roadmap) -> None:
    """Both sides, when they meet, what they learned, and where to sign up."""
    pairs = roadmap.of(Exchange)
    assert pairs
    for one in pairs:
        card = unfold(page, address, one)
        tells(card, one, "business", one.business)
        tells(card, one, "it", one.it)
        tells(card, one, "shared", one.shared)
        tells(card, one, "dates", *map(said, one.dates))
        expect(card.get_by_role("link", name=WORDS("practices.common.labels.sign_up"))).to_have_attribute(
            "href", one.sign_up or ""
        )


def test_how_residents_are_involved(page: Page, address: str, roadmap: Roadmap) -> None:
    """What they help to make, how many, and by which trial."""
    groups = [one for one in roadmap.of(CoCreation) if one.public is Public.RESIDENTS]
    assert len(groups) > 1
    for one in groups:
        card = unfold(page, address, one)
        expect(state(card)).to_contain_text(mark(one, "public"))
        tells(card, one, "how", one.how)
        for kind, keys in (("experiment", one.experiments), ("pilot", one.pilots)):
            if keys:
                tells(card, one, f"{kind}s", *(roadmap.practice[kind, key].title for key in keys))


def test_moments_just_for_fun(page: Page, address: str, roadmap: Roadmap) -> None:
    """They stand among the sessions, marked as something nice, each with its days."""
    fun = [one for one in roadmap.of(Session) if one.kind is SessionKind.LEISURE]
    assert len(fun) > 1
    for one in fun:
        card = unfold(page, address, one)
        expect(state(card)).to_contain_text(mark(one, "kind"))
        tells(card, one, "dates", *map(said, one.dates))


def test_the_agenda_has_play_too(page: Page, address: str, roadmap: Roadmap) -> None:
    """What is just for fun stands between the work."""
    page.goto(address + JOINING)
    fun = [one for _, one in ahead(roadmap) if isinstance(one, Session) and one.kind is SessionKind.LEISURE]
    assert len(fun) > 1
    for one in fun:
        expect(agenda(page).filter(has_text=one.title).first).to_be_visible()


def test_the_agenda_for_my_work(page: Page, address: str, roadmap: Roadmap) -> None:
    """Choose my work and only what is for me, or for everyone, is left."""
    page.goto(address + JOINING)
    page.get_by_label("Mijn werk").select_option("consulent")
    left = [row.locator("a").inner_text() for row in agenda(page).all() if row.is_visible()]
    for_me = {one.title for one in roadmap.practices if not one.personas or "consulent" in one.personas}
    assert left
    assert set(left) <= for_me
    count = page.locator("[data-stip-unit]:not([hidden])").count()
    expect(page.locator(".stip-filter output")).to_have_text(WORDS("site.topic.filter_count", count=count))


def test_the_agenda_leads_to_more(page: Page, address: str, roadmap: Roadmap) -> None:
    """A moment leads to its practice, which is open then."""
    page.goto(address + JOINING)
    _, session = next(item for item in ahead(roadmap) if isinstance(item[1], Session))
    agenda(page).get_by_role("link", name=session.title).first.click()
    assert session.text
    expect(place(page, session).get_by_text(session.text)).to_be_visible()


def test_the_agenda_fits_a_phone(open_tab: OpenTab, address: str) -> None:
    """Nothing is wider than the window."""
    page = open_tab(viewport={"width": 360, "height": 800})
    page.goto(address + JOINING)
    expect(agenda(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
