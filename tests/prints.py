"""What can be measured in a PDF that is to be printed: sizes in mm, letters, fonts, tags, and what checkers say."""

from __future__ import annotations

import io
import itertools
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pdfua
import pikepdf
import pypdf
from pypdf.generic import ContentStream, RectangleObject

INCH: Final = 25.4


def mm(box: RectangleObject) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of a box, in mm."""
    return tuple(float(side) / 72 * INCH for side in (box.left, box.bottom, box.width, box.height))  # type: ignore[return-value]


def near(measured: tuple[float, ...], wanted: tuple[float, ...], within: float = 0.1) -> bool:
    """Tell whether sizes are what is wanted, to `within` mm."""
    return all(abs(a - b) < within for a, b in zip(measured, wanted, strict=True))


def letters(page: pypdf.PageObject) -> list[tuple[str, float]]:
    """Return each piece of text in the order of the file, with the size of its letters on paper in mm."""
    found = []

    def see(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if text.strip():
            turned = math.sqrt(abs(cm[0] * cm[3] - cm[1] * cm[2]) * abs(tm[0] * tm[3] - tm[1] * tm[2]))
            found.append((text, size * turned / 72 * INCH))

    page.extract_text(visitor_text=see)
    return found


def strokes(page: pypdf.PageObject) -> list[tuple[float, float, float, float]]:
    """Return each straight line that typst drew: where it starts from above at the left, and how far it goes, in mm."""
    found, here = [], (0.0, 0.0)
    high = float(page.mediabox.height)
    operations = ContentStream(page["/Contents"].get_object(), page.pdf).operations
    for (values, operator), (further, following) in itertools.pairwise(operations):
        if operator == b"cm":
            here = (float(values[4]), high - float(values[5]))
        elif operator == b"m" and following == b"l" and not any(map(float, values)):
            measured = (*here, float(further[0]), float(further[1]))
            found.append(tuple(side / 72 * INCH for side in measured))
    return found  # type: ignore[return-value]


def fonts(pdf: bytes) -> dict[str, bool]:
    """Return each font of a PDF by its name, and whether it is in the file."""
    found = {}
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                name = str(item["/FontName"]).rpartition("+")[2]
                found[name.removeprefix("/")] = any(f"/FontFile{kind}" in item for kind in ("", 2, 3))
    return found


def bitmaps(pdf: bytes) -> int:
    """Count the pictures of dots in a PDF, masks included."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        streams = [item for item in opened.objects if isinstance(item, pikepdf.Stream)]
        return sum(stream.get("/Subtype") == "/Image" for stream in streams)


def tags(pdf: bytes) -> list[tuple[int, str, str]]:
    """Return each tag of a PDF in reading order: how deep it lies, what it is, and its alternative text."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return list(_tags(opened.Root.StructTreeRoot.K, 0))


def _tags(item: Any, depth: int) -> Iterator[tuple[int, str, str]]:
    if isinstance(item, pikepdf.Array):
        for part in item:
            yield from _tags(part, depth)
    elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
        yield depth, str(item.S).removeprefix("/"), str(item.get("/Alt", ""))
        if "/K" in item:
            yield from _tags(item.K, depth + 1)


def links(page: pypdf.PageObject) -> list[tuple[str, str]]:
    """Return where each link of a page leads, and how it is told."""
    notes = [note.get_object() for note in page.get("/Annots", ())]
    return [(str(note["/A"]["/URI"]), str(note.get("/Contents", ""))) for note in notes if note["/Subtype"] == "/Link"]


def faults(pdf: bytes, folder: Path) -> list[str]:
    """Return what qpdf has to say of the structure of the file, and a checker of PDF/UA of its accessibility."""
    file = folder / "print.pdf"
    file.write_bytes(pdf)
    with pikepdf.open(file) as opened:
        found = list(opened.check_pdf_syntax())
    return found + [f"{finding}" for finding in pdfua.validate(str(file)).findings]


def plain(text: str) -> str:
    """Leave out what breaking lines changes."""
    return re.sub(r"[\s-]", "", text)
