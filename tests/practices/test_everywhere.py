"""Everywhere else: what the pages of home, mission, departments, personas, steps and questions tell an employee."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from practices.looking import names, rest, step, under
from practices.walking import WORDS, fact, group
from stip.model import GoalKind, QuestionKind, Roadmap, Status, Step
from stip.model.adopting import purpose_of
from stip.model.practices import Iteration, Purpose

pytestmark = pytest.mark.browser

OVER = {Status.DONE, Status.STOPPED}
ADOPTION = {
    Purpose.INFORM: "Zo hoor je ervan",
    Purpose.TRAIN: "Zo leer je het",
    Purpose.STIMULATE: "Zo houden we het leuk",
}
"""The three small blocks, as they are called at a step."""


def _at(page: Page, address: str, roadmap: Roadmap, step_id: str) -> None:
    """Go to the page of the department of a step."""
    page.goto(f"{address}afdelingen/{roadmap.unit_of[step_id].id}/")


def _announced(roadmap: Roadmap, unit_id: str) -> list[Step]:
    """Return the steps of a department that are announced and not over."""
    return [one for one in roadmap.units[unit_id].steps if one.status not in OVER | {Status.IDEA}]


def _purposes(roadmap: Roadmap, step_id: str) -> dict[Purpose, list[str]]:
    """Return the titles of the adoption work that names a step, by its kind."""
    found: dict[Purpose, list[str]] = {}
    for one in roadmap.naming.get(("step", step_id), ()):
        if purpose := purpose_of(one):
            found.setdefault(purpose, []).append(one.title)
    return found


# -- Home --


def test_the_promise_in_one_line(page: Page, address: str, roadmap: Roadmap) -> None:
    page.goto(address)
    expect(page.locator(".stip-hero__words .stip-lead")).to_have_text(roadmap.mission.mission)


def test_what_colleagues_work_on_now(page: Page, address: str, roadmap: Roadmap) -> None:
    page.goto(address)
    going = [one.title for one in roadmap.steps.values() if one.status in {Status.RUNNING, Status.DELAYED}]
    shown = names(under(page, "Nu bezig").locator(".stip-list__title").all_inner_texts())
    assert shown != []
    assert set(shown) <= set(going)


def test_what_colleagues_do_now_in_plain_words(page: Page, address: str, roadmap: Roadmap) -> None:
    page.goto(address)
    said = page.locator("main").inner_text()
    today = roadmap.settings.updated
    rounds = [one for one in roadmap.of(Iteration) if one.when.first and one.when.last and one.when.first <= today]
    plain = [one.doing for one in roadmap.steps.values() if one.status is Status.RUNNING and one.doing]
    plain += [one.title for one in rounds if one.when.last and one.when.last >= today]
    assert [text for text in plain if text in said] != []


def test_the_name_on_every_page_and_on_the_poster(page: Page, address: str, roadmap: Roadmap) -> None:
    name = roadmap.mission.programme.name
    for path in ("", "straks/", "afdelingen/burgerzaken/", "personas/buiten/", "vragen/te-druk/"):
        page.goto(address + path)
        expect(page.locator("header").first).to_contain_text(name)
        expect(page).to_have_title(re.compile(name))
    page.goto(address + "poster/")
    expect(page.locator("main svg text", has_text=name).first).to_be_visible()


# -- Mission --


def test_what_residents_notice_of_it(page: Page, address: str, roadmap: Roadmap) -> None:
    page.goto(address + "missie/")
    for goal in roadmap.mission.goals:
        if goal.kind is GoalKind.SERVICE:
            shown = page.locator(".stip-goal", has=page.locator(f"#goal_{goal.id}"))
            expect(shown.locator(".stip-chip").first).to_have_text("Voor inwoners")
            expect(shown).to_contain_text(goal.text or "")
            for indicator in goal.indicators:
                assert indicator.now is not None
                expect(shown.get_by_role("row").filter(has_text=indicator.title)).to_contain_text(indicator.now.value)


def test_our_values_and_where_they_come_from(page: Page, address: str, roadmap: Roadmap) -> None:
    page.goto(address + "missie/")
    shown = under(page, "Waar we voor staan").get_by_role("listitem")
    expect(shown).to_contain_text([one.name for one in roadmap.mission.values])
    expect(shown).to_contain_text([f"Bron: {one.source}" for one in roadmap.mission.values])


def test_a_short_vision_and_who_stands_behind_it(page: Page, address: str, roadmap: Roadmap) -> None:
    page.goto(address + "missie/")
    vision = roadmap.mission.vision
    assert vision is not None
    expect(under(page, "Hoe we ermee willen werken")).to_contain_text(vision.text)
    for name in vision.endorsed_by:
        expect(under(page, "Hoe we ermee willen werken")).to_contain_text(name)


def test_why_my_project_exists(page: Page, address: str, roadmap: Roadmap) -> None:
    """From the step to its goal, where that says what it is for and which steps it has."""
    _at(page, address, roadmap, "bz-zaaksysteem")
    goal = roadmap.goals[roadmap.steps["bz-zaaksysteem"].goals[0]]
    fact(step(page, "bz-zaaksysteem"), "Voor welk doel?").get_by_role("link", name=goal.title).click()
    expect(page.locator(f"#goal_{goal.id}")).to_be_in_viewport()
    shown = page.locator(".stip-goal", has=page.locator(f"#goal_{goal.id}"))
    expect(shown).to_contain_text(goal.text or "")
    shown.locator("summary").click()
    expect(shown.get_by_role("link", name=roadmap.steps["bz-zaaksysteem"].title)).to_be_visible()


# -- Departments --


def test_how_our_team_works(page: Page, address: str, roadmap: Roadmap) -> None:
    for unit in roadmap.units.values():
        if unit.way_of_working:
            page.goto(f"{address}afdelingen/{unit.id}/")
            expect(page.get_by_role("heading", name="Zo werkt dit team")).to_be_visible()
            expect(page.get_by_text(WORDS(f"site.unit.way_{unit.way_of_working}"))).to_be_visible()


def test_what_gets_nicer_in_my_work(page: Page, address: str, roadmap: Roadmap) -> None:
    unit = roadmap.units["buitendienst"]
    page.goto(f"{address}afdelingen/{unit.id}/")
    expect(under(page, "Wat wordt er leuker?")).to_contain_text(unit.pleasure or "")


# -- Personas --


def test_cards_of_kinds_of_work(page: Page, address: str, roadmap: Roadmap) -> None:
    """Each says what somebody does in words of that work, and leads to what they need and how we know."""
    page.goto(address + "personas/")
    for one in roadmap.personas.values():
        shown = page.locator("main li", has=page.get_by_role("link", name=one.name))
        expect(shown).to_contain_text(one.role or "")
    buiten = roadmap.personas["buiten"]
    page.get_by_role("link", name=buiten.name).click()
    expect(under(page, "Dit heb je nodig").get_by_role("listitem")).to_have_text(list(buiten.needs))
    assert buiten.interviews is not None
    expect(page.locator(".stip-basis")).to_contain_text(f"{buiten.interviews.count} gesprekken")


def test_what_changes_for_me_in_the_order_of_its_dates(page: Page, address: str, roadmap: Roadmap) -> None:
    page.goto(address + "personas/buiten/")
    by_title = {one.title: one for one in roadmap.steps.values()}
    shown = names(under(page, "Dit verandert er voor jou").locator(".stip-list__title").all_inner_texts())
    steps = [by_title[title] for title in shown]
    wanted = [one for one in by_title.values() if "buiten" in {*one.personas, *one.benefits}]
    assert set(shown) == {one.title for one in wanted if one.status not in OVER}
    assert steps == sorted(steps, key=lambda one: one.when)
    for one in steps:
        if "buiten" in one.fits:
            expect(under(page, "Dit verandert er voor jou")).to_contain_text(one.fits["buiten"])


def test_what_it_brings_me_is_said_to_me(page: Page, address: str, roadmap: Roadmap) -> None:
    """At a change each kind of work has its own answer; the page of a persona gives the one for that persona."""
    change = roadmap.steps["bz-zaaksysteem"]
    _at(page, address, roadmap, change.id)
    lines = fact(step(page, change.id), "Wat heb je eraan?")
    told = [f"{roadmap.personas[key].name}: {text}" for key, text in change.benefits.items()]
    expect(lines).to_have_text(told)
    assert len(set(change.benefits.values())) == len(change.benefits)
    page.goto(address + "personas/balie/")
    mine = under(page, "Dit verandert er voor jou").get_by_role("listitem").filter(has_text=change.title)
    expect(mine.locator(".stip-benefit").first).to_have_text(change.benefits["balie"])


# -- Steps --


def test_every_change_has_the_same_headings_in_the_same_order(page: Page, address: str, roadmap: Roadmap) -> None:
    """What to expect, what to do and who helps stand at each; no two pages differ in their order."""
    orders: list[list[str]] = []
    for unit in ("burgerzaken", "buitendienst", "communicatie"):
        page.goto(f"{address}afdelingen/{unit}/")
        for one in _announced(roadmap, unit):
            labels = page.locator(f".stip-step__card:has(#{one.id}) dt").all_text_contents()
            orders.append(names(labels))
    asked = ["Wat kun je verwachten?", "Wat moet je doen?", "Wie helpt je?"]
    assert [order for order in orders if [label for label in order if label in asked] != asked] == []
    before = {pair for order in orders for pair in _pairs(order)}
    assert [pair for pair in before if pair[::-1] in before] == []


def _pairs(order: list[str]) -> set[tuple[str, str]]:
    return {(one, other) for index, one in enumerate(order) for other in order[index + 1 :]}


def test_what_is_done_besides_switching_it_on(page: Page, address: str, roadmap: Roadmap) -> None:
    _at(page, address, roadmap, "bd-foto-terug")
    opened = step(page, "bd-foto-terug")
    said = opened.inner_text()
    work = _purposes(roadmap, "bd-foto-terug")
    assert set(work) == set(Purpose)
    assert [title for titles in work.values() for title in titles if title not in said] == []


def test_three_small_blocks_at_a_change(page: Page, address: str, roadmap: Roadmap) -> None:
    """To hear of it, to learn it, and to keep at it."""
    _at(page, address, roadmap, "bz-zaaksysteem")
    for title in ADOPTION.values():
        expect(fact(step(page, "bz-zaaksysteem"), title).first).to_be_visible()


def test_each_block_has_what_it_is_for(page: Page, address: str, roadmap: Roadmap) -> None:
    """A contest keeps people going: it is no news."""
    _at(page, address, roadmap, "bd-foto-terug")
    opened = step(page, "bd-foto-terug")
    told = " ".join(fact(opened, ADOPTION[Purpose.INFORM]).all_inner_texts())
    work = _purposes(roadmap, "bd-foto-terug")
    assert [title for purpose in (Purpose.TRAIN, Purpose.STIMULATE) for title in work[purpose] if title in told] == []


def test_a_running_step_says_what_is_done_now_and_why(page: Page, address: str, roadmap: Roadmap) -> None:
    running = next(one for one in roadmap.steps.values() if one.status is Status.RUNNING and one.doing)
    _at(page, address, roadmap, running.id)
    opened = step(page, running.id)
    expect(fact(opened, "Wat doen we nu?")).to_have_text(running.doing or "")
    expect(fact(opened, "Waarom?")).to_have_text(running.why or "")


# -- Questions --


def test_why_we_do_this_is_answered_first(page: Page, address: str) -> None:
    """And at a change, before what it brings and what to do."""
    page.goto(address + "vragen/")
    groups = names(page.locator(".stip-questions h2").all_inner_texts())
    assert groups[0] == WORDS(f"site.question_kind.{QuestionKind.WHY}")
    page.goto(address + "afdelingen/buitendienst/")
    asked = names(step(page, "bd-foto-terug").locator("dt").all_inner_texts())
    assert asked[:2] == ["Waarom?", "Wat heb je eraan?"]


def test_what_it_brings_me_is_answered_second(page: Page, address: str, roadmap: Roadmap) -> None:
    page.goto(address + "vragen/")
    groups = names(page.locator(".stip-questions h2").all_inner_texts())
    assert groups[1] == WORDS(f"site.question_kind.{QuestionKind.BENEFIT}")
    mine = next(one for one in roadmap.questions.values() if one.kind is QuestionKind.BENEFIT and one.personas)
    page.get_by_label("Mijn werk").select_option(mine.personas[0])
    expect(under(page, groups[1]).get_by_role("link", name=mine.question)).to_be_visible()


def test_for_whom_an_answer_is(page: Page, address: str, roadmap: Roadmap) -> None:
    key, asked = next(
        (key, one) for key, one in roadmap.questions.items() if one.departments and one.personas and one.steps
    )
    page.goto(f"{address}vragen/{key}/")
    for title, wanted in (
        ("Voor deze afdelingen", [roadmap.units[one].name for one in asked.departments]),
        ("Voor wie", [roadmap.personas[one].name for one in asked.personas]),
        ("Gaat over deze stappen", [roadmap.steps[one].title for one in asked.steps]),
    ):
        assert names(under(page, title).get_by_role("link").all_inner_texts()) == wanted


def test_about_which_tools_an_answer_is(page: Page, address: str, roadmap: Roadmap) -> None:
    about = {key: one.tools for key, one in roadmap.questions.items() if one.tools}
    assert about != {}
    key, tools = next(iter(about.items()))
    page.goto(f"{address}vragen/{key}/")
    titles = [roadmap.practice["tool", one].title for one in tools]
    assert names(under(page, "Over deze hulpmiddelen").get_by_role("link").all_inner_texts()) == titles


def test_what_else_there_is_to_read(page: Page, address: str, roadmap: Roadmap) -> None:
    key, asked = next((key, one) for key, one in roadmap.questions.items() if one.related)
    page.goto(f"{address}vragen/{key}/")
    related = [roadmap.questions[one].question for one in asked.related]
    assert names(under(page, "Lees ook").get_by_role("link").all_inner_texts()) == related
    under(page, "Lees ook").get_by_role("link").first.click()
    expect(page.locator("h1")).to_have_text(related[0])


def test_a_department_a_persona_and_a_step_list_their_questions(page: Page, address: str, roadmap: Roadmap) -> None:
    """The same question from three sides."""
    asked = next(one for one in roadmap.questions.values() if "bz-oefenen" in one.steps and "balie" in one.personas)
    _at(page, address, roadmap, "bz-oefenen")
    expect(fact(step(page, "bz-oefenen"), "Vragen hierover").filter(has_text=asked.question)).to_be_visible()
    page.goto(address + "personas/balie/")
    expect(under(page, "Vragen die jij kunt hebben").get_by_role("link", name=asked.question)).to_be_visible()
    page.goto(address + "vragen/")
    page.get_by_label("Mijn afdeling").select_option("burgerzaken")
    expect(page.get_by_role("link", name=asked.question)).to_be_visible()


# -- What there is for me --


@pytest.mark.parametrize("path", ["afdelingen/burgerzaken/", "personas/buiten/"])
def test_what_there_is_for_me(path: str, page: Page, address: str) -> None:
    """A department and a persona lead to what concerns them, and each link ends at what it names."""
    page.goto(address + path)
    expect(page.get_by_role("heading", name="Hulp en meedoen", exact=True)).to_be_visible()
    rest(page)
    for title in ("Zo leer je het", "Wie helpt je?", "Doe mee", "Dit proberen we", "Wat ga je anders doen?"):
        expect(group(page, title).get_by_role("link").first).to_be_visible()
    first = group(page, "Zo leer je het").get_by_role("link").first
    name = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_in_viewport()
