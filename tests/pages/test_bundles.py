"""Of hundreds of paths the map shows roads that can be told apart, and says what each stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import write_project
from samples import roadmap
from stip.diagrams import find_engine
from stip.loading import load
from stip.pages.context import Context
from stip.pages.drawings import map_spec, path_spec
from stip.pages.lanes import ROADS, lanes_of
from stip.pages.views.home import home_view
from stip.scene import draw_maps
from stip.scene.spec import MapSpec


def context_of(folder: Path, *, departments: int, steps: int) -> Context:
    """Load a roadmap of so many departments with so many steps each."""
    project = write_project(folder / "project", roadmap(departments=departments, steps=steps))
    loaded = load(project / "roadmap.yaml", project / "content")
    assert loaded.roadmap
    return Context.of(loaded.roadmap, directory_urls=True, files={})


def home_map(context: Context) -> MapSpec:
    return map_spec(lanes_of(context), context.at("index.md"), id="map")


def test_four_hundred_departments_share_eight_roads(tmp_path: Path) -> None:
    context = context_of(tmp_path, departments=400, steps=3)
    spec = home_map(context)
    assert [lane.name for lane in (spec.lanes[0], spec.lanes[-1])] == [
        "Afdelingen 1 tot en met 50",
        "Afdelingen 351 tot en met 400",
    ]
    assert len(spec.lanes) == 8
    assert [lane.href for lane in spec.lanes] == [f"afdelingen/#stip_run_{place}" for place in range(1, 9)]
    assert "Er zijn 400 paden: te veel om elk een eigen weg te geven." in spec.description
    assert "Er zijn 400 paden" in home_view(context.at("index.md")).bundled
    [svg] = draw_maps([spec], find_engine())
    assert svg.count('class="stip-d-lane ') == 8


@pytest.mark.parametrize(("departments", "roads"), [(ROADS, ROADS), (ROADS + 1, 8)])
def test_as_many_roads_as_can_be_told_apart_stay_their_own(tmp_path: Path, departments: int, roads: int) -> None:
    spec = home_map(context_of(tmp_path, departments=departments, steps=1))
    assert len(spec.lanes) == roads
    assert ("te veel om elk" in spec.description) == (roads != departments)


def test_a_very_long_path_is_drawn_in_part_and_says_so(tmp_path: Path) -> None:
    context = context_of(tmp_path, departments=1, steps=160)
    [unit] = context.roadmap.units.values()
    spec = path_spec(unit, context.at("afdelingen/unit-0.md"), id="path")
    assert [spec.lane.stops[0].id, spec.lane.stops[-1].id] == ["unit-0-0", "unit-0-159"]
    assert len(spec.lane.stops) <= 151
    assert f"{len(spec.lane.stops)} van de 160 stappen" in spec.description
