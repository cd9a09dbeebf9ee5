"""Fixtures: a browser, a served folder, a project in a temporary folder, a strict build, the example site."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from browser import find_chromium, launch_arguments
from building import HOST, ROOT, Build, Built, Project, build_strictly, write_project
from compiling import remember
from inside import build_here
from serving import SiteServer, served
from stip.model import Audience
from tabs import PATIENCE, OpenTab, read_whole_pages

if HOST != "mkdocs":
    # A fork that runs the plugins of MkDocs: whoever asks for MkDocs gets it, here too.
    importlib.import_module(f"{HOST}.replacement")

# The same examples on every run, and no limit of time that a busy machine could break.
_TIMED = [hypothesis.HealthCheck.too_slow]
hypothesis.settings.register_profile("stip", deadline=None, derandomize=True, suppress_health_check=_TIMED)
hypothesis.settings.load_profile("stip")
expect.set_options(timeout=PATIENCE * 1000)

_LONGEST = (
    "test_browser.py",
    "test_leak.py",  # not one that waits for the example, which the first builds
    "test_measured.py",
    "pages/test_any_words.py",
    "test_drawing.py",
    "adapters/test_mkdocs.py",
    "adapters/test_live_server.py",
    "test_wheel.py",
    "poster/test_team.py",
    "poster/test_tiles.py",
    "printing/test_shelf.py",
    "scaffold/test_built.py",
    "adapters/test_serving.py",
    "test_hosts.py",
    "test_route.py",
    "loading/test_cases.py",
)
"""The files that take longest, longest first, so that both workers end together: a wrong order costs time alone."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first; all else stays as it is."""
    places = {Path(__file__).parent / name: place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


@pytest.fixture(scope="session", autouse=True)
def _templates() -> Iterator[None]:
    """Compile each template once, however many sites the tests make."""
    with pytest.MonkeyPatch.context() as patch:
        remember(patch)
        yield


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a function that writes files, {slash path: text}, to a new folder and returns the folder.

    Texts are dedented. A minimal mkdocs.yml and an empty content/ are there unless the files say otherwise.
    """

    def write(files: Mapping[str, str]) -> Path:
        return write_project(tmp_path / "project", files)

    return write


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return `build(project, *mkdocs_arguments, environment=None)`: a strict build by the host's own command."""

    def run(project: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Built:
        return build_here(project, tmp_path / "site", *arguments, environment=environment)

    return run


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder of this repository's own site, built strictly once for all workers."""
    return _built_once(tmp_path_factory, worker_id, Audience.STAFF)


@pytest.fixture(scope="session")
def steering_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder of this repository's own site for those who steer, built likewise."""
    return _built_once(tmp_path_factory, worker_id, Audience.STEERING)


def _built_once(factory: pytest.TempPathFactory, worker_id: str, audience: Audience) -> Path:
    base = factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    site, done, log = (shared / f"example-{audience}{ending}" for ending in ("", ".ok", ".log"))
    with FileLock(shared / "example-site.lock"):  # one at a time: both take their prints from the same cache
        if not log.exists():
            built = build_strictly(ROOT, site, environment={"STIP_AUDIENCE": audience})
            log.write_text(built.log, encoding="utf-8")
            if built.ok:
                done.touch()
    if not done.exists():
        pytest.fail(f"The example site does not build:\n{log.read_text(encoding='utf-8')}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def site_server() -> Iterator[SiteServer]:
    """Return a function that serves a folder on 127.0.0.1 until the tests end and returns its address."""
    with ExitStack() as stack:
        addresses: dict[Path, str] = {}

        def serve(folder: Path) -> str:
            if folder not in addresses:
                addresses[folder] = stack.enter_context(served(folder))
            return addresses[folder]

        yield serve


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        read_whole_pages(patch)
        yield playwright


@pytest.fixture(scope="session")
def chromium(_playwright: Playwright) -> Iterator[Browser]:
    """Return a running Chromium, for a test to open its own context in. None is a failure, not a skip."""
    executable = find_chromium()
    if executable is None:
        pytest.fail("There is no Chromium to test with: run `python tests/browser.py`.", pytrace=False)
    arguments = launch_arguments()
    browser = _playwright.chromium.launch(executable_path=executable, args=arguments, timeout=PATIENCE * 1000)
    yield browser
    browser.close()


@pytest.fixture
def open_tab(chromium: Browser) -> Iterator[OpenTab]:
    """Return `open_tab(**options)`: a tab in a new, empty browser profile, with Playwright's options for a profile.

    Any error of a script on any of its pages fails the test.
    """
    errors: list[str] = []
    with ExitStack() as stack:

        def open_one(**options: Any) -> Page:
            made = stack.enter_context(chromium.new_context(**options))
            made.set_default_timeout(PATIENCE * 1000)
            # Noted, not raised: an exception in here would end the connection to the browser, and every later test.
            made.on("weberror", lambda event: errors.append(str(event.error)))
            return made.new_page()

        yield open_one
    assert errors == [], "a script on the page failed"


@pytest.fixture
def page(open_tab: OpenTab) -> Page:
    """Open one tab at desk size, which may use the clipboard and in which nothing moves by itself."""
    return open_tab(
        viewport={"width": 1440, "height": 900},
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )


@pytest.fixture
def context(page: Page) -> BrowserContext:
    """Return the browser profile of the tab."""
    return page.context


@pytest.fixture
def address(example_site: Path, site_server: SiteServer) -> str:
    """Serve the example site and return its address, with a slash at the end."""
    return site_server(example_site).rstrip("/") + "/"


@pytest.fixture
def steering_address(steering_site: Path, site_server: SiteServer) -> str:
    """Serve the example site for those who steer and return its address, with a slash at the end."""
    return site_server(steering_site).rstrip("/") + "/"
