"""News of what changed, in words: from one edition to the next and since the newest, of all and of a department."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.pages.addresses import feed_path
from stip.pages.context import Context
from stip.pages.history import told_under
from stip.pages.views.changed import goal_sentence, step_sentence, unit_sentence, whole_sentence
from stip.pages.views.edition import counted
from stip.pages.views.gathering import told_neutrally

if TYPE_CHECKING:
    from stip.editions import Edition
    from stip.model import Roadmap
    from stip.pages.history import Stretch
    from stip.text.words import Words

_NAMES = 12
"""So many departments are named in the news of everything."""


@dataclass(frozen=True)
class Piece:
    """What changed between two moments, as text; `page` is the path of the page that tells more."""

    id: str
    title: str
    day: dt.date
    text: str
    page: str


@dataclass(frozen=True)
class News:
    """Pieces that belong together, oldest first: where their feed is published, and the page that it belongs to."""

    name: str
    title: str
    path: str
    page: str
    pieces: tuple[Piece, ...]


def change_news(roadmap: Roadmap, editions: tuple[Edition, ...], *, directory_urls: bool) -> Iterator[News]:
    """Yield the news of everything, and of each department that has any; none without editions, oldest first.

    A piece has the name of the edition that it begins with: while that is the newest it grows, and keeps its place.
    """
    context = Context.of(roadmap, directory_urls=directory_urls, editions=editions)
    stretches = tuple(reversed(context.history.stretches))
    if not stretches:
        return
    words, addresses, name = told_neutrally(context.words.language), context.addresses, roadmap.mission.programme.name
    there = addresses.changes in context.paths
    page = addresses.changes if there else addresses.edition(stretches[-1].old.name)
    pieces = tuple(
        Piece(
            id=f"changes/{one.old.name}",
            title=_title(one, words),
            day=one.new.date,
            text="\n".join(_everything(one, roadmap, words)),
            page=addresses.changes if there else addresses.edition(one.old.name),
        )
        for one in stretches
    )
    yield News("changes", words("exports.changes", programme=name), addresses.changes_feed, page, pieces)
    told = [(one, _by_unit(one, words)) for one in stretches]
    for unit in roadmap.units.values():
        own = addresses.unit(unit.id)
        under = (unit.id, *(below.id for below in roadmap.below(unit)))
        lines = [(one, tuple(itertools.chain(*(by_unit.get(key, ()) for key in under)))) for one, by_unit in told]
        parts = tuple(
            Piece(f"changes/{one.old.name}/{unit.id}", _title(one, words), one.new.date, "\n".join(texts), own)
            for one, texts in lines
            if texts
        )
        if parts:
            title = words("exports.changes_of", programme=name, name=unit.name)
            yield News(f"changes-of/{unit.id}", title, feed_path(own), own, parts)


def _title(one: Stretch, words: Words) -> str:
    """Say from when until when: what is not an edition yet has no name."""
    if not one.new.name:
        return words("edition.title", name=one.old.name)
    return words("exports.changed", old=one.old.name, new=one.new.name)


def _everything(one: Stretch, roadmap: Roadmap, words: Words) -> Iterator[str]:
    """Say how much changed of each kind, what changed for everyone, and of which departments."""
    yield from counted(one.changes, words)
    yield from (whole_sentence(change, one.old, one.new, words) for change in one.changes.whole)
    yield from (goal_sentence(change, words) for change in one.changes.goals)
    names = {unit.id: unit.name for unit in (*one.old.units, *one.new.units)}
    changed = {change.unit for change in one.changes.steps} | {change.unit.id for change in one.changes.units}
    heads = {roadmap.path_head(roadmap.units[key]).id if key in roadmap.units else key for key in changed}
    listed = sorted(names.get(key, key) for key in heads)
    more = ", …" if len(listed) > _NAMES else ""
    if listed:
        yield words("exports.changed_of", names=", ".join(listed[:_NAMES]) + more)


def _by_unit(one: Stretch, words: Words) -> Mapping[str, tuple[str, ...]]:
    """Return what happened to each unit and its steps, by its id."""
    found: dict[str, list[str]] = {}
    for change in one.changes.units:
        found.setdefault(change.unit.id, []).append(unit_sentence(change, one.old, one.new, words))
    for step in one.changes.steps:
        sentence = step_sentence(step, one.old, one.new, words)
        for unit in dict.fromkeys(told_under(step, one.old)):
            found.setdefault(unit, []).append(f"{step.step.title}: {sentence}")
    return {unit: tuple(texts) for unit, texts in found.items()}
