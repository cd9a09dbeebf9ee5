"""Bars in time: how long something lasts, from when nobody keeps it safe, and when something else takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from stip.charts.flags import Flag, hang
from stip.charts.frame import Drawn, Form, make_chart
from stip.charts.legend import SYMBOL, Sign, draw_legend, sample
from stip.charts.lettering import text, thinned
from stip.charts.rows import Placed, Rows, Wanted, lay_rows, link_row, tone_class
from stip.charts.scale import Days, whole_years
from stip.charts.spec import NO_FIGURE, Chart, Span, SpansSpec
from stip.charts.strokes import board, ring, strayed, stroke
from stip.charts.table import states, table
from stip.charts.textures import textured
from stip.pen.paths import Point, polyline
from stip.pen.sketch import hand
from stip.pen.svg import path

_BAR = 20.0
_OPEN = 10.0
"""How far an open end frays out, in px."""


def draw_spans(spec: SpansSpec) -> Chart:
    """Draw the bars; one that ends before it begins is drawn as its first day."""
    heads = (spec.first_word, spec.last_word, spec.support_word, spec.replaced_word)
    columns, rows = table(
        [
            (spec.what_word, [span.label for span in spec.spans]),
            *((head, [span.cells[place] or NO_FIGURE for span in spec.spans]) for place, head in enumerate(heads)),
            (spec.state_word, states(span.state for span in spec.spans)),
        ],
        [span.href for span in spec.spans],
        always=3,
    )
    return make_chart(spec.about, partial(_draw, spec), columns, rows)


def _draw(spec: SpansSpec, form: Form, prefix: str) -> Drawn:
    wanted = [Wanted(span.label, note=_note(span), href=span.href) for span in spec.spans]
    left = lay_rows(wanted, form, bar=_BAR).left + (_OPEN if form.is_narrow else 0)
    first, last = _stretch(spec)
    days = Days(first, last, left, form.width - _OPEN - 2)
    flags = [Flag(spec.today_word, days.place(spec.today))] if spec.today and spec.today_word else []
    years, above = _years(days, form)
    boards, high = hang(flags, form, above)
    top = above + high + 4
    rows = lay_rows(wanted, form, bar=_BAR, above=4, below=4, top=top)
    grid = [_grid(prefix, place, rows, form) for place, _ in days.years(form.letter * 3)]
    posts = [_today(prefix, board.x, rows, form) + board.post(prefix, top) for board in boards]
    bars = []
    for span, placed in zip(spec.spans, rows.placed, strict=True):
        drawn = _bar(prefix, span, placed, days) + _words(placed, span)
        name = ", ".join(filter(None, (span.label, span.note, span.state.text if span.state else "")))
        bars.append(link_row(placed, rows, name, drawn))
    key, tall = draw_legend(_signs(spec, prefix), form, rows.height)
    return Drawn(rows.height + tall, (years, *grid, *posts, *bars, *(board.draw(prefix) for board in boards), key))


def _note(span: Span) -> str:
    return ", ".join(part for part in (span.note, span.state.text if span.state else "") if part)


def _words(placed: Placed, span: Span) -> str:
    """Draw label and note; a state has its own look."""
    return placed.label.draw(0, placed.label_top, "stip-ch-name") + placed.note.draw(
        0, placed.label_top + placed.label.height, tone_class(span.state) or "stip-d-ink2"
    )


def _stretch(spec: SpansSpec) -> tuple[date, date]:
    """Return the first and the last day of the axis: whole years, or from the day on that the spec says."""
    first, last = whole_years(_dates(spec))
    begin = min(spec.from_, spec.today or spec.from_) if spec.from_ else first
    return max(first, begin), max(last, date(begin.year, 12, 31))


def _dates(spec: SpansSpec) -> Iterator[date]:
    for span in spec.spans:
        yield from (day for day in (span.first, span.last, span.support_end, span.replaced) if day)
    if spec.today:
        yield spec.today


def _years(days: Days, form: Form) -> tuple[str, float]:
    """Write the years above all else; return them with their foot."""
    years = days.years(form.letter * 3)
    words = [text(label, "hand-bold", form.letter, form.width, 1) for _, label in years]
    lefts = [min(place, form.width - one.width) for (place, _), one in zip(years, words, strict=True)]
    kept = thinned([(left, one.width, 0) for left, one in zip(lefts, words, strict=True)])
    drawn = "".join(words[i].draw(lefts[i], 0) for i in kept)
    return drawn, max((words[i].height for i in kept), default=0.0) + 4


def _grid(prefix: str, x: float, rows: Rows, form: Form) -> str:
    """Draw the line of a year: through all bars, or where labels stand between them at each bar."""
    dice = hand(prefix, "year", x)
    return "".join(path(stroke((x, top), (x, foot), dice), "stip-ch-grid") for top, foot in _reaches(rows, form))


def _today(prefix: str, x: float, rows: Rows, form: Form) -> str:
    dice = hand(prefix, "today")
    return "".join(path(stroke((x, top), (x, foot), dice), "stip-ch-edge") for top, foot in _reaches(rows, form))


def _reaches(rows: Rows, form: Form) -> list[tuple[float, float]]:
    reaches = [(placed.bar_top - 4, placed.bar_top + _BAR + 4) for placed in rows.placed]
    if form.is_narrow or not reaches:
        return reaches
    return [(reaches[0][0] - 4, reaches[-1][1])]


def _bar(prefix: str, span: Span, placed: Placed, days: Days) -> str:
    """Draw a bar, its stretch without support, and its marks."""
    dice = hand(prefix, placed.top)
    top, foot = placed.bar_top, placed.bar_top + _BAR
    begin = days.start - _OPEN if _began_before(span, days) else days.place(span.first or days.first)
    end = max(days.place(span.last) if span.last else days.end + _OPEN, begin + 3)
    parts = []
    outline = _outline((begin, end), top, prefix, torn=(_began_before(span, days), span.last is None))
    parts.append(path(outline, "stip-ch-span"))
    if span.support_end and _is_bare(span):
        at = min(max(days.place(span.support_end), begin), end)
        if at < end - 1:
            parts.append(textured(prefix, board(at, top + 1, end - at - 1, _BAR - 2, dice), "stip-ch-bare", "dense"))
    if span.support_end and span.support_end >= days.first:
        parts.append(_support(prefix, days.place(span.support_end), (top + foot) / 2))
    if span.replaced and span.replaced >= days.first:
        parts.append(_replaced(prefix, days.place(span.replaced), (top + foot) / 2))
    return "".join(parts)


def _began_before(span: Span, days: Days) -> bool:
    """Tell whether a bar is open on its left: nobody knows when it began, or that was before the axis."""
    return span.first is None or span.first < days.first


def _is_bare(span: Span) -> bool:
    """Tell whether a bar goes on after its support has ended."""
    return span.support_end is not None and (span.last is None or span.last > span.support_end)


def _outline(ends: tuple[float, float], top: float, prefix: str, torn: tuple[bool, bool]) -> str:
    """Return the outline of a bar: an open end is torn, on the left, on the right or on both."""
    begin, end = ends
    foot, middle = top + _BAR, top + _BAR / 2
    left: list[Point] = [(begin, foot), (begin, top)]
    if torn[0]:
        left = [(begin, foot), (begin + 5, foot - 5), (begin, middle), (begin + 5, top + 5), (begin, top)]
    right: list[Point] = [(end, top), (end, foot)]
    if torn[1]:
        right = [(end - 5, top), (end, top + 5), (end - 5, middle), (end, foot - 5), (end - 5, foot)]
    return polyline(strayed([*left, *right], hand(prefix, "span", top)), closed=True, places=True)


def _support(prefix: str, x: float, y: float) -> str:
    """Draw the end of support: an upright with a bar across at its head, like a barrier."""
    dice = hand(prefix, x, y)
    high = _BAR / 2 + 4
    upright = stroke((x, y - high), (x, y + high), dice)
    return path(upright + stroke((x - 5, y - high), (x + 5, y - high), dice), "stip-ch-post")


def _replaced(prefix: str, x: float, y: float) -> str:
    """Draw the replacement: a pale disc with a cross, as something new that comes in."""
    dice = hand(prefix, x, y)
    plus = stroke((x - 4, y), (x + 4, y), dice) + stroke((x, y - 4), (x, y + 4), dice)
    return path(ring(x, y, 8, dice), "stip-ch-disc") + path(plus, "stip-ch-plus")


def _signs(spec: SpansSpec, prefix: str) -> list[Sign]:
    ends = any(span.support_end for span in spec.spans)
    listed = [
        (spec.support_word, ends, partial(_support_sign, prefix), 14.0),
        (spec.unsupported_word, any(map(_is_bare, spec.spans)), partial(_bare_sign, prefix), SYMBOL[0]),
        (spec.replaced_word, any(span.replaced for span in spec.spans), partial(_replaced, prefix), 18.0),
    ]
    return [Sign(word, draw, width) for word, there, draw, width in listed if there]


def _support_sign(prefix: str, x: float, y: float) -> str:
    dice = hand(prefix, "support")
    return path(stroke((x, y - 9), (x, y + 9), dice) + stroke((x - 5, y - 9), (x + 5, y - 9), dice), "stip-ch-post")


def _bare_sign(prefix: str, x: float, y: float) -> str:
    return textured(prefix, sample(x, y, hand(prefix, "bare")), "stip-ch-bare", "dense")
