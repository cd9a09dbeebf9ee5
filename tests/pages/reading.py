"""Read pages as a browser does, without one: their ids, their links, and which of those lead nowhere."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from crawling import Document as Parsed
from stip.pages import Page
from stip.pages.links import page_url

AsHtml = Callable[[Page], str]


def parsed(html: str) -> Parsed:
    document = Parsed("page")
    document.feed(html)
    return document


def dead(pages: dict[str, Page], as_html: AsHtml, *, directory_urls: bool) -> list[str]:
    """Return every link to a page or place that is not there."""
    base = "http://site.invalid/"
    documents = {page_url(path, directory_urls=directory_urls): parsed(as_html(page)) for path, page in pages.items()}
    beside = {path for page in pages.values() for path in page.sources}
    wrong = []
    for url, document in documents.items():
        for _, _, address in document.links:
            parts = urlsplit(urljoin(base + url, address))
            if parts.netloc != "site.invalid" or parts.path.removeprefix("/") in beside:
                continue
            target = documents.get(parts.path.removeprefix("/"))
            if target is None or (parts.fragment and parts.fragment not in target.ids):
                wrong.append(f"{url}: {address}")
    return wrong
