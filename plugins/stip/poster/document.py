"""Make the PDF with typst: the drawing as vector art, the words as real, tagged text over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stip.poster.drawing import BEYOND, Drawing
from stip.poster.lettering import Letters
from stip.poster.paint import light, paint
from stip.poster.sheets import BLEED, INCH, MARKS, Sheet
from stip.poster.typesetting import as_pdf, as_png
from stip.text.fonts import measure

WIDTH = 1600
"""Pixels from side to side of a preview, unless told otherwise."""


def write_pdf(drawing: Drawing, *, bleed: bool = False) -> bytes:
    """Return the PDF of a poster, the same bytes every time. Raises NoTypstError and NoLetterError."""
    return as_pdf("poster.typ", _data(drawing, MARKS if bleed else 0.0), _files(drawing), day=drawing.spec.day)


def write_png(drawing: Drawing, width: int = WIDTH) -> bytes:
    """Return a picture of a poster, so many pixels wide. Raises NoTypstError and NoLetterError."""
    return as_png("poster.typ", _data(drawing, 0.0), _files(drawing), ppi=width / drawing.sheet.width * INCH)[0]


def _files(drawing: Drawing) -> dict[str, bytes]:
    return {"art.svg": paint(drawing.art, drawing.colours).encode()}


def _data(drawing: Drawing, around: float) -> dict[str, Any]:
    spec, sheet, colours = drawing.spec, drawing.sheet, drawing.colours
    units: list[dict[str, Any]] = []
    words = []
    waiting: list[dict[str, Any]] = []
    for item in drawing.letters:
        set_item = _letters(item, sheet, colours)
        if item.role == "unit":
            units.append({"name": set_item, "steps": [], "decoration": waiting})
            waiting = []
        elif item.role == "step":
            units[-1]["steps"].append(set_item)
            units[-1]["decoration"] += waiting
            waiting = []
        elif item.role == "decoration":
            waiting.append(set_item)
        else:
            words += [set_item]
    return {
        "title": f"{spec.name}: {spec.map.title}",
        "author": spec.imprint,
        "alt": spec.map.description,
        "language": spec.language,
        "width": sheet.width,
        "height": sheet.height,
        "around": around,
        "bleed": BLEED,
        "beyond": BEYOND * sheet.scale,
        "words": words,
        "units": units,
    }


def _letters(item: Letters, sheet: Sheet, colours: Mapping[str, tuple[str, str]] | None) -> dict[str, Any]:
    scale = sheet.scale
    room = max(measure(line, item.font, item.size) for line in item.lines) * 1.2 + 4
    return {
        "lines": item.lines,
        "x": round(item.x * scale, 3),
        "y": round(item.y * scale, 3),
        "room": round(room * scale, 3),
        "size": round(item.size * scale, 4),
        "leading": round(item.leading * scale, 4),
        "font": item.face,
        "weight": item.weight,
        "colour": light(item.colour, colours),
        "anchor": item.anchor,
        "role": item.role,
        "href": item.href,
    }
