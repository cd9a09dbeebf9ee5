"""A road to the dot: the disc stands as far as the figure has come, whether it must grow or shrink."""

from __future__ import annotations

from decimal import Decimal

import pytest

from charts.reading import forms, said, shapes, span, wrong
from stip.charts import About, Figure, RoadSpec, State, Way, draw_road


def figure(value: int) -> Figure:
    return Figure(Decimal(value), f"{value} min")


def road(*ways: Way) -> RoadSpec:
    return RoadSpec(
        About("r", "Komt het dichterbij?", "Ja."), ways, "Wat", "Nulmeting", "Nu", "Doel", "Verwacht", "Hoe"
    )


def how_far(way: Way) -> float:
    """Return the part of the road that lies behind the disc."""
    root = forms(draw_road(road(way)))["wide"]
    disc, land = span(shapes(root, "stip-ch-disc")[0]), span(shapes(root, "stip-ch-land")[0])
    return ((disc[0] + disc[2]) / 2 - land[0]) / (land[2] - land[0])


@pytest.mark.parametrize(
    ("baseline", "target", "now", "part"),
    [(0, 10, 5, 0.5), (14, 6, 12, 0.25), (14, 6, 20, 0), (0, 10, 30, 1), (5, 5, 5, 0), (-10, 10, 0, 0.5)],
)
def test_the_disc_stands_as_far_as_the_figure_has_come(baseline: int, target: int, now: int, part: float) -> None:
    assert how_far(Way("Wachttijd", figure(baseline), figure(target), figure(now))) == pytest.approx(part, abs=0.02)


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_three_figures_and_a_judgement_stand_as_words(form: str) -> None:
    way = Way("Wachttijd", figure(14), figure(6), figure(12), figure(11), "oktober", State("loopt achter"))
    root = forms(draw_road(road(way)))[form]
    for wanted in ("Wachttijd", "oktober", "14 min", "12 min", "6 min", "loopt achter", "Verwacht"):
        assert wanted in said(root)


def test_a_figure_that_nobody_measured_has_no_disc() -> None:
    chart = draw_road(road(Way("Wachttijd", figure(14), figure(6))))
    assert not shapes(forms(chart)["wide"], "stip-ch-disc")
    assert chart.rows[0].cells == ("Wachttijd", "14 min", "\u2013", "6 min")


def test_long_words_beside_each_other_do_not_meet() -> None:
    long = Figure(Decimal(3), "drie en een half uur per dag van iedere medewerker in de gemeente")
    way = Way("Wachttijd", long, long, long, long, "", State("loopt heel erg achter op wat we hadden verwacht"))
    assert wrong(draw_road(road(way, way))) == []
