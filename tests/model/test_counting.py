"""Counting: what a roadmap tells of itself, counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from samples import bare
from stip.model import Practice
from stip.model.counting import adapted_services, counted
from stip.model.practices import Counted, Experiment, Service, Session, Training


def step(name: str, status: str = "planned") -> dict[str, Any]:
    """Make a step."""
    return {"id": name, "title": name, "when": "2027", "status": status}


def session(name: str, participants: int | None) -> Session:
    """Make a session with so many participants."""
    return Session.model_validate(
        {"id": name, "title": name, "kind": "talk", "dates": [], "participants": participants}
    )


def service(name: str, coupling: str | None) -> Service:
    """Make a service that is coupled so far."""
    return Service.model_validate({"id": name, "title": name, "digital": True, "coupling": coupling})


UNITS: tuple[dict[str, Any], ...] = (
    {"id": "cluster", "name": "Cluster"},
    {"id": "a", "name": "A", "part_of": "cluster", "steps": [step("a1", "done"), step("a2", "stopped"), step("a3")]},
    {"id": "team", "name": "Team", "part_of": "a", "steps": [step("t1", "done")]},
    {"id": "gone", "name": "Gone", "number": 9, "steps": [step("g1", "stopped")]},
)
PRACTICES: tuple[Practice, ...] = (
    Training.model_validate({"id": "t", "title": "T"}),
    Training.model_validate({"id": "u", "title": "U"}),
    session("full", 30),
    session("few", 12),
    session("ahead", None),
    *(Experiment.model_validate({"id": f"e{i}", "title": "E", "status": "idea", "question": "?"}) for i in range(5)),
)


@pytest.mark.parametrize(
    ("what", "number"),
    [
        (Counted.PATHS, 2),  # A and its team; the cluster has no step, and the path of the third was stopped
        (Counted.STEPS, 3),
        (Counted.DONE, 2),
        (Counted.TRAININGS, 2),
        (Counted.PARTICIPANTS, 42),
        (Counted.EXPERIMENTS, 5),
        (Counted.QUESTIONS, 1),
    ],
)
def test_counted(what: Counted, number: int) -> None:
    made = bare(UNITS, PRACTICES, [{"question": "Waarom?", "kind": "why"}])
    assert counted(made, what) == number


def test_all_that_can_be_counted_is() -> None:
    """A figure may name each of these, also in a roadmap in which there is nothing."""
    assert [counted(bare(), what) for what in Counted] == [0] * len(Counted)


def test_adapted_services() -> None:
    """Two of three that tell it: 66 percent, for 100 must mean all."""
    told = [service("a", "full"), service("b", "full"), service("c", "partly"), service("d", None)]
    found = adapted_services(bare(practices=told))
    assert (found.full, found.said, found.share) == (2, 3, 66)
    assert adapted_services(bare(practices=told[3:])).share is None
