"""Bars in time: they begin and end where they should, and what nobody keeps safe is hatched."""

from __future__ import annotations

import re
from datetime import date

import pytest

from charts.reading import forms, said, shapes, span, words, wrong
from stip.charts import About, Span, SpansSpec, State, draw_spans

OLD = Span(
    "Oud systeem",
    None,
    date(2029, 1, 1),
    date(2028, 1, 1),
    date(2028, 7, 1),
    "steun tot 2028",
    State("te laat"),
    cells=("", "2029", "2028", "juli 2028"),
)
NEW = Span("Nieuw systeem", date(2028, 7, 1), None, cells=("juli 2028", "", "", ""))


def spans(*listed: Span, today: date | None = None, from_: date | None = None) -> SpansSpec:
    names = ("Systeem", "Van", "Tot", "Einde steun", "Vervangen", "zonder steun")
    return SpansSpec(About("t", "Wat gaat weg?", "Het oude."), listed, *names, today, "Vandaag", "Oordeel", from_)


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_a_bar_begins_and_ends_on_its_day(form: str) -> None:
    root = forms(draw_spans(spans(OLD, NEW)))[form]
    old, new = (span(d) for d in shapes(root, "stip-ch-span"))
    assert old[0] < new[0] < old[2] < new[2]
    [bare, *_] = [span(d) for d in shapes(root, "stip-ch-bare")]
    assert old[0] < bare[0] < bare[2] <= old[2] + 1
    assert re.search(r'fill="url\(#t-' + form + "-dense", getattr(draw_spans(spans(OLD, NEW)), form))


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_years_stand_in_order_and_marks_are_explained(form: str) -> None:
    root = forms(draw_spans(spans(OLD, NEW, today=date(2027, 3, 1))))[form]
    years = [word for word in words(root) if re.fullmatch(r"\d{4}", word.says)]
    assert [word.says for word in years] == sorted({word.says for word in years})
    assert [word.box.x for word in years] == sorted(word.box.x for word in years)
    for wanted in ("Vandaag", "Einde steun", "zonder steun", "Vervangen", "te laat", "steun tot 2028"):
        assert wanted in said(root)


def test_the_table_has_the_days_in_words() -> None:
    chart = draw_spans(spans(OLD, NEW))
    assert [row.cells for row in chart.rows] == [
        ("Oud systeem", "\u2013", "2029", "2028", "juli 2028", "te laat"),
        ("Nieuw systeem", "juli 2028", "\u2013", "\u2013", "\u2013", "\u2013"),
    ]


def test_without_support_after_its_end_nothing_is_hatched() -> None:
    safe = Span("Veilig", date(2026, 1, 1), date(2028, 1, 1), date(2030, 1, 1))
    root = forms(draw_spans(spans(safe)))["wide"]
    assert not shapes(root, "stip-ch-bare")
    assert "zonder steun" not in said(root)


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_an_axis_begins_where_it_is_told_and_what_began_before_is_open(form: str) -> None:
    long = Span("Lang", date(2009, 5, 1), date(2029, 1, 1), cells=("2009", "2029", "", ""))
    short = Span("Kort", date(2026, 5, 1), date(2027, 1, 1))
    gone = Span("Weg", date(2009, 5, 1), date(2019, 1, 1), date(2018, 1, 1), date(2019, 1, 1))
    chart = draw_spans(spans(long, short, gone, from_=date(2025, 1, 1)))
    root = forms(chart)[form]
    years = [int(word.says) for word in words(root) if re.fullmatch(r"\d{4}", word.says)]
    assert min(years) == 2025
    bars = shapes(root, "stip-ch-span")
    # An open end is torn: it has three corners more than the four of a board.
    assert [bar.count("L") + 1 for bar in bars] == [7, 4, 7]
    before, after, away = map(span, bars)
    assert before[0] == pytest.approx(away[0], abs=1)
    assert away[2] < after[0] < before[2]
    assert chart.rows[0].cells[1] == "2009"
    assert wrong(chart) == []


def test_today_lies_on_the_axis_though_it_begins_later() -> None:
    root = forms(draw_spans(spans(NEW, today=date(2026, 7, 1), from_=date(2028, 1, 1))))["wide"]
    assert {"2027", "2028"} <= {word.says for word in words(root)}


@pytest.mark.parametrize(
    "listed",
    [
        (),
        (Span("Altijd", None, None),),
        (Span("Andersom", date(2029, 1, 1), date(2027, 1, 1)),),
        (Span("Lang", date(1, 1, 1), date(9999, 12, 31), date(1900, 1, 1)),),
        tuple(Span(f"Systeem {i}", date(2020 + i % 9, 1, 1), date(2030, 1, 1)) for i in range(30)),
    ],
)
def test_odd_times(listed: tuple[Span, ...]) -> None:
    assert wrong(draw_spans(spans(*listed, today=date(2026, 11, 16)))) == []
