"""Looking: what an employee opens on a page of the example, and the words that stand there."""

from __future__ import annotations

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
