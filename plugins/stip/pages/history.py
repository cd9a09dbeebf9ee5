"""History: what changed from each edition to the next, up to the roadmap as it is, brought together by department."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from stip.editions import (
    Changes,
    Edition,
    StepChange,
    StepChangeKind,
    UnitChange,
    UnitChangeKind,
    difference,
    reference,
    snapshot,
)
from stip.model import Roadmap, Status

MARKED = (StepChangeKind.ADDED, StepChangeKind.LATER, StepChangeKind.EARLIER)
"""The kinds of change that a step carries a mark of wherever it is shown: it is new, or it stands elsewhere."""
MOST = 400
"""So many changed steps stand on one page; of more, each earlier stretch has a page of its own."""


@dataclass(frozen=True)
class Stretch:
    """The time between two editions; of what is not an edition yet, the name of `new` is empty.

    `units` and `steps` hold what changed by the department under which it is told; of a step all of it together.
    """

    old: Edition
    new: Edition
    changes: Changes
    units: Mapping[str, tuple[UnitChange, ...]]
    steps: Mapping[str, tuple[tuple[StepChange, ...], ...]]

    @property
    def heads(self) -> tuple[str, ...]:
        """The ids of the departments to which something happened."""
        return tuple({**self.units, **self.steps})

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What every unit is called, else was, by id."""
        return {unit.id: unit.name for unit in (*self.old.units, *self.new.units)}

    @property
    def size(self) -> int:
        """How many steps changed."""
        return sum(map(len, self.steps.values()))


def stretch(old: Edition, new: Edition, roadmap: Roadmap) -> Stretch:
    """Tell what changed from `old` to `new`, by the departments that `roadmap` has, else by those that there were."""
    changes, known = difference(old, new), _Heads(old, new, roadmap)
    units: dict[str, list[UnitChange]] = {}
    for unit in changes.units:
        left = unit.old.part_of if unit.kind is UnitChangeKind.MOVED and unit.old else None
        for head in dict.fromkeys(known.head(id_) for id_ in (unit.unit.id, left) if id_):
            units.setdefault(head, []).append(unit)
    steps: dict[str, dict[str, list[StepChange]]] = {}
    for step in changes.steps:
        for head in dict.fromkeys(map(known.head, told_under(step, old))):
            steps.setdefault(head, {}).setdefault(step.step.id, []).append(step)
    return Stretch(
        old,
        new,
        changes,
        {head: tuple(found) for head, found in units.items()},
        {head: _own_first(head, found) for head, found in steps.items()},
    )


def told_under(change: StepChange, old: Edition) -> tuple[str, ...]:
    """Return the ids of the units to which a change of a step matters: that it left is told to those that it left."""
    left = change.kind is StepChangeKind.OTHER_UNIT and change.old
    return (change.unit, old.unit_of[change.old.id].id) if left and change.old else (change.unit,)


def _own_first(head: str, steps: Mapping[str, list[StepChange]]) -> tuple[tuple[StepChange, ...], ...]:
    """Put the steps of a department before those of its teams."""
    return tuple(map(tuple, sorted(steps.values(), key=lambda changes: changes[0].unit != head)))


@dataclass(frozen=True)
class _Heads:
    """Finds the department of a unit that may be gone: as it is now, else as it last was."""

    old: Edition
    new: Edition
    roadmap: Roadmap

    @cached_property
    def _above(self) -> Mapping[str, str | None]:
        return {unit.id: unit.part_of for unit in (*self.old.units, *self.new.units)}

    def head(self, unit: str) -> str:
        """Return the id of the department under which a unit is told."""
        seen, units = {unit}, self.roadmap.units
        while unit not in units and (parent := self._above.get(unit)) and parent not in seen:
            unit = parent
            seen.add(unit)
        return self.roadmap.path_head(units[unit]).id if unit in units else unit


@dataclass(frozen=True)
class History:
    """What readers can be told of the past: since when, what happened since, and what happened before that."""

    roadmap: Roadmap
    editions: tuple[Edition, ...]
    """Oldest first."""

    @cached_property
    def now(self) -> Edition:
        """The roadmap as it is, under the name of the newest edition when it still is that edition."""
        now = snapshot(self.roadmap)
        last = self.editions[-1] if self.editions else None
        return last if last and last.content == now.content else now

    @cached_property
    def last(self) -> Stretch | None:
        """What happened since the newest edition that differs; None when there is no such edition."""
        old = reference(self.now, self.editions) if self.editions else None
        return stretch(old, self.now, self.roadmap) if old else None

    @cached_property
    def earlier(self) -> tuple[Stretch, ...]:
        """What happened between older editions, newest first."""
        until = self.last.old if self.last else self.now
        places = [place for place, edition in enumerate(self.editions) if edition is until]
        known = self.editions[: places[0] + 1] if places else self.editions
        return tuple(stretch(old, new, self.roadmap) for old, new in reversed(list(itertools.pairwise(known))))

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every stretch in which something happened, newest first."""
        found = (*([self.last] if self.last else []), *self.earlier)
        return tuple(one for one in found if one.changes)

    @cached_property
    def marks(self) -> Mapping[str, StepChange]:
        """The steps that are new or stand elsewhere since the last stretch began, by id, each with what happened."""
        found: dict[str, StepChange] = {}
        for change in self.last.changes.steps if self.last else ():
            if change.kind in MARKED and change.new and change.new.status is not Status.STOPPED:
                found.setdefault(change.new.id, change)
        return found

    @cached_property
    def apart(self) -> tuple[Stretch, ...]:
        """The stretches that need a page of their own, for all together would be too much for one."""
        return self.earlier if sum(one.size for one in self.stretches) > MOST else ()
