"""The arc of tension: a hill over time, full where measured and dashed where expected, with the triangles on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from stip.charts.flags import Flag, hang
from stip.charts.frame import Drawn, Form, make_chart
from stip.charts.hills import Hill, hill
from stip.charts.legend import Sign, draw_legend
from stip.charts.lettering import OVERHANG, Text, text, thinned
from stip.charts.scale import Days, Scale, stretch
from stip.charts.spec import NO_FIGURE, ArcPoint, ArcSpec, Chart, Figure
from stip.charts.strokes import stroke
from stip.charts.table import table
from stip.charts.textures import textured
from stip.charts.triangles import Triangle, stand
from stip.pen.paths import joined, polyline
from stip.pen.sketch import hand
from stip.pen.svg import path

_HIGH = 170.0
_LEVELS = 0.26
"""The part of the width that the words of the levels get at most."""


def draw_arc(spec: ArcSpec) -> Chart:
    """Draw the arc; triangles near each other stand above each other."""
    points = sorted(spec.points, key=lambda point: point.at)
    near = [_nearest(point, spec) for point in points]
    columns, rows = table(
        [
            (spec.when_word, [point.label for point in points]),
            (spec.level_word, [point.figure.text for point in points]),
            (
                f"{spec.measured_word} / {spec.expected_word}",
                [spec.measured_word if point.measured else spec.expected_word for point in points],
            ),
            (spec.warning_word, near),
        ],
        [""] * len(points),
        always=3,
    )
    return make_chart(spec.about, partial(_draw, spec), columns, rows)


def _nearest(point: ArcPoint, spec: ArcSpec) -> str:
    """Return the triangles that stand nearest to a point, for its row of the table."""
    names = [
        f"{one.number} {one.label}" + (f" ({one.when})" if one.when else "")
        for one in spec.warnings
        if min(spec.points, key=lambda other: (abs(other.at - one.at), other.at)) == point
    ]
    return ", ".join(names) or NO_FIGURE


@dataclass(frozen=True)
class _Land:
    """The field of the hill: its edges, scales, and the line if there are points."""

    form: Form
    prefix: str
    left: float
    days: Days
    scale: Scale
    hill: Hill | None
    measured: tuple[bool, ...]
    """Of each point of the hill whether it was measured."""


def _draw(spec: ArcSpec, form: Form, prefix: str) -> Drawn:
    marks = (*spec.levels, *([spec.limit] if spec.limit else []))
    left = _level_room(marks, form)
    days = _days(spec, left + 9, form.width - 8)
    low, high = stretch([*(one.figure.value for one in spec.points), *(mark.value for mark in marks)], zero=True)
    listed = sorted(spec.points, key=lambda point: point.at)

    def laid(top: float) -> _Land:
        scale = Scale(low, high, top + _HIGH, top)
        line = hill([(days.place(one.at), scale.place(one.figure.value)) for one in listed]) if listed else None
        kinds = {days.place(one.at): one.measured for one in listed}
        return _Land(form, prefix, left, days, scale, line, tuple(kinds.values()))

    # First at the top of the page; then moved down by what stands above it.
    flags = [Flag(spec.today_word, days.place(spec.today))] if spec.today and spec.today_word else []
    boards, above = hang(flags, form, 2)
    free = laid(0)
    tops = [one.box.y for one in _warnings(spec, free)] + [top for _, _, top in _level_words(marks, free)]
    land = laid(max(above + 4, form.letter) - min([0.0, *tops]))
    warnings = _warnings(spec, land)
    ground, labels, deep = _ground(spec, land)
    key, tall = draw_legend(_signs(spec, land), form, deep)
    today = [board.post(prefix, land.scale.start) for board in boards]
    body = (
        *_fills(land),
        *_levels(marks, land),
        _limit(spec, land),
        *today,
        *_lines(land),
        ground,
        labels,
        *(one.post(prefix) for one in warnings),
        *(one.draw(form, prefix) for one in warnings),
        *(board.draw(prefix) for board in boards),
        key,
    )
    return Drawn(deep + tall, body)


def _days(spec: ArcSpec, left: float, right: float) -> Days:
    listed = [point.at for point in spec.points] + [one.at for one in spec.warnings]
    listed += [spec.today] if spec.today else []
    return Days(min(listed, default=date.min), max(listed, default=date.max), left, right)


def _level_room(marks: Sequence[Figure], form: Form) -> float:
    most = form.width * _LEVELS
    return max((text(mark.text, "plain", form.letter, most, 2).width for mark in marks), default=0.0) + 10


def _warnings(spec: ArcSpec, land: _Land) -> list[Triangle]:
    def height(x: float) -> float:
        return land.hill.height(x) if land.hill else land.scale.start

    return stand(spec.warnings, land.days, height, land.left - 8, land.form.width - 2)


def _runs(land: _Land) -> list[tuple[bool, int, int]]:
    """Return the line in stretches: whether it was measured, and the places of its first and last point."""
    found: list[tuple[bool, int, int]] = []
    for place, (before, after) in enumerate(pairwise(land.measured)):
        measured = before and after
        if found and found[-1][0] is measured:
            found[-1] = (measured, found[-1][1], place + 1)
        else:
            found.append((measured, place, place + 1))
    return found


def _fills(land: _Land) -> list[str]:
    ground, line = land.scale.start, land.hill
    if not line:
        return []
    return [
        textured(
            land.prefix,
            joined(
                line.curve(first, last, hand(land.prefix)),
                polyline([(line.points[last][0], ground), (line.points[first][0], ground)], places=True),
            ),
            *(("stip-ch-hill", "sparse") if measured else ("stip-ch-hill stip-ch-hill--expected", "")),
        )
        for measured, first, last in _runs(land)
    ]


def _lines(land: _Land) -> list[str]:
    line, dice = land.hill, hand(land.prefix, "line")
    if not line:
        return []
    if len(line.points) == 1:
        # A single day makes no line: it stands as a post.
        [(x, y)] = line.points
        return [path(stroke((x, land.scale.start), (x, y), dice), "stip-ch-post")]
    return [
        path(line.curve(first, last, dice, 0.5), "stip-ch-line" if measured else "stip-ch-line stip-ch-line--expected")
        for measured, first, last in _runs(land)
    ]


def _level_words(marks: Sequence[Figure], land: _Land) -> list[tuple[float, Text, float]]:
    """Place the word of each level: its height, its letters and their top; words too near to one below move up."""
    found, free = [], land.scale.start
    for mark in sorted(marks, key=lambda mark: mark.value):
        y = land.scale.place(mark.value)
        words = text(mark.text, "plain", land.form.letter, land.left - 10, 2)
        free = min(y - words.height / 2, free - words.height)
        found.append((y, words, free))
    return found


def _levels(marks: Sequence[Figure], land: _Land) -> list[str]:
    """Draw a thin line for each level with its word before it."""
    parts = []
    for y, words, top in _level_words(marks, land):
        line = stroke((land.left - 4, y), (land.form.width - 8, y), hand(land.prefix, "level", y))
        parts += [path(line, "stip-ch-grid"), words.draw(land.left - 10, top, "stip-d-ink2", "end")]
    return parts


def _limit(spec: ArcSpec, land: _Land) -> str:
    if not spec.limit:
        return ""
    y = land.scale.place(spec.limit.value)
    return path(stroke((land.left - 4, y), (land.form.width - 8, y), hand(land.prefix, "limit")), "stip-ch-limit")


def _ground(spec: ArcSpec, land: _Land) -> tuple[str, str, float]:
    """Draw the ground with the years, or with the days of the points when there are not two years; and its foot."""
    ground, form = land.scale.start, land.form
    dice = hand(land.prefix, "ground")
    years = land.days.years(form.letter * 3)
    if len(years) < 2:
        years = [(land.days.place(point.at), point.label) for point in spec.points]
    words = [text(label, "hand-bold", form.letter, 92, 2) for _, label in years]
    lefts = [
        min(max(x - one.width / 2, land.left - 8), form.width - one.width - OVERHANG)
        for (x, _), one in zip(years, words, strict=True)
    ]
    kept = thinned([(left, one.width, 0) for left, one in zip(lefts, words, strict=True)])
    ticks = "".join(path(stroke((years[i][0], ground), (years[i][0], ground + 5), dice), "stip-ch-edge") for i in kept)
    labels = "".join(words[i].draw(lefts[i], ground + 8) for i in kept)
    line = path(stroke((land.left - 4, ground), (form.width - 4, ground), dice), "stip-ch-axis")
    return line + ticks, labels, ground + 10 + max((words[i].height for i in kept), default=0.0)


def _signs(spec: ArcSpec, land: _Land) -> list[Sign]:
    kinds = {point.measured for point in spec.points}
    listed = [
        (spec.measured_word, True in kinds, partial(_line_sign, land.prefix, "stip-ch-line")),
        (spec.expected_word, False in kinds, partial(_line_sign, land.prefix, "stip-ch-line stip-ch-line--expected")),
        (spec.limit.text if spec.limit else "", True, partial(_line_sign, land.prefix, "stip-ch-limit")),
    ]
    return [Sign(word, draw) for word, there, draw in listed if there]


def _line_sign(prefix: str, look: str, x: float, y: float) -> str:
    return path(stroke((x - 14, y), (x + 14, y), hand(prefix, "sign", look)), look)
