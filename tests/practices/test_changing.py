"""Changing, as an employee meets it: a day now and later, what to do otherwise, whose turn it is, when it is busy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from practices.looking import card, names, step, under, when
from practices.walking import WORDS, fact, group, mark, place, tells
from stip.model import Roadmap, Status
from stip.model.practices import Aspect, Move, Rollout, Scenario, Season, Shift, Stakeholder, Tool
from stip.model.workload import Level, reckon_workload

pytestmark = pytest.mark.browser

TOGETHER = (Aspect.BEHAVIOUR, Aspect.PROCESS, Aspect.INFORMATION)
DIFFERENT = "Wat ga je anders doen?"


@pytest.fixture(autouse=True)
def _changing(page: Page, address: str) -> None:
    page.goto(address + "straks/")


def _shifts(roadmap: Roadmap, *aspects: Aspect) -> list[Shift]:
    return [one for one in roadmap.of(Shift) if one.aspect in aspects]


def test_from_and_to_in_plain_words(page: Page, roadmap: Roadmap) -> None:
    headers = names(under(page, DIFFERENT).get_by_role("columnheader").all_inner_texts())
    for shift in _shifts(roadmap, Aspect.CULTURE):
        said = dict(zip(headers[1:], names(place(page, shift).locator("td").all_inner_texts()), strict=True))
        assert (said["Van"], said["Naar"]) == (shift.from_, shift.to)


def test_what_you_do_otherwise(page: Page, address: str, roadmap: Roadmap) -> None:
    """From the page of a department to the words."""
    shift = next(one for one in _shifts(roadmap, Aspect.BEHAVIOUR) if one.departments)
    page.goto(f"{address}afdelingen/{shift.departments[0]}/")
    group(page, DIFFERENT).get_by_role("link", name=shift.title).click()
    expect(place(page, shift)).to_be_in_viewport()
    expect(place(page, shift)).to_contain_text(shift.to)
    expect(place(page, shift)).to_contain_text(shift.signal or "")


def test_when_it_is_my_turn(page: Page, roadmap: Roadmap) -> None:
    for rollout in roadmap.of(Rollout):
        waves = fact(card(page, rollout), "Wie start wanneer?")
        for line, wave in zip(waves.all(), rollout.waves, strict=True):
            expect(line).to_contain_text(wave.title)
            expect(line).to_contain_text(when(wave.when))
            for key in wave.departments:
                expect(line).to_contain_text(roadmap.units[key].name)


def test_my_turn_is_found_by_my_department(page: Page, roadmap: Roadmap) -> None:
    rollout = next(one for one in roadmap.of(Rollout) if not one.departments)
    mine = next(
        key for key in rollout.waves[-1].departments if key not in {roadmap.unit_of[one].id for one in rollout.steps}
    )
    page.get_by_label("Mijn afdeling").select_option(mine)
    expect(page.locator("output")).to_contain_text("gevonden")
    assert place(page, rollout).is_visible()


def test_my_turn_on_the_page_of_my_department(page: Page, address: str, roadmap: Roadmap) -> None:
    rollout = next(one for one in roadmap.of(Rollout) if not one.departments)
    wave = rollout.waves[-1]
    page.goto(f"{address}afdelingen/{wave.departments[0]}/")
    shown = under(page, "Hulp en meedoen").get_by_role("listitem").filter(has_text=rollout.title)
    assert names(shown.all_inner_texts()) != []
    assert when(wave.when) in shown.inner_text()


def test_when_it_is_busy(page: Page, roadmap: Roadmap) -> None:
    """In numbers and in words, for each department that something changes for."""
    table = under(page, "Wanneer is het druk?").get_by_role("table")
    quarters = names(table.get_by_role("columnheader").all_inner_texts())
    for load in reckon_workload(roadmap):
        if load.steps and load.level is not Level.CALM and when(load.quarter) in quarters:
            busy = table.get_by_role("row").filter(has_text=roadmap.units[load.unit].name).first
            said = WORDS("site.load.percent", percent=load.percent, level=WORDS(f"site.load.{load.level}"))
            expect(busy).to_contain_text(said)
    for season in roadmap.of(Season):
        expect(place(page, season)).to_contain_text(when(season.when))
        expect(place(page, season)).to_contain_text(mark(season, "kind"))


def test_a_moment_of_the_day_before_and_after(page: Page, roadmap: Roadmap) -> None:
    tools = {one.id: one.title for one in roadmap.of(Tool)}
    for scenario in roadmap.of(Scenario):
        opened = card(page, scenario)
        tells(opened, scenario, "now", scenario.now)
        tells(opened, scenario, "later", scenario.later)
        tells(opened, scenario, "tools", *(tools[key] for key in scenario.tools))


def test_who_stands_behind_it(page: Page, roadmap: Roadmap) -> None:
    groups = {one.id: one.title for one in roadmap.of(Stakeholder)}
    for scenario in roadmap.of(Scenario):
        if scenario.endorsed:
            tells(card(page, scenario), scenario, "endorsed", *(groups[one.by] for one in scenario.endorsed))


def test_the_growth_path_in_its_order(page: Page, roadmap: Roadmap) -> None:
    ranked = sorted((one.rank, one) for one in roadmap.of(Scenario) if one.rank)
    rungs = under(page, "Wat eerst, wat daarna").get_by_role("listitem")
    assert names(rungs.get_by_role("link").all_inner_texts()) == [one.title for _, one in ranked]
    for rung, (rank, one) in zip(rungs.all(), ranked, strict=True):
        assert names(rung.locator(".stip-ladder__number").all_inner_texts()) == [str(rank)]
        expect(rung).to_contain_text(one.phase or "")


def test_quick_wins_first_and_what_is_done_told(page: Page, roadmap: Roadmap) -> None:
    wins = sorted(
        (one for one in roadmap.steps.values() if one.quick_win and one.status is not Status.STOPPED),
        key=lambda one: one.when,
    )
    corner = under(page, "Snelle resultaten").locator(".stip-quadrant").first
    expect(corner.get_by_role("heading")).to_have_text("Weinig werk, veel plezier")
    shown = names(corner.locator("a").all_text_contents())
    assert shown == [f"{one.title} ({WORDS(f'site.status.{one.status}').lower()})" for one in wins]
    assert [title for title in shown if title.endswith("(klaar)")] != []


def test_which_systems_move_when(page: Page, roadmap: Roadmap) -> None:
    for move in roadmap.of(Move):
        assert names(place(page, move).locator("td").all_inner_texts()) == [move.from_, move.to, when(move.when)]


def test_what_changes_in_our_role(page: Page, roadmap: Roadmap) -> None:
    shift = next(one for one in _shifts(roadmap, Aspect.ROLE) if one.departments)
    page.get_by_label("Mijn afdeling").select_option(shift.departments[0])
    expect(place(page, shift)).to_be_visible()
    expect(place(page, shift)).to_contain_text(shift.from_)
    expect(place(page, shift)).to_contain_text(shift.to)
    others = [one for one in _shifts(roadmap, Aspect.ROLE) if one.departments and one is not shift]
    assert [one.id for one in others if place(page, one).is_visible()] == []


def test_when_we_talk_of_a_role_that_changes(page: Page, roadmap: Roadmap) -> None:
    for shift in _shifts(roadmap, Aspect.ROLE):
        expect(place(page, shift)).to_contain_text(when(shift.talk))


def test_when_our_role_changes(page: Page, roadmap: Roadmap) -> None:
    shift = next(one for one in _shifts(roadmap, Aspect.ROLE) if one.when)
    assert when(shift.when) in place(page, shift).inner_text()


def test_three_short_lines_of_a_change(page: Page, address: str, roadmap: Roadmap) -> None:
    """What people do, how the work goes, and where the information is: all three at the step."""
    (step_id, *_) = next(one.steps for one in _shifts(roadmap, Aspect.PROCESS) if one.steps)
    page.goto(f"{address}afdelingen/{roadmap.unit_of[step_id].id}/")
    lines = fact(step(page, step_id), DIFFERENT)
    together = [one.title for one in _shifts(roadmap, *TOGETHER) if step_id in one.steps]
    expect(lines).to_contain_text(together)


def test_the_three_lines_can_be_told_apart(page: Page) -> None:
    said = under(page, DIFFERENT).inner_text()
    assert [one for one in Aspect if WORDS(f"practices.shift.values.aspect.{one}") not in said] == []
