"""The base of every practice: what each has, and what its class alone tells the rest of the house."""

from __future__ import annotations

import enum
from typing import Any, ClassVar

from stip.model.base import GoalId, Id, Line, PersonaId, Record, StepId, Text, UnitId
from stip.model.units import Contact
from stip.periods import Period


class Audience(enum.StrEnum):
    """For whom a practice is published: every employee, or those who steer alone."""

    STAFF = "staff"
    STEERING = "steering"


class Topic(enum.StrEnum):
    """The page on which an employee looks for a practice, in the order of the menu."""

    LEARNING = "learning"
    JOINING = "joining"
    TOOLS = "tools"
    TRYING = "trying"
    CELEBRATING = "celebrating"
    CHANGING = "changing"
    RESULTS = "results"
    PEOPLE = "people"


class Group(enum.StrEnum):
    """What a practice is to whom it concerns: its heading on the page of a step, department or persona.

    The order is that in which people ask. INFORM, TRAIN and STIMULATE are the three kinds of adoption work.
    """

    TRAIN = "train"
    HELPER = "helper"
    TOOL = "tool"
    CHANGE = "change"
    TURN = "turn"
    INFORM = "inform"
    STIMULATE = "stimulate"
    JOIN = "join"
    TRY = "try"
    GAIN = "gain"
    PEOPLE = "people"


class Shape(enum.StrEnum):
    """How the practices of one kind stand on their page."""

    CARDS = "cards"
    TABLE = "table"


_KINDS: dict[str, type[Practice]] = {}


class Practice(Record):
    """Something that an organisation does so that everyone comes along; a list of `key` in roadmap.yaml.

    From a subclass alone follow its parsing, checks of its references, schema, section on the page of its topic,
    entries on the pages of what it names, and rows in the exports. What it shows are its fields, in their order;
    every label comes from the catalogue (`practices.<record>`, else `practices.common`).
    """

    key: ClassVar[str]
    audience: ClassVar[Audience]
    topic: ClassVar[Topic]
    group: ClassVar[Group]
    shape: ClassVar[Shape]
    sign: ClassVar[str]
    """The kind of step whose sign marks it; empty for none."""
    own_page: ClassVar[bool]
    chip: ClassVar[str]
    """The field with a fixed value that stands on it as a mark."""
    grouped: ClassVar[str]
    """The field with a fixed value by which they stand together on their page."""
    columns: ClassVar[tuple[str, ...]]
    """The fields that a table shows after the title."""

    id: Id
    title: Line
    text: Text | None = None
    departments: tuple[UnitId, ...] = ()
    steps: tuple[StepId, ...] = ()
    personas: tuple[PersonaId, ...] = ()
    goals: tuple[GoalId, ...] = ()
    contact: Contact | None = None

    def __init_subclass__(
        cls,
        *,
        record: str,
        key: str,
        audience: Audience,
        topic: Topic,
        group: Group,
        shape: Shape = Shape.CARDS,
        sign: str = "",
        own_page: bool = False,
        chip: str = "",
        grouped: str = "",
        columns: tuple[str, ...] = (),
        **rest: Any,
    ) -> None:
        """Make a kind of practice known; without an audience a class cannot be made."""
        super().__init_subclass__(**rest)
        cls.record, cls.key, cls.audience, cls.topic, cls.group = record, key, audience, topic, group
        cls.shape, cls.sign, cls.own_page, cls.columns = shape, sign, own_page, columns
        cls.chip, cls.grouped = chip, grouped
        if key in _KINDS:
            raise TypeError(key)
        _KINDS[key] = cls

    @property
    def period(self) -> Period | None:
        """When it is: its period, else its first moment."""
        found: Period | None = getattr(self, "when", None)
        dates = getattr(self, "dates", ())
        return found or min((moment.when for moment in dates), default=None)


def practice_kinds() -> dict[str, type[Practice]]:
    """Return every kind of practice by the key of its list: by topic, then in order of declaration."""
    topics = list(Topic)
    return dict(sorted(_KINDS.items(), key=lambda item: topics.index(item[1].topic)))


def forget(key: str) -> None:
    """Forget a kind that was made for a moment, such as in a test."""
    del _KINDS[key]
