"""What a live server makes after a change is, to the byte, what it would be if all were made."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from building import Project
from inside import another_process, files
from samples import mkdocs_yml, roadmap

PLUGINS = "[search, {stip: {posters: false, manual: false, embed: false}}]"
URL = "http://127.0.0.1:8000/"


class Live:
    """A live server without its network: what it builds at first, and after each change."""

    def __init__(self, project: Path, site: Path) -> None:
        self.site = site
        self.rebuilt: list[str] = []
        serve_url, is_clean, is_dirty = URL, False, False

        def get_config() -> Any:
            return load_config(str(project / "mkdocs.yml"), site_dir=str(site), site_url=URL)

        def builder(config: Any = None) -> None:
            self.rebuilt.append("all")
            build(config or get_config(), serve_url=None if is_clean else serve_url, dirty=is_dirty)

        self.builder: Callable[[], None] = builder
        config = get_config()
        config.plugins.on_startup(command="serve", dirty=False)
        builder(config)
        config.plugins.on_serve(self, config=config, builder=builder)

    def watch(self, *_: object) -> None:
        """Watch nothing: the test says when there is a change."""


def afresh(project: Path, site: Path) -> dict[str, bytes]:
    """Return all files of the site as a server that starts now would make them."""
    with another_process():
        Live(project, site)
    found = files(site)
    shutil.rmtree(site)
    return found


def dated(site: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in site.rglob("index.html")}


def change(file: Path, old: str, new: str) -> None:
    """Change a text in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    """Leave nothing for other tests."""
    with another_process():
        yield


def test_after_any_change_the_site_is_as_if_all_were_made(project: Project, tmp_path: Path) -> None:
    """Words, a mission, a question, a page of one's own, a department more and less, colours, a mistake and back."""
    given = {
        **mkdocs_yml(theme="{name: material, custom_dir: own}", plugins=PLUGINS),
        **roadmap(departments=1, steps=1),
        "content/meer.md": "# Meer\n\nMet [de missie](missie.md).\n",
        "own/stip/colours.yaml": "link: {light: '#164E87'}\n",
    }
    given["roadmap.yaml"] = given["roadmap.yaml"].replace("departments:", "include: [parts/*.yaml]\ndepartments:")
    unit = "departments:\n  - {id: extra, name: Zzextra, steps: [{id: e, title: Zze, when: 2028, goals: [doel]}]}\n"
    folder = project({**given, "parts/first.yaml": unit})
    live = Live(folder, tmp_path / "live")

    def same(*made: str) -> None:
        before = dated(live.site)
        live.builder()
        new = {path for path, when in dated(live.site).items() if before.get(path) != when}
        served, fresh = files(live.site), afresh(folder, tmp_path / "fresh")
        assert {path for path in served | fresh if served.get(path) != fresh.get(path)} == set()
        if made:
            assert {path.relative_to(live.site).as_posix() for path in new} == set(made)

    change(folder / "content/meer.md", "Met", "Zie ook")
    same("meer/index.html")
    change(folder / "content/meer.md", "# Meer", "# Nog meer")  # stands in every menu
    change(folder / "content/vragen/zzq.md", "Zz", "Yy")
    same()
    change(folder / "content/missie.md", "Zzmission", "Zzwhy")
    change(folder / "roadmap.yaml", "Zzunit 0", "Zzrenamed")
    (folder / "parts/second.yaml").write_text(unit.replace("extra", "fresh").replace("{id: e,", "{id: f,"))
    same()
    assert (live.site / "afdelingen/fresh/index.html").is_file()
    (folder / "parts/second.yaml").unlink()
    change(folder / "own/stip/colours.yaml", "#164E87", "#164E88")
    change(folder / "roadmap.yaml", "goals: [doel]", "goals: [deol]")
    live.builder()
    assert "stip-problems" in (live.site / "meer/index.html").read_text(encoding="utf-8")
    change(folder / "roadmap.yaml", "goals: [deol]", "goals: [doel]")
    same()
    assert not (live.site / "afdelingen/fresh").exists()
    change(folder / "mkdocs.yml", "site_name: Test", "site_name: Zzsite")
    same()
    assert live.rebuilt == ["all"]


def test_with_what_we_do_not_know_all_is_made(project: Project, tmp_path: Path) -> None:
    """A hook, an extension that reads other files; and so after a warning, which must be told each time."""
    given = {**mkdocs_yml(plugins=PLUGINS), **roadmap(departments=1, steps=1), "content/meer.md": "[Weg](weg.md)\n"}
    folder = project(given)
    live = Live(folder, tmp_path / "live")
    live.builder()
    assert live.rebuilt == ["all"] * 2
    (folder / "content/meer.md").write_text("# Meer\n")
    live.builder()
    live.builder()
    assert live.rebuilt == ["all"] * 3
    (folder / "mkdocs.yml").write_text(given["mkdocs.yml"] + "markdown_extensions: [pymdownx.snippets]\n")
    live.builder()
    live.builder()
    assert live.rebuilt == ["all"] * 4
    (folder / "hook.py").write_text("")
    (folder / "mkdocs.yml").write_text(given["mkdocs.yml"] + "hooks: [hook.py]\n")
    live.builder()
    live.builder()
    assert live.rebuilt == ["all"] * 6
