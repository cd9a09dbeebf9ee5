"""Links in a chart, with a ring that shows where the keyboard is."""

from __future__ import annotations

from stip.pen.boxes import Rect
from stip.pen.svg import element, leads, link

_AWAY = 3.0
"""How far outside a link its ring lies, in px."""


def linked(href: str, name: str, around: Rect, *children: str) -> str:
    """Write a link whose name, for screen readers and as a tooltip, is `name`; an odd or no address gives a group.

    A ring about the rectangle `around` shows that the keyboard is there.
    """
    if not leads(href):
        return link(href, name, *children, cls="")
    ring = element(
        "rect",
        cls="stip-d-ring",
        x=around.x - _AWAY,
        y=around.y - _AWAY,
        width=around.w + 2 * _AWAY,
        height=around.h + 2 * _AWAY,
        rx=5,
    )
    return link(href, name, ring, *children, cls="stip-ch-link")
