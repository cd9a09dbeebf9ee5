"""Bars of levels: as many boxes are full as the level says, and both marks stand over their boxes."""

from __future__ import annotations

import pytest

from charts.reading import forms, said, shapes, span, wrong
from stip.charts import About, Level, LevelsSpec, State, draw_levels


def levels(*listed: Level, names: tuple[str, ...] = (), most: int = 5, numbered: bool = True) -> LevelsSpec:
    about = About("n", "Hoe ver?", "Op de helft.")
    words = ("Onderwerp", "Nu", "Doel", "Goed genoeg")
    return LevelsSpec(about, listed, *words, most, names, "Oordeel", numbered, zero_name="nog niet")


@pytest.mark.parametrize(("now", "full"), [(None, 0), (0, 0), (2, 2), (5, 5), (9, 5), (-1, 0)])
def test_as_many_boxes_are_full_as_the_level_says(now: int | None, full: int) -> None:
    root = forms(draw_levels(levels(Level("Leren", now))))["wide"]
    assert len(shapes(root, "stip-ch-box--full")) == full
    assert len(shapes(root, "stip-ch-box")) == 5


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_the_target_stands_over_its_box(form: str) -> None:
    root = forms(draw_levels(levels(Level("Leren", 1, target=4, enough=3))))[form]
    fourth, dot = span(shapes(root, "stip-ch-box")[3]), span(shapes(root, "stip-ch-dot")[0])
    third, enough = span(shapes(root, "stip-ch-box")[2]), span(shapes(root, "stip-ch-post")[0])
    assert fourth[0] < dot[0] < dot[2] < fourth[2]
    assert third[0] < enough[0] < enough[2] < third[2]


def test_both_marks_over_one_box_stand_beside_each_other() -> None:
    root = forms(draw_levels(levels(Level("Leren", 1, target=3, enough=3))))["narrow"]
    dot, enough = span(shapes(root, "stip-ch-dot")[0]), span(shapes(root, "stip-ch-post")[0])
    assert dot[2] < enough[0]


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_words_beside_and_key(form: str) -> None:
    chart = draw_levels(levels(Level("Leren", 2, 4, 3, "2 van 5", State("goed genoeg", "good"))))
    told = said(forms(chart)[form])
    for wanted in ("Leren", "2 van 5", "goed genoeg", "Doel", "Nu"):
        assert wanted in told


def test_the_table_names_the_levels() -> None:
    chart = draw_levels(levels(Level("Leren", 1, 2, text="1 van 2"), names=("begin", "midden"), most=2))
    assert chart.rows[0].cells == ("Leren", "1 begin", "2 midden")


def test_a_level_before_the_first_has_its_name_in_the_table() -> None:
    assert draw_levels(levels(Level("Leren", 0))).rows[0].cells == ("Leren", "0 nog niet")


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_levels_without_numbers_say_only_their_names(form: str) -> None:
    listed = (Level("Leren", 0, text="niet"), Level("Doen", 1, text="half"))
    chart = draw_levels(levels(*listed, names=("half", "heel"), most=2, numbered=False))
    assert said(forms(chart)[form]) == "Leren niet Doen half"
    assert [row.cells[1] for row in chart.rows] == ["nog niet", "half"]


@pytest.mark.parametrize(("target", "key"), [(None, ""), (4, "Nu Doel")])
def test_one_kind_of_mark_needs_no_key(target: int | None, key: str) -> None:
    told = said(forms(draw_levels(levels(Level("Leren", 2, target, text="2 van 5"))))["wide"])
    assert told == f"1 2 3 4 5 Leren 2 van 5 {key}".strip()


def test_a_scale_of_one_and_none() -> None:
    assert wrong(draw_levels(levels(Level("Leren", 1, 1, 1), most=1))) == []
    assert wrong(draw_levels(levels(Level("Leren", 1), most=0))) == []
    assert wrong(draw_levels(levels())) == []
