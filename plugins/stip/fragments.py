"""Fragments: where in a page a drawing belongs, and how it comes there."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r'<div class="stip-drawing" data-stip="(?P<name>[^"]+)"></div>')


def placeholder(name: str) -> str:
    """Return the exact text that stands in a page's Markdown where the fragment `name` belongs."""
    return f'<div class="stip-drawing" data-stip="{name}"></div>'


def fill(text: str, fragments: Mapping[str, str], *, searchable: bool = True) -> str:
    """Put the drawings where the page asks for them.

    With `searchable` false each drawing tells a search to pass it by: its words stand beside it already.
    """

    def drawing(match: re.Match[str]) -> str:
        svg = fragments.get(match["name"])
        if svg is None:
            return match[0]
        return svg if searchable else svg.replace("<svg", "<svg data-search-exclude", 1)

    return _PLACEHOLDER.sub(drawing, text) if fragments else text
