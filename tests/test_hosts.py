"""The same pages from every host: MkDocs, its fork ProperDocs, and Zensical, which gets what `stip build` wrote."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from building import ROOT, build_strictly, write_project
from crawling import dead_links, outside_requests, pages
from samples import mkdocs_yml, roadmap

GUIDE = (ROOT / "docs" / "hosts.md").read_text(encoding="utf-8")
OPTIONS = "[search, {stip: {posters: false, manual: false}}]"
FORKS = ("mkdocs", "properdocs")
HOSTS = (*FORKS, "zensical")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Build one roadmap with each host."""
    folder = tmp_path_factory.mktemp("hosts")
    files = {**mkdocs_yml(plugins=OPTIONS, use_directory_urls="false"), **roadmap()}
    project = write_project(folder / "project", files)
    made = {host: build_strictly(project, folder / host, host=host) for host in FORKS}
    assert all(built.ok for built in made.values()), "".join(built.log for built in made.values())
    return {**{host: built.site for host, built in made.items()}, "zensical": _zensical(project, folder / "zensical")}


def _zensical(project: Path, folder: Path) -> Path:
    """Build with Zensical as the guide tells."""
    [settings] = re.findall(r"```yaml title=\"zensical\"\n(.+?)```", GUIDE, re.DOTALL)
    write_project(folder, {"mkdocs.yml": settings})
    [commands] = [text for text in re.findall(r"```sh\n(.+?)```", GUIDE, re.DOTALL) if "zensical" in text]
    less = f" {project / 'roadmap.yaml'} --no-posters --no-manual"
    for line in commands.splitlines():
        command = f"-m {line}{less * line.startswith('stip build')}".split()
        done = subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert not list(folder.glob("site/**/.stip-files.json"))
    return folder / "site"


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_has_every_page(sites: Mapping[str, Path], host: str) -> None:
    """A host that passes over a plugin that it does not know says nothing about it: so count."""
    found = pages(sites[host])
    assert sorted(found) == sorted(pages(sites["mkdocs"]))
    assert len(found) > 15
    assert "Zzunit 0" in " ".join(found["index.html"].texts)


@pytest.mark.parametrize("host", HOSTS)
def test_no_link_is_dead_and_nothing_is_asked_outside(sites: Mapping[str, Path], host: str) -> None:
    assert dead_links(sites[host]) == []
    assert outside_requests(sites[host]) == []


def test_a_fork_makes_the_same_bytes(sites: Mapping[str, Path]) -> None:
    """But for the name of the host in the head of a page."""
    generator = re.compile(rb'<meta name="generator"[^>]*>')
    whole, fork = (
        {
            path.relative_to(sites[host]).as_posix(): generator.sub(b"", path.read_bytes())
            for path in sites[host].rglob("*")
            if path.is_file() and path.suffix != ".gz"
        }
        for host in FORKS
    )
    assert whole == fork


def test_drawings_are_there_and_out_of_the_search_of_zensical(sites: Mapping[str, Path]) -> None:
    """Their words stand beside them already."""
    title = "Alle paden naar Zzhorizon</title>"
    assert title in (sites["zensical"] / "index.html").read_text("utf-8")
    index = (sites["zensical"] / "search.json").read_text("utf-8")
    assert "Zzstep 0 0" in index
    assert "Alle paden naar Zzhorizon" not in index
