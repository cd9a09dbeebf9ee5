"""Find whose poster is asked for, and what a poster of it is called."""

from __future__ import annotations

from collections.abc import Mapping

from stip.loading.suggest import nearest
from stip.model import Roadmap
from stip.printing.order import Subject
from stip.problems import StipError
from stip.text.words import words_for

_MANY = 24


def unit_subject(roadmap: Roadmap, id: str) -> Subject:  # noqa: A002
    """Return the subject of a cluster, department or team; raises StipError with what was meant."""
    names = {unit.id: (unit.name, unit.label, *unit.aliases) for unit in roadmap.units.values()}
    return Subject("unit", _known(roadmap, id, names, "unit"))


def goal_subject(roadmap: Roadmap, id: str) -> Subject:  # noqa: A002
    """Return the subject of a goal; raises StipError with what was meant."""
    return Subject("goal", _known(roadmap, id, {goal.id: (goal.title,) for goal in roadmap.goals.values()}, "goal"))


def subject_name(roadmap: Roadmap, subject: Subject) -> str:
    """Return what the subject is called; empty for the whole organisation. Raises KeyError for an unknown id."""
    if subject.kind == "whole":
        return ""
    return roadmap.goals[subject.id].title if subject.kind == "goal" else roadmap.units[subject.id].label


def _known(roadmap: Roadmap, asked: str, names: Mapping[str, tuple[str, ...]], kind: str) -> str:
    """Return the id that is asked for; what was meant may be told by a name too."""
    if asked in names:
        return asked
    words = words_for(roadmap.settings.language)
    wanted = asked.casefold()
    near = next((key for key, own in names.items() if wanted in map(str.casefold, own)), None) or nearest(asked, names)
    told = words(f"orders.unknown_{kind}", id=asked)
    if near:
        told += " " + words("orders.did_you_mean", id=near)
    else:
        ids = ", ".join(list(names)[:_MANY]) + (" …" if len(names) > _MANY else "")
        told += " " + (words("orders.choose", ids=ids) if names else words(f"orders.no_{kind}s"))
    raise StipError(told)
