"""A matrix of two axes of steps: how bad a cell is by its place, hatching and colour, with numbered discs in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from stip.charts.discs import disc_radius, draw_disc
from stip.charts.frame import Drawn, Form, make_chart
from stip.charts.legend import Sign, draw_legend, sample
from stip.charts.lettering import Text, shelve, text
from stip.charts.spec import NO_FIGURE, Axis, Chart, Mark, MatrixSpec
from stip.charts.strokes import board, stroke
from stip.charts.table import table
from stip.charts.textures import textured
from stip.pen.boxes import Rect, is_free
from stip.pen.sketch import hand
from stip.pen.svg import path

_LOW = 46.0
"""The least height of a row, in px."""
_BETWEEN = 4.0
_STEPS = 0.26
"""The part of the width that the words of the upright axis get at most."""
_TEXTURES = ("", "sparse", "hatch", "dense")


def draw_matrix(spec: MatrixSpec) -> Chart:
    """Draw the matrix; a mark beyond an axis stands in its last cell. Raises ValueError for an axis without steps."""
    if not spec.across.steps or not spec.up.steps:
        raise ValueError(f"{spec.about.id}: a matrix needs steps on both axes")
    marks = sorted(spec.marks, key=lambda mark: mark.number)
    columns, rows = table(
        [
            (spec.number_word, [str(mark.number) for mark in marks]),
            (spec.what_word, [mark.label for mark in marks]),
            (spec.across.title, [mark.across_text or _step(spec.across, mark.across) for mark in marks]),
            (spec.up.title, [mark.up_text or _step(spec.up, mark.up) for mark in marks]),
            (spec.band_word, [_band_word(spec, mark) for mark in marks]),
            *(
                (word, [mark.more[place] if place < len(mark.more) else NO_FIGURE for mark in marks])
                for place, word in enumerate(spec.more_words)
            ),
        ],
        [mark.href for mark in marks],
        always=5,
    )
    return make_chart(spec.about, partial(_draw, spec), columns, rows)


@dataclass(frozen=True)
class _Grid:
    """The cells: their left edges, their upper edges from the highest row down, and the far edges of both."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    right: float
    bottom: float


def _draw(spec: MatrixSpec, form: Form, prefix: str) -> Drawn:
    cells = _cells(spec)
    title = text(spec.up.title, "plain-bold", form.letter, form.width, 2)
    words = [text(step, "plain", form.letter, form.width * _STEPS, 3) for step in spec.up.steps]
    left = max(one.width for one in words) + 10
    width = (form.width - 2 - left) / len(spec.across.steps)
    radius = disc_radius(spec.marks, form)
    pitch = 2 * radius + _BETWEEN
    beside = max(1, int((width - 4) // pitch))
    tops, top = [], title.height + 6
    for up in reversed(range(len(spec.up.steps))):
        deepest = max(len(cells.get((across, up), ())) for across in range(len(spec.across.steps)))
        tops.append(top)
        top += max(_LOW, -(-deepest // beside) * pitch + 10, words[up].height + 6)
    lefts = tuple(left + width * place for place in range(len(spec.across.steps)))
    grid = _Grid(lefts, tuple(tops), form.width - 2, top)
    steps, deep = _across(spec.across, form, grid)
    key, tall = draw_legend(_signs(spec, prefix), form, deep)
    body = (
        title.draw(0, 0),
        *_boards(spec, prefix, grid),
        *_up(words, grid),
        steps,
        *_discs(cells, form, prefix, grid, (radius, beside)),
        key,
    )
    return Drawn(deep + tall, body)


def _place(axis: Axis, place: Decimal | int) -> int:
    """Return the step of a mark: the nearest that there is."""
    return int(min(max(place, 0), len(axis.steps) - 1))


def _step(axis: Axis, place: Decimal | int) -> str:
    return axis.steps[_place(axis, place)]


def _band(spec: MatrixSpec, across: int, up: int) -> int:
    """Return how bad a cell is; a cell that nobody gave a band has the least."""
    row = spec.bands[up] if up < len(spec.bands) else ()
    return min(max(row[across] if across < len(row) else 0, 0), len(_TEXTURES) - 1)


def _band_word(spec: MatrixSpec, mark: Mark) -> str:
    band = _band(spec, _place(spec.across, mark.across), _place(spec.up, mark.up))
    return spec.band_words[band] if band < len(spec.band_words) else NO_FIGURE


def _cells(spec: MatrixSpec) -> dict[tuple[int, int], list[Mark]]:
    """Gather the marks of each cell, by their number."""
    found: dict[tuple[int, int], list[Mark]] = {}
    for mark in sorted(spec.marks, key=lambda mark: mark.number):
        found.setdefault((_place(spec.across, mark.across), _place(spec.up, mark.up)), []).append(mark)
    return found


def _sides(grid: _Grid, across: int, row: int) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a cell; rows count from the top."""
    right = grid.lefts[across + 1] if across + 1 < len(grid.lefts) else grid.right
    bottom = grid.tops[row + 1] if row + 1 < len(grid.tops) else grid.bottom
    return grid.lefts[across], grid.tops[row], right, bottom


def _boards(spec: MatrixSpec, prefix: str, grid: _Grid) -> list[str]:
    parts = []
    for row in range(len(grid.tops)):
        for across in range(len(grid.lefts)):
            left, top, right, bottom = _sides(grid, across, row)
            band = _band(spec, across, len(grid.tops) - 1 - row)
            outline = board(left, top, right - left, bottom - top, hand(prefix, across, row))
            parts.append(textured(prefix, outline, f"stip-ch-band stip-ch-band--{band}", _TEXTURES[band]))
    return parts


def _up(words: Sequence[Text], grid: _Grid) -> list[str]:
    """Write the steps of the upright axis before their rows."""
    parts = []
    for row, one in enumerate(reversed(words)):
        _, top, _, bottom = _sides(grid, 0, row)
        parts.append(one.draw(grid.lefts[0] - 8, (top + bottom - one.height) / 2, "stip-d-ink2", "end"))
    return parts


def _across(axis: Axis, form: Form, grid: _Grid) -> tuple[str, float]:
    """Write the steps of the other axis below their columns, in turns lower where they do not fit; and its title."""
    columns = [_sides(grid, across, 0) for across in range(len(grid.lefts))]
    width = columns[0][2] - columns[0][0]
    words = [text(step, "plain", form.letter, width - 6, 3) for step in axis.steps]
    if any("-" in line[-1:] for one in words for line in one.lines):
        words = [text(step, "plain", form.letter, min(2 * width - 12, form.width - 2), 3) for step in axis.steps]
    middles = [(left + right) / 2 for left, _, right, _ in columns]
    places = shelve([(middle, one.width) for middle, one in zip(middles, words, strict=True)], 0, form.width, gap=4)
    pitch = max(one.height for one in words) + 2
    boxes = [
        Rect(place.left, grid.bottom + 5 + place.shelf * pitch, one.width, one.height)
        for one, place in zip(words, places, strict=True)
    ]
    parts = []
    for middle, one, place, box in zip(middles, words, places, boxes, strict=True):
        lead = Rect(middle - 2, grid.bottom + 2, 4, box.y - grid.bottom - 2)
        if place.shelf and is_free(lead, boxes):
            ends = (middle, lead.y), (middle, lead.bottom)
            parts.append(path(stroke(*ends, hand(axis.title, middle)), "stip-ch-lead"))
        parts.append(one.draw(box.x + box.w / 2, box.y, "stip-d-ink2", "middle"))
    foot = grid.bottom + 5 + (max(place.shelf for place in places) + 1) * pitch
    title = text(axis.title, "plain-bold", form.letter, grid.right - grid.lefts[0], 2)
    parts.append(title.draw((grid.lefts[0] + grid.right) / 2, foot, anchor="middle"))
    return "".join(parts), foot + title.height


def _discs(
    cells: Mapping[tuple[int, int], Sequence[Mark]], form: Form, prefix: str, grid: _Grid, size: tuple[float, int]
) -> list[str]:
    """Set the discs of each cell in its middle, so many beside each other; the keyboard reaches them by number."""
    (radius, beside), drawn = size, []
    pitch = 2 * radius + _BETWEEN
    for (across, up), marks in cells.items():
        left, top, right, bottom = _sides(grid, across, len(grid.tops) - 1 - up)
        lines = [marks[i : i + beside] for i in range(0, len(marks), beside)]
        for turn, line in enumerate(lines):
            y = (top + bottom) / 2 + (turn - (len(lines) - 1) / 2) * pitch
            for place, mark in enumerate(line):
                x = (left + right) / 2 + (place - (len(line) - 1) / 2) * pitch
                drawn.append((mark.number, draw_disc(prefix, mark, form, x, y, radius)))
    return [svg for _, svg in sorted(drawn)]


def _signs(spec: MatrixSpec, prefix: str) -> list[Sign]:
    shown = spec.band_words[: len(_TEXTURES)]
    return [Sign(word, partial(_band_sign, prefix, band)) for band, word in enumerate(shown)]


def _band_sign(prefix: str, band: int, x: float, y: float) -> str:
    outline = sample(x, y, hand(prefix, "band", band))
    return textured(prefix, outline, f"stip-ch-band stip-ch-band--{band}", _TEXTURES[band])
