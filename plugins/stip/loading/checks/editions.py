"""Editions: none is of a day to come, numbers that hang on a wall hold still, and what moves from them says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.editions import aligned, difference, has_old_reason, lacks_reason, latest, snapshot
from stip.loading.findings import Finding
from stip.model import Status
from stip.periods import written_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.checks.whole import Whole
    from stip.loading.declared import Declared
    from stip.periods import Period


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
    for frozen in aligned(last, snapshot(whole.roadmap)).units if last else ():
        number = whole.roadmap.numbers.get(frozen.id)
        if last and frozen.number and number and number != frozen.number:
            unit = whole.roadmap.units[frozen.id]
            values = {"name": unit.name, "number": number, "before": frozen.number, "edition": last.name}
            yield Finding("numbers_hold_still", whole.unit(unit.id).place("number"), values)


def moves_have_a_reason(whole: Whole) -> Iterator[Finding]:
    """What stands later than in the last edition says why.

    The last one alone: a move before it was frozen, and told, with that edition. What is delayed must say why anyhow.
    """
    last = latest(whole.declared.editions.editions)
    if last is None:
        return
    now = snapshot(whole.roadmap)
    for change in difference(aligned(last, now), now).steps:
        if change.old and lacks_reason(change):
            values = {"title": change.step.title, "edition": last.name, "was": _written(change.old.when)}
            step = whole.step(change.step.id)
            if has_old_reason(change):
                yield Finding("moves_have_a_new_reason", step.place("reason"), values)
            elif change.step.status is not Status.DELAYED:
                yield Finding("moves_have_a_reason", step.place("when"), values)


def _written(period: Period) -> str:
    """Write a period as it stands in YAML."""
    found = written_period(period)
    return found if isinstance(found, str) else f"{{from: {found['from']}, until: {found['until']}}}"
