"""Letters and marks keep apart, and stay as near to their places as that allows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stip.charts.lettering import shelve, spread, thinned

places = st.lists(st.floats(0, 300), max_size=12).map(sorted)


@given(places, st.floats(1, 20))
def test_spread_keeps_order_and_room(wanted: list[float], pitch: float) -> None:
    found = spread(wanted, pitch, 0, 300)
    assert all(after - before >= pitch - 1e-6 for before, after in pairwise(found))
    assert all(-1e-6 <= place <= 300 + 1e-6 for place in found)


def test_spread_leaves_alone_what_is_apart_and_shares_the_way() -> None:
    assert spread([10, 100], 20, 0, 300) == [10, 100]
    assert spread([100, 100], 20, 0, 300) == pytest.approx([90, 110])
    assert spread([5, 5], 20, 0, 300) == pytest.approx([0, 20])
    assert spread([299, 300], 20, 0, 300) == pytest.approx([280, 300])


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(1, 200)), max_size=12))
def test_nothing_on_a_shelf_meets(wanted: list[tuple[float, float]]) -> None:
    found = shelve(wanted, 0, 300, gap=4)
    boxes = sorted((one.shelf, one.left, one.left + width) for one, (_, width) in zip(found, wanted, strict=True))
    assert all(a[0] < b[0] or a[2] + 4 <= b[1] + 1e-6 for a, b in pairwise(boxes))
    assert all(one.left >= 0 and one.left + width <= 300 + 1e-6 for one, (_, width) in zip(found, wanted, strict=True))


def test_the_more_important_stays() -> None:
    assert thinned([(0, 50, 2), (40, 50, 1), (100, 50, 2)]) == [1, 2]
    assert thinned([]) == []
