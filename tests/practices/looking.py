"""Looking: what an employee opens on a page of the example, and the words that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playwright.sync_api import Locator, Page

from practices.walking import WORDS, place
from stip.model import Practice
from stip.periods import Period
from stip.text.dates import period_text


def when(period: Period | None) -> str:
    """Write a period as the pages do."""
    assert period is not None
    return period_text(period, WORDS)


def names(texts: Iterable[str]) -> list[str]:
    """Return texts without the white space that no reader sees."""
    return [" ".join(text.split()) for text in texts]


def under(page: Page, title: str) -> Locator:
    """Return the part of a page under this heading."""
    return page.locator("section", has=page.get_by_role("heading", name=title, exact=True)).last


def card(page: Page, practice: Practice) -> Locator:
    """Open the card of a practice, and what it is folded away in, as somebody does who wants to know more."""
    found = place(page, practice)
    fold = page.locator("details.stip-details:not([open])", has=found)
    if fold.count():
        fold.locator("summary").first.click()
    found.locator("summary").click()
    return found


def step(page: Page, step_id: str) -> Locator:
    """Open a step in the list of a department's page."""
    found = page.locator(f".stip-step__card:has(#{step_id})")
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def rest(page: Page) -> None:
    """Open the rest of what there is for a reader, where it is folded."""
    fold = page.locator("details.stip-details:not([open])", has=page.locator(".stip-entries"))
    if fold.count():
        fold.locator("summary").first.click()


def block(page: Page, key: str) -> Locator:
    """Return the part of a page that shows many practices together, by the key of the block or the panel."""
    return page.locator(f"section[aria-labelledby=stip_{key}]")


def part_of(page: Page, key: str, title: str) -> Locator:
    """Return what a block shows of one thing, unfolded when it is folded away behind its title."""
    named = page.locator("h3, summary strong").filter(has_text=re.compile(rf"^\s*{re.escape(title)}\s*$"))
    found = block(page, key).locator(".stip-insight, .stip-fold").filter(has=named)
    fold = found.locator("xpath=self::details[not(@open)]/summary")
    if fold.count():
        fold.click()
    return found


def rows(scope: Locator) -> list[list[str]]:
    """Return the texts of the cells of all rows of tables, in a fold that is closed too."""
    found: list[list[str]] = scope.locator("tbody tr").evaluate_all(
        "rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    return [names(row) for row in found]


def drawn(scope: Locator) -> Locator:
    """Return the drawing of each chart that is seen: the wide or the narrow one."""
    return scope.locator(".stip-chart > svg:visible")


def marks(chart: Locator) -> list[str]:
    """Return the names of all that is a link in a drawing."""
    return names(chart.locator("a > title").all_text_contents())
