"""Every server says the same of the same file: what it is, how long it keeps, what it may do and who may frame it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from hosting.servers import READ
from hosting.sites import built
from stip.hosting.apache import apache
from stip.hosting.built import Built, read_built
from stip.hosting.iis import iis
from stip.hosting.nginx import nginx
from stip.hosting.policy import PAPERS, fingerprint

WRITE: Final[Mapping[str, Callable[[Built], str]]] = {"nginx": nginx, "apache": apache, "iis": iis}
SHAREPOINT: Final = "https://elzenmeer.sharepoint.com"
TYPES: Final = {
    "/index.html": "text/html; charset=utf-8",
    "/afdelingen/zz.ics": "text/calendar; charset=utf-8",
    "/afdelingen/zz.xml": "application/atom+xml; charset=utf-8",
    "/sitemap.xml": "text/xml; charset=utf-8",
    "/gegevens/plan.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "/gegevens/roadmap.json": "application/json; charset=utf-8",
    "/gegevens/steps.csv": "text/csv; charset=utf-8",
    "/gegevens/dot/map.dot": "text/vnd.graphviz; charset=utf-8",
    "/poster/poster.pdf": "application/pdf",
    "/assets/stip/icon.svg": "image/svg+xml; charset=utf-8",
    "/assets/stip/fonts/zz.woff2": "font/woff2",
}


@pytest.mark.parametrize("server", WRITE)
def test_what_a_server_says(server: str, tmp_path: Path) -> None:
    site = read_built(built(tmp_path), (SHAREPOINT,))
    answer = READ[server](WRITE[server](site))
    assert {path: answer(path)["Content-Type"] for path in TYPES} == TYPES
    for path in TYPES:
        said = answer(path)
        assert said["X-Content-Type-Options"] == "nosniff"
        assert said["Referrer-Policy"] == "same-origin"
        assert "camera=()" in said["Permissions-Policy"]
        assert said["Cache-Control"] == ("max-age=2592000" if path.endswith("woff2") else "no-cache")
    page = answer("/index.html")["Content-Security-Policy"]
    assert fingerprint("scope()") in page
    assert fingerprint("missing()") in page, "the page of a wrong address too"
    assert page.endswith("frame-ancestors 'none'")
    for frame in ("/insluiten/map/index.html", "/insluiten/afdelingen/zz/index.html"):
        policy = answer(frame)["Content-Security-Policy"]
        assert policy.endswith(f"frame-ancestors 'self' {SHAREPOINT}")
        assert "sha256" not in policy
    assert answer("/insluiten/index.html")["Content-Security-Policy"] == page, "how to frame them is no frame"
    assert answer("/poster/poster.pdf")["Content-Security-Policy"] == PAPERS
    icon = answer("/assets/stip/icon.svg")["Content-Security-Policy"]
    assert "script-src 'none'" in icon or server == "iis"


@pytest.mark.parametrize("server", WRITE)
def test_of_who_steers_nothing_is_kept_or_framed(server: str, tmp_path: Path) -> None:
    answer = READ[server](WRITE[server](read_built(built(tmp_path, audience="steering"))))
    for path in (*TYPES, "/insluiten/map/index.html"):
        said = answer(path)
        assert said["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in said["Content-Security-Policy"] or path.endswith("pdf")


@pytest.mark.parametrize("server", WRITE)
def test_a_site_under_a_path_and_without_frames(server: str, tmp_path: Path) -> None:
    site = read_built(built(tmp_path, base="/dichterbij/", frames=False))
    text = WRITE[server](site)
    assert "frame-ancestors 'self';" not in text
    assert "/dichterbij/404.html" in text or server == "iis", "there a path counts from the site"


def test_frames_with_html_addresses(tmp_path: Path) -> None:
    """A file beside the page about frames is told apart from it."""
    folder = built(tmp_path)
    (folder / "insluiten" / "map" / "index.html").rename(folder / "insluiten" / "map.html")
    (folder / "insluiten" / "map").rmdir()
    site = read_built(folder, (SHAREPOINT,))
    assert site.frames == ("insluiten/afdelingen/", "insluiten/map.html")
    for server, write in WRITE.items():
        answer = READ[server](write(site))
        assert SHAREPOINT in answer("/insluiten/map.html")["Content-Security-Policy"]
        assert SHAREPOINT not in answer("/insluiten/map.htmlx.html")["Content-Security-Policy"]


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (read_built(built(tmp_path / name), (SHAREPOINT,)) for name in ("a", "b"))
    assert {name: write(one) for name, write in WRITE.items()} == {name: write(other) for name, write in WRITE.items()}
