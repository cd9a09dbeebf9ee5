"""Steering, as a director meets it: a sheet that says where we are, and the pages behind it, all as the model says."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from html import unescape
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from building import ROOT
from practices.looking import block, drawn, marks, names, rows, when
from practices.walking import WORDS, example, mark, place, topic_path
from stip.charts.spec import NO_FIGURE
from stip.editions import difference, snapshot
from stip.loading import load
from stip.model import Audience, Roadmap, Status
from stip.model.coverage import Part, reckon_coverage
from stip.model.indicators import Progress, progress_of
from stip.model.money import add_up, progress, reckon
from stip.model.practices import (
    Budget,
    BudgetLine,
    BusinessCase,
    Candidate,
    CostKind,
    Impact,
    Risk,
    Safeguard,
    TensionArc,
    Topic,
    Trait,
)
from stip.model.steps import ANNOUNCED
from stip.pages.views.facts import value_text
from stip.pages.views.items import step_when
from stip.text.numbers import money_text, number_text

pytestmark = pytest.mark.browser

STEERING = f"{WORDS('site.path.steering')}/"
MM, A3, LEAST = 25.4 / 72, (297, 420), 12.0
"""Least: the px on paper of a letter of 9 points."""
RIBBON = WORDS("chrome.ribbon")
LETTERS = """() => {
    const found = [], texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
        const one = texts.currentNode.parentElement, box = one.getBoundingClientRect()
        const unseen = !one.checkVisibility() || one.closest('.stip-visually-hidden, title, desc')
        if (unseen || !texts.currentNode.data.trim()) continue
        const scale = one instanceof SVGElement ? one.getScreenCTM().a : 1
        found.push([parseFloat(getComputedStyle(one).fontSize) * scale, box.right, one.textContent.trim()])
    }
    return found
}"""
"""Of each text that is seen how high its letters are and where it ends at the right, in px."""


@pytest.fixture(scope="module")
def roadmap() -> Roadmap:
    """Return what the example declares for those who steer."""
    return example(Audience.STEERING)


@pytest.fixture
def sheet(page: Page, steering_address: str) -> Page:
    """Open the page that says where we are."""
    page.goto(steering_address + STEERING)
    return page


def _euro(amount: Decimal) -> str:
    return " ".join(money_text(amount, WORDS).split())


def _answer(page: Page, key: str) -> str:
    """Return the one sentence that answers the question of a panel."""
    return names(block(page, key).locator(".stip-steering__answer").all_inner_texts())[0]


def _ways(roadmap: Roadmap) -> list[Progress]:
    found = (progress_of(one) for goal in roadmap.mission.goals for one in goal.indicators)
    return [one for one in found if one]


def _by_weight(roadmap: Roadmap) -> list[Risk]:
    return sorted(roadmap.of(Risk), key=lambda one: -one.likelihood * one.impact)


def _band(weight: int) -> str:
    """Return how heavy a risk is in words."""
    return WORDS(f"insight.risk.band_{(weight > 4) + (weight > 9) + (weight > 14)}")


def test_every_page_says_for_whom_it_is(steering_site: Path, example_site: Path) -> None:
    """And asks search engines to pass by; no page for staff does."""
    pages = {file: unescape(file.read_text(encoding="utf-8")) for file in steering_site.rglob("*.html")}
    assert len(pages) > 100
    robots = 'name="robots" content="noindex"'
    assert [file for file, text in pages.items() if RIBBON not in text or robots not in text] == []
    staff = {
        file.relative_to(example_site).as_posix(): unescape(file.read_text(encoding="utf-8"))
        for file in example_site.rglob("*.html")
    }
    assert [path for path, text in staff.items() if RIBBON in text] == []
    # Frames are found in the sites in which they stand, and who sets them there; the manual is for maintainers.
    apart = ("insluiten/", "handleiding/sleutels/", "handleiding/meldingen/")
    assert [path for path, text in staff.items() if (robots in text) != path.startswith(apart)] == []


def test_the_ribbon_has_a_lock(sheet: Page) -> None:
    ribbon = sheet.get_by_role("note").filter(has_text=RIBBON)
    expect(ribbon).to_be_in_viewport()
    assert "svg" in ribbon.evaluate("one => getComputedStyle(one, '::before').maskImage")


def test_three_sentences_say_it_all(sheet: Page, roadmap: Roadmap) -> None:
    """The goal, the next moment to step in, and what asks for a decision."""
    said = names(sheet.locator(".stip-steering__headlines > li").all_inner_texts())
    numbers = roadmap.intervention_numbers()
    key, number = next((key, one) for key, one in numbers.items() if roadmap.steps[key].status in ANNOUNCED)
    assert len(said) == 3
    assert _answer(sheet, "goals") in said[0]
    assert WORDS("insight.steering.headline_step", number=number) in said[1]
    assert roadmap.steps[key].title in said[1]
    assert said[2].startswith(WORDS("insight.steering.headline_decide"))


def test_whether_the_goal_comes_nearer(sheet: Page, roadmap: Roadmap) -> None:
    ways = _ways(roadmap)
    good = sum(one.on_plan is True for one in ways)
    assert _answer(sheet, "goals") == WORDS("insight.steering.goals_answer", count=good, total=len(ways))
    expect(drawn(block(sheet, "goals"))).to_be_visible()
    twin = rows(block(sheet, "goals"))
    for cells, one in zip(twin, ways, strict=False):
        assert cells[:3] == [one.indicator.title, number_text(one.begin, WORDS), number_text(one.now, WORDS)]
        assert number_text(one.target, WORDS) in cells
        states = {True: WORDS("insight.on_plan"), False: WORDS("insight.behind")}
        assert [text for text in states.values() if text in cells] == (
            [states[one.on_plan]] if one.on_plan is not None else []
        )


def test_how_tense_it_is_and_where_somebody_steps_in(sheet: Page, roadmap: Roadmap) -> None:
    """The triangles on the arc have the numbers of the list beside it."""
    arc = next(one for one in roadmap.of(TensionArc) if not one.departments)
    ahead = [one for one in arc.points if one.when.first and one.when.first >= roadmap.settings.updated]
    top = max(ahead, key=lambda one: one.level)
    key = "insight.arc_too_much" if top.level >= arc.limit else "insight.arc_calm"
    assert _answer(sheet, "tension") == WORDS(key, when=when(top.when), level=top.level)
    numbers = roadmap.intervention_numbers()
    ahead_of_us = [key for key in numbers if roadmap.steps[key].status in ANNOUNCED]
    told = WORDS("insight.steering.interventions_answer", count=len(ahead_of_us))
    assert _answer(sheet, "interventions") == told
    triangles = marks(drawn(block(sheet, "tension")))
    shown = block(sheet, "interventions").get_by_role("listitem")
    for item, key in zip(shown.all(), ahead_of_us, strict=False):
        point = roadmap.steps[key]
        expect(item.locator("svg text")).to_have_text(str(numbers[key]))
        expect(item).to_contain_text(point.title)
        expect(item).to_contain_text(point.action or "")
        assert [text for text in triangles if text.startswith(f"{numbers[key]} {point.title}")] != []


def test_what_it_costs_and_what_may_go_wrong(sheet: Page, roadmap: Roadmap) -> None:
    year = roadmap.settings.updated.year
    kinds = progress(roadmap.of(Budget), year)
    above = sum((one.above for one in kinds), Decimal(0))
    key = "insight.steering.money_above" if above > 0 else "insight.steering.money_within"
    assert _answer(sheet, "money") == " ".join(WORDS(key, amount=_euro(abs(above)), year=year).split())
    for cells, one in zip(rows(block(sheet, "money")), kinds, strict=True):
        assert cells[0] == value_text(BudgetLine, "kind", one.kind, WORDS)
        told = [_euro(amount) for amount in (one.spent, one.planned, one.expected) if amount is not None]
        assert [text for text in told if text not in cells] == []
    risks = _by_weight(roadmap)
    asking = sum(one.likelihood * one.impact > 9 for one in risks)
    assert _answer(sheet, "risks") == WORDS("insight.risk.asking", count=asking)
    listed = names(block(sheet, "risks").locator("ol a").all_inner_texts())
    assert listed == [one.title for one in risks[: len(listed)]]
    discs = marks(drawn(block(sheet, "risks")))
    wanted = [f"{number} {title}" for number, title in enumerate(listed, start=1)]
    assert [text for text in wanted if not any(disc.startswith(text) for disc in discs)] == []


def test_who_is_ready_what_is_late_and_what_changed(sheet: Page, roadmap: Roadmap) -> None:
    holes = reckon_coverage(roadmap)
    for row, texts in zip(block(sheet, "ready").locator("tbody tr").all(), rows(block(sheet, "ready")), strict=True):
        name = row.get_by_role("link").inner_text()
        unit = next(one for one in roadmap.units.values() if one.name == name)
        own = [cell for cell in holes.cells if roadmap.path_head(roadmap.units[cell.unit]) is unit]
        lacking = [sum(part not in cell.parts for cell in own) for part in Part]
        states = ["missing" if n == len(own) else "partly" if n else "there" for n in lacking]
        leader = ("there" if unit.promise else "partly") if unit.manager else "missing"
        assert texts[1:] == [WORDS(f"insight.ready.{state}") for state in (leader, *states)]
    late = [one for one in roadmap.steps.values() if one.status is Status.DELAYED and one.was]
    assert _answer(sheet, "late") == WORDS("insight.steering.late_answer", count=len(late))
    told = {re.sub(r"^\d+ ?", "", cells[0]): cells[1:] for cells in rows(block(sheet, "late"))}
    for one in late[: len(told)]:
        assert told[one.title][:2] == [when(one.was), step_when(one, WORDS)]
        assert told[one.title][-1] == (one.reason or "")
    old = load(ROOT / "roadmap.yaml", audience=Audience.STEERING).editions[-1]
    count = len(difference(old, snapshot(roadmap)).steps)
    key = "insight.steering.changes_answer" if count else "insight.steering.changes_none"
    assert _answer(sheet, "changes") == WORDS(key, count=count, name=old.name)


def test_it_prints_on_one_sheet(sheet: Page) -> None:
    """A3, upright; every question is there, nothing lies outside it, and no letter is under 9 points."""
    pdf = sheet.pdf(prefer_css_page_size=True)
    [paper] = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert tuple(round(float(side) * MM) for side in paper.mediabox[2:]) == A3
    said = " ".join(paper.extract_text().split())
    questions = names(sheet.locator(".stip-steering__panel h2").all_text_contents())
    assert len(questions) == 8
    assert [
        text
        for text in (RIBBON, *questions, *names(sheet.locator(".stip-steering__answer").all_text_contents()))
        if text not in said
    ] == []
    sheet.emulate_media(media="print")
    sheet.set_viewport_size({"width": 1070, "height": 1535})
    sizes = sheet.evaluate(LETTERS)
    assert len(sizes) > 150
    assert [(size, text) for size, _, text in sizes if size < LEAST - 0.05] == []
    assert [(right, text) for _, right, text in sizes if right > 1070] == []


def test_from_the_sheet_to_all_that_is_behind_it(sheet: Page, steering_address: str) -> None:
    wanted = [topic_path(topic) for topic in (Topic.MONEY, Topic.RISK, Topic.ORGANISATION)]
    wanted.append(f"{WORDS('site.path.report')}/")
    links = sheet.locator("nav[aria-labelledby=stip_onward] a").evaluate_all("all => all.map((one) => one.href)")
    assert [path for path in wanted if steering_address + path not in links] == []
    for url in links:
        assert sheet.request.get(url).ok, url
    block(sheet, "money").get_by_role("link", name=WORDS("insight.steering.all_money")).click()
    expect(sheet).to_have_url(steering_address + wanted[0])


def test_the_keyboard_reaches_what_is_in_a_chart(sheet: Page, steering_address: str, roadmap: Roadmap) -> None:
    """From triangle to triangle, each with a ring that is seen, and Enter goes to its step."""
    chart = drawn(block(sheet, "tension"))
    chart.locator("a").first.focus()
    reached, rings = [], []
    for _ in marks(chart):
        sheet.keyboard.press("Shift")
        here = chart.locator("a:focus")
        reached += names(here.locator("title").all_text_contents())
        rings.append(here.locator(".stip-d-ring").evaluate("one => getComputedStyle(one).display"))
        sheet.keyboard.press("Tab")
    assert reached == marks(chart)
    assert set(rings) == {"inline"}
    sheet.keyboard.press("Shift+Tab")
    sheet.keyboard.press("Enter")
    numbers = roadmap.intervention_numbers()
    last = next(key for key in numbers if reached[-1].startswith(f"{numbers[key]} "))
    expect(sheet).to_have_url(f"{steering_address}afdelingen/{roadmap.unit_of[last].id}/#{last}")


def test_budgets_and_cases_are_added_up(page: Page, steering_address: str, roadmap: Roadmap) -> None:
    """All together and each alone, in the notation of the language; of a case when it has paid back, and the sum."""
    page.goto(steering_address + topic_path(Topic.MONEY))
    found = roadmap.of(Budget)
    shown = block(page, "budgets").locator(".stip-insight, .stip-fold").all()
    for part, budgets in zip(shown, [found, *((one,) for one in found)], strict=True):
        totals = add_up(budgets)
        text = " ".join((part.text_content() or "").split())
        told = [totals.once, totals.lasting, *totals.gaps.values()]
        assert [_euro(amount) for amount in told if _euro(amount) not in text] == []
        kinds = {cells[0]: cells[1:] for cells in rows(part)}
        for kind in CostKind:
            if totals.by_kind[kind]:
                amounts = [*(totals.by_year_and_kind[year, kind] for year in totals.years), totals.by_kind[kind]]
                assert kinds[value_text(BudgetLine, "kind", kind, WORDS)] == [_euro(one) for one in amounts]
        foot = names(part.locator("tfoot td").all_text_contents())
        assert foot == [*(_euro(totals.by_year[year]) for year in totals.years), _euro(totals.cost)]
    cases = block(page, "cases").locator(".stip-insight").all()
    for part, case in zip(cases, roadmap.of(BusinessCase), strict=True):
        known, text = reckon(case), " ".join((part.text_content() or "").split())
        rate, source = number_text(case.rate, WORDS), case.rate_source or WORDS("insight.money.no_source")
        formula = WORDS("insight.money.formula", rate=rate, start=case.start, source=source)
        payback = str(known.payback) if known.payback else WORDS("insight.money.never")
        assert [one for one in (payback, _euro(known.present_value), formula) if one not in text] == []
        wanted = [[str(y.year), *map(_euro, (y.cost, y.gain, y.net, y.cumulative))] for y in known.years]
        assert rows(part) == wanted


def test_risks_by_weight_and_what_helps_twice(page: Page, steering_address: str, roadmap: Roadmap) -> None:
    """The matrix has the numbers of the register; a safeguard says for which changes it is; then the impact."""
    page.goto(steering_address + topic_path(Topic.RISK))
    risks = _by_weight(roadmap)
    discs = marks(drawn(block(page, "matrix")))
    register = rows(block(page, "register"))
    for number, (cells, one) in enumerate(zip(register, risks, strict=True), start=1):
        assert cells[0] == f"{number} {one.title}"
        assert [text for text in discs if text.startswith(f"{number} {one.title}")] != []
        assert _band(one.likelihood * one.impact) in cells[2]
        assert f"= {one.likelihood * one.impact}" in cells[2]
        assert mark(one, "treatment") in cells[3]
        left = (one.residual_likelihood or 0) * (one.residual_impact or 0)
        assert not left or cells[4] == _band(left)
        assert cells[5] == (one.owner or NO_FIGURE)
    for safeguard in roadmap.of(Safeguard):
        title = page.get_by_role("link", name=safeguard.title, exact=True)
        item = block(page, "reuse").get_by_role("listitem").filter(has=title)
        steps = {roadmap.steps[key].title for one in risks if safeguard.id in one.safeguards for key in one.steps}
        assert set(names(item.locator("a").all_text_contents())[1:]) == steps
    for impact in roadmap.of(Impact):
        cells = names(place(page, impact).locator("td").all_inner_texts())
        assert [text for text in (impact.consequence, mark(impact, "at_most")) if text not in cells] == []


def test_what_we_are_good_at_and_whom_we_could_join(page: Page, steering_address: str, roadmap: Roadmap) -> None:
    page.goto(steering_address + topic_path(Topic.ORGANISATION))
    for trait in roadmap.of(Trait):
        row = place(page, trait)
        expect(row).to_contain_text(trait.title)
        expect(row).to_contain_text(mark(trait, "side"))
    for one in roadmap.of(Candidate):
        row = place(page, one)
        expect(row).to_contain_text(one.judgement or "")
        expect(row).to_contain_text(one.title)
