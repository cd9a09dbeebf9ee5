"""The site as a whole: the same bytes everywhere, one language, and the same files for another host."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from building import ROOT, Build, Project, build_strictly
from crawling import dead_links, outside_requests, pages
from machines import EXAMPLE, contents, copied, environment
from samples import mission, mkdocs_yml, roadmap
from stip.text.words import words_for
from stip.versions.version import read


def test_same_input_same_bytes(example_site: Path, tmp_path: Path) -> None:
    """On a machine where all but the content is another, the sitemap and the version included.

    Prints come from what is kept here: `tools/evidence/same.py` makes them there too. The files of those who steer are
    not there, and are missed nowhere.
    """
    elsewhere = copied([name for name in EXAMPLE if name != "sturing"], tmp_path, cache=True)
    built = build_strictly(elsewhere, tmp_path / "site", environment=environment(tmp_path / "home"))
    assert built.ok, built.log
    here, there = contents(example_site), contents(built.site)
    assert sorted(path for path in {*here, *there} if here.get(path) != there.get(path)) == []
    assert [path for path in read(here["versie.json"]).inputs if path.startswith("sturing/")] == []


def test_an_english_site_has_no_dutch_word_of_ours(project: Project, build: Build) -> None:
    """Every text of the Dutch catalogue that is not the same in English stays away."""
    files = {**mkdocs_yml(), **roadmap(language="en", departments=4), **mission("en", "Zzprogramme")}
    built = build(project(files))
    assert built.ok, built.log
    read = "\n".join(text for page in pages(built.site).values() for text in page.texts)
    read += "".join(re.findall(r'(?:title|aria-label|alt|placeholder|content)="([^"]*)"', _all_html(built.site)))
    english, dutch = words_for("en"), words_for("nl")
    said = set()
    for key, entry in dutch.entries.items():
        for form in [entry] if isinstance(entry, str) else entry.values():
            for part in re.split(r"\{\w+\}", form):
                words = part.strip(" .,:;()'\"")
                if len(words) > 3 and words not in _texts(english) and re.search(rf"\b{re.escape(words)}\b", read):
                    said.add((key, words))
    assert said == set()
    assert "/questions/" in "".join(f"/{path}" for path in pages(built.site))


def _texts(words: object) -> str:
    return "\n".join(str(entry) for entry in words.entries.values())  # type: ignore[attr-defined]  # Words


def _all_html(site: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html")))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    with zipfile.ZipFile(made) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_the_wheel_builds_a_site_elsewhere(wheel: Path, project: Project, build: Build) -> None:
    """Everything that a site needs is in the wheel: templates, words, fonts, drawings."""
    folder = project({**mkdocs_yml(), **roadmap()})
    built = build(folder, environment={"PYTHONPATH": str(wheel)})
    assert built.ok, built.log
    assert dead_links(built.site) == []
    assert outside_requests(built.site) == []
    assert "<svg" in built.text("index.html")


def test_files_for_another_host(project: Project, tmp_path: Path) -> None:
    """`stip build` writes every page with its drawings, hidden from search, and refuses a folder of others."""
    folder = project(roadmap())
    out = tmp_path / "out"
    command = [sys.executable, "-m", "stip", "build", "--no-posters", "--out", str(out)]
    for _ in range(2):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    home = (out / "index.md").read_text(encoding="utf-8")
    assert "<svg data-search-exclude" in home
    assert 'data-stip="' not in home
    assert (out / "assets" / "stip" / "tokens.css").is_file()
    command[-1] = str(folder)
    refused = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert (folder / "roadmap.yaml").is_file()
