"""A walk through the example site: find an answer in few steps, and read what a practice says on its page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin

import icalendar
from playwright.sync_api import Locator, Page, expect

from building import ROOT
from stip.loading import load
from stip.model import Audience, Practice, Roadmap
from stip.model.practices import Moment, Topic
from stip.pages.views.facts import label, value_text
from stip.text.dates import weekday_text
from stip.text.words import words_for

WORDS: Final = words_for("nl")
MOST: Final = 3
"""The steps that an employee takes for an answer: a click, a choice or the opening of a fold."""

Event = tuple[str, dt.datetime, dt.datetime]


def example(audience: Audience = Audience.STAFF) -> Roadmap:
    """Return what the example declares for an audience."""
    found = load(ROOT / "roadmap.yaml", audience=audience).roadmap
    assert found is not None
    return found


@dataclass
class Walk:
    """What somebody does on the way to an answer; a fourth step fails."""

    page: Page
    steps: int = 0

    def follow(self, link: Locator) -> None:
        """Follow the first such link that is seen, or open such a fold."""
        self._count()
        link.filter(visible=True).first.click()

    def choose(self, label: str, option: str) -> None:
        """Choose from a list."""
        self._count()
        self.page.get_by_label(label).select_option(option)

    def read(self, *texts: str) -> None:
        """Read these texts where the walk has come."""
        for text in texts:
            expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def _count(self) -> None:
        self.steps += 1
        assert self.steps <= MOST, f"this takes more than {MOST} steps"


def topic_path(topic: Topic) -> str:
    """Return where the page of a topic stands under the address of the site."""
    return f"{WORDS(f'site.path.{topic}')}/"


def anchor(practice: Practice) -> str:
    """Return the id of a practice on the page of its topic."""
    return f"{practice.record.replace('_', '-')}-{practice.id}"


def part(page: Page, record: str) -> Locator:
    """Return the part of a topic's page with the practices of one kind."""
    return page.locator(f"section[aria-labelledby=stip_{record}]")


def place(page: Page, practice: Practice) -> Locator:
    """Return the card or the row of a practice on the page of its topic."""
    return page.locator(".stip-practice, tr").filter(has=page.locator(f"[id='{anchor(practice)}']"))


def unfold(page: Page, address: str, practice: Practice) -> Locator:
    """Follow a link to a practice on the page of its topic; return its card, which is open then."""
    page.goto(f"{address}{topic_path(practice.topic)}#{anchor(practice)}")
    card = place(page, practice)
    expect(card.locator(".stip-practice__body")).to_be_visible()
    return card


def fact(scope: Locator, label: str) -> Locator:
    """Return the answers under a label."""
    return scope.locator(".stip-facts > div").filter(has=scope.page.get_by_text(label, exact=True)).locator("dd")


def tells(scope: Locator, practice: Practice, key: str, *texts: str | None) -> None:
    """Expect that a card or a page answers one field of a practice with all of these texts."""
    assert any(texts), f"the example says no {key} of {practice.id}"
    for text in filter(None, texts):
        answer = fact(scope, label(type(practice), key, WORDS)).filter(has_text=text)
        expect(answer, f"{practice.id} {key}: {text}").not_to_have_count(0)


def mark(practice: Practice, key: str) -> str:
    """Return the words for a fixed value of a practice."""
    return value_text(practice, key, getattr(practice, key), WORDS)


def state(scope: Locator) -> Locator:
    """Return the marks and the date that stand on a card."""
    return scope.locator(".stip-practice__state")


def group(page: Page, name: str) -> Locator:
    """Return the entries under one heading on the page of a department, persona or tool."""
    return page.locator(".stip-entries section").filter(has=page.get_by_role("heading", name=name, exact=True))


def seen(page: Page, record: str) -> list[str]:
    """Return the titles of one kind that the filter shows, in their order."""
    titles = part(page, record).locator(".stip-practice:not([hidden]) .stip-practice__title")
    return [" ".join(text.split()) for text in titles.all_text_contents()]


def said(moment: Moment) -> str:
    """Write the day and the hours of a moment as a page does."""
    assert moment.when.first is not None
    assert moment.start is not None
    assert moment.end is not None
    return f"{weekday_text(moment.when.first, WORDS)}, {_clock(moment.start)} tot {_clock(moment.end)} uur"


def _clock(time: str) -> str:
    return f"{int(time[:2])}.{time[3:]}"


def expected_events(practices: Iterable[Practice]) -> set[Event]:
    """Return every moment of these practices as it must stand in a calendar."""
    return {
        (one.title, _instant(moment, moment.start), _instant(moment, moment.end))
        for one in practices
        for moment in getattr(one, "dates", ())
    }


def _instant(moment: Moment, time: str | None) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{moment.when.first}T{time}")


def events(page: Page) -> set[Event]:
    """Return what has hours in the calendar to which this page links."""
    href = page.get_by_role("link", name="Zet in je agenda").first.get_attribute("href")
    answer = page.request.get(urljoin(page.url, href))
    assert answer.ok
    found: list[Any] = icalendar.Calendar.from_ical(answer.body()).walk("VEVENT")
    times = [(str(one["summary"]), one["dtstart"].dt, one["dtend"].dt) for one in found]
    return {
        (title, start.replace(tzinfo=None), end.replace(tzinfo=None))
        for title, start, end in times
        if isinstance(start, dt.datetime)
    }
