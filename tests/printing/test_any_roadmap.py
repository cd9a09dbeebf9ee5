"""Of any roadmap there is a good sheet or a clear sentence: nothing crashes, nothing is left out, all can be read."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from building import write_project
from prints import plain
from roadmaps import organisation
from samples import mission
from samples import roadmap as sample
from stip.diagrams import find_engine
from stip.loading import load
from stip.model import Roadmap
from stip.poster import ORIENTATIONS, SIZES, write_svg
from stip.printing import Order, draw_poster, draw_told
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


def loaded(folder: Path, change: Mapping[str, str], *, organisation: str = "Zz") -> Roadmap:
    """Return a small roadmap in whose files each key of `change` is replaced by its value."""
    files = {**sample(departments=2), **mission()}
    for old, new in {"organisation: Test": f"organisation: {organisation}", **change}.items():
        files = {path: text.replace(old, new) for path, text in files.items()}
    made = load(write_project(folder, files) / "roadmap.yaml").roadmap
    assert made
    return made


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("size", ["a0", "a3"])
def test_of_sixty_years_those_with_room_are_named_and_lie_over_no_other(
    size: str, orientation: str, tmp_path: Path
) -> None:
    made = loaded(tmp_path, {"start: 2026-Q1": "start: 1998-Q1", "when: 2030}": "when: 2060}"})
    drawing = draw_poster(made, Order(size, orientation))
    labels = [item for item in drawing.letters if item.plain.isdigit() and item.x == 12.0]
    assert {"2027", "2028", "2050"} <= {item.plain for item in labels}
    tops = sorted((item.y - item.size * 0.7, item.y) for item in labels)
    assert all(above[1] <= below[0] for above, below in itertools.pairwise(tops))


def test_a_long_name_leaves_the_day_and_the_edition_on_the_sheet(tmp_path: Path) -> None:
    made = loaded(tmp_path, {}, organisation="W" * 180)
    drawing = draw_poster(made, Order("a3", "portrait"))
    (imprint,) = (item for item in drawing.letters if "16 november 2026" in item.plain)
    assert imprint.plain.startswith("WWW")
    assert imprint.plain.endswith("\u2026 \u00b7 Bijgewerkt op 16 november 2026 \u00b7 Concept")
    assert imprint.box.right <= drawing.sheet.world[0]
