"""What is HTML goes around the host's Markdown, and nobody can tell: not readers, not searchers, not other plugins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from building import HOST, Project
from inside import build_inside
from samples import mkdocs_yml, roadmap
from stip.adapters.mkdocs.bodies import Bodies
from stip.adapters.mkdocs.plugin import StipPlugin
from stip.adapters.mkdocs.searching import Entries

SMALL = {**mkdocs_yml(plugins="[search, {stip: {posters: false, manual: false, embed: false}}]")}
HOOK = """
def on_page_markdown(markdown, page, config, files):
    assert 'stip-away' not in markdown
    if page.file.src_uri == 'afdelingen/unit-0.md':
        assert 'Zzunit 0' in markdown
        return markdown + '\\n\\nZz *added*.\\n'
    return markdown.replace('Zzanswer', 'Zzother')


def on_page_content(html, page, config, files):
    assert 'stip-away' not in html
    return html.replace('Zzunit 0', 'Zzseen')
"""


def test_the_site_is_the_same_as_through_markdown(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file, the search index too; and so when hooks change the Markdown or the HTML of our pages."""
    files = {**SMALL, **roadmap(departments=1, steps=2), "hook.py": HOOK}
    files["content/vragen/zzq.md"] = files["content/vragen/zzq.md"].replace(
        "Zzanswer.", "Zzanswer[^1], see [me](../missie.md#stip-horizon).\n\n## Zzhead\n\n[^1]: Zznote.\n"
    )
    files["mkdocs.yml"] += "markdown_extensions: [footnotes]\n"
    folder = project(files)
    plain = build_inside(folder, tmp_path / "site")
    with (folder / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    hooked = build_inside(folder, tmp_path / "hooked")
    assert b"Zz <em>added</em>" in hooked["afdelingen/unit-0/index.html"]
    assert b"Zzseen" in hooked["afdelingen/unit-0/index.html"]
    assert b"Zzother" in hooked["vragen/zzq/index.html"]
    monkeypatch.setattr(Bodies, "take", lambda _, markdown, *__: markdown)
    monkeypatch.setattr(Entries, "attend", lambda *_: None)
    assert build_inside(folder, tmp_path / "hooked-long") == hooked
    (folder / "mkdocs.yml").write_text(files["mkdocs.yml"])
    assert build_inside(folder, tmp_path / "long") == plain
    titles = {entry["title"] for entry in json.loads(plain["search/search_index.json"])["docs"]}
    assert {"Zzunit 0", "Zzhead"} <= titles


def test_templates_of_ones_own_may_hold_markdown(project: Project, tmp_path: Path) -> None:
    theme = mkdocs_yml(
        plugins="[search, {stip: {posters: false, manual: false, embed: false}}]",
        theme="{name: material, custom_dir: own}",
    )
    template = {"own/stip/pages/glossary.html": "<div markdown='1'>\n{{ next }}\n\n## Zz *own*\n\n{{ next }}\n</div>"}
    site = build_inside(project({**theme, **roadmap(departments=1, steps=2), **template}), tmp_path / "site")
    assert b"Zz <em>own</em>" in site["begrippen/index.html"]


def test_how_long_ours_took_is_told_to_who_asks(
    project: Project, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In the words that `mkdocs build --verbose` shows."""
    folder = project({**SMALL, **roadmap(departments=1, steps=2)})
    with caplog.at_level("DEBUG", logger=f"{HOST}.plugins.stip"):
        build_inside(folder, tmp_path / "site")
    (line,) = [record.getMessage() for record in caplog.records if " s of " in record.getMessage()]
    ours, whole = (float(part.removeprefix("stip: ").removesuffix(" s")) for part in line.split(" of "))
    assert 0 < ours < whole
    assert StipPlugin.on_page_markdown.__doc__
