"""Following, as an employee meets it: what was celebrated comes to a news reader, each feast once."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from practices.looking import names, under
from practices.walking import WORDS, topic_path
from stip.model.practices import Topic

pytestmark = pytest.mark.browser

ATOM = "{http://www.w3.org/2005/Atom}"


def test_what_was_celebrated_comes_to_a_news_reader(page: Page, address: str) -> None:
    """The feed has what the page tells, and each entry leads to a place that is there."""
    page.goto(address + topic_path(Topic.CELEBRATING))
    shown = names(under(page, WORDS("site.block.feasts")).locator("h3").all_inner_texts())
    href = page.get_by_role("link", name=WORDS("site.block.feed")).get_attribute("href")
    answer = page.request.get(urljoin(page.url, href))
    assert answer.ok
    entries = ET.fromstring(answer.body()).findall(f"{ATOM}entry")  # noqa: S314 - our own text
    titles = [entry.findtext(f"{ATOM}title", "") for entry in entries]
    assert titles != []
    assert sorted(titles) == sorted(shown)
    found: dict[str, list[str]] = {}
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        there = urlsplit(link.get("href", ""))
        found.setdefault(there.path.lstrip("/"), []).append(there.fragment)
    for path, places in found.items():
        page.goto(address + path)
        for place in places:
            expect(page.locator(f"[id='{place}']")).to_have_count(1)
