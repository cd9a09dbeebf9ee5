"""From the home page down, every level of a large organisation is reached along the roads of its drawings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmaps import MAKERS
from stip import site
from stip.model import Roadmap
from stip.site import Site

ROAD = re.compile(r'<a (?=[^>]*class="stip-d-lane__link")(?=[^>]*xlink:href="([^"]+)")')


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Roadmap:
    """Make an organisation of three levels."""
    return MAKERS["deep"](tmp_path_factory.mktemp("deep"))


@pytest.fixture(scope="module")
def built(deep: Roadmap) -> Site:
    """Make its site, once."""
    return site.build(deep)


def test_every_department_is_reached_along_roads(deep: Roadmap, built: Site) -> None:
    pages = {page.path: page for page in built.pages}
    seen, here = set(), {"index.md"}
    while here:
        seen |= here
        roads = {Path(road).name for path in here for road in ROAD.findall(_map(pages[path].fragments))}
        here = {path for path in pages if Path(path).stem in roads and path.startswith("afdelingen/")} - seen
    departments = {f"afdelingen/{unit.id}.md" for unit in deep.units.values() if unit.steps}
    assert departments <= seen


def test_a_department_has_one_number_and_one_colour_everywhere(deep: Roadmap, built: Site) -> None:
    looks: dict[str, set[tuple[str, str]]] = {}
    for page in built.pages:
        for colour, lane, name in re.findall(
            r'class="stip-d-lane stip-c(\d+)" data-lane="([^"]+)">.*?<title>(\d+)\. ', _map(page.fragments), re.DOTALL
        ):
            if deep.units[lane].steps:
                looks.setdefault(lane, set()).add((colour, name))
    assert looks
    for lane, found in looks.items():
        number = deep.number(deep.units[lane]) or 0
        assert found == {(str((number - 1) % 12 + 1), str(number))}


def _map(fragments: object) -> str:
    return fragments.get("map-wide", "") if isinstance(fragments, dict) else ""
