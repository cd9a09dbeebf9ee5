"""What a person does with the poster on the site: find it, look closer, download it, print it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tabs import OpenTab, audit, settle, violations

pytestmark = pytest.mark.browser

INCH = 25.4
FRAME = ".stip-poster .stip-view__frame"
BOX = "svg => svg.viewBox.baseVal.width"


def test_the_poster_is_found_from_home_and_downloaded(page: Page, address: str) -> None:
    """The file is the PDF that its link promises: one page of A0."""
    page.goto(address)
    page.get_by_role("link", name="Naar de poster").click()
    expect(page.locator("h1")).to_have_text("De reuzetekening")
    link = page.get_by_role("link", name="Download A0 (PDF")
    with page.expect_download() as got:
        link.click()
    assert got.value.suggested_filename == "poster-a0.pdf"
    content = Path(got.value.path()).read_bytes()
    assert f"{round(len(content) / 1000)} kB" in link.inner_text()
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    assert [[round(float(side) / 72 * INCH) for side in one.mediabox[2:]] for one in pages] == [[1189, 841]]


def test_every_file_is_there_and_as_large_as_it_says(page: Page, address: str, example_site: Path) -> None:
    page.goto(address + "poster/")
    items = page.locator(".stip-downloads li")
    told = items.evaluate_all(
        "items => items.map(item => [item.querySelector('a').getAttribute('href'), item.textContent])"
    )
    assert {Path(href).suffix for href, _ in told} == {".pdf", ".svg", ".png"}
    for href, text in told:
        size = (example_site / "poster" / href).stat().st_size
        shown = f"{round(size / 1000)} kB" if size < 1_000_000 else f"{size / 1e6:.1f} MB".replace(".", ",")
        assert shown in text, href


def test_sheets_in_parts_say_how_many_there_are(page: Page, address: str, example_site: Path) -> None:
    page.goto(address + "poster/")
    for paper in ("a4", "a3"):
        count = len(pypdf.PdfReader(example_site / "poster" / f"poster-a0-{paper}.pdf").pages)
        row = page.locator(".stip-downloads li", has=page.locator(f"a[href$='a0-{paper}.pdf']"))
        expect(row).to_contain_text(f"{count} vellen {paper.upper()}")


def test_the_drawing_is_seen_closer_by_keyboard_and_button(page: Page, address: str) -> None:
    page.goto(address + "poster/")
    settle(page)
    svg = page.locator(f"{FRAME} svg")
    whole = svg.evaluate(BOX)
    page.locator(FRAME).focus()
    page.keyboard.press("+")
    closer = svg.evaluate(BOX)
    assert closer < whole
    page.get_by_role("button", name="Groter").click()
    assert svg.evaluate(BOX) < closer
    page.get_by_role("button", name="Passend").click()
    assert svg.evaluate(BOX) == whole


def test_the_drawing_keeps_the_colours_of_its_paper(page: Page, address: str) -> None:
    """A name stands in white on the board of its department, however the page colours its own drawings."""
    page.goto(address + "poster/")
    fills = page.locator(f"{FRAME} svg text").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).fill !== getComputedStyle(one.parentNode).fill).length"
    )
    assert fills == 0


@pytest.mark.parametrize("path", ["", "poster/"])
def test_no_violation_in_forced_colours(path: str, open_tab: OpenTab, address: str) -> None:
    page = open_tab(viewport={"width": 360, "height": 800}, forced_colors="active")
    page.goto(address + path)
    found: Any = audit(page)
    assert violations(found) == []


def test_a_department_offers_its_own_sheet_and_the_poster(page: Page, address: str) -> None:
    page.goto(address + "afdelingen/burgerzaken/")
    with page.expect_download() as got:
        page.get_by_role("link", name="Teamblad Burgerzaken").click()
    assert "Burgerzaken" in pypdf.PdfReader(got.value.path()).pages[0].extract_text()
    page.get_by_role("link", name="De poster van alle paden").click()
    expect(page.locator("h1")).to_have_text("De reuzetekening")


def test_without_script_all_files_are_there_and_no_button_that_does_nothing(open_tab: OpenTab, address: str) -> None:
    page = open_tab(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.goto(address + "poster/")
    expect(page.get_by_role("link", name="Poster A0", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Groter")).to_have_count(0)


def test_paper_gets_the_drawing_and_the_steps_and_no_buttons(page: Page, address: str) -> None:
    page.goto(address + "poster/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Print op één kant van het papier.")).to_be_visible()
    expect(page.locator(f"{FRAME} svg")).to_be_visible()
    expect(page.get_by_role("button", name="Groter")).to_have_count(0)


def test_search_passes_the_words_of_the_drawing_by(example_site: Path) -> None:
    entries = json.loads((example_site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    page = " ".join(entry["text"] for entry in entries if entry["location"].startswith("poster/"))
    assert "ware grootte" in page
    assert "Jullie zijn hier" not in page
    assert not [entry for entry in entries if entry["location"].endswith((".pdf", ".svg", ".png"))]
