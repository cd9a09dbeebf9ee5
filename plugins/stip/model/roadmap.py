"""The roadmap: everything that was declared, as one value with its look-ups."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import Field

from stip.model.adoption import Adoption
from stip.model.base import Address, Audience, Record, Texts, Whole, names_in
from stip.model.people import Glossary, Persona, Question
from stip.model.practices.base import Practice
from stip.model.prints import Print
from stip.model.programme import Goal, Mission
from stip.model.steps import Step
from stip.model.units import Contact, Unit
from stip.periods import Day, Period
from stip.problems import Place

P = TypeVar("P", bound=Practice)

COLOURS = 12
"""Path colours there are; a thirteenth path reuses one with its own number."""


class Bands(Record, audience=Audience.STAFF):
    """How many months after `updated` the bands now and soon last."""

    record: ClassVar[str] = "bands"
    now: Annotated[Whole, Field(ge=1, le=120)] = 6
    soon: Annotated[Whole, Field(ge=2, le=240)] = 24


class AccessibilityStatus(enum.StrEnum):
    """The status of the organisation's own accessibility statement, as the public register uses it."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class Accessibility(Record, audience=Audience.STAFF):
    """Where the accessibility statement stands; the site never claims conformity by itself."""

    record: ClassVar[str] = "accessibility"
    status: AccessibilityStatus | None = None
    statement: Address | None = None
    date: Period | None = None
    contact: Contact | None = None


class Size(enum.StrEnum):
    """How large an organisation is."""

    SMALL = "small"
    MIDDLE = "middle"
    LARGE = "large"


_SMALL, _LARGE = 30_000, 100_000
"""Under and from how many inhabitants a municipality counts as small and as large, when it does not say so itself."""


class Organisation(Record, audience=Audience.STAFF):
    """How large the municipality is."""

    record: ClassVar[str] = "organisation"
    inhabitants: Annotated[Whole, Field(ge=1, le=10_000_000)]
    size: Size | None = None

    @property
    def reckoned(self) -> Size:
        """Its size as it says, else by its inhabitants."""
        if self.size:
            return self.size
        return Size.SMALL if self.inhabitants < _SMALL else Size.LARGE if self.inhabitants >= _LARGE else Size.MIDDLE


class Weight(enum.StrEnum):
    """How bad a site finds what a check finds."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    IGNORE = "ignore"


class Settings(Record, audience=Audience.STAFF):
    """The top level of roadmap.yaml, without its departments and its lists of practices."""

    record: ClassVar[str] = "settings"
    version: Literal[1]
    language: Literal["nl", "en"]
    updated: Day
    start: Period
    address: Address | None = None
    bands: Bands = Bands()
    accessibility: Accessibility | None = None
    organisation: Organisation | None = None
    include: Texts = ()
    include_steering: Texts = ()
    prints: tuple[Print, ...] = ()
    adoption: Adoption | None = None
    checks: dict[str, Weight] = Field(default_factory=dict)

    @property
    def root(self) -> str:
        """The address of the site up to and including its last slash; empty when it declares none of its own."""
        address = self.address or ""
        return address.rstrip("/") + "/" if address.startswith(("http://", "https://")) else ""


class Included(Record, audience=Audience.STAFF):
    """The top level of an included file, without its lists of practices."""

    record: ClassVar[str] = "included"
    departments: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class Document:
    """A Markdown file that people write: its slash path in the content folder, and its text."""

    path: str
    body: str


@dataclass(frozen=True)
class Roadmap:
    """All that was declared, in listed order; ids are the keys of the mappings.

    `numbers` gives every living unit without a living parent path its number (colour = (number - 1) mod 12);
    `places` tells where a record stands, keyed by (record kind, id).
    """

    settings: Settings
    mission: Mission
    mission_page: Document
    units: Mapping[str, Unit]
    personas: Mapping[str, Persona]
    persona_pages: Mapping[str, Document]
    questions: Mapping[str, Question]
    question_pages: Mapping[str, Document]
    practices: tuple[Practice, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    glossary_page: Document | None = None
    sizes: Mapping[str, int] = field(default_factory=dict)
    """The sizes of the documents that the site offers itself, in bytes, by their address in the content folder."""
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    audience: Audience = Audience.STAFF
    """For whom it was loaded."""

    def of(self, kind: type[P]) -> tuple[P, ...]:
        """Return the practices of one kind, in listed order."""
        return self._by_kind.get(kind, ())  # type: ignore[return-value]

    @cached_property
    def _by_kind(self) -> Mapping[type[Practice], tuple[Practice, ...]]:
        found: dict[type[Practice], list[Practice]] = {}
        for practice in self.practices:
            found.setdefault(type(practice), []).append(practice)
        return {kind: tuple(listed) for kind, listed in found.items()}

    @cached_property
    def practice(self) -> Mapping[tuple[str, str], Practice]:
        """Every practice by (record, id)."""
        return {(practice.record, practice.id): practice for practice in self.practices}

    @cached_property
    def listed(self) -> Mapping[tuple[str, str], int]:
        """The place of every practice in listed order, by (record, id)."""
        return {key: place for place, key in enumerate(self.practice)}

    @cached_property
    def naming(self) -> Mapping[tuple[str, str], tuple[Practice, ...]]:
        """The practices that name a thing, anywhere inside, by its (record, id): each once, in listed order."""
        found: dict[tuple[str, str], dict[int, Practice]] = {}
        for index, practice in enumerate(self.practices):
            for name in names_in(practice):
                found.setdefault(name, {})[index] = practice
        return {key: tuple(listed.values()) for key, listed in found.items()}

    def personas_of(self, practice: Practice) -> tuple[str, ...]:
        """Return the ids of the personas whom a practice is for: as it says, else those of its steps; empty for all."""
        if practice.personas:
            return practice.personas
        steps = [self.steps[key] for key in practice.steps]
        return tuple(dict.fromkeys(key for step in steps for key in (*step.personas, *step.benefits) if key))

    @cached_property
    def for_persona(self) -> Mapping[str, tuple[Practice, ...]]:
        """The practices for each persona, by its id, in listed order; without what names nobody and nothing."""
        found: dict[str, list[Practice]] = {}
        for practice in self.practices:
            for key in self.personas_of(practice):
                found.setdefault(key, []).append(practice)
        return {key: tuple(listed) for key, listed in found.items()}

    @cached_property
    def for_everyone(self) -> tuple[Practice, ...]:
        """The practices that name no department and no persona, in listed order."""
        return tuple(practice for practice in self.practices if not (practice.personas or practice.for_units))

    @property
    def adoption(self) -> Adoption:
        """The adoption framework: the site's own, else one without texts."""
        return self.settings.adoption or Adoption()

    @cached_property
    def goals(self) -> Mapping[str, Goal]:
        """The goals by id."""
        return {goal.id: goal for goal in self.mission.goals}

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Every step by id, in listed order."""
        return {step.id: step for unit in self.units.values() for step in unit.steps}

    @cached_property
    def unit_of(self) -> Mapping[str, Unit]:
        """The unit to whose list each step belongs, by step id."""
        return {step.id: unit for unit in self.units.values() for step in unit.steps}

    @cached_property
    def children(self) -> Mapping[str, tuple[Unit, ...]]:
        """The units directly under a unit, by its id; those under none stand under the empty string."""
        found: dict[str, list[Unit]] = {}
        for unit in self.units.values():
            found.setdefault(unit.part_of or "", []).append(unit)
        return {parent: tuple(units) for parent, units in found.items()}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of every unit that has a path of its own and is not part of a unit that has one.

        A declared number counts; the others get the lowest free one in file order. Teams share theirs.
        """
        own = {unit.id: unit.number for unit in self.units.values() if unit.number}
        taken = set(own.values())
        free = (number for number in itertools.count(1) if number not in taken)
        numbers: dict[str, int] = {}
        for unit in self.units.values():
            if unit.id in own:
                numbers[unit.id] = own[unit.id]
            elif unit.steps and self.path_head(unit) is unit:
                numbers[unit.id] = next(free)
        return numbers

    def ancestors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units above this one, nearest first."""
        if unit is self.units.get(unit.id):
            known = self._above.get(unit.id)
            return self._above.setdefault(unit.id, self._found_above(unit)) if known is None else known
        return self._found_above(unit)

    @cached_property
    def _above(self) -> dict[str, tuple[Unit, ...]]:
        """The units above each one that was asked for, by its id: every link and number asks again."""
        return {}

    def _found_above(self, unit: Unit) -> tuple[Unit, ...]:
        found: dict[str, Unit] = {}
        while unit.part_of and unit.part_of in self.units and unit.part_of not in found:
            unit = self.units[unit.part_of]
            found[unit.id] = unit
        return tuple(found.values())

    def below(self, unit: Unit) -> tuple[Unit, ...]:
        """Every unit under this one, to any depth, parents before their children."""
        found: list[Unit] = []
        for child in self.children.get(unit.id, ()):
            found += [child, *self.below(child)]
        return tuple(found)

    def path_head(self, unit: Unit) -> Unit:
        """The highest unit with steps on the way up: the department whose colour a team wears."""
        return next((above for above in reversed(self.ancestors(unit)) if above.steps), unit)

    def number(self, unit: Unit) -> int | None:
        """The number on this unit's disc: its own or its department's; None for a unit without a path."""
        return self.numbers.get(unit.id) or self.numbers.get(self.path_head(unit).id)

    def colour(self, unit: Unit) -> int | None:
        """The path colour, 1 to 12."""
        number = self.number(unit)
        return None if number is None else (number - 1) % COLOURS + 1

    def intervention_numbers(self) -> Mapping[str, int]:
        """The number of each intervention, the same everywhere: by date, department number, listed order."""
        steps = [step for step in self.steps.values() if step.kind == "intervention" and step.status != "stopped"]
        steps.sort(key=lambda step: (step.when, self.number(self.unit_of[step.id]) or 0))
        return {step.id: index for index, step in enumerate(steps, start=1)}
