"""Direction, as an employee meets it: where we are, how tense it gets, where somebody steps in, and why this way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from practices.looking import block, card, drawn, marks, names, part_of, rows, step, under, when
from practices.walking import WORDS, fact, mark, place, state, tells, topic_path
from stip.model import Practice, Roadmap
from stip.model.counting import counted
from stip.model.frameworks import PAIRS, ROUTES, SEVEN_STEPS, SHIPPED, WAYS_OF_WORKING, Part, parts_of
from stip.model.practices import (
    Case,
    Challenge,
    Development,
    Figure,
    Framework,
    PartStatus,
    SocietalIssue,
    StrategyLine,
    Technology,
    TensionArc,
    Topic,
    Transition,
)
from stip.model.routes import route_on
from stip.text.numbers import number_text

pytestmark = pytest.mark.browser

DIRECTION = topic_path(Topic.DIRECTION)


@pytest.fixture(autouse=True)
def _direction(page: Page, address: str) -> None:
    page.goto(address + DIRECTION)


def _framework(roadmap: Roadmap, id_: str) -> Framework:
    found = roadmap.practice[Framework.record, id_]
    assert isinstance(found, Framework)
    return found


def _title(framework: Framework, part: Part) -> str:
    """Return what a part is called: by the site, else by the program."""
    own = part.own.title if part.own else None
    return own or WORDS(f"frameworks.{framework.id}.parts.{part.id}.title")


def _state(state: PartStatus | None, states: list[PartStatus | None]) -> str:
    """Return what a tile says of a part: nothing when all are alike; we are at one part, or busy with several."""
    if state is None or len(set(filter(None, states))) == 1:
        return ""
    return WORDS("insight.busy" if state is PartStatus.NOW and states.count(state) > 1 else f"insight.status.{state}")


def _tile(page: Page, framework: Framework) -> Locator:
    return page.locator(".stip-framework", has=page.get_by_role("link", name=framework.title, exact=True))


def test_where_we_are_in_each_framework(page: Page, roadmap: Roadmap) -> None:
    """The seven steps have a state each, in their order; our own framework stands among those that everyone has."""
    for framework in roadmap.of(Framework):
        parts = parts_of(framework, roadmap)
        shown = _tile(page, framework).get_by_role("listitem")
        states = [part.own.status if part.own else None for part in parts]
        told = [
            f"{_title(framework, part)} {_state(state, states)}".strip()
            for part, state in zip(parts, states, strict=True)
        ]
        assert names(shown.locator("span:last-child").all_text_contents()) == told
        here = names(shown.and_(page.locator("[aria-current=step]")).locator("span:last-child").all_text_contents())
        now = [text for text, state in zip(told, states, strict=True) if state is PartStatus.NOW]
        assert here == (now if len(now) == 1 else [])
    steps = [part.own.status for part in parts_of(_framework(roadmap, SEVEN_STEPS), roadmap) if part.own]
    assert PartStatus.NOW in steps
    order = [PartStatus.DONE, PartStatus.NOW, PartStatus.TODO]
    assert steps == [state for one in order for state in steps if state is one]


def test_what_a_part_means_and_what_we_do_for_it(page: Page, roadmap: Roadmap) -> None:
    """From the seven steps to one of them: for the employee, the technology and the organisation."""
    framework = _framework(roadmap, SEVEN_STEPS)
    page.get_by_role("link", name=framework.title, exact=True).click()
    expect(page.locator("h1")).to_have_text(framework.title)
    for part in parts_of(framework, roadmap):
        own, shown = part.own, page.locator(f"#part-{part.id}")
        assert own is not None
        expect(shown.get_by_role("heading", level=2)).to_contain_text(_title(framework, part))
        for side in ("employee", "technology", "organisation"):
            texts = list(getattr(own, side))
            title = page.get_by_role("heading", name=WORDS(f"frameworks.perspectives.{side}"), exact=True)
            items = shown.locator("section", has=title).get_by_role("listitem")
            assert names(items.all_inner_texts()) == texts
        said = {"danger": own.danger, "owner": own.owner, "why": own.why}
        for key, text in said.items():
            if text:
                expect(fact(shown, WORDS(f"insight.part.{key}"))).to_have_text(text)
        links = names(fact(shown, WORDS("insight.part.evidence")).get_by_role("link").all_inner_texts())
        assert links[: len(part.steps)] == [one.title for one in part.steps][: len(links)]
        expect(shown.locator(".stip-hole")).to_have_count(int(part.is_empty and part.id == "step-1"))


def test_each_framework_leads_to_its_evidence(page: Page, address: str, roadmap: Roadmap) -> None:
    """Our own too: every part shows something that the roadmap has, or says in words that there is nothing."""
    own = [one for one in roadmap.of(Framework) if one.id not in SHIPPED]
    assert own != []
    for framework in (*own, _framework(roadmap, "eight-blocks")):
        page.goto(f"{address}{DIRECTION}{framework.id}/")
        for part in parts_of(framework, roadmap):
            shown = page.locator(f"#part-{part.id}")
            links = names(fact(shown, WORDS("insight.part.evidence")).get_by_role("link").all_inner_texts())
            known = [*(one.title for one in part.steps), *(one.name for one in part.units)]
            known += [one.title for one in part.practices]
            assert links == known[: len(links)]
            assert bool(links) is not part.is_empty
            holes = names(shown.locator(".stip-hole").all_inner_texts())
            assert holes == [WORDS("insight.hole")] * part.is_empty


def test_choose_a_route(page: Page, roadmap: Roadmap) -> None:
    """From all routes to a department that follows one: why, what the danger is, and what its manager promises."""
    unit = next(
        one for one in roadmap.units.values() if one.promise and one.approach and any(r.reason for r in one.routes)
    )
    now = route_on(unit, roadmap.settings.updated)
    page.get_by_role("link", name=_framework(roadmap, ROUTES).title, exact=True).click()
    expect(drawn(page.locator("main"))).to_have_count(1)
    page.locator(f"#part-route-{now}").get_by_role("link", name=unit.name, exact=True).click()
    expect(page.locator("h1")).to_contain_text(unit.name)
    shown = page.locator(".stip-routes > li")
    expect(shown).to_have_count(len(unit.routes))
    for item, stretch in zip(shown.all(), unit.routes, strict=True):
        expect(item).to_contain_text(WORDS(f"site.route.{stretch.route}"))
        expect(item).to_contain_text(stretch.reason or "")
    danger = next((one.danger for one in _framework(roadmap, ROUTES).parts if one.id == f"route-{now}"), None)
    expect(page.locator(".stip-routes__now")).to_contain_text(
        danger or WORDS(f"frameworks.{ROUTES}.parts.route-{now}.danger")
    )
    main = page.locator("main")
    expect(main.get_by_text(unit.promise or "")).to_be_visible()
    for way in unit.approach:
        expect(main.get_by_text(WORDS(f"frameworks.{WAYS_OF_WORKING}.parts.{way}.title")).first).to_be_visible()


def test_how_ways_of_working_help_each_other(page: Page, roadmap: Roadmap) -> None:
    """Every department stands in the drawing where it says that it works from; two ways together are a recipe."""
    framework = _framework(roadmap, WAYS_OF_WORKING)
    page.get_by_role("link", name=framework.title, exact=True).click()
    expect(page.locator("h1")).to_have_text(framework.title)
    units = [one for one in roadmap.units.values() if one.approach and roadmap.number(one)]
    told = marks(drawn(page.locator("main")))
    assert [one.name for one in units if not any(one.name in text for text in told)] == []
    for pair in PAIRS:
        expect(under(page, WORDS(f"frameworks.recipe.pairs.{pair[0]}.title"))).to_be_visible()


def test_how_tense_it_gets(page: Page, roadmap: Roadmap) -> None:
    """Each arc with its triangles, the table that says the same, and what makes it so."""
    numbers = roadmap.intervention_numbers()
    for arc in roadmap.of(TensionArc):
        row = part_of(page, "tension", arc.title)
        under_it = {
            one.id for key in arc.departments for one in (roadmap.units[key], *roadmap.below(roadmap.units[key]))
        }
        points = [key for key in numbers if not under_it or roadmap.unit_of[key].id in under_it]
        titles = [f"{numbers[key]} {roadmap.steps[key].title}, {when(roadmap.steps[key].when)}" for key in points]
        assert sorted(marks(drawn(row))) == sorted(titles)
        twin = rows(row)
        listed = sorted(arc.points, key=lambda point: point.when)
        assert [cells[0] for cells in twin] == [when(point.when) for point in listed]
        assert [cells[1] for cells in twin] == [WORDS("insight.of_hundred", value=point.level) for point in listed]
        assert [cells[2] for cells in twin] == [WORDS(f"insight.{point.known}") for point in listed]
        assert all(any(f"{numbers[key]} " in cells[-1] for cells in twin) for key in points)
        row.locator("summary", has_text=WORDS("insight.causes")).click()
        told = " ".join(row.locator(".stip-facts").all_inner_texts())
        assert [point.cause for point in arc.points if point.cause and point.cause not in told] == []
        assert [point.doing for point in arc.points if point.doing and point.doing not in told] == []


def test_a_point_to_step_in_has_one_number_everywhere(page: Page, address: str, roadmap: Roadmap) -> None:
    """In the list and on the arc, on the path of the department, and on the poster."""
    numbers = roadmap.intervention_numbers()
    shown = block(page, "interventions").locator(".stip-practice")
    for row, (key, number) in zip(shown.all(), numbers.items(), strict=True):
        row.locator("summary").click()
        point = roadmap.steps[key]
        expect(row.locator("svg text")).to_have_text(str(number))
        said = " ".join(row.inner_text().split())
        told = (point.title, point.signal, point.threshold, point.action, point.owner, point.effect, point.outcome)
        assert [text for text in told if text and text not in said] == []
    key, number = next(iter(numbers.items()))
    point, unit = roadmap.steps[key], roadmap.unit_of[key]
    shown.first.get_by_role("link").click()
    expect(page).to_have_url(f"{address}afdelingen/{unit.id}/#{key}")
    expect(step(page, key)).to_contain_text(str(number))
    sign = page.locator(f'svg:visible a[*|href$="#{key}"]').first
    assert str(number) in names(sign.locator("text").all_text_contents())
    page.goto(address + "poster/")
    groups = names(
        page.locator(".stip-poster svg g:not(:has(g)):has(text)").evaluate_all(
            "groups => groups.map((one) => [...one.querySelectorAll('text')].map((line) => line.textContent).join(' '))"
        )
    )
    assert {str(numbers[one.id]) for one in roadmap.steps.values() if one.id in numbers} <= set(groups)
    assert (str(number), point.title) in set(pairwise(groups))


def test_how_far_we_come(page: Page, roadmap: Roadmap) -> None:
    for one in roadmap.of(Development):
        row = part_of(page, "developments", one.title)
        expect(drawn(row)).to_be_visible()
        for cells, point in zip(rows(row), sorted(one.points, key=lambda point: point.when), strict=True):
            level = point.expected if point.measured is None else point.measured
            assert cells[:2] == [when(point.when), WORDS("insight.of_hundred", value=level)]
            if point.planned is not None:
                assert WORDS("insight.of_hundred", value=point.planned) in cells[2:]


def test_figures_are_counted_where_they_can_be(page: Page, roadmap: Roadmap) -> None:
    shown = block(page, "figures")
    found = roadmap.of(Figure)
    assert [one for one in found if one.counts] != []
    for one in found:
        item = shown.get_by_role("listitem").filter(has=page.get_by_text(one.title, exact=True))
        value = counted(roadmap, one.counts) if one.counts else one.value
        assert value is not None
        amount = item.locator(".stip-figures__value").inner_text()
        assert amount.split()[0] == number_text(value, WORDS)
        expect(item).to_contain_text(WORDS("insight.counted") if one.counts else one.source or "")


TOLD: dict[type[Practice], tuple[str, ...]] = {
    StrategyLine: ("owner",),
    Challenge: ("possibilities",),
    Technology: ("process", "opportunity", "meaning", "verdict", "policy"),
    Case: ("organisation", "lesson"),
    SocietalIssue: ("field",),
}
"""What each kind answers, on its card or on a page of its own."""


def test_why_we_go_this_way(page: Page, address: str, roadmap: Roadmap) -> None:
    """Lines of the strategy, what is hard, new technology, who went before us, and the issues of society."""
    for change in roadmap.of(Transition):
        assert names(place(page, change).locator("td").all_inner_texts())[:2] == [change.from_, change.to]
    for kind, keys in TOLD.items():
        for practice in roadmap.of(kind):
            if practice.own_page:
                page.goto(f"{address}{DIRECTION}{practice.id}/")
            opened = page.locator("main") if practice.own_page else card(page, practice)
            for key in keys:
                if value := getattr(practice, key):
                    tells(opened, practice, key, *([value] if isinstance(value, str) else value))
            if kind.chip and kind.chip != kind.grouped:
                expect(state(opened)).to_contain_text(mark(practice, kind.chip))
