"""Approaches: each way of working has a danger of its own, and a programme combines what goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import of_units, side_of, together
from stip.loading.checks.practices.reach import reach
from stip.loading.findings import Finding
from stip.model.frameworks import PAIRS
from stip.model.graph import living
from stip.model.practices import Coupling, Service, Side, StrategyLine, Workshop, WorkshopKind
from stip.model.steps import OVER, Layer
from stip.model.units import Approach
from stip.periods import add_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Step, Unit

_MONTHS = 12
"""After how many months a path from the inside out shows nothing to residents too long."""
_FIRM = frozenset({WorkshopKind.CURRENT_STATE, WorkshopKind.FEASIBILITY})
"""Workshops from which follows whether goals can be reached."""


def inside_out_reaches_residents(whole: Whole) -> Iterator[Finding]:
    """Who works from the inside out shows something within a year, once its steps tell where they change something.

    Who makes the means of others shows nothing to residents: their paths do.
    """
    going = (unit for unit in _working(whole, Approach.INSIDE_OUT) if side_of(whole, unit) is not Side.IT)
    paths = ((unit, living(unit)) for unit in going)
    late = (unit for unit, steps in paths if any(step.layer for step in steps) and _is_late(steps))
    yield from of_units(whole, "inside_out_reaches_residents", late, "approach", more={"months": _MONTHS})


def outside_in_is_no_thin_front(whole: Whole) -> Iterator[Finding]:
    """Who works from the outside in couples the desk on screen to what lies behind it; said once for all."""
    yield from together(whole, "outside_in_is_no_thin_front", thin_fronts(whole), "coupling")


def top_down_knows_what_can_be_done(whole: Whole) -> Iterator[Finding]:
    """Who works from the top down has first looked how things stand, or what can be done; said once for all."""
    held = [
        one
        for one in whole.roadmap.of(Workshop)
        if one.kind in _FIRM and one.when.last is not None and one.when.last <= whole.today
    ]
    reached = reach(whole.roadmap, held)
    going = (unit for unit in _working(whole, Approach.TOP_DOWN) if any(one.status not in OVER for one in unit.steps))
    lacking = (unit for unit in going if not reached.holds(unit, whole.roadmap))
    yield from of_units(whole, "top_down_knows_what_can_be_done", lacking, "approach")


def bottom_up_follows_a_line(whole: Whole) -> Iterator[Finding]:
    """Who works from the bottom up belongs to a line of the strategy; said once for all."""
    reached = reach(whole.roadmap, whole.roadmap.of(StrategyLine), of_nobody=False)
    lacking = (unit for unit in _working(whole, Approach.BOTTOM_UP) if not reached.holds(unit, whole.roadmap))
    yield from of_units(whole, "bottom_up_follows_a_line", lacking, "approach")


def approaches_come_in_pairs(whole: Whole) -> Iterator[Finding]:
    """Of the ways of working that go together the programme has both, or none."""
    first: dict[Approach, Unit] = {}
    for unit in whole.present:
        for approach in unit.approach:
            first.setdefault(approach, unit)
    for pair in PAIRS:
        given = [one for one in pair if one in first]
        if len(given) == 1:
            missing = next(one for one in pair if one not in first)
            place = whole.unit(first[given[0]].id).place("approach")
            yield Finding("approaches_come_in_pairs", place, {"given": given[0], "missing": missing})


def thin_fronts(whole: Whole) -> tuple[Service, ...]:
    """Return the digital services that hang loose, of units that work from the outside in; in listed order.

    Not those for which an announced step is to come.
    """
    fronts = {unit.id for unit in _working(whole, Approach.OUTSIDE_IN)}
    ahead = {step.id for step in whole.announced}
    digital = (one for one in whole.roadmap.of(Service) if one.digital and one.coupling is Coupling.NONE)
    loose = [one for one in digital if ahead.isdisjoint(one.steps)]
    return tuple(one for one in loose if fronts and not fronts.isdisjoint(_owners(whole, one)))


def _owners(whole: Whole, service: Service) -> Iterator[str]:
    """Yield the ids of the units of a service, and of those above them."""
    for id_ in service.departments:
        unit = whole.roadmap.units[id_]
        yield from (one.id for one in (unit, *whole.roadmap.ancestors(unit)))


def _working(whole: Whole, approach: Approach) -> list[Unit]:
    return [unit for unit in whole.present if approach in unit.approach]


def _is_late(steps: Sequence[Step]) -> bool:
    """Tell whether residents notice nothing of a path until long after it has begun."""
    begun = min((step.when.first for step in steps if step.when.first), default=None)
    shown = [step.when.first for step in steps if step.layer is Layer.FRONT and step.when.first]
    return begun is not None and (not shown or min(shown) > add_months(begun, _MONTHS))


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    inside_out_reaches_residents,
    outside_in_is_no_thin_front,
    top_down_knows_what_can_be_done,
    bottom_up_follows_a_line,
    approaches_come_in_pairs,
)
