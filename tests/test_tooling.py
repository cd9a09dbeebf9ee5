"""The tools of the tests do what the tests trust them to do."""

import importlib
from pathlib import Path

import pytest

import browser
from building import ROOT
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


def test_the_benchmark_compares_with_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its reference has every word of a page, and no HTML."""
    monkeypatch.syspath_prepend(str(ROOT / "tools" / "bench"))
    html = """<main><p>Zzframe</p><div data-md-component="content"><h1>Zz <b>title</b></h1>
    <svg><text>Zzdrawn</text></svg><p>Zztext &amp; <a href="../x/">zzlink</a> * 1_2</p>
    <ul><li>Zzone</li><li>Zztwo<ul><li>Zzdeep</li></ul></li></ul>
    <table><tr><th>Zzhead</th><th>B</th></tr><tr><td>Zzcell</td><td>a|b</td></tr></table>
    <script>zz()</script></div></main>"""
    plain = importlib.import_module("plain").plain_page(html)
    assert plain.split("\n\n") == [
        "# Zz title",
        "Zztext &amp; zzlink \\* 1\\_2",
        "- Zzone\n- Zztwo\n    - Zzdeep",
        "| Zzhead | B |\n| --- | --- |\n| Zzcell | a\\|b |\n",
    ]


def test_the_benchmark_fails_on_a_gross_fault_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not on what is promised and not reached; on twice what was measured, by clock and processor, in every round."""
    monkeypatch.syspath_prepend(str(ROOT / "tools" / "bench"))
    figures, table, targets = map(importlib.import_module, ("figures", "table", "targets"))

    def kept(*values: float, processors: tuple[float, ...] = ()) -> tuple[bool, bool]:
        ones = (1.0,) * len(values)
        figure = figures.Figure(targets.COLD, "S", values, against=ones, processors=processors)
        return table.is_kept(figure), table.is_gross(figure)

    assert targets.promised(targets.COLD, "S") == 1.0
    far = targets.GUARDED[targets.COLD]["S"]
    assert kept(0.9, 1.0, 1.5) == (True, False)
    assert kept(1.1, 1.2, far + 1) == (False, False)
    assert kept(far + 1, far + 2, far + 3) == (False, True)
    assert kept(far + 1, far + 2, far + 3, processors=(1.2, 1.3, 1.4)) == (False, False)
    assert table.is_kept(figures.Figure(targets.DIFF, "S", (99.0,)))
