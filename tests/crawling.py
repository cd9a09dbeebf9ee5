"""Read a built site the way a browser would: every page, link, anchor and request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_REQUESTING = {
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("image", "href"),
    ("image", "xlink:href"),
    ("use", "xlink:href"),
    ("use", "href"),
    ("iframe", "src"),
    ("source", "src"),
    ("object", "data"),
    ("form", "action"),
}
_CSS_URL = re.compile(r"url\(\s*['\"]?(?P<url>[^)'\"]+)|@import\s+['\"](?P<import>[^'\"]+)")
_BASE = "http://site.invalid/"


@dataclass
class Document(HTMLParser):
    """One page: its links (tag, attribute, address), its ids in order, and its text."""

    path: str
    links: list[tuple[str, str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    _silent: int = 0

    def __post_init__(self) -> None:
        """Start the parser that the dataclass is."""
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect ids and addresses."""
        self._silent += tag in {"script", "style"}
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if value is not None and (name in {"href", "xlink:href"} or (tag, name) in _REQUESTING):
                self.links.append((tag, name, value))

    def handle_endtag(self, tag: str) -> None:
        """Leave a script or style."""
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        """Collect what a person reads."""
        if not self._silent and data.strip():
            self.texts.append(" ".join(data.split()))


def pages(site: Path) -> dict[str, Document]:
    """Parse every HTML page of a site, by slash path."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        document = Document(file.relative_to(site).as_posix())
        document.feed(file.read_text(encoding="utf-8"))
        found[document.path] = document
    return found


def dead_links(site: Path, prefix: str = "/") -> list[str]:
    """Return every link inside the site that leads nowhere, page or anchor; also inside drawings.

    `prefix` is the path under which the site is served: the 404 page has links from the root.
    """
    documents = pages(site)
    wrong = []
    for path, document in documents.items():
        for tag, name, address in document.links:
            parts = urlsplit(urljoin(_BASE + path, address))
            if not parts.netloc.endswith("site.invalid"):
                continue
            target = unquote(parts.path).removeprefix(prefix)
            target = f"{target}index.html" if target.endswith("/") or not target else target
            page = documents.get(target)
            if page is None and not (site / target).is_file():
                wrong.append(f"{path}: <{tag} {name}={address!r}>")
            elif page is not None and parts.fragment and unquote(parts.fragment) not in page.ids:
                wrong.append(f"{path}: <{tag} {name}={address!r}> has no such place")
    return wrong


def outside_requests(site: Path) -> list[str]:
    """Return every address outside the site that a browser would ask for by itself."""
    found = []
    for path, document in pages(site).items():
        found += [
            f"{path}: <{tag} {name}={address!r}>"
            for tag, name, address in document.links
            if (tag, name) in _REQUESTING and _outside(address) and not (tag == "link" and "canonical" in address)
        ]
    for file in sorted(site.rglob("*.css")):
        text = file.read_text(encoding="utf-8")
        found += [f"{file.name}: {m[0]}" for m in _CSS_URL.finditer(text) if _outside(m["url"] or m["import"])]
    return found


def _outside(address: str) -> bool:
    return bool(urlsplit(address).netloc)


def repeated_ids(site: Path) -> Iterator[str]:
    """Yield every id that stands twice on one page."""
    for path, document in pages(site).items():
        for one in sorted({one for one in document.ids if document.ids.count(one) > 1}):
            yield f"{path}: id {one!r} {document.ids.count(one)} times"
