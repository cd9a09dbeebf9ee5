"""The strip of landscape behind a page header, with one department's road or none."""

from __future__ import annotations

from stip.scene.spec import Horizon, Lane


def draw_banner(lane: Lane | None, horizon: Horizon, *, id: str = "stip-banner") -> str:  # noqa: A002
    """Draw the decorative strip as inline SVG, hidden from screen readers."""
    return f"<!-- {id} {horizon.label} {lane and lane.number} -->"
