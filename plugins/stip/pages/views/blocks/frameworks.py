"""Frameworks: each as a row of its parts, with where we are and how many parts have something behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model.practices import Framework
from stip.model.practices.strategy import PartStatus
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.frameworks import PartView, framework_lead, framework_parts
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class FrameworkTile:
    """A framework in a few words, with its parts; they are a way when we are at one of them, or at none."""

    title: str
    href: str
    lead: str
    filled: str
    is_way: bool
    tells_status: bool
    """Whether the statuses of its parts differ, so that they say something."""
    parts: tuple[PartView, ...]


def frameworks(here: Here) -> Block:
    """Show every framework that the site names."""
    return block("frameworks", "frameworks", (_tile(one, here) for one in here.context.roadmap.of(Framework)), here)


def _tile(framework: Framework, here: Here) -> FrameworkTile:
    parts = framework_parts(framework, here)
    filled = sum(not part.hole for part in parts)
    statuses = [part.status for part in parts if part.status]
    return FrameworkTile(
        framework.title,
        here.practice(framework),
        framework_lead(framework, here),
        here.context.words("insight.filled", count=filled, total=len(parts)),
        bool(statuses) and statuses.count(PartStatus.NOW) <= 1,
        len(set(statuses)) > 1,
        parts,
    )
