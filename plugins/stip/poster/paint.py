"""Give a drawing fixed colours: what the site's style sheet says by class, as attributes that any printer reads."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from importlib import resources
from xml.etree import ElementTree as ET

from stip.pen.svg import SVG, XLINK
from stip.tokens import TOKENS

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"(?:\.stip-drawing )?\.(stip-d-[\w-]+)$")
_VARIABLE = re.compile(r"var\(--stip-([\w-]+)\)")
_PATH = re.compile(r"stip-c(\d+)$")
_LINES = frozenset({"stip-d-arm-line", "stip-d-arm-head"})
"""What is drawn as a line in the colour of a path: a table of colours may have another one for it."""
_KEPT = re.compile(r"(fill|stroke|stop)(-[a-z]+)?$")


def light(name: str, colours: Mapping[str, tuple[str, str]] | None = None) -> str:
    """Return a colour for paper: the light one, of the site itself when it has its own. KeyError names what is not."""
    own = (colours or {}).get(name)
    return own[0] if own else TOKENS[name].light


def paint(svg: str, colours: Mapping[str, tuple[str, str]] | None = None) -> str:
    """Return an SVG document in which classes have become attributes and variables light colours."""
    return ET.tostring(paint_tree(svg, colours), encoding="unicode")


def paint_tree(svg: str, colours: Mapping[str, tuple[str, str]] | None = None) -> ET.Element:
    """Return such a document as a tree."""
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    root = ET.fromstring(svg)  # noqa: S314 - a drawing that we have just made
    _paint(root, "ink", colours)
    return root


def _paint(item: ET.Element, path: str, colours: Mapping[str, tuple[str, str]] | None) -> None:
    names = (item.attrib.pop("class", "")).split()
    path = next((f"p{found[1]}" for name in names if (found := _PATH.match(name))), path)

    own = f"{path}-line" if _LINES.intersection(names) and f"{path}-line" in (colours or {}) else path

    def colour(match: re.Match[str]) -> str:
        return light(own if match[1] == "path" else match[1], colours)

    styles: dict[str, str] = {}
    for name in names:
        styles |= _styles().get(name, {})
    for key, value in styles.items():
        item.attrib.setdefault(key, value)
    for key, value in item.attrib.items():
        if "var(" in value:
            item.set(key, _VARIABLE.sub(colour, value))
    for child in item:
        _paint(child, path, colours)


@functools.cache
def _styles() -> Mapping[str, Mapping[str, str]]:
    """Read what each class means from the style sheet of the drawings, without its rules for special media."""
    sheet = resources.files("stip") / "theme" / "assets" / "stip" / "drawings.css"
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL).partition("@media")[0]
    found: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(text):
        pairs = (part.partition(":") for part in body.split(";") if part.strip())
        kept = {key.strip(): value.strip() for key, _, value in pairs if _KEPT.match(key.strip())}
        for selector in selectors.split(","):
            match = _CLASS.match(selector.strip())
            if match:
                found.setdefault(match[1], {}).update(kept)
    return found
