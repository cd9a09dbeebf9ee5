"""The repository's own site: complete, closed to the outside, and with no link that leads nowhere."""

from __future__ import annotations

import json
from pathlib import Path

from building import ROOT
from crawling import dead_links, outside_requests, pages, repeated_ids
from stip.editions import edition_mark
from stip.loading import load


def test_every_page_is_there(example_site: Path) -> None:
    """One page for each unit, persona and question, and the pages that lead to them."""
    roadmap = load(ROOT / "roadmap.yaml").roadmap
    assert roadmap is not None
    wanted = {"index.html", "404.html"}
    wanted |= {
        f"{name}/index.html"
        for name in ("tijdlijn", "poster", "missie", "begrippen", "toegankelijkheid", "vragen", "personas")
    }
    wanted |= {f"afdelingen/{name}/index.html" for name in roadmap.units}
    wanted |= {f"personas/{name}/index.html" for name in roadmap.personas}
    wanted |= {f"vragen/{name}/index.html" for name in roadmap.questions}
    assert wanted <= set(pages(example_site))


def test_every_link_leads_somewhere(example_site: Path) -> None:
    """Inside drawings too, and to the place on the page."""
    assert dead_links(example_site) == []


def test_nothing_is_asked_from_outside(example_site: Path) -> None:
    """A closed network is enough to read the site."""
    assert outside_requests(example_site) == []


def test_ids_are_unique(example_site: Path) -> None:
    """Drawings do not get in each other's way."""
    assert list(repeated_ids(example_site)) == []


def test_search_knows_the_words_and_not_the_drawings(example_site: Path) -> None:
    """A step is found by its title; the noise of an SVG is not."""
    index = json.loads((example_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == ["nl"]
    roadmap = load(ROOT / "roadmap.yaml").roadmap
    assert roadmap is not None
    texts = {entry["location"]: f"{entry['title']} {entry['text']}" for entry in index["docs"]}
    everything = " ".join(texts.values())
    assert [step.title for step in roadmap.steps.values() if _as_html(step.title) not in everything] == []
    assert [place for place, text in texts.items() if "stip-drawing" in text or "<svg" in text] == []


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_its_prints_bear_the_name_of_the_newest_edition() -> None:
    """An edition of today's roadmap is there: what changes in the roadmap asks for a new one."""
    loaded = load(ROOT / "roadmap.yaml")
    assert loaded.roadmap is not None
    assert edition_mark(loaded.roadmap, loaded.editions).exact
