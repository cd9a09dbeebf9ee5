"""Bundle roads: of more paths than a drawing can show, a road stands for some that are neighbours by number."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from stip.pages.lanes import ROADS, LaneUnits
from stip.pages.selection import LANES


def bundles(lanes: Sequence[LaneUnits]) -> tuple[tuple[LaneUnits, ...], ...]:
    """Divide lanes over as many roads as fit well, about equally; none when each can have a road of its own."""
    if len(lanes) <= ROADS:
        return ()
    ends = [len(lanes) * place // LANES for place in range(LANES + 1)]
    return tuple(tuple(lanes[begin:end]) for begin, end in itertools.pairwise(ends))
