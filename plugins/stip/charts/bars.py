"""Horizontal bars: what it is, what it may be, what we expect, and the figures as words behind them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from stip.charts.frame import Drawn, Form, make_chart
from stip.charts.legend import SYMBOL, Sign, draw_legend, sample
from stip.charts.rows import Placed, Rows, Wanted, draw_zero, lay_rows, link_row
from stip.charts.scale import share, stretch
from stip.charts.spec import Bar, BarsSpec, Chart, Figure
from stip.charts.strokes import board, stroke
from stip.charts.table import states, table, told
from stip.charts.textures import textured
from stip.pen.sketch import hand
from stip.pen.svg import path

_INSET = 4.0
"""How much lower than its plan the bar of a value is, above and below, in px."""

_POST = 8.0


def draw_bars(spec: BarsSpec) -> Chart:
    """Draw the bars; that one goes over its plan is told by its state, not by a colour."""
    columns, rows = table(
        [
            (spec.what_word, [bar.label for bar in spec.bars]),
            (spec.value_word, [told(bar.value) for bar in spec.bars]),
            (spec.plan_word, [told(bar.plan) for bar in spec.bars]),
            (spec.expected_word, [told(bar.expected) for bar in spec.bars]),
            (spec.state_word, states(bar.state for bar in spec.bars)),
        ],
        [bar.href for bar in spec.bars],
        always=2,
    )
    return make_chart(spec.about, partial(_draw, spec), columns, rows)


def _draw(spec: BarsSpec, form: Form, prefix: str) -> Drawn:
    low, high = stretch((figure.value for bar in spec.bars for figure in _figures(bar)), zero=True)
    rows = lay_rows([_wanted(bar, [share(one.value, low, high) for one in _figures(bar)]) for bar in spec.bars], form)
    body = []
    for bar, placed in zip(spec.bars, rows.placed, strict=True):
        ends = {name: rows.at(share(one.value, low, high)) for name, one in _named(bar)}
        drawn = _bar(prefix, ends, placed, rows) + placed.words(rows)
        body.append(link_row(placed, rows, placed.wanted.name, drawn))
    key, tall = draw_legend(_signs(spec, prefix), form, rows.height)
    return Drawn(rows.height + tall, (draw_zero(prefix, rows, form), *body, key))


def _figures(bar: Bar) -> list[Figure]:
    return [figure for _, figure in _named(bar)]


def _named(bar: Bar) -> Iterator[tuple[str, Figure]]:
    for name, figure in (("plan", bar.plan), ("value", bar.value), ("expected", bar.expected)):
        if figure:
            yield name, figure


def _wanted(bar: Bar, shares: list[float]) -> Wanted:
    return Wanted(
        bar.label,
        left=-min([0.0, *shares]),
        right=max([0.0, *shares]),
        text=bar.text or (bar.value.text if bar.value else ""),
        state=bar.state,
        href=bar.href,
    )


def _bar(prefix: str, ends: dict[str, float], placed: Placed, rows: Rows) -> str:
    """Draw plan, value and mark of one bar between zero and their ends."""
    dice = hand(prefix, placed.wanted.label, placed.top)
    top, high = placed.bar_top + 2, rows.bar - 4
    parts = []
    if "plan" in ends:
        left, right = sorted((rows.zero, ends["plan"]))
        parts.append(path(board(left, top, right - left, high, dice), "stip-ch-plan"))
    if "value" in ends:
        left, right = sorted((rows.zero, ends["value"]))
        inset = _INSET if "plan" in ends else 0.0
        outline = board(left, top + inset, max(right - left, 1), high - 2 * inset, dice)
        parts.append(textured(prefix, outline, "stip-ch-value", "bright"))
    if "expected" in ends:
        at = ends["expected"]
        parts.append(path(stroke((at, top - 3), (at, top + high + 3), dice), "stip-ch-post"))
    return "".join(parts)


def _signs(spec: BarsSpec, prefix: str) -> list[Sign]:
    """Return the signs of the marks that there are; bars alone need none."""
    marks = [
        (spec.plan_word, any(bar.plan for bar in spec.bars), _plan_sign, SYMBOL[0]),
        (spec.value_word, any(bar.value for bar in spec.bars), _value_sign, SYMBOL[0]),
        (spec.expected_word, any(bar.expected for bar in spec.bars), _post_sign, _POST),
    ]
    shown = [Sign(word, partial(draw, prefix), width) for word, there, draw, width in marks if there]
    return shown if len(shown) > 1 else []


def _plan_sign(prefix: str, x: float, y: float) -> str:
    return path(sample(x, y, hand(prefix, "plan"), height=SYMBOL[1] - 2), "stip-ch-plan")


def _value_sign(prefix: str, x: float, y: float) -> str:
    outline = sample(x, y, hand(prefix, "value"), height=SYMBOL[1] - 6)
    return textured(prefix, outline, "stip-ch-value", "bright")


def _post_sign(prefix: str, x: float, y: float) -> str:
    return path(stroke((x, y - SYMBOL[1] / 2), (x, y + SYMBOL[1] / 2), hand(prefix, "post")), "stip-ch-post")
