"""The page of an edition, where the code on a print leads: what has changed since, department by department."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.editions import Changes, Edition, StepChange, StepChangeKind, UnitChange, difference
from stip.pages.selection import heads
from stip.pages.views.changed import goal_sentence, step_sentence, unit_sentence, whole_sentence
from stip.pages.views.items import LinkItem
from stip.pages.views.layout import Frame, frame
from stip.text.dates import day_text

if TYPE_CHECKING:
    from stip.pages.links import Here
    from stip.text.words import Words


@dataclass(frozen=True)
class ChangedStep:
    """A step, its status, the team whose it is, and what happened to it; one that is gone leads nowhere."""

    link: LinkItem
    status: str
    team: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class ChangedUnit:
    """A department, what happened to it, and to its steps and those of its teams."""

    id: str
    link: LinkItem
    number: int | None
    count: str
    sentences: tuple[str, ...]
    steps: tuple[ChangedStep, ...]


@dataclass(frozen=True)
class EditionView:
    """All that the page shows."""

    frame: Frame
    heading: str
    lead: str
    changed: bool
    counts: tuple[str, ...]
    shared: tuple[str, ...]
    units: tuple[ChangedUnit, ...]
    same: tuple[tuple[str, LinkItem], ...]
    """The departments to which nothing happened: id and link."""
    places: tuple[str, ...]
    others: tuple[LinkItem, ...]
    newest: LinkItem | None


def edition_view(old: Edition, new: Edition, here: Here) -> EditionView:
    """Gather the page of edition `old`; `new` is a snapshot of the roadmap as it is."""
    context, words = here.context, here.context.words
    changes = difference(old, new)
    units = _Gathering(old, new, changes, here).units()
    told = {unit.id for unit in units}
    poster = context.addresses.poster
    newest = LinkItem(words("edition.newest"), here.to(poster)) if poster in context.paths else None
    values = {"name": old.name, "date": day_text(old.date, words), "today": day_text(context.today, words)}
    return EditionView(
        frame=frame(
            here,
            words("edition.title", **values),
            words("edition.description", **values),
            *([LinkItem(words("prints.title"), newest.href)] if newest else []),
        ),
        heading=words("edition.heading" if changes else "edition.heading_same", **values),
        lead=words("edition.lead", **values),
        changed=bool(changes),
        counts=counted(changes, words),
        shared=(
            *(whole_sentence(change, old, new, words) for change in changes.whole),
            *(goal_sentence(change, words) for change in changes.goals),
        ),
        units=units,
        same=tuple((unit.id, LinkItem(unit.name, here.unit(unit))) for unit in heads(context) if unit.id not in told),
        places=tuple(one.place for one in context.roadmap.settings.prints if one.edition == old.name),
        others=edition_links(here, besides=old.name),
        newest=newest,
    )


def counted(changes: Changes, words: Words) -> tuple[str, ...]:
    """Say how many steps there are of each kind of change, and how much else changed."""
    counts = {kind.value: len(changes.of(kind)) for kind in StepChangeKind}
    counts["rest"] = len(changes.units) + len(changes.goals) + len(changes.whole)
    return tuple(words(f"edition.count.{kind}", count=count) for kind, count in counts.items() if count)


def edition_links(here: Here, besides: str = "") -> tuple[LinkItem, ...]:
    """Link to what has changed since each edition, newest first."""
    context, words = here.context, here.context.words
    return tuple(
        LinkItem(
            words("edition.other", name=edition.name, date=day_text(edition.date, words)),
            here.to(context.addresses.edition(edition.name)),
        )
        for edition in reversed(context.editions)
        if edition.name != besides
    )


@dataclass(frozen=True)
class _Gathering:
    """Brings what changed together by department."""

    old: Edition
    new: Edition
    changes: Changes
    here: Here

    def units(self) -> tuple[ChangedUnit, ...]:
        """Return the departments with changes, by number; those without one, and those that are gone, come last."""
        steps: dict[str, dict[str, list[StepChange]]] = {}
        for step in self.changes.steps:
            steps.setdefault(self._head(step.unit), {}).setdefault(step.step.id, []).append(step)
        units: dict[str, list[UnitChange]] = {}
        for unit in self.changes.units:
            units.setdefault(self._head(unit.unit.id), []).append(unit)
        found = [self._unit(head, units.get(head, []), steps.get(head, {})) for head in {**steps, **units}]
        return tuple(sorted(found, key=lambda unit: (unit.number is None, unit.number or 0, unit.link.text)))

    def _unit(self, head: str, units: list[UnitChange], steps: dict[str, list[StepChange]]) -> ChangedUnit:
        words, roadmap = self.here.context.words, self.here.context.roadmap
        known = roadmap.units.get(head)
        gone = next((unit for unit in self.old.units if unit.id == head), None)
        name = known.name if known else gone.name if gone else head
        told = sorted(steps.values(), key=lambda step: step[0].unit != head)
        return ChangedUnit(
            id=head,
            link=LinkItem(name, self.here.unit(known) if known else ""),
            number=roadmap.number(known) if known else None,
            count=words("edition.changes", count=len(units) + len(steps)),
            sentences=tuple(unit_sentence(change, self.old, self.new, words) for change in units),
            steps=tuple(self._step(step, head) for step in told),
        )

    def _step(self, changes: list[StepChange], head: str) -> ChangedStep:
        words, steps = self.here.context.words, self.here.context.roadmap.steps
        first, step = changes[0], changes[0].step
        known = steps.get(step.id)
        units = {unit.id: unit.name for unit in (*self.old.units, *self.new.units)}
        return ChangedStep(
            link=LinkItem(step.title, self.here.step(known) if known else ""),
            status=step.status,
            team="" if first.unit == head else units[first.unit],
            sentences=tuple(step_sentence(change, self.old, self.new, words) for change in changes),
        )

    def _head(self, unit: str) -> str:
        """Return the department under which a unit is told: as it is now, else as it was."""
        roadmap = self.here.context.roadmap
        above = {frozen.id: frozen.part_of for frozen in self.old.units}
        seen = {unit}
        while unit not in roadmap.units and (parent := above.get(unit)) and parent not in seen:
            unit = parent
            seen.add(unit)
        return roadmap.path_head(roadmap.units[unit]).id if unit in roadmap.units else unit
