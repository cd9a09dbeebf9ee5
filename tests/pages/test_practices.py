"""Practices as facts, in a few words, and together: from their fields alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from inventing import Inventor
from stip.model import Roadmap, practice_kinds
from stip.model.indicators import progress_of
from stip.model.practices import Ambassador
from stip.model.programme import Indicator
from stip.pages.context import Context
from stip.pages.links import Here
from stip.pages.views.entries import entries, entry, naming_unit
from stip.pages.views.facts import Fact, FactLine, merged, told
from stip.pages.views.items import phone_link
from stip.pages.views.practices import card, table, units_of
from stip.text.words import words_for

Make = Callable[..., Roadmap]
WORDS = words_for("nl")


def here(roadmap: Roadmap, **lists: list[dict[str, Any]]) -> Here:
    """Stand on the home page of a roadmap with these practices, by the key of their list."""
    kinds = practice_kinds()
    made = [
        kinds[key].model_validate({"title": "Zz" + item["id"], **item}) for key, its in lists.items() for item in its
    ]
    return Context.of(replace(roadmap, practices=tuple(made)), directory_urls=True).at("index.md")


def organisation(make: Make) -> Roadmap:
    """Return a cluster with a department and its team, and a department alone."""
    steps = [{"id": "step", "title": "Zzstep", "when": "2027"}]
    return make(
        {"id": "cluster", "name": "Zzcluster"},
        {"id": "dep", "name": "Zzdep", "part_of": "cluster", "steps": steps},
        {"id": "team", "name": "Zzteam", "part_of": "dep"},
        {"id": "alone", "name": "Zzalone"},
    )


def test_merged_joins_labels_and_drops_what_is_empty() -> None:
    """One label stands once, where it came first; the same line is not said twice."""
    one, two = FactLine("1"), FactLine("2")
    facts = merged([Fact("a", (one,)), Fact("b", ()), Fact("c", (one,)), Fact("a", (one, two))])
    assert facts == (Fact("a", (one, two)), Fact("c", (one,)))


def test_nothing_told_is_no_line() -> None:
    """A question without an answer is left out later."""
    assert (told("a", None).lines, told("a", "b").lines) == ((), (FactLine("b"),))


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("0500-12 34 56", "tel:0500123456"),
        ("+31 (0)500 123", "tel:+310500123"),
        ("14 0500", "tel:140500"),
        ("toestel 12", ""),
        ("12", ""),
        ("", ""),
    ],
)
def test_phone_link(written: str, link: str) -> None:
    """Only what is a number can be called."""
    assert phone_link(written) == link


@pytest.mark.parametrize(
    ("baseline", "now", "target", "share"),
    [
        ("0", "25", "100", 25),
        ("40", "30", "20", 50),
        ("6,5", "7", "7,5", 50),
        ("1.000", "1.250", "2.000", 25),
        ("10", "5", "20", 0),
        ("10", "30", "20", 100),
        ("10", "10", "10", None),
        ("weinig", "10", "20", None),
        ("10", None, "20", None),
    ],
)
def test_percent_of_the_way(baseline: str, now: str | None, target: str, share: int | None) -> None:
    """Down is a way too; never less than nothing or more than all, and nothing is guessed."""
    measures = {"baseline": baseline, "now": now, "target": target}
    fields = {key: {"value": value, "when": "2026"} for key, value in measures.items() if value}
    made = progress_of(Indicator.model_validate({"title": "Zz", **fields}))
    assert (made.share if made else None) == share


def test_units_of_a_practice(make: Make) -> None:
    """Its departments with all under them, else those of its moments when each of them says so."""
    moments = [{"when": "2027-01-11", "departments": ["team"]}, {"when": "2027-01-12", "departments": ["alone"]}]
    open_moment = {"when": "2027-01-13"}
    place = here(
        organisation(make),
        trainings=[
            {"id": "named", "departments": ["dep"], "dates": [*moments]},
            {"id": "moments", "dates": [*moments]},
            {"id": "open", "dates": [*moments, open_moment]},
            {"id": "steps", "steps": ["step"]},
        ],
    )
    roadmap = place.context.roadmap
    found = [units_of(one, roadmap) for one in roadmap.practices]
    assert found == [("dep", "team"), ("team", "alone"), (), ()]
    assert [one.id for one in roadmap.for_everyone] == ["open", "steps"]


def test_naming_a_unit_each_once_in_listed_order(make: Make) -> None:
    """By the unit, one above or below it, or a step; not by a unit beside it."""
    place = here(
        organisation(make),
        trainings=[
            {"id": "both", "departments": ["team"], "steps": ["step"]},
            {"id": "above", "departments": ["cluster"]},
            {"id": "beside", "departments": ["alone"]},
        ],
        aids=[{"id": "aid", "form": "card", "channel": "paper", "steps": ["step"]}],
    )
    found = naming_unit(place.context.roadmap.units["dep"], place)
    assert [one.id for one in found] == ["both", "above", "aid"]


def test_entries_are_by_group_with_those_to_come_first(make: Make) -> None:
    """What is for who reads goes before what is for everyone, and what is left out is counted."""
    days = {"gone": "2026-01-12", "soon": "2026-12-14", "later": "2027-03-01", "general": "2026-11-20"}
    place = here(organisation(make), trainings=[{"id": key, "dates": [{"when": day}]} for key, day in days.items()])
    *named, general = place.context.roadmap.practices
    (group,) = entries(named, place, most=3, others=[general])
    assert group.title == WORDS("site.group.train")
    assert [entry.title for entry in group.entries] == ["Zzsoon", "Zzlater", "Zzgeneral"]
    assert group.more
    assert group.more.text == WORDS("site.practice.more", count=1)


@pytest.mark.parametrize("key", practice_kinds())
def test_what_may_be_left_out_is_not_missed(make: Make, key: str) -> None:
    """Of every kind: a practice that says only what it must, has a card and is an entry on the page of its step."""
    known = {"step": ["step"], "unit": ["dep"], "goal": ["doel"]}
    least = Inventor(known, share=0).record(practice_kinds()[key])
    place = here(organisation(make), **{key: [{**least, "id": "zz", "title": "Zzleast", "steps": ["step"]}]})
    (practice,) = place.context.roadmap.practices
    shown = entry(practice, place)
    assert shown.title.startswith("Zzleast") or isinstance(practice, Ambassador)
    assert "None" not in repr((shown.note, card(practice, place).chip))


def test_a_tool_that_is_gone_is_no_entry(make: Make) -> None:
    """Nobody works with it any more."""
    tools = [{"id": "old", "status": "leaving", "until": "2026-10"}, {"id": "new", "status": "recommended"}]
    place = here(organisation(make), tools=tools)
    (group,) = entries(place.context.roadmap.practices, place)
    assert [entry.title for entry in group.entries] == ["Zznew"]


def test_a_rollout_tells_a_unit_its_own_turn(make: Make) -> None:
    """That of the nearest unit above it, when no wave names the unit itself."""
    waves = [
        {"title": "Zz1", "when": "2027-01", "departments": ["cluster"]},
        {"title": "Zz2", "when": "2027-02", "departments": ["dep"]},
    ]
    place = here(organisation(make), rollouts=[{"id": "r", "waves": waves}])
    roadmap = place.context.roadmap
    (group,) = entries(roadmap.practices, place, unit=roadmap.units["team"])
    assert group.entries[0].note == WORDS("site.practice.turn", when="februari 2027")


def test_a_table_leaves_out_empty_columns(make: Make) -> None:
    """What follows from a practice is a column behind its own."""
    budget = {"id": "b", "year": 2026, "amount": 1000, "spent": 250}
    place = here(organisation(make), idea_budgets=[budget])
    shown = table(practice_kinds()["idea_budgets"], place.context.roadmap.practices, place)
    assert len(shown.columns) == len(shown.rows[0].cells) == 4
    assert shown.columns[-1] == WORDS("site.practice.left")
    assert [line.text for line in shown.rows[0].cells[-1]] == ["€\xa0750"]


def test_a_time_saving_is_written_as_a_sum(make: Make) -> None:
    """The factors stand in the sum, not beside it."""
    saving = {"id": "s", "minutes": "2,5", "times": 240, "people": 12}
    place = here(organisation(make), time_savings=[saving])
    shown = card(place.context.roadmap.practices[0], place)
    line = WORDS("site.practice.time_saving", minutes="2,5", times="240", people="12", hours="120")
    assert shown.facts == (Fact(WORDS("site.practice.time_saving_label"), (FactLine(line),)),)
