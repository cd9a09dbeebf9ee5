"""Whatever practices are called: a strict build succeeds, every link leads somewhere, and nothing is read as code."""

from __future__ import annotations

import csv
import io
import itertools
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from icalendar import Calendar
from playwright.sync_api import Page

from building import Built, build_strictly, write_project
from crawling import dead_links, outside_requests, repeated_ids
from large import Size, large
from serving import SiteServer
from stip.loading.codes import RULES
from stip.loading.weights import is_free
from stip.model import practice_kinds

NAMES = (
    "<script>alert(1)</script> & \"aanhaling\" 'enkel'",
    "</script><!-- x --> {{ een }} {% if %} [twee](javascript:alert) `drie` # vier",
    "&amp; &lt; %s {count} \\n $1",
    '=HYPERLINK("zz";"y")',
    "It âlde argyf yn Súdwest-Fryslân",
    "שלום עולם مرحبا",
    "🎉 Feest",
    "z" * 180,
    "Een heel lange naam " * 9,
    'zz;zz,zz\t"zz"',
)
WIDTHS = (360, 768)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Two practices of every kind with names of all sorts, one of them with id `index`."""
    size = Size(units=4, steps=12, practices=2 * len(practice_kinds()), personas=2, questions=2)
    found = large(size)
    head = yaml.safe_load(found["roadmap.yaml"])
    head["address"] = "https://zz.example"
    head["checks"] = {rule.code: "ignore" for rule in RULES.values() if is_free(rule.code)}
    found["roadmap.yaml"] = yaml.safe_dump(head)
    names = itertools.cycle(NAMES)
    for key in practice_kinds():
        listed = yaml.safe_load(found[f"roadmap/{key}.yaml"])[key]
        for practice in listed:
            practice["title"] = next(names).strip()
        found[f"roadmap/{key}.yaml"] = yaml.safe_dump({key: listed}, allow_unicode=True)
    return {name: text.replace("tool-0", "index").replace("training-0", "index") for name, text in found.items()}


@pytest.fixture(scope="module")
def built(files: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the site of these files."""
    folder = tmp_path_factory.mktemp("words")
    made = build_strictly(write_project(folder / "project", files), folder / "site")
    assert made.ok, made.log
    return made


def test_every_link_leads_somewhere(built: Built) -> None:
    assert dead_links(built.site) == []
    assert outside_requests(built.site) == []
    assert list(repeated_ids(built.site)) == []


def test_nothing_is_read_as_code(built: Built) -> None:
    """No name becomes a script or a link that runs one, and none is written twice over."""
    for page in built.site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert not re.search(r"<script>alert|=[\"']javascript:|&amp;lt;script", text), page


def test_exports_can_be_opened(built: Built, files: dict[str, str]) -> None:
    """A spreadsheet gets every name as it is and runs none; calendars and the feed are whole."""
    for path in built.site.rglob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
        if path.stem in practice_kinds():
            titles = {row[1].removeprefix("'") for row in rows[1:]}
            listed = yaml.safe_load(files[f"roadmap/{path.stem}.yaml"])[path.stem]
            assert titles == {one["title"].strip() for one in listed}
        assert len({len(row) for row in rows}) == 1, path
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))], path
    calendars = [Calendar.from_ical(path.read_bytes()) for path in built.site.rglob("*.ics")]
    assert any(str(event["summary"]) in NAMES for one in calendars for event in one.walk("VEVENT"))
    feeds = [ET.parse(path).getroot() for path in built.site.rglob("feed.xml")]  # noqa: S314 - our own
    assert all(len(feed) for feed in feeds)


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_long_words_fit(width: int, built: Built, page: Page, site_server: SiteServer) -> None:
    """A word that is longer than the window is broken; nothing is wider than the window."""
    address = site_server(built.site).rstrip("/")
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for path in sorted(Path(built.site).rglob("index.html")):
        page.goto(f"{address}/{path.parent.relative_to(built.site).as_posix()}/")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    assert wide == []
