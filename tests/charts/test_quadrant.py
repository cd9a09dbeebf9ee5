"""A field of two axes: discs stand where their values say, pushed apart only where they would meet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from charts.reading import forms, said, shapes, span, words, wrong
from stip.charts import About, Ends, Mark, QuadrantSpec, draw_quadrant

WORK = Ends(Decimal(1), Decimal(5), "weinig werk", "veel werk", "Werk")
GAIN = Ends(Decimal(1), Decimal(5), "levert weinig op", "levert veel op", "Opbrengst")
CORNERS = ("Nu doen", "Plannen", "Soms", "Niet doen")


def quadrant(*marks: Mark, corners: tuple[str, str, str, str] = CORNERS) -> QuadrantSpec:
    return QuadrantSpec(About("q", "Wat eerst?", "Dit eerst."), WORK, GAIN, marks, "Nr", "Wat", corners)


def middles(spec: QuadrantSpec, form: str = "wide") -> list[tuple[float, float]]:
    boxes = [span(d) for d in shapes(forms(draw_quadrant(spec))[form], "stip-ch-disc")]
    return [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in boxes]


def test_more_is_right_and_above() -> None:
    low, middle, high = middles(quadrant(Mark(1, "a", 1, 1), Mark(2, "b", 3, 3), Mark(3, "c", 5, 5)))
    assert low[0] < middle[0] < high[0]
    assert low[1] > middle[1] > high[1]


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_thirty_at_one_place_all_are_seen(form: str) -> None:
    places = middles(quadrant(*(Mark(number, "a", 3, 3) for number in range(1, 31))), form)
    assert len(places) == 30
    for i, (x, y) in enumerate(places):
        assert all(max(abs(x - x2), abs(y - y2)) >= 27 for x2, y2 in places[i + 1 :])


def test_a_disc_that_moved_has_a_line_to_its_own_place() -> None:
    alone = forms(draw_quadrant(quadrant(Mark(1, "a", 3, 3))))["wide"]
    assert not shapes(alone, "stip-ch-lead")
    both = forms(draw_quadrant(quadrant(Mark(1, "a", 3, 3), Mark(2, "b", 3, 3))))["wide"]
    assert len(shapes(both, "stip-ch-lead")) == 1


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_the_ends_and_corners_are_named(form: str) -> None:
    told = said(forms(draw_quadrant(quadrant()))[form])
    for wanted in ("levert veel op", "levert weinig op", *CORNERS):
        assert wanted in told
    assert "weinig werk" in told.replace("\u2190 ", "")


def test_a_disc_in_a_corner_leaves_its_word_alone() -> None:
    corners = [Mark(1, "a", 1, 1), Mark(2, "b", 1, 5), Mark(3, "c", 5, 1), Mark(4, "d", 5, 5)]
    chart = draw_quadrant(quadrant(*corners))
    assert wrong(chart) == []
    for root in forms(chart).values():
        named = [word.box for word in words(root) if word.says in CORNERS]
        for left, top, right, bottom in (span(d) for d in shapes(root, "stip-ch-disc")):
            assert all(right < b.x or left > b.right or bottom < b.y or top > b.bottom for b in named)


def test_the_table_says_the_values() -> None:
    chart = draw_quadrant(quadrant(Mark(2, "b", 4, 2, across_text="veel"), Mark(1, "a", 1, 1)))
    assert [row.cells for row in chart.rows] == [("1", "a", "1", "1"), ("2", "b", "veel", "2")]
