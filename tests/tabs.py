"""A tab of the browser: what it does it does in its own time, so that a slow machine fails no test."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

OpenTab = Callable[..., Page]

PATIENCE: Final = 120.0
"""The seconds after which whatever was waited for will not come any more, on the slowest machine too."""

_RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OF_COLOUR: Final = ["color-contrast", "link-in-text-block"]
_AT_ONCE: Final = ("all", "all_inner_texts", "all_text_contents", "count", "evaluate_all", "inner_text", "text_content")


def read_whole_pages(patch: pytest.MonkeyPatch) -> None:
    """Make what a locator reads without waiting, as long as the patch lasts, wait until its page is there whole.

    After a click the heading may stand while the rest is still on its way: that half was sometimes read for all.
    """
    for name in _AT_ONCE:
        patch.setattr(Locator, name, _once_whole(getattr(Locator, name)))


def _once_whole(read: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(read)
    def once_whole(locator: Locator, *arguments: Any, **options: Any) -> Any:
        locator.page.wait_for_load_state("domcontentloaded")
        return read(locator, *arguments, **options)

    return once_whole


def settle(page: Page) -> None:
    """Wait until every letter that is seen has its font and nothing fades any more."""
    page.evaluate("""async () => {
        document.documentElement.getBoundingClientRect() // a font is asked for when what needs it is laid out
        await document.fonts.ready
        const ending = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity)
        await Promise.allSettled(ending.map((one) => one.finished))
    }""")


def resize(page: Page, width: int) -> None:
    """Make the window so many px wide and 900 px high; wait until the page is laid out for it."""
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function("width => innerWidth === width", arg=width)
    settle(page)


def standing(page: Page) -> float:
    """Return how far the page is scrolled, in px, once it no longer moves.

    Browsers scroll smoothly and draw the page for each part of the way, slow ones with long pauses. So still is what
    lay still in many frames, not for some time.
    """
    return float(
        page.evaluate("""async () => {
            let y = scrollY
            for (let still = 0; still < 20; still++) {
                await new Promise((done) => requestAnimationFrame(done))
                if (scrollY !== y) [y, still] = [scrollY, 0]
            }
            return y
        }""")
    )


def hold_until_it_scrolls(page: Page, key: str) -> None:
    """Hold a key down until the page scrolls further down, as a person does; fail when it never does.

    A key that is held comes again and again. Chromium, while it is busy, drops the scrolling of one that comes once,
    and of one that is up again before the next frame.
    """
    before, end = standing(page), time.monotonic() + PATIENCE
    while page.evaluate("scrollY") <= before:
        assert time.monotonic() < end, f"{key} does not scroll the page"
        page.keyboard.down(key)
        page.wait_for_timeout(100)
    page.keyboard.up(key)


def let_pass(page: Page, milliseconds: int) -> None:
    """Wait by the clock of the page: what a script set to happen within that time has happened."""
    page.evaluate("time => new Promise((done) => setTimeout(done, time))", milliseconds)


def copied(page: Page, *, instead_of: str = "") -> str:
    """Return what a page put on the clipboard, once it is there; after all patience what was there already."""
    return str(
        page.evaluate(
            """async ([old, patience]) => {
                const end = performance.now() + patience
                let text
                do {
                    await new Promise((done) => setTimeout(done, 20))
                    text = await navigator.clipboard.readText()
                } while (text === old && performance.now() < end)
                return text
            }""",
            [instead_of, PATIENCE * 1000],
        )
    )


def audit(page: Page, *, colours: bool = False) -> dict[str, Any]:
    """Return what axe finds by the rules of WCAG 2.0 to 2.2 AA and best practice, once the page has settled.

    `colours`: by the rules of colour alone, for a page that was audited whole in another scheme. What is fine is not
    told: to list it takes more time than to find it.
    """
    settle(page)
    only = {"type": "rule", "values": _OF_COLOUR} if colours else {"type": "tag", "values": _RULES}
    found = Axe().run(page, options={"runOnly": only, "resultTypes": ["violations", "incomplete"]}).response
    return dict(found)


def violations(audited: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """Return the rules that a page breaks, each with some of the places."""
    return [(rule["id"], [node["target"] for node in rule["nodes"]][:5]) for rule in audited["violations"]]
