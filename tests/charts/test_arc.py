"""The arc of tension: full where measured, dashed where expected, triangles on the line at their day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.reading import forms, links, said, shapes, span, wrong
from stip.charts import About, ArcPoint, ArcSpec, Figure, Warned, draw_arc
from stip.charts.hills import hill

LEVELS = (Figure(Decimal(1), "rustig"), Figure(Decimal(2), "druk"))
LIMIT = Figure(Decimal(3), "te druk")


def arc(*points: ArcPoint, warnings: tuple[Warned, ...] = (), today: date | None = None) -> ArcSpec:
    about = About("a", "Hoe druk?", "Druk.")
    names = ("Wanneer", "Hoe druk", "gemeten", "verwacht")
    return ArcSpec(about, points, LEVELS, *names, LIMIT, today, "Vandaag", warnings, "Ingrijppunt")


def point(year: int, value: int, *, measured: bool = True) -> ArcPoint:
    return ArcPoint(date(year, 6, 1), f"juni {year}", Figure(Decimal(value), str(value)), measured)


POINTS = (point(2028, 3, measured=False), point(2026, 1), point(2027, 2), point(2030, 1, measured=False))
WARNINGS = (Warned(2, date(2028, 6, 1), "Start", "../2/", "juni 2028"), Warned(1, date(2027, 6, 1), "Proef"))


def test_measured_and_expected_are_two_lines_that_join() -> None:
    root = forms(draw_arc(arc(*POINTS)))["wide"]
    [whole, dashed] = [span(d) for d in shapes(root, "stip-ch-line")[:2]]
    assert whole[2] == pytest.approx(dashed[0], abs=0.2)
    assert len(shapes(root, "stip-ch-hill--expected")) == 1


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_levels_years_today_and_numbers_are_told(form: str) -> None:
    root = forms(draw_arc(arc(*POINTS, warnings=WARNINGS, today=date(2027, 9, 1))))[form]
    told = said(root).split()
    for wanted in ("rustig", "druk", "Vandaag", "2027", "2029", "1", "2"):
        assert wanted in told


def test_a_triangle_stands_over_its_day() -> None:
    root = forms(draw_arc(arc(*POINTS, warnings=WARNINGS)))["wide"]
    first, second = (span(d) for d in shapes(root, "stip-ch-warn"))
    lines = shapes(root, "stip-ch-line")
    joint = span(lines[0])[2]
    assert (first[0] + first[2]) / 2 == pytest.approx(joint, abs=2)
    assert second[0] > first[2]


@pytest.mark.parametrize("form", ["wide", "narrow"])
@pytest.mark.parametrize("count", [2, 5, 14])
def test_triangles_of_one_day_are_all_seen(form: str, count: int) -> None:
    same = tuple(Warned(number, date(2028, 6, 1), "Start") for number in range(1, count + 1))
    chart = draw_arc(arc(*POINTS, warnings=same))
    boxes = [span(d) for d in shapes(forms(chart)[form], "stip-ch-warn")]
    assert len(boxes) == count
    for i, one in enumerate(boxes):
        for other in boxes[i + 1 :]:
            assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
    assert wrong(chart) == []


def test_the_table_tells_what_was_measured_and_which_triangle_is_near() -> None:
    chart = draw_arc(arc(*POINTS, warnings=WARNINGS))
    assert chart.columns == ("Wanneer", "Hoe druk", "gemeten / verwacht", "Ingrijppunt")
    assert [row.cells for row in chart.rows[1:3]] == [
        ("juni 2027", "2", "gemeten", "1 Proef"),
        ("juni 2028", "3", "verwacht", "2 Start (juni 2028)"),
    ]


def test_a_triangle_that_leads_somewhere_is_a_link() -> None:
    for root in forms(draw_arc(arc(*POINTS, warnings=WARNINGS))).values():
        assert links(root) == {"2 Start, juni 2028": "../2/"}


@pytest.mark.parametrize("points", [(), (point(2026, 2),), (point(2026, 2), point(2026, 3))])
def test_no_one_and_two_points_of_one_day(points: tuple[ArcPoint, ...]) -> None:
    assert wrong(draw_arc(arc(*points, warnings=WARNINGS, today=date(2026, 6, 1)))) == []


places = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 200)), min_size=1, max_size=12)


@settings(max_examples=40)
@given(places, st.floats(-50, 700))
def test_a_hill_never_swings_beyond_its_neighbours(points: list[tuple[int, int]], x: float) -> None:
    line = hill(points)
    before = [place for place in line.points if place[0] <= x] or [line.points[0]]
    after = [place for place in line.points if place[0] >= x] or [line.points[-1]]
    low, high = sorted((before[-1][1], after[0][1]))
    assert low - 1e-6 <= line.height(x) <= high + 1e-6
