"""State: what the plugin knows of a build, and of the builds of a live server before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stip.adapters.mkdocs.bodies import Bodies
from stip.adapters.mkdocs.outside import Outside
from stip.adapters.mkdocs.serving import Again
from stip.closed import Closed

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation

    from stip.adapters.mkdocs.published import Found, HostPage, Published
    from stip.adapters.mkdocs.searching import Entries
    from stip.versions.version import Version


@dataclass
class State:
    """What must outlive one build of a live server."""

    serving: bool = False
    server: LiveReloadServer | None = None
    watched: set[str] = field(default_factory=set)
    build_date: str = ""
    good: Published | None = None
    problems: tuple[str, ...] = ()
    language: str = "nl"
    pages: dict[str, HostPage] = field(default_factory=dict)
    nav: Navigation | None = None
    closed: Closed = field(default_factory=Closed)
    bodies: Bodies = field(default_factory=Bodies)
    entries: Entries | None = None
    again: Again = field(default_factory=Again)
    last: tuple[str, Found, Published] | None = None
    """The newest good site, and the digest of its inputs."""
    outside: Outside = field(default_factory=Outside)
    outside_before: Outside = field(default_factory=Outside)
    found: Found | None = None
    version: Version | None = None
