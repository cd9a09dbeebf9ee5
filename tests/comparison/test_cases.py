"""Every case of cases/: what somebody changes in a roadmap, and exactly what a reviewer reads of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import yaml

from stip.comparison import FORMATS, Report, Side, compare
from stip.comparison.compare import ADDED, BODY, FIELD, NEW_ID, ORDER, REMOVED
from stip.comparison.records import FieldKind
from stip.editions import GoalChangeKind, StepChangeKind, UnitChangeKind, WholeChange
from stip.text.words import words_for
from versions import BASE, HERE, edited

CASES: Mapping[str, Any] = {
    f"{path.stem}: {name}": case
    for path in sorted((HERE / "cases").glob("*.yaml"))
    for name, case in yaml.safe_load(path.read_text("utf-8")).items()
}
MakeSide = Callable[..., Side]


def compared(case: Mapping[str, Any], side: MakeSide) -> Report:
    """Compare the files of a case, `before` and after `change`; each is a change of the files that all share."""
    old, new = (side(edited(case.get(key, []), BASE), case.get("audience", "staff")) for key in ("before", "change"))
    return Report(compare(old, new), words_for(case.get("language", "nl")))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, side: MakeSide) -> None:
    """The sentences are these, word for word; what comes before them is from what to what, and how much of what."""
    report = compared(CASES[name], side)
    first, *rest = FORMATS["text"](report).split("\n\n")
    assert first.rstrip("\n") == report.heads[0]
    assert "\n\n".join(rest[1:]) == CASES[name].get("says", "")
    assert bool(report.count) == bool(CASES[name].get("says"))
    for told in FORMATS.values():
        assert told(report).endswith("\n")


def test_every_kind_of_change_has_a_case(side: MakeSide) -> None:
    """Whatever can be said of a change is said in some case."""
    said = set(kinds(side))
    steps = {f"step {kind}" for kind in StepChangeKind} - {"step other"}
    units = {f"unit {kind}" for kind in UnitChangeKind} - {"unit other"}
    goals = {f"goal {kind}" for kind in GoalChangeKind}
    assert (steps | units | goals | {f"mission {kind}" for kind in WholeChange}) - said == set()
    assert {f"training {kind}" for kind in (ADDED, REMOVED, NEW_ID, FIELD, ORDER)} - said == set()
    assert {f"question {BODY}", *(f"field {kind}" for kind in FieldKind)} - said == set()


def kinds(side: MakeSide) -> Iterator[str]:
    """Yield the kind of every change of every case, after the kind of record that it is about."""
    for case in CASES.values():
        for change in compared(case, side).comparison.changes:
            yield f"{change.record} {change.kind}"
            if change.field:
                yield f"field {change.field.kind}"
