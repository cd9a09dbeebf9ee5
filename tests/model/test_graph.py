"""The graph of steps is computed from lists, additions and ends, never assumed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from stip.model import Document, Mission, Roadmap, Settings, Unit
from stip.model.graph import ENDED, HORIZON, JOINING, arrives, build_graph


def roadmap(*units: dict[str, Any]) -> Roadmap:
    """Make a roadmap of units alone."""
    settings = Settings.model_validate(
        {"version": 1, "language": "nl", "updated": dt.date(2026, 11, 16), "start": "2025"}
    )
    mission = {"programme": {"name": "P"}, "mission": "M", "horizon": {"title": "H", "when": "2031"}}
    read = [Unit.model_validate(unit) for unit in units]
    return Roadmap(
        settings=settings,
        mission=Mission.model_validate(mission),
        mission_page=Document("missie.md", ""),
        units={unit.id: unit for unit in read},
        personas={},
        persona_pages={},
        questions={},
        question_pages={},
    )


def step(name: str, **more: object) -> dict[str, Any]:
    """Make a step with nothing but what it needs."""
    return {"id": name, "title": name, "when": "2027", **more}


def unit(name: str, *steps: dict[str, Any], **more: object) -> dict[str, Any]:
    """Make a unit with these steps."""
    return {"id": name, "name": name, "steps": list(steps), **more}


def test_listed_order_is_the_path() -> None:
    """Each step leads to the next one, the last to the horizon."""
    graph = build_graph(roadmap(unit("a", step("a1"), step("a2"))))
    assert graph.follows == {"a1": "a2", "a2": HORIZON}


def test_a_stopped_step_is_a_stub() -> None:
    """Its predecessor leads to its successor."""
    graph = build_graph(roadmap(unit("a", step("a1"), step("a2", status="stopped", reason="r"), step("a3"))))
    assert graph.follows == {"a1": "a3", "a3": HORIZON}


def test_after_adds_and_never_replaces() -> None:
    """Waiting for another department leaves the listed order as it is."""
    graph = build_graph(roadmap(unit("a", step("a1"), step("a2", after=["b1"])), unit("b", step("b1"))))
    assert graph.follows["a1"] == "a2"
    assert graph.waits["a2"] == ("b1",)
    assert graph.needed_by == {"b1": ("a2",)}


def test_a_team_joins_its_department() -> None:
    """`leads_to` bends the end of a list into another path."""
    made = roadmap(unit("a", step("a1")), unit("t", step("t1", leads_to="a1"), part_of="a"))
    graph = build_graph(made)
    assert graph.follows["t1"] == "a1"
    assert arrives(graph) == {"a1", "t1"}


def test_paths_that_join_each_other_never_arrive() -> None:
    """Two ends that point at each other go round in circles; a third that joins them goes with them."""
    graph = build_graph(
        roadmap(
            unit("a", step("a1", leads_to="b1")),
            unit("b", step("b1", leads_to="a1")),
            unit("c", step("c1", leads_to="a1")),
            unit("d", step("d1")),
        )
    )
    assert arrives(graph) == {"d1"}


def test_route_zero_leads_to_a_joining() -> None:
    """Who looks for partners has not arrived, and is not lost either."""
    graph = build_graph(roadmap(unit("a", step("a1"), routes=[{"route": 0}])))
    assert graph.follows["a1"] == JOINING
    assert arrives(graph) == {"a1"}


def test_an_ended_path_is_ended() -> None:
    """A last step that was stopped on purpose ends what came before it."""
    end = step("a2", status="stopped", reason="r", leads_to="none")
    graph = build_graph(roadmap(unit("a", step("a1"), end)))
    assert graph.follows == {"a1": ENDED}


def test_leading_to_a_stopped_step_does_not_arrive() -> None:
    """A stub leads nowhere."""
    graph = build_graph(
        roadmap(
            unit("a", step("a1", leads_to="b1")),
            unit("b", step("b1", status="stopped", reason="r"), step("b2")),
        )
    )
    assert arrives(graph) == {"b2"}


def test_numbers_fill_the_gaps_in_file_order() -> None:
    """A declared number stays; others take the lowest free one; a team wears its department's."""
    made = roadmap(
        unit("cluster"),
        unit("a", step("a1")),
        unit("b", step("b1"), number=1),
        unit("t", step("t1"), part_of="a"),
        unit("c", step("c1"), part_of="cluster"),
    )
    assert made.numbers == {"a": 2, "b": 1, "c": 3}
    assert made.number(made.units["t"]) == 2
    assert made.colour(made.units["t"]) == 2
    assert made.number(made.units["cluster"]) is None


def test_interventions_are_numbered_by_date_over_all_departments() -> None:
    """The same number stands on every page, so it cannot depend on the page."""
    made = roadmap(
        unit("a", step("a1", kind="intervention", when="2028")),
        unit("b", step("b1", kind="intervention", when="2027-03"), step("b2", kind="intervention", when="2028")),
    )
    assert made.intervention_numbers() == {"b1": 1, "a1": 2, "b2": 3}
