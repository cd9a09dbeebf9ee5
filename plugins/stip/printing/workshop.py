"""The form of a workshop: what its poster has places for, to write and to type over by number."""

from __future__ import annotations

from collections.abc import Iterator

from stip.poster import Drawing
from stip.poster.spec import OPEN
from stip.poster.workshop import FormGroup, FormLine, FormSpec, write_form
from stip.printing.make import told
from stip.text.words import words_for


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
        lines = tuple(FormLine(stop.note or "", stop.when_text) for stop in lane.stops if stop.kind == OPEN)
        if lines:
            yield FormGroup(f"{lane.number}. {lane.short}", lines)
    for key, spots in (
        ("free", [spot for spot in drawing.spots if spot.year]),
        ("ring", [spot for spot in drawing.spots if not spot.year]),
    ):
        if spots:
            yield FormGroup(words(f"workshop.{key}"), tuple(FormLine(spot.number, spot.year) for spot in spots))
