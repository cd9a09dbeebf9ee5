"""Say what each drawing shows: the roadmap as specifications for the scene, with words and links."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING

from stip.model import Status, Step, Unit
from stip.model.graph import ENDED, HORIZON, JOINING, living
from stip.model.roadmap import COLOURS
from stip.pages.bundles import bundles, run_anchor
from stip.pages.lanes import LaneUnits
from stip.pages.selection import band_of, by_date, current, still_waits
from stip.pages.views.drawing import ALL, NOTHING, step_data
from stip.pages.views.items import horizon_label, step_mark, step_was, step_when
from stip.pages.views.moves import moves
from stip.pages.views.steps import BANDS, HORIZON_ANCHOR
from stip.periods import parse_period
from stip.scene.spec import SUN, BandText, Ghost, Horizon, Lane, MapSpec, PathSpec, Stop, Strand, Stub, Year
from stip.text.brevity import few
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.pages.links import Here

_NAMED = 12
_MOST = 24
"""So many steps can still be told apart on the road of a cluster."""
_MOST_ALL = 180
"""So many steps can still be told apart on a map; of more, each road shows a few from its whole length."""
_MOST_LIGHT, _ROAD = 152, 15
"""So many steps weigh a map in three cuts as much as a light page can bear, and so many weighs a road of it."""
_LEAST = 2
_MOST_ROUTE = 150
"""So many steps has the drawing of one path; of more it shows a choice from its whole length."""
_STRANDS = 3
"""So many teams have a strand of their own beside the road of their department."""


def map_spec(
    lanes: tuple[LaneUnits, ...],
    here: Here,
    *,
    id: str,  # noqa: A002
    told: Collection[str] = ALL,
    whole: bool = False,
    light: bool = False,
) -> MapSpec:
    """Say what the map of these lanes shows on this page; `told` names the texts of a step that its card needs.

    With `whole` every step is shown, however many there are; with `light` so few that several cuts stand on a page.
    """
    context, words = here.context, here.context.words
    count = sum(len(unit.steps) for lane in lanes for unit in lane.units)
    bundled = () if whole else bundles(lanes, many=context.has_many)
    roads = len(bundled or lanes)
    many = _MOST_LIGHT - _ROAD * roads if light else _MOST_ALL
    most = _MOST_ALL if count <= many else max(_LEAST, many // max(roads, 1))
    if bundled:
        drawn = tuple(_bundle(group, place, here, most, told=told) for place, group in enumerate(bundled))
    else:
        drawn = tuple(_map_lane(lane, here, None if whole else most, told=told) for lane in lanes)
    shown = {stop.id for road in drawn for stop in road.stops}
    names = few([road.short for road in drawn], _NAMED)
    said = [words("site.unit.map_description", count=len(drawn), names=names)]
    if bundled:
        said.append(words("site.unit.map_bundles", count=len(lanes)))
    if len(shown) < count:
        said.append(words("site.unit.map_some", shown=len(shown), all=count))
    return MapSpec(
        id=id,
        title=words("site.unit.map_title", title=context.roadmap.mission.horizon.title),
        description=" ".join(said),
        lanes=drawn,
        # Bundles keep the order of their numbers.
        links=()
        if bundled
        else tuple((ref, step) for step, refs in context.graph.waits.items() for ref in refs if {ref, step} <= shown),
        years=years(here),
        today=context.today.toordinal(),
        today_text=words("site.today"),
        horizon=horizon(here),
    )


def path_spec(unit: Unit, here: Here, *, id: str) -> PathSpec:  # noqa: A002
    """Say what the drawing of one path shows on this page."""
    context, words = here.context, here.context.words
    teams = [team for team in context.roadmap.below(unit) if team.steps and not team.is_gone(context.today)]
    description = words("site.unit.path_description", count=len(unit.steps))
    if teams:
        description += " " + words("site.unit.strands", count=len(teams))
    lane = path_lane(unit, here)
    if len(lane.stops) < len(unit.steps):
        description += " " + words("site.unit.path_some", shown=len(lane.stops), all=len(unit.steps))
    shown = {stop.id for stop in lane.stops}
    return PathSpec(
        id=id,
        title=words("site.unit.path_title", name=unit.name),
        description=description,
        lane=lane,
        today=context.today.toordinal(),
        today_text=words("site.today"),
        bands=tuple(BandText(band, words(f"site.band.{band}"), words(f"site.band_text.{band}")) for band in BANDS),
        horizon=horizon(here),
        start_text=words("site.unit.start"),
        strands=tuple(_strand(team, shown, here) for team in teams) if len(teams) <= _STRANDS else (),
        teams_text=words("site.unit.strands", count=len(teams)) if len(teams) > _STRANDS else "",
        teams_href="#stip_units",
    )


def _strand(team: Unit, shown: AbstractSet[str], here: Here) -> Strand:
    """Say what the road of a team shows beside that of its department, of which these steps are shown."""
    steps = living(team)
    end = here.context.graph.follows[steps[-1].id] if steps else ""
    lane = path_lane(team, here)
    stops = tuple(_marked(_stop(step, here, planks=False, told=ALL), step, here) for step in by_date(team.steps))
    return Strand(replace(lane, stops=stops), SUN if end == HORIZON else end if end in shown else "")


def path_lane(unit: Unit, here: Here) -> Lane:
    """Say what the road of one unit shows, with the planks to other paths."""
    number = here.context.roadmap.number(unit) or 1
    moved = _ghosts(unit, here)
    return Lane(
        id=unit.id,
        number=number,
        colour=(number - 1) % COLOURS + 1,
        name=unit.name,
        short=unit.label,
        href=here.unit(unit),
        stops=tuple(
            replace(_marked(_stop(step, here, planks=True), step, here), ghost=moved.get(step.id))
            for step in _some(by_date(unit.steps), here, _MOST_ROUTE)
        ),
        open_end=_open_end(unit, here),
    )


def _ghosts(unit: Unit, here: Here) -> dict[str, Ghost]:
    """Say where steps of a path stood before, by step id."""
    words = here.context.words
    return {
        move.step.id: Ghost(words("changes.ghost", when=move.stood), move.band, move.day.toordinal())
        for move in moves(unit, here)
    }


def _marked(stop: Stop, step: Step, here: Here) -> Stop:
    """Add that a step is new or moved, and where it stood."""
    mark = step_mark(step, here)
    if not mark:
        return stop
    text = here.context.words(f"changes.mark.{mark}")
    return replace(stop, mark=mark, mark_text=text, note=step_was(step, here) or stop.note)


def _map_lane(lane: LaneUnits, here: Here, most: int | None, *, told: Collection[str]) -> Lane:
    steps = by_date(step for unit in lane.units for step in unit.steps)
    if most is not None:
        steps = _some(steps, here, most if lane.units == (lane.unit,) else min(most, _MOST))
    return Lane(
        id=lane.unit.id,
        number=lane.number,
        colour=lane.colour,
        name=lane.unit.name,
        short=lane.unit.label,
        href=here.unit(lane.unit),
        stops=tuple(_stop(step, here, planks=False, told=told) for step in steps),
        open_end=_open_end(lane.unit, here) if lane.unit in lane.units else "",
    )


def _bundle(lanes: Sequence[LaneUnits], place: int, here: Here, most: int, *, told: Collection[str]) -> Lane:
    """Say what one road shows that stands for many paths; it leads to where they begin in the list of all."""
    words = here.context.words
    numbers = {"first": lanes[0].number, "last": lanes[-1].number}
    steps = by_date(step for lane in lanes for unit in lane.units for step in unit.steps)
    return Lane(
        id=f"bundle-{place + 1}",
        number=place + 1,
        colour=place % COLOURS + 1,
        name=words("site.unit.bundle", **numbers),
        short=words("site.unit.bundle_short", **numbers),
        href=here.to(here.context.addresses.departments, run_anchor(place)),
        stops=tuple(_stop(step, here, planks=False, told=told) for step in _some(steps, here, min(most, _MOST))),
    )


def _some(steps: tuple[Step, ...], here: Here, most: int) -> tuple[Step, ...]:
    """Choose at most `most` of many steps: spread over the whole road, and with them what goes on now."""
    if len(steps) <= most:
        return steps
    places = {round(index * (len(steps) - 1) / (most - 1)) for index in range(most)}
    now = current(steps, here.context.today)
    return tuple(step for place, step in enumerate(steps) if place in places or (now and step is now[1]))


def _stop(step: Step, here: Here, *, planks: bool, told: Collection[str] = NOTHING) -> Stop:
    context, words, graph = here.context, here.context.words, here.context.graph
    first = step.when.first
    moved = step.was if step.status is Status.DELAYED else None
    return Stop(
        id=step.id,
        title=step.title,
        kind=step.kind,
        status=step.status,
        status_text=words(f"site.status.{step.status}"),
        when_text=step_when(step, words),
        href=here.step(step),
        band=band_of(step.when, context),
        day=None if first is None else first.toordinal(),
        number=context.interventions.get(step.id),
        note=words("site.step.was", when=period_text(moved, words)) if moved else None,
        waits_for=_stubs(step, graph.waits.get(step.id, ()), "plank_waits", here) if planks else (),
        needed_by=_stubs(step, graph.needed_by.get(step.id, ()), "plank_needed", here) if planks else (),
        data=step_data(step, here, told=told) if planks or told else {},
    )


def _stubs(step: Step, refs: tuple[str, ...], key: str, here: Here) -> tuple[Stub, ...]:
    """Make a plank for each other step on another path, as long as there is something to wait for."""
    roadmap, words = here.context.roadmap, here.context.words
    found = []
    for ref in refs:
        other, unit = roadmap.steps[ref], roadmap.unit_of[ref]
        if unit.id != roadmap.unit_of[step.id].id and still_waits(step, other):
            number = roadmap.number(unit) or 1
            text = words(f"site.step.{key}", title=other.title)
            found.append(Stub(text, here.step(other), number, (number - 1) % COLOURS + 1))
    return tuple(found)


def _open_end(unit: Unit, here: Here) -> str:
    """Say how a path ends that does not reach the horizon by itself."""
    context, words = here.context, here.context.words
    steps = living(unit)
    end = context.graph.follows[steps[-1].id] if steps else HORIZON
    if end == HORIZON:
        return ""
    if end in {JOINING, ENDED}:
        return words("site.unit.open_joining" if end == JOINING else "site.unit.open_ended")
    return words("site.unit.open_joins", unit=context.roadmap.unit_of[end].label)


def horizon(here: Here) -> Horizon:
    """Say what the dot shows."""
    context = here.context
    goal = context.roadmap.mission.horizon
    return Horizon(
        title=goal.title,
        label=horizon_label(context.roadmap),
        text=context.words("site.dot", title=goal.title),
        href=here.to(context.addresses.mission, HORIZON_ANCHOR),
    )


def years(here: Here) -> tuple[Year, ...]:
    """Divide the time from the start to the horizon in years."""
    settings, goal = here.context.roadmap.settings, here.context.roadmap.mission.horizon
    starts = [settings.start, *(step.when for step in here.context.roadmap.steps.values())]
    first = min(period.first for period in starts if period.first is not None).year
    ends = [goal.when, *(step.when for step in here.context.roadmap.steps.values())]
    last = max([period.last.year for period in ends if period.last is not None], default=first)
    found = [parse_period(str(year)) for year in range(first, last + 1)]
    return tuple(
        Year(str(year.first.year), year.first.toordinal(), year.last.toordinal())
        for year in found
        if year.first and year.last
    )
