"""Residents, as an employee meets them: how far a service is really connected, where they get stuck, what solves it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from practices.looking import block, drawn, marks, names, part_of, rows, when
from practices.walking import WORDS, mark, topic_path
from stip.model import Roadmap
from stip.model.counting import adapted_services
from stip.model.practices import Journey, Service, Topic

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _residents(page: Page, address: str) -> None:
    page.goto(address + topic_path(Topic.RESIDENTS))


def test_how_far_each_service_is_connected(page: Page, roadmap: Roadmap) -> None:
    """Drawn and as a table; the drawing says in one sentence how many are connected wholly."""
    services = [one for one in roadmap.of(Service) if one.coupling]
    shown = block(page, "coupling")
    for cells, one in zip(rows(shown), services, strict=True):
        assert cells[0] == one.title
        assert mark(one, "coupling") in cells[1]
    assert marks(drawn(shown)) != []
    adapted = adapted_services(roadmap)
    summary = WORDS("insight.coupling_summary", count=adapted.full, total=adapted.said)
    expect(drawn(shown).locator("desc").first).to_contain_text(summary)


def test_what_hurts_and_what_solves_it(page: Page, roadmap: Roadmap) -> None:
    """By journey; what nothing solves yet stands first, and says so."""
    for journey in roadmap.of(Journey):
        hurting = sorted((one for one in journey.stages if one.pain), key=lambda one: bool(one.solved_by))
        shown = part_of(page, "pains", journey.title)
        expect(shown.locator("summary")).to_contain_text(WORDS("insight.pains_count", count=len(hurting)))
        for text, stage in zip(names(shown.locator("li").all_inner_texts()), hurting, strict=True):
            solved = [roadmap.steps[key].title for key in stage.solved_by] or [WORDS("insight.unsolved")]
            assert [one for one in (stage.pain, stage.title, *solved) if one and one not in text] == []


def test_a_journey_from_stage_to_stage(page: Page, address: str, roadmap: Roadmap) -> None:
    """From what hurts to the whole journey, and from there to the step that solves it."""
    journey, hurt = next((one, stage) for one in roadmap.of(Journey) for stage in one.stages if stage.solved_by)
    onward = WORDS("insight.read_more", title=journey.title)
    part_of(page, "pains", journey.title).get_by_role("link", name=onward, exact=True).click()
    expect(page.locator("h1")).to_have_text(journey.title)
    assert journey.when
    expect(page.locator("main")).to_contain_text(when(journey.when))
    shown = page.locator(".stip-journey__stage")
    for item, stage in zip(shown.all(), journey.stages, strict=True):
        text = " ".join(item.inner_text().split())
        feeling = WORDS(f"insight.feeling_{stage.feeling}") if stage.feeling else ""
        solved = [roadmap.steps[key].title for key in stage.solved_by]
        told = (stage.title, stage.touchpoint, feeling, stage.pain, stage.evidence, *solved)
        assert [one for one in told if one and one not in text] == []
    solving = roadmap.steps[hurt.solved_by[0]]
    shown.get_by_role("link", name=solving.title, exact=True).first.click()
    expect(page).to_have_url(f"{address}afdelingen/{roadmap.unit_of[solving.id].id}/#{solving.id}")
