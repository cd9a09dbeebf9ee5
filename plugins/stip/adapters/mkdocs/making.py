"""Making: from the files of a project to what a host publishes; all that is heavy is loaded here, when it is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from stip import site
from stip.adapters.mkdocs.inputs import Named
from stip.adapters.mkdocs.published import Found, HostPage, Published, Told
from stip.diagrams.engine import find_engine
from stip.loading import Loaded, load, named_files
from stip.model import Audience
from stip.model.practices import HelpOffer
from stip.pages.addresses import Addresses
from stip.pages.prints import NOTHING
from stip.problems import Severity, failing
from stip.text.telling import told
from stip.text.words import words_for
from stip.versions.marking import exact_edition

if TYPE_CHECKING:
    from collections.abc import Callable

    from stip.adapters.mkdocs.inputs import Request
    from stip.cache import Cache
    from stip.model import Roadmap
    from stip.printing import Shelf

_MANY = 30
"""Of more team sheets it is told that they take time: a build that says nothing for a minute seems to hang."""


@dataclass(frozen=True)
class Read:
    """What was read and judged: for a host, and to make the site of."""

    found: Found
    loaded: Loaded = field(repr=False)

    @property
    def named(self) -> Named:
        """What the roadmap names of the disk."""
        roadmap = self.loaded.roadmap
        return _named(roadmap) if roadmap else Named()


def read(request: Request, cache: Cache) -> Read:
    """Read and check everything; what is wrong is told."""
    loaded = load(
        request.roadmap,
        request.content,
        overrides=request.overrides,
        audience=request.audience,
        cache=cache,
        hints=request.audience is Audience.STEERING,  # only their report shows them
    )
    problems = tuple(problem for problem in loaded.problems if problem.severity is not Severity.HINT)
    lines = told(problems, words_for(loaded.language))
    report = Told(
        lines=tuple((str(severity or ""), text) for severity, text in lines),
        count=len(problems),
        failing=loaded.roadmap is None or failing(loaded.problems),
        failing_strictly=loaded.roadmap is None or failing(loaded.problems, strict=True),
    )
    inputs = (*loaded.inputs, *([request.overrides] if request.overrides else ()))
    return Read(Found(loaded.language, report, inputs, loaded.closed), loaded)


def named_now(request: Request) -> Named:
    """Return what the roadmap file names of the disk now, as far as it can be read: its sizes are not known yet."""
    files = named_files(request.roadmap)
    if request.audience is Audience.STEERING:
        return Named((*files.everyone, *files.steering))
    return Named(files.everyone, (), files.steering)


def make(request: Request, done: Read, cache: Cache, tell: Callable[[str], None]) -> tuple[Published, bool]:
    """Make a site of what was read, and tell whether another run would make the same.

    `tell` gets sentences for the maintainer. Raises StipError when it cannot be made.
    """
    loaded = done.loaded
    assert loaded.roadmap is not None
    shelf = _print(request, loaded, loaded.roadmap, cache, tell)
    made = site.build(
        loaded.roadmap,
        directory_urls=request.directory_urls,
        engine=request.engine,
        overrides=request.overrides,
        colours=loaded.colours,
        editions=loaded.editions,
        prints=shelf.prints if shelf else NOTHING,
        problems=loaded.problems,
        manual=request.manual,
        embed=request.embed,
        cache=cache,
    )
    for note in made.notes:
        tell(note)
    program = find_engine(request.engine)
    edition = exact_edition(made.roadmap, loaded.editions)
    notes = (*(shelf.notes if shelf else ()), *made.notes)
    return _published(made, notes, edition, f"{program.name} {program.version}"), shelf is None or shelf.settled


def _print(
    request: Request, loaded: Loaded, roadmap: Roadmap, cache: Cache, tell: Callable[[str], None]
) -> Shelf | None:
    """Make what the site offers to print; what cannot be made is told and left out. None when it offers nothing."""
    if request.prints is None:
        return None
    from stip.printing import fill_shelf  # noqa: PLC0415 - as much as all pages, and not every site prints

    count = sum(bool(unit.steps) for unit in roadmap.units.values()) * request.prints.teams
    if count > _MANY:
        tell(words_for(loaded.language)("prints.many", count=count))
    shelf = fill_shelf(
        roadmap,
        request.prints,
        cache,
        engine=request.engine,
        colours=loaded.colours,
        editions=loaded.editions,
    )
    for note in shelf.notes:
        tell(note)
    return shelf


def _named(roadmap: Roadmap) -> Named:
    settings = roadmap.settings
    sizes = tuple(sorted(unquote(re.split(r"[?#]", address)[0]).lstrip("/") for address in roadmap.sizes))
    include, steering = tuple(map(str, settings.include)), tuple(map(str, settings.include_steering))
    if roadmap.audience is Audience.STEERING:
        return Named((*include, *steering), sizes)
    return Named(include, sizes, steering)


def _published(made: site.Site, notes: tuple[str, ...], edition: str, engine: str) -> Published:
    words, roadmap = made.words, made.roadmap
    addresses, titles = Addresses.of(words), {page.path: page.title for page in made.pages}
    footers = (addresses.glossary, addresses.data_page, addresses.accessibility)
    offered = (
        [(f"{words('site.path.learning')}/index.md", f"#stip_{HelpOffer.record}")] if roadmap.of(HelpOffer) else []
    )
    return Published(
        language=words.language,
        audience=roadmap.audience,
        updated=roadmap.settings.updated.isoformat(),
        edition=edition,
        engine=engine,
        version=addresses.version,
        styles=made.styles,
        frame=made.frame,
        footers=tuple((path, escape(titles[path])) for path in footers if path in titles),
        helps=(*offered, (f"{words('site.path.questions')}/index.md", "")),
        notes=notes,
        pages=tuple(
            HostPage(
                path=page.path,
                title=page.title,
                source=page.source,
                in_nav=page.in_nav,
                listed=page.listed,
                markdown=page.markdown,
                prose=None if made.own_templates else page.prose,
                fragments=page.fragments,
            )
            for page in made.pages
        ),
        assets={
            asset.path: asset.content.encode() if isinstance(asset.content, str) else asset.content
            for asset in made.assets
        },
    )
