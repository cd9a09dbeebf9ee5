"""The poster as a page shows it: the same drawing as one picture, in the fonts that the page has already."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from stip.poster import Drawing, write_svg

_NEEDLESS = {"title", "desc", "style"}
"""What an SVG needs that stands alone; a page has a name for it, and the fonts."""


def preview(drawing: Drawing, name: str) -> str:
    """Return a poster as SVG inside a page: its links are for paper, so it has none here."""
    letters = tuple(replace(item, href="") for item in drawing.letters)
    root = ET.fromstring(write_svg(replace(drawing, letters=letters)))  # noqa: S314 - we have just made it
    for item in [child for child in root if child.tag.rpartition("}")[2] in _NEEDLESS]:
        root.remove(item)
    root.attrib.clear()
    width, height = drawing.sheet.world
    root.attrib |= {
        "class": "stip-drawing stip-drawing--poster",
        "viewBox": f"0 0 {width:g} {height:g}",
        "role": "img",
        "aria-label": name,
    }
    return ET.tostring(root, encoding="unicode")
