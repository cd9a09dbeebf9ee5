"""Make the PDF with typst: the drawing as vector art, the words as real, tagged text over it."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import tempfile
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from stip.poster.drawing import BEYOND, Drawing
from stip.poster.lettering import Letters
from stip.poster.paint import light, paint
from stip.poster.sheets import BLEED, MARKS, Sheet
from stip.text.fonts import measure


class NoTypstError(Exception):
    """The optional package that writes PDF is not installed."""


def write_pdf(drawing: Drawing, *, bleed: bool = False) -> bytes:
    """Return the PDF of a poster, the same bytes every time. Raises NoTypstError."""
    if importlib.util.find_spec("typst") is None:
        raise NoTypstError
    import typst  # noqa: PLC0415 - an optional extra, asked for only when there is a PDF to write

    package, day = resources.files("stip.poster"), drawing.spec.day
    with tempfile.TemporaryDirectory() as name, resources.as_file(package / "fonts") as fonts:
        folder = Path(name)
        (folder / "art.svg").write_text(paint(drawing.art, drawing.colours), encoding="utf-8")
        (folder / "poster.json").write_text(json.dumps(_data(drawing, MARKS if bleed else 0.0)), encoding="utf-8")
        (folder / "poster.typ").write_text((package / "poster.typ").read_text("utf-8"), encoding="utf-8")
        made: bytes = typst.compile(
            str(folder / "poster.typ"),
            root=str(folder),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp()),
        )
    return made


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
