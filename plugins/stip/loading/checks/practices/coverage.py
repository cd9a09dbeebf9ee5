"""Coverage: everybody whom a change concerns has an answer, a training, an aid and somebody to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import framework
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model.coverage import Cell

_SOME = 20
"""More than a listing shows."""


def changes_are_covered(whole: Whole) -> Iterator[Finding]:
    """Every announced change has all parts for whom it concerns; said once a part.

    Without an adoption framework a part counts only once there is some of it: nobody has begun with the rest.
    """
    for part, holes in whole.coverage.holes.items():
        begun = framework(whole) or len(holes) < len(whole.coverage.cells)
        if holes and begun:
            titles = listing(_name(cell, whole) for cell in holes[:_SOME])
            values = {"count": len(holes), "titles": titles, "part": Word(f"problems.changes_are_covered.parts.{part}")}
            place = whole.step(holes[0].step).place()
            yield Finding("changes_are_covered", place, values, hint=f"covered_{part}")


def coverage_is_enough(whole: Whole) -> Iterator[Finding]:
    """The filled share of the coverage is what the site asks of itself."""
    least = whole.roadmap.adoption.coverage
    share = whole.coverage.share if least else None
    if share is not None and share < least:
        place = whole.declared.files.source.key_place(("adoption", "coverage"))
        yield Finding("coverage_is_enough", place, {"share": share, "lowest": least})


def _name(cell: Cell, whole: Whole) -> str:
    roadmap = whole.roadmap
    return f"'{roadmap.steps[cell.step].title}' ({roadmap.personas[cell.persona].name})"


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (changes_are_covered, coverage_is_enough)
