"""A new site builds at once, strictly, and says what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from building import Built, build_strictly
from scaffold.sites import answers
from stip.scaffold import text_files, write_site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the usual Dutch site once, with posters and all."""
    folder = tmp_path_factory.mktemp("new")
    write_site(folder / "site", text_files(answers()))
    return build_strictly(folder / "site", folder / "out")


def test_the_first_build_says_nothing(built: Built) -> None:
    """No warning of ours, nor of the host."""
    assert built.ok, built.log
    assert "WARNING" not in built.log
    assert "stip" not in built.log.lower().replace(str(built.site.parent).lower(), "")


def test_every_page_is_there(built: Built) -> None:
    pages = {path.relative_to(built.site).as_posix().removesuffix("index.html") for path in built.site.rglob("*.html")}
    departments = {
        f"afdelingen/{name}/" for name in ("burgerzaken", "sociaal-domein", "ruimte-en-wonen", "bedrijfsvoering")
    }
    questions = {f"vragen/{name}/" for name in ("waarom", "wat-levert-het-op", "hoe", "hulp", "baan-zeker")}
    personas = {"personas/inwoners-helpen/", "personas/leidinggevende/"}
    own = {"", "afdelingen/", "vragen/", "personas/", "missie/", "begrippen/", "tijdlijn/", "mijn-route/", "poster/"}
    written = departments | questions | personas | own
    assert written <= pages
    more = {"404.html", "gegevens", "handleiding", "insluiten", "toegankelijkheid", "vieringen"}
    assert {page.split("/")[0] for page in pages - written} == more


def test_it_leads_nowhere_else(built: Built) -> None:
    """No page asks anything from another address, or links to one."""
    for page in built.site.rglob("*.html"):
        assert not re.findall(r"""(?:href|src|action)=["'](?:https?:)?//[^"']*""", page.read_text("utf-8")), page


def test_readers_see_that_it_is_an_example(built: Built) -> None:
    for page in ("missie/index.html", "vragen/hoe/index.html", "personas/leidinggevende/index.html"):
        assert "Dit is een voorbeeld." in built.text(page)
    assert "Dit antwoord is nog niet af." in built.text("vragen/baan-zeker/index.html")
    assert Path(built.site, "poster").is_dir()
