"""A road from where it was to the dot: how far we are, and how far we expected to be by now."""

from __future__ import annotations

from functools import partial

from stip.charts.frame import Drawn, Form, make_chart
from stip.charts.legend import SYMBOL, Sign, draw_legend
from stip.charts.lettering import GAP, text
from stip.charts.rows import Placed, Wanted, lay_rows, link_row, tone_class
from stip.charts.scale import part
from stip.charts.spec import Chart, Figure, RoadSpec, Way
from stip.charts.strokes import ring, strayed, stroke
from stip.charts.table import states, table, told
from stip.pen.paths import Point, curve, joined, polyline
from stip.pen.sketch import hand
from stip.pen.svg import path

_DOT, _DISC = 12.0, 8.0
"""Radius of the dot and of the disc that shows where we are, in px."""
_FIGURE = 3.0
"""How much larger than other letters the figure of now is, in px."""
_NOW = 0.6
"""The part of the room that the figure of now gets at most beside a word on what it means."""
_HALF = 8.5, 5.0
"""Half the width of the road at its beginning and at its end, in px."""


def draw_road(spec: RoadSpec) -> Chart:
    """Draw the roads; a figure before the beginning or beyond the goal stands at that end."""
    columns, rows = table(
        [
            (spec.what_word, [way.label for way in spec.ways]),
            (spec.baseline_word, [way.baseline.text for way in spec.ways]),
            (spec.now_word, [told(way.now) for way in spec.ways]),
            (spec.expected_word, [told(way.expected) for way in spec.ways]),
            (spec.target_word, [way.target.text for way in spec.ways]),
            (spec.state_word, states(way.state for way in spec.ways)),
            (spec.note_word, [way.note for way in spec.ways]),
        ],
        [way.href for way in spec.ways],
        always=3,
    )
    return make_chart(spec.about, partial(_draw, spec), columns, rows)


def _draw(spec: RoadSpec, form: Form, prefix: str) -> Drawn:
    line = form.letter * 1.25
    wanted = [Wanted(way.label, note=way.note, href=way.href) for way in spec.ways]
    rows = lay_rows(wanted, form, bar=2 * _DOT, above=line, below=line)
    left, right = rows.left + _DISC, form.width - _DOT - 2
    body = []
    for way, placed in zip(spec.ways, rows.placed, strict=True):
        drawn = _way(prefix, way, placed, form, (left, right)) + placed.words(rows)
        name = ", ".join(filter(None, (way.label, told(way.now), way.state.text if way.state else "")))
        body.append(link_row(placed, rows, name, drawn))
    key, tall = draw_legend(_signs(spec, prefix), form, rows.height)
    return Drawn(rows.height + tall, (*body, key))


def _way(prefix: str, way: Way, placed: Placed, form: Form, ends: tuple[float, float]) -> str:
    left, right = ends
    middle = placed.bar_top + _DOT
    dice = hand(prefix, placed.top)
    now, expected = (_reached(way, figure, ends) for figure in (way.now, way.expected))
    edges = [strayed(_edge(left, right, middle, side), dice) for side in (-1, 1)]
    whole = joined(*(curve(edge, places=True) for edge in (edges[0], edges[1][::-1])))
    parts = [
        path(whole, "stip-ch-land"),
        *([] if now is None else _travelled(edges, middle, now)),
        path(ring(right, middle, _DOT, dice, 0.6), "stip-ch-dot"),
        "" if expected is None else _expected(prefix, expected, middle),
        "" if now is None else path(ring(now, middle, _DISC, dice), "stip-ch-disc"),
        _figures(way, placed, form, (left, left if now is None else now)),
    ]
    return "".join(parts)


def _reached(way: Way, figure: Figure | None, ends: tuple[float, float]) -> float | None:
    """Return the px of a figure on its road."""
    left, right = ends
    return left + (right - left) * part(figure.value, way.baseline.value, way.target.value) if figure else None


def _edge(left: float, right: float, middle: float, side: int) -> list[Point]:
    """Return points of one edge of the road, which narrows towards the dot."""
    wide, narrow = _HALF
    count = 6
    return [
        (left + (right - left) * i / count, middle + side * (wide + (narrow - wide) * i / count))
        for i in range(count + 1)
    ]


def _travelled(edges: list[list[Point]], middle: float, at: float) -> list[str]:
    """Draw the part of the road that lies behind us, with its centre line."""
    kept = [[point for point in edge if point[0] < at - 1] for edge in edges]
    if not all(kept):
        return []
    half = [abs(edge[len(part_of) - 1][1] - middle) for edge, part_of in zip(edges, kept, strict=True)]
    upper = [*kept[0], (at, middle - half[0])]
    lower = [*kept[1], (at, middle + half[1])]
    outline = polyline([*upper, *reversed(lower)], closed=True, places=True)
    begin = kept[0][0][0] + 8
    road = path(outline, "stip-ch-road")
    if at - _DISC <= begin:
        return [road]
    return [road, path(polyline([(begin, middle), (at - _DISC, middle)], places=True), "stip-ch-centre")]


def _expected(prefix: str, x: float, y: float) -> str:
    return path(stroke((x, y - 14), (x, y + 14), hand(prefix, x, y)), "stip-ch-post stip-ch-post--dashed")


def _figures(way: Way, placed: Placed, form: Form, ends: tuple[float, float]) -> str:
    """Draw the three figures: now above the disc with what it means, the others under the ends of the road."""
    start, at = ends[0] - _DISC, ends[1]
    room = form.width - start
    most = room * _NOW if way.state else room
    now = text(way.now.text if way.now else "", "plain-bold", form.letter + _FIGURE, most, 1)
    gap = GAP if now.lines else 0.0
    state = text(way.state.text if way.state else "", "plain-bold", form.letter, room - now.width - gap, 1)
    begin = min(max(at - now.width / 2, start), form.width - now.width - gap - state.width)
    top, under = placed.bar_top + _DOT - 14 - now.leading, placed.bar_top + 2 * _DOT + 1
    baseline = text(way.baseline.text, "plain", form.letter, room / 2 - GAP, 1)
    target = text(way.target.text, "plain-bold", form.letter, room / 2 - GAP, 1)
    return (
        now.draw(begin, top)
        + state.draw(begin + now.width + gap, top + _FIGURE - 1, tone_class(way.state))
        + baseline.draw(start, under, "stip-d-ink2")
        + target.draw(form.width, under, anchor="end")
    )


def _signs(spec: RoadSpec, prefix: str) -> list[Sign]:
    listed = [
        (spec.now_word, any(way.now for way in spec.ways), partial(_disc, prefix)),
        (spec.expected_word, any(way.expected for way in spec.ways), partial(_expected_sign, prefix)),
        (spec.target_word, bool(spec.ways), partial(_dot, prefix)),
    ]
    return [Sign(word, draw, SYMBOL[1]) for word, there, draw in listed if there]


def _disc(prefix: str, x: float, y: float) -> str:
    return path(ring(x, y, _DISC, hand(prefix, "disc")), "stip-ch-disc")


def _dot(prefix: str, x: float, y: float) -> str:
    return path(ring(x, y, SYMBOL[1] / 2, hand(prefix, "dot")), "stip-ch-dot")


def _expected_sign(prefix: str, x: float, y: float) -> str:
    return path(stroke((x, y - 9), (x, y + 9), hand(prefix, "expected")), "stip-ch-post stip-ch-post--dashed")
