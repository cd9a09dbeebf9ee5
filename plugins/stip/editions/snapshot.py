"""Take a snapshot: freeze what prints show of a roadmap, to everyone who walks by."""

from __future__ import annotations

from stip.editions.edition import VERSION, Edition, EditionGoal, EditionHorizon, EditionStep, EditionUnit
from stip.model import Goal, Roadmap, Step, Unit
from stip.model.discretion import for_staff


def snapshot(roadmap: Roadmap, name: str = "") -> Edition:
    """Freeze a roadmap as the edition of this name, dated as the roadmap says that it is up to date.

    It holds what staff may read, for whomever the roadmap was loaded.
    """
    roadmap = for_staff(roadmap)
    mission = roadmap.mission
    return Edition(
        version=VERSION,
        name=name,
        date=roadmap.settings.updated,
        programme=mission.programme.name,
        mission=mission.mission,
        horizon=EditionHorizon(title=mission.horizon.title, when=mission.horizon.when),
        goals=tuple(_goal(goal) for goal in sorted(mission.goals, key=lambda goal: goal.id)),
        units=tuple(_unit(roadmap.units[key], roadmap.numbers.get(key)) for key in sorted(roadmap.units)),
    )


def _goal(goal: Goal) -> EditionGoal:
    return EditionGoal(id=goal.id, title=goal.title)


def _unit(unit: Unit, number: int | None) -> EditionUnit:
    return EditionUnit(
        id=unit.id,
        name=unit.name,
        short=unit.short,
        number=number,
        part_of=unit.part_of,
        until=unit.until,
        replaced_by=unit.replaced_by,
        steps=tuple(map(_step, unit.steps)),
    )


def _step(step: Step) -> EditionStep:
    return EditionStep(
        id=step.id,
        title=step.title,
        when=step.when,
        kind=step.kind,
        status=step.status,
        was=step.was,
        certainty=step.certainty,
        reason=step.reason,
        goals=tuple(sorted(set(step.goals))),
        after=tuple(sorted(set(step.after))),
        leads_to=step.leads_to,
    )
