"""Whatever a poster is of, its roads have every step of that and of nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from posters import roadmap
from samples import mission
from stip.loading import load
from stip.model import Roadmap
from stip.pages.context import Context
from stip.pages.selection import steps_under, still_waits
from stip.printing import WHOLE, Subject, poster_spec
from stip.printing.roads import Roads, roads_for

Make = Callable[..., Roadmap]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return what makes a roadmap of units, each with its own keys and so many steps."""

    def made(*units: dict[str, Any]) -> Roadmap:
        head = {"version": 1, "language": "nl", "updated": "2026-11-16", "start": "2026-Q1", "departments": units}
        texts = {"roadmap.yaml": json.dumps(head), **mission()}
        for path, text in texts.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        loaded = load(tmp_path / "roadmap.yaml", tmp_path / "content")
        assert loaded.roadmap, loaded.problems
        return loaded.roadmap

    return made


def unit(id: str, steps: int = 0, **more: Any) -> dict[str, Any]:  # noqa: A002
    """Write a unit with steps that serve the one goal."""
    own = [{"id": f"{id}-{i}", "title": f"Zz {id} {i}", "when": f"{2027 + i}", "goals": ["doel"]} for i in range(steps)]
    return {"id": id, "name": f"Zz {id}", **more, **({"steps": own} if own else {})}


def ways(made: Roadmap, subject: Subject = WHOLE) -> list[Roads]:
    """Return all ways to divide a subject over roads."""
    return list(roads_for(subject, Context.of(made, directory_urls=True)))


def names(roads: Roads) -> list[str]:
    """Return the ids of the roads."""
    return [lane.unit.id for lane in roads.lanes]


def carried(roads: Roads) -> list[str]:
    """Return the ids of the steps on these roads that are shown."""
    steps = (step.id for lane in roads.lanes for unit in lane.units for step in unit.steps)
    return [step for step in steps if step in roads.shown]


def test_the_whole_organisation_has_every_step_once_on_every_way() -> None:
    for roads in ways(roadmap()):
        assert sorted(carried(roads)) == sorted(roadmap().steps)


@pytest.mark.parametrize("key", [key for key, item in roadmap().units.items() if steps_under(item, roadmap())])
def test_a_unit_has_its_steps_and_those_it_waits_for(key: str) -> None:
    made = roadmap()
    own = {step.id for step in steps_under(made.units[key], made)}
    wanted = {
        ref
        for step in own
        for ref in made.steps[step].after
        if ref not in own and still_waits(made.steps[step], made.steps[ref])
    }
    found = ways(made, Subject("unit", key))
    assert sorted(carried(found[0])) == sorted(own | wanted)
    assert found[0].needed == wanted
    assert sorted(carried(found[-1])) == sorted(own)


@pytest.mark.parametrize("goal", roadmap().goals)
def test_a_goal_has_the_steps_that_serve_it(goal: str) -> None:
    for roads in ways(roadmap(), Subject("goal", goal)):
        assert {key for key in carried(roads) if key not in roads.needed} == {
            step.id for step in roadmap().steps.values() if goal in step.goals
        }


def test_a_poster_shows_the_steps_of_its_roads_only() -> None:
    spec = poster_spec(roadmap(), Subject("goal", "kort-wachten"))
    shown = [stop.id for lane in spec.map.lanes for stop in lane.stops]
    assert sorted(shown) == sorted(carried(ways(roadmap(), Subject("goal", "kort-wachten"))[0]))
    assert all({first, second} <= set(shown) for first, second in spec.map.links)


def test_clusters_of_clusters_are_tried_from_small_to_large(make: Make) -> None:
    made = make(
        unit("noord"),
        unit("zuid"),
        unit("n1", part_of="noord"),
        unit("n2", part_of="noord"),
        unit("z1", part_of="zuid"),
        *(unit(f"{above}-{i}", 1, part_of=above) for above in ("n1", "n2", "z1") for i in range(2)),
        unit("los", 1),
    )
    found = ways(made)
    assert [len(roads.lanes) for roads in found] == [7, 4, 3]
    assert names(found[1]) == ["n1", "n2", "z1", "los"]
    assert names(found[2]) == ["noord", "zuid", "los"]
    assert [roads.grouped for roads in found] == ["", "clusters", "clusters"]
    assert [lane.number for lane in found[2].lanes] == [1, 2, 3]
    assert names(ways(made, Subject("unit", "noord"))[-1]) == ["n1", "n2"]


def test_a_department_without_clusters_has_no_other_way(make: Make) -> None:
    assert [names(roads) for roads in ways(make(unit("een", 2), unit("twee", 1)))] == [["een", "twee"]]


def test_teams_have_a_road_beside_that_of_their_department(make: Make) -> None:
    made = make(unit("een", 1), unit("t1", 1, part_of="een"), unit("t2", 1, part_of="een"), unit("twee", 1))
    found = ways(made, Subject("unit", "een"))
    assert [names(roads) for roads in found] == [["een", "t1", "t2"], ["een"]]
    assert found[1].grouped == "department"
    assert {lane.colour for lane in found[0].lanes} == {1}


def test_steps_of_a_merged_department_stand_on_the_road_of_its_heir(make: Make) -> None:
    made = make(unit("oud", 2, until="2026-03", replaced_by="nieuw"), unit("nieuw", 1), unit("weg", 1, until="2026-05"))
    whole = ways(made)[0]
    assert sorted(carried(whole)) == sorted(made.steps)
    assert set(names(whole)) == {"nieuw", "weg"}
    assert sorted(carried(ways(made, Subject("unit", "nieuw"))[0])) == ["nieuw-0", "oud-0", "oud-1"]


def test_what_has_no_steps_has_no_roads(make: Make) -> None:
    made = make(unit("een", 1), unit("leeg"))
    assert ways(made, Subject("unit", "leeg")) == []
    assert ways(make(unit("leeg"))) == []
