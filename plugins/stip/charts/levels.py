"""Bars of levels: where something stands on a scale of boxes, where it should come, and what is good enough."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from stip.charts.frame import Drawn, Form, make_chart
from stip.charts.legend import SYMBOL, Sign, draw_legend, sample
from stip.charts.lettering import text
from stip.charts.rows import Placed, Wanted, lay_rows, link_row
from stip.charts.spec import NO_FIGURE, Chart, Level, LevelsSpec
from stip.charts.strokes import board, ring, strokes
from stip.charts.table import states, table
from stip.pen.sketch import hand
from stip.pen.svg import path

_BOX = 26.0
_ABOVE = 16.0
"""The room above the boxes, for the marks, in px."""
_WIDEST = 44.0


def draw_levels(spec: LevelsSpec) -> Chart:
    """Draw the bars; a level beyond the scale stands at its last box."""
    columns, rows = table(
        [
            (spec.what_word, [level.label for level in spec.levels]),
            (spec.now_word, [_named(spec, level.now) for level in spec.levels]),
            (spec.target_word, [_named(spec, level.target) for level in spec.levels]),
            (spec.enough_word, [_named(spec, level.enough) for level in spec.levels]),
            (spec.state_word, states(level.state for level in spec.levels)),
        ],
        [level.href for level in spec.levels],
        always=2,
    )
    return make_chart(spec.about, partial(_draw, spec), columns, rows)


def _named(spec: LevelsSpec, level: int | None) -> str:
    if level is None:
        return NO_FIGURE
    name = spec.names[level - 1] if 0 < level <= len(spec.names) else spec.zero_name if not level else ""
    return " ".join(filter(None, (str(level) if spec.numbered or not name else "", name)))


def _draw(spec: LevelsSpec, form: Form, prefix: str) -> Drawn:
    wanted = [
        Wanted(level.label, right=1.0, text=level.text, state=level.state, href=level.href) for level in spec.levels
    ]
    marked = any(level.target is not None or level.enough is not None for level in spec.levels)
    rows = lay_rows(wanted, form, bar=_BOX, above=_ABOVE if marked else 0)
    # Boxes do not grow with the page: a scale of few levels is a short bar.
    size = min(rows.scale, max(spec.most, 1) * _WIDEST) / max(spec.most, 1)
    rows = replace(rows, scale=size * max(spec.most, 1))
    body = []
    for level, placed in zip(spec.levels, rows.placed, strict=True):
        drawn = _boxes(prefix, spec, level, placed, form, (rows.zero, size)) + placed.words(rows)
        body.append(link_row(placed, rows, placed.wanted.name, drawn))
    key, tall = draw_legend(_signs(spec, prefix), form, rows.height)
    return Drawn(rows.height + tall, (*body, key))


def _boxes(prefix: str, spec: LevelsSpec, level: Level, placed: Placed, form: Form, column: tuple[float, float]) -> str:
    left, size = column
    dice = hand(prefix, placed.top)
    parts = []
    for place in range(1, max(spec.most, 1) + 1):
        outline = board(left + (place - 1) * size, placed.bar_top, size - 2, _BOX, dice)
        reached = level.now is not None and place <= level.now
        parts.append(path(outline, "stip-ch-box stip-ch-box--full" if reached else "stip-ch-box"))
        if spec.numbered:
            numeral = text(str(place), "plain-bold" if reached else "plain", form.letter, size, 1)
            middle = left + (place - 0.5) * size - 1
            look = "stip-ch-numeral stip-d-on-path" if reached else "stip-ch-numeral"
            parts.append(numeral.draw(middle, placed.bar_top + (_BOX - numeral.height) / 2, look, "middle"))
    marks = [(level.target, _target), (level.enough, _enough)]
    shown = [(min(max(at, 1), max(spec.most, 1)), draw) for at, draw in marks if at is not None]
    both = len({at for at, _ in shown}) < len(shown)
    for turn, (at, draw) in enumerate(shown):
        aside = (turn - 0.5) * 16 if both else 0.0
        parts.append(draw(prefix, left + (at - 0.5) * size - 1 + aside, placed.bar_top - _ABOVE / 2 - 1))
    return "".join(parts)


def _target(prefix: str, x: float, y: float) -> str:
    return path(ring(x, y, 5.5, hand(prefix, x, y)), "stip-ch-dot")


def _enough(prefix: str, x: float, y: float) -> str:
    dice = hand(prefix, x, y)
    return path(strokes([(x - 6, y - 3), (x, y + 4), (x + 6, y - 3)], dice), "stip-ch-post")


def _signs(spec: LevelsSpec, prefix: str) -> list[Sign]:
    """Return the signs of the marks that there are; full boxes alone need none."""
    listed = [
        (spec.now_word, any(level.now for level in spec.levels), _full),
        (spec.target_word, any(level.target for level in spec.levels), _target),
        (spec.enough_word, any(level.enough for level in spec.levels), _enough),
    ]
    shown = [Sign(word, partial(draw, prefix), SYMBOL[1]) for word, there, draw in listed if there]
    return shown if len(shown) > 1 else []


def _full(prefix: str, x: float, y: float) -> str:
    return path(sample(x, y, hand(prefix, "full"), width=SYMBOL[1]), "stip-ch-box stip-ch-box--full")
