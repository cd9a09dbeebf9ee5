"""The page for whoever edits another site: what to paste there to show the map or a path in a frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from stip.pages.lanes import lanes_of
from stip.pages.links import page_url
from stip.pages.views.embed import unit_title
from stip.pages.views.items import LinkItem
from stip.pages.views.layout import Frame, frame
from stip.pages.views.parts import IndexItem, page_at, page_links, pages_of, part_path, part_title, to_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.model import Unit
    from stip.pages.links import Here

OFFICE = ("https://teams.microsoft.com", "https://*.teams.microsoft.com", "https://*.cloud.microsoft")
"""From where Teams and Microsoft 365 show the pages of others, besides the SharePoint of an organisation."""
_MAP = "stip_map"
_PART = "paths"
_MOST = 120
"""What to paste for so many departments stands on one page; of more this page has a line for each."""
HEIGHT = 700
"""How high a frame is when it comes, in px; whoever pastes it may change that."""


@dataclass(frozen=True)
class Snippet:
    """What to paste for one page: its anchor, its name, the page itself to look at, its full address and the code."""

    id: str
    name: str
    number: int | None
    page: str
    address: str
    code: str


@dataclass(frozen=True)
class EmbedsView:
    """All that the page shows."""

    frame: Frame
    map: Snippet | None
    units: tuple[Snippet, ...]
    has_address: bool
    host: str
    """What the address of this site begins with; a text to replace when the site declares none."""
    policy: str
    """The header with which a web server lets these programs frame the site."""
    data: LinkItem | None
    all: LinkItem | None = None
    """Where the departments stand, when there are too many for this page."""
    index: tuple[IndexItem, ...] = ()
    """A line for each of those."""
    pages: tuple[LinkItem, ...] = ()
    """On a page with some of many departments: all such pages."""
    page: int = 0
    """Which of these this is, from 1."""


def embeds_view(here: Here) -> EmbedsView:
    """Gather the page: departments that still exist and have a path, by number, each before its teams."""
    context, words, roadmap = here.context, here.context.words, here.context.roadmap
    units = _units(here)
    is_long = len(units) > _MOST
    name = roadmap.mission.programme.name
    path = context.addresses.embed_map
    has_map = bool(lanes_of(context))
    data = context.addresses.data_page
    return EmbedsView(
        frame=frame(here, words("embed.title"), words("embed.description")),
        map=_snippet(_MAP, words("embed.map"), words("embed.map_title", name=name), path, here) if has_map else None,
        units=() if is_long else tuple(_unit(unit, here) for unit in units),
        has_address=bool(roadmap.settings.root),
        host=_root(here),
        policy=_policy(words("embed.server.yours")),
        data=LinkItem(words("data.title"), here.to(data)) if data in context.paths else None,
        all=LinkItem(words("embed.units"), to_part(_PART, 1, here)) if is_long else None,
        index=tuple(_line(place, unit, here) for place, unit in enumerate(units)) if is_long else (),
    )


def embed_part_views(whole: EmbedsView, here: Here) -> Iterator[tuple[str, EmbedsView]]:
    """Yield (path, page) of the departments that are too many for the page, which is `whole`."""
    words, units = here.context.words, _units(here) if whole.index else []
    pages = page_links(_PART, len(units), here.context.at(part_path(_PART, 1, here)), _MOST)
    slices = tuple(pages_of(len(units), _MOST))
    for number, some in enumerate(slices, start=1):
        own = here.context.at(part_path(_PART, number, here))
        title = part_title(words("embed.units"), number, len(slices), words)
        framed = frame(own, title, whole.frame.description, LinkItem(whole.frame.title, own.to(here.path)))
        snippets = tuple(_unit(unit, own) for unit in units[some])
        part = replace(whole, frame=framed, map=None, units=snippets, all=None, index=(), pages=pages, page=number)
        yield own.path, part


def _units(here: Here) -> list[Unit]:
    roadmap = here.context.roadmap
    units = [unit for unit in roadmap.units.values() if here.snippet(unit)]
    return sorted(units, key=lambda unit: (roadmap.number(unit) or 0, unit.id not in roadmap.numbers))


def _line(place: int, unit: Unit, here: Here) -> IndexItem:
    return IndexItem(unit.id, unit.name, to_part(_PART, page_at(place, _MOST), here, unit.id))


def _unit(unit: Unit, here: Here) -> Snippet:
    context = here.context
    path = context.addresses.embed_unit(unit.id)
    title, number = unit_title(unit, context.words), context.roadmap.number(unit)
    return _snippet(unit.id, unit.name, title, path, here, number=number)


def _snippet(id_: str, name: str, title: str, path: str, here: Here, *, number: int | None = None) -> Snippet:
    """Write what to paste; a title may hold any character."""
    address = _root(here) + page_url(path, directory_urls=here.context.directory_urls)
    code = (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{HEIGHT}"'
        ' style="border:0" loading="lazy"></iframe>'
    )
    return Snippet(id_, name, number, here.file(path), address, code)


def _policy(organisation: str) -> str:
    hosts = ("'self'", f"https://{organisation}.sharepoint.com", *OFFICE)
    return f"Content-Security-Policy: frame-ancestors {' '.join(hosts)}"


def _root(here: Here) -> str:
    return here.context.roadmap.settings.root or here.context.words("embed.no_address")
