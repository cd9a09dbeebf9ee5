"""Editions: none is of a day to come, and numbers that hang on a wall hold still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.editions import latest
from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.checks.whole import Whole
    from stip.loading.declared import Declared


def editions_are_of_the_past(declared: Declared) -> Iterator[Finding]:
    """No edition is of a later day than the roadmap itself."""
    settings = declared.files.settings.record if declared.files.settings else None
    for one in declared.editions.read:
        if settings and one.edition and one.edition.date > settings.updated:
            values = {"name": one.edition.name, "day": settings.updated.isoformat()}
            yield Finding("editions_are_of_the_past", one.place("date"), values)


def numbers_hold_still(whole: Whole) -> Iterator[Finding]:
    """A unit keeps the number that it has in the last edition."""
    last = latest(whole.declared.editions.editions)
    for frozen in last.units if last else ():
        number = whole.roadmap.numbers.get(frozen.id)
        if last and frozen.number and number and number != frozen.number:
            unit = whole.roadmap.units[frozen.id]
            values = {"name": unit.name, "number": number, "before": frozen.number, "edition": last.name}
            yield Finding("numbers_hold_still", whole.unit(unit.id).place("number"), values)
