"""Whatever figures and words come, every chart stays within its frame, and no words lie over each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.reading import wrong
from stip import charts
from stip.charts import Chart

ODD = "aeiounstâêúß <>&\"'/-\u2013\u2014€%1250日"
LONG = "De ôfdieling 'Bistjoeringsferkear & <Ynkomstebelesting>' fan de gemeente \"Súdwest-Fryslân\" " * 2
words = st.text(ODD, max_size=60) | st.sampled_from([LONG, "Inhuur", "Donaudampfschifffahrtsgesellschaft" * 3, ""])
short = st.text(ODD, max_size=12)
hrefs = st.sampled_from(["", "../x/", "javascript:alert(1)"])
numbers = (
    st.decimals(-1000, 1000, places=2)
    | st.sampled_from([Decimal(0), Decimal("1e40"), Decimal("-1e300"), Decimal("1e-30")])
    | st.integers(-3, 12).map(Decimal)
)
figures = st.builds(charts.Figure, numbers, words)
perhaps = st.none() | figures
states = st.none() | st.builds(charts.State, words, st.sampled_from(["plain", "good", "late"]))
days = st.dates(date(2020, 1, 1), date(2034, 12, 31))
perhaps_days = st.none() | days
about = st.builds(charts.About, st.just("zz"), st.just("Hoe gaat het?"), st.just("Goed & <wel>."))


def many(one: st.SearchStrategy[Any], most: int = 9) -> st.SearchStrategy[Any]:
    return st.lists(one, max_size=most).map(tuple)


def specs(kind: type[Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Make specs of a kind; every field of words that is not given gets short words."""
    told = {name: short for name in kind.__dataclass_fields__ if name.endswith("_word") and name not in fields}
    return st.builds(kind, about=about, **told, **fields)


bars = st.builds(charts.Bar, words, perhaps, perhaps, perhaps, words, states, hrefs)
ways = st.builds(charts.Way, words, figures, figures, perhaps, perhaps, words, states, hrefs)
points = st.builds(charts.LinePoint, days, words, figures, st.booleans(), st.just("") | words)
marks = st.builds(charts.Mark, st.integers(1, 1200), words, numbers, numbers, hrefs)
arcs = st.builds(charts.ArcPoint, days, words, figures, st.booleans())
warned = st.builds(charts.Warned, st.integers(1, 1200), days, words, hrefs, words)
spans = st.builds(charts.Span, words, perhaps_days, perhaps_days, perhaps_days, perhaps_days, words, states, hrefs)
steps = st.none() | st.integers(-1, 9)
levels = st.builds(charts.Level, words, steps, steps, steps, words, states, hrefs)
axes = st.builds(charts.Axis, short, st.lists(words, min_size=1, max_size=5).map(tuple))
ends = st.builds(charts.Ends, numbers, numbers, words, words, short)
stacks = st.builds(charts.Stack, words, many(perhaps, 8), words, perhaps, states, hrefs, words)
grid = many(many(st.integers(-1, 6), 5), 5)

KINDS: dict[Callable[[Any], Chart], st.SearchStrategy[Any]] = {
    charts.draw_bars: specs(charts.BarsSpec, bars=many(bars)),
    charts.draw_stacked: specs(charts.StackedSpec, parts=many(words, 8), stacks=many(stacks)),
    charts.draw_line: specs(
        charts.LineSpec, points=many(points, 14), goal=perhaps, goal_word=words, from_zero=st.booleans()
    ),
    charts.draw_road: specs(charts.RoadSpec, ways=many(ways)),
    charts.draw_matrix: specs(
        charts.MatrixSpec, across=axes, up=axes, bands=grid, band_words=many(short, 4), marks=many(marks, 20)
    ),
    charts.draw_quadrant: specs(
        charts.QuadrantSpec, across=ends, up=ends, marks=many(marks, 20), corners=st.tuples(words, words, words, words)
    ),
    charts.draw_arc: specs(
        charts.ArcSpec,
        points=many(arcs),
        levels=many(figures, 4),
        limit=perhaps,
        today=perhaps_days,
        today_word=words,
        warnings=many(warned, 6),
    ),
    charts.draw_spans: specs(
        charts.SpansSpec, spans=many(spans), today=perhaps_days, today_word=words, from_=perhaps_days
    ),
    charts.draw_levels: specs(charts.LevelsSpec, levels=many(levels), most=st.integers(1, 7), numbered=st.booleans()),
}


@pytest.mark.parametrize("draw", KINDS, ids=lambda draw: draw.__name__)
def test_nothing_spills_and_nothing_meets(draw: Callable[[Any], Chart]) -> None:
    @settings(max_examples=15)
    @given(spec=KINDS[draw])
    def holds(spec: Any) -> None:
        chart = draw(spec)
        assert wrong(chart) == []
        assert draw(spec) == chart
        assert all(len(row.cells) == len(chart.columns) for row in chart.rows)

    holds()


def test_every_kind_is_tried() -> None:
    assert {draw.__name__ for draw in KINDS} == {name for name in charts.__all__ if name.startswith("draw_")}
