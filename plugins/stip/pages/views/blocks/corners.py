"""Corners: what stands in a square of two scales: quick wins, and the groups that have a stake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model import Status, Step
from stip.model.practices import Stakeholder
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.items import LinkItem
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.links import Here

_HIGH = 3
"""From this score on influence and concern are high, and impact is large."""
_MUCH = 4
"""From this score on satisfaction is much, as with a quick win."""


@as_view
class Quadrant:
    """One corner of a square of two scales."""

    title: str
    text: str
    items: tuple[LinkItem, ...]


def quick_wins(here: Here) -> Block:
    """Show every step with an impact and a satisfaction in one of four corners; little work, much joy comes first."""
    words = here.context.words
    corners: dict[tuple[bool, bool], list[Step]] = {}
    for step in here.context.roadmap.steps.values():
        if step.impact and step.satisfaction and step.status is not Status.STOPPED:
            corners.setdefault((step.impact >= _HIGH, step.satisfaction >= _MUCH), []).append(step)
    if not corners:
        return block("quadrants", "quick", (), here)
    rows = [
        Quadrant(
            words(f"site.block.quick_{'large' if large else 'small'}_{'much' if much else 'little'}"),
            words(f"site.block.quick_{'large' if large else 'small'}_{'much' if much else 'little'}_text"),
            tuple(
                LinkItem(f"{step.title} ({words(f'site.status.{step.status}').lower()})", here.step(step))
                for step in sorted(corners.get((large, much), ()), key=lambda one: one.when)
            ),
        )
        for large, much in ((False, True), (True, True), (False, False), (True, False))
    ]
    return block("quadrants", "quick", rows, here)


def stakeholders(here: Here) -> Block:
    """Show the groups by how much they can change and how much it changes for them."""
    words = here.context.words
    corners: dict[tuple[bool, bool], list[Stakeholder]] = {}
    for one in here.context.roadmap.of(Stakeholder):
        if one.influence and one.concern:
            corners.setdefault((one.influence >= _HIGH, one.concern >= _HIGH), []).append(one)
    if not corners:
        return block("quadrants", "map", (), here)
    rows = [
        Quadrant(
            words(f"site.block.map_{'strong' if strong else 'weak'}_{'near' if near else 'far'}"),
            "",
            tuple(LinkItem(one.title, here.practice(one)) for one in corners.get((strong, near), ())),
        )
        for strong, near in ((True, True), (False, True), (True, False), (False, False))
    ]
    return block("quadrants", "map", rows if any(row.items for row in rows[2:]) else rows[:2], here)
