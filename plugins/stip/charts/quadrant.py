"""A field of two axes with a word at each end: numbered discs at their places, pushed apart where they would meet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from stip.charts.discs import disc_radius, draw_disc
from stip.charts.frame import Drawn, Form, make_chart
from stip.charts.lettering import Text, text
from stip.charts.scale import part
from stip.charts.spec import NO_FIGURE, Chart, Mark, QuadrantSpec
from stip.charts.strokes import board, ring, stroke
from stip.charts.table import table
from stip.pen.boxes import Rect, around, is_free
from stip.pen.sketch import hand
from stip.pen.svg import path

_LOW = 260.0
"""The least height of the field, in px."""
_ROOM = 3.2
"""So many times its own square the field has for each disc at least."""
_SIDES = 0.16
"""The part of the width that a word beside the field may take; a longer one stands below."""
_TURNS = 12
_PAD = 6.0


def draw_quadrant(spec: QuadrantSpec) -> Chart:
    """Draw the field; a disc that had to move aside has a line to its own place."""
    marks = sorted(spec.marks, key=lambda mark: mark.number)
    columns, rows = table(
        [
            (spec.number_word, [str(mark.number) for mark in marks]),
            (spec.what_word, [mark.label for mark in marks]),
            (spec.across.title, [mark.across_text or str(mark.across) for mark in marks]),
            (spec.up.title, [mark.up_text or str(mark.up) for mark in marks]),
            *(
                (word, [mark.more[place] if place < len(mark.more) else NO_FIGURE for mark in marks])
                for place, word in enumerate(spec.more_words)
            ),
        ],
        [mark.href for mark in marks],
        always=4,
    )
    return make_chart(spec.about, partial(_draw, spec), columns, rows)


@dataclass(frozen=True)
class _Spot:
    """A disc in its place, and where it belongs."""

    mark: Mark
    x: float
    y: float
    own: tuple[float, float]


def _draw(spec: QuadrantSpec, form: Form, prefix: str) -> Drawn:
    beside = _beside(spec, form)
    left, right = (words.width + 10 for words in beside) if beside else (0.0, 0.0)
    width, radius = form.width - left - right - 2, disc_radius(spec.marks, form)
    high = text(spec.up.high_word, "plain-bold", form.letter, width, 2)
    low = text(spec.up.low_word, "plain-bold", form.letter, width, 2)
    height = max(_LOW, _ROOM * len(spec.marks) * (2 * radius) ** 2 / width)
    field = Rect(left + 1, high.height + 6, width, height)
    corners = _corners(spec, form, field)
    hidden = [box for _, box, _ in corners]
    spots = _spots(spec, field, hidden, radius)
    middle = field.x + width / 2
    foot = field.bottom + 4 + low.height
    if beside:
        ends = _words_beside(beside, form, field)
    else:
        ends, foot = _words_below(spec, form, foot)
    body = (
        high.draw(middle, 0, anchor="middle"),
        path(board(field.x, field.y, width, height, hand(prefix, "field"), 0.5), "stip-ch-field"),
        *_axes(prefix, field),
        *(
            words.draw(box.right if end else box.x, box.y, "stip-d-ink2", "end" if end else "")
            for words, box, end in corners
        ),
        low.draw(middle, field.bottom + 4, anchor="middle"),
        *ends,
        *(_lead(prefix, spot, radius) for spot in spots if is_free(around(*spot.own, 2), hidden)),
        *(draw_disc(prefix, spot.mark, form, spot.x, spot.y, radius) for spot in spots),
    )
    return Drawn(foot + 2, body)


def _beside(spec: QuadrantSpec, form: Form) -> tuple[Text, Text] | None:
    """Return the words of the axis across as they stand beside the field; None where there is no room for them."""
    low, high = (
        text(word, "plain-bold", form.letter, form.width * _SIDES, 4)
        for word in (spec.across.low_word, spec.across.high_word)
    )
    broken = any(line.endswith(("-", "…")) for line in (*low.lines, *high.lines))
    return None if form.is_narrow or broken else (low, high)


def _words_beside(words: tuple[Text, Text], form: Form, field: Rect) -> list[str]:
    """Write the words of the axis across to both sides of the field."""
    low, high = words
    down = field.y + field.h / 2
    left, right = low.width + 2, form.width - (high.width + 10) + 8
    return [
        low.draw(left, down - low.height / 2, anchor="end"),
        high.draw(right, down - high.height / 2),
    ]


def _words_below(spec: QuadrantSpec, form: Form, foot: float) -> tuple[list[str], float]:
    """Write the words of the axis across below the field, with arrows; return them with the foot of all."""
    arrowed = (f"← {spec.across.low_word}", f"{spec.across.high_word} →")
    low, high = (text(word, "plain-bold", form.letter, form.width / 2 - 10, 3) for word in arrowed)
    drawn = [low.draw(0, foot + 2), high.draw(form.width, foot + 2, anchor="end")]
    return drawn, foot + 2 + max(low.height, high.height)


def _corners(spec: QuadrantSpec, form: Form, field: Rect) -> list[tuple[Text, Rect, bool]]:
    """Lay the words of the corners: letters, box, and whether they end at their right edge."""
    found = []
    for place, word in enumerate(spec.corners):
        if not word:
            continue
        words = text(word, "hand-bold", form.letter + 1, field.w / 2 - 4 * _PAD, 2)
        at_right, below = place % 2 == 1, place > 1
        x = field.right - _PAD - words.width if at_right else field.x + _PAD
        y = field.bottom - words.height - 2 if below else field.y + 4
        found.append((words, Rect(x, y, words.width, words.height), at_right))
    return found


def _axes(prefix: str, field: Rect) -> list[str]:
    x, y = field.x + field.w / 2, field.y + field.h / 2
    dice = hand(prefix, "axes")
    ends = ((x, field.y), (x, field.bottom)), ((field.x, y), (field.right, y))
    return [path(stroke(*pair, dice), "stip-ch-edge") for pair in ends]


def _spots(spec: QuadrantSpec, field: Rect, taken: Sequence[Rect], radius: float) -> list[_Spot]:
    """Place the discs by their numbers, each as near to its own place as there is room."""
    inner = Rect(field.x + 2, field.y + 2, field.w - 4, field.h - 4)
    boxes = list(taken)
    spots = []
    for mark in sorted(spec.marks, key=lambda mark: mark.number):
        across = part(Decimal(mark.across), spec.across.low, spec.across.high)
        up = part(Decimal(mark.up), spec.up.low, spec.up.high)
        reach = radius + 3
        own = (
            inner.x + reach + (inner.w - 2 * reach) * across,
            inner.bottom - reach - (inner.h - 2 * reach) * up,
        )
        x, y = _free_place(own, inner, boxes, radius)
        boxes.append(around(x, y, radius))
        spots.append(_Spot(mark, x, y, own))
    return spots


def _free_place(own: tuple[float, float], inner: Rect, boxes: Sequence[Rect], radius: float) -> tuple[float, float]:
    """Return the nearest place where a disc lies over nothing: tried in rings about its own."""
    far = math.hypot(inner.w, inner.h)
    step = radius / 2
    for turn in range(int(far / step) + 1):
        count = max(1, _TURNS * turn)
        for i in range(count):
            angle = math.tau * i / count
            x, y = own[0] + turn * step * math.cos(angle), own[1] + turn * step * math.sin(angle)
            box = around(x, y, radius)
            if box.within(inner) and is_free(box, boxes, 1):
                return x, y
    return own


def _lead(prefix: str, spot: _Spot, radius: float) -> str:
    """Draw a line from a disc to its own place, when that lies outside the disc."""
    x, y = spot.own
    if math.dist(spot.own, (spot.x, spot.y)) <= radius:
        return ""
    dice = hand(prefix, "lead", spot.mark.number)
    return path(stroke((spot.x, spot.y), (x, y), dice), "stip-ch-lead") + path(
        ring(x, y, 2, dice, 0.1), "stip-ch-point"
    )
