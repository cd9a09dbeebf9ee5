"""The report on the data: what is there for whom, in the site for those who steer alone."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from practices.looking import names, under
from practices.walking import WORDS, example
from stip.model import Audience, Roadmap
from stip.model.coverage import reckon_coverage
from stip.model.practices import practice_kinds

pytestmark = pytest.mark.browser

REPORT = "sturing/kwaliteit/"
COLUMNS = ["Antwoord", "Training", "Hulp om te leren", "Iemand die helpt", "Weten", "Leren", "Volhouden"]


@pytest.fixture(autouse=True)
def _report(page: Page, steering_address: str) -> None:
    page.goto(steering_address + REPORT)


@pytest.fixture(scope="module")
def roadmap() -> Roadmap:
    """Return what the example declares for those who steer."""
    return example(Audience.STEERING)


def test_what_the_checks_found(page: Page) -> None:
    """The example has no warnings; what it does know of itself stands there, with how often."""
    found = under(page, "Wat we vonden")
    expect(found).to_contain_text("0 waarschuwingen en 4 tips.")
    for code, times in (("RT-08", 3), ("BG-14", 1)):
        expect(found.get_by_role("group").filter(has_text=code)).to_contain_text(f"{times} keer")


def test_coverage_by_unit(page: Page, roadmap: Roadmap) -> None:
    coverage = reckon_coverage(roadmap)
    expect(under(page, "Is er voor iedereen iets?")).to_contain_text(f"{coverage.share} procent is gevuld.")
    table = page.get_by_role("table", name="Per afdeling of team")
    assert names(table.get_by_role("columnheader").all_inner_texts()) == ["Afdeling of team", "Gevuld", *COLUMNS]
    rows = table.locator("tbody tr")
    assert names(rows.get_by_role("rowheader").all_inner_texts()) == [
        roadmap.units[key].name for key in coverage.by_unit
    ]
    for shown, one in zip(rows.all(), coverage.by_unit.values(), strict=True):
        cells = names(shown.locator("td").all_inner_texts())
        assert cells[0] == f"{one.share}%"
        assert {cell.split()[-1] for cell in cells[1:]} == {str(len(one.cells))}


def test_the_matrix_of_steps_and_personas(page: Page, roadmap: Roadmap) -> None:
    """A step and a persona a row; each cell says in words whether it is there."""
    page.locator("summary", has_text="Per stap en groep").click()
    matrix = page.locator(".stip-matrix")
    expect(matrix).to_be_visible()
    assert names(matrix.get_by_role("columnheader").all_inner_texts()) == ["Stap", "Voor wie?", *COLUMNS]
    expect(matrix.locator("tbody tr")).to_have_count(min(240, len(reckon_coverage(roadmap).cells)))
    first = min(reckon_coverage(roadmap).cells, key=lambda cell: roadmap.steps[cell.step].when)
    shown = matrix.locator("tbody tr").first
    expect(shown).to_contain_text(roadmap.steps[first.step].title)
    expect(shown).to_contain_text(roadmap.personas[first.persona].name)
    assert set(names(shown.locator("td").all_inner_texts())[1:]) <= {"is er", "ontbreekt"}


def test_how_much_there_is_of_each_kind(page: Page, roadmap: Roadmap) -> None:
    rows = under(page, "Wat er is").locator("tbody tr")
    shown = {
        " ".join(one.locator("th").inner_text().split()): int(one.locator("td").first.inner_text())
        for one in rows.all()
    }
    kinds = practice_kinds().values()
    assert shown == {
        WORDS(f"practices.{kind.record}.title"): len(roadmap.of(kind)) for kind in kinds if roadmap.of(kind)
    }


def test_every_file_opens_as_a_table(page: Page) -> None:
    """With as many rows as the report says, and a header."""
    for one in under(page, "Wat er is").locator("tbody tr").all():
        href = one.get_by_role("link").get_attribute("href")
        answer = page.request.get(urljoin(page.url, href))
        assert answer.ok, href
        rows = list(csv.reader(io.StringIO(answer.body().decode("utf-8-sig"), newline=""), delimiter=";"))
        assert rows[0][0] == "id"
        assert {len(row) for row in rows} == {len(rows[0])}
        assert len(rows) - 1 == int(one.locator("td").first.inner_text()), href


def test_search_does_not_know_it(steering_site: Path) -> None:
    index = json.loads((steering_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert [one["location"] for one in index["docs"] if one["location"].startswith(REPORT)] == []


def test_staff_do_not_have_it(example_site: Path) -> None:
    assert not (example_site / REPORT).exists()
    assert REPORT not in (example_site / "sitemap.xml").read_text(encoding="utf-8")


def test_no_menu_leads_to_it(page: Page, steering_address: str) -> None:
    for path in ("", REPORT, "leren/", "handleiding/"):
        page.goto(steering_address + path)
        links = page.locator("header a, footer a").evaluate_all("all => all.map((one) => one.href)")
        assert [link for link in links if link.rstrip("/").endswith("/kwaliteit")] == []
