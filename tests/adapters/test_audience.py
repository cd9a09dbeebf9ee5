"""Two sites from one project: a ribbon and no listing on every page of the one, and not a trace of it in the other."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files, get_files

from building import Build, Built, Project
from samples import mkdocs_yml, roadmap
from stip.adapters.mkdocs.plugin import StipPlugin

PLUGINS = "[search, {stip: {posters: false, manual: false, audience: !ENV [STIP_AUDIENCE, staff]}}]"
TOOL = "tools:\n  - {id: zqx-model, title: Zqxmodel, status: allowed}\n"
OWN = "# Van ons zelf\n\nZz.\n"
ROBOTS = '<meta name="robots" content="noindex">'
FRAMES = "insluiten/"
STEERING = {"STIP_AUDIENCE": "steering"}


@pytest.fixture
def folder(project: Project) -> Path:
    """Write a project of which a file is for those who steer."""
    files = {**mkdocs_yml(plugins=PLUGINS, repo_url="https://example.org/repo"), **roadmap(departments=1)}
    files["roadmap.yaml"] += "include_steering: [sturing/*.yaml]\n"
    return project({**files, "sturing/model.yaml": TOOL, "content/ons.md": OWN})


def _pages(built: Built) -> dict[str, str]:
    assert built.ok, built.log
    return {path.relative_to(built.site).as_posix(): path.read_text("utf-8") for path in built.site.rglob("*.html")}


def test_every_page_says_for_whom_it_is(folder: Path, build: Build) -> None:
    """Also one that people wrote themselves, and that of an address where nothing lives; to machines too."""
    pages = _pages(build(folder, environment=STEERING))
    assert {"index.html", "404.html", "ons/index.html", "sturing/kwaliteit/index.html"} <= set(pages)
    for path, text in pages.items():
        head, _, body = text.partition("</head>")
        assert head.count(ROBOTS) == 1, path
        assert body.count('class="stip-ribbon"') == 1, path
        assert "Deze pagina's staan niet in de site voor medewerkers." in unescape(body)
        assert "assets/stip/ribbon.css" in head
    assert "Zqxmodel" in pages["hulpmiddelen/index.html"]
    assert 'class="stip-only">Alleen sturing<' in pages["hulpmiddelen/index.html"]


def test_staff_see_no_trace_of_it(folder: Path, build: Build) -> None:
    """No ribbon, no style of it, no page and no link to the file."""
    pages = _pages(build(folder))
    assert {"index.html", "404.html", "ons/index.html"} <= set(pages)
    assert not any(path.startswith("sturing/") for path in pages)
    for path, text in pages.items():
        assert not any(word in text for word in ("stip-ribbon", "ribbon.css", '"stip-only"', "sturing/", "Zqx")), path
        # What stands in a frame of another site is found there, not by itself.
        assert (ROBOTS in text) == path.startswith(FRAMES), path


def _files(folder: Path, audience: str, monkeypatch: pytest.MonkeyPatch) -> Files:
    """Return the files that MkDocs publishes for an audience."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("STIP_AUDIENCE", audience)
    config = load_config("mkdocs.yml", site_dir=str(folder / audience))
    assert isinstance(config.plugins["stip"], StipPlugin)
    config = config.plugins.on_config(config)
    return config.plugins.on_files(get_files(config), config=config)


def test_only_those_who_steer_can_follow_a_link_to_edit_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a thing leads to the file in which it stands; staff have neither."""
    edits = {
        audience: {file.edit_uri for file in _files(folder, audience, monkeypatch) if file.edit_uri}
        for audience in ("staff", "steering")
    }
    assert edits["steering"] - edits["staff"] == {"../sturing/model.yaml"}
    assert not any("sturing" in edit for edit in edits["staff"])


def test_staff_get_nothing_of_their_folder_of_the_content(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No document and no page in it, whether or not a list names them; what lies beside it they do get."""
    named = "documents:\n  - {id: rapport, title: Rapport, file: sturing/rapport.pdf, accessible: true}\n"
    (folder / "sturing" / "stukken.yaml").write_text(named, encoding="utf-8")
    (folder / "content" / "sturing").mkdir()
    beside, theirs = ["open.pdf"], ["sturing/bijlage.pdf", "sturing/rapport.pdf", "sturing/verslag.md"]
    for name in (*beside, *theirs):
        (folder / "content" / name).write_text("Zqx", encoding="utf-8")
    staff = _files(folder, "staff", monkeypatch).src_uris
    assert [name for name in (*beside, *theirs) if name in staff] == beside
    steering = _files(folder, "steering", monkeypatch).src_uris
    assert [name for name in (*beside, *theirs) if name in steering] == [*beside, *theirs]


def test_no_site_is_built_over_the_other(folder: Path, build: Build) -> None:
    """Neither way: it is told, and what was there stays."""
    assert build(folder).ok
    refused = build(folder, environment=STEERING)
    assert not refused.ok
    assert "staat de site voor medewerkers, en dit is de site voor stuurgroep en directie" in refused.log
    assert 'class="stip-ribbon"' not in refused.text("index.html")
    assert build(folder).ok


def test_an_audience_that_does_not_exist_is_refused(folder: Path, build: Build) -> None:
    """It does not become the one or the other."""
    refused = build(folder, environment={"STIP_AUDIENCE": "stuurgroep"})
    assert not refused.ok
    assert "staff" in refused.log
    assert not refused.site.exists()
