"""Changing: behaviour, process and information shift together, and nobody is left with a new tool alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import a_department, of_units, together
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model import WayOfWorking
from stip.model.practices import Aspect, Shift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Roadmap, Step, Unit

_TOGETHER = (Aspect.BEHAVIOUR, Aspect.PROCESS, Aspect.INFORMATION)
_PEOPLE = {Aspect.BEHAVIOUR, Aspect.CULTURE}
_OWN_CHANGE = {Aspect.PROCESS, Aspect.ROLE, *_PEOPLE}
_QUICK = {WayOfWorking.AGILE, WayOfWorking.DEVOPS}

_Firsts = dict[Aspect, Shift]
"""The aspects that shift for somebody, each with the first shift that says so."""


@dataclass(frozen=True)
class _Shifts:
    """What shifts: for steps, for whole units (both by id), and for everyone."""

    steps: dict[str, _Firsts]
    units: dict[str, _Firsts]
    everyone: _Firsts

    def of_unit(self, unit: Unit, roadmap: Roadmap) -> set[Aspect]:
        """Return what shifts for a unit: by its own name, that of a unit above it, or for everyone."""
        names = (one.id for one in (unit, *roadmap.ancestors(unit)))
        return set(self.everyone).union(*(self.units.get(name, ()) for name in names))

    def of_step(self, step: Step, roadmap: Roadmap) -> set[Aspect]:
        """Return what shifts for a step, or for all of its unit."""
        return self.of_unit(roadmap.unit_of[step.id], roadmap).union(self.steps.get(step.id, ()))


def steps_with_tools_shift_behaviour(whole: Whole) -> Iterator[Finding]:
    """Whoever gets a new tool reads what people do otherwise; said once a unit."""
    shifts, roadmap = _shifts(whole), whole.roadmap
    tooled = (step for step in whole.announced if step.tools)
    lacking = [step for step in tooled if _PEOPLE.isdisjoint(shifts.of_step(step, roadmap))]
    yield from a_department(whole, "steps_with_tools_shift_behaviour", lacking)


def shifts_come_together(whole: Whole) -> Iterator[Finding]:
    """Where behaviour, process or information shifts, all three do; culture counts as behaviour. Said once a unit."""
    shifts, roadmap = _shifts(whole), whole.roadmap
    lacking: dict[str, dict[str, Shift]] = {}
    for id_, own in shifts.units.items():
        unit = roadmap.units[id_]
        if keys := _lacking(own, shifts.of_unit(unit, roadmap)):
            lacking.setdefault(id_, {})[f"{unit.name} ({keys})"] = next(iter(own.values()))
    for id_, own in shifts.steps.items():
        step = roadmap.steps[id_]
        if keys := _lacking(own, shifts.of_step(step, roadmap)):
            lacking.setdefault(roadmap.unit_of[id_].id, {})[f"'{step.title}' ({keys})"] = next(iter(own.values()))
    for id_, told in lacking.items():
        values = {"name": roadmap.units[id_].name, "count": len(told), "titles": listing(told)}
        first = next(iter(told.values()))
        yield Finding("shifts_come_together", whole.practice(first).place("aspect"), values)


def role_shifts_are_talked_about(whole: Whole) -> Iterator[Finding]:
    """For every role that shifts a talk is planned; said once, for there may be many."""
    lacking = [shift for shift in whole.roadmap.of(Shift) if shift.aspect is Aspect.ROLE and shift.talk is None]
    yield from together(whole, "role_shifts_are_talked_about", lacking)


def agile_units_shift_their_work(whole: Whole) -> Iterator[Finding]:
    """A unit that works agile or devops tells what shifts in its work or behaviour; said once."""
    shifts, roadmap = _shifts(whole), whole.roadmap
    lacking = [
        unit
        for unit in roadmap.units.values()
        if unit.way_of_working in _QUICK
        and _OWN_CHANGE.isdisjoint(shifts.of_unit(unit, roadmap))
        and all(_OWN_CHANGE.isdisjoint(shifts.steps.get(step.id, ())) for step in unit.steps)
    ]
    yield from of_units(whole, "agile_units_shift_their_work", lacking, "way_of_working")


def _shifts(whole: Whole) -> _Shifts:
    """Gather what shifts: a shift of steps is of those alone, one of nothing and nobody is for everyone."""
    shifts = _Shifts({}, {}, {})
    for shift in whole.roadmap.of(Shift):
        named, ids = (shifts.steps, shift.steps) if shift.steps else (shifts.units, shift.departments)
        for id_ in ids:
            named.setdefault(id_, {}).setdefault(shift.aspect, shift)
        if not (ids or shift.personas):
            shifts.everyone.setdefault(shift.aspect, shift)
    return shifts


def _lacking(own: _Firsts, there: set[Aspect]) -> str:
    """Tell which of the three aspects that shift together lack, when some of them shift here."""
    shifting = there | ({Aspect.BEHAVIOUR} if Aspect.CULTURE in there else set())
    return "" if own.keys().isdisjoint(_TOGETHER) else ", ".join(one for one in _TOGETHER if one not in shifting)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    steps_with_tools_shift_behaviour,
    shifts_come_together,
    role_shifts_are_talked_about,
    agile_units_shift_their_work,
)
