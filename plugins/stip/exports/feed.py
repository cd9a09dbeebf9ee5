"""Write news as Atom feeds (RFC 4287), which other sites and readers can follow: what was celebrated, and any other."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from stip.model import Status, StepKind
from stip.model.practices import Celebration
from stip.text.words import words_for

if TYPE_CHECKING:
    from stip.model import Roadmap

SPACE = "http://www.w3.org/2005/Atom"
"""The namespace of Atom: a name, never asked for."""
MOST = 30
"""How many entries a feed holds."""
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One piece of news: what it is, when it was, and the full address of where it stands.

    `id` is its name within the site, which must never change; a later `day` tells readers that it was changed.
    """

    id: str
    title: str
    day: dt.date
    text: str
    href: str


def make_feed(roadmap: Roadmap, urls: Mapping[tuple[str, str], str], *, page: str, feed: str) -> bytes:
    """Write the feed of celebrations, newest first; empty without any, or when the site declares no address of its own.

    `urls` are the full addresses of steps and practices by (record, id), `page` and `feed` those of the page of
    celebrations and of the feed itself: a reader cannot follow a relative link.
    """
    found = sorted((*_celebrations(roadmap), *_steps(roadmap)), key=lambda one: (one.record, one.id))
    entries = (
        Entry(f"{one.record}/{one.id}", one.title, one.day, one.text, urls.get((one.record, one.id), page))
        for one in found
    )
    title = words_for(roadmap.settings.language)("exports.feed", programme=roadmap.mission.programme.name)
    return write_feed(roadmap, "celebrations", title, entries, page=page, feed=feed)


def write_feed(roadmap: Roadmap, name: str, title: str, entries: Iterable[Entry], *, page: str, feed: str) -> bytes:
    """Write a feed, newest first; empty without entries, or when the site declares no address of its own.

    `name` is the name of the feed within the site, which must never change; `page` and `feed` are the full addresses
    of the page that it belongs to and of the feed itself.
    """
    newest = sorted(entries, key=lambda entry: entry.day, reverse=True)
    if not newest or not roadmap.settings.root:
        return b""
    programme = roadmap.mission.programme
    root = ET.Element("feed", {"xmlns": SPACE, "xml:lang": roadmap.settings.language})
    _add(root, "id", _tag(roadmap, name))
    _add(root, "title", title)
    _add(root, "updated", _moment(roadmap.settings.updated))
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _add(ET.SubElement(root, "author"), "name", programme.organisation or programme.name)
    for entry in newest[:MOST]:
        one = ET.SubElement(root, "entry")
        _add(one, "id", _tag(roadmap, entry.id))
        _add(one, "title", entry.title)
        _add(one, "updated", _moment(entry.day))
        ET.SubElement(one, "link", {"rel": "alternate", "type": "text/html", "href": entry.href})
        if entry.text:
            _add(one, "summary", entry.text)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


@dataclass(frozen=True)
class _Celebration:
    """One celebration: what it is, and when it was."""

    record: str
    id: str
    title: str
    day: dt.date
    text: str


def _celebrations(roadmap: Roadmap) -> Iterator[_Celebration]:
    """Yield what was celebrated before today."""
    for one in roadmap.of(Celebration):
        day = one.when.last
        if day is not None and day < roadmap.settings.updated:
            text = "\n".join(filter(None, (one.text, one.report)))
            yield _Celebration(one.record, one.id, one.title, day, text)


def _steps(roadmap: Roadmap) -> Iterator[_Celebration]:
    """Yield the steps that were a celebration and are not told by one; done before its time is dated today."""
    today = roadmap.settings.updated
    told = {key for one in roadmap.of(Celebration) for key in one.steps}
    for step in roadmap.steps.values():
        if step.kind is StepKind.CELEBRATION and step.status is Status.DONE and step.id not in told:
            text = "\n".join(filter(None, (step.text, step.why)))
            yield _Celebration(step.record, step.id, step.title, min(step.when.last or today, today), text)


def _add(parent: ET.Element, name: str, text: str) -> None:
    """Add an element with a text, without the characters that XML cannot hold."""
    ET.SubElement(parent, name).text = _FORBIDDEN.sub("", text)


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _tag(roadmap: Roadmap, name: str) -> str:
    """Return an id that stays when the site moves a page: a tag URI (RFC 4151) of the site's host, path and start."""
    parts, start = urlsplit(roadmap.settings.root), roadmap.settings.start.first
    year = (start or roadmap.settings.updated).year
    return f"tag:{quote(parts.hostname or '')},{year}:{quote(parts.path, safe='/%')}{name}"
