"""Bars of parts: every part has its own pattern, and parts lie behind each other."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from charts.reading import forms, said, shapes, span, words, wrong
from stip.charts import About, Figure, Stack, StackedSpec, State, draw_stacked
from stip.charts.textures import part_looks


def parts(*values: int | None) -> tuple[Figure | None, ...]:
    return tuple(None if value is None else Figure(Decimal(value), f"{value}k") for value in values)


def stacked(names: tuple[str, ...], *stacks: Stack) -> StackedSpec:
    return StackedSpec(About("s", "Waarheen?", "Daarheen."), names, stacks, "Jaar", "Samen", "Budget", "Oordeel")


YEAR = Stack("2026", parts(300, 100), "400k", Figure(Decimal(350), "350k"), State("50k te veel"))


def test_parts_lie_behind_each_other_in_proportion() -> None:
    root = forms(draw_stacked(stacked(("Mensen", "Techniek"), YEAR)))["wide"]
    people, tools = span(shapes(root, "stip-ch-part--1")[0]), span(shapes(root, "stip-ch-part--2")[0])
    assert people[2] == pytest.approx(tools[0], abs=1.2)
    assert (people[2] - people[0]) / (tools[2] - tools[0]) == pytest.approx(3, abs=0.1)


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_whole_and_judgement_stand_as_words(form: str) -> None:
    told = said(forms(draw_stacked(stacked(("Mensen", "Techniek"), YEAR)))[form])
    assert "400k" in told
    assert "50k te veel" in told
    assert "Techniek" in told


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_the_words_stand_right_behind_the_bar_and_before_the_limit(form: str) -> None:
    room = Stack("2027", parts(100, 20), "120k", Figure(Decimal(480), "480k"), text="120 van 480k")
    root = forms(draw_stacked(stacked(("Mensen", "Techniek"), room)))[form]
    last, limit = span(shapes(root, "stip-ch-part--2")[0]), span(shapes(root, "stip-ch-post")[0])
    [beside] = [word.box for word in words(root) if word.says == "120 van 480k"]
    assert last[2] < beside.x < last[2] + 15
    assert beside.right < limit[0]


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_words_for_which_there_is_no_room_stand_behind_the_limit(form: str) -> None:
    full = Stack("2027", parts(400, 70), "470k", Figure(Decimal(480), "480k"), text="470 van 480k")
    root = forms(draw_stacked(stacked(("Mensen", "Techniek"), full)))[form]
    limit = span(shapes(root, "stip-ch-post")[0])
    [beside] = [word.box for word in words(root) if word.says == "470 van 480k"]
    assert limit[2] < beside.x < limit[2] + 15


def test_no_two_parts_of_a_whole_look_the_same() -> None:
    looks = [part_looks(place) for place in range(12)]
    assert len(set(looks)) == 12
    assert len({texture for _, texture in looks[:6]}) == 6


def test_patterns_are_those_of_this_chart_alone() -> None:
    chart = draw_stacked(stacked(("Mensen", "Techniek"), YEAR))
    for form, svg in (("wide", chart.wide), ("narrow", chart.narrow)):
        assert set(re.findall(r"url\(#([^)]*)\)", svg)) == {f"s-{form}-bright"}


def test_the_table_has_every_part_and_what_lacks() -> None:
    chart = draw_stacked(stacked(("Mensen", "Techniek"), YEAR, Stack("2027", parts(5), "5k")))
    assert chart.columns == ("Jaar", "Mensen", "Techniek", "Samen", "Budget", "Oordeel")
    assert chart.rows[1].cells == ("2027", "5k", "\u2013", "5k", "\u2013", "\u2013")


def test_nothing_and_less_than_nothing() -> None:
    stacks = [Stack("leeg", (), ""), Stack("nul", parts(0, None), "0"), Stack("terug", parts(-20, 40), "20k")]
    assert wrong(draw_stacked(stacked(("Mensen", "Techniek"), *stacks))) == []
    assert wrong(draw_stacked(stacked(()))) == []
