"""The page of data lists every file that there is, under what it is for."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from stip.diagrams import find_engine
from stip.model import Roadmap
from stip.pages import render_pages
from stip.site import build

Make = Callable[..., Roadmap]

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
        "Agenda's om te volgen": {"../afdelingen/one.ics", "../meedoen/index.ics"},
        "Nieuws om te volgen": {"../wijzigingen/feed.xml", "../afdelingen/one.xml"},
        "De tekeningen als graaf": {"dot/map.dot", "dot/map.order.dot", "dot/afdelingen/one.dot"},
        "Schema's": {"schema/roadmap.json", "roadmap.schema.json"},
        "Andere bestanden": {"wat-dan-ook.zip"},
    }
    assert found["Agenda's om te volgen"]["../afdelingen/one.ics"] == NAME
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
    assert {f"{folder}/{href}".replace(f"{folder}/../", "") for href in hrefs} == published
    assert "https://zz.example/" in text
