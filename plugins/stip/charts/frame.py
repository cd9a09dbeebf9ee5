"""The frame of every chart: a wide and a narrow form, each an SVG with its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from stip.charts.spec import About, Chart, Row
from stip.charts.textures import definitions
from stip.pen.svg import NAMESPACES, clean, element, number


@dataclass(frozen=True)
class Form:
    """A width that a chart is cut for; px here are px on the screen where the place is just as wide."""

    name: str
    width: float
    letter: float
    """The least letter; it stays 14 px or more in the narrowest place where the form is shown."""

    @property
    def is_narrow(self) -> bool:
        """Whether labels stand above what they name, not beside it."""
        return self.width < 480


WIDE = Form("wide", 600, 15)
"""Shown from 560 px."""
NARROW = Form("narrow", 320, 16)
"""Shown down to 280 px: the content of a phone of 320 px with a scroll bar."""


@dataclass(frozen=True)
class Drawn:
    """The inside of a chart in one form, and its height in px."""

    height: float
    body: tuple[str, ...]


def make_chart(about: About, draw: Callable[[Form, str], Drawn], columns: Iterable[str], rows: Iterable[Row]) -> Chart:
    """Make both forms of a chart and its table; `draw` gets a form and the prefix of all ids in it."""
    wide, narrow = (_framed(about, form, draw) for form in (WIDE, NARROW))
    return Chart(about.id, about.title, about.summary, wide, narrow, tuple(columns), tuple(rows))


def _framed(about: About, form: Form, draw: Callable[[Form, str], Drawn]) -> str:
    prefix = f"{about.id}-{form.name}"
    drawn = draw(form, prefix)
    body = "".join(drawn.body)
    return element(
        "svg",
        element("title", clean(about.title) or " ", id=f"{prefix}-title"),
        element("desc", clean(about.summary) or " ", id=f"{prefix}-desc"),
        definitions(prefix, body),
        body,
        cls=f"stip-drawing stip-chart__{form.name}",
        id=prefix,
        view_box=f"0 0 {number(form.width)} {number(drawn.height)}",
        role="group" if "xlink:href" in body else "img",
        aria_labelledby=f"{prefix}-title {prefix}-desc",
        **NAMESPACES,
    )
