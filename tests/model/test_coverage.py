"""The coverage of changes: who has what already, reckoned by hand for small roadmaps."""

from __future__ import annotations

import datetime as dt
from typing import Any

from stip.model import Document, Mission, Persona, Practice, Question, Roadmap, Settings, Unit, practice_kinds
from stip.model.coverage import Part, reckon_coverage
from stip.model.practices import Purpose

PERSONAS = ("desk", "outdoors")


def roadmap(
    *units: dict[str, Any], questions: dict[str, dict[str, Any]] | None = None, **lists: list[dict[str, Any]]
) -> Roadmap:
    """Make a roadmap of units, of practices by the key of their list, and of questions."""
    settings = {"version": 1, "language": "nl", "updated": dt.date(2026, 11, 16), "start": "2025"}
    mission = {"programme": {"name": "P"}, "mission": "M", "horizon": {"title": "H", "when": "2031"}}
    read = [Unit.model_validate(unit) for unit in units]
    return Roadmap(
        settings=Settings.model_validate(settings),
        mission=Mission.model_validate(mission),
        mission_page=Document("missie.md", ""),
        units={unit.id: unit for unit in read},
        personas={name: Persona.model_validate({"name": name, "needs": ["N"]}) for name in PERSONAS},
        persona_pages={},
        questions={key: Question.model_validate(value) for key, value in (questions or {}).items()},
        question_pages={},
        practices=tuple(practice(key, **item) for key, items in lists.items() for item in items),
    )


def practice(key: str, **fields: object) -> Practice:
    """Make a practice of a list with an id and a title, and what its kind cannot be without."""
    needed: dict[str, dict[str, object]] = {
        "aids": {"form": "card", "channel": "paper"},
        "documents": {"file": "a.pdf", "accessible": True},
        "sessions": {"kind": "information", "dates": ()},
        "celebrations": {"when": "2027"},
    }
    return practice_kinds()[key].model_validate({"id": "p", "title": "P", **needed.get(key, {}), **fields})


def step(name: str, *personas: str, **more: object) -> dict[str, Any]:
    """Make an announced step that concerns these personas."""
    return {"id": name, "title": name, "when": "2027", "personas": list(personas), **more}


def unit(name: str, *steps: dict[str, Any], **more: object) -> dict[str, Any]:
    """Make a unit with these steps."""
    return {"id": name, "name": name, "steps": list(steps), **more}


def filled(made: Roadmap, part: Part) -> set[tuple[str, str]]:
    """Return the cells, as step and persona, that have a part."""
    return {(cell.step, cell.persona) for cell in reckon_coverage(made).cells if part in cell.parts}


def test_the_matrix_is_of_announced_steps_and_their_personas() -> None:
    """What is done, stopped or only an idea, and what concerns nobody by name, has no cell."""
    made = roadmap(
        unit(
            "a",
            step("done", "desk", when="2026-05", status="done"),
            step("planned", "desk", "outdoors"),
            step("running", "desk", status="running"),
            step("late", "outdoors", status="delayed", reason="R", was="2026"),
            step("nobody"),
            step("idea", "desk", status="idea"),
        )
    )
    cells = [(cell.step, cell.persona) for cell in reckon_coverage(made).cells]
    assert cells == [("planned", "desk"), ("planned", "outdoors"), ("running", "desk"), ("late", "outdoors")]


def test_an_answer_is_a_benefit_with_a_why_or_a_question() -> None:
    """A benefit alone leaves open why; one of another persona is none; a question counts for whom it names."""
    made = roadmap(
        unit("top", step("asked", "desk"), step("unasked", "outdoors")),
        unit(
            "a",
            step("everyone", "desk", "outdoors", why="W", benefit="B"),
            step("one", "desk", "outdoors", why="W", benefit={"desk": "B"}),
            step("no-why", "outdoors", benefit="B"),
            part_of="top",
        ),
        questions={
            "of-step": {"question": "Q", "kind": "what", "steps": ["asked"]},
            "of-unit": {"question": "Q", "kind": "what", "departments": ["top"]},
            "of-persona": {"question": "Q", "kind": "what", "personas": ["outdoors"]},
        },
    )
    expected = {("asked", "desk"), ("everyone", "desk"), ("everyone", "outdoors"), ("one", "desk")}
    assert filled(made, Part.ANSWER) == expected


def test_a_question_of_a_persona_counts_in_the_department() -> None:
    """It names the persona with the unit of the step or one above it, and counts for that persona alone."""
    made = roadmap(
        unit("top"),
        unit("a", step("a1", "desk", "outdoors"), part_of="top"),
        unit("b", step("b1", "desk")),
        questions={"q": {"question": "Q", "kind": "what", "personas": ["desk"], "departments": ["top"]}},
    )
    assert filled(made, Part.ANSWER) == {("a1", "desk")}


def test_a_practice_counts_where_it_belongs() -> None:
    """By its steps; without them by its units, those below included; without both everywhere."""
    units = (
        unit("top", step("t1", "desk")),
        unit("a", step("a1", "desk"), step("a2", "outdoors"), part_of="top"),
        unit("b", step("b1", "desk")),
    )
    every = {("t1", "desk"), ("a1", "desk"), ("a2", "outdoors"), ("b1", "desk")}
    assert filled(roadmap(*units, trainings=[{"steps": ["a1"]}]), Part.TRAINING) == {("a1", "desk")}
    # The unit of a training that names a step is where it is, not for which other steps.
    both = [{"steps": ["a1"], "departments": ["b"]}]
    assert filled(roadmap(*units, trainings=both), Part.TRAINING) == {("a1", "desk")}
    assert filled(roadmap(*units, trainings=[{"departments": ["top"]}]), Part.TRAINING) == every - {("b1", "desk")}
    assert filled(roadmap(*units, trainings=[{}]), Part.TRAINING) == every
    assert filled(roadmap(*units, trainings=[{"personas": ["outdoors"]}]), Part.TRAINING) == {("a2", "outdoors")}


def test_every_part_has_its_kinds() -> None:
    """An aid, a download and a session are at hand; an ambassador and help are somebody to ask."""
    units = (unit("a", step("a1", "desk")),)
    for part, keys in {Part.AID: ("aids", "documents", "sessions"), Part.AMBASSADOR: ("ambassadors", "help")}.items():
        for key in keys:
            lists: dict[str, Any] = {key: [{}]}
            cells = reckon_coverage(roadmap(*units, **lists)).cells
            assert [cell.parts for cell in cells] == [{part}], key


def test_shares_and_holes() -> None:
    """Of two cells with four parts each, five parts are filled: 62 percent, for 62.5 is not yet 63."""
    made = roadmap(
        unit("a", step("a1", "desk", why="W", benefit="B")),
        unit("b", step("b1", "outdoors")),
        trainings=[{"steps": ["a1"]}],
        aids=[{"steps": ["a1"]}],
        help=[{}],
    )
    coverage = reckon_coverage(made)
    # a1: answer, training, aid, ambassador; b1: ambassador.
    assert coverage.share == 5 * 100 // 8 == 62
    holes = {part: [cell.step for cell in cells] for part, cells in coverage.holes.items()}
    assert holes == {Part.ANSWER: ["b1"], Part.TRAINING: ["b1"], Part.AID: ["b1"], Part.AMBASSADOR: []}
    assert {name: part.share for name, part in coverage.by_unit.items()} == {"a": 100, "b": 25}


def test_phases_of_adoption_work() -> None:
    """A training trains, a session informs, a celebration stimulates; an aid does as it says."""
    made = roadmap(
        unit("a", step("a1", "desk"), step("a2", "desk")),
        trainings=[{"steps": ["a1"]}],
        sessions=[{}],
        aids=[{"steps": ["a2"], "purpose": "stimulate"}],
        celebrations=[{"steps": ["a1"]}],
    )
    coverage = reckon_coverage(made)
    phases = {cell.step: cell.phases for cell in coverage.cells}
    # a1: train, inform, stimulate; a2: inform, stimulate.
    assert phases == {"a1": set(Purpose), "a2": {Purpose.INFORM, Purpose.STIMULATE}}
    assert [len(coverage.phase_holes[phase]) for phase in Purpose] == [0, 1, 0]


def test_nothing_to_cover() -> None:
    """Without announced steps there is no share, rather than none of it or all."""
    coverage = reckon_coverage(roadmap(unit("a", step("a1"))))
    assert (coverage.cells, coverage.share, dict(coverage.by_unit)) == ((), None, {})
