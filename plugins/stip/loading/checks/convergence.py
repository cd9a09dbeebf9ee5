"""Convergence: every step reaches the one horizon, and nothing waits for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.rings import rings
from stip.loading.findings import Finding
from stip.model import ENDS_HERE, Status
from stip.model.graph import last_route, living

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.checks.whole import Whole
    from stip.problems import Place


def steps_do_not_wait_for_themselves(whole: Whole) -> Iterator[Finding]:
    """No step names itself in `after` or `leads_to`."""
    for step in whole.roadmap.steps.values():
        entry = whole.step(step.id)
        if step.id in step.after:
            place = entry.place("after", step.after.index(step.id))
            yield Finding("steps_do_not_wait_for_themselves", place, {"title": step.title})
        if step.leads_to == step.id:
            yield Finding("steps_do_not_wait_for_themselves", entry.place("leads_to"), {"title": step.title})


def steps_form_no_ring(whole: Whole) -> Iterator[Finding]:
    """No step waits, by way of others, for itself."""
    ways = _ways(whole)
    edges = {node: list(to) for node, to in ways.items()}
    for step in whole.roadmap.steps.values():
        for ref in step.after:
            if ref != step.id and step.id not in edges[ref]:
                edges[ref].append(step.id)
    for ring in rings(edges):
        pairs = list(zip(ring, (*ring[1:], ring[0]), strict=True))
        if any(to not in ways[node] for node, to in pairs):
            yield Finding("steps_form_no_ring", _closing(whole, pairs), {"ring": _told(whole, ring)})


def paths_reach_the_horizon(whole: Whole) -> Iterator[Finding]:
    """Every path leads, if need be by way of others, to the horizon: none runs round for ever."""
    for ring in rings(_ways(whole)):
        pairs = list(zip(ring, (*ring[1:], ring[0]), strict=True))
        values = {"title": whole.roadmap.steps[ring[0]].title, "ring": _told(whole, ring)}
        yield Finding("paths_reach_the_horizon", _closing(whole, pairs), values)


def only_last_steps_lead_elsewhere(whole: Whole) -> Iterator[Finding]:
    """Only the last step of a list has `leads_to`: the others lead to the next."""
    for unit in whole.roadmap.units.values():
        for step in unit.steps[:-1]:
            if step.leads_to is not None:
                place = whole.step(step.id).key_place("leads_to")
                yield Finding("only_last_steps_lead_elsewhere", place, {"title": step.title, "name": unit.name})


def paths_join_living_steps(whole: Whole) -> Iterator[Finding]:
    """No path joins another at a step that was stopped."""
    for unit in whole.roadmap.units.values():
        target = whole.roadmap.steps.get(unit.steps[-1].leads_to or "") if unit.steps else None
        if target is not None and target.status is Status.STOPPED:
            entry = whole.step(unit.steps[-1].id)
            values = {"title": unit.steps[-1].title, "other": whole.name(target.id)}
            yield Finding("paths_join_living_steps", entry.place("leads_to"), values)


def paths_end_with_reason(whole: Whole) -> Iterator[Finding]:
    """`leads_to: none` ends a path that was stopped, or one on route 0; no other."""
    for unit in whole.roadmap.units.values():
        last = unit.steps[-1] if unit.steps else None
        if last and last.leads_to == ENDS_HERE and last.status is not Status.STOPPED and last_route(unit) != 0:
            values = {"title": last.title, "name": unit.name}
            yield Finding("paths_end_with_reason", whole.step(last.id).place("leads_to"), values)


def stopped_paths_are_ended(whole: Whole) -> Iterator[Finding]:
    """A path of which every step was stopped says that it ends."""
    for unit in whole.roadmap.units.values():
        ended = unit.until or last_route(unit) == 0
        if unit.steps and not living(unit) and not ended and unit.steps[-1].leads_to != ENDS_HERE:
            place = whole.step(unit.steps[-1].id).place()
            yield Finding("stopped_paths_are_ended", place, {"name": unit.name})


def steps_wait_for_living_steps(whole: Whole) -> Iterator[Finding]:
    """No step waits for one that was stopped."""
    steps = whole.roadmap.steps
    for step in steps.values():
        for index, ref in enumerate(step.after):
            if steps[ref].status is Status.STOPPED and step.status is not Status.STOPPED:
                place = whole.step(step.id).place("after", index)
                yield Finding("steps_wait_for_living_steps", place, {"title": step.title, "other": whole.name(ref)})


def _ways(whole: Whole) -> dict[str, list[str]]:
    """The ways of the paths themselves: listed order and joinings."""
    steps, follows = whole.roadmap.steps, whole.graph.follows
    ways: dict[str, list[str]] = {}
    for id_ in steps:
        following = follows.get(id_, id_)
        ways[id_] = [following] if following in steps and following != id_ else []
    return ways


def _told(whole: Whole, ring: tuple[str, ...]) -> str:
    return " → ".join(whole.name(id_) for id_ in (*ring, ring[0]))


def _closing(whole: Whole, pairs: list[tuple[str, str]]) -> Place:
    """The first place where the author wrote a link of the ring: an `after` or a `leads_to`."""
    places = []
    for node, to in pairs:
        step, following = whole.roadmap.steps[node], whole.roadmap.steps[to]
        if step.leads_to == to:
            places.append(whole.step(node).place("leads_to"))
        if node in following.after:
            places.append(whole.step(to).place("after", following.after.index(node)))
    return min(places) if places else whole.step(pairs[0][0]).place()
