"""Trying, as an employee meets it: what is tried, what was learned, and what time and money there is for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from practices.looking import card, names, under, when
from practices.walking import WORDS, mark, place, state, tells
from stip.model import Roadmap
from stip.model.practices import Allowance, Experiment, IdeaBudget, Lab, Lesson, Outcome, Pilot, Side, TrialStatus
from stip.text.dates import day_text, weekday_text
from stip.text.numbers import money_text, number_text

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _trying(page: Page, address: str) -> None:
    page.goto(address + "proberen/")


def test_what_is_being_tried_and_how_to_join(page: Page, roadmap: Roadmap) -> None:
    """Each experiment stands under how it stands, and one that goes on says where to join."""
    experiments = roadmap.of(Experiment)
    for status in TrialStatus:
        title = WORDS(f"practices.experiment.values.status.{status}")
        heading = under(page, "Experimenten").get_by_role("heading", name=title, exact=True)
        listed = heading.locator("xpath=following-sibling::ul[1]").locator(".stip-practice__title")
        assert set(names(listed.all_inner_texts())) == {one.title for one in experiments if one.status is status}
    going = next(one for one in experiments if one.status is TrialStatus.RUNNING)
    opened = card(page, going)
    tells(opened, going, "question", going.question)
    expect(opened.get_by_role("link", name="Doe mee")).to_have_attribute("href", going.join or "")


def test_what_was_learned_also_from_what_failed(page: Page, roadmap: Roadmap) -> None:
    """What failed stands between the rest, as open as the rest."""
    lessons = roadmap.of(Lesson)
    titles = under(page, "Wat we leerden").locator(".stip-practice__title")
    assert set(names(titles.all_inner_texts())) == {one.title for one in lessons}
    failed = next(one for one in lessons if one.failed)
    opened = card(page, failed)
    expect(state(opened)).to_contain_text("Dit ging mis")
    tells(opened, failed, "learned", failed.learned)


def test_the_lab_and_its_next_session(page: Page, roadmap: Roadmap) -> None:
    (lab,) = roadmap.of(Lab)
    today = roadmap.settings.updated
    coming = min(moment.when.first for moment in lab.dates if moment.when.first and moment.when.first >= today)
    opened = card(page, lab)
    expect(state(opened)).to_have_text(day_text(coming, WORDS))
    tells(opened, lab, "place", lab.place)
    tells(opened, lab, "hours", lab.hours)
    tells(opened, lab, "people", *lab.people)
    tells(opened, lab, "dates", weekday_text(coming, WORDS))
    expect(opened.get_by_role("link", name="Doe mee")).to_be_visible()


def test_how_much_time_there_is_and_what_it_proved(page: Page, roadmap: Roadmap) -> None:
    for one in roadmap.of(Allowance):
        expect(place(page, one)).to_contain_text(number_text(one.hours or 0, WORDS))
        expect(place(page, one)).to_contain_text(one.per or "")
    for tried in roadmap.of(Experiment):
        if tried.status is TrialStatus.ENDED:
            tells(card(page, tried), tried, "effect", tried.effect)


def test_an_experiment_that_failed_says_so(page: Page, roadmap: Roadmap) -> None:
    failed = next(one for one in roadmap.of(Experiment) if one.outcome is Outcome.FAILED)
    opened = card(page, failed)
    tells(opened, failed, "outcome", mark(failed, "outcome"))
    tells(opened, failed, "result", failed.result)
    tells(opened, failed, "next", failed.next)


def test_which_pilot_can_be_joined(page: Page, roadmap: Roadmap) -> None:
    going = next(one for one in roadmap.of(Pilot) if one.status is TrialStatus.RUNNING)
    opened = card(page, going)
    expect(state(opened)).to_contain_text(when(going.when))
    tells(opened, going, "issue", going.issue)
    tells(opened, going, "criteria", *going.criteria)
    expect(opened.get_by_role("link", name="Doe mee")).to_have_attribute("href", going.join or "")


def test_what_came_of_a_pilot(page: Page, roadmap: Roadmap) -> None:
    ended = next(one for one in roadmap.of(Pilot) if one.status is TrialStatus.ENDED)
    opened = card(page, ended)
    tells(opened, ended, "result", ended.result)
    tells(opened, ended, "decision", mark(ended, "decision"))


def test_who_does_a_pilot_of_both_sides(page: Page, roadmap: Roadmap) -> None:
    for pilot in roadmap.of(Pilot):
        opened = card(page, pilot)
        tells(opened, pilot, "team", *(seat.role for seat in pilot.team))
        tells(opened, pilot, "team", *(WORDS(f"practices.seat.values.side.{side}") for side in Side))


def test_how_to_get_money_for_an_idea(page: Page, roadmap: Roadmap) -> None:
    for pot in roadmap.of(IdeaBudget):
        expect(place(page, pot)).to_contain_text(pot.rule or "")
        expect(place(page, pot).locator("td").last).to_have_text(money_text(pot.amount - pot.spent, WORDS))
    expect(under(page, "Geld voor ideeën").get_by_role("columnheader").last).to_have_text("Nog over")
