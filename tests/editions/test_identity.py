"""A record with another id is the same to whoever reads what changed."""

from __future__ import annotations

from collections.abc import Callable

from stip.editions import StepChangeKind, UnitChangeKind, align, aligned, difference, snapshot
from stip.model import Roadmap

Make = Callable[..., Roadmap]
STEP = {"title": "Zzb", "when": "2027-Q1", "after": ["x"], "goals": ["goal"]}


def test_another_id_alone_is_no_change(make: Make) -> None:
    """Of a step, a unit and a goal, with all that names them; only the step stands last now."""
    goals = [{"id": "other-goal", "title": "Zzgoal"}, {"id": "aim", "title": "Zzaim"}]
    step = {**STEP, "goals": ["other-goal"]}
    new = snapshot(make(one={"id": "other-unit"}, mission={"goals": goals}, b=None, other=step))
    assert difference(snapshot(make()), new)
    changes = difference(aligned(snapshot(make()), new), new)
    assert not changes.goals
    assert not changes.steps
    assert [change.kind for change in changes.units] == [UnitChangeKind.REORDERED]


def test_a_step_that_moves_and_gets_another_id_has_moved(make: Make) -> None:
    new = snapshot(make(b=None, other={**STEP, "when": "2027-Q3"}))
    changes = difference(aligned(snapshot(make()), new), new).steps
    assert [(change.kind, change.step.id) for change in changes] == [(StepChangeKind.LATER, "other")]


def test_two_of_one_name_are_not_taken_for_each_other(make: Make) -> None:
    new = snapshot(make(b=None, other=STEP, another=STEP))
    kinds = {change.kind for change in difference(aligned(snapshot(make()), new), new).steps}
    assert kinds == {StepChangeKind.ADDED, StepChangeKind.REMOVED}


def test_every_edition_has_the_ids_of_now(make: Make) -> None:
    """Also when an id changed more than once."""
    first, second, now = (
        snapshot(make(b=None, **{key: STEP}), name) for key, name in (("b1", "old"), ("b2", "newer"), ("b3", ""))
    )
    found = align((first, second), now)
    assert [edition.name for edition in found] == ["old", "newer"]
    assert all("b3" in edition.steps and "b1" not in edition.steps for edition in found)
    assert align((), now) == ()
