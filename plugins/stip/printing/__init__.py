"""What can be printed from a roadmap: who asks for what, what the print shows, and why it cannot be made."""

from __future__ import annotations

from stip.printing.cache import FOLDER, Cache
from stip.printing.make import draw_poster, poster_pdf
from stip.printing.order import WHOLE, Order, Subject
from stip.printing.shelf import PrintSettings, Shelf, fill_shelf
from stip.printing.show import poster_spec

__all__ = [
    "FOLDER",
    "WHOLE",
    "Cache",
    "Order",
    "PrintSettings",
    "Shelf",
    "Subject",
    "draw_poster",
    "fill_shelf",
    "poster_pdf",
    "poster_spec",
]
