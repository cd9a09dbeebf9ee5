"""Render every page of the site from a roadmap: its drafts, with their drawings made and their templates filled."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, get_args

from stip.cache import Cache
from stip.pages.addresses import HOME
from stip.pages.album import ROUTE, Wanted, draw, map_name
from stip.pages.context import Context
from stip.pages.draft import Draft, Part
from stip.pages.drafts import data_drafts, page_drafts
from stip.pages.manual import NO_MANUAL, Manual
from stip.pages.page import Page
from stip.pages.prints import NOTHING, Prints
from stip.pages.templating import fill, page_environment, prose_block
from stip.pages.views.drawing import DrawingView, drawing_view
from stip.processes import in_shares
from stip.scene import draw_banner
from stip.scene.spec import Cut, MapSpec, PathSpec

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from stip.diagrams.engine import Engine
    from stip.editions import Edition
    from stip.model import Roadmap
    from stip.problems import Problem

INSIDE_STYLE = "assets/stip/inside.css"
NOTHING_KEPT = Cache(None)
_FEW = 12
"""So many pages are not worth a process of their own."""
APART = "apart"
"""The name of the part of a page that goes around Markdown."""


def render_pages(
    roadmap: Roadmap,
    *,
    directory_urls: bool,
    engine: Engine,
    templates: Path | None,
    logo: str | None = None,
    files: Mapping[str, int] | None = None,
    sizes: Callable[[], Mapping[str, int]] = dict,
    editions: tuple[Edition, ...] = (),
    prints: Prints = NOTHING,
    problems: tuple[Problem, ...] = (),
    manual: Manual = NO_MANUAL,
    embed: bool = False,
    cache: Cache = NOTHING_KEPT,
) -> tuple[Page, ...]:
    """Render every page, in the order of the menu, each index before the pages under it.

    `templates` is a folder whose templates replace ours of the same name; `logo` is the site's own mark as
    SVG, which the templates get as `logo`; `files` are the files beside the pages by path, with their sizes in bytes or
    0, and `sizes` tells in the end the sizes that take time to know; `editions` are what was frozen for print, oldest
    first; `prints` is what people can print; `problems` is what the checks found; `manual` is what maintainers read;
    `embed` tells whether there are pages for frames in other sites; `cache` is where drawings are kept between builds.
    Raises EngineError when a drawing cannot be made.
    """
    context = Context.of(
        roadmap,
        directory_urls=directory_urls,
        files=files,
        editions=editions,
        prints=prints,
        problems=problems,
        manual=manual,
        embed=embed,
    )
    environment = page_environment(context.words, templates, logo, brief=context.is_brief)
    pages = _render(page_drafts(context), environment, engine, cache, context)
    # What the engine got is a file too: only now the page that lists all files can be made.
    sources = {path: len(text) for page in pages for path, text in page.sources.items()}
    context = replace(context, files={**context.files, **sources, **sizes()})
    return (*pages, *_render(data_drafts(context), environment, engine, cache, context))


@dataclass
class _Drawn:
    """The drawings of a page by name, and what the engine got for them by path."""

    fragments: dict[str, str]
    sources: dict[str, bytes] = field(default_factory=dict)


def _render(
    parts: Iterable[Part], environment: Environment, engine: Engine, cache: Cache, context: Context
) -> tuple[Page, ...]:
    """Draft all pages and fill their templates, and make their drawings."""

    def filled(some: Sequence[Part]) -> list[tuple[tuple[Draft, _Filled], ...]]:
        # What a page shows is only for its template: it would take as long to hand over as to make.
        drafted = [tuple(make()) for make in some]
        return [tuple((replace(one, view=None), _fill(one, environment, context)) for one in part) for part in drafted]

    made: list[tuple[tuple[Draft, _Filled], ...]] = in_shares(filled, tuple(parts), least=_FEW)
    pages = tuple(itertools.chain.from_iterable(made))
    drawn = _draw(tuple(draft for draft, _ in pages), engine, cache, context)
    return tuple(_page(draft, drawn[draft.path], texts, context) for draft, texts in pages)


def _draw(drafts: tuple[Draft, ...], engine: Engine, cache: Cache, context: Context) -> dict[str, _Drawn]:
    """Make all drawings of all pages at once."""
    found = {draft.path: _Drawn(dict(draft.pictures)) for draft in drafts}
    wanted = [Wanted(draft.path, name, spec) for draft in drafts for name, spec in _specs(draft)]
    for one, drawing in zip(wanted, draw(wanted, engine, cache), strict=True):
        page, dot = found[one.path], context.addresses.dot
        page.fragments[one.name] = drawing.svg
        page.sources |= {dot(one.path, part): text.encode() for part, text in drawing.sources.items()}
    return found


def _specs(draft: Draft) -> Iterator[tuple[str, MapSpec | PathSpec]]:
    for name in (map_name(cut) for cut in get_args(Cut)):
        if name in draft.maps:
            yield name, draft.maps[name]
    if draft.route:
        yield ROUTE, draft.route


@dataclass(frozen=True)
class _Filled:
    """The body of a page, and what goes around Markdown by its name."""

    body: str
    fragments: Mapping[str, str]


def _fill(draft: Draft, environment: Environment, context: Context) -> _Filled:
    values = {"view": draft.view, "has_prose": bool(draft.body.strip()), "drawn": _drawn(draft, context)}
    body = fill(environment, draft.template, values, draft.body)
    banner = {"banner": draw_banner(draft.banner)} if draft.has_banner else {}
    return _Filled(body, banner | ({APART: fill(environment, draft.apart, values)} if draft.apart else {}))


def _page(draft: Draft, drawn: _Drawn, filled: _Filled, context: Context) -> Page:
    return Page(
        path=draft.path,
        title=draft.menu or draft.frame.title,
        markdown=f"{_front_matter(draft, context.at(draft.path).feed_file)}\n{filled.body}\n",
        fragments={**drawn.fragments, **filled.fragments},
        source=draft.source,
        section=draft.section,
        in_nav=bool(draft.menu),
        description=draft.frame.description,
        listed=not draft.hidden,
        prose=prose_block(draft.body) if draft.body.strip() else "",
        sources=drawn.sources,
    )


def _drawn(draft: Draft, context: Context) -> DrawingView | None:
    """Show what belongs to the drawing of a page, if it has one."""
    lanes = draft.maps["map-wide"].lanes if draft.maps else ()
    stops = draft.route.stops if draft.route else tuple(stop for lane in lanes for stop in lane.stops)
    if not draft.route and not lanes:
        return None
    steps = {stop.id: stop.data for stop in stops}
    name, picture = ("path", "path") if draft.route else ("map-wide", "map")
    return drawing_view(name, steps, context.at(draft.path), picture=picture)


def _front_matter(draft: Draft, feed: str) -> str:
    """Write the front matter: JSON strings, because every one of them is also YAML.

    Title and description are HTML already, because hosts put them into their templates as they are.
    """
    meta = {
        "title": escape(draft.frame.title),
        "description": escape(draft.frame.description),
        "template": "stip.html",
        "hide": ["navigation", "toc"],
        "stip_section": draft.section,
        **({"search": {"exclude": True}} if draft.hidden else {}),
        **({"stip_script": draft.script} if draft.script else {}),
        **({"stip_feed": feed} if feed else {}),
        "stip_styles": [*([INSIDE_STYLE] if draft.path != HOME else []), *draft.styles],
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
    return "\n".join(["---", *lines, "---", ""])
