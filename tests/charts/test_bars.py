"""Bars: the figures stand beside them as words, in the order given, and lengths tell the truth."""

from __future__ import annotations

from decimal import Decimal

import pytest

from charts.reading import forms, links, said, shapes, span, words, wrong
from stip.charts import About, Bar, BarsSpec, Figure, State, draw_bars

ABOUT = About("geld", "Wat kost het?", "We geven meer uit.")


def figure(value: int, text: str = "") -> Figure:
    return Figure(Decimal(value), text or str(value))


def bars(*listed: Bar) -> BarsSpec:
    return BarsSpec(ABOUT, listed, "Post", "Uitgegeven", "Begroot", "Verwacht", "Oordeel")


INHUUR = Bar("Inhuur", figure(240), figure(260), figure(312), "312 van 260", State("52 te veel"), "../inhuur/")
EIGEN = Bar("Eigen uren", figure(120), figure(300), figure(280), "280 van 300")


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_figures_and_what_they_mean_stand_as_words(form: str) -> None:
    root = forms(draw_bars(bars(INHUUR, EIGEN)))[form]
    assert "312 van 260" in said(root)
    assert "52 te veel" in said(root)
    late = {word.says for word in words(root) if "stip-ch-tone-late" in word.classes}
    assert any("52 te veel" in says for says in late)
    assert not any("280 van 300" in says for says in late)


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_bars_stand_in_the_order_given(form: str) -> None:
    listed = words(forms(draw_bars(bars(INHUUR, EIGEN)))[form])
    tops = {word.says: word.box.y for word in listed}
    assert tops["Inhuur"] < tops["Eigen uren"]


def test_lengths_are_in_proportion() -> None:
    root = forms(draw_bars(bars(INHUUR, EIGEN)))["wide"]
    inhuur, eigen = (span(d) for d in shapes(root, "stip-ch-value")[:2])
    assert (inhuur[2] - inhuur[0]) / (eigen[2] - eigen[0]) == pytest.approx(2, abs=0.05)


def test_less_than_nothing_goes_the_other_way() -> None:
    root = forms(draw_bars(bars(Bar("Winst", figure(50)), Bar("Verlies", figure(-50)))))["wide"]
    gain, loss = (span(d) for d in shapes(root, "stip-ch-value")[:2])
    assert loss[2] == pytest.approx(gain[0], abs=2)


def test_the_table_has_every_figure_and_its_links() -> None:
    chart = draw_bars(bars(INHUUR, EIGEN, Bar("Niets", None)))
    assert chart.columns == ("Post", "Uitgegeven", "Begroot", "Verwacht", "Oordeel")
    assert [row.cells for row in chart.rows] == [
        ("Inhuur", "240", "260", "312", "52 te veel"),
        ("Eigen uren", "120", "300", "280", "\u2013"),
        ("Niets", "\u2013", "\u2013", "\u2013", "\u2013"),
    ]
    assert [row.href for row in chart.rows] == ["../inhuur/", "", ""]


def test_columns_without_figures_are_left_out() -> None:
    assert draw_bars(bars(Bar("Inhuur", figure(3)))).columns == ("Post", "Uitgegeven")


def test_a_row_that_leads_somewhere_is_a_link_with_a_name() -> None:
    chart = draw_bars(bars(INHUUR, EIGEN))
    for root in forms(chart).values():
        assert links(root) == {"Inhuur, 312 van 260, 52 te veel": "../inhuur/"}


def test_an_address_that_runs_something_is_no_link() -> None:
    chart = draw_bars(bars(Bar("Inhuur", figure(1), href="javascript:alert(1)")))
    assert "javascript" not in chart.wide + chart.narrow


def test_hostile_words_are_only_words() -> None:
    hostile = '</text><script>alert(1)</script> "é & \x00 <b>'
    chart = draw_bars(bars(Bar(hostile, figure(1), text=hostile, state=State(hostile))))
    assert "<script" not in chart.wide + chart.narrow
    assert wrong(chart) == []


def test_thirty_bars_and_none() -> None:
    thirty = draw_bars(bars(*(Bar(f"Post {i}", figure(i * i), text=f"{i * i} euro") for i in range(30))))
    assert wrong(thirty) == []
    assert said(forms(thirty)["narrow"]).split("euro")[:2] == ["Post 0 0 ", " Post 1 1 "]
    assert wrong(draw_bars(bars())) == []


def test_the_same_bars_give_the_same_bytes_and_another_id_another_hand() -> None:
    chart = draw_bars(bars(INHUUR))
    assert draw_bars(bars(INHUUR)) == chart
    other = draw_bars(BarsSpec(About("b", "", ""), (INHUUR,), "Post", "Uitgegeven"))
    assert shapes(forms(other)["wide"], "stip-ch-value") != shapes(forms(chart)["wide"], "stip-ch-value")


def test_the_pictures_have_the_names_that_the_page_asks_for() -> None:
    chart = draw_bars(bars(INHUUR))
    assert chart.pictures == {"geld-wide": chart.wide, "geld-narrow": chart.narrow}


def test_a_table_can_do_without_a_column() -> None:
    assert draw_bars(bars(INHUUR)).without(2, 3).rows[0].cells == ("Inhuur", "240", "52 te veel")
