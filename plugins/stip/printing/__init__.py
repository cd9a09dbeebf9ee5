"""What can be printed from a roadmap: who asks for what, what the print shows, and why it cannot be made."""

from __future__ import annotations

from stip.choices import PrintSettings
from stip.printing.finishes import Finish, Printed, finished
from stip.printing.make import draw_poster, draw_told, poster_pdf
from stip.printing.order import CONCEPT, WHOLE, Order, Subject
from stip.printing.shelf import Shelf, fill_shelf
from stip.printing.show import poster_spec
from stip.printing.subjects import goal_subject, unit_subject
from stip.printing.team import team_prints
from stip.printing.tiles import proof_pdf, tiles_pdf

__all__ = [
    "CONCEPT",
    "WHOLE",
    "Finish",
    "Order",
    "PrintSettings",
    "Printed",
    "Shelf",
    "Subject",
    "draw_poster",
    "draw_told",
    "fill_shelf",
    "finished",
    "goal_subject",
    "poster_pdf",
    "poster_spec",
    "proof_pdf",
    "team_prints",
    "tiles_pdf",
    "unit_subject",
]
