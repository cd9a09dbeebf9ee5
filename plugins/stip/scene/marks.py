"""Marks of status and kind: each drawn once in the drawing's definitions, then only referred to."""

from __future__ import annotations

import math
from collections.abc import Iterable
from html import escape

from stip import art
from stip.pen.svg import element, number, path, text
from stip.scene.spec import Lane, Stop
from stip.text.fonts import Font, measure

INTERVENTION = "intervention"
LEAST_BROKEN = 6.5
"""A disc smaller than this, in px, has a whole edge: a broken one would look like a star."""
LEAST_LETTER = 14.0
NUMBERED = 14.4
"""A triangle smaller than this, in px from middle to edge, has no room for a number that can be read."""


def status_id(prefix: str, status: str) -> str:
    """Return the id of a status mark within a drawing."""
    return f"{prefix}-status-{status}"


def definitions(prefix: str, stops: Iterable[Stop], *, kinds: bool = True) -> str:
    """Return the definitions of the marks that these steps need."""
    stops = list(stops)
    parts = [_symbol(status_id(prefix, s), art.status(s)) for s in sorted({stop.status for stop in stops} - {"idea"})]
    if kinds:
        names = sorted({stop.kind for stop in stops} - {INTERVENTION})
        parts += [_symbol(f"{prefix}-kind-{kind}", art.sign(kind)) for kind in names]
    changed = sorted({stop.mark for stop in stops} - {""})
    parts += [_symbol(f"{prefix}-change-{mark}", art.change(mark)) for mark in changed]
    if any(stop.kind == INTERVENTION for stop in stops):
        parts.append(_symbol(f"{prefix}-triangle", art.sign(INTERVENTION), without_text=True))
    return "".join(parts)


def status_mark(prefix: str, stop: Stop, x: float, y: float, r: float) -> str:
    """Return the mark of a step on its road, centred; an intervention is its triangle."""
    if stop.kind == INTERVENTION:
        return triangle(prefix, stop.number, x, y - r * 0.15, r * 1.3)
    if stop.status == "idea":  # its broken edge must fit the size, so it is drawn here and not referred to
        turn = math.tau * r * 0.95 / 9
        dashes = "" if r < LEAST_BROKEN else f"{number(turn * 0.66)} {number(turn * 0.34)}"
        return element("circle", cls="stip-d-mark stip-d-mark--idea", cx=x, cy=y, r=r * 0.95, stroke_dasharray=dashes)
    return _use(status_id(prefix, stop.status), x - r * 1.25, y - r * 1.25, r * 2.5) + _outline(stop.status, x, y, r)


def _outline(status: str, x: float, y: float, r: float) -> str:
    """The outline of a mark once more, of a width that does not shrink with the mark."""
    if status == "delayed":
        d = f"M{number(x)} {number(y - r * 1.14)}l{number(r * 1.14)} {number(r * 1.14)}"
        d += f"l{number(-r * 1.14)} {number(r * 1.14)}l{number(-r * 1.14)} {number(-r * 1.14)}z"
        return path(d, "stip-d-mark")
    if status == "stopped":
        return element("rect", cls="stip-d-mark", x=x - r * 0.9, y=y - r * 0.9, width=r * 1.8, height=r * 1.8)
    return element("circle", cls="stip-d-mark", cx=x, cy=y, r=r * 0.95)


def kind_mark(prefix: str, stop: Stop, x: float, y: float, size: float) -> str:
    """Return the sign of a step's kind with its left top corner at (x, y)."""
    if stop.kind == INTERVENTION:
        return triangle(prefix, stop.number, x + size / 2, y + size / 2, size / 2)
    return _use(f"{prefix}-kind-{stop.kind}", x, y, size)


def change_mark(prefix: str, stop: Stop, x: float, y: float, size: float) -> str:
    """Return the sign of what happened to a step, new or moved, with its left top corner at (x, y)."""
    return _use(f"{prefix}-change-{stop.mark}", x, y, size)


def triangle(prefix: str, count: int | None, x: float, y: float, r: float) -> str:
    """Return a warning triangle with its number, which is left out where it could not be read."""
    mark = _use(f"{prefix}-triangle", x - r, y - r, 2 * r)
    if r < NUMBERED:
        return mark
    words = "!" if count is None else str(count)
    size = max(LEAST_LETTER, r * (0.95 if len(words) == 1 else 0.75))
    return mark + text(words, x, y + r * 0.6, size, "stip-plain stip-d-bold stip-d-warn-ink", "middle")


def disc(lane: Lane, x: float, y: float, r: float, least: float = LEAST_LETTER) -> str:
    """Return the disc of a path, with its number where that can be read; a group around it gives the colour."""
    words = str(lane.number)
    size = fit(words, "plain-bold", r * 1.15, r * 1.48)
    return (
        element("circle", cls="stip-d-disc-ring", cx=x, cy=y, r=r)
        + element("circle", cls="stip-d-disc", cx=x, cy=y, r=r * 0.8)
        + (
            text(words, x, y + size * 0.35, size, "stip-plain stip-d-bold stip-d-on-path", "middle")
            if size >= least
            else ""
        )
    )


def fit(words: str, font: Font, size: float, width: float) -> float:
    """Return the letter size, at most `size`, with which words fit in a width."""
    return min(size, size * width / max(measure(words, font, size), 0.1))


def _use(target: str, x: float, y: float, size: float) -> str:
    side = number(size)
    return f'<use xlink:href="#{escape(target)}" x="{number(x)}" y="{number(y)}" width="{side}" height="{side}"/>'


def _symbol(id: str, drawn: art.Art, *, without_text: bool = False) -> str:  # noqa: A002
    body = drawn.body.split("<text")[0] if without_text else drawn.body
    return element("symbol", body.strip(), id=id, view_box=drawn.view_box)
