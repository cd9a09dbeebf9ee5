"""Reach: which units practices are for, by their name or by a step of theirs, with the units above and in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stip.model import Practice, Roadmap, Unit


@dataclass(frozen=True)
class Reach:
    """The ids of the units that are named, and of the units above these; `everyone` when somebody names nobody."""

    named: frozenset[str]
    above: frozenset[str]
    everyone: bool

    def holds(self, unit: Unit, roadmap: Roadmap) -> bool:
        """Tell whether a unit is named by itself or by a step, or a unit above or in it is."""
        around = (one.id in self.named for one in roadmap.ancestors(unit))
        return self.everyone or unit.id in self.above or any(around)


def reach(roadmap: Roadmap, practices: Iterable[Practice], *, of_nobody: bool = True) -> Reach:
    """Return which units practices are for; `of_nobody` tells whether one that names no unit and step is for all."""
    named: set[str] = set()
    everyone = False
    for practice in practices:
        ids = {*practice.for_units, *(roadmap.unit_of[id_].id for id_ in practice.steps)}
        named |= ids
        everyone |= of_nobody and not ids
    units = [roadmap.units[id_] for id_ in named]
    above = frozenset(one.id for unit in units for one in (unit, *roadmap.ancestors(unit)))
    return Reach(frozenset(named), above, everyone)
