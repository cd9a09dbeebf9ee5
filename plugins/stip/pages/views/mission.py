"""The mission page: why, the values, the goals with their indicators, the dot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model import Goal, Indicator, Measure, Value, Vision
from stip.model.steps import OVER
from stip.pages.addresses import goal_anchor
from stip.pages.selection import by_date
from stip.pages.views.items import ContactItem, LinkItem, StepItem, contact_item, horizon_label, step_item
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.pages.links import Here
    from stip.text.words import Words

_STEPS = 5


@as_view
class MeasureView:
    """A value and its moment."""

    value: str
    when: str


@as_view
class IndicatorRow:
    """How a goal is measured; None is not known yet."""

    title: str
    unit: str
    baseline: MeasureView | None
    now: MeasureView | None
    target: MeasureView | None


@as_view
class GoalView:
    """A goal, its indicators and the steps that serve it next."""

    anchor: str
    title: str
    text: str
    kind: str
    support: str
    table: str
    indicators: tuple[IndicatorRow, ...]
    steps: tuple[StepItem, ...]
    more: str


@as_view
class ValueView:
    """A value that people work by, where it comes from, and the goals in which it shows."""

    name: str
    text: str
    source: str
    goals: tuple[LinkItem, ...]


@as_view
class MissionView:
    """All that the mission page shows."""

    frame: Frame
    heading: str
    meaning_title: str
    meaning: str
    mission: str
    vision: Vision | None
    vision_by: str
    values: tuple[ValueView, ...]
    goals: tuple[GoalView, ...]
    horizon: str
    horizon_when: str
    horizon_label: str
    horizon_words: str
    picture: str
    picture_text: str
    owner: str
    contact: ContactItem | None


def mission_view(here: Here) -> MissionView:
    """Gather the mission page."""
    words, mission = here.context.words, here.context.roadmap.mission
    programme, horizon = mission.programme, mission.horizon
    name = programme.name
    return MissionView(
        frame=frame(here, words("site.mission.title"), words("site.mission.description", name=name)),
        heading=words("site.mission.heading"),
        meaning_title=words("site.mission.meaning", name=name),
        meaning=programme.meaning or "",
        mission=mission.mission,
        vision=mission.vision,
        vision_by=_endorsed(mission.vision, words),
        values=tuple(_value(value, here) for value in mission.values),
        goals=tuple(_goal(goal, here) for goal in mission.goals),
        horizon=horizon.title,
        horizon_when=period_text(horizon.when, words),
        horizon_label=horizon_label(here.context.roadmap),
        horizon_words=horizon.words or "",
        picture=here.file(horizon.picture) if horizon.picture else "",
        picture_text=words("site.mission.picture", title=horizon.title),
        owner=words("site.mission.owner", owner=programme.owner) if programme.owner else "",
        contact=contact_item(programme.contact),
    )


def _endorsed(vision: Vision | None, words: Words) -> str:
    """Say who stands behind the vision, and since when."""
    if vision is None or not vision.endorsed_by:
        return ""
    names = ", ".join(vision.endorsed_by)
    if vision.when is None:
        return words("site.mission.endorsed", names=names)
    return words("site.mission.endorsed_when", names=names, when=period_text(vision.when, words))


def _value(value: Value, here: Here) -> ValueView:
    goals = here.context.roadmap.goals
    links = tuple(LinkItem(goals[key].title, f"#{goal_anchor(key)}") for key in value.goals)
    return ValueView(value.name, value.text or "", value.source or "", links)


def _goal(goal: Goal, here: Here) -> GoalView:
    context, words = here.context, here.context.words
    serving = [
        step for step in by_date(context.roadmap.steps.values()) if goal.id in step.goals and step.status not in OVER
    ]
    more = len(serving) - _STEPS
    return GoalView(
        anchor=goal_anchor(goal.id),
        title=goal.title,
        text=goal.text or "",
        kind=words(f"site.goal_kind.{goal.kind}"),
        support=words(f"site.support.{goal.support}") if goal.support else "",
        table=words("site.mission.table", title=goal.title),
        indicators=tuple(_row(indicator, words) for indicator in goal.indicators),
        steps=tuple(step_item(step, here) for step in serving[:_STEPS]),
        more=words("site.mission.more_steps", count=more) if more > 0 else "",
    )


def _row(indicator: Indicator, words: Words) -> IndicatorRow:
    return IndicatorRow(
        title=indicator.title,
        unit=indicator.unit or "",
        baseline=_measure(indicator.baseline, words),
        now=_measure(indicator.now, words),
        target=_measure(indicator.target, words),
    )


def _measure(measure: Measure | None, words: Words) -> MeasureView | None:
    return MeasureView(measure.value, period_text(measure.when, words)) if measure else None
