"""A line over time: below zero lies below the zero line, what is expected is dashed, and what counts has a flag."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from charts.reading import forms, said, shapes, span, words, wrong
from stip.charts import About, Figure, LinePoint, LineSpec, draw_line


def figure(value: int) -> Figure:
    return Figure(Decimal(value), f"{value} euro")


def point(year: int, value: int, *, expected: bool = False, flag: str = "", plan: int | None = None) -> LinePoint:
    planned = None if plan is None else figure(plan)
    return LinePoint(date(year, 12, 31), str(year), figure(value), expected, flag, planned)


def line(*points: LinePoint, goal: Figure | None = None, from_zero: bool = True) -> LineSpec:
    words_of = ("Jaar", "Saldo", "Gemeten", "Verwacht", "Bijzonder", "Gepland")
    return LineSpec(About("l", "Wanneer?", "In 2029."), points, *words_of, goal, "Doel", from_zero)


CASE = line(
    point(2028, -50, expected=True),
    point(2026, -200),
    point(2027, -300),
    point(2029, 100, expected=True, flag="Terugverdiend"),
)


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_losses_lie_below_zero_and_gains_above(form: str) -> None:
    root = forms(draw_line(CASE))[form]
    zero = next(word.box for word in words(root) if word.says == "0")
    middle = zero.y + zero.h / 2
    discs = sorted(span(d) for d in shapes(root, "stip-ch-point"))[:4]
    heights = [(top + bottom) / 2 - middle for _, top, _, bottom in sorted(discs)]
    assert len(discs) == 4
    assert sum(height > 0 for height in heights) >= 3


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_the_figures_that_count_are_told(form: str) -> None:
    told = said(forms(draw_line(CASE))[form])
    for wanted in ("Terugverdiend", "100 euro", "-300 euro", "-200 euro", "2026", "2029", "Verwacht"):
        assert wanted in told


def test_what_is_expected_is_dashed() -> None:
    root = forms(draw_line(CASE))["wide"]
    assert shapes(root, "stip-ch-line--expected")
    measured = forms(draw_line(line(point(2026, 1), point(2027, 2))))["wide"]
    assert not shapes(measured, "stip-ch-line--expected")


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_the_zero_line_goes_through_no_figure(form: str) -> None:
    near = line(point(2026, -30), point(2027, -300), point(2028, -40), point(2029, 200))
    listed = words(forms(draw_line(near))[form])
    zero = next(word.box for word in listed if word.says == "0")
    middle = zero.y + zero.h / 2
    figures = [word for word in listed if word.says.endswith("euro")]
    assert {"-30 euro", "200 euro"} <= {word.says for word in figures}
    assert not [word.says for word in figures if word.box.y < middle < word.box.bottom]


def test_the_table_is_in_the_order_of_time() -> None:
    chart = draw_line(CASE)
    assert chart.columns == ("Jaar", "Saldo", "Gemeten / Verwacht", "Bijzonder")
    assert [row.cells[0] for row in chart.rows] == ["2026", "2027", "2028", "2029"]
    assert chart.rows[3].cells == ("2029", "100 euro", "Verwacht", "Terugverdiend")


def test_the_plan_is_a_dotted_line_with_a_word_and_a_column() -> None:
    chart = draw_line(line(point(2026, 5, plan=8), point(2027, 6, plan=10)))
    assert chart.rows[0].cells == ("2026", "5 euro", "8 euro")
    for root in forms(chart).values():
        assert len(shapes(root, "stip-ch-line--plan")) == 2
        assert "Gepland" in said(root)
    assert wrong(chart) == []


def test_a_goal_is_told_at_its_height() -> None:
    root = forms(draw_line(line(point(2026, 60), point(2027, 70), goal=figure(90), from_zero=False)))["wide"]
    assert "Doel 90 euro" in said(root)
    [goal] = shapes(root, "stip-ch-goal")
    assert span(goal)[3] < min(span(d)[1] for d in shapes(root, "stip-ch-point"))


@pytest.mark.parametrize("points", [(), (point(2026, 0),), (point(2026, 0), point(2026, 0), point(2027, 0))])
def test_no_one_and_the_same_points(points: tuple[LinePoint, ...]) -> None:
    assert wrong(draw_line(line(*points))) == []


def test_hundred_points_keep_the_first_the_last_and_the_extremes() -> None:
    many = [LinePoint(date(2020 + i // 12, i % 12 + 1, 1), f"m{i}", figure(i * 37 % 101)) for i in range(100)]
    chart = draw_line(line(*many))
    assert wrong(chart) == []
    assert len(chart.rows) == 100
    for root in forms(chart).values():
        assert {"m0", "m99", "0 euro", f"{99 * 37 % 101} euro"} <= {word.says for word in words(root)}
