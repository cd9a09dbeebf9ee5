"""Path data: steps and places are the same line, and roundings do not add up."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pen.tracing import drawn
from stip.pen.paths import Point, between, curve, joined, polyline

coordinates = st.floats(-900, 900)
points = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=40)


@given(listed=points, closed=st.booleans(), draw=st.sampled_from([polyline, curve]))
def test_steps_and_places_are_the_same_line(*, listed: list[Point], closed: bool, draw: Callable[..., str]) -> None:
    steps, places = draw(listed, closed=closed), draw(listed, closed=closed, places=True)
    assert steps.endswith("z") is places.endswith("z") is closed
    assert steps.count("M") == 1
    for one, other in zip(drawn(steps), drawn(places), strict=True):
        assert one == pytest.approx(other, abs=0.11)


@given(points)
def test_roundings_do_not_add_up(listed: list[Point]) -> None:
    for one, other in zip(drawn(polyline(listed)), listed, strict=True):
        assert one == pytest.approx(other, abs=0.11)


def test_a_curve_goes_through_its_points() -> None:
    listed = [(0.0, 0.0), (10.0, 5.0), (20.0, 0.0), (30.0, 9.0)]
    assert [(round(x, 1), round(y, 1)) for x, y in drawn(curve(listed))[::3]] == listed
    [*_, back] = drawn(curve(listed, closed=True))
    assert back == pytest.approx(listed[0])


def test_no_and_one_point() -> None:
    assert polyline([]) == curve([]) == ""
    assert polyline([(1, 2)]) == curve([(1, 2)], places=True) == "M1 2"


@pytest.mark.parametrize("places", [False, True])
def test_joined_pieces_are_one_outline(*, places: bool) -> None:
    upper, lower = ([(0.0, y), (10.0, y), (20.0, y)] for y in (0.0, 5.0))
    outline = joined(curve(upper, places=places), curve(lower[::-1], places=places))
    assert (outline.count("M"), outline.count("L"), outline[-1]) == (1, 1, "z")
    assert drawn(outline)[7:8] == [(20.0, 5.0)]


@given(st.tuples(coordinates, coordinates), st.tuples(coordinates, coordinates), st.floats(5, 200), st.integers(1, 4))
def test_points_between_are_as_near_as_asked(start: Point, end: Point, step: float, least: int) -> None:
    found = between(start, end, step, least)
    assert found[0] == start
    assert found[-1] == pytest.approx(end)
    assert len(found) > least
    assert all(math.dist(a, b) <= step + 1e-6 for a, b in pairwise(found))
