"""Governing, as an employee meets it: what was decided and why, who leads, what teams decide, what it asks of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from practices.looking import block, card, drawn, names, part_of, rows, when
from practices.walking import WORDS, fact, mark, place, state, tells, topic_path
from stip.model import Roadmap
from stip.model.practices import (
    Choice,
    Decision,
    Leader,
    LeaderPromise,
    Maturity,
    Office,
    OfficeKind,
    Project,
    SelfAssessment,
    SkillGap,
    Topic,
    Workshop,
)
from stip.model.staffing import asked_hours
from stip.pages.views.facts import label, value_text
from stip.text.numbers import number_text

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _governing(page: Page, address: str) -> None:
    page.goto(address + topic_path(Topic.GOVERNING))


def _lacking(scope: Locator, *texts: str | None) -> list[str]:
    """Return those texts that a part of the page does not tell."""
    said = " ".join(scope.inner_text().split())
    return [text for text in texts if text and " ".join(text.split()) not in said]


def test_what_we_do_not_do_now_and_what_is_good_enough(page: Page, roadmap: Roadmap) -> None:
    for one in (one for one in roadmap.of(Maturity) if one.not_now):
        shown = block(page, "not_now").locator("li", has=page.get_by_role("link", name=one.title, exact=True))
        assert _lacking(shown, *one.not_now, one.reason) == []
    levels = {cells[0]: cells[1:] for cells in rows(block(page, "levels"))}
    for one in roadmap.of(Maturity):
        assert levels[one.title][:3] == [str(one.now), str(one.target), str(one.enough)]
        good = one.enough is not None and one.now >= one.enough
        assert (WORDS("insight.good_enough") in levels[one.title]) is good
    expect(drawn(block(page, "levels"))).to_be_visible()


def test_how_teams_judge_themselves_and_what_they_may_decide(page: Page, roadmap: Roadmap) -> None:
    for one in roadmap.of(SelfAssessment):
        row = part_of(page, "judgements", one.title)
        assert _lacking(row, one.title, one.mandate) == []
        scores = [
            [label(SelfAssessment, name, WORDS), str(getattr(one, name))]
            for name in ("agility", "residents_first", "self_direction")
        ]
        assert [cells[:2] for cells in rows(row)] == scores


def test_hours_that_projects_ask_beside_the_hours_that_there_are(page: Page, roadmap: Roadmap) -> None:
    """By department and quarter; what is too much is said."""
    shown = block(page, "hours").locator(".stip-fold")
    asked = asked_hours(roadmap)
    assert [one for one in asked if one.capacity is not None] != []
    units = {row.locator("summary h3").first.inner_text(): rows(row) for row in shown.all()}
    assert list(units) == list(dict.fromkeys(roadmap.units[one.unit].name for one in asked))
    for one in asked:
        [cells] = [cells for cells in units[roadmap.units[one.unit].name] if cells[0] == when(one.quarter)]
        told = [
            WORDS("insight.hours", hours=number_text(hours, WORDS)) for hours in (*one.projects.values(), one.hours)
        ]
        if one.capacity is not None:
            told.append(WORDS("insight.hours", hours=number_text(one.capacity, WORDS)))
        if one.above:
            told.append(WORDS("insight.hours_too_many", hours=number_text(one.above, WORDS)))
        assert [text for text in told if " ".join(text.split()) not in cells] == []


def test_what_was_decided_in_which_workshop_and_why(page: Page, roadmap: Roadmap) -> None:
    for workshop in roadmap.of(Workshop):
        opened = card(page, workshop)
        assert _lacking(opened, mark(workshop, "kind"), when(workshop.when), workshop.outcome, workshop.led_by) == []
        tells(opened, workshop, "participants", *workshop.participants)
    for choice in roadmap.of(Choice):
        opened = card(page, choice)
        assert (
            _lacking(opened, choice.question, choice.chosen, choice.reason, *(one.title for one in choice.options))
            == []
        )
    for decision in roadmap.of(Decision):
        opened = card(page, decision)
        expect(state(opened)).to_contain_text(mark(decision, "outcome"))
        assert _lacking(opened, decision.body, when(decision.when), *decision.conditions) == []
        assert _lacking(opened, *(roadmap.practice[Project.record, key].title for key in decision.projects)) == []


def test_what_leaders_promise(page: Page, roadmap: Roadmap) -> None:
    leaders = roadmap.of(Leader)
    assert [one for one in leaders if one.promises] != []
    for leader in leaders:
        opened = card(page, leader)
        expect(state(opened)).to_contain_text(mark(leader, "level"))
        qualities = (value_text(LeaderPromise, "quality", one.quality, WORDS) for one in leader.promises)
        told = (leader.vision, leader.urgency, *(one.text for one in leader.promises), *qualities)
        assert _lacking(opened, *told, *(one.what for one in leader.actions)) == []


def test_who_answers_for_what(page: Page, roadmap: Roadmap) -> None:
    """The one for digital change beside the one for information: who has it, and what each may decide."""
    offices = roadmap.of(Office)
    kinds = [one.kind for one in offices]
    assert abs(kinds.index(OfficeKind.CDO) - kinds.index(OfficeKind.CIO)) == 1
    for office in offices:
        cells = names(place(page, office).locator("td").all_inner_texts())
        told = (mark(office, "kind"), office.holder, office.mandate, office.deputy, office.note)
        assert cells == [text or "" for text in told] or [text for text in told if text and text not in cells] == []


def test_skills_that_are_missing_and_how_they_come(page: Page, roadmap: Roadmap) -> None:
    for gap in roadmap.of(SkillGap):
        assert gap.how
        assert _lacking(place(page, gap), gap.title, mark(gap, "how"), gap.action) == []


def test_why_a_project_is_worth_it(page: Page, roadmap: Roadmap) -> None:
    for project in roadmap.of(Project):
        opened = card(page, project)
        expect(state(opened)).to_contain_text(mark(project, "status"))
        told = (project.worth, project.owner, *(one.text for one in project.gains))
        assert _lacking(opened, *told) == []
        if project.pays_back:
            expect(fact(opened, label(Project, "pays_back", WORDS))).to_contain_text(str(project.pays_back))
