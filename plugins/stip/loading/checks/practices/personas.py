"""Personas: they rest on recent talks, are nobody in particular, and not all sit at a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import framework, quoted
from stip.loading.findings import Finding
from stip.model import Picture
from stip.model.practices import Channel
from stip.periods import add_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Persona

_SOME = 3
"""From how many personas on they can be expected to show different sorts of work."""


def personas_are_nobody(whole: Whole) -> Iterator[Finding]:
    """A persona stands for many people, and is none of them."""
    for id_, persona in whole.roadmap.personas.items():
        if persona.real_person:
            place = whole.declared.known["persona", id_].key_place("real_person")
            yield Finding("personas_are_nobody", place, {"name": persona.name})


def personas_rest_on_talks(whole: Whole) -> Iterator[Finding]:
    """Behind a persona are talks with colleagues, once any has them."""
    personas = whole.roadmap.personas
    lacking = [id_ for id_, one in personas.items() if not (one.interviews and one.interviews.count)]
    if lacking and (framework(whole) or any(one.interviews for one in personas.values())):
        values = {"count": len(lacking), "names": quoted(personas[id_].name for id_ in lacking)}
        yield Finding("personas_rest_on_talks", whole.declared.known["persona", lacking[0]].place(), values)


def talks_are_recent(whole: Whole) -> Iterator[Finding]:
    """The talks behind a persona are not too long ago."""
    months = whole.roadmap.adoption.months_fresh
    oldest = add_months(whole.today, -months)
    for id_, persona in whole.roadmap.personas.items():
        period = persona.interviews.period if persona.interviews else None
        if period and period.last and period.last < oldest:
            place = whole.declared.known["persona", id_].place("interviews", "period")
            yield Finding("talks_are_recent", place, {"name": persona.name, "months": months})


def personas_work_in_more_ways(whole: Whole) -> Iterator[Finding]:
    """Not every persona works at a desk, when there are some of them."""
    personas = whole.roadmap.personas
    if len(personas) >= _SOME and not any(map(_is_out, personas.values())):
        place = whole.declared.known["persona", next(iter(personas))].place("picture")
        yield Finding("personas_work_in_more_ways", place, {"count": len(personas)})


def _is_out(persona: Persona) -> bool:
    """Tell whether somebody works elsewhere than at a desk: outdoors, with people at home, with just a phone."""
    return persona.picture in {Picture.OUTDOORS, Picture.VISITS} or set(persona.channels) == {Channel.PHONE}


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    personas_are_nobody,
    personas_rest_on_talks,
    talks_are_recent,
    personas_work_in_more_ways,
)
