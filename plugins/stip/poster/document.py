"""Make the PDF with typst: the drawing as vector art, the words as real, tagged text over it."""

from __future__ import annotations

import itertools
from typing import Any

from stip.poster.drawing import BEYOND, Drawing
from stip.poster.lettering import Letters, Role
from stip.poster.paint import light, paint
from stip.poster.sheets import BLEED, INCH, MARKS
from stip.poster.typesetting import as_pdf, as_png
from stip.text.fonts import measure

WIDTH = 1600
"""Pixels from side to side of a preview, unless told otherwise."""


def write_pdf(drawing: Drawing, *, bleed: bool = False) -> bytes:
    """Return the PDF of a poster, the same bytes every time. Raises NoTypstError and NoLetterError.

    Args:
        drawing: The poster.
        bleed: With BLEED mm of picture beyond the cut and crop marks outside it, for a printing house.
    """
    around = MARKS if bleed else 0.0
    made = set_poster(drawing, around=around)
    from stip.poster.finish import finish  # noqa: PLC0415 - an optional extra, as typst is

    names = {item.href: item.plain for item in drawing.letters if item.href}
    # What a mark on the road shows is told with the step's own link.
    names |= {stop.href: stop.name for lane in drawing.spec.map.lanes for stop in lane.stops if stop.href}
    return finish(made, names, around=around, bleed=BLEED if bleed else 0.0)


def set_poster(drawing: Drawing, *, around: float = 0.0) -> bytes:
    """Return the PDF as typst makes it, with `around` mm of paper round the sheet. Raises what `write_pdf` raises."""
    return as_pdf("poster.typ", _data(drawing, around), _files(drawing), day=drawing.spec.day)


def write_png(drawing: Drawing, width: int = WIDTH) -> bytes:
    """Return a picture of a poster, so many pixels wide. Raises NoTypstError and NoLetterError."""
    return as_png("poster.typ", _data(drawing, 0.0), _files(drawing), ppi=width / drawing.sheet.width * INCH)[0]


def _files(drawing: Drawing) -> dict[str, bytes]:
    return {"art.svg": paint(drawing.art, drawing.colours).encode()}


def _data(drawing: Drawing, around: float) -> dict[str, Any]:
    spec, sheet = drawing.spec, drawing.sheet
    spoken: list[tuple[Role, list[Letters]]] = []
    for item in drawing.letters:
        if item.role == "date":
            spoken[-1][1].append(item)
        elif item.role != "decoration":
            spoken.append((item.role, [item]))
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
        "decoration": [_letters(item, drawing) for item in drawing.letters if item.role == "decoration"],
        "parts": [
            {"role": role, "items": [[_letters(words, drawing) for words in item] for _, item in items]}
            for role, items in itertools.groupby(spoken, key=lambda item: item[0])
        ],
    }


def _letters(item: Letters, drawing: Drawing) -> dict[str, Any]:
    scale = drawing.sheet.scale
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
        "colour": light(item.colour, drawing.colours),
        "anchor": item.anchor,
        "role": item.role,
        "href": item.href,
    }
