"""Say how a roadmap may have been before: some of its steps earlier or later, some not there yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from stip.editions import Edition, EditionStep, EditionUnit, snapshot
from stip.model import Roadmap
from stip.periods import parse_period

_SHIFTS = (-400, 45, -30, 800)
"""By so many days a step was elsewhere, in turn."""


def as_it_was(roadmap: Roadmap, every: int = 4, name: str = "2026-zz") -> Edition:
    """Return an edition in which every so manieth step stood elsewhere, and every so manieth after it was not there."""
    now = snapshot(roadmap, name)
    units = tuple(unit.model_copy(update={"steps": tuple(_steps(unit, every))}) for unit in now.units)
    return now.model_copy(update={"date": now.date - dt.timedelta(days=90), "units": units})


def _steps(unit: EditionUnit, every: int) -> Iterator[EditionStep]:
    for place, step in enumerate(unit.steps):
        if place % every == every - 1 and step.when.first:
            shift = dt.timedelta(days=_SHIFTS[place // every % len(_SHIFTS)])
            yield step.model_copy(update={"when": parse_period((step.when.first + shift).isoformat())})
        elif place % every != 1:
            yield step
