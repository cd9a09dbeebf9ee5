"""Celebrating: rounds last two to four weeks, have aims, and what succeeds is celebrated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import quoted
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model.practices import Celebration, Iteration

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Step

_LEAST_WEEKS, _MOST_WEEKS = 2, 4


def iterations_last_two_to_four_weeks(whole: Whole) -> Iterator[Finding]:
    """A round lasts two to four weeks; a week that has begun counts."""
    for iteration in whole.roadmap.of(Iteration):
        if iteration.when.first and iteration.when.last:
            weeks = _weeks(iteration.when.first, iteration.when.last)
            if not _LEAST_WEEKS <= weeks <= _MOST_WEEKS:
                place = whole.practice(iteration).place("when")
                yield Finding("iterations_last_two_to_four_weeks", place, {"title": iteration.title, "count": weeks})


def iterations_do_not_overlap(whole: Whole) -> Iterator[Finding]:
    """A department begins a round when the round before it is over; said once for two rounds of many departments."""
    iterations = {iteration.id: iteration for iteration in whole.roadmap.of(Iteration)}
    rounds: dict[str, list[Iteration]] = {}
    for iteration in iterations.values():
        for unit in dict.fromkeys(iteration.departments) if iteration.when.first else ():
            rounds.setdefault(unit, []).append(iteration)
    names: dict[tuple[str, str], list[str]] = {}
    for unit, listed in rounds.items():
        for pair in _overlaps(listed):
            names.setdefault(pair, []).append(whole.roadmap.units[unit].name)
    for (before, after), units in names.items():
        one, other = iterations[after], iterations[before]
        values = {"title": one.title, "before": other.title, "names": listing(units)}
        yield Finding("iterations_do_not_overlap", whole.practice(one).place("when"), values)


def iterations_have_aims(whole: Whole) -> Iterator[Finding]:
    """A round has an aim."""
    for iteration in whole.roadmap.of(Iteration):
        if not iteration.aims:
            yield Finding("iterations_have_aims", whole.practice(iteration).place("aims"), {"title": iteration.title})


def iterations_have_few_aims(whole: Whole) -> Iterator[Finding]:
    """A round has no more aims than can be reached."""
    most = whole.roadmap.adoption.most_aims
    for iteration in whole.roadmap.of(Iteration):
        if len(iteration.aims) > most:
            values = {"title": iteration.title, "number": len(iteration.aims), "most": most}
            yield Finding("iterations_have_few_aims", whole.practice(iteration).place("aims"), values)


def successes_are_celebrated(whole: Whole) -> Iterator[Finding]:
    """A celebration names every round that succeeded."""
    celebrated = {celebration.iteration for celebration in whole.roadmap.of(Celebration)}
    for iteration in whole.roadmap.of(Iteration):
        if iteration.succeeded and iteration.id not in celebrated:
            values = {"title": iteration.title, "id": iteration.id}
            yield Finding("successes_are_celebrated", whole.practice(iteration).place("succeeded"), values)


def celebrations_follow_their_iteration(whole: Whole) -> Iterator[Finding]:
    """A round is celebrated when it is over."""
    iterations = {iteration.id: iteration for iteration in whole.roadmap.of(Iteration)}
    for celebration in whole.roadmap.of(Celebration):
        iteration = iterations.get(celebration.iteration or "")
        day, last = celebration.when.last, iteration.when.last if iteration else None
        if iteration and day and last and day < last:
            values = {"title": celebration.title, "other": iteration.title, "day": last.isoformat()}
            yield Finding("celebrations_follow_their_iteration", whole.practice(celebration).place("when"), values)


def celebrations_follow_their_steps(whole: Whole) -> Iterator[Finding]:
    """No step is celebrated before it begins."""
    for celebration in whole.roadmap.of(Celebration):
        for index, id_ in enumerate(celebration.steps):
            day, first = celebration.when.last, whole.roadmap.steps[id_].when.first
            if day and first and day < first:
                values = {"title": celebration.title, "other": whole.name(id_), "day": first.isoformat()}
                place = whole.practice(celebration).place("steps", index)
                yield Finding("celebrations_follow_their_steps", place, values)


def aims_have_done_when(whole: Whole) -> Iterator[Finding]:
    """Every aim tells when it is done; said once, for there may be many."""
    lacking = [
        (iteration, index, aim.title)
        for iteration in whole.roadmap.of(Iteration)
        for index, aim in enumerate(iteration.aims)
        if not aim.done_when
    ]
    if lacking:
        iteration, index, _ = lacking[0]
        values = {"count": len(lacking), "titles": quoted(title for *_, title in lacking)}
        yield Finding("aims_have_done_when", whole.practice(iteration).place("aims", index), values)


def long_steps_have_iterations(whole: Whole) -> Iterator[Finding]:
    """Where rounds are held, a step of more than four weeks is cut into them; said once."""
    iterations = whole.roadmap.of(Iteration)
    if not iterations or any(not (one.departments or one.steps) for one in iterations):
        return  # nobody works in rounds, or everybody does
    units = {id_ for one in iterations for id_ in one.departments}
    steps = {id_ for one in iterations for id_ in one.steps}
    in_rounds = {
        unit.id
        for unit in whole.roadmap.units.values()
        if not units.isdisjoint({unit.id, *(above.id for above in whole.roadmap.ancestors(unit))})
    }
    long = [
        step
        for step in whole.announced
        if _is_long(step) and step.id not in steps and whole.roadmap.unit_of[step.id].id not in in_rounds
    ]
    if long:
        values = {"count": len(long), "titles": listing(whole.name(step.id) for step in long)}
        yield Finding("long_steps_have_iterations", whole.step(long[0].id).place("when"), values)


def energy_is_of_enough_people(whole: Whole) -> Iterator[Finding]:
    """The energy of a team is told of a group that is large enough to hide each of its members."""
    least = whole.roadmap.adoption.smallest_group
    for iteration in whole.roadmap.of(Iteration):
        if iteration.energy is not None and (iteration.respondents or 0) < least:
            values = {"title": iteration.title, "least": least}
            yield Finding("energy_is_of_enough_people", whole.practice(iteration).place("energy"), values)


def past_iterations_have_a_result(whole: Whole) -> Iterator[Finding]:
    """A round that is over tells what came of it."""
    for iteration in whole.roadmap.of(Iteration):
        last = iteration.when.last
        if last and last < whole.today and not iteration.result:
            values = {"title": iteration.title, "day": last.isoformat()}
            yield Finding("past_iterations_have_a_result", whole.practice(iteration).place("when"), values)


def _weeks(first: dt.date, last: dt.date) -> int:
    """Count the weeks of which some day lies from first to last: Monday until Friday of the next week are two."""
    return ((last - first).days + 7) // 7


def _is_long(step: Step) -> bool:
    """Tell whether a step lasts more than four weeks: only `from` and `until` say how long, a month says when."""
    when = step.when
    return bool(when.start and when.first and when.last and _weeks(when.first, when.last) > _MOST_WEEKS)


def _overlaps(iterations: Sequence[Iteration]) -> Iterator[tuple[str, str]]:
    """Yield the id of each round that begins before another is over, after the id of that other."""
    longest, *others = sorted(iterations, key=lambda iteration: iteration.when)
    for iteration in others:
        first, last, end = iteration.when.first, iteration.when.last, longest.when.last
        if first and end and first <= end:
            yield longest.id, iteration.id
        if last and end and last > end:
            longest = iteration


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    iterations_last_two_to_four_weeks,
    iterations_do_not_overlap,
    iterations_have_aims,
    iterations_have_few_aims,
    successes_are_celebrated,
    celebrations_follow_their_iteration,
    celebrations_follow_their_steps,
    aims_have_done_when,
    long_steps_have_iterations,
    energy_is_of_enough_people,
    past_iterations_have_a_result,
)
