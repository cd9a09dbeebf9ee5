"""The mission page: why, the values, the goals with their indicators, the dot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import Goal, Indicator, Measure, Status, Value
from stip.pages.selection import by_date
from stip.pages.views.items import ContactItem, StepItem, contact_item, horizon_label, step_item
from stip.pages.views.layout import Frame, frame
from stip.pages.views.steps import goal_anchor
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.pages.links import Here
    from stip.text.words import Words

_STEPS = 5


@dataclass(frozen=True)
class MeasureView:
    """A value and its moment."""

    value: str
    when: str


@dataclass(frozen=True)
class IndicatorRow:
    """How a goal is measured; None is not known yet."""

    title: str
    unit: str
    baseline: MeasureView | None
    now: MeasureView | None
    target: MeasureView | None


@dataclass(frozen=True)
class GoalView:
    """A goal, its indicators and the steps that serve it next."""

    anchor: str
    title: str
    text: str
    kind: str
    table: str
    indicators: tuple[IndicatorRow, ...]
    steps: tuple[StepItem, ...]
    more: str


@dataclass(frozen=True)
class MissionView:
    """All that the mission page shows."""

    frame: Frame
    heading: str
    meaning_title: str
    meaning: str
    mission: str
    values: tuple[Value, ...]
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
        values=mission.values,
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


def _goal(goal: Goal, here: Here) -> GoalView:
    context, words = here.context, here.context.words
    serving = [
        step
        for step in by_date(context.roadmap.steps.values())
        if goal.id in step.goals and step.status not in {Status.DONE, Status.STOPPED}
    ]
    more = len(serving) - _STEPS
    return GoalView(
        anchor=goal_anchor(goal.id),
        title=goal.title,
        text=goal.text or "",
        kind=words(f"site.goal_kind.{goal.kind}"),
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
