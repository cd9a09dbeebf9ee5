"""With the headers that `stip headers` gives, every page does all that it does, and nothing else is allowed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hosting.servers import answering, nginx
from stip import cli
from tabs import OpenTab, copied, settle

pytestmark = pytest.mark.browser

NOTE = """addEventListener("securitypolicyviolation", (event) => {
    console.error("refused", event.effectiveDirective, event.blockedURI, event.sample, location.href)
})"""
PAGES = (
    "afdelingen/burgerzaken/",
    "resultaten/",
    "handleiding/geld-invullen/",
    "insluiten/map/",
    "zoiets-is-er-niet/",
)
"""A page of each kind: a drawing, charts, Markdown with tables, a frame, what is not there; every page is a proof."""


@pytest.fixture(scope="module")
def guarded(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Serve the example with the headers of the file for nginx; its frames may stand in a site at a second address."""
    folder = tmp_path_factory.mktemp("headers")
    friend, file = folder / "friend", folder / "nginx.conf"
    friend.mkdir()
    with ExitStack() as stack:
        other = stack.enter_context(answering(friend, lambda _: {"Content-Type": "text/html"}))
        assert (
            cli.main(["headers", str(example_site), "--for", "nginx", "--frame-ancestors", other, "--out", str(file)])
            == 0
        )
        address = stack.enter_context(answering(example_site, nginx(file.read_text("utf-8"))))
        frames = "".join(
            f'<iframe src="{address}{path}" title="Zz"></iframe>' for path in ("insluiten/map/", "missie/")
        )
        (friend / "index.html").write_text(frames, encoding="utf-8")
        yield address, other


@pytest.fixture
def refused(page: Page) -> list[str]:
    """Return what the browser refuses in this tab, as it comes."""
    found: list[str] = []
    page.add_init_script(NOTE)
    page.on("console", lambda message: found.append(message.text) if "refused" in message.text.lower() else None)
    return found


def test_nothing_is_refused_on_any_kind_of_page(page: Page, guarded: tuple[str, str], refused: list[str]) -> None:
    for path in PAGES:
        page.goto(guarded[0] + path)
        settle(page)
    assert refused == []
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\" onclick=\"x()\">Zz</p>')")
    page.wait_for_function("true")
    assert any("style-src" in text for text in refused), "what a policy refuses is seen here"


def test_everything_works(page: Page, guarded: tuple[str, str], refused: list[str]) -> None:
    """Search, Mijn route with its data and its calendar, a filter, what a button copies."""
    page.goto(guarded[0])
    page.get_by_role("searchbox").fill("paspoort")
    expect(page.locator(".md-search-result__meta")).to_contain_text("overeenkom")
    page.goto(f"{guarded[0]}mijn-route/?afdeling=burgerzaken")
    expect(page.locator(".stip-my__title")).to_contain_text("Burgerzaken")
    with page.expect_download() as download:
        page.get_by_role("button", name="agenda").click()
    assert download.value.suggested_filename.endswith(".ics")
    page.goto(f"{guarded[0]}insluiten/")
    page.locator("details summary").first.click()
    page.get_by_role("button", name="Kopieer de code").first.click()
    assert "<iframe" in copied(page)
    assert refused == []


def test_a_frame_stands_where_it_may_and_nowhere_else(
    open_tab: OpenTab, page: Page, guarded: tuple[str, str], refused: list[str]
) -> None:
    """The map in the site that is named; an ordinary page there stays empty, and so does all in another site."""
    named = guarded[1]
    page.goto(named)
    expect(page.frame_locator("iframe").first.locator(".stip-embed__map")).to_be_visible()
    assert framed(page) == [True, False]
    assert refused == [], "within the frame nothing is"
    stranger = open_tab()
    stranger.goto(named.replace("127.0.0.1", "localhost"))
    assert framed(stranger) == [False, False]


def framed(page: Page) -> list[bool]:
    """Tell of each frame whether it shows the site; what a browser shows instead is its own."""
    return [frame.query_selector(".stip-content") is not None for frame in page.main_frame.child_frames]
