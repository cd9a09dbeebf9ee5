"""Whole: the roadmap with its graph, its places and its names, as the spanning rules see it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from stip.loading.checks.said import Speech, speeches
from stip.model.coverage import Coverage, reckon_coverage
from stip.model.graph import Graph, build_graph, living
from stip.model.steps import ANNOUNCED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stip.loading.declared import Declared, Entry
    from stip.model import Practice, Roadmap, Step, Unit

FEW = 6
"""How many of many names a message shows."""


@dataclass(frozen=True)
class Whole:
    """A roadmap in which everything that is named exists."""

    declared: Declared
    roadmap: Roadmap

    @cached_property
    def graph(self) -> Graph:
        """The relations between the steps."""
        return build_graph(self.roadmap)

    def unit(self, id_: str) -> Entry:
        """Return where a unit stands."""
        return self.declared.known["unit", id_]

    def step(self, id_: str) -> Entry:
        """Return where a step stands."""
        return self.declared.known["step", id_]

    def practice(self, practice: Practice) -> Entry:
        """Return where a practice stands."""
        return self.declared.known[practice.record, practice.id]

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """The texts that employees read: more than one rule reads all of them."""
        return tuple(speeches(self.declared))

    @property
    def today(self) -> dt.date:
        """Return the reference date: the only today there is."""
        return self.roadmap.settings.updated

    @cached_property
    def announced(self) -> tuple[Step, ...]:
        """The steps that people have been told of and that are still to come, in listed order."""
        return tuple(step for step in self.roadmap.steps.values() if step.status in ANNOUNCED)

    @cached_property
    def living(self) -> tuple[Step, ...]:
        """The steps that were not stopped, in listed order."""
        return tuple(step for unit in self.roadmap.units.values() for step in living(unit))

    @cached_property
    def present(self) -> tuple[Unit, ...]:
        """The units that are not of the past: no end was declared and nothing came instead, in listed order."""
        return tuple(unit for unit in self.roadmap.units.values() if not (unit.until or unit.replaced_by))

    @cached_property
    def coverage(self) -> Coverage:
        """What there is for whom already: more than one rule reads it."""
        return reckon_coverage(self.roadmap)

    def name(self, step: str) -> str:
        """Return a step's title with its unit's name."""
        return f"'{self.roadmap.steps[step].title}' ({self.roadmap.unit_of[step].name})"


def listing(words: Iterable[str]) -> str:
    """Join words with commas, the first few only when they are many."""
    words = list(words)
    return ", ".join(words[:FEW]) + (", …" if len(words) > FEW else "")
