"""Ten questions of an employee: from home each is answered in at most three steps, on a desk and on a phone."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from practices.walking import WORDS, Walk, anchor, events, expected_events, group, said
from stip.model import Roadmap, Status, Step
from stip.model.practices import Ambassador, Celebration, Experiment, Tool, Training, TrialStatus
from stip.pages.views.items import step_when
from tabs import resize

pytestmark = pytest.mark.browser

WIDTHS = [1440, 360]


@pytest.fixture(params=WIDTHS, ids=[f"{width}px" for width in WIDTHS])
def walk(page: Page, address: str, request: pytest.FixtureRequest) -> Walk:
    """Stand on the home page, at a desk and on a phone."""
    page.goto(address)
    resize(page, request.param)
    return Walk(page)


def to_department(walk: Walk, roadmap: Roadmap) -> None:
    """Go from home to Burgerzaken."""
    walk.follow(walk.page.locator("#stip_choose ~ * a", has_text=roadmap.units["burgerzaken"].name))


def to_topic(walk: Walk, title: str) -> None:
    """Go from home to the page of a topic."""
    walk.follow(walk.page.locator(".stip-topics").get_by_role("link", name=title, exact=True))


def fold(walk: Walk, id_: str) -> None:
    """Open the fold of a step or practice on this page."""
    walk.follow(walk.page.locator(f"summary:has([id='{id_}'])"))


def this_quarter(step: Step, today: dt.date) -> bool:
    """Tell whether a step that is not over takes place in the quarter of today."""
    first = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    last = (first + dt.timedelta(days=100)).replace(day=1) - dt.timedelta(days=1)
    begin, end = step.when.first, step.when.last
    over = step.status in {Status.DONE, Status.STOPPED}
    return not over and begin is not None and end is not None and begin <= last and end >= first


def test_what_changes_for_my_team_this_quarter(walk: Walk, roadmap: Roadmap) -> None:
    """The page of the department names each of its steps of the quarter with its date, and those of its teams."""
    to_department(walk, roadmap)
    today = roadmap.settings.updated
    units = [unit for unit in roadmap.units.values() if "burgerzaken" in {unit.id, unit.part_of}]
    steps = {unit.id: [step for step in unit.steps if this_quarter(step, today)] for unit in units}
    assert steps["burgerzaken"]
    for step in steps.pop("burgerzaken"):
        sign = walk.page.locator(".stip-change .stip-sign", has_text=step.title)
        expect(sign).to_be_visible()
        expect(sign).to_contain_text(step_when(step, WORDS))
    teams = walk.page.locator("[aria-labelledby=stip_units]")
    for step in [step for of_team in steps.values() for step in of_team]:
        expect(teams.get_by_text(step.title)).to_be_visible()


def test_why(walk: Walk, roadmap: Roadmap) -> None:
    step = roadmap.steps["bz-zaaksysteem"]
    to_department(walk, roadmap)
    walk.follow(walk.page.locator(".stip-change").get_by_role("link", name=step.title))
    assert step.why
    walk.read("Waarom?", step.why)


def test_what_does_it_bring_me(walk: Walk, roadmap: Roadmap) -> None:
    walk.follow(walk.page.get_by_role("link", name=roadmap.personas["balie"].name))
    benefits = roadmap.steps["bz-zaaksysteem"].benefit
    assert isinstance(benefits, dict)
    walk.read("Dit verandert er voor jou", benefits["balie"])


def test_which_training_and_when(walk: Walk, roadmap: Roadmap) -> None:
    """Every moment of it, which the calendar of the department has too."""
    training = roadmap.practice["training", "leren-zaaksysteem"]
    assert isinstance(training, Training)
    to_department(walk, roadmap)
    calendar = events(walk.page)
    walk.follow(group(walk.page, "Zo leer je het").get_by_role("link", name=training.title))
    walk.read(*(said(moment) for moment in training.dates))
    assert len(training.dates) > 1
    assert expected_events([training]) <= calendar


def test_which_training_and_when_by_my_work(walk: Walk, roadmap: Roadmap) -> None:
    """The page of all trainings answers it too, for who chooses what work they do."""
    training = roadmap.practice["training", "leren-zaaksysteem"]
    assert isinstance(training, Training)
    to_topic(walk, "Leren en hulp")
    walk.choose("Mijn werk", "balie")
    fold(walk, anchor(training))
    walk.read(*(said(moment) for moment in training.dates))


def test_who_is_my_ambassador(walk: Walk, roadmap: Roadmap) -> None:
    ambassador = roadmap.practice["ambassador", "ambassadeur-balie"]
    assert isinstance(ambassador, Ambassador)
    to_department(walk, roadmap)
    walk.follow(walk.page.get_by_role("link", name=roadmap.units["bz-balie"].name))
    walk.follow(group(walk.page, "Wie helpt je?").get_by_role("link", name=ambassador.title))
    assert ambassador.reach
    walk.read(ambassador.title, ambassador.reach, *ambassador.topics)


def test_what_may_i_use_instead_of_whatsapp(walk: Walk, roadmap: Roadmap) -> None:
    tool = roadmap.practice["tool", "whatsapp"]
    assert isinstance(tool, Tool)
    assert tool.alternative
    assert tool.reason
    to_topic(walk, "Hulpmiddelen")
    walk.follow(walk.page.get_by_role("link", name=tool.title, exact=True))
    walk.read("Gebruik liever", tool.reason)
    link = walk.page.get_by_role("link", name=roadmap.practice["tool", tool.alternative].title, exact=True)
    expect(link).to_be_visible()


def test_what_is_being_tried_and_how_do_i_join(walk: Walk, roadmap: Roadmap) -> None:
    experiment = next(one for one in roadmap.of(Experiment) if one.status is TrialStatus.RUNNING)
    assert experiment.join
    to_topic(walk, "Proberen")
    fold(walk, anchor(experiment))
    walk.read(experiment.question)
    card = walk.page.locator(".stip-practice", has=walk.page.locator(f"[id='{anchor(experiment)}']"))
    join = card.get_by_role("link", name="Doe mee")
    expect(join).to_be_visible()
    expect(join).to_have_attribute("href", experiment.join)


def test_what_did_we_celebrate_last(walk: Walk, roadmap: Roadmap) -> None:
    today = roadmap.settings.updated
    past = [one for one in roadmap.of(Celebration) if one.when.last and one.when.last < today]
    newest = max(past, key=lambda one: one.when)
    to_topic(walk, "Vieringen")
    first = walk.page.locator("[aria-labelledby=stip_feasts] li").first
    expect(first).to_be_visible()
    expect(first).to_contain_text(newest.title)
    assert newest.report
    expect(first).to_contain_text(newest.report)


def test_what_stays_the_same(walk: Walk, roadmap: Roadmap) -> None:
    to_department(walk, roadmap)
    walk.read("Dit blijft hetzelfde", *roadmap.units["burgerzaken"].stays)


def test_what_if_it_fails(walk: Walk, roadmap: Roadmap) -> None:
    step = roadmap.steps["bz-zaaksysteem"]
    to_department(walk, roadmap)
    fold(walk, step.id)
    assert step.fallback
    walk.read("Wat als het niet werkt?", step.fallback)
