"""The poster of a workshop: the same roads with numbered places for stickers, and the form to type them over from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from stip.diagrams.engine import EMBEDDED, find_engine
from stip.model import Roadmap
from stip.poster import Drawing, PosterSpec, draw, refusal
from stip.poster.spec import OPEN, Spots
from stip.poster.spots import BLANK
from stip.poster.workshop import FormGroup, FormLine, FormSpec, write_form
from stip.printing.make import told
from stip.printing.order import CONCEPT, WHOLE, Order, Subject
from stip.printing.plan import named, plan_poster
from stip.printing.roads import Roads
from stip.printing.show import poster_spec
from stip.problems import StipError
from stip.scene.spec import Lane, Stop, Year
from stip.text.words import words_for

RING = 12
"""Places round the dot."""
SPARSER = (1, 2, 3, 5)
"""A place on each road in every year that is still to come, or else in each second, third or fifth."""


def workshop_spec(
    roadmap: Roadmap, subject: Subject = WHOLE, roads: Roads | None = None, *, every: int = 1
) -> PosterSpec:
    """Say what the poster of a workshop shows, with a place on each road in one of every so many years."""
    return with_spots(poster_spec(roadmap, subject, roads, edition=CONCEPT), every)


def with_spots(spec: PosterSpec, every: int = 1) -> PosterSpec:
    """Add places for stickers to a poster.

    Their numbers say where they are, and stay what they are when steps come and go: 127 is on the road of department
    1 in 2027, 27a is free in 2027, and 1 to RING are round the dot.
    """
    words = words_for(spec.language)
    years = [year for year in spec.map.years if year.last_day > spec.map.today][::every]
    lanes = tuple(replace(lane, stops=_stops(lane, years, spec.map.today)) for lane in spec.map.lanes)
    free = {year.label: (f"{year.label[-2:]}a", f"{year.label[-2:]}b") for year in years}
    return replace(
        spec,
        map=replace(spec.map, lanes=lanes),
        name=" · ".join((spec.name, words("workshop.name"))),
        spots=Spots(words("workshop.note"), tuple(str(number) for number in range(1, RING + 1)), free),
    )


def draw_workshop(
    roadmap: Roadmap, order: Order, *, engine: str = EMBEDDED, colours: Mapping[str, tuple[str, str]] | None = None
) -> Drawing:
    """Draw the poster of a workshop with as many places as have room. Raises StipError in the roadmap's language."""
    words = words_for(roadmap.settings.language)
    with told(roadmap.settings.language, order.sheet):
        found = find_engine(engine)
        base = plan_poster(roadmap, order, found).spec
        for every in SPARSER:
            spec = with_spots(base, every)
            if refusal(spec, order.sheet, found) is None:
                return draw(spec, order.sheet, found, colours=colours, mono=order.mono)
    raise StipError(words("workshop.no_room", sheet=named(order.sheet, words)))


def workshop_stem(order: Order) -> str:
    """Return the name of the files of a workshop, without suffix."""
    return order.stem.replace("poster", "workshop", 1)


def form_pdf(drawing: Drawing) -> bytes:
    """Write the form that goes with a drawn poster of a workshop. Raises StipError."""
    with told(drawing.spec.language):
        return write_form(form_spec(drawing))


def form_spec(drawing: Drawing) -> FormSpec:
    """Say what the form lists: every number that stands on the poster, and where it is."""
    spec = drawing.spec
    words = words_for(spec.language)
    return FormSpec(
        language=spec.language,
        day=spec.day,
        title=words("workshop.title"),
        name=spec.name,
        intro=words("workshop.intro"),
        imprint=" · ".join(filter(None, (spec.imprint, spec.edition))),
        groups=tuple(_groups(drawing)),
    )


def _groups(drawing: Drawing) -> Iterator[FormGroup]:
    words = words_for(drawing.spec.language)
    for lane in sorted(drawing.spec.map.lanes, key=lambda lane: lane.number):
        lines = tuple(FormLine(str(stop.number), stop.when_text) for stop in lane.stops if stop.kind == OPEN)
        if lines:
            yield FormGroup(f"{lane.number}. {lane.short}", lines)
    for key, spots in (
        ("free", [spot for spot in drawing.spots if spot.year]),
        ("ring", [spot for spot in drawing.spots if not spot.year]),
    ):
        if spots:
            yield FormGroup(words(f"workshop.{key}"), tuple(FormLine(spot.number, spot.year) for spot in spots))


def _stops(lane: Lane, years: list[Year], today: int) -> tuple[Stop, ...]:
    """Return the stops of a lane with a place in the middle of each year, or of what is left of it."""
    places = []
    for year in years:
        number = int(f"{lane.number}{year.label[-2:]}")
        day = (max(year.first_day, today + 1) + year.last_day) // 2
        places.append(Stop(f"{OPEN}-{lane.id}-{number}", BLANK, OPEN, "idea", "", year.label, "", "soon", day, number))
    # Python's sort keeps what has no date last, and the listed order otherwise.
    return tuple(sorted((*lane.stops, *places), key=lambda stop: (stop.day is None, stop.day or 0)))
