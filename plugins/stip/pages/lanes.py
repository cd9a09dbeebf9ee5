"""Choose the lanes of a drawing of many paths: departments, or their clusters when there are too many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import Unit
from stip.model.roadmap import COLOURS
from stip.pages.selection import LANES, heads

if TYPE_CHECKING:
    from stip.pages.context import Context

ROADS = 60
"""More roads than this cannot be told apart in a drawing, and the engine needs minutes for hundreds."""


@dataclass(frozen=True)
class LaneUnits:
    """A lane: the unit it is called after, the units whose steps it carries, number and colour (1 to 12)."""

    unit: Unit
    units: tuple[Unit, ...]
    number: int
    colour: int


def lanes_of(
    context: Context, units: tuple[Unit, ...] | None = None, under: Unit | None = None
) -> tuple[LaneUnits, ...]:
    """Return a lane for each unit (all heads), or for the highest units above them when that makes them fit.

    When even those are more than fit well, they are the lanes only if there are more units than a drawing has roads.
    With `under` that is the highest unit below this one: so each level of a large organisation shows the next.
    A department has the same number and colour everywhere; clusters are counted anew in each drawing, and only
    where they are the roads.
    """
    wanted = heads(context) if units is None else units
    alone = tuple(_alone(unit, context) for unit in wanted)
    if len(wanted) <= LANES:
        return alone
    tops: dict[str, list[Unit]] = {}
    for unit in wanted:
        above = context.roadmap.ancestors(unit)
        if under in above:
            above = above[: above.index(under)]
        tops.setdefault(above[-1].id if above else unit.id, []).append(unit)
    if len(tops) < 2 or len(tops) > (LANES if len(wanted) <= ROADS else ROADS):
        return alone
    order = [key for key in context.roadmap.units if key in tops]
    return tuple(
        LaneUnits(context.roadmap.units[key], tuple(tops[key]), index, (index - 1) % COLOURS + 1)
        for index, key in enumerate(order, start=1)
    )


def are_clusters(lanes: tuple[LaneUnits, ...]) -> bool:
    """Tell whether the lanes are clusters of departments."""
    return any(lane.units != (lane.unit,) for lane in lanes)


def _alone(unit: Unit, context: Context) -> LaneUnits:
    number = context.roadmap.number(unit) or 1
    return LaneUnits(unit, (unit,), number, (number - 1) % COLOURS + 1)
