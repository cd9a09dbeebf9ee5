"""The manual on the site: which pages there are, for whom, and what a maintainer finds there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crawling import dead_links
from samples import bare
from stip import site
from stip.loading.codes import RULES
from stip.manual import manual
from stip.model import Audience
from stip.text.words import LANGUAGES

UNITS = [{"id": "a", "name": "A", "steps": [{"id": "s", "title": "S", "when": "2027"}]}]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", list(Audience))
def test_every_chapter_has_an_address_of_its_own(language: str, audience: Audience) -> None:
    """No two pages at one address, no two parts at one anchor, no name that Windows keeps for itself."""
    book = manual(language, audience)
    paths = [chapter.path.lower() for chapter in book.chapters]
    assert len(paths) == len(set(paths))
    for chapter in book.chapters:
        anchors = [record.anchor for record in chapter.records]
        anchors += [message.anchor for message in chapter.messages]
        assert anchors
        assert len(anchors) == len(set(anchors))
        assert re.fullmatch(r"[a-z0-9/-]+\.md", chapter.path)
        assert not re.fullmatch(r"con|prn|aux|nul|(com|lpt)\d|index", Path(chapter.path).stem)
    assert set(book.codes.values()) <= set(paths)


def test_staff_get_no_lists_of_who_steers() -> None:
    """They have no use for them; who steers gets everything."""
    staff, steering = manual("nl", Audience.STAFF), manual("nl", Audience.STEERING)
    assert set(steering.codes) == {rule.code for rule in RULES.values()}
    assert set(steering.codes) - set(staff.codes) >= {"BG-01", "OR-02", "RS-08"}
    anchors = {one.anchor for chapter in staff.chapters for one in chapter.records}
    assert "training" in anchors
    assert not anchors & {"budget", "risk", "candidate", "case-cost"}


def test_a_site_has_a_manual_when_it_wants_one() -> None:
    """Hidden from searches; reached by one quiet link; a code has its own place."""
    roadmap = bare(UNITS)
    pages = {page.path: page for page in site.build(roadmap, manual=True).pages}
    codes = pages["handleiding/meldingen/id.md"]
    assert 'id="id-02"' in codes.fragments["apart"]
    assert "after: [ict-inlogen]" in codes.fragments["apart"]
    assert not codes.listed
    assert '"exclude": true' in codes.markdown
    assert all(not page.listed for path, page in pages.items() if path.startswith("handleiding/"))
    assert all(page.listed for path, page in pages.items() if path.startswith(("afdelingen/", "vragen/")))
    leading = [path for path, page in pages.items() if "handleiding" in page.markdown and page.listed]
    assert leading == ["toegankelijkheid.md"]
    assert max(len(page.markdown) + sum(map(len, page.fragments.values())) for page in pages.values()) < 300_000
    without = {page.path: page for page in site.build(roadmap).pages}
    assert not any(path.startswith("handleiding") for path in without)
    assert "handleiding" not in without["toegankelijkheid.md"].markdown


def test_for_another_host_its_pages_are_whole() -> None:
    """The part that goes around Markdown is filled in, has no empty line in it, and machines must not list it."""
    files = {file.path: file.content for file in site.build(bare(UNITS), manual=True).files()}
    text = files["handleiding/meldingen/dt.md"]
    assert isinstance(text, str)
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert "robots: noindex" in head
    assert 'data-stip="apart"' not in body
    part = body[body.index('<div class="stip-band"><div class="stip-wrap stip-manual">') :]
    assert "\n\n" not in part.rstrip("\n")
    assert "when: 2027-02-30" in part


def test_in_the_example(example_site: Path) -> None:
    """Every link of the manual leads somewhere; the site's own index has taken the place of ours."""
    page = (example_site / "handleiding" / "meldingen" / "ad" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "meldingen/ad/" not in (example_site / "search" / "search_index.json").read_text("utf-8")
    index = (example_site / "handleiding" / "index.html").read_text("utf-8")
    assert "De site komt uit gewone tekstbestanden" in index
    assert 'href="meldingen/id/"' in index
    assert re.search(
        r'<a[^>]* href="handleiding/"[^>]*>\s*Handleiding\b', (example_site / "index.html").read_text("utf-8")
    )
    assert [link for link in dead_links(example_site) if "handleiding" in str(link)] == []
