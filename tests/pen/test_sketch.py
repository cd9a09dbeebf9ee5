"""A hand wavers a little, never far, and for the same names in the same way."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pen.tracing import drawn
from stip.pen.sketch import board, hand, ring, stroke, wavering


def test_the_same_names_give_the_same_hand_and_others_another() -> None:
    one, same, other = (stroke((0, 0), (200, 0), hand("weg", name)) for name in (1, 1, 2))
    assert one == same != other


def test_any_name_seeds_a_hand() -> None:
    assert hand("\ud800").random() == hand("\ud800").random()


@given(st.text(), st.floats(0.1, 3))
def test_a_stroke_strays_little_and_ends_near_its_end(name: str, amount: float) -> None:
    found = drawn(stroke((10, 50), (400, 50), hand(name), amount))
    assert all(abs(y - 50) <= 3 * amount + 0.2 for _, y in found)
    assert [found[0][0], found[-1][0]] == pytest.approx([10, 400], abs=0.1)


def test_a_line_wavers_across_itself_alone() -> None:
    moved = wavering([(0.0, 0.0), (0.0, 50.0), (0.0, 100.0)], hand("lijn"), 2)
    assert [y for _, y in moved] == pytest.approx([0, 50, 100])
    assert any(x != 0 for x, _ in moved)


@given(st.text(), st.floats(1, 300), st.floats(1, 300))
def test_a_board_keeps_to_its_box(name: str, width: float, height: float) -> None:
    found = drawn(board(5, 7, width, height, hand(name)))
    assert all(4.3 <= x <= 5.7 + width and 6.3 <= y <= 7.7 + height for x, y in found)


@pytest.mark.parametrize("places", [False, True])
def test_a_ring_lies_about_its_middle(*, places: bool) -> None:
    d = ring(30, 40, 12, hand("ring"), 0.5, places=places)
    assert d.endswith("z")
    assert all(11.3 <= math.dist((30, 40), point) <= 12.7 for point in drawn(d)[::3])
