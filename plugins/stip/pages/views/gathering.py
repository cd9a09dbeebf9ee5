"""Gathering: a stretch of time as it is shown, by department, in the words of paper or in those of the site."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from stip.editions import StepChange, StepChangeKind
from stip.pages.history import MARKED, Stretch
from stip.pages.views.changed import goal_sentence, step_sentence, unit_sentence, whole_sentence
from stip.pages.views.items import LinkItem
from stip.pages.views.view import as_view
from stip.text.words import Words, words_for

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class ChangedStep:
    """A step, its status, the team whose it is, and what happened to it; one that is gone leads nowhere."""

    link: LinkItem
    status: str
    team: str
    sentences: tuple[str, ...]
    mark: StepChangeKind | None = None
    """Which mark it carries, when it is new or stands elsewhere."""


@as_view
class ChangedUnit:
    """A department, what happened to it, and to its steps and those of its teams."""

    id: str
    link: LinkItem
    number: int | None
    count: str
    sentences: tuple[str, ...]
    steps: tuple[ChangedStep, ...]
    anchor: str = ""
    """Its place on a page that tells of more than one stretch of time."""


@functools.cache
def told_neutrally(language: str) -> Words:
    """Return the catalogue in which a change is told from then to now, not from paper to now."""
    words, prefix = words_for(language), "changes.said."
    said = {key.removeprefix(prefix): text for key, text in words.entries.items() if key.startswith(prefix)}
    return Words(language, {**words.entries, **{f"edition.{key}": text for key, text in said.items()}})


def shared(stretch: Stretch, words: Words) -> tuple[str, ...]:
    """Tell what happened to what everybody shares."""
    changes, old, new = stretch.changes, stretch.old, stretch.new
    return (
        *(whole_sentence(change, old, new, words) for change in changes.whole),
        *(goal_sentence(change, words) for change in changes.goals),
    )


def changed_units(stretch: Stretch, here: Here, words: Words) -> tuple[ChangedUnit, ...]:
    """Return the departments with changes, by number; those without one, and those that are gone, come last."""
    found = [changed_unit(head, stretch, here, words) for head in stretch.heads]
    return tuple(sorted(found, key=lambda unit: (unit.number is None, unit.number or 0, unit.link.text)))


def changed_unit(head: str, stretch: Stretch, here: Here, words: Words) -> ChangedUnit:
    """Return a department with what happened to it in a stretch of time."""
    roadmap = here.context.roadmap
    units, steps = stretch.units.get(head, ()), stretch.steps.get(head, ())
    known = roadmap.units.get(head)
    return ChangedUnit(
        id=head,
        link=LinkItem(known.name, here.unit(known)) if known else LinkItem(stretch.names.get(head, head)),
        number=roadmap.number(known) if known else None,
        count=words("edition.changes", count=len(units) + len(steps)),
        sentences=tuple(unit_sentence(change, stretch.old, stretch.new, words) for change in units),
        steps=tuple(changed_step(changes, stretch, here, words, head) for changes in steps),
    )


def changed_step(
    changes: tuple[StepChange, ...], stretch: Stretch, here: Here, words: Words, head: str = ""
) -> ChangedStep:
    """Return a step with all that happened to it; its team is named unless that is `head`, or the step left it."""
    first, step = changes[0], changes[0].step
    left = all(change.kind is StepChangeKind.OTHER_UNIT for change in changes)
    known = here.context.roadmap.steps.get(step.id)
    return ChangedStep(
        link=LinkItem(step.title, here.step(known) if known else ""),
        status=step.status,
        team="" if left or first.unit == head else stretch.names[first.unit],
        sentences=tuple(step_sentence(change, stretch.old, stretch.new, words) for change in changes),
        mark=next((change.kind for change in changes if change.kind in MARKED), None),
    )
