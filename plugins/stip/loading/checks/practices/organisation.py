"""Organisation: a weak side has a step, and who looks for partners judges them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import named, of_units, together, unit_is_named
from stip.model.practices import Candidate, Trait, TraitSide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.loading.findings import Finding

_CRITERIA = ("size", "suppliers", "culture", "governance")


def weak_sides_have_a_step(whole: Whole) -> Iterator[Finding]:
    """Something is done about what the organisation is not good at; said once."""
    weak = (trait for trait in whole.roadmap.of(Trait) if trait.side is TraitSide.WEAKNESS)
    yield from together(whole, "weak_sides_have_a_step", (trait for trait in weak if not trait.steps))


def candidates_are_judged(whole: Whole) -> Iterator[Finding]:
    """Of an organisation with which ours could join it is known how well it fits; said once."""
    blank = (one for one in whole.roadmap.of(Candidate) if all(getattr(one, key) is None for key in _CRITERIA))
    yield from together(whole, "candidates_are_judged", blank)


def partners_are_candidates(whole: Whole) -> Iterator[Finding]:
    """For a unit that looks for partners, candidates are compared; said once."""
    candidates = whole.roadmap.of(Candidate)
    if any(not one.departments for one in candidates):
        return  # one that names no unit is one for all
    compared = named(whole, Candidate)
    looking = (unit for unit in whole.present if unit.partners and any(one.route == 0 for one in unit.routes))
    lacking = (unit for unit in looking if not unit_is_named(whole, unit, compared))
    yield from of_units(whole, "partners_are_candidates", lacking, "partners")


STEERING_CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    weak_sides_have_a_step,
    candidates_are_judged,
    partners_are_candidates,
)
