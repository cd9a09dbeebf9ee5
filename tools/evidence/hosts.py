"""Build the example with every host, with the lowest and the newest versions, and with every Python that is here.

    python tools/evidence/hosts.py [--out DIR] [--kinds locked,lowest,newest] [--pythons python3.12,python3.13]
                                   [--hosts mkdocs,properdocs,zensical] [--no-suite]

`locked` are the versions of the tests, `lowest` those of requirements/lowest.txt, `newest` what the package index has.
Each combination must have the pages that the first has, and no dead link. At the end all tests run under ProperDocs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1]))
from environments import KINDS, environment, example

from crawling import dead_links, outside_requests, pages
from foreign_hosts import HOSTS, build_with

ROOT = Path(__file__).parents[2]
LOCKED = "locked"
HTML = "use_directory_urls: false\n"
"""Addresses that every host takes."""


class Found(NamedTuple):
    """What one combination made."""

    kind: str
    python: str
    host: str
    pages: tuple[str, ...]
    dead: tuple[str, ...]
    outside: tuple[str, ...]
    said: str
    """What a failed build said last; empty for a good one."""

    def faults(self, pages: tuple[str, ...]) -> list[str]:
        """Tell what is wrong with it, when these are the pages that there must be."""
        differ = sorted({*self.pages} ^ {*pages})
        found = [f"the build failed: {self.said}"] if self.said else [f"page: {page}" for page in differ]
        return [*found, *(f"dead: {link}" for link in self.dead), *(f"outside: {link}" for link in self.outside)]


def main() -> int:
    """Print a line for each combination; return 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="where the report goes")
    parser.add_argument("--kinds", default=",".join((LOCKED, *KINDS)))
    parser.add_argument("--pythons", default="", help="more Pythons, by name or path; else those on the path")
    parser.add_argument("--hosts", default=",".join(HOSTS), help="the first has the pages that all must have")
    parser.add_argument("--suite", action=argparse.BooleanOptionalAction, default=True, help="all tests, ProperDocs")
    options = parser.parse_args()
    lines, wrong = [], 0
    first: tuple[str, ...] = ()
    pythons = options.pythons.split(",") if options.pythons else _pythons()
    for found in _found(options.kinds.split(","), pythons, options.hosts.split(",")):
        first = first or found.pages
        faults = found.faults(first)
        wrong += bool(faults)
        lines.append(f"| {found.kind} | {found.python} | {found.host} | {len(found.pages)} | {len(faults)} |")
        print(*lines[-1:], *faults[:10], sep="\n", flush=True)
    if options.suite:
        wrong += _suite() != 0
    if options.out:
        head = "| versions | Python | host | pages | faults |\n| --- | --- | --- | --- | --- |"
        (options.out / "hosts.md").write_text("\n".join(["# Hosts", "", head, *lines, ""]), encoding="utf-8")
    return int(bool(wrong))


def _pythons() -> list[str]:
    """Return the other Pythons that are here and work."""
    named = [f"python3.{minor}" for minor in range(11, 16) if minor != sys.version_info.minor]
    return [path for name in named if (path := shutil.which(name)) and _works(path)]


def _works(python: str) -> bool:
    """Tell whether a Python starts: a name on the path can stand for one that is not chosen."""
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0  # noqa: S603


def _found(kinds: list[str], pythons: list[str], hosts: list[str]) -> Iterator[Found]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        project = example(folder / "example")
        settings = project / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8") + HTML, encoding="utf-8")
        for kind in kinds:
            for here in [sys.executable] if kind == LOCKED else [sys.executable, *pythons]:
                place = folder / f"{kind}-{len(list(folder.iterdir()))}"
                python = here if kind == LOCKED else environment(kind, place / "environment", here)
                for host in hosts:
                    yield _built(kind, python, host, project, place / host)


def _built(kind: str, python: str, host: str, project: Path, folder: Path) -> Found:
    """Build with one host; posters come from what the build before kept, or are made."""
    told = [python, "-c", "import platform; print(platform.python_version())"]
    version = subprocess.run(  # noqa: S603 - our own
        told, capture_output=True, text=True, check=True
    ).stdout.strip()
    built = build_with(host, project, folder, python=python)
    if not built.ok:
        return Found(kind, version, host, (), (), (), built.log.strip()[-2000:])
    site = built.site
    return Found(kind, version, host, tuple(pages(site)), tuple(dead_links(site)), tuple(outside_requests(site)), "")


def _suite() -> int:
    """Run every test with ProperDocs as the host; return its code."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "STIP_HOST": "properdocs"}, check=False).returncode  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(main())
