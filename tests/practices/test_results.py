"""Results, as an employee meets them: what gets better, what it saves, and what colleagues think of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from practices.looking import card, names, under, when
from practices.walking import WORDS, fact, mark, place, state, tells
from stip.model import Roadmap
from stip.model.practices import Effort, Measurement, MeasurementKind, Result, Service, TimeSaving
from stip.text.numbers import number_text

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _results(page: Page, address: str) -> None:
    page.goto(address + "resultaten/")


def _trend(opened: Locator, measurement: Measurement) -> None:
    """Expect the readings in the order of time, each with its value and how many people stand behind it."""
    lines = fact(opened, "Wat we zagen")
    readings = sorted(measurement.readings, key=lambda one: one.when)
    expect(lines).to_contain_text([f"{when(one.when)}: {number_text(one.value, WORDS)}" for one in readings])
    expect(lines).to_contain_text([f"({one.respondents} " for one in readings])
    tells(opened, measurement, "source", measurement.source)


def test_how_colleagues_like_it_over_time(page: Page, roadmap: Roadmap) -> None:
    liked = [one for one in roadmap.of(Measurement) if one.kind is MeasurementKind.APPRECIATION]
    for one in liked:
        opened = card(page, one)
        expect(state(opened)).to_contain_text(mark(one, "kind"))
        tells(opened, one, "question", one.question)
        _trend(opened, one)


def test_how_many_colleagues_use_it_over_time(page: Page, roadmap: Roadmap) -> None:
    used = [one for one in roadmap.of(Measurement) if one.kind is MeasurementKind.USAGE]
    for one in used:
        opened = card(page, one)
        expect(state(opened)).to_contain_text(mark(one, "kind"))
        _trend(opened, one)


def test_a_reading_is_written_as_people_say_it(page: Page, roadmap: Roadmap) -> None:
    counted = next(one for one in roadmap.of(Measurement) if (one.unit or "").startswith("van de"))
    said = fact(card(page, counted), "Wat we zagen").first
    expect(said).to_contain_text(counted.unit or "")
    assert "van de 100 van de 100" not in said.inner_text()


def test_how_near_the_dot_is(page: Page, roadmap: Roadmap) -> None:
    """Of each goal how much of the way was made, and what brought it nearer; never how much work was done."""
    progress = under(page, "Hoe dicht zijn we bij het doel?")
    for goal in roadmap.mission.goals:
        row = progress.get_by_role("listitem").filter(has=page.get_by_role("link", name=goal.title, exact=True))
        expect(row.get_by_text("procent van de weg")).to_have_count(len(goal.indicators))
        for indicator in goal.indicators:
            expect(row).to_contain_text(indicator.title)
            expect(row.get_by_role("meter", name=indicator.title)).to_be_visible()
        for result in roadmap.of(Result):
            if goal.id in result.goals:
                expect(row.get_by_role("link", name=result.title)).to_be_visible()


def test_what_a_result_did_for_its_goal(page: Page, roadmap: Roadmap) -> None:
    for result in roadmap.of(Result):
        opened = card(page, result)
        tells(opened, result, "contribution", result.contribution)
        tells(opened, result, "goals", *(roadmap.goals[key].title for key in result.goals))


def test_how_much_goes_to_people_and_how_much_to_technology(page: Page, roadmap: Roadmap) -> None:
    for effort in roadmap.of(Effort):
        cells = names(place(page, effort).locator("td").all_inner_texts())
        assert cells[:2] == [number_text(effort.people, WORDS), number_text(effort.technology, WORDS)]
        assert cells[-1] == f"{effort.share} procent"


def test_the_columns_of_people_and_technology_have_names_of_their_own(page: Page) -> None:
    columns = names(under(page, "Mensen en techniek").get_by_role("columnheader").all_inner_texts())
    assert sorted(columns) == sorted(set(columns))


def test_which_services_are_online(page: Page, roadmap: Roadmap) -> None:
    for service in roadmap.of(Service):
        opened = card(page, service)
        expect(state(opened).locator("strong")).to_have_text("Online" if service.digital else "Nog niet online")
        channels = (WORDS(f"practices.service.values.channels.{one}") for one in service.channels)
        tells(opened, service, "channels", *channels)
        if service.digital:
            expect(state(opened)).to_contain_text(when(service.when))
            tells(opened, service, "alternative", service.alternative)


def test_what_residents_can_do_themselves(page: Page, roadmap: Roadmap) -> None:
    for service in roadmap.of(Service):
        if service.digital:
            tells(card(page, service), service, "can_self", *service.can_self)


def test_hours_won_and_what_they_are_used_for(page: Page, roadmap: Roadmap) -> None:
    for saving in roadmap.of(TimeSaving):
        opened = card(page, saving)
        hours = number_text(round(saving.hours or 0), WORDS)
        expect(fact(opened, "De rekensom")).to_contain_text(f"= {hours} uur per jaar")
        tells(opened, saving, "used_for", saving.used_for)
        tells(opened, saving, "source", saving.source)


def test_the_sum_in_full_of_a_new_password(page: Page, roadmap: Roadmap) -> None:
    """So many minutes, times and people: whoever wants to can do the sum again."""
    saving = next(one for one in roadmap.of(TimeSaving) if "ia-wachtwoord" in one.steps)
    said = fact(card(page, saving), "De rekensom")
    expect(said).to_have_text("24 minuten × 2 keer per jaar × 620 mensen = 496 uur per jaar")  # noqa: RUF001
