"""The tools of the tests do what the tests trust them to do."""

from pathlib import Path

import pytest

import browser
from serving import SiteServer
from tabs import OpenTab


def test_a_named_browser_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(browser.VARIABLE, "/no/such/chromium")
    with pytest.raises(browser.NoBrowserError, match="names '/no/such/chromium', but there is no such file"):
        browser.find_chromium()


@pytest.mark.browser
def test_a_served_folder_opens_in_chromium(tmp_path: Path, site_server: SiteServer, open_tab: OpenTab) -> None:
    (tmp_path / "index.html").write_text("<title>Stip</title>", encoding="utf-8")
    (tmp_path / "404.html").write_text("<title>Weg</title>", encoding="utf-8")
    page = open_tab()
    page.goto(site_server(tmp_path))
    assert page.title() == "Stip"
    answer = page.goto(site_server(tmp_path) + "nergens/")
    assert answer is not None
    assert (answer.status, page.title()) == (404, "Weg")
