"""Helping: everyone finds help close by, and a name is shown only while its owner agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import (
    a_department,
    framework,
    framework_place,
    is_for_everyone,
    is_named,
    named,
    of_units,
    quoted,
    unit_is_named,
)
from stip.loading.findings import Finding
from stip.model.graph import living
from stip.model.practices import Ambassador, HelpOffer, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole


def steps_have_help(whole: Whole) -> Iterator[Finding]:
    """Who gets stuck in a change finds help: its own, that of the department, or that for everyone."""
    roadmap, offers = whole.roadmap, whole.roadmap.of(HelpOffer)
    begun = framework(whole) or offers or any(step.help for step in whole.announced)
    if not begun or roadmap.adoption.help or any(map(is_for_everyone, offers)):
        return
    names = named(whole, HelpOffer)
    helped = {unit.id for unit in roadmap.units.values() if unit_is_named(whole, unit, names)}
    alone = [step for step in whole.announced if not (step.help or is_named(step, names))]
    lacking = [step for step in alone if roadmap.unit_of[step.id].id not in helped]
    yield from a_department(whole, "steps_have_help", lacking)


def starters_have_help(whole: Whole) -> Iterator[Finding]:
    """Who is only beginning with digital work finds help for beginners, or for everyone."""
    personas, offers = whole.roadmap.personas, whole.roadmap.of(HelpOffer)
    starters = [id_ for id_, persona in personas.items() if persona.level is Level.STARTER]
    if starters and not offers:
        place = whole.declared.known["persona", starters[0]].place("level")
        values = {"count": len(starters), "names": quoted(personas[id_].name for id_ in starters)}
        yield Finding("starters_wait_for_help", place, values)
        return
    gentle = [offer for offer in offers if offer.level in {Level.STARTER, Level.EVERYONE}]
    helped = {id_ for offer in gentle for id_ in offer.personas}
    open_to_all = any(not offer.personas for offer in gentle)
    for id_ in starters:
        if not open_to_all and id_ not in helped:
            place = whole.declared.known["persona", id_].place("level")
            yield Finding("starters_have_help", place, {"name": personas[id_].name, "id": id_})


def departments_have_an_ambassador(whole: Whole) -> Iterator[Finding]:
    """Every department on its way has an ambassador, if need be that of the one above."""
    ambassadors = whole.roadmap.of(Ambassador)
    begun = framework(whole) or ambassadors
    if not begun or any(is_for_everyone(one) and not one.figurehead for one in ambassadors):
        return
    names = named(whole, Ambassador)
    lacking = (unit for unit in whole.present if living(unit) and not unit_is_named(whole, unit, names))
    yield from of_units(whole, "departments_have_an_ambassador", lacking)


def ambassadors_have_a_figurehead(whole: Whole) -> Iterator[Finding]:
    """Somebody whom everybody knows goes first."""
    ambassadors = whole.roadmap.of(Ambassador)
    if (framework(whole) or ambassadors) and not any(one.figurehead for one in ambassadors):
        place = whole.practice(ambassadors[0]).place() if ambassadors else framework_place(whole)
        yield Finding("ambassadors_have_a_figurehead", place)


def names_have_consent(records: Records) -> Iterator[Finding]:
    """Nobody is named who did not agree to it."""
    for one in records.of(Ambassador):
        if one.name and one.consent is None:
            yield Finding("names_have_consent", records.practice(one).key_place("name"), {"title": one.title})


def consent_holds(whole: Whole) -> Iterator[Finding]:
    """Consent has not ended; what has is not shown, so its name need not stand in a file either."""
    ended = [one for one in whole.roadmap.of(Ambassador) if one.name and one.consent]
    ended = [one for one in ended if one.consent and one.consent.until < whole.today]
    if ended:
        place = whole.practice(ended[0]).place("consent", "until")
        values = {"count": len(ended), "day": whole.today.isoformat(), "titles": quoted(one.title for one in ended)}
        yield Finding("consent_holds", place, values)


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (names_have_consent,)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    steps_have_help,
    starters_have_help,
    departments_have_an_ambassador,
    ambassadors_have_a_figurehead,
    consent_holds,
)
