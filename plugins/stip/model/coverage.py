"""Coverage: for every change and everybody whom it concerns, what there is already to come along, and what is not."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from stip.model.adopting import purpose_of
from stip.model.practices import Aid, Ambassador, Download, HelpOffer, Practice, Purpose, Session, SessionKind, Training
from stip.model.steps import ANNOUNCED

if TYPE_CHECKING:
    from stip.model.people import Question
    from stip.model.roadmap import Roadmap
    from stip.model.steps import Step
    from stip.model.units import Unit

_EVERYONE = ""


class Part(enum.StrEnum):
    """What everybody needs with every change: an answer, a way to learn it, something at hand, somebody to ask."""

    ANSWER = "answer"
    TRAINING = "training"
    AID = "aid"
    AMBASSADOR = "ambassador"


_KINDS: Mapping[Part, tuple[type[Practice], ...]] = {
    Part.TRAINING: (Training,),
    Part.AID: (Aid, Download, Session),
    Part.AMBASSADOR: (Ambassador, HelpOffer),
}


@dataclass(frozen=True)
class Cell:
    """One change for one sort of colleague: the parts and the phases of adoption work that there are."""

    step: str
    unit: str
    persona: str
    parts: frozenset[Part]
    phases: frozenset[Purpose]


@dataclass(frozen=True)
class Coverage:
    """The matrix of announced steps and the personas that they name, in listed order."""

    cells: tuple[Cell, ...]

    @property
    def share(self) -> int | None:
        """The filled share of all parts in whole percents, rounded down, so that 100 means all; None without cells."""
        filled = sum(len(cell.parts) for cell in self.cells)
        return filled * 100 // (len(self.cells) * len(Part)) if self.cells else None

    @cached_property
    def holes(self) -> Mapping[Part, tuple[Cell, ...]]:
        """The cells that lack a part, by part; every part is there."""
        return {part: tuple(cell for cell in self.cells if part not in cell.parts) for part in Part}

    @cached_property
    def phase_holes(self) -> Mapping[Purpose, tuple[Cell, ...]]:
        """The cells that lack a phase, by phase; every phase is there."""
        return {phase: tuple(cell for cell in self.cells if phase not in cell.phases) for phase in Purpose}

    @cached_property
    def by_unit(self) -> Mapping[str, Coverage]:
        """The same for every unit alone that has cells, by its id: the unit of the step, not those above it."""
        found: dict[str, list[Cell]] = {}
        for cell in self.cells:
            found.setdefault(cell.unit, []).append(cell)
        return {unit: Coverage(tuple(cells)) for unit, cells in found.items()}


@dataclass
class _Reach:
    """Whom one sort of practice reaches: the personas per step, per unit, and everywhere ('' is everyone)."""

    steps: dict[str, set[str]] = field(default_factory=dict)
    units: dict[str, set[str]] = field(default_factory=dict)
    everywhere: set[str] = field(default_factory=set)

    def add(self, practice: Practice) -> None:
        personas = practice.personas or (_EVERYONE,)
        if practice.steps:
            _note(self.steps, practice.steps, personas)
        elif practice.departments:
            _note(self.units, practice.departments, personas)
        else:
            self.everywhere.update(personas)

    def within(self, units: Iterable[str]) -> set[str]:
        """Return whom it reaches in a unit, given that unit and those above it."""
        return self.everywhere.union(*(self.units.get(unit, ()) for unit in units))


def reckon_coverage(roadmap: Roadmap) -> Coverage:
    """Reckon what there is for every announced step and every persona that it names.

    A practice counts for a step when it names it; or names no step, but the step's unit or one above it; or names
    neither steps nor departments. And it names the persona, or no persona. What is over counts no more, and a session
    for pleasure explains nothing. An answer is a benefit (of the persona, or of everyone) with a why; or a question
    about the step, or about the persona in the step's department.
    """
    reach = _reaches(roadmap.practices, roadmap.settings.updated)
    answers = _Answers(roadmap.questions.values())
    cells: list[Cell] = []
    for unit in roadmap.units.values():
        steps = [step for step in unit.steps if step.status in ANNOUNCED and step.personas]
        if steps:
            around = [unit.id, *(above.id for above in roadmap.ancestors(unit))]
            within = {sort: found.within(around) for sort, found in reach.items()}
            cells += (cell for step in steps for cell in _cells(step, unit, around, reach, within, answers))
    return Coverage(tuple(cells))


def _cells(
    step: Step,
    unit: Unit,
    around: list[str],
    reach: Mapping[Part | Purpose, _Reach],
    within: Mapping[Part | Purpose, set[str]],
    answers: _Answers,
) -> Iterator[Cell]:
    reached = [(sort, reach[sort].steps.get(step.id, set()), within[sort]) for sort in reach]
    for persona in dict.fromkeys(step.personas):
        found = {
            sort
            for sort, of_step, of_unit in reached
            if persona in of_step or persona in of_unit or _EVERYONE in of_step or _EVERYONE in of_unit
        }
        parts = {sort for sort in found if isinstance(sort, Part)}
        if answers.answer(step, persona, around):
            parts.add(Part.ANSWER)
        phases = frozenset(sort for sort in found if isinstance(sort, Purpose))
        yield Cell(step.id, unit.id, persona, frozenset(parts), phases)


def _reaches(practices: Iterable[Practice], today: dt.date) -> Mapping[Part | Purpose, _Reach]:
    """Index the practices once, by part and by phase, so that no step has to pass by all of them."""
    reach: dict[Part | Purpose, _Reach] = {sort: _Reach() for sort in (*_KINDS, *Purpose)}
    for practice in practices:
        if practice.is_over(today):
            continue
        for part, kinds in _KINDS.items():
            if isinstance(practice, kinds) and not _is_party(practice):
                reach[part].add(practice)
        if (phase := purpose_of(practice)) is not None:
            reach[phase].add(practice)
    return reach


def _is_party(practice: Practice) -> bool:
    return isinstance(practice, Session) and practice.kind is SessionKind.LEISURE


class _Answers:
    """The questions by what they are about, as (step, persona) and (unit, persona); '' is everyone."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self.steps: dict[str, set[str]] = {}
        self.units: dict[str, set[str]] = {}
        for question in questions:
            _note(self.steps, question.steps, question.personas or (_EVERYONE,))
            _note(self.units, question.departments, question.personas)

    def answer(self, step: Step, persona: str, around: list[str]) -> bool:
        """Tell whether somebody can read what a step means for them."""
        benefits = step.benefits
        if step.why and (persona in benefits or _EVERYONE in benefits):
            return True
        asked = self.steps.get(step.id, set())
        return persona in asked or _EVERYONE in asked or any(persona in self.units.get(unit, ()) for unit in around)


def _note(found: dict[str, set[str]], names: Iterable[str], personas: Iterable[str]) -> None:
    for name in names:
        found.setdefault(name, set()).update(personas)
