"""Embedding: whole pages without anything around them, for frames in SharePoint, Teams or another site.

They are files of their own, whatever the host: it would put its header around them, index them and take time for each.
Their drawings are those of the pages that they lead to, so that they cost hardly more than their bytes.
"""

from __future__ import annotations

import functools
import posixpath
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from stip.fragments import placeholder
from stip.pages.addresses import HOME
from stip.pages.context import Context
from stip.pages.links import Here, page_url
from stip.pages.templating import fill, page_environment
from stip.pages.views.embed import EmbedMap, EmbedUnit, embed_map_view, embed_unit_view, outside, unit_title
from stip.processes import in_shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from stip.editions import Edition
    from stip.model import Roadmap
    from stip.pages.page import Page

_FEW = 30
"""So many are not worth a process of their own."""
_CUTS = ("map-wide", "map-middle", "map-phone")
_ANCHOR = re.compile(r"<a\b[^>]*>")
_HREF = re.compile(r'(?P<name>xlink:href)="(?P<href>[^"]*)"')
_DESCRIPTION = re.compile(r"(?P<tag><desc\b[^>]*>)[^<]*")
_DATA = re.compile(r'\sdata-[a-z-]+="[^"]*"')


def embed_files(
    roadmap: Roadmap,
    pages: tuple[Page, ...],
    *,
    directory_urls: bool,
    templates: Path | None = None,
    editions: tuple[Edition, ...] = (),
) -> Iterator[tuple[str, str]]:
    """Yield (path, HTML) of the map and of each department that has a path; `pages` are those of the site.

    `templates` is the folder with the site's own page templates; `editions` tell which steps are new or moved.
    Raises StipError when a template cannot be filled.
    """
    context = Context.of(roadmap, directory_urls=directory_urls, editions=editions)
    environment = page_environment(context.words, templates)
    drawn = {page.path: page.fragments for page in pages}

    def made(embed: _Embed) -> tuple[str, str]:
        html = fill(environment, embed.template, {"view": embed.view})
        for name in embed.drawings:
            svg = elsewhere(drawn[embed.origin][name], embed.origin, embed.here, embed.description)
            html = html.replace(placeholder(name), svg)
        return html_file(embed.here.path, directory_urls=directory_urls), f"{html}\n"

    yield from in_shares(lambda some: [made(embed) for embed in some], tuple(_embeds(context, drawn)), least=_FEW)


def html_file(path: str, *, directory_urls: bool) -> str:
    """Return the path of the file in which a page is published."""
    url = page_url(path, directory_urls=directory_urls)
    return f"{url}index.html" if url.endswith("/") else url


@dataclass(frozen=True)
class _Embed:
    """A page for a frame: where it stands, what it shows, and which drawings of which page stand in it."""

    here: Here
    template: str
    view: EmbedMap | EmbedUnit
    origin: str
    drawings: tuple[str, ...]
    description: str


def _embeds(context: Context, drawn: Mapping[str, Mapping[str, str]]) -> Iterator[_Embed]:
    """Yield every page: the map when there is one, and the departments that have a path."""
    addresses, words, roadmap = context.addresses, context.words, context.roadmap
    if cuts := tuple(cut for cut in _CUTS if cut in drawn.get(HOME, {})):
        here = context.at(addresses.embed_map)
        title = words("embed.map_title", name=roadmap.mission.programme.name)
        view = embed_map_view(here, outside(title, here.home(), here))
        told = words("embed.map_description", count=len(view.roads))
        yield _Embed(here, "embed_map.html", view, HOME, cuts, told)
    for unit in roadmap.units.values():
        page = addresses.unit(unit.id)
        if unit.steps and "path" in drawn.get(page, {}):
            here = context.at(addresses.embed_unit(unit.id))
            path = embed_unit_view(unit, here, outside(unit_title(unit, words), here.unit(unit), here))
            told = words("embed.path_description", count=len(unit.steps))
            yield _Embed(here, "embed_unit.html", path, page, ("path",), told)


def elsewhere(svg: str, origin: str, here: Here, description: str) -> str:
    """Return a drawing of page `origin` for a page in a frame: its links lead to the same places, each in a new tab.

    What only a script asks for is left out: such a page has none. `description` says in words what it shows there.
    """
    base = page_url(origin, directory_urls=here.context.directory_urls)

    @functools.cache
    def way(path: str) -> str:
        return _from(base, path, here)

    def lead(match: re.Match[str]) -> str:
        path, mark, anchor = match["href"].partition("#")
        return f'{match["name"]}="{way(path)}{mark}{anchor}"'

    def anchor(match: re.Match[str]) -> str:
        tag = _HREF.sub(lead, _DATA.sub("", match[0]))
        return f'<a target="_blank"{tag.removeprefix("<a")}'

    told = _DESCRIPTION.sub(lambda match: f"{match['tag']}{escape(description)}", svg, count=1)
    return _ANCHOR.sub(anchor, told)


def _from(base: str, path: str, here: Here) -> str:
    """Return where a link of the page at address `base` leads, as seen from here; no path is that page."""
    parts = urlsplit(path)
    if parts.scheme or parts.netloc:
        return path
    folder = posixpath.dirname(base)
    target = posixpath.normpath(posixpath.join(folder, path)) if path else base
    target = "" if target == "." else target
    slash = "/" if (path.endswith("/") or path in {".", ".."}) and target and not target.endswith("/") else ""
    return here.file(f"{target}{slash}")
