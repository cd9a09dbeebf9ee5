"""Draw what stands on a strand: the board of the team, marks and signs; its road is drawn with the other roads."""

from __future__ import annotations

from stip.pen.sketch import board, hand, stroke
from stip.pen.svg import data, element, link, path
from stip.scene.marks import change_mark, status_mark
from stip.scene.signs import focus_ring
from stip.scene.spec import Stop
from stip.scene.strand import MARK, Bead, StrandView

BADGE = 8.5
"""Radius of the badge of a step that is new or moved, in px."""


def draw_strand(prefix: str, strip: int, view: StrandView) -> str:
    """Draw the board and the steps of a strand, each a link."""
    beads = "".join(_bead(prefix, view, bead) for bead in view.beads)
    stop = ""
    if view.end == "here" and view.road:
        x, y = view.road.points[-1]
        stop = element("circle", cls="stip-d-open-end", cx=x, cy=y, r=6)
    return stop + _board(prefix, strip, view) + beads


def _board(prefix: str, strip: int, view: StrandView) -> str:
    box = view.board
    name = view.strand.lane.id if view.strand else "teams"
    return link(
        view.href,
        view.name,
        element("rect", cls="stip-d-shade", x=box.x + 2.5, y=box.y + 3, width=box.w, height=box.h, rx=3),
        path(board(box.x, box.y, box.w, box.h, hand(prefix, name, "board")), "stip-d-board"),
        view.words.draw(box.x + box.w / 2, box.y + (box.h - view.words.height) / 2 + 1, "stip-d-on-path", "middle"),
        focus_ring(box.x, box.y, box.w, box.h),
        cls="stip-d-team",
        id=f"{prefix}-{strip}-team-{name}",
    )


def _badge(prefix: str, stop: Stop, x: float, y: float) -> str:
    """Draw the round badge of a step that is new or moved, on the corner of its sign; its name says which."""
    size = BADGE * 1.3
    return element("circle", cls="stip-d-tag", cx=x, cy=y, r=BADGE) + change_mark(
        prefix, stop, x - size / 2, y - size / 2, size
    )


def _bead(prefix: str, view: StrandView, bead: Bead) -> str:
    box, stop = bead.rect, bead.stop
    return link(
        stop.href,
        stop.name,
        path(stroke((bead.x, view.y), (bead.x, box.y), hand(prefix, stop.id, "post"), 0.3), "stip-d-post"),
        status_mark(prefix, stop, bead.x, view.y, MARK),
        bead.sign.draw(prefix, box.x, box.y),
        _badge(prefix, stop, box.right - BADGE * 0.6, box.y - BADGE * 0.3) if stop.mark else "",
        focus_ring(box.x, box.y, box.w, box.h),
        cls=f"stip-d-stop stip-d-is-{stop.status}",
        id=f"{prefix}-stop-{stop.id}",
        **data(stop.data),
    )
