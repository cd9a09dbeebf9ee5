"""What changed between two editions: each change is told, once, and nothing that did not change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from stip.editions import difference, snapshot
from stip.model import Roadmap

Make = Callable[..., Roadmap]


@pytest.mark.parametrize(
    ("steps", "kinds"),
    [
        ({}, []),
        ({"a": {"status": "done"}}, ["done"]),
        ({"a": {"status": "done", "when": "2026-10"}}, ["done"]),
        ({"b": {"status": "running"}}, ["started"]),
        ({"c": {"status": "planned"}}, ["other"]),
        ({"e": {"title": "Zze", "when": "2028"}}, ["added"]),
        ({"b": {"when": "2027-Q2"}}, ["later"]),
        ({"b": {"when": "2027-05-03", "was": "2027-Q1", "status": "delayed", "reason": "Zz"}}, ["later"]),
        ({"b": {"when": "later"}}, ["later"]),
        ({"b": {"when": "2026-12"}}, ["earlier"]),
        ({"b": {"when": "2027-02-08"}}, ["sharper"]),
        ({"c": {"when": "2028"}}, ["sharper"]),
        ({"b": {"when": "2027"}}, ["vaguer"]),
        ({"b": {"when": {"from": "2027-Q1", "until": "2027-Q4"}}}, ["later"]),
        ({"a": {"when": {"from": "2026-07", "until": "2026-09"}}}, ["earlier"]),
        ({"a": {"status": "delayed", "was": "2026-05", "reason": "Zz"}}, ["delayed"]),
        ({"b": {"status": "stopped", "reason": "Zz"}}, ["stopped"]),
        ({"d": {"status": "planned", "reason": None}}, ["restarted"]),
        ({"d": {"status": "planned", "when": "2028"}}, ["restarted", "later"]),
        ({"d": {"when": "2028"}}, ["other"]),
        ({"c": None}, ["removed"]),
        ({"a": {"title": "Zznew"}}, ["renamed"]),
        ({"a": {"title": "Zznew", "when": "2026-08"}}, ["earlier", "renamed"]),
        ({"a": {"kind": "pilot"}}, ["other-kind"]),
        ({"b": {"after": ["x", "a"]}}, ["waits"]),
        ({"b": {"after": ["a"]}}, ["waits", "waits-no-more"]),
        ({"b": {"goals": ["goal", "aim"]}}, ["goals"]),
        ({"b": {"goals": []}}, ["goals"]),
        ({"d": {"reason": "Zzother"}}, ["other"]),
        ({"a": {"certainty": "rough"}}, ["other"]),
        ({"a": {"was": "2026-08"}}, ["other"]),
        ({"c": {"leads_to": "x"}}, ["other"]),
    ],
)
def test_a_step(make: Make, steps: Mapping[str, Any], kinds: list[str]) -> None:
    """Each change of a step has its own kind, and says which step it is about."""
    changes = difference(snapshot(make()), snapshot(make(**steps)))
    assert [change.kind.value for change in changes.steps] == kinds
    assert {change.step.id for change in changes.steps} == (set(steps) if kinds else set())
    assert {change.unit for change in changes.steps} <= {"one"}
    assert (changes.units, changes.goals, changes.whole) == ((), (), ())
    assert bool(changes) == bool(kinds)


def test_back_again(make: Make) -> None:
    """What was done can be open again; what is there again is added."""
    changes = difference(snapshot(make(a={"status": "done"}, c=None)), snapshot(make()))
    assert [change.kind.value for change in changes.steps] == ["reopened", "added"]


def test_what_a_change_is_about(make: Make) -> None:
    """A change names the steps and goals that are new, and has the step before and after."""
    new = make(b={"after": ["x", "a"], "goals": ["aim"]})
    waits, goals = difference(snapshot(make()), snapshot(new)).steps
    assert (waits.refs, goals.refs) == (("a",), ("aim",))
    assert waits.old
    assert waits.new
    assert (waits.old.after, waits.new.after) == (("x",), ("a", "x"))


def test_a_step_of_another_unit(make: Make) -> None:
    """A step that goes to another department belongs there, and neither came nor went."""
    there = {
        "steps": [
            {"id": "c", "title": "Zzc", "when": "later", "status": "idea"},
            {"id": "x", "title": "Zzx", "when": "2026-12"},
        ]
    }
    changes = difference(snapshot(make()), snapshot(make(c=None, two=there)))
    assert [(change.kind.value, change.unit) for change in changes.steps] == [("other-unit", "two")]
    assert not changes.units


@pytest.mark.parametrize(
    ("two", "kinds"),
    [
        ({"name": "Zznew"}, ["renamed"]),
        ({"number": 7}, ["renumbered"]),
        ({"until": "2027"}, ["ended"]),
        ({"until": "2027", "replaced_by": "one"}, ["ended"]),
        ({"part_of": "one"}, ["renumbered", "moved"]),
        ({"short": "Zz"}, ["other"]),
        ({"id": "three"}, ["added", "removed"]),
    ],
)
def test_a_unit(make: Make, two: Mapping[str, Any], kinds: list[str]) -> None:
    """Each change of a unit has its own kind."""
    old = {"until": "2026"} if "name" in two else {}
    changes = difference(snapshot(make(two=old)), snapshot(make(two={**old, **two})))
    assert [change.kind.value for change in changes.units] == kinds


def test_another_order(make: Make) -> None:
    """The order of a list is the path: a new order is a change of its unit, a new step in between is not."""
    steps = [{"id": key, "title": key, "when": "later"} for key in "pqr"]
    old = snapshot(make(two={"steps": steps}))
    turned = difference(old, snapshot(make(two={"steps": [steps[1], steps[0], steps[2]]})))
    assert [change.kind.value for change in turned.units] == ["reordered"]
    more = difference(old, snapshot(make(two={"steps": [steps[0], {**steps[0], "id": "n"}, *steps[1:]]})))
    assert not more.units
    assert [change.kind.value for change in more.steps] == ["added"]


def test_what_all_share(make: Make) -> None:
    """The name, the mission, the dot and the goals."""
    mission = {
        "programme": {"name": "Zznew"},
        "mission": "Zznew.",
        "goals": [{"id": "goal", "title": "Zznew"}, {"id": "wish", "title": "Zzwish"}],
        "horizon": {"title": "Zznew", "when": "2032"},
    }
    changes = difference(snapshot(make()), snapshot(make(mission=mission)))
    assert [change.value for change in changes.whole] == ["programme", "mission", "horizon", "horizon-date"]
    assert [change.kind.value for change in changes.goals] == ["removed", "renamed", "added"]
    assert not changes.steps


def test_every_value_that_is_kept_is_told(make: Make) -> None:
    """Nothing can differ in what a print shows without a change that tells it."""
    edition = snapshot(make())
    for data in _each_value_other(edition.model_dump(mode="json")):
        other = type(edition).model_validate(data)
        assert other.content != edition.content
        assert difference(edition, other)


def _each_value_other(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield copies of an edition's data, each with one value of a step or unit changed."""
    values = {"status": "done", "kind": "pilot", "certainty": "rough", "number": 9}
    for key in ("title", "status", "reason", "leads_to", "kind", "certainty"):
        yield _with(data, ("units", 0, "steps", 1, key), values.get(key, "zz"))
    for key in ("name", "short", "number", "part_of", "replaced_by"):
        yield _with(data, ("units", 0, key), values.get(key, "zz"))


def _with(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    inside = _with(data[path[0]], path[1:], value)
    if isinstance(data, list):
        return [inside if index == path[0] else item for index, item in enumerate(data)]
    return {**data, path[0]: inside}
