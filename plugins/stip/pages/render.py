"""Render every page of the site from a roadmap: its drafts, with their drawings made and their templates filled."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, get_args

from stip.pages.addresses import HOME
from stip.pages.context import Context
from stip.pages.drafts import Draft, data_drafts, page_drafts
from stip.pages.manual import NO_MANUAL, Manual
from stip.pages.page import Page
from stip.pages.prints import NOTHING, Prints
from stip.pages.templating import fill, page_environment
from stip.pages.views.drawing import DrawingView, drawing_view
from stip.scene import draw_banner, draw_maps, draw_paths, map_sources, order_maps, path_graphs, path_sources
from stip.scene.spec import Cut

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from stip.diagrams.engine import Engine
    from stip.editions import Edition
    from stip.model import Roadmap
    from stip.problems import Problem

INSIDE_STYLE = "assets/stip/inside.css"
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
    editions: tuple[Edition, ...] = (),
    prints: Prints = NOTHING,
    problems: tuple[Problem, ...] = (),
    manual: Manual = NO_MANUAL,
    embed: bool = False,
) -> tuple[Page, ...]:
    """Render every page, in the order of the menu, each index before the pages under it.

    `templates` is a folder whose templates replace ours of the same name; `logo` is the site's own mark as
    SVG, which the templates get as `logo`; `files` are the sizes of files beside the pages, by path; `editions` are
    what was frozen for print, oldest first; `prints` is what people can print; `problems` is what the checks found;
    `manual` is what maintainers can read; `embed` tells whether there are pages for frames in other sites.
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
    pages = _render(page_drafts(context), environment, engine, context)
    # What the engine got is a file too: only now the page that lists all files can be made.
    sources = {path: len(text) for page in pages for path, text in page.sources.items()}
    context = replace(context, files={**context.files, **sources})
    return (*pages, *_render(data_drafts(context), environment, engine, context))


@dataclass
class _Drawn:
    """The drawings of a page by name, and what the engine got for them by path."""

    fragments: dict[str, str]
    sources: dict[str, bytes] = field(default_factory=dict)

    def add(self, name: str, svg: str, sources: Mapping[str, str] | None = None) -> None:
        """Add a drawing, with what the engine got for it by path."""
        self.fragments[name] = svg
        self.sources |= {path: text.encode() for path, text in (sources or {}).items()}


def _render(drafts: Iterable[Draft], environment: Environment, engine: Engine, context: Context) -> tuple[Page, ...]:
    """Make the drawings of all drafts, and fill their templates."""
    listed = tuple(drafts)
    drawn = _draw(listed, engine, context)
    return tuple(_page(draft, environment, drawn[draft.path], context) for draft in listed)


def _draw(drafts: tuple[Draft, ...], engine: Engine, context: Context) -> dict[str, _Drawn]:
    """Make all drawings of all pages at once: the engine starts few processes for many drawings."""
    found = {draft.path: _Drawn(dict(draft.pictures)) for draft in drafts}
    dot = context.addresses.dot
    for cut in get_args(Cut):
        name = f"map-{cut}"
        wanted = [(draft.path, draft.maps[name]) for draft in drafts if name in draft.maps]
        specs = [spec for _, spec in wanted]
        ordered = order_maps(specs, engine, cut=cut)
        for (path, spec), order, svg in zip(wanted, ordered, draw_maps(specs, engine, ordered, cut=cut), strict=True):
            sources = map_sources(spec, order) if cut == "wide" else {}
            found[path].add(name, svg, {dot(path, part): text for part, text in sources.items()})
    routes = [(draft.path, draft.route) for draft in drafts if draft.route]
    graphs = [path_graphs(spec) for _, spec in routes]
    drawn = draw_paths([spec for _, spec in routes], engine, graphs)
    for (path, route), graph, svg in zip(routes, graphs, drawn, strict=True):
        found[path].add("path", svg, {dot(path, part): text for part, text in path_sources(route, graph).items()})
    plain = draw_banner(None)
    for draft in drafts:
        if draft.has_banner:
            found[draft.path].add("banner", draw_banner(draft.banner) if draft.banner else plain)
    return found


def _page(draft: Draft, environment: Environment, drawn: _Drawn, context: Context) -> Page:
    values = {"view": draft.view, "has_prose": bool(draft.body.strip()), "drawn": _drawn(draft, context)}
    body = fill(environment, draft.template, values, draft.body)
    apart = {APART: fill(environment, draft.apart, values)} if draft.apart else {}
    return Page(
        path=draft.path,
        title=draft.menu or draft.frame.title,
        markdown=f"{_front_matter(draft, context.at(draft.path).feed_file)}\n{body}\n",
        fragments={**drawn.fragments, **apart},
        source=draft.source,
        section=draft.section,
        in_nav=bool(draft.menu),
        description=draft.frame.description,
        listed=not draft.hidden,
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
