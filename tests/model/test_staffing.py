"""Staffing: the hours that projects ask, reckoned by hand for small roadmaps."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from samples import bare
from stip.model.practices import Project
from stip.model.staffing import asked_hours
from stip.periods import written_period


def project(name: str, *hours: tuple[str, Any, int], status: str = "running") -> Project:
    """Make a project that asks hours: the department, when, and how many."""
    listed = [{"department": unit, "when": when, "hours": count} for unit, when, count in hours]
    return Project.model_validate({"id": name, "title": name, "status": status, "when": "2027", "hours": listed})


def unit(name: str, capacity: int | None = None, **more: object) -> dict[str, Any]:
    """Make a unit with so many hours for change in a quarter."""
    return {"id": name, "name": name, "capacity": capacity, **more}


def rows(*projects: Project, units: tuple[dict[str, Any], ...]) -> list[tuple[str, object, int, int]]:
    """Return the rows as unit, quarter, hours and hours above capacity."""
    found = asked_hours(bare(units, projects))
    return [(one.unit, written_period(one.quarter), one.hours, one.above) for one in found]


def test_hours_of_projects_add_up() -> None:
    made = rows(
        project("one", ("a", "2027-Q1", 80), ("b", "2027-Q1", 500)),
        project("two", ("a", "2027-02", 50), ("a", "2027-03", 20), status="proposed"),
        project("off", ("a", "2027-Q1", 999), status="stopped"),
        units=(unit("a", 120), unit("b")),
    )
    # a: 80 + 50 + 20 = 150, of 120; nobody knows what b has.
    assert made == [("a", "2027-Q1", 150, 30), ("b", "2027-Q1", 500, 0)]


def test_a_longer_period_is_split_evenly_over_its_quarters() -> None:
    """What cannot be divided goes to the first quarters; a winter lies in two, and `later` in none."""
    made = rows(
        project("year", ("a", "2027", 103)),
        project("winter", ("b", "2027-winter", 9), ("b", "later", 70)),
        project("range", ("c", {"from": "2027-03-20", "until": "2027-Q3"}, 2)),
        units=(unit("a", 26), unit("b"), unit("c")),
    )
    assert made == [
        ("a", "2027-Q1", 26, 0),
        ("a", "2027-Q2", 26, 0),
        ("a", "2027-Q3", 26, 0),
        ("a", "2027-Q4", 25, 0),
        ("b", "2027-Q4", 5, 0),
        ("b", "2028-Q1", 4, 0),
        ("c", "2027-Q1", 1, 0),
        ("c", "2027-Q2", 1, 0),
        ("c", "2027-Q3", 0, 0),
    ]


def test_a_team_does_not_use_the_hours_of_its_department() -> None:
    made = asked_hours(bare((unit("a", 10), unit("team", part_of="a")), [project("one", ("team", "2027-Q2", 80))]))
    assert [(one.unit, one.capacity, one.projects) for one in made] == [("team", None, {"one": 80})]


@given(some.lists(some.tuples(some.integers(0, 5000), some.integers(2025, 2030), some.integers(0, 3)), min_size=1))
def test_no_hour_is_lost(asked: list[tuple[int, int, int]]) -> None:
    """Over all quarters there are as many hours as were written."""
    made = [
        project(f"p{at}", ("a", {"from": year, "until": year + length}, hours))
        for at, (hours, year, length) in enumerate(asked)
    ]
    assert sum(one.hours for one in asked_hours(bare([unit("a")], made))) == sum(hours for hours, *_ in asked)
