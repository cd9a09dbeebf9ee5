"""Adoption: steps serve goals, and nobody is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model.graph import living

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.checks.whole import Whole


def steps_serve_a_goal(whole: Whole) -> Iterator[Finding]:
    """Every step serves a goal; said once a unit, for there may be many."""
    for unit in whole.roadmap.units.values():
        lacking = [step for step in living(unit) if not step.goals]
        if lacking:
            titles = listing(f"'{step.title}'" for step in lacking)
            values = {"name": unit.name, "count": len(lacking), "titles": titles}
            yield Finding("steps_serve_a_goal", whole.step(lacking[0].id).place(), values)


def goals_have_steps(whole: Whole) -> Iterator[Finding]:
    """Every goal is served by a step."""
    served = {goal for step in whole.living for goal in step.goals}
    for goal in whole.roadmap.goals.values():
        if goal.id not in served:
            place = whole.declared.known["goal", goal.id].place("id")
            yield Finding("goals_have_steps", place, {"title": goal.title})


def personas_have_steps(whole: Whole) -> Iterator[Finding]:
    """Every persona is part of a step."""
    named = {id_ for step in whole.living for id_ in step.personas}
    for id_, persona in whole.roadmap.personas.items():
        if id_ not in named:
            place = whole.declared.known["persona", id_].place()
            yield Finding("personas_have_steps", place, {"name": persona.name, "id": id_})
