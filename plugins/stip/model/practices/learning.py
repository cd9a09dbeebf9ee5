"""Learning: how people learn to use what is new, and who helps them."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Address, Audience, Line, Record, Text, Texts, ToolId, TrainingId
from stip.model.practices.base import Group, Practice, Topic
from stip.model.practices.parts import Moment
from stip.periods import Day, Period


class TrainingForm(enum.StrEnum):
    """How a training is given."""

    CLASSROOM = "classroom"
    WORKSHOP = "workshop"
    ONLINE = "online"
    ON_THE_JOB = "on-the-job"
    COACHING = "coaching"


class Skill(enum.StrEnum):
    """What a training is about: buttons, working together, the basics of a computer, or helping residents."""

    TOOL = "tool"
    BEHAVIOUR = "behaviour"
    BASICS = "basics"
    RESIDENTS = "residents"


class Training(
    Practice,
    record="training",
    key="trainings",
    chip="form",
    audience=Audience.STAFF,
    topic=Topic.LEARNING,
    group=Group.TRAIN,
    sign="training",
):
    """A course, workshop or practice hour."""

    dates: tuple[Moment, ...] = ()
    duration: Line | None = None
    form: TrainingForm = TrainingForm.CLASSROOM
    skill: Skill = Skill.TOOL
    result: Text | None = None
    tools: tuple[ToolId, ...] = ()
    sign_up: Address | None = None


class AidForm(enum.StrEnum):
    """What an aid is."""

    FILM = "film"
    CARD = "card"
    GUIDE = "guide"
    MESSAGE = "message"
    POSTER = "poster"
    WALK_IN = "walk-in"


class Channel(enum.StrEnum):
    """Through what an aid reaches somebody."""

    COMPUTER = "computer"
    PHONE = "phone"
    PAPER = "paper"
    IN_PERSON = "in-person"


class Purpose(enum.StrEnum):
    """The three kinds of adoption work: tell people, teach them, keep them going."""

    INFORM = "inform"
    TRAIN = "train"
    STIMULATE = "stimulate"


class Aid(
    Practice,
    record="aid",
    key="aids",
    chip="form",
    audience=Audience.STAFF,
    topic=Topic.LEARNING,
    group=Group.INFORM,
):
    """A film, card or message that helps people to learn or to remember."""

    form: AidForm
    channel: Channel
    purpose: Purpose = Purpose.INFORM
    when: Period | None = None
    tools: tuple[ToolId, ...] = ()
    url: Address | None = None


class Level(enum.StrEnum):
    """How sure somebody is with digital work."""

    STARTER = "starter"
    SOME = "some"
    SURE = "sure"
    EVERYONE = "everyone"


class HelpOffer(
    Practice,
    record="help_offer",
    key="help",
    chip="level",
    audience=Audience.STAFF,
    topic=Topic.LEARNING,
    group=Group.HELPER,
):
    """Help close by, for one level or for everyone; nobody needs to be ashamed."""

    level: Level = Level.EVERYONE
    place: Line | None = None
    hours: Line | None = None
    self_test: Address | None = None
    tools: tuple[ToolId, ...] = ()
    url: Address | None = None


class Consent(Record, audience=Audience.STAFF):
    """That somebody agreed to be named, and until when."""

    record: ClassVar[str] = "consent"
    given: Day
    until: Day


class Ambassador(
    Practice,
    record="ambassador",
    key="ambassadors",
    audience=Audience.STAFF,
    topic=Topic.LEARNING,
    group=Group.HELPER,
):
    """A colleague who goes first and helps others; a role, with a name only while its owner consents."""

    name: Line | None = None
    consent: Consent | None = None
    reach: Line | None = None
    topics: Texts = ()
    tools: tuple[ToolId, ...] = ()
    figurehead: bool = False


class LearningGoal(
    Practice,
    record="learning_goal",
    key="learning_goals",
    audience=Audience.STAFF,
    topic=Topic.LEARNING,
    group=Group.TRAIN,
):
    """What people can do at a moment on their way, and how they notice that they can."""

    skills: Annotated[Texts, Field(min_length=1)]
    when: Period | None = None
    criterion: Text | None = None
    trainings: tuple[TrainingId, ...] = ()


class DownloadForm(enum.StrEnum):
    """What a document to download is."""

    CARD = "card"
    GUIDE = "guide"
    FORM = "form"
    LETTER = "letter"
    REPORT = "report"


class Download(
    Practice,
    record="download",
    key="documents",
    chip="form",
    audience=Audience.STAFF,
    topic=Topic.LEARNING,
    group=Group.INFORM,
):
    """A document to download: a file in the content folder, or an address elsewhere."""

    file: Address
    accessible: bool
    form: DownloadForm = DownloadForm.GUIDE
    when: Period | None = None
