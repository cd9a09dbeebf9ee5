"""The organisations that are measured, and their projects: one with Stip, one with the same words as plain Markdown."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plain import plain_page
from running import Run, built

from large import LARGE, Size, large

SIZES: Mapping[str, Size] = {
    "S": Size(units=12, steps=120, practices=140, personas=4, questions=20, tops=12),
    "M": Size(units=100, steps=1_500, practices=700, personas=6, questions=60, tops=100),
    "L": Size(units=400, steps=8_000, practices=2_000, personas=6, questions=100, tops=400),
    "XL": LARGE,
}
"""How large each is; all departments of the first three stand beside each other, those of the last in three levels."""
CHECKED_ONLY = ("XL",)
"""What is read and compared, and not built."""

_OWN = "site_name: Stip\ndocs_dir: content\ntheme: material\nplugins: [search, {stip: {posters: false}}]\n"
_BARE = "site_name: Kaal\ndocs_dir: content\ntheme: {name: material, language: nl}\nplugins: [search]\n"
FRAMES = ("insluiten/",)
"""Pages without the host's frame: files of ours, which no host builds."""


@dataclass(frozen=True)
class Organisation:
    """An organisation of one size, in a folder of its own."""

    name: str
    size: Size
    folder: Path

    @functools.cached_property
    def own(self) -> Path:
        """The project with Stip, written."""
        return write(self.folder / "own", {"mkdocs.yml": _OWN, **large(self.size)})

    @functools.cached_property
    def first(self) -> Run:
        """The first build: the modules are compiled in it, and the bare project is made of what it built."""
        return self.build(self.own)

    @functools.cached_property
    def bare(self) -> Path:
        """The project without Stip, written: every page of ours as plain Markdown, in the folder in which ours is."""
        assert self.first
        site = self.own / "site"
        pages = {file.relative_to(site).parent.as_posix(): file for file in sorted(site.rglob("index.html"))}
        texts = {
            f"content/{'index.md' if path == '.' else f'{path}.md'}": plain_page(file.read_text("utf-8"))
            for path, file in pages.items()
            if not path.startswith(FRAMES)
        }
        return write(self.folder / "bare", {"mkdocs.yml": _BARE, **texts})

    def build(self, project: Path, *, cold: bool = False) -> Run:
        """Build a project in a process of its own; when `cold`, with nothing of a build before."""
        if cold:
            shutil.rmtree(project / ".cache", ignore_errors=True)
            shutil.rmtree(project / "site", ignore_errors=True)
        return built(project)

    def copied(self, project: Path, name: str) -> Path:
        """Return a copy of a project, with all that builds left in it but the site."""
        return shutil.copytree(project, self.folder / name, ignore=shutil.ignore_patterns("site"))


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files, by their slash paths, to a folder and return it."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder
