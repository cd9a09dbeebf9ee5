"""Rows under each other: words beside a bar (above it where it is narrow), a figure behind it, one zero for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stip.charts.frame import Form
from stip.charts.lettering import GAP, Text, text
from stip.charts.links import linked
from stip.charts.spec import State
from stip.charts.strokes import stroke
from stip.pen.boxes import Rect
from stip.pen.sketch import hand
from stip.pen.svg import path
from stip.text.fonts import Font

_LABELS = 0.34
"""The part of the width that labels get at most beside their bars."""
_BESIDE = 0.5
"""The part of a bar's room that the words behind it get at most."""
_BETWEEN = 14.0
_EDGE = 4.0
_LINES = 4


@dataclass(frozen=True)
class Wanted:
    """A row before it has a place: its words, and how far it reaches to both sides of zero, 0 to 1 together."""

    label: str
    left: float = 0.0
    right: float = 0.0
    note: str = ""
    text: str = ""
    state: State | None = None
    href: str = ""
    bar: float | None = None
    """How far its bar comes to the right, when a mark beyond it makes it reach further."""

    def has_room(self, words: Text, scale: float) -> bool:
        """Tell whether words fit between the bar and a mark beyond it."""
        return self.bar is not None and (self.right - self.bar) * scale >= words.width + 2 * GAP + _EDGE

    @property
    def beside(self) -> str:
        """The words behind the bar."""
        return ", ".join(part for part in (self.text, self.state.text if self.state else "") if part)

    @property
    def name(self) -> str:
        """The whole row in words, for who hears it."""
        return ", ".join(part for part in (self.label, self.note, self.beside) if part)


@dataclass(frozen=True)
class Placed:
    """A row in its place: the box of its bar (without what it holds), and its measured words."""

    wanted: Wanted
    top: float
    height: float
    bar_top: float
    label: Text
    note: Text
    beside: Text
    label_top: float

    def words(self, rows: Rows) -> str:
        """Draw everything in letters."""
        tone = tone_class(self.wanted.state)
        middle = self.bar_top + (rows.bar - self.beside.height) / 2
        return (
            self.label.draw(0, self.label_top, "stip-ch-name")
            + self.note.draw(0, self.label_top + self.label.height, "stip-d-ink2")
            + self.beside.draw(self._behind(rows), middle, tone)
        )

    def _behind(self, rows: Rows) -> float:
        """Return where the words behind the bar begin: before a mark beyond it, when they fit there."""
        before = self.wanted.bar if self.wanted.has_room(self.beside, rows.scale) else None
        return rows.at(self.wanted.right if before is None else before) + GAP + 2


@dataclass(frozen=True)
class Rows:
    """All rows; a bar reaches from `zero` so many times `scale` px, within `left` and `right`."""

    placed: tuple[Placed, ...]
    zero: float
    scale: float
    left: float
    right: float
    bar: float
    height: float

    def at(self, share: float) -> float:
        """Return the px of a part of the whole, below zero to the left of the zero line."""
        return self.zero + share * self.scale


def draw_zero(prefix: str, rows: Rows, form: Form) -> str:
    """Draw the upright line where all bars begin; where labels stand between the bars, a piece at each bar."""
    ends = [(placed.bar_top - 4, placed.bar_top + rows.bar + 4) for placed in rows.placed]
    if not form.is_narrow:
        ends = [(ends[0][0], ends[-1][1])] if ends else []
    dice = hand(prefix, "zero")
    return "".join(path(stroke((rows.zero, top), (rows.zero, end), dice), "stip-ch-axis") for top, end in ends)


def link_row(placed: Placed, rows: Rows, name: str, drawn: str) -> str:
    """Make a whole row a link when it leads anywhere."""
    if not placed.wanted.href:
        return drawn
    ring = Rect(0, placed.top, rows.right, placed.height)
    return linked(placed.wanted.href, name, ring, drawn)


def tone_class(state: State | None) -> str:
    """Return the class of words that a state belongs to."""
    return f"stip-ch-tone-{state.tone}" if state else ""


def lay_rows(
    wanted: Sequence[Wanted], form: Form, bar: float = 26.0, top: float = 2.0, *, above: float = 0, below: float = 0
) -> Rows:
    """Place rows below `top`, each with room for a bar `bar` px high and for marks `above` and `below` it.

    Words behind the bars decide how long the bars get: the longest with which all words have room.
    """
    left = 0.0 if form.is_narrow else _label_room(wanted, form)
    room = form.width - left - 2
    label_room = form.width if form.is_narrow else left - 14
    besides = [_beside(row, form, room * _BESIDE) for row in wanted]
    most_left = max((row.left for row in wanted), default=0.0)
    scale = _scale(wanted, besides, most_left, room)
    placed = []
    for row, beside in zip(wanted, besides, strict=True):
        placed.append(_place(row, beside, form, label_room, top, (above, bar, below)))
        top += placed[-1].height + _BETWEEN
    zero = left + 2 + most_left * scale
    return Rows(tuple(placed), zero, scale, left + 2, form.width, bar, (top - _BETWEEN if placed else top) + 2)


def _scale(wanted: Sequence[Wanted], besides: Sequence[Text], most_left: float, room: float) -> float:
    """Return how many px a whole bar gets; words between it and a mark beyond it take no room of their own."""
    listed = [(row, beside) for row, beside in zip(wanted, besides, strict=True) if most_left + row.right > 0]
    behind = [(room - _words_room(beside)) / (most_left + row.right) for row, beside in listed]
    longest = min(((room - _EDGE) / (most_left + row.right) for row, _ in listed), default=room)

    def has_room(scale: float) -> bool:
        fitting = zip(behind, listed, strict=True)
        return all(scale <= own or row.has_room(beside, scale) for own, (row, beside) in fitting)

    # With the least of `behind` every bar leaves room for its words, wherever they stand.
    return next(filter(has_room, sorted({longest, *(one for one in behind if one < longest)}, reverse=True)))


def _words_room(beside: Text) -> float:
    """Return what the words behind a bar take."""
    return beside.width + GAP + _EDGE if beside.width else _EDGE


def _beside(row: Wanted, form: Form, room: float) -> Text:
    """Measure the words behind a bar; a state that does not fit after the figure stands below it."""
    font: Font = "plain-bold" if row.state else "plain"
    whole = text(row.beside, font, form.letter, room, _LINES)
    if len(whole.lines) < 2 or not row.text or not row.state:
        return whole
    figure = text(row.text, font, form.letter, room, 2)
    state = text(row.state.text, font, form.letter, room, 2)
    return replace(whole, lines=figure.lines + state.lines)


def _place(
    row: Wanted, beside: Text, form: Form, room: float, top: float, heights: tuple[float, float, float]
) -> Placed:
    above, bar, below = heights
    label = text(row.label, "plain-bold", form.letter, room, _LINES)
    note = text(row.note, "plain", form.letter, room, _LINES)
    words = label.height + note.height
    # The words behind a bar are centred on it, and may be higher than it with what is above or below.
    over, under = (max(room_of, (beside.height - bar) / 2) for room_of in (above, below))
    if form.is_narrow:
        bar_top = top + words + 4 + over
        return Placed(row, top, words + 4 + over + bar + under, bar_top, label, note, beside, top)
    over, under = (max(room_of, (words - bar) / 2) for room_of in (over, under))
    bar_top = top + over
    return Placed(row, top, over + bar + under, bar_top, label, note, beside, bar_top + (bar - words) / 2)


def _label_room(wanted: Sequence[Wanted], form: Form) -> float:
    """Return the width of the column of labels: as they need, but not more than their part."""
    most = form.width * _LABELS
    widths = [text(row.label, "plain-bold", form.letter, most, _LINES).width for row in wanted]
    widths += [text(row.note, "plain", form.letter, most, _LINES).width for row in wanted]
    return min(max(widths, default=0.0), most) + 14
