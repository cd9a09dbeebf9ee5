"""The page of data: every file that there is for other programs, by what it is for."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from stip.model import practice_kinds
from stip.model.practices import Topic
from stip.pages.addresses import calendar_path, feed_path
from stip.pages.views.items import LinkItem, size_text
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view
from stip.text.dates import day_text

if TYPE_CHECKING:
    from stip.pages.context import Context
    from stip.pages.links import Here

_OPEN = 12
"""So many files of one sort stand in the open; more are folded away."""
_DOWNLOADED = (".csv", ".xlsx", ".dot")


class Sort(enum.StrEnum):
    """What a file is for, in the order of the page."""

    PLAN = "plan"
    TABLE = "table"
    CALENDAR = "calendar"
    FEED = "feed"
    DRAWING = "drawing"
    SCHEMA = "schema"
    OTHER = "other"


@as_view
class FileItem:
    """A file: what is in it, its name and size, and whether a browser had better keep it than show it."""

    title: str
    text: str
    href: str
    name: str
    size: str
    """Empty for what is written after all pages, of which no page can tell."""
    download: bool


@as_view
class FileGroup:
    """The files of one sort, with how to use them."""

    sort: Sort
    title: str
    lead: str
    how: tuple[str, ...]
    files: tuple[FileItem, ...]
    folded: str
    """What the fold around the rest of them says; empty when all stand in the open."""
    rest: tuple[FileItem, ...]


@as_view
class DataView:
    """All that the page shows."""

    frame: Frame
    lead: str
    groups: tuple[FileGroup, ...]
    example: str
    """The full address of a calendar, to show what one looks like; empty when the site declares no address."""
    missing: tuple[str, ...]
    """What a reader may look for and is in none of the files, and why."""
    links: tuple[LinkItem, ...]


def data_view(here: Here) -> DataView:
    """Gather the page from what is really published."""
    context, words = here.context, here.context.words
    titles = _titles(context)
    found: dict[Sort, list[str]] = {}
    for path in context.files:
        found.setdefault(_sort(path, context), []).append(path)
    calendars = sorted(found.get(Sort.CALENDAR, ()))
    root = context.roadmap.settings.root
    addresses = context.addresses
    pages = (
        (addresses.changes, "changes.title"),
        (addresses.embed, "embed.title"),
        (addresses.poster, "prints.title"),
    )
    return DataView(
        frame=frame(here, words("data.title"), words("data.description")),
        lead=words("data.lead", date=day_text(context.today, words)),
        groups=tuple(_group(sort, found[sort], titles, here) for sort in Sort if sort in found),
        example=f"{root}{calendars[0]}" if root and calendars else "",
        missing=tuple(_missing(context, feeds=bool(root) or Sort.FEED in found)),
        links=tuple(LinkItem(words(key), here.to(path)) for path, key in pages if path in context.paths),
    )


def _missing(context: Context, *, feeds: bool) -> Iterator[str]:
    words, changes = context.words, context.addresses.changes
    yield words("data.not.people")
    yield words("data.not.rest")
    if changes in context.paths:
        yield words("data.not.history", title=words("changes.title"), path=changes.removesuffix("/index.md"))
    else:
        yield words("data.not.no_history")
    if not feeds:
        yield words("data.not.feeds")


def _sort(path: str, context: Context) -> Sort:
    """Tell what a file is for, by where it is and how it ends: one that nobody foresaw is listed too."""
    if path.endswith(".schema.json") or path.startswith(f"{context.addresses.data}/schema/"):
        return Sort.SCHEMA
    if path == context.addresses.version:
        return Sort.OTHER
    sorts = {"csv": Sort.TABLE, "ics": Sort.CALENDAR, "xml": Sort.FEED, "dot": Sort.DRAWING}
    sorts |= {"json": Sort.PLAN, "xlsx": Sort.PLAN}
    return sorts.get(path.rpartition(".")[2], Sort.OTHER)


def _group(sort: Sort, paths: list[str], titles: Mapping[str, str], here: Here) -> FileGroup:
    words = here.context.words
    first = _first(here.context)
    listed = sorted(paths, key=lambda path: (first.get(path, len(first)), titles.get(path, path).casefold(), path))
    count = len(listed) if len(listed) <= _OPEN else sum(path in first for path in listed)
    files = tuple(_file(path, titles, here) for path in listed)
    return FileGroup(
        sort=sort,
        title=words(f"data.{sort}.title"),
        lead=words(f"data.{sort}.lead"),
        how=tuple(words.section(f"data.{sort}.how").values()),
        files=files[:count],
        folded=words(f"data.{sort}.folded", count=len(files) - count) if count < len(files) else "",
        rest=files[count:],
    )


def _file(path: str, titles: Mapping[str, str], here: Here) -> FileItem:
    context, words = here.context, here.context.words
    name = path.removeprefix(f"{context.addresses.data}/")
    key = f"data.file.{name}"
    return FileItem(
        title=titles.get(path) or name,
        text=words(key) if key in words else "",
        href=here.file(path),
        name=name,
        size=size_text(context.files[path], words) if context.files[path] else "",
        download=path.endswith(_DOWNLOADED),
    )


def _first(context: Context) -> dict[str, int]:
    """Return the files that most people look for: their place before the others, by path."""
    addresses = context.addresses
    tables = context.words.section("data.table.names")
    paths = [f"{addresses.data}/{name}" for name in ("roadmap.json", "plan.xlsx", *(f"{key}.csv" for key in tables))]
    paths += [calendar_path(addresses.topics[Topic.JOINING]), addresses.changes_feed, addresses.feed]
    return {path: place for place, path in enumerate([*paths, addresses.dot(), addresses.dot(part="order")])}


def _titles(context: Context) -> dict[str, str]:
    """Return what each file is called by what it is of; one that is of nothing in the roadmap is called by its name."""
    addresses, words, roadmap = context.addresses, context.words, context.roadmap
    found = {addresses.export(kind): words(f"practices.{kind.record}.title") for kind in practice_kinds().values()}
    for key, name in words.section("data.table.names").items():
        found[f"{addresses.data}/{key}.csv"] = name
    pages = {addresses.unit(unit.id): unit.name for unit in roadmap.units.values()}
    pages |= {addresses.persona(key): persona.name for key, persona in roadmap.personas.items()}
    for page, name in pages.items():
        found[calendar_path(page)] = found[feed_path(page)] = name
    for kind, name in words.section("schema.kinds").items():
        found[f"{addresses.data}/schema/{kind}.json"] = name
    for unit in roadmap.units.values():
        page = addresses.unit(unit.id)
        found[addresses.dot(page)] = unit.name
        found |= {
            addresses.dot(page, part): words(f"data.drawing.{part}", name=unit.name) for part in ("teams", "order")
        }
    return found | {
        calendar_path(addresses.topics[Topic.JOINING]): words("data.calendar.everything"),
        addresses.feed: words("data.feed.celebrations"),
        addresses.changes_feed: words("data.feed.changes"),
        addresses.dot(): words("data.drawing.map"),
        addresses.dot(part="order"): words("data.drawing.order", name=words("data.drawing.map")),
    }
