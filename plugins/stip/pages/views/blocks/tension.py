"""Tension: how tense it is over time, and how far we come: drawn, in one sentence, and as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from stip.charts import About, ArcPoint, ArcSpec, Chart, Figure, LinePoint, LineSpec, Warned, draw_arc, draw_line
from stip.model.practices import Development, DevelopmentPoint, Known, TensionArc, TensionPoint
from stip.model.steps import OVER
from stip.pages.views.blocks.block import Block, ChartRow, block
from stip.pages.views.items import when_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from stip.model import Step
    from stip.pages.links import Here

_LEVELS = (20, 50)
"""Where the words for calm and tense stand on the hill, in percent of the highest."""


_MOST = 40
"""So many intervention points stand on one arc; of more only those to come soonest, and a sentence says so."""


def tension(here: Here) -> Block:
    """Show every arc of tension."""
    arcs = here.context.roadmap.of(TensionArc)
    return block("charts", "tension", (_arc_row(arc, here) for arc in arcs), here)


def _arc_row(arc: TensionArc, here: Here) -> ChartRow:
    """Show an arc with what makes it so at each point, and what is done about it."""
    words = here.context.words
    points = (
        (when_text(point.when, words), tuple(filter(None, (point.cause, point.doing))))
        for point in arc.points
        if point.cause or point.doing
    )
    anchor = here.context.addresses.practice(arc)[1]
    chart = arc_chart(arc, here)
    # What everyone shares stands in the open; that of some departments is one line until somebody asks.
    fold = chart.summary if arc.departments else ""
    # A folded arc says it on its line, with all else that it comes down to.
    text, notes = arc.text or "", () if fold else _left_out(arc, here)
    return ChartRow(chart, title=arc.title, text=text, notes=notes, anchor=anchor, points=tuple(points), fold=fold)


def arc_chart(arc: TensionArc, here: Here) -> Chart:
    """Draw an arc of tension with the intervention points of its departments (of all when it names none)."""
    words = here.context.words
    levels = [Figure(Decimal(level), words(f"insight.level_{level}")) for level in _LEVELS if level < arc.limit]
    spec = ArcSpec(
        about=About(f"arc-{arc.id}", arc.title, arc_summary(arc, here)),
        points=tuple(_point(point, day, here) for point, day in _dated(arc)),
        levels=tuple(levels),
        when_word=words("insight.when"),
        level_word=words("insight.level"),
        measured_word=words("insight.measured"),
        expected_word=words("insight.expected"),
        limit=Figure(Decimal(arc.limit), words("insight.limit")),
        today=here.context.today,
        today_word=words("insight.today"),
        warnings=tuple(_warned(step, here) for step in _nearest(arc, here)),
        warning_word=words("insight.warning"),
    )
    return draw_arc(spec)


def arc_summary(arc: TensionArc, here: Here) -> str:
    """Say when it is most tense from today on, whether that is too much, and how much the drawing leaves out."""
    words = here.context.words
    ahead = [(point, day) for point, day in _dated(arc) if day >= here.context.today]
    if not ahead:
        return " ".join((words("insight.arc_past"), *_left_out(arc, here)))
    highest = max(ahead, key=lambda found: found[0].level)[0]
    key = "insight.arc_too_much" if highest.level >= arc.limit else "insight.arc_calm"
    said = words(key, when=when_text(highest.when, words), level=highest.level)
    return " ".join((said, *_left_out(arc, here)))


def steps_of(arc: TensionArc, here: Here) -> Iterator[Step]:
    """Yield the intervention points that belong to an arc, by number."""
    roadmap = here.context.roadmap
    under = {one.id for key in arc.departments for one in (roadmap.units[key], *roadmap.below(roadmap.units[key]))}
    for key in here.context.interventions:
        if not under or roadmap.unit_of[key].id in under:
            yield roadmap.steps[key]


def _nearest(arc: TensionArc, here: Here) -> tuple[Step, ...]:
    """Return the intervention points to draw on an arc, by number: those with a day, of many the soonest to come."""
    steps, today = [step for step in steps_of(arc, here) if step.when.first], here.context.today
    ahead = sorted(steps, key=lambda step: (step.status in OVER or (step.when.last or today) < today, step.when))
    shown = {step.id for step in ahead[:_MOST]}
    return tuple(step for step in steps if step.id in shown)


def _left_out(arc: TensionArc, here: Here) -> tuple[str, ...]:
    """Say how many intervention points an arc does not show, if any."""
    count = sum(step.when.first is not None for step in steps_of(arc, here))
    return (here.context.words("insight.warnings_some", count=count, shown=_MOST),) if count > _MOST else ()


def _dated(arc: TensionArc) -> Iterator[tuple[TensionPoint, dt.date]]:
    """Yield the points that have a day, which is the first of their period."""
    for point in arc.points:
        if point.when.first:
            yield point, point.when.first


def _point(point: TensionPoint, day: dt.date, here: Here) -> ArcPoint:
    words = here.context.words
    figure = Figure(Decimal(point.level), words("insight.of_hundred", value=point.level))
    return ArcPoint(day, when_text(point.when, words), figure, measured=point.known is Known.MEASURED)


def _warned(step: Step, here: Here) -> Warned:
    words, day = here.context.words, step.when.first
    assert day is not None
    number = here.context.interventions[step.id]
    return Warned(number, day, step.title, here.step(step), when_text(step.when, words))


def developments(here: Here) -> Block:
    """Show how far we come: as most likely, beside what was planned and what was measured."""
    made = here.context.roadmap.of(Development)
    return block("charts", "developments", (_development_row(one, here) for one in made), here)


def _development_row(one: Development, here: Here) -> ChartRow:
    anchor = here.context.addresses.practice(one)[1]
    return ChartRow(_development(one, here), title=one.title, text=one.text or "", anchor=anchor)


def _development(development: Development, here: Here) -> Chart:
    words = here.context.words
    points = tuple(
        LinePoint(
            at=point.when.first,
            label=when_text(point.when, words),
            figure=Figure(Decimal(level), words("insight.of_hundred", value=level)),
            expected=point.measured is None,
            plan=_planned(point, here),
        )
        for point in development.points
        if point.when.first and (level := _level(point)) is not None
    )
    about = About(f"development-{development.id}", development.title, _behind(development, here))
    return draw_line(
        LineSpec(
            about,
            points,
            when_word=words("insight.when"),
            figure_word=words("insight.level_made"),
            measured_word=words("insight.measured"),
            expected_word=words("insight.expected"),
            plan_word=words("insight.planned"),
        )
    )


def _level(point: DevelopmentPoint) -> int | None:
    return point.expected if point.measured is None else point.measured


def _planned(point: DevelopmentPoint, here: Here) -> Figure | None:
    if point.planned is None:
        return None
    return Figure(Decimal(point.planned), here.context.words("insight.of_hundred", value=point.planned))


def _behind(development: Development, here: Here) -> str:
    """Say in one sentence whether the last point that has both lies behind the plan."""
    words = here.context.words
    both = [(point, level) for point in development.points if (level := _level(point)) is not None]
    last = next(((point, level) for point, level in reversed(both) if point.planned is not None), None)
    if last is None or last[0].planned is None:
        return words("insight.development_plain")
    point, level = last
    key = "behind" if level < last[0].planned else "on_plan"
    return words(f"insight.development_{key}", when=when_text(point.when, words), level=level, planned=last[0].planned)
