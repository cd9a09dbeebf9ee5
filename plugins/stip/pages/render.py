"""Render every page of the site from a roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from stip.diagrams.engine import Engine
    from stip.model import Roadmap
    from stip.pages.page import Page


def render_pages(
    roadmap: Roadmap,
    *,
    directory_urls: bool,
    engine: Engine,
    templates: Path | None,
    logo: str | None = None,
) -> tuple[Page, ...]:
    """Render every page, in the order of the menu, each index before the pages under it."""
    raise NotImplementedError
