"""Intervention points: every moment at which somebody can step in, with the number that it has on each drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model.steps import OVER
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.items import StepItem, step_item, when_text
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.model import Step
    from stip.pages.links import Here


@as_view
class InterventionRow:
    """An intervention point: its sign and number, what shows it, and what is done by whom, at the latest when."""

    step: StepItem
    signal: str
    threshold: str
    action: str
    owner: str
    latest: str
    effect: str
    outcome: str
    stands: str
    late: bool
    """Whether its latest moment has passed and it is still open."""


def interventions(here: Here) -> Block:
    """Show every intervention point that was not stopped, by number."""
    return block("interventions", "interventions", intervention_rows(here), here)


def intervention_rows(here: Here) -> tuple[InterventionRow, ...]:
    """Gather the intervention points by number."""
    context = here.context
    return tuple(_row(context.roadmap.steps[key], here) for key in context.interventions)


def _row(step: Step, here: Here) -> InterventionRow:
    words = here.context.words
    last = step.latest.last if step.latest else None
    return InterventionRow(
        step=step_item(step, here),
        signal=step.signal or "",
        threshold=step.threshold or "",
        action=step.action or "",
        owner=step.owner or "",
        latest=when_text(step.latest, words) if step.latest else "",
        effect=step.effect or "",
        outcome=step.outcome or "",
        stands=step.stands or "",
        late=step.status not in OVER and last is not None and last < here.context.today,
    )
