"""The base of every practice: what each has, and what its class alone tells the rest of the house."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field

from stip.model.base import Audience, GoalId, Id, Line, PersonaId, Record, StepId, Text, UnitId
from stip.model.practices.parts import Moment
from stip.model.units import Contact
from stip.periods import Period

if TYPE_CHECKING:
    import datetime as dt


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
    DIRECTION = "direction"
    RESIDENTS = "residents"
    GOVERNING = "governing"
    SAFETY = "safety"
    MONEY = "money"
    RISK = "risk"
    ORGANISATION = "organisation"

    @property
    def audience(self) -> Audience:
        """For whom its page is."""
        steering = self in {Topic.MONEY, Topic.RISK, Topic.ORGANISATION}
        return Audience.STEERING if steering else Audience.STAFF


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
    AIM = "aim"
    DECIDE = "decide"
    SAFE = "safe"
    STEER = "steer"


class Shape(enum.StrEnum):
    """How the practices of one kind stand on their page."""

    CARDS = "cards"
    TABLE = "table"


_KINDS: dict[str, type[Practice]] = {}


class Practice(Record, audience=Audience.STAFF):
    """Something that an organisation does so that everyone comes along; a list of `key` in roadmap.yaml.

    From a subclass alone follow its parsing, checks of its references, schema, section on the page of its topic,
    entries on the pages of what it names, and rows in the exports. What it shows are its fields, in their order;
    every label comes from the catalogue (`practices.<record>`, else `practices.common`).
    """

    key: ClassVar[str]
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
    ends: ClassVar[bool]
    """Whether what lies in the past is over, and stands apart; what has moments always does."""
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
    shown_to: Annotated[Audience | None, Field(alias="audience")] = None
    """For whom it is, where it says so itself; one of a file for those who steer always does."""

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
        ends: bool = False,
        columns: tuple[str, ...] = (),
        **rest: Any,
    ) -> None:
        """Make a kind of practice known; without an audience a class cannot be made."""
        super().__init_subclass__(audience=audience, **rest)
        cls.record, cls.key, cls.topic, cls.group = record, key, topic, group
        cls.shape, cls.sign, cls.own_page, cls.columns = shape, sign, own_page, columns
        cls.chip, cls.grouped, cls.ends = chip, grouped, ends
        if key in _KINDS:
            raise TypeError(key)
        _KINDS[key] = cls

    @property
    def for_staff(self) -> bool:
        """Whether everyone may read it: its kind is for everyone, and it does not say otherwise itself."""
        return self.audience is Audience.STAFF and self.shown_to is not Audience.STEERING

    @property
    def period(self) -> Period | None:
        """When it is: its period, else its first moment."""
        found: Period | None = vars(self).get("when")  # `getattr` takes long to find that a record has no such field
        return found or min(self.spans, default=None)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The days on which it takes place, in listed order; a kind has them in a field `dates`."""
        found: tuple[Moment, ...] = vars(self).get("dates", ())
        return found

    @property
    def spans(self) -> tuple[Period, ...]:
        """When it takes place, each time by itself; nothing for what has one period, or none."""
        return tuple(moment.when for moment in self.moments)

    @property
    def for_units(self) -> tuple[str, ...]:
        """The ids of the departments it is for; none for everyone.

        It says so itself, else each of its moments does; its steps only say what it is about.
        """
        moments = [moment.departments for moment in self.moments]
        return self.departments or (tuple(key for keys in moments for key in keys) if all(moments) else ())

    def is_over(self, today: dt.date) -> bool:
        """Tell whether every moment of it is past; without moments it is never over."""
        days = [moment.when.last for moment in self.moments]
        return bool(days) and all(day is not None and day < today for day in days)


def practice_kinds() -> dict[str, type[Practice]]:
    """Return every kind of practice by the key of its list: by topic, then in order of declaration."""
    topics = list(Topic)
    return dict(sorted(_KINDS.items(), key=lambda item: topics.index(item[1].topic)))


def forget(key: str) -> None:
    """Forget a kind that was made for a moment, such as in a test."""
    del _KINDS[key]
