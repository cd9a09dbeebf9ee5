"""Identity: which record of a later edition a record is, also when somebody gave it another id since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

from stip.editions.edition import Edition

Key = tuple[str, str]
"""A kind of record and an id."""
NewIds = Mapping[Key, str]
"""The id that a record has now, by its kind and the id that it had."""


def paired(gone: Mapping[Key, Hashable], came: Mapping[Key, Hashable]) -> dict[Key, str]:
    """Return the new id of what is gone, where exactly one that came has its name, and no other that is gone."""
    before, after = defaultdict(list), defaultdict(list)
    for key, name in gone.items():
        before[name].append(key)
    for key, name in came.items():
        after[name].append(key)
    return {keys[0]: after[name][0][1] for name, keys in before.items() if len(keys) == 1 == len(after.get(name, ()))}


def aligned(old: Edition, new: Edition) -> Edition:
    """Return an edition with the ids of a later one: who reads what changed knows names, and sees no ids.

    A step is known by its title and its unit; a unit by its name, a goal by its title.
    """
    units = _apart("unit", {unit.id: unit.name for unit in old.units}, {unit.id: unit.name for unit in new.units})
    goals = _apart("goal", {goal.id: goal.title for goal in old.goals}, {goal.id: goal.title for goal in new.goals})
    steps = _apart(
        "step",
        {key: (units.get(("unit", unit.id), unit.id), old.steps[key].title) for key, unit in old.unit_of.items()},
        {key: (unit.id, new.steps[key].title) for key, unit in new.unit_of.items()},
    )
    return renamed_edition(old, {**units, **goals, **steps})


def align(editions: Iterable[Edition], now: Edition) -> tuple[Edition, ...]:
    """Return editions, oldest first, each with the ids of the one after it, and the last with those of now."""
    found: list[Edition] = []
    for edition in reversed([*editions]):
        found.append(aligned(edition, found[-1] if found else now))
    return tuple(reversed(found))


def _apart(kind: str, old: Mapping[str, Hashable], new: Mapping[str, Hashable]) -> dict[Key, str]:
    gone = {(kind, id_): name for id_, name in old.items() if id_ not in new}
    return paired(gone, {(kind, id_): name for id_, name in new.items() if id_ not in old})


def renamed_edition(edition: Edition, ids: NewIds) -> Edition:
    """Return an edition in which everything bears, and names others by, its new id; units and goals sorted by it."""
    if not ids:
        return edition

    def key(kind: str, id_: str | None) -> str | None:
        return ids.get((kind, id_), id_) if id_ else id_

    def keys(kind: str, found: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(ids.get((kind, id_), id_) for id_ in found))

    units = []
    for unit in edition.units:
        steps = tuple(
            step.model_copy(
                update={
                    "id": key("step", step.id),
                    "goals": keys("goal", step.goals),
                    "after": keys("step", step.after),
                    "leads_to": key("step", step.leads_to),
                }
            )
            for step in unit.steps
        )
        part_of, replaced_by = key("unit", unit.part_of), key("unit", unit.replaced_by)
        changes = {"id": key("unit", unit.id), "part_of": part_of, "replaced_by": replaced_by, "steps": steps}
        units.append(unit.model_copy(update=changes))
    goals = [goal.model_copy(update={"id": key("goal", goal.id)}) for goal in edition.goals]
    # A fresh one: a copy would keep the look-ups of before.
    return Edition(
        **{name: getattr(edition, name) for name in ("version", "name", "date", "programme", "mission", "horizon")},
        goals=tuple(sorted(goals, key=lambda goal: goal.id)),
        units=tuple(sorted(units, key=lambda unit: unit.id)),
    )
