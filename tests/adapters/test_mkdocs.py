"""The plugin in projects that are not ours: what it adds, what it leaves alone, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.config import load_config

from building import LOGGER, Build, Project, write_project
from crawling import dead_links, outside_requests, pages, repeated_ids
from samples import LONG_NAME, mkdocs_yml, roadmap
from stip import printing
from stip.cli import main
from stip.printing import Shelf


def test_a_foreign_project_needs_only_the_plugin(project: Project, build: Build) -> None:
    """`theme: material` and `plugins: [search, stip]` make a whole site."""
    built = build(project({**mkdocs_yml(plugins="[search, stip]"), **roadmap()}))
    assert built.ok, built.log
    assert (built.site / "poster" / "poster-a0.pdf").read_bytes().startswith(b"%PDF")
    assert {"index.html", "afdelingen/unit-0/index.html", "vragen/zzq/index.html"} <= set(pages(built.site))
    assert dead_links(built.site) == []
    assert outside_requests(built.site) == []
    assert list(repeated_ids(built.site)) == []


def test_html_addresses(project: Project, build: Build) -> None:
    """Without directory addresses every link follows, those in drawings too."""
    built = build(project({**mkdocs_yml(use_directory_urls="false"), **roadmap()}))
    assert built.ok, built.log
    assert "afdelingen/unit-0.html" in pages(built.site)
    assert dead_links(built.site) == []


@pytest.mark.parametrize("departments", [1, 3, 9, 14])
def test_any_number_of_departments(departments: int, project: Project, build: Build) -> None:
    """Nothing is placed by hand for one organisation; a very long name stays whole in words."""
    name = LONG_NAME[:180].strip()
    built = build(project({**mkdocs_yml(), **roadmap(departments=departments, steps=6, names={0: name})}))
    assert built.ok, built.log
    home = pages(built.site)["index.html"]
    assert name in home.texts
    linked = {address for tag, name, address in home.links if (tag, name) == ("a", "xlink:href")}
    for unit in range(departments):
        assert any(f"unit-{unit}/" in address for address in linked), f"unit-{unit} has no road that can be clicked"
    assert dead_links(built.site) == []


def test_own_page_wins(project: Project, build: Build) -> None:
    """A page that a user wrote at one of our addresses is kept, with a line of information."""
    own = {"content/tijdlijn.md": "# Mijn eigen tijdlijn\n"}
    built = build(project({**mkdocs_yml(), **roadmap(), **own}))
    assert built.ok, built.log
    assert "Mijn eigen tijdlijn" in built.text("tijdlijn/index.html")
    assert "tijdlijn.md" in built.log


def test_own_navigation_is_kept(project: Project, build: Build) -> None:
    """Our pages can be named in `nav:` by their path; ours is not added to it."""
    nav = {"nav": "[{Begin: index.md}, {Wie doet wat: afdelingen/index.md}, {Meer: meer.md}]"}
    built = build(project({**mkdocs_yml(**nav), **roadmap(), "content/meer.md": "# Meer\n"}))
    assert built.ok, built.log
    texts = pages(built.site)["index.html"].texts
    assert "Wie doet wat" in texts
    assert "Meer" in texts


def test_edit_links_point_at_the_source(project: Project, build: Build) -> None:
    """Where a repository is declared, a page leads to the YAML or Markdown that made it."""
    repository = {"repo_url": "https://git.example/o/r", "edit_uri": "edit/main/content/"}
    built = build(project({**mkdocs_yml(**repository), **roadmap()}))
    assert built.ok, built.log
    base = "https://git.example/o/r/edit/main"
    sources = {
        "afdelingen/unit-0/index.html": f"{base}/roadmap.yaml",
        "personas/pers/index.html": f"{base}/content/personas/pers.md",
        "vragen/zzq/index.html": f"{base}/content/vragen/zzq.md",
    }
    found = pages(built.site)
    for path, source in sources.items():
        assert source in {address for _, _, address in found[path].links}, path


def test_hostile_text_is_text(project: Project, build: Build) -> None:
    """What looks like HTML, Markdown, DOT or a placeholder is shown as it was written."""
    nasty = r"""<script>alert(1)</script> & "q" 'a' *b* _c_ `d` [e](f) \N \G %s {{ x }} <!--c--> &amp;"""
    placeholder = '<div class="stip-drawing" data-stip="map"></div>'
    names = {0: nasty, 1: placeholder}
    built = build(project({**mkdocs_yml(), **roadmap(names=names)}), "--no-strict")
    assert built.ok, built.log
    found = pages(built.site)
    assert nasty in found["afdelingen/unit-0/index.html"].texts
    assert placeholder in found["afdelingen/unit-1/index.html"].texts
    assert "<script>alert(1)" not in built.text("index.html")


def test_another_theme_is_refused_in_one_sentence(project: Project, build: Build) -> None:
    """Without Material there is nothing to dress."""
    theme = mkdocs_yml(theme="{name: null, custom_dir: own}")  # no host brings the same themes
    built = build(project({**theme, **roadmap(), "own/main.html": "<p>Zz</p>"}))
    assert not built.ok
    assert "Material for MkDocs" in built.log
    assert "Traceback" not in built.log


def test_theme_language_may_not_differ(project: Project, build: Build) -> None:
    """A Dutch roadmap in an English frame is a mistake that is told."""
    built = build(project({**mkdocs_yml(theme="{name: material, language: en}"), **roadmap()}))
    assert not built.ok
    assert "(en)" in built.log
    assert "(nl)" in built.log


def test_a_template_and_two_colours_can_be_overridden(project: Project, build: Build) -> None:
    """From the theme's custom folder, with nothing else to set."""
    own = {
        "own/stip/colours.yaml": 'link: {light: "#0B4F3C", dark: "#8FE0B4"}\nsun: {light: "#F6D062", dark: "#E8C04C"}',
        "own/stip/pages/glossary.html": '<section class="stip-band"><h1>Eigen woordenlijst</h1></section>\n',
    }
    built = build(project({**mkdocs_yml(theme="{name: material, custom_dir: own}"), **roadmap(), **own}))
    assert built.ok, built.log
    tokens = built.text("assets/stip/tokens.css")
    assert "#0B4F3C" in tokens
    assert "#8FE0B4" in tokens
    assert "Eigen woordenlijst" in pages(built.site)["begrippen/index.html"].texts
    assert not (built.site / "stip").exists()


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("own/stip/pages/hmoe.html", "<p>Zz</p>", "home.html"),
        ("own/stip/logo.svg", "<svg><script>alert(1)</script></svg>", "<script"),
        ("own/stip/logo.svg", '<svg onload="alert(1)"></svg>', "onload="),
    ],
)
def test_a_mistake_in_an_override_is_told(path: str, text: str, told: str, project: Project, build: Build) -> None:
    """A template that we do not have, a logo that could do more than be seen."""
    own = {path: text}
    built = build(project({**mkdocs_yml(theme="{name: material, custom_dir: own}"), **roadmap(), **own}))
    assert not built.ok
    assert Path(path).name in built.log
    assert told in built.log
    assert "Traceback" not in built.log


def test_a_folder_of_overrides_must_exist(project: Project, build: Build) -> None:
    """What was typed wrong does not pass in silence."""
    plugins = "[search, {stip: {overrides: nodir, posters: false, manual: false}}]"
    built = build(project({**mkdocs_yml(plugins=plugins), **roadmap()}))
    assert not built.ok
    assert "nodir" in built.log


def test_a_strict_build_says_that_it_is_strict(project: Project, build: Build) -> None:
    """Who sees only warnings must understand why nothing was built."""
    built = build(project({**mkdocs_yml(), **roadmap(names={0: "Zz <b>unit</b>"})}))
    assert not built.ok
    assert "deze build is streng" in built.log


def test_own_styles_come_after_ours(project: Project, build: Build) -> None:
    """So that a site's own rule wins."""
    own = {"content/own.css": "body { color: red }"}
    built = build(project({**mkdocs_yml(extra_css="[own.css]"), **roadmap(), **own}))
    styles = [
        address for tag, _, address in pages(built.site)["index.html"].links if tag == "link" and "css" in address
    ]
    assert [Path(style).name for style in styles][-1] == "own.css"


def test_search_language_follows_the_roadmap(project: Project, build: Build) -> None:
    """The search plugin is listed first, and still learns it."""
    built = build(project({**mkdocs_yml(), **roadmap(language="nl")}))
    assert json.loads(built.text("search/search_index.json"))["config"]["lang"] == ["nl"]


def test_what_is_left_out_is_told_by_plugin_and_command(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Once a build, and as information: a strict build stays good."""
    monkeypatch.setattr("stip.site.can_write", lambda: False)
    told = "De site heeft geen gegevens/plan.xlsx"
    folder = write_project(tmp_path / "project", {**roadmap(), **mkdocs_yml(plugins="[{stip: {posters: false}}]")})
    with caplog.at_level("INFO", logger=LOGGER):
        config = load_config(str(folder / "mkdocs.yml"), strict=True)
        config.plugins.run_event("config", config)
    (record,) = [record for record in caplog.records if told in record.getMessage()]
    assert record.levelname == "INFO"
    out = str(tmp_path / "out")
    assert main(["build", str(folder / "roadmap.yaml"), "--no-posters", "--no-manual", "--out", out]) == 0
    said = capsys.readouterr()
    assert said.err.count(told) == 1
    assert told not in said.out


def test_that_many_team_sheets_take_time_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A build that says nothing for a minute seems to hang; of a few sheets there is nothing to say."""
    monkeypatch.setattr(printing, "fill_shelf", lambda *_, **__: Shelf())
    settings = mkdocs_yml(plugins="[{stip: {manual: false, embed: false}}]")
    for count, told in ((30, 0), (31, 1)):
        folder = write_project(tmp_path / str(count), {**roadmap(departments=count, steps=1), **settings})
        caplog.clear()
        with caplog.at_level("INFO", logger=LOGGER):
            config = load_config(str(folder / "mkdocs.yml"))
            config.plugins.run_event("config", config)
        assert caplog.text.count(f"De posters en {count} teambladen worden gemaakt.") == told


def test_a_file_of_the_site_where_the_version_stands_is_told(project: Project, build: Build) -> None:
    """It cannot be in the site, and is not dropped in silence: a strict build fails."""
    built = build(project({**mkdocs_yml(), **roadmap(), "content/versie.json": "{}"}))
    assert not built.ok
    assert "content/versie.json: dit bestand komt niet op de site. Daar staat de versie.json" in built.log


def test_settings_that_are_inherited_are_part_of_the_version(project: Project, build: Build) -> None:
    """What a site is made with may stand in a file elsewhere."""
    base = {"deeper/base.yml": mkdocs_yml()["mkdocs.yml"]}
    built = build(project({"mkdocs.yml": "INHERIT: deeper/base.yml\n", **base, **roadmap()}))
    assert built.ok, built.log
    assert {"mkdocs.yml", "deeper/base.yml"} <= set(json.loads(built.text("versie.json"))["inputs"])
