"""Dependency lines: those of one step share their way, those of others run beside it, and none makes a long detour."""

from __future__ import annotations

import itertools
import math
from functools import cache

import pytest

from posters import FITS, placed, roadmap
from stip.poster.dependencies import Line, find_lines
from stip.printing import poster_spec

CELL = 1.5
"""Two lines in one cell of so many mm, both going the same way there, lie over each other."""


@cache
def lines(size: str, orientation: str) -> tuple[Line, ...]:
    """Return the lines on a sheet of the example."""
    return tuple(find_lines(poster_spec(roadmap()).map, placed(size, orientation), []))


def cells(line: Line) -> set[tuple[int, int, bool]]:
    """Return what a line takes: cells, and whether it goes up and down there or across."""
    found = set()
    for (ax, ay), (bx, by) in itertools.pairwise(line.corners):
        steps = max(1, int(math.dist((ax, ay), (bx, by)) / CELL))
        upright = abs(by - ay) > abs(bx - ax)
        for i in range(steps):
            x, y = ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps
            found.add((int(x / CELL), int(y / CELL), upright))
    return found


def length(line: Line) -> float:
    """Return how long a line is, in mm."""
    return sum(math.dist(one, other) for one, other in itertools.pairwise(line.corners))


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_lines_of_different_steps_run_beside_each_other(size: str, orientation: str) -> None:
    taken: dict[str, set[tuple[int, int, bool]]] = {}
    for line in lines(size, orientation):
        taken.setdefault(line.first, set()).update(cells(line))
    total = sum(map(len, taken.values()))
    over = sum(len(one & other) for one, other in itertools.combinations(taken.values(), 2))
    assert over < 0.06 * total


def test_lines_of_one_step_share_their_way() -> None:
    found = lines("a0", "landscape")
    several = [[line for line in found if line.first == first] for first in sorted({line.first for line in found})]
    apart = sum(len(cells(line)) for own in several for line in own)
    together = sum(len(set().union(*(cells(line) for line in own))) for own in several)
    assert together < 0.85 * apart


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_no_line_makes_a_long_detour(size: str, orientation: str) -> None:
    ways = [length(line) / math.dist(line.corners[0], line.corners[-1]) for line in lines(size, orientation)]
    assert sum(ways) / len(ways) < 1.35
    assert max(ways) < 3


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_a_line_goes_from_its_mark_to_just_before_the_other(size: str, orientation: str) -> None:
    marks = {key: mark for road in placed(size, orientation).roads for key, mark in road.marks.items()}
    for line in lines(size, orientation):
        assert math.dist(line.corners[0], marks[line.first]) < 1
        (ax, ay), (x, y), (mx, my) = *line.corners[-2:], marks[line.second]
        away = math.dist((x, y), (mx, my))
        assert 2 < away < 20
        # Its arrow points at the mark.
        assert ((x - ax) * (mx - x) + (y - ay) * (my - y)) / away / math.dist((ax, ay), (x, y)) > 0.5
