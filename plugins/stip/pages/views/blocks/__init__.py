"""Blocks: what the page of each topic shows of many practices together, a module a sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model.practices import (
    Celebration,
    Development,
    Figure,
    Framework,
    Practice,
    SelfAssessment,
    Stage,
    TensionArc,
    Topic,
)
from stip.pages.views.blocks.agenda import agenda
from stip.pages.views.blocks.block import Block
from stip.pages.views.blocks.corners import quick_wins, stakeholders
from stip.pages.views.blocks.feasts import feasts_ahead, feasts_past, rounds_now
from stip.pages.views.blocks.figures import figures
from stip.pages.views.blocks.finder import finder
from stip.pages.views.blocks.frameworks import frameworks
from stip.pages.views.blocks.governing import hours, judgements, maturity, not_now
from stip.pages.views.blocks.interventions import interventions
from stip.pages.views.blocks.ladders import growth, stages
from stip.pages.views.blocks.load import load
from stip.pages.views.blocks.money import budgets, cases, trials
from stip.pages.views.blocks.progress import progress
from stip.pages.views.blocks.residents import coupling, pains
from stip.pages.views.blocks.risk import matrix, register, reuse
from stip.pages.views.blocks.systems import systems
from stip.pages.views.blocks.tension import developments, tension
from stip.pages.views.blocks.trends import energy, savings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stip.pages.links import Here

__all__ = ["CONSUMED", "Block", "blocks"]

CONSUMED: frozenset[type[Practice]] = frozenset(
    {Celebration, Stage, Framework, Figure, TensionArc, Development, SelfAssessment}
)
"""Kinds of practice that a block shows whole."""

_BLOCKS: Mapping[Topic, tuple[Callable[[Here], Block], ...]] = {
    Topic.JOINING: (agenda,),
    Topic.TOOLS: (finder,),
    Topic.CELEBRATING: (rounds_now, energy, feasts_past, feasts_ahead),
    Topic.CHANGING: (growth, quick_wins, load),
    Topic.RESULTS: (progress, savings),
    Topic.PEOPLE: (stages, stakeholders),
    Topic.DIRECTION: (frameworks, tension, interventions, developments, figures),
    Topic.RESIDENTS: (coupling, pains),
    Topic.GOVERNING: (not_now, maturity, judgements, hours),
    Topic.SAFETY: (systems,),
    Topic.MONEY: (budgets, cases, trials),
    Topic.RISK: (matrix, register, reuse),
}


def blocks(topic: Topic, here: Here) -> tuple[Block, ...]:
    """Return the blocks of a topic's page that have anything to show, in their order."""
    made = (make(here) for make in _BLOCKS.get(topic, ()))
    return tuple(block for block in made if block.rows)
