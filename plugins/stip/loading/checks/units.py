"""Units: parts form a tree, and every part has something to tell and someone to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.checks.whole import Whole


def parts_form_no_ring(whole: Whole) -> Iterator[Finding]:
    """No unit is, by way of others, part of itself."""
    units = whole.roadmap.units
    reported: set[str] = set()
    for unit in units.values():
        ring, here = [unit.id], unit.part_of
        while here is not None and here not in ring:
            ring.append(here)
            here = units[here].part_of
        if here == unit.id and unit.id not in reported:
            reported.update(ring)
            names = " → ".join(f"'{units[id_].name}'" for id_ in (*ring, unit.id))
            yield Finding("parts_form_no_ring", whole.unit(unit.id).place("part_of"), {"ring": names})


def units_have_steps_or_teams(whole: Whole) -> Iterator[Finding]:
    """A unit has a path of its own or parts that have one; a unit of the past need not."""
    for unit in whole.roadmap.units.values():
        past = unit.until or unit.replaced_by
        if not (past or unit.steps or whole.roadmap.children.get(unit.id)):
            yield Finding("units_have_steps_or_teams", whole.unit(unit.id).place(), {"name": unit.name})


def paths_have_a_manager(whole: Whole) -> Iterator[Finding]:
    """Who has a path has a manager, if need be that of the unit above."""
    yield from _lacking(whole, "manager", "paths_have_a_manager")


def paths_have_a_contact(whole: Whole) -> Iterator[Finding]:
    """Who has a path has someone to ask, if need be that of the unit above."""
    yield from _lacking(whole, "contact", "paths_have_a_contact")


def _lacking(whole: Whole, key: str, rule: str) -> Iterator[Finding]:
    for unit in whole.roadmap.units.values():
        above = (unit, *whole.roadmap.ancestors(unit))
        if unit.steps and not any(getattr(one, key) for one in above):
            yield Finding(rule, whole.unit(unit.id).place(), {"name": unit.name})
