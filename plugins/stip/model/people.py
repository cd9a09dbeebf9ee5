"""Personas, the questions that people ask, and the words they look up."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import (
    Audience,
    GoalId,
    Line,
    PersonaId,
    QuestionId,
    Record,
    StepId,
    Text,
    Texts,
    ToolId,
    UnitId,
    Whole,
)
from stip.model.practices.learning import Channel, Level
from stip.model.units import Contact
from stip.periods import Period


class Picture(enum.StrEnum):
    """The things of a working day that stand for a persona; never a face."""

    DESK = "desk"
    OUTDOORS = "outdoors"
    VISITS = "visits"
    PERMITS = "permits"
    POLICY = "policy"
    LEAD = "lead"


class Interviews(Record, audience=Audience.STAFF):
    """On how many talks a persona rests; without any it is an assumption."""

    record: ClassVar[str] = "interviews"
    count: Annotated[Whole, Field(ge=0, le=100_000)]
    period: Period | None = None
    by: Line | None = None


class Persona(Record, audience=Audience.STAFF):
    """The front matter of a persona file; the file's name is its id."""

    record: ClassVar[str] = "persona"
    name: Line
    needs: Annotated[Texts, Field(min_length=1)]
    role: Line | None = None
    workplace: Text | None = None
    devices: Texts = ()
    tasks: Texts = ()
    barriers: Texts = ()
    work_style: Line | None = None
    level: Level | None = None
    channels: tuple[Channel, ...] = ()
    real_person: bool = False
    interviews: Interviews | None = None
    day_now: Text | None = None
    day_later: Text | None = None
    picture: Picture | None = None
    contact: Contact | None = None


class QuestionKind(enum.StrEnum):
    """What a question is about, in the order in which people ask."""

    WHAT = "what"
    WHEN = "when"
    WHY = "why"
    BENEFIT = "benefit"
    HOW = "how"
    TRAINING = "training"
    HELP = "help"
    STAYS = "stays"
    SAFETY = "safety"
    JOIN = "join"
    DECIDE = "decide"


class Question(Record, audience=Audience.STAFF):
    """The front matter of a question file; the file's name is its id, its text is the answer."""

    record: ClassVar[str] = "question"
    question: Line
    kind: QuestionKind
    order: Annotated[Whole, Field(ge=0, le=9999)] = 100
    departments: tuple[UnitId, ...] = ()
    steps: tuple[StepId, ...] = ()
    personas: tuple[PersonaId, ...] = ()
    goals: tuple[GoalId, ...] = ()
    tools: tuple[ToolId, ...] = ()
    related: tuple[QuestionId, ...] = ()


class Term(Record, audience=Audience.STAFF):
    """A word that needs explaining, and other words for the same thing."""

    record: ClassVar[str] = "term"
    term: Line
    text: Text
    aliases: Texts = ()


class Glossary(Record, audience=Audience.STAFF):
    """The front matter of the glossary file: the organisation's own terms."""

    record: ClassVar[str] = "glossary"
    terms: tuple[Term, ...] = ()
