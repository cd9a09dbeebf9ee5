"""Progress: how near each goal has come, and what helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model.indicators import progress_of
from stip.model.practices import Result
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.items import LinkItem, when_text
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.model.programme import Goal, Indicator
    from stip.pages.links import Here


@as_view
class Way:
    """How far an indicator has come: in words, and as a share of the way in percent (None when unknown)."""

    title: str
    text: str
    percent: int | None


@as_view
class Progress:
    """How near a goal has come, by one of its indicators, and what helped."""

    goal: str
    href: str
    indicators: tuple[Way, ...]
    results: tuple[LinkItem, ...]


def progress(here: Here) -> Block:
    """Show the goals that have an indicator or a result."""
    rows = (_goal_row(goal, here) for goal in here.context.roadmap.mission.goals)
    return block("progress", "progress", (row for row in rows if row.indicators or row.results), here)


def _goal_row(goal: Goal, here: Here) -> Progress:
    results = here.context.roadmap.of(Result)
    return Progress(
        goal.title,
        here.goal(goal.id),
        tuple(_way(one, here) for one in goal.indicators),
        tuple(LinkItem(one.title, here.practice(one)) for one in results if goal.id in one.goals),
    )


def _way(indicator: Indicator, here: Here) -> Way:
    made = progress_of(indicator)
    return Way(indicator.title, _measured(indicator, here), made.share if made else None)


def _measured(indicator: Indicator, here: Here) -> str:
    """Say where an indicator is, where it began and where it must be, in sentences."""
    words = here.context.words
    values = (("now", indicator.now), ("baseline", indicator.baseline), ("target", indicator.target))
    unit = f" {indicator.unit}" if indicator.unit else ""
    sentences = []
    for key, measure in values:
        if measure:
            when = when_text(measure.when, words)
            sentences.append(words(f"site.block.progress_{key}", value=f"{measure.value}{unit}", when=when))
            unit = ""
    return " ".join(sentences)
