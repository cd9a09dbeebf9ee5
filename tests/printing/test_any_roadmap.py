"""Of any roadmap there is a good sheet or a clear sentence: nothing crashes, nothing is left out, all can be read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from prints import plain
from roadmaps import organisation
from stip.diagrams import find_engine
from stip.poster import SIZES, write_svg
from stip.printing import Order, draw_told
from stip.printing.plan import plan_poster
from stip.problems import StipError

SIX = ((3, 40, 0), (6, 12, 0), (10, 20, 3), (14, 8, 4), (20, 7, 0), (30, 5, 5))
"""Departments, steps of each, and clusters."""


@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize(("departments", "steps", "clusters"), SIX)
def test_a_good_sheet_or_a_clear_sentence(
    departments: int, steps: int, clusters: int, tmp_path: Path, *, long: bool
) -> None:
    made = organisation(tmp_path, departments, steps, clusters, long=long)
    order = Order("a0")
    try:
        drawing, told = draw_told(made, order)
    except StipError as error:
        first, *rest = str(error).split(". ")
        assert "A0 liggend" in first
        assert rest
        return
    least = order.sheet.least / order.sheet.scale
    assert min(item.size for item in drawing.letters) >= least - 1e-9
    told_steps = Counter(plain("".join(item.lines)) for item in drawing.letters if item.role == "step")
    assert told_steps == Counter(plain(step.title) for step in made.steps.values())
    # Where there is room, a date stands under each title.
    assert sum(item.role == "date" for item in drawing.letters) in {0, len(made.steps)}
    names = {plain("".join(item.lines)) for item in drawing.letters if item.role == "unit"}
    shown = {plain(unit.label) for unit in made.units.values() if bool(unit.steps) != bool(told)}
    assert names == shown
    assert "var(" not in write_svg(drawing)


def test_six_departments_of_twelve_steps_have_a_sheet_of_every_size(tmp_path: Path) -> None:
    made = organisation(tmp_path, 6, 12)
    for size in SIZES:
        assert plan_poster(made, Order(size), find_engine()).told == ()
