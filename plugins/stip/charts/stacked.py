"""Bars of parts: for each year, quarter or the like how a whole is made up, with the whole in words behind it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from stip.charts.frame import Drawn, Form, make_chart
from stip.charts.legend import SYMBOL, Sign, draw_legend, sample
from stip.charts.lettering import text
from stip.charts.rows import Placed, Rows, Wanted, draw_zero, lay_rows, link_row
from stip.charts.scale import share, stretch
from stip.charts.spec import Chart, Figure, Stack, StackedSpec
from stip.charts.strokes import board, stroke
from stip.charts.table import states, table, told
from stip.charts.textures import part_looks, textured
from stip.pen.sketch import hand
from stip.pen.svg import path


def draw_stacked(spec: StackedSpec) -> Chart:
    """Draw the bars; every part has a pattern of its own besides its colour."""
    parts = [
        (word, [told(figures[place]) for figures in map(_padded, spec.stacks, [len(spec.parts)] * len(spec.stacks))])
        for place, word in enumerate(spec.parts)
    ]
    columns, rows = table(
        [
            (spec.what_word, [stack.label for stack in spec.stacks]),
            *parts,
            (spec.total_word, [stack.total for stack in spec.stacks]),
            (spec.limit_word, [told(stack.limit) for stack in spec.stacks]),
            (spec.state_word, states(stack.state for stack in spec.stacks)),
        ],
        [stack.href for stack in spec.stacks],
        always=1 + len(spec.parts),
    )
    return make_chart(spec.about, partial(_draw, spec), columns, rows)


@dataclass(frozen=True)
class _Piece:
    """One part of a bar: which, its figure, and its two ends as parts of the whole stretch."""

    part: int
    figure: Figure
    first: float
    last: float


def _padded(stack: Stack, count: int) -> tuple[Figure | None, ...]:
    """Return as many parts as the spec has; what lacks is None."""
    return (*stack.parts, *([None] * count))[:count]


def _draw(spec: StackedSpec, form: Form, prefix: str) -> Drawn:
    low, high = stretch((value for stack in spec.stacks for value in _reach(stack, len(spec.parts))), zero=True)
    rows = lay_rows([_wanted(stack, len(spec.parts), low, high) for stack in spec.stacks], form)
    body = []
    for stack, placed in zip(spec.stacks, rows.placed, strict=True):
        pieces = _pieces(stack, len(spec.parts), low, high)
        drawn = "".join(_piece(prefix, piece, placed, rows, form) for piece in pieces)
        if stack.limit:
            drawn += _limit(prefix, rows.at(share(stack.limit.value, low, high)), placed.bar_top, rows.bar)
        drawn += placed.words(rows)
        body.append(link_row(placed, rows, placed.wanted.name, drawn))
    key, tall = draw_legend(_signs(spec, prefix), form, rows.height)
    return Drawn(rows.height + tall, (draw_zero(prefix, rows, form), *body, key))


def _reach(stack: Stack, count: int) -> tuple[Decimal, ...]:
    """Return how far a bar reaches to the left and to the right, and then its limit, if any."""
    values = [figure.value for figure in _padded(stack, count) if figure]
    ends = sum((v for v in values if v < 0), Decimal(0)), sum((v for v in values if v > 0), Decimal(0))
    return (*ends, stack.limit.value) if stack.limit else ends


def _wanted(stack: Stack, count: int, low: Decimal, high: Decimal) -> Wanted:
    shares = [share(value, low, high) for value in _reach(stack, count)]
    _, bar = shares[:2]
    return Wanted(
        stack.label,
        left=-min([0.0, *shares]),
        right=max([0.0, *shares]),
        text=stack.text or stack.total,
        state=stack.state,
        href=stack.href,
        bar=bar,
    )


def _pieces(stack: Stack, count: int, low: Decimal, high: Decimal) -> list[_Piece]:
    """Lay the parts behind each other, those below zero to the left."""
    found, left, right = [], 0.0, 0.0
    for place, figure in enumerate(_padded(stack, count)):
        if figure is None or not figure.value:
            continue
        size = share(figure.value, low, high)
        if size < 0:
            found.append(_Piece(place, figure, left + size, left))
            left += size
        else:
            found.append(_Piece(place, figure, right, right + size))
            right += size
    return found


def _piece(prefix: str, piece: _Piece, placed: Placed, rows: Rows, form: Form) -> str:
    left, right = rows.at(piece.first), rows.at(piece.last)
    dice = hand(prefix, placed.top, piece.part)
    top, high = placed.bar_top + 1, rows.bar - 2
    drawn = textured(prefix, board(left, top, max(right - left, 1), high, dice), *part_looks(piece.part))
    words = text(piece.figure.text, "plain-bold", form.letter, right - left, 1)
    if words.width + 16 > right - left or words.lines != (" ".join(piece.figure.text.split()),):
        return drawn
    middle = (left + right) / 2
    plate = board(middle - words.width / 2 - 4, top + 2, words.width + 8, high - 4, dice)
    return drawn + path(plate, "stip-ch-plate") + words.draw(middle, top + (high - words.height) / 2, anchor="middle")


def _limit(prefix: str, at: float, top: float, high: float) -> str:
    return path(stroke((at, top - 3), (at, top + high + 3), hand(prefix, "limit", top)), "stip-ch-post")


def _signs(spec: StackedSpec, prefix: str) -> list[Sign]:
    signs = [Sign(word, partial(_part_sign, prefix, place)) for place, word in enumerate(spec.parts)]
    if any(stack.limit for stack in spec.stacks):
        signs.append(Sign(spec.limit_word, partial(_limit_sign, prefix), 8.0))
    return signs


def _part_sign(prefix: str, place: int, x: float, y: float) -> str:
    return textured(prefix, sample(x, y, hand(prefix, "part", place)), *part_looks(place))


def _limit_sign(prefix: str, x: float, y: float) -> str:
    return _limit(prefix, x, y - SYMBOL[1] / 2 + 3, SYMBOL[1] - 6)
