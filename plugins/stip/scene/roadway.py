"""The edges of a road as it is seen: two wavering lines that grow thinner with it."""

from __future__ import annotations

from collections.abc import Iterator

from stip.pen.svg import path
from stip.scene.road import Road

LEAST_EDGED = 1.5
EDGES = ((0.42, 1.15), (0.26, 0.9), (0.15, 0.7), (0.09, 0.45))
"""Down to which part of its full width a road has edge lines, and how thick they are there."""


def draw_edges(road: Road, seed: str, passes: int) -> Iterator[str]:
    """Draw both edges, thinner with the road; far away they would be all that is seen, and are left out."""
    begin = 0.0
    for share, width in EDGES:
        limit = max(road.halves[0] * share, LEAST_EDGED)
        end = next((d for d, h in zip(road.distances, road.halves, strict=True) if h < limit), road.length)
        if end - begin > 6:
            piece = road.piece(begin, end)
            near = begin == 0.0
            yield path(piece.edges(seed, passes if near else 1), "stip-d-edge", stroke_width=None if near else width)
            begin = end
