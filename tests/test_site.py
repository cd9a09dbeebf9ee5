"""The site as a whole: one language, and the same files for another host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from building import Build, Project
from crawling import pages
from samples import mission, mkdocs_yml, roadmap
from stip.cli import GOOD, WRONG_USE, main
from stip.text.words import words_for


def test_an_english_site_has_no_dutch_word_of_ours(project: Project, build: Build) -> None:
    """Every text of the Dutch catalogue that is not the same in English stays away."""
    files = {**mkdocs_yml(), **roadmap(language="en", departments=4), **mission("en", "Zzprogramme")}
    built = build(project(files))
    assert built.ok, built.log
    read = "\n".join(text for page in pages(built.site).values() for text in page.texts)
    read += "".join(re.findall(r'(?:title|aria-label|alt|placeholder|content)="([^"]*)"', _all_html(built.site)))
    english, said = _texts(words_for("en")), set()
    for key, entry in words_for("nl").entries.items():
        for form in [entry] if isinstance(entry, str) else entry.values():
            for part in re.split(r"\{\w+\}", form):
                words = part.strip(" .,:;()'\"")
                # To look for a whole word takes long: only for what stands there at all.
                if (
                    len(words) > 3
                    and words in read
                    and words not in english
                    and re.search(rf"\b{re.escape(words)}\b", read)
                ):
                    said.add((key, words))
    assert said == set()
    assert "/questions/" in "".join(f"/{path}" for path in pages(built.site))


def _texts(words: object) -> str:
    return "\n".join(str(entry) for entry in words.entries.values())  # type: ignore[attr-defined]  # Words


def _all_html(site: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html")))


def test_files_for_another_host(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`stip build` writes every page with its drawings, hidden from search, and refuses a folder of others."""
    folder = project(roadmap())
    out = tmp_path / "out"
    monkeypatch.chdir(folder)
    command = ["build", "--no-posters", "--no-manual", "--out"]
    for _ in range(2):
        assert main([*command, str(out)]) == GOOD
    home = (out / "index.md").read_text(encoding="utf-8")
    assert "<svg data-search-exclude" in home
    assert 'data-stip="' not in home
    assert (out / "assets" / "stip" / "tokens.css").is_file()
    assert main([*command, str(folder)]) == WRONG_USE
    assert (folder / "roadmap.yaml").is_file()
