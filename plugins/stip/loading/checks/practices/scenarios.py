"""Scenarios: the ranked ones form one growth path that can be walked and that people stand behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import together
from stip.loading.checks.rings import rings
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model.practices import Scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole


def ranks_are_unique(whole: Whole) -> Iterator[Finding]:
    """No two scenarios have the same rank."""
    first: dict[int, Scenario] = {}
    for scenario in whole.roadmap.of(Scenario):
        if scenario.rank and (other := first.setdefault(scenario.rank, scenario)) is not scenario:
            values = {"title": scenario.title, "other": other.title, "rank": scenario.rank}
            yield Finding("ranks_are_unique", whole.practice(scenario).place("rank"), values)


def ranks_have_no_gaps(whole: Whole) -> Iterator[Finding]:
    """The ranks count from one without a gap; who gave a rank twice is told of that alone."""
    ranked = sorted((one for one in whole.roadmap.of(Scenario) if one.rank), key=lambda one: one.rank or 0)
    ranks = {one.rank for one in ranked}
    gaps = [rank for rank in range(1, max((one.rank or 0 for one in ranked), default=0)) if rank not in ranks]
    if gaps and len(ranks) == len(ranked):
        after = next(one for one in ranked if (one.rank or 0) > gaps[0])
        values = {"count": len(gaps), "ranks": listing(map(str, gaps))}
        yield Finding("ranks_have_no_gaps", whole.practice(after).place("rank"), values)


def ranks_follow_dependencies(whole: Whole) -> Iterator[Finding]:
    """A scenario is ranked after those that it comes after; in a ring that cannot be, which is told of itself."""
    scenarios = {scenario.id: scenario for scenario in whole.roadmap.of(Scenario)}
    ringed = {id_ for ring in _rings(whole) for id_ in ring}
    for scenario in scenarios.values():
        for index, ref in enumerate(scenario.after):
            other = scenarios[ref]
            if scenario.rank and other.rank and scenario.rank < other.rank and not {scenario.id, ref} <= ringed:
                values = {"title": scenario.title, "rank": scenario.rank, "other": other.title, "later": other.rank}
                place = whole.practice(scenario).place("after", index)
                yield Finding("ranks_follow_dependencies", place, values)


def ranked_scenarios_are_endorsed(whole: Whole) -> Iterator[Finding]:
    """A group stands behind every ranked scenario; said once, for there may be many."""
    lacking = [scenario for scenario in whole.roadmap.of(Scenario) if scenario.rank and not scenario.endorsed]
    yield from together(whole, "ranked_scenarios_are_endorsed", lacking)


def scenarios_form_no_ring(whole: Whole) -> Iterator[Finding]:
    """No scenario waits, by way of others, for itself."""
    scenarios = {scenario.id: scenario for scenario in whole.roadmap.of(Scenario)}
    for ring in _rings(whole):
        after = scenarios[ring[0]].after
        place = whole.practice(scenarios[ring[0]]).place("after", after.index(ring[1 % len(ring)]))
        told = " → ".join(f"'{scenarios[id_].title}'" for id_ in (*ring, ring[0]))
        yield Finding("scenarios_form_no_ring", place, {"ring": told})


def _rings(whole: Whole) -> list[tuple[str, ...]]:
    return rings({scenario.id: scenario.after for scenario in whole.roadmap.of(Scenario)})


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    ranks_are_unique,
    ranks_have_no_gaps,
    ranks_follow_dependencies,
    ranked_scenarios_are_endorsed,
    scenarios_form_no_ring,
)
