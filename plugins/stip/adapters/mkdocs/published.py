"""Published: what a host gets of a site, as plain values that can be kept as bytes and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from stip.choices import Audience
from stip.closed import Closed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LENGTH = 16
"""So many digits tell how long the head of the bytes is."""


@dataclass(frozen=True)
class Told:
    """What the checks found, as lines that people read, each with how bad it is; empty where it only tells of more."""

    lines: tuple[tuple[str, str], ...] = ()
    count: int = 0
    """How many problems there are, hints left out."""
    failing: bool = False
    """Whether a build fails."""
    failing_strictly: bool = False
    """Whether a strict build fails."""


@dataclass(frozen=True)
class Found:
    """What loading came to, for a host: what is told, what to watch, and what of the content stays shut."""

    language: str = "nl"
    told: Told = Told()
    inputs: tuple[Path, ...] = ()
    closed: Closed = field(default_factory=Closed)


@dataclass(frozen=True)
class HostPage:
    """A page: its Markdown, of which `prose` is what people wrote, and the drawings that come in at the very end."""

    path: str
    title: str
    source: str
    in_nav: bool
    listed: bool
    markdown: str = field(repr=False)
    prose: str | None = field(repr=False)
    """None where all of it must go through Markdown."""
    fragments: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Published:
    """All that a host publishes of a site."""

    language: str
    audience: Audience
    updated: str
    """The day of the roadmap, as in ISO 8601."""
    edition: str
    """The name of the edition that the roadmap is, exactly; empty when it is none."""
    engine: str
    """What draws, with its version."""
    version: str
    """The path of the file that tells which version of the site it is."""
    styles: tuple[str, ...]
    frame: Mapping[str, Any]
    footers: tuple[tuple[str, str], ...]
    """Path and title of the pages to which the foot of every page leads, as far as there are."""
    helps: tuple[tuple[str, str], ...]
    """Where help may stand, best first: the path of a page, and what comes behind its address."""
    notes: tuple[str, ...]
    pages: tuple[HostPage, ...] = field(repr=False)
    assets: Mapping[str, bytes] = field(repr=False)


def packed(made: Published) -> bytes:
    """Return a site as bytes: a head that tells where everything is, and then everything."""
    parts: list[bytes] = []
    at = 0

    def put(content: bytes) -> tuple[int, int]:
        nonlocal at
        parts.append(content)
        at += len(content)
        return at - len(content), len(content)

    head = {
        "language": made.language,
        "audience": made.audience,
        "updated": made.updated,
        "edition": made.edition,
        "engine": made.engine,
        "version": made.version,
        "styles": made.styles,
        "frame": dict(made.frame),
        "footers": made.footers,
        "helps": made.helps,
        "notes": made.notes,
        "pages": [
            (
                (page.path, page.title, page.source, page.in_nav, page.listed),
                put(page.markdown.encode()),
                None if page.prose is None else put(page.prose.encode()),
                {name: put(text.encode()) for name, text in page.fragments.items()},
            )
            for page in made.pages
        ],
        "assets": {path: put(content) for path, content in made.assets.items()},
    }
    told = json.dumps(head, ensure_ascii=False).encode()
    return b"".join((str(len(told)).zfill(_LENGTH).encode(), told, *parts))


def unpacked(content: bytes) -> Published:
    """Return the site of which these are the bytes; raises ValueError, KeyError or TypeError when they are of none."""
    size = int(content[:_LENGTH])
    head: dict[str, Any] = json.loads(content[_LENGTH : _LENGTH + size])
    view = memoryview(content)[_LENGTH + size :]

    def text(place: list[int]) -> str:
        return str(view[place[0] : place[0] + place[1]], "utf-8")

    return Published(
        language=head["language"],
        audience=Audience(head["audience"]),
        updated=head["updated"],
        edition=head["edition"],
        engine=head["engine"],
        version=head["version"],
        styles=tuple(head["styles"]),
        frame=head["frame"],
        footers=tuple((path, title) for path, title in head["footers"]),
        helps=tuple((path, after) for path, after in head["helps"]),
        notes=tuple(head["notes"]),
        pages=tuple(
            _page(facts, text(markdown), None if prose is None else text(prose), _Later(view, fragments))
            for facts, markdown, prose, fragments in head["pages"]
        ),
        assets={path: bytes(view[start : start + length]) for path, (start, length) in head["assets"].items()},
    )


def _page(facts: list[Any], markdown: str, prose: str | None, fragments: Mapping[str, str]) -> HostPage:
    path, title, source, in_nav, listed = facts
    return HostPage(path, title, source, in_nav, listed, markdown, prose, fragments)


class _Later(Mapping[str, str]):
    """Texts by name that are read only when somebody asks: a drawing is needed once, at the very end."""

    def __init__(self, view: memoryview, places: Mapping[str, list[int]]) -> None:
        self._view = view
        self._places = places

    def __getitem__(self, name: str) -> str:
        start, length = self._places[name]
        return str(self._view[start : start + length], "utf-8")

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
