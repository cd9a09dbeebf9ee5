"""Adopting: which of the three kinds of adoption work people get for each step."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stip.model.base import names_in
from stip.model.practices import (
    Aid,
    Ambassador,
    Celebration,
    Download,
    HelpOffer,
    LearningGoal,
    Practice,
    Purpose,
    Session,
    SessionKind,
    Training,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stip.model.roadmap import Roadmap

_OF_CLASS: Mapping[type[Practice], Purpose] = {
    Download: Purpose.INFORM,
    Training: Purpose.TRAIN,
    HelpOffer: Purpose.TRAIN,
    LearningGoal: Purpose.TRAIN,
    Celebration: Purpose.STIMULATE,
    Ambassador: Purpose.STIMULATE,
}
_OF_SESSION: Mapping[SessionKind, Purpose] = {
    SessionKind.INFORMATION: Purpose.INFORM,
    SessionKind.EXPERIENCE: Purpose.INFORM,
    SessionKind.WORKSHOP: Purpose.STIMULATE,
    SessionKind.TALK: Purpose.STIMULATE,
    SessionKind.LEISURE: Purpose.STIMULATE,
}


def purpose_of(practice: Practice) -> Purpose | None:
    """Return which of the three kinds of adoption work a practice is; None for what is no such work."""
    if isinstance(practice, Aid):
        return practice.purpose
    if isinstance(practice, Session):
        return _OF_SESSION[practice.kind]
    return _OF_CLASS.get(type(practice))


def adoption_kinds(roadmap: Roadmap) -> Mapping[str, frozenset[Purpose]]:
    """Return the kinds of adoption work that there are for each step, by step id.

    Work counts for the steps that it names. When it names none, it counts for all steps of the units that it names
    and of the units in them; when it names no unit and no persona either, for every step. What is over counts no more.
    """
    found: defaultdict[tuple[str, str], set[Purpose]] = defaultdict(set)
    for practice in roadmap.practices:
        purpose = purpose_of(practice)
        if purpose is not None and not practice.is_over(roadmap.settings.updated):
            for reach in _reach(practice):
                found[reach].add(purpose)
    kinds: dict[str, frozenset[Purpose]] = {}
    for unit in roadmap.units.values():
        above = [_EVERYWHERE, *(("unit", one.id) for one in (unit, *roadmap.ancestors(unit)))]
        shared = frozenset().union(*(found.get(reach, ()) for reach in above))
        kinds.update((step.id, shared.union(found.get(("step", step.id), ()))) for step in unit.steps)
    return kinds


_EVERYWHERE = ("", "")


def _reach(practice: Practice) -> list[tuple[str, str]]:
    """Return the steps for which a practice counts, else the units, else everywhere; nothing for personas alone."""
    named = set(names_in(practice))
    for wanted in ("step", "unit"):
        found = [(kind, id_) for kind, id_ in named if kind == wanted]
        if found:
            return found
    return [] if any(kind == "persona" for kind, _ in named) else [_EVERYWHERE]
