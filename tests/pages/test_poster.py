"""The page of the poster: there when there are steps, and never with a link to what is not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stip.diagrams.engine import find_engine
from stip.model import Roadmap
from stip.pages import Page, render_pages
from stip.pages.prints import PrintFile, Prints
from stip.pages.views.items import size_text
from stip.text.words import words_for

Render = Callable[..., dict[str, Page]]
Make = Callable[..., Roadmap]

POSTER = PrintFile("poster/a0.pdf", b"x" * 1234567, "shop", "poster", "a0", 1189, 841)
SHEET = PrintFile(
    "poster/team-one.pdf", b"x" * 54321, "team", "team", "a4", sheets=1, on="a4", name="Zzone", unit="one"
)
DRAWN = PrintFile("poster/a0.svg", "<svg/>", "screen", "svg", "a0", 1189, 841)
PREVIEW = '<svg class="stip-drawing stip-drawing--poster" role="img" aria-label="Zzposter"></svg>'


@pytest.fixture
def printed(full: Roadmap) -> dict[str, Page]:
    """Return the pages of a site with a few prints."""
    prints = Prints((POSTER, SHEET, DRAWN), PREVIEW, DRAWN)
    made = render_pages(full, directory_urls=True, engine=find_engine(), templates=None, prints=prints)
    return {page.path: page for page in made}


def test_without_prints_the_page_says_so_and_offers_nothing(full: Roadmap, render: Render) -> None:
    pages = render(full)
    page = pages["poster/index.md"]
    assert page.in_nav
    assert "In deze versie van de site staan ze er niet" in page.markdown
    assert " download>" not in page.markdown
    assert "stip-teaser" not in pages["index.md"].markdown
    assert '../tijdlijn/"' in page.markdown


def test_without_steps_there_is_no_page(make: Make, render: Render) -> None:
    assert "poster/index.md" not in render(make({"id": "one", "name": "Zzone"}))


def test_each_file_has_its_title_size_and_group(printed: dict[str, Page]) -> None:
    page = printed["poster/index.md"].markdown
    assert page.index("Voor de drukker") < page.index("Voor je team") < page.index("Voor op een scherm")
    assert 'href="a0.pdf" download>Poster A0<' in page
    assert "84 cm, 1,2 MB" in page
    assert "PDF, 1 vel A4, 54 kB" in page
    assert "Op je eigen printer" not in page
    assert printed["poster/index.md"].fragments["poster"] == PREVIEW


def test_home_shows_it_small_and_late(printed: dict[str, Page]) -> None:
    home = printed["index.md"].markdown
    assert '<img src="poster/a0.svg"' in home
    assert 'loading="lazy"' in home


def test_a_department_has_its_own_sheet_and_no_other(printed: dict[str, Page]) -> None:
    assert "Teamblad Zzone (PDF, 54 kB)" in printed["afdelingen/one.md"].markdown
    assert "Teamblad" not in printed["afdelingen/two.md"].markdown
    assert "De poster van alle paden" in printed["afdelingen/two.md"].markdown


def test_places_are_told_and_an_edition_without_a_page_is_no_link(make: Make, render: Render) -> None:
    unit = {"id": "one", "name": "Zzone", "steps": [{"id": "far", "title": "Zzfar", "when": "2028"}]}
    page = render(make(unit, prints=[{"place": "Zz<hall>", "edition": "zz1"}]))["poster/index.md"].markdown
    assert "Zz&lt;hall&gt;" in page
    assert "Editie zz1" in page
    assert "zz1/" not in page


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (1, "1 kB"),
        (999_499, "999 kB"),
        (999_500, "1,0 MB"),
        (1_000_000, "1,0 MB"),
        (1_949_999, "1,9 MB"),
        (12_345_678, "12,3 MB"),
    ],
)
def test_sizes_are_written_as_people_read_them(size: int, told: str) -> None:
    assert size_text(size, words_for("nl")) == told
