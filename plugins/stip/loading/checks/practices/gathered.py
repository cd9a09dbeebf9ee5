"""Gathered: what practices name, and what many of them, of the steps or of the units lack, said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.whole import listing
from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from stip.loading.checks.whole import Whole
    from stip.model import Practice, Step, Unit
    from stip.model.practices import Side
    from stip.problems import Place

Names = frozenset[tuple[str, str]]
"""What is named: (record, id)."""


def framework(whole: Whole) -> bool:
    """Tell whether the site has declared its adoption framework."""
    return whole.roadmap.settings.adoption is not None


def framework_place(whole: Whole) -> Place:
    """Return where the site declares its adoption framework: the place of what it asks for and nobody declared."""
    return whole.declared.files.source.key_place(("adoption",))


def mission_place(whole: Whole, *path: str | int) -> Place:
    """Return the place of a key in the file with the mission."""
    mission = whole.declared.pages.mission
    assert mission is not None
    return mission.source.key_place(path)


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


def side_of(whole: Whole, unit: Unit) -> Side | None:
    """Return the side of a unit: its own, else that of the nearest unit above that tells."""
    return next((one.side for one in (unit, *whole.roadmap.ancestors(unit)) if one.side), None)


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


def together(whole: Whole, rule: str, lacking: Iterable[Practice], *path: str) -> Iterator[Finding]:
    """Say of many practices that they break a rule, once, at the first of them (or a key of it)."""
    if found := list(lacking):
        titles = quoted(practice.title for practice in found)
        yield Finding(rule, whole.practice(found[0]).place(*path), {"count": len(found), "titles": titles})


def of_units(
    whole: Whole, rule: str, lacking: Iterable[Unit], *path: str, more: Mapping[str, object] | None = None
) -> Iterator[Finding]:
    """Say of many units that they break a rule, once, at the first of them; `more` are values only this rule has."""
    if found := list(lacking):
        values = {"count": len(found), "names": listing(unit.name for unit in found), **(more or {})}
        yield Finding(rule, whole.unit(found[0].id).place(*path), values)
