"""A topic: the page on which an employee looks for what belongs together, and the page of one practice."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model.base import types_in
from stip.model.practices import (
    Framework,
    Journey,
    Need,
    Opportunity,
    Practice,
    Shape,
    Tool,
    Topic,
    TrialStatus,
    practice_kinds,
)
from stip.pages.timing import coming_and_past
from stip.pages.views.blocks import CONSUMED, Block, blocks
from stip.pages.views.blocks.residents import StageView, stages
from stip.pages.views.entries import EntryGroup, entries, naming
from stip.pages.views.facts import value_text
from stip.pages.views.frameworks import PartView, framework_charts, framework_lead, framework_parts, recipe
from stip.pages.views.items import ContactItem, LinkItem, contact_item
from stip.pages.views.layout import Frame, frame
from stip.pages.views.practices import Card, Table, card, table, units_of
from stip.pages.views.questions import Choice, question_links
from stip.periods import LATER

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from stip.charts import Chart
    from stip.pages.links import Here

_FILTERED = frozenset({Topic.LEARNING, Topic.JOINING, Topic.TOOLS, Topic.TRYING, Topic.CHANGING})
"""Topics with so many practices that a reader chooses a department or persona."""
_INVITING: frozenset[type[Practice]] = frozenset({Opportunity, Need})
"""Kinds to which every reader can add."""


@dataclass(frozen=True)
class CardGroup:
    """Cards that stand together; `folded` ones are behind their title."""

    title: str
    cards: tuple[Card, ...]
    folded: bool = False


@dataclass(frozen=True)
class Section:
    """The practices of one kind on the page of their topic."""

    id: str
    title: str
    lead: str
    groups: tuple[CardGroup, ...]
    table: Table | None
    invite: LinkItem | None


@dataclass(frozen=True)
class TopicView:
    """All that the page of a topic shows."""

    frame: Frame
    heading: str
    lead: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    units: tuple[Choice, ...]
    personas: tuple[Choice, ...]
    count: int
    others: tuple[LinkItem, ...]
    contact: ContactItem | None


@dataclass(frozen=True)
class PracticeView:
    """All that the page of one practice shows."""

    frame: Frame
    record: str
    card: Card
    lead: str
    entries: tuple[EntryGroup, ...]
    questions: tuple[LinkItem, ...]
    back: LinkItem
    parts: tuple[PartView, ...] = ()
    stages: tuple[StageView, ...] = ()
    recipe: tuple[tuple[str, str], ...] = ()
    charts: tuple[Chart, ...] = ()


def topic_view(topic: Topic, here: Here) -> TopicView:
    """Gather the page of a topic."""
    context, words = here.context, here.context.words
    kinds = [kind for kind in practice_kinds().values() if kind.topic is topic and context.roadmap.of(kind)]
    listed = [one for kind in kinds for one in context.roadmap.of(kind)]
    units = dict.fromkeys(key for one in listed for key in units_of(one, context.roadmap))
    personas = {key for one in listed for key in one.personas}
    filtered = topic in _FILTERED
    title = words(f"site.topic.{topic}.title")
    return TopicView(
        frame=frame(here, title, words(f"site.topic.{topic}.lead")),
        heading=words(f"site.topic.{topic}.heading"),
        lead=words(f"site.topic.{topic}.lead"),
        blocks=blocks(topic, here),
        sections=tuple(_section(kind, here) for kind in kinds if kind not in CONSUMED),
        units=tuple(Choice(key, unit.name) for key, unit in context.roadmap.units.items() if filtered and key in units),
        personas=tuple(
            Choice(key, one.name) for key, one in context.roadmap.personas.items() if filtered and key in personas
        ),
        count=len(listed),
        others=topic_links(here, without=topic),
        contact=contact_item(context.roadmap.mission.programme.contact),
    )


def topic_links(here: Here, without: Topic | None = None) -> tuple[LinkItem, ...]:
    """Link to the pages of all topics that this site has."""
    words, addresses = here.context.words, here.context.addresses
    return tuple(
        LinkItem(words(f"site.topic.{topic}.title"), here.to(addresses.topics[topic]))
        for topic in Topic
        if topic in here.context.topics and topic is not without
    )


def _section(kind: type[Practice], here: Here) -> Section:
    words, practices = here.context.words, here.context.roadmap.of(kind)
    is_table = kind.shape is Shape.TABLE
    lead = f"practices.{kind.record}.lead"
    return Section(
        id=f"stip_{kind.record}",
        title=words(f"practices.{kind.record}.title"),
        lead=words(lead) if lead in words else "",
        groups=() if is_table else tuple(_groups(kind, practices, here)),
        table=table(kind, practices, here) if is_table else None,
        invite=_invite(here) if kind in _INVITING else None,
    )


def _invite(here: Here) -> LinkItem | None:
    """Ask to tell one's own, by mail to the programme."""
    contact = here.context.roadmap.mission.programme.contact
    if contact is None or not contact.email:
        return None
    return LinkItem(here.context.words("site.home.join_mail"), f"mailto:{contact.email}")


def _groups(kind: type[Practice], practices: Iterable[Practice], here: Here) -> Iterator[CardGroup]:
    """Yield the cards together: by a fixed value of their class, else what is to come before what has been."""
    words, today = here.context.words, here.context.today
    if kind.grouped:
        found: dict[str, list[Practice]] = {}
        for one in practices:
            found.setdefault(getattr(one, kind.grouped), []).append(one)
        order = _order(kind)
        for value in sorted(found, key=order.index):
            yield CardGroup(value_text(kind, kind.grouped, value, words), _cards(found[value], today, here))
        return
    coming, past = coming_and_past(practices, today)
    if not (kind.ends or "dates" in kind.model_fields):
        coming, past = tuple(sorted(practices, key=lambda one: (one.period is None, one.period or LATER))), ()
    if coming:
        yield CardGroup("", tuple(card(one, here) for one in coming))
    if past:
        yield CardGroup(
            words("site.practice.past", count=len(past)), tuple(card(one, here) for one in past), folded=bool(coming)
        )


def _order(kind: type[Practice]) -> list[str]:
    """Return the fixed values of the field by which a kind is grouped, in their order; what goes on comes first."""
    types = types_in(kind.model_fields[kind.grouped].annotation)
    values: list[str] = [value for part in types if issubclass(part, enum.StrEnum) for value in part]
    return sorted(values, key=lambda value: value != TrialStatus.RUNNING)


def _cards(practices: Iterable[Practice], today: dt.date, here: Here) -> tuple[Card, ...]:
    coming, past = coming_and_past(practices, today)
    return tuple(card(one, here, grouped=one.chip == one.grouped) for one in (*coming, *past))


def practice_view(practice: Practice, here: Here) -> PracticeView:
    """Gather the page of a practice that has one of its own."""
    words, addresses = here.context.words, here.context.addresses
    index = LinkItem(words(f"site.topic.{practice.topic}.title"), here.to(addresses.topics[practice.topic]))
    shown = card(practice, here)
    others = tuple(one for one in naming(practice.record, practice.id, here) if one is not practice)
    return PracticeView(
        frame=frame(here, practice.title, practice.text or shown.chip or practice.title, index),
        record=practice.record.replace("_", "-"),
        card=shown,
        lead=framework_lead(practice, here) if isinstance(practice, Framework) else practice.text or "",
        entries=entries(others, here, most=12),
        questions=question_links(here, tool=practice.id) if isinstance(practice, Tool) else (),
        back=LinkItem(words("site.topic.back", title=index.text), index.href),
        parts=framework_parts(practice, here) if isinstance(practice, Framework) else (),
        stages=stages(practice, here) if isinstance(practice, Journey) else (),
        recipe=tuple(recipe(practice, here)),
        charts=tuple(framework_charts(practice, here)),
    )
