"""Numbered discs: as large as the largest number of a chart needs."""

from __future__ import annotations

from collections.abc import Iterable

from stip.charts.frame import Form
from stip.charts.lettering import Text, text
from stip.charts.links import linked
from stip.charts.spec import Mark
from stip.charts.strokes import ring
from stip.pen.boxes import around
from stip.pen.sketch import hand
from stip.pen.svg import path

_LEAST = 14.0
"""The least radius in px; on a phone it still is a target of 24 px across."""
_RIM = 4.0


def disc_radius(marks: Iterable[Mark], form: Form) -> float:
    """Return the radius of all discs of a chart, in px."""
    return max([_LEAST, *(_numeral(mark, form).width / 2 + _RIM for mark in marks)])


def draw_disc(prefix: str, mark: Mark, form: Form, x: float, y: float, radius: float) -> str:
    """Draw the disc of a mark about a place."""
    numeral = _numeral(mark, form)
    outline = ring(x, y, radius - 1, hand(prefix, "disc", mark.number))
    drawn = path(outline, "stip-ch-disc") + numeral.draw(x, y - numeral.height / 2, anchor="middle")
    return linked(mark.href, f"{mark.number} {mark.label}", around(x, y, radius), drawn)


def _numeral(mark: Mark, form: Form) -> Text:
    return text(str(mark.number), "plain-bold", form.letter, form.width, 1)
