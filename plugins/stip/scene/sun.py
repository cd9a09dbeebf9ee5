"""The dot: a hatched sun, half above the horizon, with rays and its year."""

from __future__ import annotations

import functools
import math

from stip.pen.paths import curve, polyline
from stip.pen.sketch import hand, stroke
from stip.pen.svg import element, group, path, text
from stip.scene.marks import fit

RISEN = 0.42
"""How far the middle of the sun is above the horizon, as part of its radius."""


@functools.lru_cache(maxsize=64)
def draw_sun(id: str, label: str, x: float, horizon: float, r: float, *, least: float = 14.0) -> str:  # noqa: A002
    """Draw the sun on the horizon at x with radius r (px) and its label of a few letters, unless they get too small."""
    y = horizon - r * RISEN
    size = fit(label, "hand-bold", r * 0.62, r * 1.62)
    words = ""
    if label and size >= least:
        base = y + r * 0.1 + size * 0.34
        words = element("ellipse", cls="stip-d-dot", cx=x, cy=y + r * 0.1, rx=r * 0.78, ry=size * 0.62) + text(
            label, x, base, size, "stip-hand stip-d-bold stip-d-on-dot", "middle"
        )
    dice = hand(id, "sun")
    return group(
        path(_rays(x, y, r, horizon, id), "stip-d-rays", stroke_width=max(1.2, r * 0.055)),
        path(_disc(x, y, r, horizon), "stip-d-dot"),
        path(_hatch(x, y, r, horizon, id), "stip-d-dot-hatch", stroke_width=max(0.8, r * 0.032)),
        path(_rim(x, y, r, horizon, dice.uniform(-0.4, 0.4)), "stip-d-dot-line", stroke_width=max(1.1, r * 0.036)),
        words,
        cls="stip-d-sun",
    )


def draw_glow(id: str, x: float, horizon: float, r: float) -> tuple[str, str]:  # noqa: A002
    """Return the definition of the glow round the sun, and the glow itself, which stays below the upper edge."""
    name = f"{id}-glow"
    stops = "".join(
        element("stop", cls="stip-d-glow", offset=at, stop_opacity=strength)
        for at, strength in (("0", ".95"), (".3", ".6"), (".65", ".22"), ("1", "0"))
    )
    y = horizon - r * RISEN
    reach = min(r * 5.2, max(y, r * 3.2))  # a low sky would cut it off
    definition = element("radialGradient", stops, id=name, cx=x, cy=y, r=reach, gradientUnits="userSpaceOnUse")
    top = max(0.0, y - reach)
    shape = element(
        "rect",
        cls="stip-d-glow-disc",
        x=x - reach,
        y=top,
        width=2 * reach,
        height=horizon - top,
        fill=f"url(#{name})",
    )
    return definition, shape


def _disc(x: float, y: float, r: float, horizon: float) -> str:
    angle = math.asin((horizon - y) / r)
    left, right = x - r * math.cos(angle), x + r * math.cos(angle)
    return f"M{left:.1f} {horizon:.1f}A{r:.1f} {r:.1f} 0 1 1 {right:.1f} {horizon:.1f}z"


def _rim(x: float, y: float, r: float, horizon: float, lean: float) -> str:
    """Two passes of one hand round the disc, the second a hair off."""
    angle = math.asin((horizon - y) / r)
    passes = []
    for turn, extra in enumerate((0.0, 0.9)):
        points = []
        for i in range(13):
            at = math.pi + -angle + (math.pi + 2 * angle) * i / 12
            wide = r + extra * math.sin(i * 1.7 + lean) + (0.4 if turn else -0.2)
            points.append((x + wide * math.cos(at), y + wide * math.sin(at)))
        passes.append(curve(points))
    return "".join(passes)


def _hatch(x: float, y: float, r: float, horizon: float, id: str) -> str:  # noqa: A002
    """Slanting strokes within the disc and above the horizon."""
    dice = hand(id, "hatch")
    slope = math.radians(-62)
    dx, dy = math.cos(slope), math.sin(slope)
    strokes = []
    offset = -0.93 * r
    while offset < 0.95 * r:
        half = math.sqrt(max(0.0, (0.95 * r) ** 2 - offset**2))
        mx, my = x - dy * offset, y + dx * offset
        start = (mx - dx * half, my - dy * half)
        end = (mx + dx * half, my + dy * half)
        if start[1] > horizon - 1:  # the stroke begins below the horizon: cut it there
            start = (start[0] + (horizon - 1 - start[1]) / dy * dx, horizon - 1)
        if end[1] < horizon - 2 and math.dist(start, end) > 3:
            strokes.append(stroke(start, end, dice, 0.5))
        offset += r * dice.uniform(0.115, 0.15)
    return "".join(strokes)


def _rays(x: float, y: float, r: float, horizon: float, id: str) -> str:  # noqa: A002
    dice = hand(id, "rays")
    strokes = []
    count = 29
    for i in range(count):
        angle = math.radians(192 - 204 * i / (count - 1) + dice.uniform(-1.4, 1.4))
        inner = r * 1.2 + dice.uniform(-1, 1.5)
        outer = r * (1.5 + (0.2 if i % 2 else 0.0)) + dice.uniform(-2.5, 2.5)
        start = (x + inner * math.cos(angle), y - inner * math.sin(angle))
        end = (x + outer * math.cos(angle), y - outer * math.sin(angle))
        if max(start[1], end[1]) < horizon - 2:
            bend = ((start[0] + end[0]) / 2 + dice.uniform(-0.8, 0.8), (start[1] + end[1]) / 2)
            strokes.append(curve([start, bend, end]) if r > 30 else polyline([start, end]))
    return "".join(strokes)
