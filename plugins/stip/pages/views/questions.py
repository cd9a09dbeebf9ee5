"""The questions: the list by kind with its filter, and the page of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model import Practice, Question
from stip.pages.selection import ids_of
from stip.pages.views.items import LinkItem, StepItem, kind_order, step_item
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class QuestionItem:
    """A question in the list; `units` and `personas` hold the ids it is about, empty for everyone."""

    text: str
    href: str
    units: str
    personas: str


@as_view
class QuestionGroup:
    """The questions of one kind."""

    kind: str
    title: str
    questions: tuple[QuestionItem, ...]


@as_view
class Choice:
    """An option of a filter."""

    value: str
    text: str


@as_view
class QuestionsView:
    """The index of questions."""

    frame: Frame
    heading: str
    lead: str
    groups: tuple[QuestionGroup, ...]
    units: tuple[Choice, ...]
    personas: tuple[Choice, ...]
    count: int


@as_view
class QuestionView:
    """All that the page of a question shows."""

    frame: Frame
    question: str
    kind: str
    units: tuple[LinkItem, ...]
    steps: tuple[StepItem, ...]
    personas: tuple[LinkItem, ...]
    goals: tuple[LinkItem, ...]
    tools: tuple[LinkItem, ...]
    related: tuple[LinkItem, ...]
    back: LinkItem


def questions_view(here: Here) -> QuestionsView:
    """Gather the index: why and what it brings first."""
    words, roadmap = here.context.words, here.context.roadmap
    asked = sorted(roadmap.questions.items(), key=lambda item: (kind_order(item[1].kind), item[1].order))
    kinds = dict.fromkeys(question.kind for _, question in asked)
    groups = tuple(
        QuestionGroup(
            kind,
            words(f"site.question_kind.{kind}"),
            tuple(_item(key, question, here) for key, question in asked if question.kind is kind),
        )
        for kind in kinds
    )
    used_units = {key for _, question in asked for key in _unit_ids(question, here)}
    used_personas = {key for _, question in asked for key in question.personas}
    return QuestionsView(
        frame=frame(here, words("site.question.index"), words("site.question.index_description")),
        heading=words("site.question.index_title"),
        lead=words("site.question.index_lead"),
        groups=groups,
        units=tuple(Choice(key, unit.name) for key, unit in roadmap.units.items() if key in used_units),
        personas=tuple(Choice(key, persona.name) for key, persona in roadmap.personas.items() if key in used_personas),
        count=len(asked),
    )


def _item(key: str, question: Question, here: Here) -> QuestionItem:
    units = _unit_ids(question, here)
    return QuestionItem(
        question.question, here.question(key), " ".join(units), " ".join(dict.fromkeys(question.personas))
    )


def _unit_ids(question: Question, here: Here) -> tuple[str, ...]:
    """Return the ids of the units a question is about, with everything under them."""
    roadmap = here.context.roadmap
    named = [roadmap.units[key] for key in question.departments if key in roadmap.units]
    named += [roadmap.unit_of[key] for key in question.steps if key in roadmap.unit_of]
    return ids_of(named, roadmap)


def question_links(here: Here, tool: str) -> tuple[LinkItem, ...]:
    """Link to the questions about a tool."""
    roadmap = here.context.roadmap
    return tuple(
        LinkItem(one.question, here.question(key)) for key, one in roadmap.questions.items() if tool in one.tools
    )


def question_view(question_id: str, here: Here) -> QuestionView:
    """Gather the page of a question."""
    context, words, roadmap = here.context, here.context.words, here.context.roadmap
    question = roadmap.questions[question_id]
    index = LinkItem(words("site.question.index"), here.to(context.addresses.questions))
    description = words("site.question.description", question=question.question)
    return QuestionView(
        frame=frame(here, question.question, description, index),
        question=question.question,
        kind=words(f"site.question_kind.{question.kind}"),
        units=tuple(LinkItem(roadmap.units[key].name, here.unit(roadmap.units[key])) for key in question.departments),
        steps=tuple(step_item(roadmap.steps[key], here) for key in question.steps),
        personas=tuple(LinkItem(roadmap.personas[key].name, here.persona(key)) for key in question.personas),
        goals=tuple(LinkItem(roadmap.goals[key].title, here.goal(key)) for key in question.goals),
        tools=tuple(LinkItem(tool.title, here.practice(tool)) for tool in _tools(question, here)),
        related=tuple(LinkItem(roadmap.questions[key].question, here.question(key)) for key in question.related),
        back=LinkItem(words("site.question.back"), index.href),
    )


def _tools(question: Question, here: Here) -> tuple[Practice, ...]:
    return tuple(here.context.roadmap.practice["tool", key] for key in question.tools)
