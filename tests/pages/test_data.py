"""The page of data lists every file that there is, under what it is for."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from stip.diagrams import find_engine
from stip.editions import Edition, snapshot
from stip.model import Roadmap
from stip.pages import render_pages
from stip.site import build
from stip.text.words import LANGUAGES, words_for

Make = Callable[..., Roadmap]

MARK = "\N{RIGHT SINGLE QUOTATION MARK}"
NAME = 'Zzone "Súdwest" & zo'
UNITS: tuple[dict[str, Any], ...] = (
    {"id": "one", "name": NAME, "steps": [{"id": "s", "title": "Zzs", "when": "2027-02-08"}]},
)


def listed(roadmap: Roadmap, files: dict[str, int]) -> dict[str, dict[str, str]]:
    """Return the links of the page by the heading that they stand under: their texts, by address."""
    pages = render_pages(roadmap, directory_urls=True, engine=find_engine(), templates=None, files=files)
    data = re.compile(r"^(gegevens|data)/index\.md$")
    text = next(page.markdown for page in pages if data.match(page.path))
    found = {}
    for part in text.split("<section ")[1:]:
        title = re.search(r'<h2 class="stip-h2"[^>]*>(.*?)</h2>', part)
        links = re.findall(r'<a class="stip-list__title" href="([^"]*)"[^>]*>(.*?)</a>', part)
        assert title
        found[unescape(title[1])] = {unescape(href): unescape(text) for href, text in links}
    return found


def test_every_file_stands_there_by_what_it_is_for(make: Make) -> None:
    files = [
        *("gegevens/roadmap.json", "gegevens/plan.xlsx", "gegevens/steps.csv", "gegevens/trainings.csv"),
        *("gegevens/schema/roadmap.json", "gegevens/roadmap.schema.json", "gegevens/wat-dan-ook.zip"),
        *("afdelingen/one.ics", "meedoen/index.ics", "wijzigingen/feed.xml", "afdelingen/one.xml"),
    ]
    found = listed(make(*UNITS), dict.fromkeys(files, 2_500))
    names = {title: set(links) for title, links in found.items() if links}
    assert names == {
        "De hele roadmap in één bestand": {"roadmap.json", "plan.xlsx"},
        "Tabellen voor Excel": {"steps.csv", "trainings.csv"},
        f"Agenda{MARK}s om te volgen": {"../afdelingen/one.ics", "../meedoen/index.ics"},
        "Nieuws om te volgen": {"../wijzigingen/feed.xml", "../afdelingen/one.xml"},
        "De tekeningen als graaf": {"dot/map.dot", "dot/map.order.dot", "dot/afdelingen/one.dot"},
        f"Schema{MARK}s": {"schema/roadmap.json", "roadmap.schema.json"},
        "Andere bestanden": {"wat-dan-ook.zip"},
    }
    assert found[f"Agenda{MARK}s om te volgen"]["../afdelingen/one.ics"] == NAME
    assert found["Nieuws om te volgen"]["../wijzigingen/feed.xml"] == "Wat er is veranderd"
    assert found["Tabellen voor Excel"] == {"steps.csv": "Stappen", "trainings.csv": "Trainingen"}


def test_sizes_are_said_and_many_are_folded(make: Make) -> None:
    units = [{"id": f"u{i}", "name": f"Zz{i}"} for i in range(40)]
    files = {f"afdelingen/u{i}.ics": 2_500 for i in range(40)} | {"meedoen/index.ics": 1_234_567}
    pages = render_pages(make(*units), directory_urls=True, engine=find_engine(), templates=None, files=files)
    text = next(page.markdown for page in pages if page.path == "gegevens/index.md")
    assert "<summary>Nog 40 agenda" in unescape(text)
    assert text.index("Alle data bij elkaar") < text.index("<summary>")
    assert "1,2 MB" in text
    assert text.count("kB") == 40


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_listed_is_published(make: Make, language: str) -> None:
    """And what is published for other programs is listed, by its name."""
    site = build(make(*UNITS, language=language, address="https://zz.example"))
    folder = "gegevens" if language == "nl" else "data"
    text = next(page.markdown for page in site.pages if page.path == f"{folder}/index.md")
    hrefs = set(re.findall(r'<a class="stip-list__title" href="([^"]*)"', text))
    published = {file.path for file in site.assets if file.path.startswith(f"{folder}/") or file.path.endswith(".ics")}
    published.add("versie.json" if language == "nl" else "version.json")  # a host writes it when all else is there
    assert {f"{folder}/{href}".replace(f"{folder}/../", "") for href in hrefs} == published
    assert "https://zz.example/" in text


def page(roadmap: Roadmap, editions: tuple[Edition, ...] = ()) -> str:
    """Return the page of data of a whole site."""
    pages = build(roadmap, editions=editions).pages
    return unescape(next(page.markdown for page in pages if page.path == "gegevens/index.md"))


def test_it_says_why_there_are_no_feeds(make: Make) -> None:
    """Only a site that declares no address is told; one that does may just have no news."""
    why = words_for("nl")("data.not.feeds")
    assert why in page(make(*UNITS))
    assert why not in page(make(*UNITS, address="https://zz.example"))


def test_it_leads_to_how_it_was(make: Make) -> None:
    """To the page of changes, when there is one."""
    roadmap = make(*UNITS)
    frozen = snapshot(roadmap, "zzfirst")
    assert "/wijzigingen/" not in page(roadmap)
    text = page(roadmap, (frozen,))
    assert "(/wijzigingen/)" in text
    assert 'href="../wijzigingen/"' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_of_the_plan_are_named(language: str) -> None:
    words = words_for(language)
    told = words("data.file.plan.xlsx")
    assert [name for name in words.section("spreadsheet.sheets").values() if name not in told] == []
