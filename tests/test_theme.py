"""The frame around every page, in sites that are not the example, with a menu and template of their own."""

from __future__ import annotations

import re

import pytest

import samples
from building import Build, Built, Project

TOGGLES = """
theme:
  name: material
  custom_dir: own
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Zzdark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Zzlight}}
"""
MENU = """
nav:
  - index.md
  - Zzsection: [zz/one.md, zz/two.md]
"""


@pytest.fixture
def site(project: Project, build: Build) -> Built:
    """Build a site with a menu, a template and a palette of its own."""
    plugins = "plugins: [search, {stip: {posters: false, manual: false}}]"
    settings = f"site_name: Test\ndocs_dir: content\n{plugins}\n{TOGGLES}{MENU}"
    files = {
        **samples.roadmap(departments=1, steps=1),
        "mkdocs.yml": settings,
        "own/main.html": '{% extends "base.html" %}{% block announce %}Zzannounced{% endblock %}',
        "content/zz/one.md": "# One\n\nZzone.\n",
        "content/zz/two.md": "# Two\n\nZztwo.\n",
    }
    return build(project(files))


def test_the_frame_of_another_site(site: Built) -> None:
    """What a written page of such a site shows around its words."""
    assert site.process.stdout is not None
    page = site.text("zz/two/index.html")
    assert "Zzannounced" in page
    assert "Zzdark" in page
    header = page[page.index("<header") : page.index("</header>")]
    assert re.search(r'<a href="\.\./one/" aria-current="true">Zzsection</a>', header)
    assert len(re.findall(r"<(?:main|header|footer)\b", page)) == 3
    side = page[page.index('class="stip-side"') : page.index("</nav>", page.index('class="stip-side"'))]
    assert re.search(r'aria-current="page">Two</a>', side)
    assert '<html lang="nl"' in page


def test_a_wrong_address_leads_home(site: Built) -> None:
    """The page that is shown for an address without a page."""
    page = site.text("404.html")
    assert re.search(r"<title>\s*Deze weg loopt dood - Samen Vooruit\s*</title>", page)
    assert 'class="stip-button" href="/' in page


def test_no_page_asks_the_outside(site: Built) -> None:
    """No font, script, style or picture from elsewhere, and no credit line."""
    for page in sorted(site.site.rglob("*.html")):
        asked = re.findall(r'(?:<link[^>]*href|<script[^>]*src|<img[^>]*src)="(https?:[^"]*)"', page.read_text("utf-8"))
        assert asked == [], page
        assert "Made with" not in page.read_text("utf-8")
