"""The steering page: where are we, what comes, what is late, what does it cost and what may go wrong, on one sheet."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from stip.charts import About, Bar, BarsSpec, Chart, Figure, RoadSpec, State, Way, draw_bars, draw_road
from stip.editions import difference, snapshot
from stip.model import Status
from stip.model.indicators import Progress, progress_of
from stip.model.money import progress as money_progress
from stip.model.practices import Audience, Budget, Decision, DecisionOutcome, Risk, TensionArc, Topic
from stip.model.steps import ANNOUNCED
from stip.pages.selection import by_date
from stip.pages.views.blocks.interventions import InterventionRow, intervention_rows
from stip.pages.views.blocks.money import euro, kind_text
from stip.pages.views.blocks.ready import COLUMNS, ReadyRow, ready_answer, ready_rows
from stip.pages.views.blocks.risk import asking, by_weight, risk_chart
from stip.pages.views.blocks.tension import arc_chart, arc_summary
from stip.pages.views.changed import step_sentence
from stip.pages.views.items import LinkItem, StepItem, step_item, when_text
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view
from stip.text.dates import day_text
from stip.text.numbers import money_text, number_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.model import Step
    from stip.pages.links import Here

_WAYS, _RISKS, _LATE, _CHANGES, _STEPS_IN = 6, 6, 6, 5, 4
"""So many indicators, risks, late steps, changes and intervention points fit on the sheet; the rest is elsewhere."""


@as_view
class Headline:
    """One of the sentences that say it all: its first words, and the rest; `mark` is the status or kind of its sign."""

    mark: str
    number: int | None
    lead: str
    text: str


@as_view
class Panel:
    """A question, its answer in one sentence, and the drawing that shows it; `link` leads to all of it."""

    key: str
    title: str
    answer: str
    chart: Chart | None = None
    link: LinkItem | None = None


@as_view
class LateRow:
    """A step that is later than it was planned."""

    step: StepItem
    was: str
    later: str
    reason: str


@as_view
class SteeringView:
    """All that the steering page shows."""

    frame: Frame
    title: str
    lead: str
    headlines: tuple[Headline, ...]
    goals: Panel | None
    tension: Panel | None
    money: Panel | None
    risks: Panel | None
    risk_names: tuple[LinkItem, ...]
    ready: Panel | None
    ready_columns: tuple[str, ...]
    ready_rows: tuple[ReadyRow, ...]
    interventions: Panel | None
    intervention_rows: tuple[InterventionRow, ...]
    late: Panel | None
    late_rows: tuple[LateRow, ...]
    changes: Panel | None
    change_rows: tuple[tuple[LinkItem, str, str], ...]
    """What changed: the step, its unit, and what happened."""
    onward: tuple[LinkItem, ...]

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The drawings on the page."""
        panels = (self.goals, self.tension, self.money, self.risks)
        return tuple(panel.chart for panel in panels if panel and panel.chart)


def steering_view(here: Here) -> SteeringView:
    """Gather the steering page."""
    context, words, roadmap = here.context, here.context.words, here.context.roadmap
    programme = roadmap.mission.programme
    ready = tuple(ready_rows(here))
    late = tuple(_late(here))
    steps_in = intervention_rows(here)
    open_in = tuple(row for row in steps_in if row.step.status in ANNOUNCED)
    changes = tuple(_changes(here))
    risks = by_weight(here)[:_RISKS]
    return SteeringView(
        frame=frame(here, words("insight.steering.title"), words("insight.steering.description")),
        title=words("insight.steering.title"),
        lead=words(
            "insight.steering.lead",
            name=programme.name,
            organisation=programme.organisation or "",
            date=day_text(context.today, words),
        ),
        headlines=tuple(_headlines(open_in, here)),
        goals=_goals(here),
        tension=_tension(here),
        money=_money(here),
        risks=_risks(here),
        risk_names=tuple(LinkItem(risk.title, here.practice(risk)) for risk in risks),
        ready=_panel("ready", ready_answer(ready, here), here) if ready else None,
        ready_columns=tuple(words(f"insight.steering.ready_{name}") for name in COLUMNS),
        ready_rows=ready,
        interventions=_panel("interventions", _next_answer(open_in, here), here, Topic.DIRECTION) if steps_in else None,
        intervention_rows=(open_in or steps_in)[:_STEPS_IN],
        late=_panel("late", words("insight.steering.late_answer", count=len(late)), here) if late else None,
        late_rows=late[:_LATE],
        changes=_panel("changes", _changes_answer(len(changes), here), here) if context.editions else None,
        change_rows=changes[:_CHANGES],
        onward=tuple(_onward(here)),
    )


def _panel(key: str, answer: str, here: Here, topic: Topic | None = None, chart: Chart | None = None) -> Panel:
    words, addresses = here.context.words, here.context.addresses
    link = None
    if topic and topic in here.context.topics:
        link = LinkItem(words(f"insight.steering.all_{key}"), here.to(addresses.topics[topic]))
    return Panel(key, words(f"insight.steering.{key}"), answer, chart, link)


def _ways(here: Here) -> tuple[Progress, ...]:
    found = (progress_of(one) for goal in here.context.roadmap.mission.goals for one in goal.indicators)
    return tuple(one for one in found if one is not None)


def _goals(here: Here) -> Panel | None:
    words, ways = here.context.words, _ways(here)
    if not ways:
        return None
    answer = _ways_answer(ways, here)
    chart = draw_road(
        RoadSpec(
            about=About("goals", words("insight.steering.goals"), answer),
            ways=tuple(_way(one, here) for one in ways[:_WAYS]),
            what_word=words("insight.indicator"),
            baseline_word=words("insight.baseline"),
            now_word=words("insight.now"),
            target_word=words("insight.target"),
            expected_word=words("insight.expected_now"),
            state_word=words("insight.state"),
            note_word=words("insight.when"),
        )
    )
    return _panel("goals", answer, here, Topic.RESULTS, chart)


def _ways_answer(ways: tuple[Progress, ...], here: Here) -> str:
    words = here.context.words
    good = sum(one.on_plan is True for one in ways)
    return words("insight.steering.goals_answer", count=good, total=len(ways))


def _way(one: Progress, here: Here) -> Way:
    words, indicator = here.context.words, one.indicator
    behind = State(words("insight.behind")) if one.on_plan is False else None
    when = when_text(indicator.now.when, words) if indicator.now else ""
    return Way(
        label=indicator.title,
        baseline=_number(one.begin, here),
        target=_number(one.target, here),
        now=_number(one.now, here),
        expected=_number(round(one.expected, 1), here) if one.expected is not None else None,
        note=", ".join(filter(None, (when, indicator.unit))),
        state=behind or (State(words("insight.on_plan"), "good") if one.on_plan else None),
    )


def _number(value: Decimal, here: Here) -> Figure:
    return Figure(value, number_text(value, here.context.words))


def _tension(here: Here) -> Panel | None:
    arcs = here.context.roadmap.of(TensionArc)
    if not arcs:
        return None
    arc = next((one for one in arcs if not one.departments), arcs[0])
    return _panel("tension", arc_summary(arc, here), here, Topic.DIRECTION, arc_chart(arc, here))


def _money(here: Here) -> Panel | None:
    """Show this year's money by kind of cost: spent, expected, planned."""
    words, year = here.context.words, here.context.today.year
    kinds = money_progress(here.context.roadmap.of(Budget), year)
    if not kinds:
        return None
    above = sum((one.above for one in kinds), Decimal(0))
    answer = words(
        f"insight.steering.money_{'above' if above > 0 else 'within'}", amount=money_text(abs(above), words), year=year
    )
    chart = draw_bars(
        BarsSpec(
            about=About("money", words("insight.steering.money"), answer),
            bars=tuple(
                Bar(
                    label=kind_text(one.kind, here),
                    value=euro(one.spent or Decimal(0), here),
                    plan=euro(one.planned, here),
                    expected=euro(one.expected, here) if one.expected is not None else None,
                    text=words(
                        "insight.money.of",
                        amount=money_text(one.planned if one.expected is None else one.expected, words),
                        plan=money_text(one.planned, words),
                    ),
                    state=State(words("insight.money.too_much", amount=money_text(one.above, words)))
                    if one.above > 0
                    else None,
                )
                for one in kinds
            ),
            what_word=words("insight.money.kind"),
            value_word=words("insight.money.spent"),
            plan_word=words("insight.money.planned"),
            expected_word=words("insight.money.expected", year=year),
            state_word=words("insight.state"),
        )
    )
    return _panel("money", answer, here, Topic.MONEY, chart)


def _risks(here: Here) -> Panel | None:
    if not here.context.roadmap.of(Risk):
        return None
    return _panel("risks", asking(here), here, Topic.RISK, risk_chart(_RISKS, here))


def _next_answer(rows: tuple[InterventionRow, ...], here: Here) -> str:
    return here.context.words("insight.steering.interventions_answer", count=len(rows))


def _late(here: Here) -> Iterator[LateRow]:
    """Yield every step that is later than it was planned, the latest of all first."""
    roadmap = here.context.roadmap
    late = [step for step in roadmap.steps.values() if step.status is Status.DELAYED and step.was]
    for step in sorted(late, key=lambda step: -_days_later(step)):
        words = here.context.words
        was = when_text(step.was, words) if step.was else ""
        yield LateRow(step_item(step, here), was, _later(step, here), step.reason or "")


def _days_later(step: Step) -> int:
    if step.was is None or step.was.first is None or step.when.first is None:
        return 0
    return (step.when.first - step.was.first).days


def _later(step: Step, here: Here) -> str:
    weeks = round(_days_later(step) / 7)
    return here.context.words("insight.weeks", count=weeks) if weeks else ""


def _changes(here: Here) -> Iterator[tuple[LinkItem, str, str]]:
    """Yield what happened to steps since the newest edition, in plain words; a step that is gone leads nowhere."""
    context = here.context
    if not context.editions:
        return
    old, new = context.editions[-1], snapshot(context.roadmap)
    for change in difference(old, new).steps:
        step = context.roadmap.steps.get(change.step.id)
        link = LinkItem(change.step.title, here.step(step) if step else "")
        unit = (new if step else old).unit_of[change.step.id]
        yield link, unit.name, step_sentence(change, old, new, context.words)


def _changes_answer(count: int, here: Here) -> str:
    words, name = here.context.words, here.context.editions[-1].name
    if not count:
        return words("insight.steering.changes_none", name=name)
    return words("insight.steering.changes_answer", count=count, name=name)


def _headlines(open_in: tuple[InterventionRow, ...], here: Here) -> Iterator[Headline]:
    """Yield the sentences that say it all: the goal, the next moment to step in, what asks for a decision."""
    words = here.context.words
    if ways := _ways(here):
        yield Headline(_goal_status(ways), None, words("insight.steering.headline_goal"), _ways_answer(ways, here))
    if open_in:
        first = open_in[0]
        lead = words("insight.steering.headline_step", number=first.step.number)
        text = words("insight.steering.headline_step_text", title=first.step.title, when=first.step.when)
        yield Headline("intervention", first.step.number, lead, text)
    if asked := _asked(here):
        yield Headline("decision", None, words("insight.steering.headline_decide"), asked)


def _goal_status(ways: tuple[Progress, ...]) -> Status:
    """Return the status whose sign says how the goals stand: all on plan, some, or none."""
    good = sum(one.on_plan is True for one in ways)
    if good == len(ways):
        return Status.DONE
    return Status.RUNNING if good else Status.DELAYED


def _asked(here: Here) -> str:
    """Say what asks for a decision: what was postponed, else money that is lacking, else the next step of that kind."""
    words, roadmap, today = here.context.words, here.context.roadmap, here.context.today
    postponed = [one for one in roadmap.of(Decision) if one.outcome is DecisionOutcome.POSTPONED]
    if postponed:
        return words("insight.steering.postponed", title=postponed[-1].title)
    above = sum((one.above for one in money_progress(roadmap.of(Budget), today.year)), Decimal(0))
    if above > 0:
        return words("insight.steering.money_above", amount=money_text(above, words), year=today.year)
    ahead = by_date(step for step in roadmap.steps.values() if step.kind == "decision" and step.status in ANNOUNCED)
    if not ahead:
        return ""
    return words("insight.steering.next_decision", title=ahead[0].title, when=when_text(ahead[0].when, words))


def _onward(here: Here) -> Iterator[LinkItem]:
    """Yield the pages that only who steers has."""
    context, words = here.context, here.context.words
    for topic in Topic:
        if topic.audience is Audience.STEERING and topic in context.topics:
            yield LinkItem(words(f"site.topic.{topic}.title"), here.to(context.addresses.topics[topic]))
    for topic in (Topic.DIRECTION, Topic.GOVERNING, Topic.SAFETY):
        if topic in context.topics:
            yield LinkItem(words(f"site.topic.{topic}.title"), here.to(context.addresses.topics[topic]))
    if context.addresses.report in context.paths:
        yield LinkItem(words("site.report.title"), here.to(context.addresses.report))
