"""Safety, as an employee meets it: is it safe, what to do when something fails, where AI helps, which systems go."""

from __future__ import annotations

import io

import pypdf
import pytest
from playwright.sync_api import Page, expect

from practices.looking import block, card, drawn, names, rows, step, when
from practices.walking import WORDS, fact, mark, place, state, tells, topic_path
from stip.model import QuestionKind, Roadmap, Status
from stip.model.practices import AiUse, Outage, Safeguard, System, Topic
from stip.pages.views.blocks.systems import is_unsupported
from stip.pages.views.facts import label

pytestmark = pytest.mark.browser

SAFETY = topic_path(Topic.SAFETY)
MM, A4 = 25.4 / 72, (210, 297)


@pytest.fixture(autouse=True)
def _safety(page: Page, address: str) -> None:
    page.goto(address + SAFETY)


def test_what_keeps_it_safe(page: Page, roadmap: Roadmap) -> None:
    for safeguard in roadmap.of(Safeguard):
        opened = card(page, safeguard)
        expect(state(opened)).to_contain_text(mark(safeguard, "status"))
        expect(opened).to_contain_text(safeguard.text or "")
        tells(opened, safeguard, "owner", safeguard.owner)


def test_what_to_do_when_something_fails(page: Page, roadmap: Roadmap) -> None:
    """From the list to a card with what to do in its order, which prints on one sheet of A4."""
    outage = roadmap.of(Outage)[0]
    page.get_by_role("link", name=outage.title, exact=True).click()
    expect(page.locator("h1")).to_have_text(outage.title)
    actions = names(fact(page.locator("main"), label(Outage, "actions", WORDS)).all_inner_texts())
    assert actions == [f"{place}. {text}" for place, text in enumerate(outage.actions, start=1)]
    main = page.locator("main")
    tells(main, outage, "signal", outage.signal)
    tells(main, outage, "who", outage.who)
    tells(main, outage, "meanwhile", outage.meanwhile)
    tells(main, outage, "phone", outage.phone)
    [sheet] = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert tuple(round(float(side) * MM) for side in sheet.mediabox[2:]) == A4
    text = " ".join(sheet.extract_text().split())
    assert [action for action in (*outage.actions, outage.who) if action not in text] == []


def test_where_ai_helps_and_what_stays_the_work_of_people(page: Page, roadmap: Roadmap) -> None:
    for use in roadmap.of(AiUse):
        opened = card(page, use)
        expect(state(opened)).to_contain_text(mark(use, "level"))
        tells(opened, use, "purpose", use.purpose)
        if use.stays_human:
            tells(opened, use, "stays_human", use.stays_human)
    assert [one for one in roadmap.of(AiUse) if one.stays_human] != []


def test_which_system_goes_when(page: Page, roadmap: Roadmap) -> None:
    """Drawn on one axis; who has no support for a time is told, and what comes in its place."""
    systems = roadmap.of(System)
    late = sum(is_unsupported(one) for one in systems)
    summary = WORDS("insight.systems_late", count=late) if late else WORDS("insight.systems_fine")
    shown = block(page, "systems")
    expect(drawn(shown).locator("desc").first).to_contain_text(summary)
    twin = {cells[0]: cells[1:] for cells in rows(shown)}
    for one in systems:
        cells = names(place(page, one).locator("td").all_inner_texts())
        told = [when(period) for period in (one.since, one.support_until, one.replaced) if period]
        assert [text for text in (*told, one.successor or "") if text not in cells] == []
        assert [text for text in told if text not in twin[one.title]] == []
        assert (WORDS("insight.too_late") in twin[one.title]) is is_unsupported(one)


def test_is_it_safe(page: Page, address: str, roadmap: Roadmap) -> None:
    """A step that can be reached from the internet answers it; the questions about safety have pages of their own."""
    over = {Status.DONE, Status.STOPPED}
    found = next(one for one in roadmap.steps.values() if one.internet and one.safe and one.status not in over)
    page.goto(f"{address}afdelingen/{roadmap.unit_of[found.id].id}/")
    expect(fact(step(page, found.id), WORDS("site.step.safe"))).to_have_text(found.safe or "")
    page.goto(f"{address}vragen/")
    safety = [one.question for one in roadmap.questions.values() if one.kind is QuestionKind.SAFETY]
    group = page.locator(".stip-questions section, .stip-questions").filter(
        has=page.get_by_role("heading", name=WORDS(f"site.question_kind.{QuestionKind.SAFETY}"), exact=True)
    )
    links = names(group.last.get_by_role("link").all_inner_texts())
    assert set(safety) <= set(links)
    group.last.get_by_role("link", name=safety[0], exact=True).click()
    expect(page.locator("h1")).to_have_text(safety[0])
