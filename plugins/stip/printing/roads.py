"""Choose the roads of a poster: departments or teams, or what they belong to when those are too many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from stip.model import Unit
from stip.model.roadmap import COLOURS
from stip.pages.context import Context
from stip.pages.lanes import LaneUnits
from stip.pages.selection import still_waits
from stip.printing.order import Subject


@dataclass(frozen=True)
class Roads:
    """The roads of one poster, and which of the steps on them it shows."""

    lanes: tuple[LaneUnits, ...]
    shown: frozenset[str]
    """The ids of the steps shown."""
    needed: frozenset[str] = frozenset()
    """Those of them that are not the subject's own: its steps wait for them."""
    grouped: str = ""
    """What took the place of finer roads: "clusters", or "department" for its teams; empty when nothing did."""


def roads_for(subject: Subject, context: Context) -> Iterator[Roads]:
    """Yield the ways to divide a subject's steps over roads, the finest first; each way has all of the steps.

    Nothing is yielded for a subject without steps. Raises KeyError for an id that there is not.
    """
    roadmap = context.roadmap
    if not roadmap.steps:
        return
    if subject.kind == "whole":
        yield from _levels(roadmap.units.values(), frozenset(roadmap.steps), None, context)
    elif subject.kind == "goal":
        serving = frozenset(step.id for step in roadmap.steps.values() if subject.id in step.goals)
        needed = _needed(serving, context)
        for way in _levels(roadmap.units.values(), serving | needed, None, context) if serving else ():
            yield replace(way, needed=needed)
    else:
        yield from _of_unit(roadmap.units[subject.id], context)


def _of_unit(unit: Unit, context: Context) -> Iterator[Roads]:
    """Divide what a unit and all under it do; first with the steps of others that they wait for, then without."""
    within = {unit.id, *(child.id for child in context.roadmap.below(unit))}
    members = [item for item in context.roadmap.units.values() if {item.id, _now(item, context).id} & within]
    own = frozenset(step.id for item in members for step in item.steps)
    if not own:
        return
    ways = list((_of_department if unit.steps else _of_cluster)(unit, members, own, context))
    needed = _needed(own, context)
    if needed:
        hosts = [item for item in context.roadmap.units.values() if any(step.id in needed for step in item.steps)]
        guests = _grouped(hosts, lambda item: road_of(item, context), context)
        yield replace(ways[0], lanes=(*ways[0].lanes, *guests), shown=own | needed, needed=needed)
    yield from ways


def _of_cluster(unit: Unit, members: Iterable[Unit], own: frozenset[str], context: Context) -> Iterator[Roads]:
    yield from _levels(members, own, unit, context)


def _of_department(unit: Unit, members: Iterable[Unit], own: frozenset[str], context: Context) -> Iterator[Roads]:
    """Give a department and each of its teams a road; one road to all of them when those do not fit."""
    members = tuple(members)

    def team(item: Unit) -> Unit:
        way = _way(item, unit, context)
        return way[0] if way else unit

    roads = _grouped(members, team, context)
    if len(roads) > 1:
        yield Roads(roads, own)
    yield Roads(_grouped(members, lambda _: unit, context), own, grouped="department" if len(roads) > 1 else "")


def _levels(units: Iterable[Unit], shown: frozenset[str], top: Unit | None, context: Context) -> Iterator[Roads]:
    """Give each department below `top` a road, then each group of them, from small groups to large ones."""
    units = tuple(unit for unit in units if any(step.id in shown for step in unit.steps))
    lanes = _grouped(units, lambda item: road_of(item, context, top), context)
    yield Roads(lanes, shown)
    count = len(lanes)
    deepest = max((len(_way(lane.unit, top, context)) for lane in lanes), default=0)
    for level in range(deepest - 2, -1, -1):

        def group(item: Unit, level: int = level) -> Unit:
            road = road_of(item, context, top)
            way = _way(road, top, context) or (road,)
            return way[min(level, len(way) - 1)]

        lanes = _grouped(units, group, context, anew=True)
        if 1 < len(lanes) < count:
            count = len(lanes)
            yield Roads(lanes, shown, grouped="clusters")


def road_of(unit: Unit, context: Context, top: Unit | None = None) -> Unit:
    """Return the unit on whose road the steps of a unit stand: the highest below `top` that has steps itself."""
    unit = _now(unit, context)
    return next((item for item in _way(unit, top, context) if item.steps), unit)


def _way(unit: Unit, top: Unit | None, context: Context) -> tuple[Unit, ...]:
    """Return the units from the highest down to this one; only those below `top`, none when it is not below that."""
    way = (*reversed(context.roadmap.ancestors(unit)), unit)
    if top is None:
        return way
    return way[way.index(top) + 1 :] if top in way else ()


def _now(unit: Unit, context: Context) -> Unit:
    """Return what a unit has become part of, when its department no longer exists; else the unit."""
    roadmap, seen = context.roadmap, {unit.id}
    while True:
        head = roadmap.path_head(unit)
        heir = head.replaced_by if head.is_gone(context.today) else None
        if heir is None or heir not in roadmap.units or heir in seen:
            return unit
        seen.add(heir)
        unit = roadmap.units[heir]


def _grouped(
    units: Iterable[Unit], of: Callable[[Unit], Unit], context: Context, *, anew: bool = False
) -> tuple[LaneUnits, ...]:
    """Return a lane for each road on which these units are, in order of number; with `anew` they are counted anew."""
    roadmap = context.roadmap
    found: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.steps:
            found.setdefault(of(unit).id, []).append(unit)
    order = [roadmap.units[key] for key in roadmap.units if key in found]
    numbers = [
        place if anew else roadmap.number(unit) or roadmap.number(found[unit.id][0]) or 1
        for place, unit in enumerate(order, start=1)
    ]
    lanes = (
        LaneUnits(unit, tuple(found[unit.id]), number, (number - 1) % COLOURS + 1)
        for unit, number in zip(order, numbers, strict=True)
    )
    return tuple(sorted(lanes, key=lambda lane: lane.number))


def _needed(steps: frozenset[str], context: Context) -> frozenset[str]:
    """Return the other steps for which these still wait."""
    known, waits = context.roadmap.steps, context.graph.waits
    return frozenset(ref for key in steps for ref in waits.get(key, ()) if still_waits(known[key], known[ref])) - steps
