"""Entries: practices in a few words, on the pages of what they name and of whom they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model.adopting import purpose_of
from stip.model.practices import Aid, Group, Practice, Rollout, Season, Session, TeamRole, Tool
from stip.pages.selection import steps_under
from stip.pages.timing import coming_and_past, is_past, next_period
from stip.pages.views.facts import chip_text, value_text
from stip.pages.views.items import LinkItem, family, when_text
from stip.pages.views.practices import title_of
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from stip.model import Roadmap, Unit
    from stip.model.practices.changing import Wave
    from stip.pages.links import Here

_EVERYWHERE = frozenset({Group.TRAIN, Group.HELPER})
"""The sorts of practices for everyone that stand on each department's and persona's page."""
_FEW = 6


@as_view
class Entry:
    """A practice in a few words, on the page of what it names."""

    title: str
    href: str
    note: str


@as_view
class EntryGroup:
    """What practices of one sort mean to a reader."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    more: LinkItem | None = None


def _is_gone(practice: Practice, today: dt.date) -> bool:
    """Tell whether a tool is no longer there: nobody works with it any more."""
    until = practice.until.last if isinstance(practice, Tool) and practice.until else None
    return until is not None and until < today


def entries(
    practices: Iterable[Practice],
    here: Here,
    most: int = _FEW,
    unit: Unit | None = None,
    others: Iterable[Practice] = (),
) -> tuple[EntryGroup, ...]:
    """Show practices in a few words, by what they mean to who reads (`unit`: who works there); those to come first.

    `others` are for everyone: they follow those that name who reads.
    """
    words, context = here.context.words, here.context
    listed: dict[Group, dict[int, Practice]] = {}
    named = tuple(practices)
    for one in (*named, *others):
        if not _is_gone(one, context.today):
            listed.setdefault(group_of(one), {})[id(one)] = one
    known = {id(one) for one in named}
    found = []
    for group in Group:
        if group not in listed:
            continue
        own, general = (
            coming_and_past([one for key, one in listed[group].items() if (key in known) is mine], context.today)
            for mine in (True, False)
        )
        ordered = (*own[0], *general[0], *own[1], *general[1])
        ordered = tuple(sorted(ordered, key=_weight))
        rest = len(ordered) - most
        page = context.addresses.topics[ordered[0].topic]
        more = LinkItem(words("site.practice.more", count=rest), here.to(page)) if rest > 0 else None
        shown = tuple(entry(one, here, unit) for one in ordered[:most])
        found.append(EntryGroup(group, words(f"site.group.{group}"), shown, more))
    return tuple(found)


def _weight(practice: Practice) -> int:
    """Put first what is about who reads: whose turn it is, who does the work; last what only says when it is busy."""
    if isinstance(practice, Rollout | TeamRole):
        return 0
    return 2 if isinstance(practice, Season) else 1


def group_of(practice: Practice) -> Group:
    """Return what a practice is to whom it concerns: an aid or a session by its purpose, others by their kind."""
    purpose = purpose_of(practice) if isinstance(practice, Aid | Session) else None
    return Group(purpose.value) if purpose else practice.group


def entry(practice: Practice, here: Here, unit: Unit | None = None) -> Entry:
    """Show a practice in a few words: what it is where its heading does not say so, and when (a unit: its own wave)."""
    words, today = here.context.words, here.context.today
    if isinstance(practice, Rollout) and unit and (wave := _wave(practice, unit, here)):
        text = words("site.practice.turn", when=when_text(wave.when, words))
        return Entry(title_of(practice, here), here.practice(practice), text)
    when, key = next_period(practice, today), "was" if is_past(practice, today) else "when"
    note = [_sort(practice, here)]
    note += [words(f"site.practice.{key}", when=when_text(when, words))] if when else []
    text = " · ".join(filter(None, note))
    return Entry(title_of(practice, here), here.practice(practice), text[:1].upper() + text[1:])


def _wave(rollout: Rollout, unit: Unit, here: Here) -> Wave | None:
    """Return the wave in which a unit starts: one that names it, or the nearest unit above it."""
    for one in (unit, *here.context.roadmap.ancestors(unit)):
        for wave in rollout.waves:
            if one.id in wave.departments:
                return wave
    return None


def _sort(practice: Practice, here: Here) -> str:
    """Return what sort of thing a practice is: by its chip, a tool with what to use instead, else as its kind says."""
    words = here.context.words
    label_key = f"practices.{practice.record}.label"
    if isinstance(practice, Tool):
        other = here.context.roadmap.practice.get(("tool", practice.alternative or practice.successor or ""))
        status = value_text(practice, "status", practice.status, words)
        return words("site.practice.instead", status=status, title=other.title) if other else status
    if practice.chip:
        return chip_text(practice, words)
    return words(label_key) if label_key in words else ""


def naming_unit(unit: Unit, here: Here) -> tuple[Practice, ...]:
    """Return the practices that name a unit, one above or below it, or one of its steps: each once."""
    roadmap = here.context.roadmap
    keys = [("unit", one.id) for one in family(unit, roadmap)]
    keys += [("step", step.id) for step in steps_under(unit, roadmap)]
    return _once(keys, roadmap)


def for_persona(persona_id: str, here: Here) -> tuple[Practice, ...]:
    """Return the practices that are for a persona."""
    return here.context.roadmap.for_persona.get(persona_id, ())


def for_everyone(here: Here) -> tuple[Practice, ...]:
    """Return how everyone learns and is helped: what names no department and no persona."""
    return tuple(one for one in here.context.roadmap.for_everyone if one.group in _EVERYWHERE)


def naming(kind: str, id_: str, here: Here) -> tuple[Practice, ...]:
    """Return the practices that name one thing."""
    return here.context.roadmap.naming.get((kind, id_), ())


def _once(keys: Iterable[tuple[str, str]], roadmap: Roadmap) -> tuple[Practice, ...]:
    found = {(one.record, one.id): one for key in keys for one in roadmap.naming.get(key, ())}
    return tuple(found[key] for key in sorted(found, key=roadmap.listed.__getitem__))
