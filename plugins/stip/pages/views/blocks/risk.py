"""Risk: every risk at its place between likelihood and impact, and all of them in order of weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.charts import About, Axis, Chart, Mark, MatrixSpec, draw_matrix
from stip.charts.spec import NO_FIGURE
from stip.model.practices import Risk, Safeguard
from stip.pages.views.blocks.block import Block, ChartRow, block
from stip.pages.views.facts import linked, value_text
from stip.pages.views.items import LinkItem
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.links import Here

SCALE = range(1, 6)
"""The scores of likelihood and impact."""
_HIGH = 2
"""From this band on a risk asks for attention."""
_DRAWN = 40
"""So many risks find room in the matrix."""
_BANDS = (4, 9, 14)
"""The highest weights (likelihood times impact) of the bands low, medium and high; above that it is very high."""


@as_view
class RiskRow:
    """A risk in the register, with the number that it has in the matrix."""

    number: int
    title: str
    href: str
    about: tuple[LinkItem, ...]
    weight: str
    sum: str
    treatment: str
    safeguards: tuple[LinkItem, ...]
    residual: str
    owner: str


@as_view
class Reuse:
    """A safeguard, and the changes that it is for."""

    safeguard: LinkItem
    steps: tuple[LinkItem, ...]


def band(weight: int) -> int:
    """Return how bad a weight is, from 0 (low) to 3 (very high)."""
    return sum(weight > highest for highest in _BANDS)


def by_weight(here: Here) -> tuple[Risk, ...]:
    """Return all risks, the heaviest first; as heavy ones in listed order."""
    return tuple(sorted(here.context.roadmap.of(Risk), key=lambda risk: -risk.weight))


def matrix(here: Here) -> Block:
    """Draw the heaviest risks; the register has all of them."""
    risks = by_weight(here)
    rest = len(risks) - _DRAWN
    notes = (here.context.words("insight.risk.rest", count=rest),) if rest > 0 else ()
    return block("charts", "matrix", (ChartRow(risk_chart(_DRAWN, here), notes=notes),) if risks else (), here)


def asking(here: Here) -> str:
    """Say how many risks ask for attention now."""
    count = sum(band(risk.weight) >= _HIGH for risk in here.context.roadmap.of(Risk))
    return here.context.words("insight.risk.asking", count=count)


def risk_chart(most: int, here: Here) -> Chart:
    """Draw the heaviest risks, so many at most, at their places; their numbers are those of the register."""
    words, risks = here.context.words, by_weight(here)[:most]
    return draw_matrix(
        MatrixSpec(
            about=About("risks", words("insight.block.matrix"), asking(here)),
            across=Axis(words("insight.risk.likelihood"), tuple(words(f"insight.risk.likely_{one}") for one in SCALE)),
            up=Axis(words("insight.risk.impact"), tuple(words(f"insight.risk.impact_{one}") for one in SCALE)),
            bands=tuple(tuple(band(likely * impact) for likely in SCALE) for impact in SCALE),
            band_words=tuple(words(f"insight.risk.band_{one}") for one in range(len(_BANDS) + 1)),
            marks=tuple(
                Mark(number, risk.title, risk.likelihood - 1, risk.impact - 1, here.practice(risk))
                for number, risk in enumerate(risks, start=1)
            ),
            number_word=words("insight.risk.number"),
            what_word=words("insight.risk.title"),
            band_word=words("insight.risk.weight"),
        )
    )


def register(here: Here) -> Block:
    """List all risks in order of weight."""
    rows = (_row(risk, number, here) for number, risk in enumerate(by_weight(here), start=1))
    return block("register", "register", rows, here)


def _row(risk: Risk, number: int, here: Here) -> RiskRow:
    words, roadmap = here.context.words, here.context.roadmap
    safeguards = (roadmap.practice[Safeguard.record, key] for key in risk.safeguards)
    about = (linked("step", key, here) for key in risk.steps)
    residual = band(risk.residual) if risk.residual is not None else None
    return RiskRow(
        number=number,
        title=risk.title,
        href=here.practice(risk),
        about=tuple(LinkItem(line.text, line.href) for line in about),
        weight=words(f"insight.risk.band_{band(risk.weight)}"),
        sum=words("insight.risk.sum", likelihood=risk.likelihood, impact=risk.impact, weight=risk.weight),
        treatment=value_text(risk, "treatment", risk.treatment, words) if risk.treatment else NO_FIGURE,
        safeguards=tuple(LinkItem(one.title, here.practice(one)) for one in safeguards),
        residual=NO_FIGURE if residual is None else words(f"insight.risk.band_{residual}"),
        owner=risk.owner or NO_FIGURE,
    )


def reuse(here: Here) -> Block:
    """Show for each safeguard the changes that it keeps safe, so that it is used again."""
    roadmap = here.context.roadmap
    rows = []
    for safeguard in roadmap.of(Safeguard):
        risks = [one for one in roadmap.of(Risk) if safeguard.id in one.safeguards]
        steps = dict.fromkeys(key for one in risks for key in one.steps)
        links = tuple(LinkItem(roadmap.steps[key].title, here.step(roadmap.steps[key])) for key in steps)
        rows.append(Reuse(LinkItem(safeguard.title, here.practice(safeguard)), links))
    return block("reuse", "reuse", rows if roadmap.of(Risk) else (), here)
