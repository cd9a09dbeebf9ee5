"""Rollouts: what is new reaches people in waves or is tried first, and every department has one turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import a_department
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model import Status
from stip.model.practices import Pilot, Rollout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Step, Unit

_MANY = 3
"""How many departments that wait for one step make a big bang of it."""


def great_steps_come_in_waves(whole: Whole) -> Iterator[Finding]:
    """A step for which three other departments wait has waves or a pilot; said once a unit.

    A rollout of one wave is told of itself.
    """
    eased = _piloted(whole) | {id_ for rollout in whole.roadmap.of(Rollout) for id_ in rollout.steps}
    sudden = (step for step in whole.announced if step.id not in eased)
    great = [step for step in sudden if len(_waiting(whole, step)) >= _MANY]
    yield from a_department(whole, "great_steps_come_in_waves", great)


def rollouts_have_waves(whole: Whole) -> Iterator[Finding]:
    """A rollout has more than one wave, unless a pilot tries one of its steps first."""
    piloted = _piloted(whole)
    for rollout in whole.roadmap.of(Rollout):
        if len(rollout.waves) == 1 and piloted.isdisjoint(rollout.steps):
            yield Finding("rollouts_have_waves", whole.practice(rollout).place("waves"), {"title": rollout.title})


def departments_have_one_turn(whole: Whole) -> Iterator[Finding]:
    """No department of a wave stood in an earlier wave of the same rollout."""
    for rollout in whole.roadmap.of(Rollout):
        before: dict[str, str] = {}
        for number, wave in enumerate(rollout.waves):
            again = [index for index, id_ in enumerate(wave.departments) if id_ in before]
            if again:
                first = wave.departments[again[0]]
                names = listing(whole.roadmap.units[wave.departments[index]].name for index in again)
                values = {"title": wave.title, "names": names, "before": before[first]}
                place = whole.practice(rollout).place("waves", number, "departments", again[0])
                yield Finding("departments_have_one_turn", place, values)
            for id_ in wave.departments:
                before.setdefault(id_, wave.title)


def _piloted(whole: Whole) -> set[str]:
    """Return the ids of the steps that a pilot tries."""
    return {id_ for pilot in whole.roadmap.of(Pilot) for id_ in pilot.steps}


def _waiting(whole: Whole, step: Step) -> set[str]:
    """Return the ids of the other departments that wait for a step; teams of one department are one."""
    steps, roadmap = whole.roadmap.steps, whole.roadmap
    waiting = [id_ for id_ in whole.graph.needed_by.get(step.id, ()) if steps[id_].status is not Status.STOPPED]
    return {_head(whole, roadmap.unit_of[id_]) for id_ in waiting} - {_head(whole, roadmap.unit_of[step.id])}


def _head(whole: Whole, unit: Unit) -> str:
    return whole.roadmap.path_head(unit).id


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    great_steps_come_in_waves,
    rollouts_have_waves,
    departments_have_one_turn,
)
