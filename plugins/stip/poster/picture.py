"""The whole poster as one SVG that needs nothing else: its words as text, its fonts inside, its name for all."""

from __future__ import annotations

import base64
from importlib import resources
from xml.etree import ElementTree as ET

from stip.pen.svg import SVG, link
from stip.poster.drawing import Drawing
from stip.poster.lettering import Letters
from stip.poster.paint import paint_tree
from stip.text.fonts import Font

_FILES = {
    "hand": "kalam-400",
    "hand-bold": "kalam-700",
    "plain": "atkinson-hyperlegible-next-400",
    "plain-bold": "atkinson-hyperlegible-next-700",
}


def write_svg(drawing: Drawing) -> str:
    """Return the whole drawing as one SVG, words, links and fonts included. It needs no other program."""
    id = drawing.spec.map.id  # noqa: A001
    head, _, tail = drawing.art.rpartition("</svg>")
    root = paint_tree(head + "".join(map(_words, drawing.letters)) + "</svg>" + tail, drawing.colours)
    width, height = drawing.sheet.world
    names = {"title": f"{drawing.spec.name}: {drawing.spec.map.title}", "desc": drawing.spec.map.description}
    for place, (name, words) in enumerate(names.items()):
        item = ET.Element(f"{{{SVG}}}{name}", {"id": f"{id}-{name}"})
        item.text = words
        root.insert(place, item)
    style = ET.Element(f"{{{SVG}}}style")
    style.text = _faces(drawing)
    root.insert(len(names), style)
    root.attrib |= {
        "viewBox": f"0 0 {width:.2f} {height:.2f}",
        "width": f"{drawing.sheet.width:g}mm",
        "height": f"{drawing.sheet.height:g}mm",
        "role": "group",  # not img, or who hears it could not reach its links
        "lang": drawing.spec.language,
        "aria-labelledby": f"{id}-title",
        "aria-describedby": f"{id}-desc",
    }
    return ET.tostring(root, encoding="unicode")


def _words(item: Letters) -> str:
    return link(item.href, "", item.svg(), cls="") if item.href else item.svg()


def _faces(drawing: Drawing) -> str:
    """Return the fonts that are used, each as a rule of the style sheet with the font in it."""
    used: dict[Font, Letters] = {item.font: item for item in drawing.letters}
    folder = resources.files("stip") / "theme" / "assets" / "stip" / "fonts"
    rules = []
    for font in sorted(used):
        data = base64.b64encode((folder / f"{_FILES[font]}.woff2").read_bytes()).decode("ascii")
        rules.append(
            f'@font-face{{font-family:"{used[font].face}";font-weight:{used[font].weight};'
            f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
        )
    return "".join(rules)
