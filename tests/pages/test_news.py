"""News of what changed: a piece for each edition, of everything and of each department, that keeps its name."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

from stip.editions import Edition, snapshot
from stip.model import Roadmap
from stip.pages.news import News, change_news
from stip.site import build

Make = Callable[..., Roadmap]

ATOM = "{http://www.w3.org/2005/Atom}"
STEP: dict[str, Any] = {"id": "a", "title": "Zza", "when": "2027-01"}
OTHER = {"id": "two", "name": "Zztwo", "steps": [{"id": "x", "title": "Zzx", "when": "2027"}]}


def unit(**more: Any) -> dict[str, Any]:
    """Make a department with one step, of which something is said otherwise."""
    return {"id": "one", "name": "Zzone", "steps": [{**STEP, **more}]}


def frozen(roadmap: Roadmap, name: str, day: str) -> Edition:
    """Freeze a roadmap on a day."""
    return snapshot(roadmap, name).model_copy(update={"date": dt.date.fromisoformat(day)})


def story(make: Make, **more: Any) -> tuple[Roadmap, tuple[Edition, ...]]:
    """Make a roadmap with two editions: each time one step comes later."""
    first = frozen(make(unit(), OTHER), "een", "2026-03-01")
    second = frozen(make(unit(when="2027-03"), OTHER), "twee", "2026-08-01")
    return make(unit(when="2027-06"), OTHER, **more), (first, second)


def told(make: Make, **more: Any) -> dict[str, News]:
    """Return the news of that roadmap by the name of its feed."""
    roadmap, editions = story(make, **more)
    return {news.name: news for news in change_news(roadmap, editions, directory_urls=True)}


def test_a_piece_for_each_edition_the_newest_until_today(make: Make) -> None:
    found = told(make)
    assert set(found) == {"changes", "changes-of/one"}
    first, second = found["changes"].pieces
    assert (first.id, first.title) == ("changes/een", "Veranderd van editie een naar twee")
    assert (second.id, second.title) == ("changes/twee", "Veranderd sinds editie twee")
    assert (first.day, second.day) == (dt.date(2026, 8, 1), dt.date(2026, 11, 16))
    assert first.text == "1 stap komt later\nBij: Zzone"


def test_a_department_hears_what_happened_to_its_steps_and_those_of_its_teams(make: Make) -> None:
    _, piece = told(make)["changes-of/one"].pieces
    assert piece.text.startswith("Zza: Dit komt later: juni 2027.")
    assert "papier" not in piece.text
    team = {"id": "team", "name": "Zzteam", "part_of": "one", "steps": [{"id": "t", "title": "Zzt", "when": "2027"}]}
    before = frozen(make(unit(), OTHER), "een", "2026-03-01")
    found = {news.name: news for news in change_news(make(unit(), OTHER, team), (before,), directory_urls=True)}
    for name in ("changes-of/one", "changes-of/team"):
        assert "Zzt: Dit is nieuw op het pad: 2027." in found[name].pieces[0].text
    assert "changes-of/two" not in found


def test_the_piece_of_the_newest_edition_keeps_its_name_when_the_next_is_made(make: Make) -> None:
    roadmap, editions = story(make)
    before = next(change_news(roadmap, editions, directory_urls=True)).pieces[-1]
    after = next(change_news(roadmap, (*editions, frozen(roadmap, "drie", "2026-11-16")), directory_urls=True)).pieces
    assert [piece.id for piece in after] == ["changes/een", "changes/twee"]
    assert before.id == after[-1].id
    assert after[-1].title == "Veranderd van editie twee naar drie"


def test_without_editions_or_changes_there_is_no_news(make: Make) -> None:
    roadmap, _ = story(make)
    assert list(change_news(roadmap, (), directory_urls=True)) == []
    assert list(change_news(roadmap, (frozen(roadmap, "een", "2026-03-01"),), directory_urls=True)) == []


def test_a_site_with_an_address_has_the_feeds(make: Make) -> None:
    roadmap, editions = story(make, address="https://zz.example/route")
    site = build(roadmap, editions=editions)
    files = {file.path: file.content for file in site.assets}
    pages = {page.path for page in site.pages}
    for path, page in (("wijzigingen/feed.xml", "wijzigingen/index.md"), ("afdelingen/one.xml", "afdelingen/one.md")):
        feed = ET.fromstring(files[path])  # noqa: S314 - our own text
        assert [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")] == [
            "2026-11-16T00:00:00Z",
            "2026-08-01T00:00:00Z",
        ]
        ids = [one.text for one in feed.iter(f"{ATOM}id")]
        assert len(ids) == len(set(ids)) == 3
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        root = "https://zz.example/route/"
        place = page.removesuffix(".md").removesuffix("/index")
        assert links == {"self": f"{root}{path}", "alternate": f"{root}{place}/"}
        assert page in pages
        for link in feed.iter(f"{ATOM}link"):
            if link.get("rel") == "alternate":
                there = str(link.get("href")).removeprefix(root).rstrip("/")
                assert {f"{there}.md", f"{there}/index.md"} & pages


def test_a_site_without_an_address_has_none(make: Make) -> None:
    roadmap, editions = story(make)
    assert not [file.path for file in build(roadmap, editions=editions).assets if file.path.endswith(".xml")]


def test_a_name_that_is_no_name_stays_text(make: Make) -> None:
    nasty = 'Zz <b>&amp; "]]>'
    roadmap, editions = story(make, address="https://zz.example")
    units = {**roadmap.units, "one": roadmap.units["one"].model_copy(update={"name": nasty})}
    site = build(dataclasses.replace(roadmap, units=units), editions=editions)
    feed = next(file.content for file in site.assets if file.path == "afdelingen/one.xml")
    assert ET.fromstring(feed).findtext(f"{ATOM}title") == f"Zzname: wat er is veranderd bij {nasty}"  # noqa: S314
