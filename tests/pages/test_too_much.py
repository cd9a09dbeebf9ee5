"""What is too much for one page: it has the first things, says how many more there are, and leads to each of them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from building import write_project
from large import Size, large
from pages.reading import dead, parsed
from stip.loading import load
from stip.model import Roadmap
from stip.pages import Page
from stip.pages import render as render_module
from stip.pages.addresses import Addresses
from stip.pages.render import _Drawn
from stip.pages.views import parts, personas, timeline
from stip.text.words import words_for

AsHtml = Callable[[Page], str]
Render = Callable[..., dict[str, Page]]
ADDRESSES = Addresses.of(words_for("nl"))
_SIZE = Size(units=24, steps=60, practices=240, personas=2, questions=2)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Roadmap:
    """Return a roadmap with several practices of every kind."""
    folder = write_project(tmp_path_factory.mktemp("crowded") / "project", large(_SIZE))
    found = load(folder / "roadmap.yaml", folder / "content").roadmap
    assert found
    return found


@pytest.fixture(autouse=True)
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw nothing: that takes most of the time, and is tested elsewhere."""
    monkeypatch.setattr(render_module, "_draw", lambda drafts, *_: {one.path: _Drawn({}) for one in drafts})


@pytest.fixture
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call a few things too much, so that a small site is a large one."""
    for name, limit in {"MOST": 8, "SMALL": 2, "PER_PAGE": 3, "CHARTS_PER_PAGE": 2}.items():
        monkeypatch.setattr(parts, name, limit)
    monkeypatch.setattr(personas, "MOST", 10)
    monkeypatch.setattr(personas, "_COMING", 4)
    monkeypatch.setattr(timeline, "MOST", 30)


@pytest.mark.usefixtures("low")
@pytest.mark.parametrize("directory_urls", [True, False])
def test_nothing_is_lost(crowded: Roadmap, render: Render, as_html: AsHtml, *, directory_urls: bool) -> None:
    """Every link holds, and no anchor stands twice.

    Each practice is where it was and, whole, on a page of its part; a persona's page names every department that has
    steps for it; a path of the timeline has a table of its own.
    """
    pages = render(crowded, directory_urls=directory_urls)
    assert dead(pages, as_html, directory_urls=directory_urls) == []
    ids = {path: re.findall(r' id="([^"]+)"', page.markdown) for path, page in pages.items()}
    assert {path for path, found in ids.items() if len(found) != len(set(found))} == set()
    part = ADDRESSES.topics["learning"].replace("index", "alle_training")  # type: ignore[index]
    assert {part, part.replace(".md", "_2.md")} <= set(pages)
    for practice in crowded.practices:
        path, anchor = ADDRESSES.practice(practice)
        assert not anchor or anchor in ids[path], practice.id
        beside = [name for name in pages if name.startswith(path.replace("index.md", "alle_"))]
        assert not anchor or not beside or any(anchor in ids[name] for name in (path, *beside)), practice.id
    persona = pages[ADDRESSES.persona("persona-0")].markdown
    assert "stappen, per afdeling" in persona
    assert persona.count('class="stip-benefit"') <= 4
    tables = [parsed(as_html(page)) for path, page in pages.items() if path.startswith("tijdlijn")]
    assert len(tables) > 1
    linked = {address.rsplit("#", 1)[-1] for one in tables for _, _, address in one.links}
    assert set(crowded.steps) <= linked
