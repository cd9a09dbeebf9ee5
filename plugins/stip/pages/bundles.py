"""Bundle roads: of more paths than a drawing or table can show, one stands for some that are neighbours by number."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TypeVar

from stip.pages.lanes import ROADS, LaneUnits
from stip.pages.selection import LANES

Item = TypeVar("Item")

BUNDLES = 8
"""So many roads stand for all paths: with more, the drawings of the home page would be too heavy for a phone."""


def bundles(lanes: Sequence[LaneUnits], *, many: bool) -> tuple[tuple[LaneUnits, ...], ...]:
    """Divide lanes over as many roads as fit well, about equally; none when each can have a road of its own.

    With `many` steps a drawing is heavy already, and has a road of its own for no more than fit well.
    """
    return divided(lanes, BUNDLES) if len(lanes) > (LANES if many else ROADS) else ()


def divided(items: Sequence[Item], parts: int) -> tuple[tuple[Item, ...], ...]:
    """Divide things into so many parts, in their order, about equally."""
    ends = [len(items) * place // parts for place in range(parts + 1)]
    return tuple(tuple(items[begin:end]) for begin, end in itertools.pairwise(ends))


def run_anchor(place: int) -> str:
    """Return where the departments of a bundle begin in the list of all; its place counts from 0."""
    return f"stip_run_{place + 1}"
