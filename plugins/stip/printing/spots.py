"""Add numbered places for stickers to a poster, for a workshop: as many as have room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stip.diagrams import Engine
from stip.poster import PosterSpec, Sheet, refusal
from stip.poster.spec import OPEN, Spots
from stip.poster.spots import BLANK
from stip.printing.plan import Plan, named
from stip.problems import StipError
from stip.scene.spec import Lane, Stop, Year
from stip.text.words import words_for

RING = 12
"""Places round the dot."""
SPARSER = (1, 2, 3, 5)
"""A place on each road in every year that is still to come, or else in each second, third or fifth."""


def plan_spots(plan: Plan, sheet: Sheet, engine: Engine) -> Plan:
    """Return the plan of a poster with as many places as fit on its sheet. Raises StipError when none do."""
    words = words_for(plan.spec.language)
    for every in SPARSER:
        spec = with_spots(plan.spec, every)
        if refusal(spec, sheet, engine) is None:
            told = () if every == 1 else (words("workshop.sparse", sheet=named(sheet, words), every=every),)
            return replace(plan, spec=spec, told=(*plan.told, *told))
    raise StipError(words("workshop.no_room", sheet=named(sheet, words)))


def with_spots(spec: PosterSpec, every: int = 1) -> PosterSpec:
    """Add places for stickers to a poster.

    Their numbers say where they are, and stay what they are when steps come and go: 127 is on the road of department
    1 in 2027, 27a is free in 2027, and 1 to RING are round the dot.
    """
    words = words_for(spec.language)
    years = [year for year in spec.map.years if year.last_day > spec.map.today][::every]
    lanes = tuple(
        replace(lane, stops=_stops(lane, name, years, spec.map.today))
        for lane, name in zip(spec.map.lanes, _names(spec.map.lanes), strict=True)
    )
    free = {year.label: (f"{year.label[-2:]}a", f"{year.label[-2:]}b") for year in years}
    return replace(
        spec,
        map=replace(spec.map, lanes=lanes),
        name=" · ".join((spec.name, words("workshop.name"))),
        spots=Spots(words("workshop.note"), tuple(str(number) for number in range(1, RING + 1)), free),
    )


def _names(lanes: Sequence[Lane]) -> list[str]:
    """Return what begins the numbers of each lane: its own number, and a letter where teams share one."""
    numbers = [lane.number for lane in lanes]
    return [
        str(number) + (chr(ord("a") + numbers[:i].count(number)) if numbers.count(number) > 1 else "")
        for i, number in enumerate(numbers)
    ]


def _stops(lane: Lane, name: str, years: list[Year], today: int) -> tuple[Stop, ...]:
    """Return the stops of a lane with a place in the middle of each year, or of what is left of it."""
    places = []
    for year in years:
        number = name + year.label[-2:]
        day = (max(year.first_day, today + 1) + year.last_day) // 2
        key = f"{OPEN}-{lane.id}-{number}"
        places.append(Stop(key, BLANK, OPEN, "idea", "", year.label, "", "soon", day, note=number))
    # Python's sort keeps what has no date last, and the listed order otherwise.
    return tuple(sorted((*lane.stops, *places), key=lambda stop: (stop.day is None, stop.day or 0)))
