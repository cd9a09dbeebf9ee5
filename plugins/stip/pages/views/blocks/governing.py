"""Governing: how far things are and what is enough, how teams judge themselves, and the hours that projects ask."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from stip.charts import About, Figure, Level, LevelsSpec, Stack, StackedSpec, State, draw_levels, draw_stacked
from stip.model.practices import LeadershipStyle, Maturity, Project, SelfAssessment
from stip.model.staffing import Asked
from stip.pages.views.blocks.block import Block, ChartRow, block
from stip.pages.views.facts import label
from stip.pages.views.items import LinkItem, when_text
from stip.pages.views.view import as_view
from stip.text.dates import period_text
from stip.text.numbers import number_text

if TYPE_CHECKING:
    from stip.pages.links import Here

_JUDGED = ("agility", "residents_first", "self_direction")


@as_view
class NotNow:
    """What is not done now on purpose, and why."""

    subject: LinkItem
    texts: tuple[str, ...]
    reason: str


def maturity(here: Here) -> Block:
    """Show for each subject where it is, where it must come, and from where on it is good enough."""
    words, found = here.context.words, here.context.roadmap.of(Maturity)
    if not found:
        return block("charts", "levels", (), here)
    enough = sum(one.enough is not None and one.now >= one.enough for one in found)
    chart = draw_levels(
        LevelsSpec(
            about=About("levels", words("insight.block.levels"), words("insight.maturity_summary", count=enough)),
            levels=tuple(_level(one, here) for one in found),
            what_word=words("insight.subject"),
            now_word=words("insight.now"),
            target_word=words("insight.target"),
            enough_word=words("insight.enough"),
            state_word=words("insight.is_enough"),
        )
    )
    return block("charts", "levels", (ChartRow(chart),), here, beside=Maturity.record)


def _level(one: Maturity, here: Here) -> Level:
    words = here.context.words
    good = one.enough is not None and one.now >= one.enough
    state = State(words("insight.good_enough"), "good") if good else None
    text = words("site.practice.score", value=one.now)
    return Level(one.title, one.now, one.target, one.enough, text, state, here.practice(one))


def not_now(here: Here) -> Block:
    """List what is not done now on purpose."""
    rows = (
        NotNow(LinkItem(one.title, here.practice(one)), one.not_now, one.reason or "")
        for one in here.context.roadmap.of(Maturity)
        if one.not_now
    )
    return block("not_now", "not_now", rows, here, beside=Maturity.record)


def judgements(here: Here) -> Block:
    """Show how each team judges itself."""
    rows = (_judged(one, here) for one in here.context.roadmap.of(SelfAssessment))
    return block("charts", "judgements", rows, here, beside=LeadershipStyle.record)


def _judged(one: SelfAssessment, here: Here) -> ChartRow:
    words = here.context.words
    scores = [(name, getattr(one, name)) for name in _JUDGED]
    lowest = min(scores, key=lambda score: score[1])[0]
    summary = words("insight.judgement_summary", lowest=label(SelfAssessment, lowest, words).lower())
    chart = draw_levels(
        LevelsSpec(
            about=About(f"judgement-{one.id}", one.title, summary),
            levels=tuple(
                Level(label(SelfAssessment, name, words), score, text=words("site.practice.score", value=score))
                for name, score in scores
            ),
            what_word=words("insight.subject"),
            now_word=words("insight.score"),
            target_word="",
            enough_word="",
        )
    )
    when = when_text(one.when, words) if one.when else ""
    anchor = here.context.addresses.practice(one)[1]
    text = ". ".join(filter(None, (when, one.text)))
    notes = (one.mandate,) if one.mandate else ()
    return ChartRow(chart, title=one.title, text=text, notes=notes, anchor=anchor, fold=summary)


def hours(here: Here) -> Block:
    """Say for each department whether the hours that projects ask fit; the drawing stands open where they do not."""
    rows = (_hours(unit, asked, here) for unit, asked in here.context.asked.items())
    return block("charts", "hours", rows, here, beside=Project.record)


def unit_hours(unit_id: str, here: Here) -> ChartRow | None:
    """Show the hours that projects ask of one department; None when they ask none."""
    asked = here.context.asked.get(unit_id)
    return _hours(unit_id, asked, here) if asked else None


def _hours(unit_id: str, listed: tuple[Asked, ...], here: Here) -> ChartRow:
    words, roadmap = here.context.words, here.context.roadmap
    unit = roadmap.units[unit_id]
    ids = tuple(dict.fromkeys(key for one in listed for key in one.projects))
    titles = tuple(roadmap.practice[Project.record, key].title for key in ids)
    stacks = tuple(_stack(one, ids, here) for one in listed)
    over = sum(stack.state is not None for stack in stacks)
    summary = words("insight.hours_over", count=over) if over else words("insight.hours_fit")
    chart = draw_stacked(
        StackedSpec(
            about=About(f"hours-{unit_id}", unit.name, summary),
            parts=titles,
            stacks=stacks,
            what_word=words("insight.quarter"),
            total_word=words("insight.total"),
            limit_word=words("insight.capacity") if unit.capacity is not None else "",
            state_word=words("insight.fits"),
        )
    )
    return ChartRow(chart, here.unit(unit), unit.name, fold=summary, opened=over > 0)


def _stack(asked: Asked, ids: tuple[str, ...], here: Here) -> Stack:
    words = here.context.words
    late = State(words("insight.hours_too_many", hours=number_text(asked.above, words))) if asked.above else None
    hours, capacity = number_text(asked.hours, words), asked.capacity
    return Stack(
        label=period_text(asked.quarter, words),
        parts=tuple(_hour_figure(asked.projects.get(key), here) for key in ids),
        total=words("insight.hours", hours=hours),
        limit=_hour_figure(asked.capacity, here),
        state=late,
        text="" if capacity is None else words("insight.hours_of", hours=hours, most=number_text(capacity, words)),
    )


def _hour_figure(value: int | None, here: Here) -> Figure | None:
    words = here.context.words
    return None if value is None else Figure(Decimal(value), words("insight.hours", hours=number_text(value, words)))
