"""A site has its exports beside its pages, and they lead to places that are there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest

from stip.model import Roadmap
from stip.site import Site, build
from stip.spreadsheet.plan_sheet import plan_sheet

Make = Callable[..., Roadmap]

STEP = {"id": "step", "title": "Zzstep", "when": "2026-08-01", "kind": "celebration", "status": "done"}
PRACTICES: dict[str, list[dict[str, Any]]] = {
    "trainings": [{"id": "zz", "title": "Zztrain", "dates": [{"when": "2027-01-12", "start": "09:30"}]}],
    "celebrations": [{"id": "zz", "title": "Zzfeast", "when": "2026-10-01"}],
}


def contents(site: Site) -> dict[str, bytes]:
    """Return what the files beside the pages hold, by path."""
    return {file.path: file.content for file in site.assets if isinstance(file.content, bytes)}


@pytest.mark.parametrize("directory_urls", [True, False])
def test_exports_lead_to_places_that_are_there(make: Make, *, directory_urls: bool) -> None:
    site = build(make(STEP, practices=PRACTICES), directory_urls=directory_urls)
    files, pages = contents(site), {page.path: page.markdown for page in site.pages}
    tables = ("departments", "steps", "personas", "trainings", "celebrations")
    programs = ("praktijken.json", "roadmap.json", "roadmap.schema.json", "plan.xlsx")
    assert {path.removeprefix("gegevens/") for path in files if path.startswith("gegevens/")} == {
        *(f"{name}.csv" for name in tables),
        *programs,
        *("dot/map.dot", "dot/map.order.dot", "dot/afdelingen/one.dot"),
    }
    assert files["gegevens/plan.xlsx"] == plan_sheet(make(STEP, practices=PRACTICES))
    events: list[Any] = icalendar.Calendar.from_ical(files["meedoen/index.ics"]).walk("VEVENT")
    feed = ET.fromstring(files["vieringen/feed.xml"])  # noqa: S314 - our own text
    links = {str(event["url"]) for event in events}
    links |= {link.get("href", "") for link in feed.iter("{http://www.w3.org/2005/Atom}link")}
    root = "https://zz.example/route/"
    assert f"{root}vieringen/feed.xml" in links
    for link in links - {f"{root}vieringen/feed.xml"}:
        url, _, anchor = link.removeprefix(root).partition("#")
        path = f"{url}index.md" if f"{url}index.md" in pages else f"{url.removesuffix('.html').rstrip('/')}.md"
        assert path in pages, link
        assert not anchor or f'id="{anchor}"' in pages[path], link


@pytest.mark.parametrize(("language", "file"), [("nl", "gegevens/plan.xlsx"), ("en", "data/plan.xlsx")])
def test_without_the_extra_a_maintainer_is_told_once(
    make: Make, monkeypatch: pytest.MonkeyPatch, language: str, file: str
) -> None:
    assert build(make(STEP, language=language)).notes == ()
    monkeypatch.setattr("stip.site.can_write", lambda: False)
    site = build(make(STEP, language=language))
    (note,) = site.notes
    assert file in note
    assert 'pip install "mkdocs-stip[excel]"' in note
    assert file not in contents(site)


def test_a_feed_of_steps_alone_leads_home(make: Make) -> None:
    """Without practices there is no page of celebrations."""
    feed = ET.fromstring(contents(build(make(STEP)))["vieringen/feed.xml"])  # noqa: S314 - our own text
    found = [link.get("href") for link in feed.findall("{http://www.w3.org/2005/Atom}link[@rel='alternate']")]
    assert found == ["https://zz.example/route/"]
