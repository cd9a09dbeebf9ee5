"""What goes on, what comes, and what was reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from stip.model import Roadmap, Step
from stip.pages.context import Context
from stip.pages.lanes import are_clusters, lanes_of
from stip.pages.selection import band_of, choices, coming, current, going, heads, reached
from stip.periods import parse_period

TODAY = dt.date(2026, 11, 16)
Make = Callable[..., Roadmap]


def step(name: str, when: str, status: str = "planned", **more: object) -> Step:
    return Step.model_validate({"id": name, "title": name, "when": when, "status": status, **more})


def names(steps: tuple[Step, ...]) -> list[str]:
    return [one.id for one in steps]


def test_going_is_running_or_delayed_by_date() -> None:
    steps = [step("b", "2026-12", "delayed"), step("a", "2026-10", "running"), step("c", "2026-11")]
    assert names(going(steps)) == ["a", "b"]


def test_coming_counts_a_begun_step_by_its_end() -> None:
    steps = [
        step("long", {"from": "2026-01", "until": "2027-06"}, "running"),  # type: ignore[arg-type]
        step("soon", "2026-12"),
        step("past", "2026-01"),
        step("later", "later"),
    ]
    assert names(coming(steps, TODAY)) == ["soon", "long"]


def test_reached_is_newest_first_and_no_older_than_a_year() -> None:
    steps = [
        step("old", "2025-01", "done"),
        step("a", "2026-05", "done"),
        step("b", "2026-06", "done"),
        step("feast", "2026-06", "done", kind="celebration"),
    ]
    assert names(reached(steps, TODAY)) == ["feast", "b", "a"]


@pytest.mark.parametrize(
    ("statuses", "how", "which"),
    [
        (["done", "running", "planned"], "now", 1),
        (["done", "planned", "idea"], "next", 1),
        (["done", "done"], "done", 1),
        (["stopped"], "", 0),
    ],
)
def test_current(statuses: list[str], how: str, which: int) -> None:
    steps = [step(f"s{i}", f"2027-0{i + 1}", status) for i, status in enumerate(statuses)]
    found = current(steps, TODAY)
    assert found == ((how, steps[which]) if how else None)


@pytest.mark.parametrize(
    ("when", "band"),
    [("2025", "now"), ("2027-05-16", "now"), ("2027-05-17", "soon"), ("2028-11-17", "later"), ("later", "later")],
)
def test_bands_go_by_time(make: Make, when: str, band: str) -> None:
    context = Context.of(make(), directory_urls=True)
    assert band_of(parse_period(when), context) == band


def test_heads_and_choices(full: Roadmap) -> None:
    """A team has no road of its own beside its department; what was merged has none at all."""
    context = Context.of(full, directory_urls=True)
    assert [unit.id for unit in heads(context)] == ["one", "two", "alone"]
    assert [unit.id for unit in choices(context)] == ["one", "two", "alone"]


def test_a_flat_organisation_keeps_its_lanes(make: Make) -> None:
    units = [
        {"id": f"u{i}", "name": f"u{i}", "steps": [{"id": f"s{i}", "title": "s", "when": "2027"}]} for i in range(15)
    ]
    lanes = lanes_of(Context.of(make(*units), directory_urls=True))
    assert len(lanes) == 15
    assert not are_clusters(lanes)
