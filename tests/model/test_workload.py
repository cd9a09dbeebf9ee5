"""The load of change of a team: reckoned by hand for small roadmaps."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from stip.model import Document, Mission, Roadmap, Settings, Unit
from stip.model.practices import Season, SeasonKind
from stip.model.workload import Clash, Level, changes_by_month, clashes, reckon_workload
from stip.periods import parse_period, quarter_of


def roadmap(*units: dict[str, Any], seasons: tuple[dict[str, Any], ...] = (), **settings: object) -> Roadmap:
    """Make a roadmap of units and seasons."""
    top = {"version": 1, "language": "nl", "updated": dt.date(2026, 11, 16), "start": "2025", **settings}
    mission = {"programme": {"name": "P"}, "mission": "M", "horizon": {"title": "H", "when": "2031"}}
    read = [Unit.model_validate(unit) for unit in units]
    return Roadmap(
        settings=Settings.model_validate(top),
        mission=Mission.model_validate(mission),
        mission_page=Document("missie.md", ""),
        units={unit.id: unit for unit in read},
        personas={},
        persona_pages={},
        questions={},
        question_pages={},
        practices=tuple(Season.model_validate({"title": "S", **season}) for season in seasons),
    )


def step(name: str, when: object, **more: object) -> dict[str, Any]:
    """Make a step that goes live then."""
    return {"id": name, "title": name, "when": when, **more}


def unit(name: str, *steps: dict[str, Any], **more: object) -> dict[str, Any]:
    """Make a unit with these steps."""
    return {"id": name, "name": name, "steps": list(steps), **more}


def season(name: str, kind: str, when: object, load: int | None = None, *units: str) -> dict[str, Any]:
    """Make a quiet or busy time of these units, or of everyone."""
    return {"id": name, "kind": kind, "when": when, "load": load, "departments": list(units)}


def rows(made: Roadmap) -> list[tuple[str, str, int, int]]:
    """Return the rows as unit, quarter, points and percent."""
    return [(load.unit, f"{load.quarter.first:%Y-%m}", load.points, load.percent) for load in reckon_workload(made)]


def test_impact_weighs_the_steps_of_a_quarter() -> None:
    """A step goes live on its first day; who says nothing about impact counts for two."""
    made = roadmap(
        unit(
            "a",
            step("a1", "2027-01-11", impact=5),
            step("a2", "2027-Q1"),
            step("a3", {"from": "2027-03", "until": "2027-12"}, impact=1),
            step("a4", "2027-04"),
        ),
        unit("b", step("b1", "2027-spring")),
    )
    # a, first quarter: 5 + 2 + 1 = 8 points, 80 percent; second: 2 points. Spring begins in March.
    assert rows(made) == [("a", "2027-01", 8, 80), ("a", "2027-04", 2, 20), ("b", "2027-01", 2, 20)]
    assert reckon_workload(made)[0].steps == ("a1", "a2", "a3")


def test_what_is_not_announced_or_not_known_to_a_quarter_weighs_nothing() -> None:
    """A year says nothing about the quarter; an idea was not promised to anybody."""
    made = roadmap(
        unit(
            "a",
            step("a1", "2026-05", status="done"),
            step("a2", "2027"),
            step("a3", "2027-Q3", status="idea"),
            step("a4", "later"),
        )
    )
    assert rows(made) == []


def test_seasons_add_what_is_busy_already() -> None:
    """The fullest season of a quarter counts: of the unit, of one above it, or of everyone."""
    made = roadmap(
        unit("top"),
        unit("a", step("a1", "2027-02"), part_of="top"),
        unit("b", step("b1", "2027-02")),
        seasons=(
            season("everyone", "quiet", "2027-07", 20),
            season("top", "busy", {"from": "2027-03", "until": "2027-04"}, 70, "top"),
            season("own", "quiet", "2027-02", 40, "a"),
            season("unknown", "busy", "2028-Q1", None, "a"),
        ),
    )
    # a: 20 + the higher of 70 and 40; April still 70; July 20; a season without load adds none.
    assert rows(made) == [
        ("a", "2027-01", 2, 90),
        ("a", "2027-04", 0, 70),
        ("a", "2027-07", 0, 20),
        ("a", "2028-01", 0, 0),
        ("b", "2027-01", 2, 20),
        ("b", "2027-07", 0, 20),
    ]
    assert reckon_workload(made)[0].seasons == (SeasonKind.QUIET, SeasonKind.BUSY)


def test_a_season_lasts_no_longer_than_the_programme() -> None:
    """From the start, 2025, to the horizon, 2031: seven years of four quarters."""
    made = roadmap(
        unit("a", step("a1", "2027-02")), seasons=(season("always", "busy", {"from": 2000, "until": 2199}, 50),)
    )
    assert len(reckon_workload(made)) == 28


@pytest.mark.parametrize(("impact", "level"), [(3, Level.CALM), (4, Level.FULL), (5, Level.FULL)])
def test_levels(impact: int, level: Level) -> None:
    """With 40 percent of their own: 70 is calm, 80 and 90 are full."""
    made = roadmap(unit("a", step("a1", "2027-02", impact=impact)), seasons=(season("own", "busy", "2027-02", 40),))
    assert reckon_workload(made)[0].level is level


def test_too_full_is_over_the_most_load_of_the_site() -> None:
    """The same 50 percent is too full for a site that wants no more than 49."""
    units = (unit("a", step("a1", "2027-02", impact=5)),)
    assert reckon_workload(roadmap(*units, adoption={"most_load": 50}))[0].level is Level.FULL
    assert reckon_workload(roadmap(*units, adoption={"most_load": 49}))[0].level is Level.TOO_FULL


def test_months_count_only_steps_that_know_theirs() -> None:
    """A quarter or season has no month; a range goes live at its first end."""
    made = roadmap(
        unit(
            "a",
            step("a1", "2027-03-08"),
            step("a2", "2027-03"),
            step("a3", {"from": "2027-03-22", "until": "2027-Q3"}),
            step("a4", "2027-spring"),
            step("a5", "2027-03", status="idea"),
        )
    )
    assert changes_by_month(made) == {("a", parse_period("2027-03")): ("a1", "a2", "a3")}


def test_clashes_are_sure() -> None:
    """A day in a busy season clashes; a month that is only partly in it, or a quiet season, does not."""
    made = roadmap(
        unit("top"),
        unit("a", step("day", "2027-03-10"), step("month", "2027-03"), step("later", "later"), part_of="top"),
        unit("b", step("other", "2027-03-10"), step("quiet", "2027-07-05")),
        seasons=(
            season("vote", "busy", {"from": "2027-03-08", "until": "2027-03-19"}, None, "top"),
            season("summer", "quiet", "2027-07"),
        ),
    )
    assert list(clashes(made)) == [Clash("day", "vote")]
    assert list(clashes(roadmap(unit("a", step("day", "2027-03-10"))))) == []


def test_quarters() -> None:
    """Three months each."""
    assert [quarter_of(dt.date(2027, month, 1)).first for month in (1, 3, 4, 12)] == [
        dt.date(2027, 1, 1),
        dt.date(2027, 1, 1),
        dt.date(2027, 4, 1),
        dt.date(2027, 10, 1),
    ]
