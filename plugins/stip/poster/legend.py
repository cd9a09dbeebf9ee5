"""The sheet of paper in the sky that says what marks, signs and lines mean."""

from __future__ import annotations

from stip import art
from stip.poster.lettering import Letters, set_line
from stip.poster.spec import PosterSpec
from stip.scene.boxes import Rect
from stip.scene.marks import status_mark
from stip.scene.sketch import board, hand
from stip.scene.spec import Stop
from stip.scene.svg import element, path
from stip.text.fonts import measure

SIZE = 8.0
ROW = 13.0
PAD = 9.0
ICON = 10.0
TOP = 16.0


def draw_legend(spec: PosterSpec, right: float, least: float) -> tuple[str, list[Letters], Rect]:
    """Draw the legend with its right edge at `right`; return the drawing, its words and the paper."""
    size = max(SIZE, least)
    columns = [list(spec.statuses.items())]
    kinds = list(spec.kinds.items())
    half = -(-len(kinds) // 2)
    columns += [kinds[:half], kinds[half:]]
    widths = [max((measure(word, "plain", size) for _, word in column), default=0.0) + ICON + 14 for column in columns]
    widths[-1] += max(0.0, measure(spec.waits, "plain", size) + ICON * 2.2 + 10 - sum(widths[1:]))
    rows = max(len(columns[0]), half + 1)
    box = Rect(right - sum(widths) - 2 * PAD + 8, TOP, sum(widths) + 2 * PAD - 8, (rows + 1) * ROW + 2 * PAD - 3)
    id = spec.map.id  # noqa: A001
    parts = [
        element("rect", cls="stip-d-shade", x=box.x + 2.5, y=box.y + 3, width=box.w, height=box.h, rx=3),
        path(board(box.x, box.y, box.w, box.h, hand(id, "legend")), "stip-d-plate"),
    ]
    first = box.y + PAD + size
    words = [set_line(spec.legend, box.x + PAD, first, size * 1.25, "hand-bold", "ink")]
    x = box.x + PAD
    for i, (column, width) in enumerate(zip(columns, widths, strict=True)):
        y = first + ROW
        for name, word in column:
            middle = y - size * 0.33
            if i == 0:
                parts.append(status_mark(id, _stop(name), x + ICON / 2, middle, ICON * 0.42))
            else:
                parts.append(_kind(name, x, middle - ICON / 2))
            words.append(set_line(word, x + ICON + 4, y, size, "plain", "ink"))
            y += ROW
        x += width
    y = first + ROW * rows
    x = box.x + PAD + widths[0]
    line = f"M{x:.1f} {y - size * 0.33:.1f}h{ICON * 2.2:.1f}"
    parts.append(path(line, "stip-d-arm-line"))
    words.append(set_line(spec.waits, x + ICON * 2.2 + 5, y, size, "plain", "ink"))
    return element("g", *parts, cls="stip-c1"), words, box


def _kind(name: str, x: float, y: float) -> str:
    drawn = art.sign(name)
    body = drawn.body.split("<text")[0].strip()
    scale = ICON / drawn.size[0]
    return element("g", body, transform=f"translate({x:.1f} {y:.1f}) scale({scale:.4f})")


def legend_stops(spec: PosterSpec) -> list[Stop]:
    """Return a step of each status that the legend shows, for what its marks refer to."""
    return [_stop(status) for status in spec.statuses]


def _stop(status: str) -> Stop:
    return Stop("legend", "", "milestone", status, "", "", "", "now", None)
