"""Whatever stands in whatever field: a strict build succeeds, every link leads somewhere, nothing is read as code."""

from __future__ import annotations

import csv
import io
import itertools
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from icalendar import Calendar
from playwright.sync_api import Page

from building import Built, build_strictly
from crawling import dead_links, outside_requests, repeated_ids
from evil import RUNNING, Sown, faults, sown, unshown, write_sown
from serving import SiteServer
from stip.model import practice_kinds
from tabs import resize

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
def made() -> Sown:
    """A practice of every kind with a name of some sort and evil texts in all other fields, one with id `index`."""
    found = sown(audience="steering", longest=33)
    files = dict(found.files)
    names = itertools.cycle(NAMES)
    for file in ("roadmap/open.yaml", "sturing/alles.yaml"):
        listed = yaml.safe_load(files[file])
        for practice in itertools.chain.from_iterable(listed.values()):
            practice["title"] = next(names).strip()
        files[file] = yaml.safe_dump(listed, allow_unicode=True)
    return Sown({name: text.replace("id-tools", "index") for name, text in files.items()}, found.texts)


@pytest.fixture(scope="module")
def built(made: Sown, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the site of these files, for those who steer: it has all that staff get, and more."""
    folder = tmp_path_factory.mktemp("words")
    found = build_strictly(write_sown(folder / "project", made), folder / "site")
    assert found.ok, found.log
    return found


def test_every_link_leads_somewhere(built: Built) -> None:
    assert dead_links(built.site) == []
    assert outside_requests(built.site) == []
    assert list(repeated_ids(built.site)) == []


def test_nothing_can_run(built: Built) -> None:
    """Of no text in any field comes an element, an attribute or an address."""
    assert list(faults(built.site)) == []


def test_every_text_is_shown_as_it_was_written(built: Built, made: Sown) -> None:
    """Not as Markdown, a template or an entity: what stands in a field is what people read."""
    assert list(unshown(built.site, made.texts)) == []


def test_exports_can_be_opened(built: Built, made: Sown) -> None:
    """A spreadsheet gets every name as it is and runs none; calendars and the feed are whole."""
    listed = {**yaml.safe_load(made.files["roadmap/open.yaml"]), **yaml.safe_load(made.files["sturing/alles.yaml"])}
    for path in built.site.rglob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
        if path.stem in practice_kinds():
            titles = {row[1].removeprefix("'") for row in rows[1:]}
            assert titles == {one["title"].strip() for one in listed[path.stem]}
        assert len({len(row) for row in rows}) == 1, path
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))], path
    calendars = [Calendar.from_ical(path.read_bytes()) for path in built.site.rglob("*.ics")]
    assert any(str(event["summary"]) in NAMES for one in calendars for event in one.walk("VEVENT"))
    feeds = [ET.parse(path).getroot() for path in built.site.rglob("feed.xml")]  # noqa: S314 - our own
    assert all(len(feed) for feed in feeds)


@pytest.mark.browser
def test_long_words_fit(built: Built, page: Page, site_server: SiteServer) -> None:
    """A word that is longer than the window is broken, nothing is wider than the window, and no text runs."""
    address = site_server(built.site).rstrip("/")
    wide = []
    for path in sorted(Path(built.site).rglob("index.html")):
        page.goto(f"{address}/{path.parent.relative_to(built.site).as_posix()}/")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        for width in WIDTHS:
            resize(page, width)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((path, width))
        assert page.evaluate(RUNNING) == [], path
    assert wide == []
