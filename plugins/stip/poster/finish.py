"""Finish a PDF: where a printing house cuts the sheet, and what a link is called for who cannot see it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pypdf
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, RectangleObject, TextStringObject

from stip.poster.sheets import INCH


def finish(pdf: bytes, links: Mapping[str, str], *, around: float = 0, bleed: float = 0) -> bytes:
    """Write what typst cannot say: the boxes of a page, the names of links, and that the window shows the title.

    The rest of the file stays what it was, its tags among it; the same bytes come out every time.

    Args:
        pdf: What typst made; of its own it takes all paper round the sheet for bleed, and calls a link by its address.
        links: The name of each link by its address.
        around: So much paper there is round the sheet, in mm (ISO 32000-1, 14.11.2: the sheet is the TrimBox).
        bleed: So far the picture goes on there, in mm.
    """
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for page in writer.pages:
        page.trimbox = _within(page.mediabox, around)
        page.bleedbox = _within(page.mediabox, around - bleed)
        for item in page.get("/Annots", ()):
            _name(item.get_object(), links)
    shown = writer.root_object.setdefault(NameObject("/ViewerPreferences"), DictionaryObject()).get_object()
    shown[NameObject("/DisplayDocTitle")] = BooleanObject(value=True)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _name(note: Any, links: Mapping[str, str]) -> None:
    """Give a link its name."""
    address = note.get("/A", {}).get("/URI")
    if address in links:
        note[NameObject("/Contents")] = TextStringObject(links[address])


def _within(paper: RectangleObject, mm: float) -> RectangleObject:
    """Leave so much of the paper out on every side."""
    edge = mm * 72 / INCH
    low, high = (paper.left + edge, paper.bottom + edge), (paper.right - edge, paper.top - edge)
    return RectangleObject(tuple(round(float(at), 4) for at in (*low, *high)))
