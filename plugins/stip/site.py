"""The site: everything that one roadmap publishes, as values, before anything is written."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from stip import art, assets
from stip import manual as book
from stip.diagrams.engine import EMBEDDED, EngineError, find_engine
from stip.editions import align, snapshot
from stip.exports import Calendars, Entry, make_calendars, make_feed, plan_files, record_files, write_feed
from stip.fragments import fill
from stip.looks import own_logo, own_templates
from stip.model.base import Audience
from stip.model.discretion import published
from stip.model.practices import Topic
from stip.pages import Page, render_pages
from stip.pages.addresses import HOME, Addresses, calendar_path
from stip.pages.embedding import embed_files
from stip.pages.links import page_url
from stip.pages.manual import NO_MANUAL
from stip.pages.news import change_news
from stip.pages.places import places
from stip.pages.prints import NOTHING, Prints
from stip.pages.render import NOTHING_KEPT
from stip.pages.route_data import route_data
from stip.problems import StipError
from stip.processes import Begun
from stip.schema import KINDS, shipped
from stip.spreadsheet.plan_sheet import can_write, plan_sheet
from stip.text.dates import day_text
from stip.text.words import Words, words_for
from stip.tokens import tokens_css

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from stip.cache import Cache
    from stip.editions import Edition
    from stip.model import Roadmap
    from stip.problems import Problem

_FENCE = "\n---\n"
"""What ends the front matter of a page."""
TEXT_SUFFIXES = (".css", ".js", ".svg", ".txt", ".json")


@dataclass(frozen=True)
class OutputFile:
    """A file of the site: its slash path under the root, and its content."""

    path: str
    content: str | bytes


@dataclass(frozen=True)
class Site:
    """What a roadmap publishes: its pages, the files beside them, and what every page's frame shows."""

    roadmap: Roadmap
    words: Words
    pages: tuple[Page, ...]
    assets: tuple[OutputFile, ...]
    frame: Mapping[str, object] = field(default_factory=dict)
    own_templates: bool = False
    """Whether the site has page templates of its own, which may hold Markdown anywhere."""
    notes: tuple[str, ...] = ()
    """What a maintainer should know of this build: what is left out, and what brings it."""

    @property
    def styles(self) -> tuple[str, ...]:
        """The style sheets of every page, in the order in which they must be read."""
        return (*assets.STYLES, assets.STEERING_STYLE) if self.roadmap.audience is Audience.STEERING else assets.STYLES

    def files(self) -> tuple[OutputFile, ...]:
        """Return every file, pages with their drawings filled in, sorted by path: the form for any host."""
        texts = ((page, fill(page.markdown, page.fragments, searchable=False)) for page in self.pages)
        pages = (OutputFile(page.path, self._marked(text, listed=page.listed)) for page, text in texts)
        return tuple(sorted((*pages, *self.assets), key=lambda file: file.path))

    def _marked(self, text: str, *, listed: bool) -> str:
        """Say on top of a page when it is only for those who steer, and to machines when they must pass it by."""
        ribbon = self.frame.get("ribbon")
        if listed and not ribbon:
            return text
        head, fence, body = text.partition(_FENCE)
        return f"{head}\nrobots: noindex{fence}" + (f"{ribbon}\n\n{body}" if ribbon else body)


def build(
    roadmap: Roadmap,
    *,
    directory_urls: bool = True,
    engine: str = EMBEDDED,
    overrides: Path | None = None,
    colours: Mapping[str, tuple[str, str]] | None = None,
    editions: tuple[Edition, ...] = (),
    prints: Prints = NOTHING,
    problems: tuple[Problem, ...] = (),
    manual: bool = False,
    embed: bool = True,
    cache: Cache = NOTHING_KEPT,
) -> Site:
    """Make every page, drawing and style of a roadmap; nothing is written.

    `overrides` is the folder in which a site keeps its own `pages/*.html` templates and `logo.svg`; `colours`
    are its own colours, name to (light, dark); `engine` is what `find_engine` takes; `editions` are what was
    frozen for print, oldest first; `prints` is what the site offers to print, made before;
    `problems` is what the checks found, for the report to those who steer; `manual` tells whether the site has a manual
    for maintainers; with `embed` there are pages for frames in other sites; `cache` is where drawings are kept
    between builds. Raises StipError, worded in the roadmap's language, when the drawings cannot be made.
    """
    roadmap, words = published(roadmap), words_for(roadmap.settings.language)
    editions = align(editions, snapshot(roadmap)) if editions else ()
    root, stand = roadmap.settings.root, places(roadmap, words, editions, directory_urls=directory_urls)
    urls = {key: f"{root}{place}" for key, place in stand.items()} if root else {}
    calendars = make_calendars(roadmap, urls)
    feeds = (
        *_feed(roadmap, words, urls, directory_urls=directory_urls),
        *_change_feeds(roadmap, editions, directory_urls=directory_urls),
    )
    exports = (*_calendar_files(calendars, words), *feeds)
    files = {file.path: file for file in (*exports, *_schemas(roadmap, words))}
    makers = {
        **dict(plan_files(roadmap, urls or stand, editions)),
        **dict(record_files(roadmap)),
        **_plan(roadmap, words),
    }
    logo = own_logo(overrides, words)
    templates = own_templates(overrides, words)

    def beside() -> tuple[dict[str, bytes], dict[str, str]]:
        routes = route_data(roadmap, calendars.head, calendars.events, directory_urls=directory_urls, editions=editions)
        return {path: make() for path, make in makers.items()}, dict(routes)

    with Begun(beside) as begun:
        done = functools.cache(begun.done)
        try:
            program = find_engine(engine)
            pages = render_pages(
                roadmap,
                directory_urls=directory_urls,
                engine=program,
                templates=templates,
                logo=logo,
                files={
                    **{path: len(file.content) for path, file in files.items()},
                    **dict.fromkeys((*makers, Addresses.of(words).version), 0),
                },
                sizes=lambda: {path: len(content) for path, content in done()[0].items()},
                editions=editions,
                prints=prints,
                problems=problems,
                manual=book.manual(words.language, roadmap.audience) if manual else NO_MANUAL,
                embed=embed,
                cache=cache,
            )
        except EngineError as error:
            raise StipError(words(f"drawings.engine.{error.reason}", **error.values)) from error
        tables, routes = done()
    tokens = OutputFile(f"{assets.FOLDER}/tokens.css", tokens_css(colours or {}))
    made = [OutputFile(path, content) for path, content in tables.items()]
    made += [OutputFile(path, text) for path, text in routes.items()]
    made += [OutputFile(file.path, file.content) for file in prints.files]
    made += [OutputFile(path, text) for page in pages for path, text in page.sources.items()]
    made.append(OutputFile(assets.AUDIENCE_FILE, f"{roadmap.audience}\n"))
    if embed:
        frames = embed_files(roadmap, pages, directory_urls=directory_urls, templates=templates, editions=editions)
        made += itertools.starmap(OutputFile, frames)
    files_beside = tuple(sorted((tokens, *files.values(), *made, *_packaged()), key=lambda file: file.path))
    notes = () if can_write() else (words("cli.no_plan", file=Addresses.of(words).plan),)
    return Site(roadmap, words, pages, files_beside, _frame(roadmap, words, logo), templates is not None, notes)


def _schemas(roadmap: Roadmap, words: Words) -> Iterator[OutputFile]:
    """Yield for an editor of these files what may stand in each, in the language of the site."""
    for kind in KINDS:
        path, root = Addresses.of(words).schema(kind), roadmap.settings.root
        yield OutputFile(path, shipped(kind, words.language, f"{root}{path}" if root else ""))


def _packaged() -> Iterator[OutputFile]:
    """Yield the package's own styles, script and fonts."""
    root = resources.files("stip") / "theme" / "assets" / "stip"
    for path, item in _walk(root, assets.FOLDER):
        raw = item.read_bytes()
        yield OutputFile(path, raw.decode("utf-8") if path.endswith(TEXT_SUFFIXES) else raw)


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{prefix}/{item.name}"
        if item.is_dir():
            yield from _walk(item, path)
        else:
            yield path, item


def _calendar_files(calendars: Calendars, words: Words) -> Iterator[OutputFile]:
    """Yield a calendar beside the page of each department and persona that has dates, and one of everything."""
    addresses = Addresses.of(words)
    for key, text in calendars.units.items():
        yield OutputFile(calendar_path(addresses.unit(key)), text.encode())
    for key, text in calendars.personas.items():
        yield OutputFile(calendar_path(addresses.persona(key)), text.encode())
    if calendars.everything:
        yield OutputFile(calendar_path(addresses.topics[Topic.JOINING]), calendars.everything.encode())


def _plan(roadmap: Roadmap, words: Words) -> dict[str, Callable[[], bytes]]:
    """Return what makes the plan as a spreadsheet, by its path, where the extra for it is installed."""
    return {Addresses.of(words).plan: functools.partial(plan_sheet, roadmap)} if can_write() else {}


def _feed(
    roadmap: Roadmap, words: Words, urls: Mapping[tuple[str, str], str], *, directory_urls: bool
) -> Iterator[OutputFile]:
    """Yield the feed of celebrations beside their page, when there are any to follow."""
    addresses, root = Addresses.of(words), roadmap.settings.root
    index, path = addresses.topics[Topic.CELEBRATING], addresses.feed
    has_page = any(practice.topic is Topic.CELEBRATING for practice in roadmap.practices)
    page = root + page_url(index if has_page else HOME, directory_urls=directory_urls)
    if text := make_feed(roadmap, urls, page=page, feed=f"{root}{path}"):
        yield OutputFile(path, text)


def _change_feeds(roadmap: Roadmap, editions: tuple[Edition, ...], *, directory_urls: bool) -> Iterator[OutputFile]:
    """Yield the feeds of what changed, of everything and of each department; none for a site without an address."""
    root = roadmap.settings.root
    for news in change_news(roadmap, editions, directory_urls=directory_urls) if root else ():
        entries = [
            Entry(one.id, one.title, one.day, one.text, root + page_url(one.page, directory_urls=directory_urls))
            for one in news.pieces
        ]
        page = root + page_url(news.page, directory_urls=directory_urls)
        text = write_feed(roadmap, news.name, news.title, entries, page=page, feed=f"{root}{news.path}")
        yield OutputFile(news.path, text)


def _frame(roadmap: Roadmap, words: Words, logo: str | None) -> dict[str, object]:
    """What header and footer of every page show: HTML already, because hosts' templates escape nothing."""
    programme = roadmap.mission.programme
    updated = day_text(roadmap.settings.updated, words)
    return {
        "name": escape(programme.name),
        "organisation": escape(programme.organisation or ""),
        "updated_text": escape(words("chrome.updated", date=updated)),
        "labels": {key: escape(text) for key, text in words.section("chrome").items()},
        "logo_svg": logo or art.logo().svg(),
        "ribbon": _ribbon(words) if roadmap.audience is Audience.STEERING else "",
    }


def _ribbon(words: Words) -> str:
    """Return the ribbon on top of every page that only those who steer may read; its lock is drawn by the style."""
    return f'<p class="stip-ribbon" role="note">{escape(words("chrome.ribbon"))}</p>'
