"""The ruler under a strip: how sure its dates are."""

from __future__ import annotations

from collections.abc import Sequence

from stip.pen.svg import element, group, number, path, text
from stip.scene import landscape
from stip.scene import path_style as style
from stip.scene.spec import BandText
from stip.scene.strip import Strip
from stip.text.fonts import measure


def draw_ruler(bands: Sequence[BandText], strip: Strip, prefix: str) -> str:
    """The ruler under a strip: what each band is called, as far as it fits in its width."""
    top = strip.height
    line = landscape.band_line(f"{prefix}-ruler", (0, top), (style.WIDTH, top))
    under = landscape.band_line(f"{prefix}-under", (0, top + style.RULER), (style.WIDTH, top + style.RULER))
    parts = [
        element("rect", cls="stip-d-ruler", y=top, width=style.WIDTH, height=style.RULER),
        path(line + under, "stip-d-ruler-line"),
    ]
    text_of = {band.band: band for band in bands}
    for i, (band, begin, end) in enumerate(strip.bands()):
        words = text_of.get(band)
        if words is None:
            continue
        left = max(begin + 10, style.MARGIN) - (13 if i else 0)
        if i:
            parts.append(path(f"M{number(begin - 13)} {number(top)}v9", "stip-d-ruler-tick"))
        parts.append(_ruler_words(words, left, min(end - 13, style.WIDTH - style.MARGIN) - left - 8, top))
    return group(*parts, cls="stip-d-scale")


def _ruler_words(words: BandText, x: float, room: float, top: float) -> str:
    size = 20.0
    title = measure(words.title, "hand-bold", size)
    if title > room:
        return ""
    drawn = text(words.title, x, top + 31, size, "stip-hand stip-d-bold stip-d-ink")
    if title + 10 + measure(words.text, "plain", 14.5) > room:
        return drawn
    return drawn + text(words.text, x + title + 10, top + 30, 14.5, "stip-plain stip-d-ink2")
