"""Residents: journeys are of those who do the work, hurt nowhere without an answer, and services hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.approaches import thin_fronts
from stip.loading.checks.practices.gathered import a_department, quoted, side_of, together
from stip.loading.findings import Finding
from stip.model.practices import Coupling, Journey, JourneyStage, Service, Side
from stip.model.steps import OVER, Layer, Status, StepKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole


_MOMENTS = frozenset({StepKind.CELEBRATION, StepKind.TRAINING, StepKind.INTERVENTION, StepKind.DECISION})


def journeys_have_an_owner(whole: Whole) -> Iterator[Finding]:
    """A department owns every journey of residents; said once for all."""
    lacking = (journey for journey in whole.roadmap.of(Journey) if journey.owner is None)
    yield from together(whole, "journeys_have_an_owner", lacking)


def journeys_are_of_those_who_do_the_work(whole: Whole) -> Iterator[Finding]:
    """A journey is looked into by those who do the work, not by those who make the means alone."""
    units = whole.roadmap.units
    for journey in whole.roadmap.of(Journey):
        owner = units[journey.owner] if journey.owner else None
        sides = {side_of(whole, units[id_]) for id_ in journey.departments}
        if owner and side_of(whole, owner) is Side.IT:
            place, name = whole.practice(journey).place("owner"), owner.name
        elif sides == {Side.IT}:
            place, name = whole.practice(journey).place("departments"), units[journey.departments[0]].name
        else:
            continue
        yield Finding("journeys_are_of_those_who_do_the_work", place, {"title": journey.title, "name": name})


def journey_stages_have_a_touchpoint(whole: Whole) -> Iterator[Finding]:
    """Of every stage it is told what somebody meets there; said once a journey."""
    yield from _stages(whole, "journey_stages_have_a_touchpoint", lambda stage: not stage.touchpoint)


def journey_pains_are_solved(whole: Whole) -> Iterator[Finding]:
    """What hurts is solved by a step that goes on; said once a journey."""
    steps = whole.roadmap.steps

    def is_open(stage: JourneyStage) -> bool:
        return bool(stage.pain) and all(steps[id_].status is Status.STOPPED for id_ in stage.solved_by)

    yield from _stages(whole, "journey_pains_are_solved", is_open)


def steps_for_residents_solve_a_pain(whole: Whole) -> Iterator[Finding]:
    """Once journeys are known, what is announced for residents solves something in one; said once a unit.

    A moment in the work itself, such as a decision or a celebration, changes nothing for residents.
    """
    if journeys := whole.roadmap.of(Journey):
        solving = {id_ for journey in journeys for stage in journey.stages for id_ in stage.solved_by}
        served = {id_ for service in whole.roadmap.of(Service) for id_ in service.steps}
        met = (step for step in whole.announced if step.layer is Layer.FRONT or step.id in served)
        lacking = (step for step in met if step.kind not in _MOMENTS and step.id not in solving)
        yield from a_department(whole, "steps_for_residents_solve_a_pain", lacking)


def digital_services_will_be_coupled(whole: Whole) -> Iterator[Finding]:
    """For a desk on screen that hangs loose, a step is still to come; said once for all.

    What a unit owns that works from outside in is told of itself.
    """
    steps, told = whole.roadmap.steps, {service.id for service in thin_fronts(whole)}
    loose = (one for one in whole.roadmap.of(Service) if one.digital and one.coupling is Coupling.NONE)
    lacking = (one for one in loose if one.id not in told and all(steps[id_].status in OVER for id_ in one.steps))
    yield from together(whole, "digital_services_will_be_coupled", lacking, "coupling")


def digital_services_tell_their_coupling(whole: Whole) -> Iterator[Finding]:
    """Of every digital service it is told how far it is coupled, once it is told of one; said once for all."""
    services = whole.roadmap.of(Service)
    if any(service.coupling for service in services):
        lacking = (service for service in services if service.digital and service.coupling is None)
        yield from together(whole, "digital_services_tell_their_coupling", lacking)


def _stages(whole: Whole, rule: str, lacks: Callable[[JourneyStage], bool]) -> Iterator[Finding]:
    """Say once a journey which of its stages lack something, at the first of them."""
    for journey in whole.roadmap.of(Journey):
        if found := [at for at, stage in enumerate(journey.stages) if lacks(stage)]:
            titles = quoted(journey.stages[at].title for at in found)
            values = {"title": journey.title, "count": len(found), "titles": titles}
            yield Finding(rule, whole.practice(journey).place("stages", found[0]), values)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    journeys_have_an_owner,
    journeys_are_of_those_who_do_the_work,
    journey_stages_have_a_touchpoint,
    journey_pains_are_solved,
    steps_for_residents_solve_a_pain,
    digital_services_will_be_coupled,
    digital_services_tell_their_coupling,
)
