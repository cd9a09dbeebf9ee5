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
MANY = 1_000
"""With so many steps a map is heavy: each road more than fits well costs it steps that can be told apart."""


def bundles(lanes: Sequence[LaneUnits]) -> tuple[tuple[LaneUnits, ...], ...]:
    """Divide lanes over as many roads as fit well, about equally; none when each can have a road of its own."""
    is_heavy = len(lanes) > LANES and step_count(lanes) > MANY
    return divided(lanes, BUNDLES) if is_heavy or len(lanes) > ROADS else ()


def step_count(lanes: Sequence[LaneUnits]) -> int:
    """Return how many steps lanes have."""
    return sum(len(unit.steps) for lane in lanes for unit in lane.units)


def divided(items: Sequence[Item], parts: int) -> tuple[tuple[Item, ...], ...]:
    """Divide things into so many parts, in their order, about equally."""
    ends = [len(items) * place // parts for place in range(parts + 1)]
    return tuple(tuple(items[begin:end]) for begin, end in itertools.pairwise(ends))
