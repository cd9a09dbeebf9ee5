"""The same pages from every host: MkDocs, its fork ProperDocs, and Zensical, which gets what `stip build` wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from building import write_project
from crawling import dead_links, outside_requests, pages
from foreign_hosts import FORKS, HOSTS, build_with
from samples import mkdocs_yml, roadmap

OPTIONS = "[search, {stip: {posters: false, manual: false}}]"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Build one roadmap with each host."""
    folder = tmp_path_factory.mktemp("hosts")
    own = {"content/zzeigen.md": "# Zzeigen\n\nZztekst van onszelf.\n"}
    files = {**mkdocs_yml(plugins=OPTIONS, use_directory_urls="false"), **roadmap(), **own}
    project = write_project(folder / "project", files)
    made = {host: build_with(host, project, folder / host, "--no-posters", "--no-manual") for host in HOSTS}
    assert all(built.ok for built in made.values()), "".join(built.log for built in made.values())
    return {host: built.site for host, built in made.items()}


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_has_every_page(sites: Mapping[str, Path], host: str) -> None:
    """A host that passes over a plugin that it does not know says nothing about it: so count."""
    found = pages(sites[host])
    assert sorted(found) == sorted(pages(sites["mkdocs"]))
    assert len(found) > 15
    assert "Zzunit 0" in " ".join(found["index.html"].texts)
    assert "Zztekst van onszelf." in " ".join(found["zzeigen.html"].texts)


@pytest.mark.parametrize("host", HOSTS)
def test_no_link_is_dead_and_nothing_is_asked_outside(sites: Mapping[str, Path], host: str) -> None:
    assert dead_links(sites[host]) == []
    assert outside_requests(sites[host]) == []


def test_a_fork_makes_the_same_bytes(sites: Mapping[str, Path]) -> None:
    """But for the name of the host in the head of a page, and so for what versie.json says of the pages."""
    generator = re.compile(rb'<meta name="generator"[^>]*>')
    whole, fork = (
        {
            path.relative_to(sites[host]).as_posix(): generator.sub(b"", path.read_bytes())
            for path in sites[host].rglob("*")
            if path.is_file() and path.suffix != ".gz" and path.name != "versie.json"
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


def test_no_list_of_ours_is_published(sites: Mapping[str, Path]) -> None:
    assert [path for site in sites.values() for path in site.rglob(".stip-files.json")] == []
