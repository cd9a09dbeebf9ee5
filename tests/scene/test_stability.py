"""A small change of the roadmap changes little of its drawings: people find their road where it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from building import ROOT
from stip.diagrams import find_engine
from stip.loading import load
from stip.model import Roadmap, Step
from stip.pages.context import Context
from stip.pages.drawings import map_spec, path_spec
from stip.pages.lanes import lanes_of
from stip.periods import parse_period
from stip.scene.map import place_maps
from stip.scene.map_view import MapView
from stip.scene.path import place_paths
from stip.scene.strip import Strip

UNIT = "financien"


@pytest.fixture(scope="module")
def roadmap() -> Roadmap:
    """Load the example."""
    loaded = load(Path(ROOT / "roadmap.yaml"), Path(ROOT / "content"))
    assert loaded.roadmap
    return loaded.roadmap


def with_step(roadmap: Roadmap, when: str, *, after: tuple[str, ...] = (), unit: str = UNIT) -> Roadmap:
    """Give one department one step more, in the place that its date asks for."""
    changed = roadmap.units[unit]
    model = next(step for step in roadmap.steps.values() if step.status == "planned" and step.kind == "milestone")
    new = model.model_copy(
        update={"id": "zz-new", "title": "Zznew", "when": parse_period(when), "after": after, "leads_to": None}
    )
    place = sum(step.when <= new.when for step in changed.steps)
    steps = (*changed.steps[:place], new, *changed.steps[place:])
    return with_unit_steps(roadmap, steps, unit)


def with_unit_steps(roadmap: Roadmap, steps: tuple[Step, ...], unit: str = UNIT) -> Roadmap:
    units = {**roadmap.units, unit: roadmap.units[unit].model_copy(update={"steps": steps})}
    return replace(roadmap, units=units)


def the_map(roadmap: Roadmap) -> MapView:
    context = Context.of(roadmap, directory_urls=True, files={})
    spec = map_spec(lanes_of(context), context.at("index.md"), id="map")
    return place_maps([spec], find_engine())[0][0]


def the_paths(roadmap: Roadmap) -> Mapping[str, list[Strip]]:
    context = Context.of(roadmap, directory_urls=True, files={})
    units = [unit for unit in roadmap.units.values() if unit.steps]
    specs = [path_spec(unit, context.at("index.md"), id=f"path-{unit.id}") for unit in units]
    return dict(zip([unit.id for unit in units], place_paths(specs, find_engine()), strict=True))


@pytest.fixture(scope="module")
def map_before(roadmap: Roadmap) -> MapView:
    return the_map(roadmap)


@pytest.fixture(scope="module")
def paths_before(roadmap: Roadmap) -> Mapping[str, list[Strip]]:
    return the_paths(roadmap)


WHENS = ("2026-03", "2027-02", "2028-Q3", "2030")
ALL_WHENS = ("2025-09", "2026-12", *WHENS)


@pytest.mark.parametrize("when", WHENS)
def test_a_new_step_moves_no_road_and_changes_no_number_or_colour(
    roadmap: Roadmap, map_before: MapView, when: str
) -> None:
    before, after = map_before, the_map(with_step(roadmap, when))

    def looks(view: MapView) -> list[tuple[str, int, int, float]]:
        return [(one.lane.id, one.lane.number, one.lane.colour, one.x) for one in view.lanes]

    assert looks(before) == looks(after)
    assert before.boards == after.boards


@pytest.mark.parametrize("place", range(len(ALL_WHENS)))
def test_a_new_step_moves_no_mark_of_others(roadmap: Roadmap, map_before: MapView, place: int) -> None:
    """Years have rows to spare: whichever department gets a step more, the steps of the others stay where they were.

    Each department gets one at two of the six moments, a third of them at each.
    """
    for unit in list(roadmap.numbers)[place % 3 :: 3]:
        after = the_map(with_step(roadmap, ALL_WHENS[place], unit=unit))
        assert marks(map_before, unit) == marks(after, unit), unit


def marks(view: MapView, unit: str) -> dict[str, tuple[float, float]]:
    """Return the places of all marks but those of one department."""
    return {mark.stop.id: (mark.x, mark.y) for one in view.lanes for mark in one.marks if one.lane.id != unit}


@pytest.mark.parametrize("when", WHENS)
def test_a_new_step_leaves_all_other_paths_alone(
    roadmap: Roadmap, paths_before: Mapping[str, list[Strip]], when: str
) -> None:
    before, after = paths_before, the_paths(with_step(roadmap, when))
    assert {key for key in before if before[key] != after[key]} == {UNIT}


def test_a_last_step_leaves_the_order_of_the_path_and_its_sides(roadmap: Roadmap) -> None:
    before, after = (
        [spot for strip in the_paths(one)[UNIT] for spot in strip.spots if spot.sign]
        for one in (roadmap, with_step(roadmap, "2031-Q1"))
    )
    kept = [spot for spot in after if spot.column.id != "zz-new"]
    assert [(spot.column.id, spot.column.side) for spot in before] == [
        (spot.column.id, spot.column.side) for spot in kept
    ]


def test_one_link_more_keeps_the_order_of_the_lanes(roadmap: Roadmap, map_before: MapView) -> None:
    order = [one.lane.id for one in map_before.lanes]
    for step in list(roadmap.steps)[:100:9]:
        linked = with_step(roadmap, "2028-Q3", after=(step,))
        assert [one.lane.id for one in the_map(linked).lanes] == order, step
