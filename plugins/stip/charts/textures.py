"""Patterns besides colour: hatching and dots that lie over a fill, each defined once in the chart that uses it."""

from __future__ import annotations

from stip.pen.svg import element, path

_TILES = {
    "hatch": (7.0, 135, "M0 3.5h7"),
    "bright": (7.0, 135, "M0 3.5h7"),
    "back": (7.0, 45, "M0 3.5h7"),
    "dense": (5.0, 135, "M0 2.5h5"),
    "sparse": (13.0, 135, "M0 6.5h13"),
    "cross": (7.0, 45, "M0 3.5h7M3.5 0v7"),
    "level": (6.0, 0, "M0 3h6"),
    "upright": (6.0, 90, "M0 3h6"),
    "dots": (7.0, 30, "M3.5 3.5h.1"),
}
"""Per pattern: the side of its tile in px, its turn in degrees, and one motif; bright ones lie on dark colours."""
PARTS = ("bright", "", "dots", "back", "level", "cross")
"""The pattern over the first, second … part of a whole; none over the second."""


def textured(prefix: str, d: str, cls: str, texture: str) -> str:
    """Draw a filled outline with a pattern over it; without a pattern only the fill."""
    over = path(d, "stip-ch-over", fill=f"url(#{_id(prefix, texture)})") if texture else ""
    return path(d, cls) + over


def part_looks(place: int) -> tuple[str, str]:
    """Return class and pattern of a part of a whole (from 0); after six the colours get other patterns."""
    turn, colour = divmod(place, len(PARTS))
    return f"stip-ch-part stip-ch-part--{colour + 1}", PARTS[(colour + turn) % len(PARTS)]


def definitions(prefix: str, body: str) -> str:
    """Write the patterns that a drawing uses."""
    used = [name for name in _TILES if f"#{_id(prefix, name)})" in body]
    return element("defs", *(_pattern(prefix, name) for name in used)) if used else ""


def _pattern(prefix: str, name: str) -> str:
    side, turn, motif = _TILES[name]
    return element(
        "pattern",
        path(motif, f"stip-ch-motif stip-ch-motif--{name}"),
        id=_id(prefix, name),
        width=side,
        height=side,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({turn})",
    )


def _id(prefix: str, name: str) -> str:
    return f"{prefix}-{name}"
