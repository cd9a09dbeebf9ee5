"""Boxes overlap when they share room, or come nearer than the gap that is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stip.pen.boxes import Rect, around, is_free

BOX = Rect(10, 10, 20, 10)
boxes = st.builds(Rect, *(st.integers(-30, 30),) * 2, *(st.integers(1, 30),) * 2)


@pytest.mark.parametrize(
    ("other", "gap", "meets"),
    [
        (Rect(30, 10, 5, 5), 0, False),
        (Rect(29.9, 10, 5, 5), 0, True),
        (Rect(30, 10, 5, 5), 1, True),
        (Rect(31, 10, 5, 5), 1, False),
        (Rect(12, 21, 5, 5), 2, True),
        (Rect(0, 0, 100, 100), 0, True),
    ],
)
def test_boxes_meet(other: Rect, gap: float, *, meets: bool) -> None:
    assert BOX.overlaps(other, gap) is other.overlaps(BOX, gap) is meets


@given(boxes, st.lists(boxes, max_size=6), st.integers(0, 5))
def test_a_box_is_free_when_it_overlaps_none(box: Rect, taken: list[Rect], gap: int) -> None:
    assert is_free(box, taken, gap) is not any(box.overlaps(other, gap) for other in taken)


def test_edges_and_what_lies_inside() -> None:
    assert (BOX.right, BOX.bottom) == (30, 20)
    assert BOX.within(BOX)
    assert not Rect(10, 10, 21, 10).within(BOX)
    assert around(15, 15, 2).within(BOX)
    assert BOX.holds(15, 15)
    assert not BOX.holds(32, 15)
    assert BOX.holds(32, 15, 3)
