"""Gathered: what practices name, and what many steps lack, said once a department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.whole import listing
from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from stip.loading.checks.whole import Whole
    from stip.model import Practice, Step, Unit

Names = frozenset[tuple[str, str]]
"""What is named: (record, id)."""


def framework(whole: Whole) -> bool:
    """Tell whether the site has declared its adoption framework."""
    return whole.roadmap.settings.adoption is not None


def named(whole: Whole, *kinds: type[Practice]) -> Names:
    """Return all that practices of some kinds name."""
    return frozenset(
        key
        for key, practices in whole.roadmap.naming.items()
        if any(isinstance(practice, kinds) for practice in practices)
    )


def is_named(step: Step, names: Names) -> bool:
    """Tell whether a step, or one of its tools, is among what is named."""
    return ("step", step.id) in names or any(("tool", id_) in names for id_ in step.tools)


def unit_is_named(whole: Whole, unit: Unit, names: Names) -> bool:
    """Tell whether a unit, or one above it, is among what is named."""
    return any(("unit", one.id) in names for one in (unit, *whole.roadmap.ancestors(unit)))


def is_for_everyone(practice: Practice) -> bool:
    """Tell whether a practice names no department, step, persona or tool for which it is."""
    return not (practice.departments or practice.steps or practice.personas or getattr(practice, "tools", ()))


def quoted(titles: Iterable[str]) -> str:
    """Join titles in quotes, the first few only when they are many."""
    return listing(f"'{title}'" for title in titles)


def a_department(
    whole: Whole,
    rule: str,
    steps: Iterable[Step],
    more: Callable[[list[Step]], Mapping[str, object]] = lambda _: {},
) -> Iterator[Finding]:
    """Say of many steps that they break a rule, once a department; `more` gives values that only this rule has."""
    found: dict[str, list[Step]] = {}
    for step in steps:
        found.setdefault(whole.roadmap.unit_of[step.id].id, []).append(step)
    for id_, lacking in found.items():
        titles = quoted(step.title for step in lacking)
        values = {"name": whole.roadmap.units[id_].name, "count": len(lacking), "titles": titles}
        yield Finding(rule, whole.step(lacking[0].id).place(), {**values, **more(lacking)})
