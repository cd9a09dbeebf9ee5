"""The pages of a large organisation are light, whatever its shape: 400 departments with 20 steps each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from roadmaps import steps_of
from stip.diagrams.engine import find_engine
from stip.fragments import placeholder
from stip.model import Roadmap
from stip.pages.context import Context
from stip.pages.draft import Draft
from stip.pages.drafts import page_drafts
from stip.pages.render import NOTHING_KEPT, _render
from stip.pages.templating import page_environment
from stip.pages.views.embeds import embed_part_views, embeds_view
from stip.pages.views.home import home_view
from stip.pages.views.timeline import timeline_views

Make = Callable[..., Roadmap]
PAGE, HOME, FRAME = 1_000_000, 300_000, 10_000
"""The most bytes of a page, and of the home page; what the host puts around each."""
_TITLE = "Gegevensuitwisselingsovereenkomsten tussen samenwerkende gemeenten en wat daar verder bij hoort"


def _units(shape: str) -> Iterator[dict[str, Any]]:
    """Yield 400 departments beside each other, or 20 with 380 under them, or 3 groups of about 130."""
    tops = {"flat": 0, "nested": 20, "groups": 3}[shape]
    for place in range(400):
        id_ = f"u{place}"
        steps = [step | {"title": f"{step['title']} {_TITLE}"} for step in steps_of(id_, 20, all_kinds=True)]
        inside = {"part_of": f"u{place % tops}"} if tops and place >= tops else {}
        own = {} if shape == "groups" and place < tops else {"steps": steps}
        yield {"id": id_, "name": f"Zzafdeling met een lange naam {place}", **inside, **own}


@pytest.fixture(params=["flat", "nested", "groups"])
def context(request: pytest.FixtureRequest, make: Make) -> Context:
    """Return such an organisation on its way to pages."""
    return Context.of(make(*_units(request.param)), directory_urls=True, embed=True)


def test_pages_of_all_are_light_and_lose_nothing(context: Context) -> None:
    """Home, the timeline with all its tables, and the frames to paste: as they would be written."""
    (home,) = next(page_drafts(context))()
    timeline = context.at(context.addresses.timeline)
    tables = {path: Draft(path, "timeline.html", view, view.frame) for path, view in timeline_views(timeline)}
    frames = context.at(context.addresses.embed)
    whole = embeds_view(frames)
    parts = [Draft(path, "embeds.html", view, view.frame) for path, view in embed_part_views(whole, frames)]
    drafts = [home, *tables.values(), Draft(frames.path, "embeds.html", whole, whole.frame), *parts]
    pages = _render([lambda: drafts], page_environment(context.words, None), find_engine(), NOTHING_KEPT, context)
    sizes = {
        page.path: FRAME
        + len(page.markdown.encode())
        + sum(len(svg.encode()) for name, svg in page.fragments.items() if placeholder(name) in page.markdown)
        for page in pages
    }
    assert sizes[home.path] <= HOME, sizes[home.path]
    assert {path: size for path, size in sizes.items() if size > PAGE} == {}
    # Whatever a table has not, it leads to: each step stands in one, or on the page of the unit that a cell leads to.
    told = "".join(page.markdown for page in pages if page.path in tables)
    assert all(f"afdelingen/{unit.id}/" in told for unit in context.roadmap.units.values() if unit.steps)
    pasted = "".join(page.markdown for page in pages if page.path.startswith("insluiten/"))
    assert all(f'id="{unit.id}"' in pasted for unit in context.roadmap.units.values() if unit.steps)
    # On the home page few lines, each of which leads on, and a field to look for a name.
    view = home_view(context.at("index.md"))
    assert 0 < len(view.areas) <= 20
    assert (view.finding, view.groups) == ("afdelingen/", ())
