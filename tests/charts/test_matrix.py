"""A matrix: discs stand in their cells, none over another, and how bad a cell is shows without colour."""

from __future__ import annotations

from decimal import Decimal

import pytest

from charts.reading import forms, links, said, shapes, span, words, wrong
from stip.charts import About, Axis, Mark, MatrixSpec, draw_matrix

LIKELY = Axis("kans", ("zeer klein", "klein", "mogelijk", "groot", "bijna zeker"))
EFFECT = Axis("gevolg", ("klein", "gemiddeld", "groot", "zeer groot"))
BANDS = ((0, 0, 0, 1, 1), (0, 1, 1, 2, 2), (0, 1, 2, 2, 3), (1, 2, 2, 3, 3))


def matrix(*marks: Mark, across: Axis = LIKELY, up: Axis = EFFECT) -> MatrixSpec:
    names = ("laag", "let op", "hoog", "zeer hoog")
    return MatrixSpec(About("m", "Wat kan er mis?", "Veel."), across, up, BANDS, names, marks, "Nr", "Risico", "Ernst")


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_likely_is_right_and_grave_is_high(form: str) -> None:
    root = forms(draw_matrix(matrix(Mark(1, "a", 0, 0), Mark(2, "b", 4, 0), Mark(3, "c", 0, 3))))[form]
    one, two, three = (span(d) for d in shapes(root, "stip-ch-disc"))
    assert one[0] < two[0]
    assert one[1] == pytest.approx(two[1], abs=1.5)
    assert three[1] < one[1]
    assert three[0] == pytest.approx(one[0], abs=1.5)


def test_each_band_has_its_own_hatching() -> None:
    root = forms(draw_matrix(matrix()))["wide"]
    # Six, six and three cells; and in the key one of each.
    over = [one.get("fill") for one in root.iter() if one.get("class") == "stip-ch-over"]
    assert {fill: over.count(fill) for fill in over} == {
        "url(#m-wide-sparse)": 7,
        "url(#m-wide-hatch)": 7,
        "url(#m-wide-dense)": 4,
    }


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_many_in_one_cell_stand_beside_and_below_each_other(form: str) -> None:
    root = forms(draw_matrix(matrix(*(Mark(number, f"r{number}", 2, 2) for number in range(1, 13)))))[form]
    discs = [span(d) for d in shapes(root, "stip-ch-disc")]
    assert len(discs) == 12
    for i, one in enumerate(discs):
        for other in discs[i + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)
    boards = [span(d) for d in shapes(root, "stip-ch-band--2")]
    assert any(all(b[0] <= d[0] and d[2] <= b[2] and b[1] <= d[1] and d[3] <= b[3] for d in discs) for b in boards)


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_every_step_is_named_in_full(form: str) -> None:
    told = said(forms(draw_matrix(matrix()))[form])
    for step in (*LIKELY.steps, *EFFECT.steps, "kans", "gevolg", "zeer hoog"):
        assert step in told


def test_the_table_says_the_place_in_words_by_number() -> None:
    chart = draw_matrix(matrix(Mark(2, "Inhuur", 3, 1, "../r2/"), Mark(1, "Uitval", 4, 3)))
    assert chart.columns == ("Nr", "Risico", "kans", "gevolg", "Ernst")
    assert [row.cells for row in chart.rows] == [
        ("1", "Uitval", "bijna zeker", "zeer groot", "zeer hoog"),
        ("2", "Inhuur", "groot", "gemiddeld", "hoog"),
    ]
    assert links(forms(chart)["wide"]) == {"2 Inhuur": "../r2/"}


def test_a_mark_beyond_an_axis_stands_in_its_last_cell() -> None:
    chart = draw_matrix(matrix(Mark(1, "a", 9, -3), Mark(2, "b", Decimal("1e40"), 99)))
    assert wrong(chart) == []
    assert chart.rows[0].cells[2:4] == ("bijna zeker", "klein")


def test_one_cell_is_a_matrix_and_none_is_not() -> None:
    single = Axis("kans", ("ja",))
    assert wrong(draw_matrix(matrix(Mark(1, "a", 0, 0), across=single, up=single))) == []
    with pytest.raises(ValueError, match="steps on both axes"):
        draw_matrix(matrix(across=Axis("kans", ())))


def test_numbers_are_read_within_their_discs() -> None:
    root = forms(draw_matrix(matrix(Mark(99, "a", 1, 1))))["narrow"]
    [disc] = [span(d) for d in shapes(root, "stip-ch-disc")]
    number = next(word.box for word in words(root) if word.says == "99")
    assert disc[0] < number.x
    assert number.right < disc[2]
