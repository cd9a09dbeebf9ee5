"""Residents: where they get stuck and what solves it, and how far each service is connected to what lies behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.charts import About, Level, LevelsSpec, draw_levels
from stip.model.counting import adapted_services
from stip.model.practices import Coupling, Journey, Service
from stip.pages.views.blocks.block import Block, ChartRow, block
from stip.pages.views.facts import value_text
from stip.pages.views.items import LinkItem
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.model.practices import JourneyStage
    from stip.pages.links import Here

_LEVELS = [value for value in Coupling if value is not Coupling.NONE]
"""How far a service can be connected, in order; one that is not stands before the first."""


@as_view
class PainRow:
    """Something that hurts at a stage of a journey, and the steps that solve it."""

    pain: str
    stage: str
    solved_by: tuple[LinkItem, ...]


@as_view
class PainGroup:
    """All that hurts on a journey; `summary` says how much, and of how much nothing solves it (`unsolved`)."""

    journey: LinkItem
    summary: str
    unsolved: int
    pains: tuple[PainRow, ...]


@as_view
class StageView:
    """A stage of a journey; `feeling` is 1 to 5, or 0 when nobody asked."""

    title: str
    touchpoint: str
    feeling: int
    feeling_text: str
    pain: str
    evidence: str
    solved_by: tuple[LinkItem, ...]


def pains(here: Here) -> Block:
    """Show all that hurts, with what solves it; what nothing solves yet comes first."""
    groups = (_hurting(journey, here) for journey in here.context.roadmap.of(Journey))
    found = sorted((group for group in groups if group.pains), key=lambda group: -group.unsolved)
    return block("pains", "pains", found, here)


def _hurting(journey: Journey, here: Here) -> PainGroup:
    words = here.context.words
    pains = [PainRow(one.pain, one.title, _solved(one, here)) for one in journey.stages if one.pain]
    unsolved = sum(not row.solved_by for row in pains)
    answer = words("insight.pains_unsolved", count=unsolved) if unsolved else words("insight.pains_solved")
    return PainGroup(
        LinkItem(journey.title, here.practice(journey)),
        f"{words('insight.pains_count', count=len(pains))} {answer}",
        unsolved,
        tuple(sorted(pains, key=lambda row: bool(row.solved_by))),
    )


def stages(journey: Journey, here: Here) -> tuple[StageView, ...]:
    """Show the stages of a journey as a strip."""
    words = here.context.words
    return tuple(
        StageView(
            stage.title,
            stage.touchpoint or "",
            stage.feeling or 0,
            words(f"insight.feeling_{stage.feeling}") if stage.feeling else "",
            stage.pain or "",
            stage.evidence or "",
            _solved(stage, here),
        )
        for stage in journey.stages
    )


def _solved(stage: JourneyStage, here: Here) -> tuple[LinkItem, ...]:
    steps = here.context.roadmap.steps
    return tuple(LinkItem(steps[key].title, here.step(steps[key])) for key in stage.solved_by)


def coupling(here: Here) -> Block:
    """Show how far each service is connected to what lies behind it."""
    words, roadmap = here.context.words, here.context.roadmap
    services = [one for one in roadmap.of(Service) if one.coupling is not None]
    adapted = adapted_services(roadmap)
    if not services:
        return block("charts", "coupling", (), here)
    summary = words("insight.coupling_summary", count=adapted.full, total=adapted.said)
    chart = draw_levels(
        LevelsSpec(
            about=About("coupling", words("insight.block.coupling"), summary),
            levels=tuple(_level(one, here) for one in services),
            what_word=words("insight.service"),
            now_word=words("insight.coupled"),
            target_word="",
            enough_word="",
            most=len(_LEVELS),
            names=tuple(value_text(Service, "coupling", value, words) for value in _LEVELS),
            numbered=False,
            zero_name=value_text(Service, "coupling", Coupling.NONE, words),
        )
    )
    return block("charts", "coupling", (ChartRow(chart),), here)


def _level(service: Service, here: Here) -> Level:
    assert service.coupling is not None
    text = value_text(service, "coupling", service.coupling, here.context.words)
    now = 0 if service.coupling is Coupling.NONE else _LEVELS.index(service.coupling) + 1
    return Level(service.title, now, text=text, href=here.practice(service))
