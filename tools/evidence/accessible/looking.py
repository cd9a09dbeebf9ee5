"""Look at a page in Chromium as people use it: in both schemes, large letters, a narrow window, by keyboard."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tabs import audit, resize, settle, standing

LOOK = Path(__file__).with_name("look.js").read_text(encoding="utf-8")
DESK, PHONE, NARROW = 1440, 360, 320
"""Widths of the window, in CSS px; 320 is what 400 % zoom leaves of 1280 (WCAG 1.4.10)."""
MOST_STOPS = 1500
"""Stops of the keyboard after which a page is called endless."""


@dataclass
class Look:
    """What a page has: how often each check was done, and each fault with its place."""

    path: str
    checks: dict[str, int] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)
    """The check and what it found, of which the first part is the rule."""
    rules: dict[str, list[str]] = field(default_factory=dict)
    """Each rule of axe that was put to this page, with the tags that name its success criteria."""
    undecided: dict[str, int] = field(default_factory=dict)
    """Each rule of axe that a person must judge here, and at how many places."""
    facts: dict[str, Any] = field(default_factory=dict)

    def count(self, check: str, faults: list[str]) -> None:
        """Note that a check was done, and what it found."""
        self.checks[check] = self.checks.get(check, 0) + 1
        self.faults += [(check, fault) for fault in faults]


def look(browser: Browser, address: str, path: str) -> Look:
    """Look at one page in every way; a page that asks for anything elsewhere has a fault too."""
    found = Look(path)
    asked: list[str] = []
    with browser.new_context(viewport={"width": DESK, "height": 900}, reduced_motion="no-preference") as context:
        context.set_default_timeout(120_000)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: found.faults.append(("script", str(error))))
        page.goto(address + path)
        settle(page)
        _facts(page, found)
        _axe(page, found, "axe, light")
        page.emulate_media(color_scheme="dark")
        _axe(page, found, "axe, dark", colours=True)
        page.emulate_media(color_scheme="light")
        _keyboard(page, found)
        page.goto(address + path)
        resize(page, PHONE)
        _axe(page, found, "axe, phone")
        _fits(page, found, NARROW, "reflow at 320 px")
        page.evaluate(f"({LOOK}).spaced()")
        _fits(page, found, NARROW, "text spacing")
        _fits(page, found, DESK, "text spacing")
    # 200 % of a window of 1280 px: half as many CSS px, of twice the size.
    with browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2) as context:
        page = context.new_page()
        page.goto(address + path, timeout=120_000)
        _fits(page, found, 640, "200 %")
    found.count("closed", [url for url in asked if not url.startswith((address, "data:", "blob:"))])
    return found


def _axe(page: Page, found: Look, check: str, *, colours: bool = False) -> None:
    audited = audit(page, colours=colours)
    for kind in ("violations", "incomplete", "passes", "inapplicable"):
        for rule in audited.get(kind, ()):
            found.rules.setdefault(rule["id"], rule["tags"])
    for rule in audited["incomplete"]:
        found.undecided[rule["id"]] = max(found.undecided.get(rule["id"], 0), len(rule["nodes"]))
    found.count(
        check, [f"{rule['id']}: {[node['target'] for node in rule['nodes'][:3]]}" for rule in audited["violations"]]
    )


def _facts(page: Page, found: Look) -> None:
    """Headings in their order, a language, a title, nothing that moves or sounds, every drawing with a name."""
    facts = page.evaluate(f"({LOOK}).facts()")
    levels = facts["levels"]
    skipped = [f"h{a} to h{b}" for a, b in itertools.pairwise(levels) if b > a + 1]
    found.count("headings", skipped + ([] if levels.count(1) == 1 else [f"{levels.count(1)} times h1"]))
    found.count("language and title", [key for key in ("title", "language") if not facts[key]])
    moving = ("media", "endless", "refresh")
    found.count("nothing moves or sounds", [f"{facts[key]} {key}" for key in moving if facts[key]])
    found.count("drawings have names", [f"{facts['unnamed']} drawings"] if facts["unnamed"] else [])
    found.facts = facts


def _fits(page: Page, found: Look, width: int, check: str) -> None:
    """Nothing is cut off, and the page goes sideways nowhere; only a table or drawing in its own frame may."""
    if width != 640:
        resize(page, width)
    settle(page)
    wide = page.evaluate(f"({LOOK}).wide()")
    cut = page.evaluate(f"({LOOK}).cut()")
    found.count(check, ([f"{wide} px too wide"] if wide > 0 else []) + [f"cut off: {one}" for one in cut])


def _keyboard(page: Page, found: Look) -> None:
    """Walk through the page with Tab, to its end: everything is reached, seen when it is, and never covered."""
    page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    wanted = page.evaluate(f"({LOOK}).stops()")
    page.evaluate(f"window.proofLook = ({LOOK})")
    reached: list[str] = []
    unseen: set[str] = set()
    covered: set[str] = set()
    while len(reached) < MOST_STOPS:
        page.keyboard.press("Tab")
        stop = page.evaluate("proofLook.focused()")
        if stop["unseen"]:
            unseen.add(stop["unseen"])
        if not stop["name"] or stop["name"] in reached:
            break
        reached.append(stop["name"])
        if stop["covered"] and _is_covered(page):
            covered.add(stop["name"])
    back = page.evaluate("document.activeElement === document.body || document.hasFocus() === false")
    trapped = [f"after {len(reached)} of {wanted} stops"] if len(reached) < wanted and not back else []
    missed = [f"reached {len(reached)} of {wanted}"] if len(reached) < wanted and back else []
    found.checks["keyboard stops"] = found.checks.get("keyboard stops", 0) + len(reached)
    found.count("no keyboard trap", trapped)
    found.count("keyboard reaches all", missed)
    found.count("focus is seen", [name for name in sorted(unseen) if not _is_seen(page, name)])
    found.count("focus is not covered", sorted(covered)[:5])


def _is_covered(page: Page) -> bool:
    """Whether something lies over the focus once the page no longer moves: to what is far it scrolls for a while."""
    standing(page)
    return bool(page.evaluate("proofLook.focused().covered"))


def _is_seen(page: Page, name: str) -> bool:
    """Whether the focus changes what a person sees: a card around the focused link may show it."""
    page.evaluate("name => proofLook.again(name)", name)
    settle(page)
    with_focus = page.screenshot()
    page.evaluate("document.activeElement.blur()")
    settle(page)
    return page.screenshot() != with_focus
