"""A topic: the page on which an employee looks for what belongs together, and the page of one practice."""

from __future__ import annotations

import enum
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

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
from stip.pages.views.parts import (
    IndexItem,
    block_size,
    cut_blocks,
    first_of_block,
    goes_apart,
    is_much,
    page_at,
    page_links,
    pages_of,
    part_path,
    part_title,
    per_page,
    to_part,
)
from stip.pages.views.practices import Card, Table, card, concerned, table, title_of, units_of
from stip.pages.views.questions import Choice, question_links
from stip.pages.views.view import as_view
from stip.periods import LATER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stip.charts import Chart
    from stip.pages.links import Here

_FILTERED = frozenset({Topic.LEARNING, Topic.JOINING, Topic.TOOLS, Topic.TRYING, Topic.CHANGING})
"""Topics with so many practices that a reader chooses a department or persona."""
_INVITING: frozenset[type[Practice]] = frozenset({Opportunity, Need})
"""Kinds to which every reader can add."""


@as_view
class CardGroup:
    """Cards that stand together; `folded` ones are behind their title."""

    title: str
    cards: tuple[Card, ...]
    folded: bool = False


@as_view
class Section:
    """The practices of one kind on the page of their topic."""

    id: str
    title: str
    lead: str
    groups: tuple[CardGroup, ...]
    table: Table | None
    invite: LinkItem | None
    all: LinkItem | None = None
    """Where its practices stand, when there are too many for the page of the topic."""
    index: tuple[IndexItem, ...] = ()
    """A line for each of those."""


@as_view
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
    pages: tuple[LinkItem, ...] = ()
    """The pages of a part; empty on the page of the topic itself, and when a part has only one."""
    page: int = 0
    """Which of these this is, from 1."""


@as_view
class _Stack:
    """Practices that stand together, in their order, before they are cards."""

    title: str
    practices: tuple[Practice, ...]
    folded: bool = False


@as_view
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
    """Gather the page of a topic; of what is too much for it the first things and a line for each other."""
    context, words = here.context, here.context.words
    kinds = _kinds(topic, here)
    found, shown = blocks(topic, here), tuple(kind for kind in kinds if kind not in CONSUMED)
    is_large = is_much(sum(map(block_size, found)) + sum(len(context.roadmap.of(kind)) for kind in shown))
    title = words(f"site.topic.{topic}.title")
    return TopicView(
        frame=frame(here, title, words(f"site.topic.{topic}.lead")),
        heading=words(f"site.topic.{topic}.heading"),
        lead=words(f"site.topic.{topic}.lead"),
        blocks=tuple(first_of_block(one, here) if is_large and goes_apart(block_size(one)) else one for one in found),
        sections=tuple(
            _index(kind, here) if is_large and goes_apart(len(context.roadmap.of(kind))) else _section(kind, here)
            for kind in shown
        ),
        **_choices(topic, [one for kind in kinds for one in context.roadmap.of(kind)], here),
        others=topic_links(here, without=topic),
        contact=contact_item(context.roadmap.mission.programme.contact),
    )


def part_views(topic: Topic, whole: TopicView, here: Here) -> Iterator[tuple[str, TopicView]]:
    """Yield (path, page) of all that is too much for the page of a topic, which is `whole`."""
    context = here.context
    keys = [block.key for block in whole.blocks if block.all]
    # All pages of parts lie in one folder, so that links from one hold on all of them.
    beside = context.at(part_path("", 1, here))
    for block in blocks(topic, beside) if keys else ():
        if block.key in keys:
            pieces = cut_blocks(block)
            pages = page_links(block.key, len((*block.rows, *block.rest)), beside, per_page(block))
            for number, piece in enumerate(pieces, start=1):
                own = context.at(part_path(block.key, number, here))
                title = part_title(block.title, number, len(pieces), context.words)
                view = _part(whole, title, own, pages, number)
                yield own.path, replace(view, blocks=(replace(piece, beside=""),), **_choices(topic, [], here))
    names = {section.id for section in whole.sections if section.all}
    for kind in (kind for kind in _kinds(topic, here) if _id(kind) in names):
        stacks = tuple(_stacks(kind, context.roadmap.of(kind), here))
        listed = [(stack, one) for stack in stacks for one in stack.practices]
        pages, slices = page_links(kind.record, len(listed), beside), tuple(pages_of(len(listed)))
        for number, cut in enumerate(slices, start=1):
            own = context.at(part_path(kind.record, number, here))
            section = _section_of(kind, _regrouped(listed[cut]), own)
            view = _part(whole, part_title(section.title, number, len(slices), context.words), own, pages, number)
            chosen = _choices(topic, [one for _, one in listed[cut]], here)
            yield own.path, replace(view, sections=(section,), **chosen)


def _part(whole: TopicView, title: str, here: Here, pages: tuple[LinkItem, ...], number: int) -> TopicView:
    index = LinkItem(whole.frame.title, here.to(_index_path(here)))
    named = frame(here, title, f"{title}: {whole.lead}", index)
    return replace(whole, frame=named, lead="", blocks=(), sections=(), others=(), pages=pages, page=number)


def _index_path(here: Here) -> str:
    return f"{here.path.rsplit('/', 1)[0]}/index.md"


def _kinds(topic: Topic, here: Here) -> list[type[Practice]]:
    """Return the kinds of practice of a topic of which there are any."""
    return [kind for kind in practice_kinds().values() if kind.topic is topic and here.context.roadmap.of(kind)]


class _Choices(TypedDict):
    units: tuple[Choice, ...]
    personas: tuple[Choice, ...]
    count: int


def _choices(topic: Topic, listed: list[Practice], here: Here) -> _Choices:
    """Return the departments and personas that a reader can choose between on a page with these practices."""
    roadmap, filtered = here.context.roadmap, topic in _FILTERED
    units = {key for one in listed for key in units_of(one, roadmap)}
    personas = {key for one in listed for key in one.personas}
    return {
        "units": tuple(Choice(key, unit.name) for key, unit in roadmap.units.items() if filtered and key in units),
        "personas": tuple(
            Choice(key, one.name) for key, one in roadmap.personas.items() if filtered and key in personas
        ),
        "count": len(listed),
    }


def topic_links(here: Here, without: Topic | None = None) -> tuple[LinkItem, ...]:
    """Link to the pages of all topics that this site has."""
    words, addresses = here.context.words, here.context.addresses
    return tuple(
        LinkItem(words(f"site.topic.{topic}.title"), here.to(addresses.topics[topic]))
        for topic in Topic
        if topic in here.context.topics and topic is not without
    )


def _id(kind: type[Practice]) -> str:
    return f"stip_{kind.record}"


def _section(kind: type[Practice], here: Here) -> Section:
    return _section_of(kind, tuple(_stacks(kind, here.context.roadmap.of(kind), here)), here)


def _section_of(kind: type[Practice], stacks: tuple[_Stack, ...], here: Here) -> Section:
    """Show practices of one kind, in the order in which they are given: as a table, or as cards."""
    words = here.context.words
    is_table = kind.shape is Shape.TABLE
    lead = f"practices.{kind.record}.lead"
    listed = (one for stack in stacks for one in stack.practices)
    return Section(
        id=_id(kind),
        title=words(f"practices.{kind.record}.title"),
        lead=words(lead) if lead in words else "",
        groups=() if is_table else tuple(_cards(stack, kind, here) for stack in stacks),
        table=table(kind, listed, here) if is_table else None,
        invite=_invite(here) if kind in _INVITING else None,
    )


def _cards(stack: _Stack, kind: type[Practice], here: Here) -> CardGroup:
    grouped = bool(kind.grouped) and kind.chip == kind.grouped
    return CardGroup(stack.title, tuple(card(one, here, grouped=grouped) for one in stack.practices), stack.folded)


def _index(kind: type[Practice], here: Here) -> Section:
    """Show a line for each practice of a kind: all of it stands on pages of its own."""
    context, words, record = here.context, here.context.words, kind.record
    listed = [one for stack in _stacks(kind, context.roadmap.of(kind), here) for one in stack.practices]
    lines = []
    for place, one in enumerate(listed):
        anchor, (units, personas) = context.addresses.practice(one)[1], concerned(one, here)
        href = to_part(record, page_at(place), here, anchor) if anchor else here.practice(one)
        lines.append(IndexItem(anchor, title_of(one, here), href, units, personas))
    empty = _section_of(kind, (), here)
    link = LinkItem(words("site.topic.all", title=empty.title), to_part(record, 1, here))
    return replace(empty, table=None, all=link, index=tuple(lines))


def _regrouped(listed: list[tuple[_Stack, Practice]]) -> tuple[_Stack, ...]:
    """Put practices of one stack together again, after a page was cut out of all of them."""
    found: dict[int, tuple[_Stack, list[Practice]]] = {}
    for stack, one in listed:
        found.setdefault(id(stack), (stack, []))[1].append(one)
    is_alone = len(found) == 1
    return tuple(
        replace(stack, practices=tuple(own), folded=stack.folded and not is_alone) for stack, own in found.values()
    )


def _invite(here: Here) -> LinkItem | None:
    """Ask to tell one's own, by mail to the programme."""
    contact = here.context.roadmap.mission.programme.contact
    if contact is None or not contact.email:
        return None
    return LinkItem(here.context.words("site.home.join_mail"), f"mailto:{contact.email}")


def _stacks(kind: type[Practice], practices: Iterable[Practice], here: Here) -> Iterator[_Stack]:
    """Yield practices together: by a fixed value of their class, else what is to come before what has been.

    A table has one stack, in listed order.
    """
    words, today = here.context.words, here.context.today
    if kind.shape is Shape.TABLE:
        yield _Stack("", tuple(practices))
        return
    if kind.grouped:
        found: dict[str, list[Practice]] = {}
        for one in practices:
            found.setdefault(getattr(one, kind.grouped), []).append(one)
        order = _order(kind)
        for value in sorted(found, key=order.index):
            coming, past = coming_and_past(found[value], today)
            yield _Stack(value_text(kind, kind.grouped, value, words), (*coming, *past))
        return
    coming, past = coming_and_past(practices, today)
    if not (kind.ends or "dates" in kind.model_fields):
        coming, past = tuple(sorted(practices, key=lambda one: (one.period is None, one.period or LATER))), ()
    if coming:
        yield _Stack("", coming)
    if past:
        yield _Stack(words("site.practice.past", count=len(past)), past, folded=bool(coming))


def _order(kind: type[Practice]) -> list[str]:
    """Return the fixed values of the field by which a kind is grouped, in their order; what goes on comes first."""
    types = types_in(kind.model_fields[kind.grouped].annotation)
    values: list[str] = [value for part in types if issubclass(part, enum.StrEnum) for value in part]
    return sorted(values, key=lambda value: value != TrialStatus.RUNNING)


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
