"""A line over time: figures at its points, the zero line, what is expected dashed, a flag on a point that counts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise

from stip.charts.flags import Flag, hang
from stip.charts.frame import Drawn, Form, make_chart
from stip.charts.legend import Sign, draw_legend
from stip.charts.lettering import OVERHANG, Text, text, thinned
from stip.charts.scale import Days, Scale, stretch
from stip.charts.spec import NO_FIGURE, Chart, LinePoint, LineSpec
from stip.charts.strokes import ring, stroke, strokes
from stip.charts.table import table, told
from stip.pen.boxes import Rect, around, is_free
from stip.pen.paths import Point, between
from stip.pen.sketch import hand
from stip.pen.svg import path

_HIGH = 180.0
"""From the lowest figure to the highest, in px."""
_INDENT = 12.0
_DISC = 4.5
_ASIDE = 4.0
"""Between a point and a figure beside it, in px."""
_LABEL = 92.0
"""The most that words under the axis take, in px."""


def draw_line(spec: LineSpec) -> Chart:
    """Draw the line; of figures that would lie over each other the first, the last and the extremes are kept."""
    points = _sorted(spec)
    words = {False: spec.measured_word, True: spec.expected_word}
    columns, rows = table(
        [
            (spec.when_word, [point.label for point in points]),
            (spec.figure_word, [point.figure.text for point in points]),
            (_both(spec), [words[point.expected] or NO_FIGURE for point in points]),
            (spec.plan_word, [told(point.plan) for point in points]),
            (spec.flag_word, [point.flag or NO_FIGURE for point in points]),
        ],
        [""] * len(points),
        always=2,
    )
    return make_chart(spec.about, partial(_draw, spec), columns, rows)


def _both(spec: LineSpec) -> str:
    """Return the head of the column that tells measured from expected; empty when all are of one kind."""
    kinds = {point.expected for point in spec.points}
    return f"{spec.measured_word} / {spec.expected_word}" if len(kinds) == 2 else ""


def _sorted(spec: LineSpec) -> list[LinePoint]:
    return sorted(spec.points, key=lambda point: point.at)


@dataclass(frozen=True)
class _Spot:
    """A point in its place."""

    point: LinePoint
    x: float
    y: float


@dataclass(frozen=True)
class _Plot:
    """Where the line may be, and what is in it already."""

    form: Form
    prefix: str
    scale: Scale
    spots: tuple[_Spot, ...]
    frame: Rect
    taken: tuple[Rect, ...] = ()
    crossed: tuple[tuple[Point, Point], ...] = ()
    """Strokes that a figure rather does not lie over."""


def _draw(spec: LineSpec, form: Form, prefix: str) -> Drawn:
    points = _sorted(spec)
    days = Days(
        min((point.at for point in points), default=date.min),
        max((point.at for point in points), default=date.max),
        form.letter + (_INDENT if len(points) > 1 else form.width / 2),
        form.width - _INDENT,
    )
    boards, above = hang([Flag(one.flag, days.place(one.at)) for one in points if one.flag], form, 2)
    plot = _plot(spec, days, form, prefix, above)
    posts = [board.post(prefix, _foot(board.x, plot.spots)) for board in boards]
    stands = [((one.x, one.box.bottom), (one.x, _foot(one.x, plot.spots))) for one in boards]
    plot = replace(plot, crossed=(*plot.crossed, *stands))
    goal, plot = _goal(spec, plot)
    figures = _figures(plot)
    labels, deep = _labels(plot)
    key, tall = draw_legend(_signs(spec, prefix), form, deep)
    lines = (_axes(plot), goal, *posts, _plan(plot), *_line(plot), *_discs(plot, set(figures)))
    return Drawn(deep + tall, (*lines, *(one.draw(prefix) for one in boards), *figures.values(), labels, key))


def _plot(spec: LineSpec, days: Days, form: Form, prefix: str, above: float) -> _Plot:
    """Place the points below `above`; over the highest and under the lowest there is room for their figures."""
    points = _sorted(spec)
    figures = [*(point.figure for point in points), *(point.plan for point in points), spec.goal]
    values = [figure.value for figure in figures if figure]
    low, high = stretch(values, zero=spec.from_zero or any(value < 0 for value in values))
    room = form.letter * 1.3 + _DISC + 2
    scale = Scale(low, high, above + room + _HIGH, above + room)
    bottom = scale.start + (room if low < 0 else 0)
    spots = tuple(_Spot(point, days.place(point.at), scale.place(point.figure.value)) for point in points)
    frame = Rect(0, above, form.width, bottom - above)
    # Where points crowd, a figure lies over their line: it has a rim of paper.
    crowded = any(after.x - before.x < 2 * _DISC for before, after in pairwise(spots))
    taken = [] if crowded else [around(spot.x, spot.y, _DISC) for spot in spots]
    if low <= 0 <= high:
        zero = text("0", "plain", form.letter, form.width, 1)
        taken.append(Rect(0, scale.place(Decimal(0)) - zero.height / 2, zero.width, zero.height))
    line = [((a.x, a.y), (b.x, b.y)) for a, b in pairwise(spots)]
    line += pairwise(_planned(spots, scale))
    if low <= 0 <= high:
        line.append(((0, scale.place(Decimal(0))), (form.width, scale.place(Decimal(0)))))
    return _Plot(form, prefix, scale, spots, frame, tuple(taken), tuple(line))


def _planned(spots: Sequence[_Spot], scale: Scale) -> list[Point]:
    """Return where the line of what was planned goes."""
    return [(spot.x, scale.place(spot.point.plan.value)) for spot in spots if spot.point.plan]


def _foot(x: float, spots: Sequence[_Spot]) -> float:
    """Return where the post of a flag ends: above the point that it stands over."""
    return min(spot.y for spot in spots if spot.point.flag and spot.x == x) - _DISC


def _axes(plot: _Plot) -> str:
    """Draw the ground, and the zero line wherever it is."""
    width, low, high = plot.form.width, plot.scale.low, plot.scale.high
    dice = hand(plot.prefix, "axes")
    parts = []
    if low > 0 or high < 0:
        parts.append(path(stroke((0, plot.frame.bottom), (width, plot.frame.bottom), dice), "stip-ch-grid"))
    if low <= 0 <= high:
        y = plot.scale.place(Decimal(0))
        zero = text("0", "plain", plot.form.letter, width, 1)
        parts.append(path(stroke((zero.width + 6, y), (width, y), dice), "stip-ch-axis"))
        parts.append(zero.draw(0, y - zero.height / 2, "stip-d-ink2"))
    return "".join(parts)


def _goal(spec: LineSpec, plot: _Plot) -> tuple[str, _Plot]:
    """Draw the line of the goal with its words at its end."""
    if spec.goal is None:
        return "", plot
    y, width = plot.scale.place(spec.goal.value), plot.form.width
    words = text(f"{spec.goal_word} {spec.goal.text}".strip(), "plain-bold", plot.form.letter, width * 0.7, 1)
    top = y - words.height - 2
    drawn = path(stroke((plot.form.letter + 4, y), (width - 6, y), hand(plot.prefix, "goal")), "stip-ch-goal")
    drawn += path(ring(width - 6, y, 5.5, hand(plot.prefix, "dot")), "stip-ch-dot")
    box = Rect(width - words.width - 14, top, words.width + 14, words.height)
    return drawn + words.draw(width - 14, top, "stip-ch-figure", "end"), replace(plot, taken=(*plot.taken, box))


def _line(plot: _Plot) -> list[str]:
    """Draw the line in stretches: full where measured, dashed to what is expected."""
    dice = hand(plot.prefix, "line")
    stretches: list[tuple[bool, list[Point]]] = []
    for before, after in pairwise(plot.spots):
        expected = before.point.expected or after.point.expected
        if not stretches or stretches[-1][0] is not expected:
            stretches.append((expected, [(before.x, before.y)]))
        stretches[-1][1].append((after.x, after.y))
    return [
        path(strokes(points, dice), "stip-ch-line stip-ch-line--expected" if expected else "stip-ch-line")
        for expected, points in stretches
    ]


def _plan(plot: _Plot) -> str:
    """Draw the dotted line of what was planned; on a single day a short stroke."""
    points = _planned(plot.spots, plot.scale)
    if len(points) == 1:
        [(x, y)] = points
        points = [(x - _INDENT, y), (x + _INDENT, y)]
    return path(strokes(points, hand(plot.prefix, "plan")), "stip-ch-line stip-ch-line--plan")


def _figures(plot: _Plot) -> dict[int, str]:
    """Draw the figures that find room at their points: flags first, then the last, the first and the extremes."""
    taken, drawn = list(plot.taken), {}
    inked = [Rect(x - 1, y - 1, 2, 2) for a, b in plot.crossed for x, y in between(a, b, 4)]
    for index in sorted(range(len(plot.spots)), key=lambda i: (_rank(plot.spots, i), i)):
        spot = plot.spots[index]
        words = text(spot.point.figure.text, "plain-bold", plot.form.letter, plot.form.width * 0.6, 1)
        boxes = [
            box for box in _about(spot, words, plot.form.width) if box.within(plot.frame) and is_free(box, taken, 1)
        ]
        if boxes:
            box = min(boxes, key=lambda box: sum(_inside(box).overlaps(piece) for piece in inked))
            taken.append(Rect(box.x - 4, box.y, box.w + 8, box.h))
            drawn[index] = words.draw(box.x, box.y, "stip-ch-figure")
    return drawn


def _about(spot: _Spot, words: Text, width: float) -> list[Rect]:
    """Return where the figure of a point may stand, best first: above or below it, or beside it."""
    tops = (spot.y - _DISC - 1 - words.height, spot.y + _DISC + 2)
    lefts = (spot.x - words.width / 2, spot.x - words.width + _DISC, spot.x - _DISC)
    beside = (spot.x + _DISC + _ASIDE, spot.x - words.width - _DISC - _ASIDE)
    levels = [spot.y - words.height * part for part in (0.5, 0.8, 0.2)]
    places = [(left, top) for left in lefts for top in tops] + [(left, top) for left in beside for top in levels]
    return [Rect(min(max(left, 0), width - words.width), top, words.width, words.height) for left, top in places]


def _inside(box: Rect) -> Rect:
    """Return the part of a line of letters that has ink."""
    return Rect(box.x, box.y + box.h * 0.15, box.w, box.h * 0.75)


def _rank(spots: Sequence[_Spot], index: int) -> int:
    heights = [spot.y for spot in spots]
    wanted = (
        spots[index].point.flag != "",
        index == len(spots) - 1,
        index == 0,
        heights[index] in {min(heights), max(heights)},
    )
    return wanted.index(True) if True in wanted else len(wanted)


def _discs(plot: _Plot, told: set[int]) -> list[str]:
    """Draw the points; those too near to the one before only when their figure is told."""
    last, parts = -math.inf, []
    for index, spot in enumerate(plot.spots):
        if spot.x - last >= 2 * _DISC or index in told:
            parts.append(_disc(plot.prefix, spot.x, spot.y, expected=spot.point.expected))
            last = spot.x
    return parts


def _disc(prefix: str, x: float, y: float, *, expected: bool) -> str:
    look = "stip-ch-point stip-ch-point--expected" if expected else "stip-ch-point"
    return path(ring(x, y, _DISC, hand(prefix, x, y), 0.2), look)


def _labels(plot: _Plot) -> tuple[str, float]:
    """Write when the points are below the ground, as many as stand beside each other; return them and their foot."""
    words = [text(spot.point.label, "hand-bold", plot.form.letter, _LABEL, 2) for spot in plot.spots]
    wanted = [
        (
            min(max(spot.x - one.width / 2, OVERHANG), plot.form.width - one.width - OVERHANG),
            one.width,
            _rank(plot.spots, index),
        )
        for index, (spot, one) in enumerate(zip(plot.spots, words, strict=True))
    ]
    kept = thinned(wanted)
    top = plot.frame.bottom + 5
    drawn = "".join(words[i].draw(wanted[i][0], top) for i in kept)
    return drawn, top + max([plot.form.letter, *(words[i].height for i in kept)]) + 2


def _signs(spec: LineSpec, prefix: str) -> list[Sign]:
    """Return what the lines mean, when there is more than one kind."""
    kinds = {point.expected for point in spec.points}
    listed = [
        (spec.measured_word, False in kinds, partial(_sign, prefix, "")),
        (spec.expected_word, True in kinds, partial(_sign, prefix, "expected")),
        (spec.plan_word, any(point.plan for point in spec.points), partial(_sign, prefix, "plan")),
    ]
    shown = [Sign(word, draw) for word, there, draw in listed if there]
    return shown if len(shown) > 1 else []


def _sign(prefix: str, kind: str, x: float, y: float) -> str:
    look = f"stip-ch-line stip-ch-line--{kind}" if kind else "stip-ch-line"
    line = path(stroke((x - 14, y), (x + 14, y), hand(prefix, "sign", kind)), look)
    return line if kind == "plan" else line + _disc(prefix, x, y, expected=kind == "expected")
