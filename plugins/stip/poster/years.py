"""The years as bands over the land, and the line of today with its board."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from stip.pen.boxes import Rect, is_free
from stip.pen.paths import between, curve
from stip.pen.sketch import board, hand, wavering
from stip.pen.svg import group, path
from stip.poster.land import BEYOND
from stip.poster.layout import Poster
from stip.poster.lettering import Letters, Role, set_line, set_words
from stip.poster.spec import PosterSpec
from stip.scene import landscape
from stip.scene.marks import fit
from stip.scene.signs import balanced

YEAR = 16.0
TODAY = (9.0, 8.0, 7.0, 6.5)
"""Letters of the board of today, the best first, in mm of A0."""
ASIDE = 4.0
"""Between that board and the trim, and the nearest sign."""


def draw_years(spec: PosterSpec, poster: Poster, least: float, taken: Sequence[Rect]) -> tuple[str, list[Letters]]:
    """Draw the lines between years, and their labels at both sides; of years that lie too close, the round ones."""
    rows, camera = poster.rows, poster.camera
    edges = [camera.y(u) for u in (*rows.year_starts, rows.year_end)]
    bands = list(zip(spec.map.years, itertools.pairwise(edges), strict=True))
    taken = [*taken, *poster.obstacles]
    found: dict[int, list[Letters]] = {}
    for place in sorted(range(len(bands)), key=lambda i: (_rank(bands[i][0].label), i)):
        year, (low, high) = bands[place]
        size = max(least, min(YEAR * camera.scale((low + high) / 2) ** 0.6, (low - high) * 0.9))
        size = max(least, fit(year.label, "hand-bold", size, poster.margin - 14))
        others = [_figures(item) for items in found.values() for item in items]
        for x, anchor in ((12.0, ""), (poster.width - 12.0, "end")):
            for part in (0.5, 0.3, 0.7, 0.12, 0.88):
                y = low + (high - low) * part + size * 0.36
                role: Role = "decoration" if anchor else "text"
                label = set_line(year.label, x, y, size, "hand-bold", "gtext", anchor, role=role)  # type: ignore[arg-type]
                if is_free(label.box, taken, 2) and is_free(_figures(label), others, 0.3):
                    found.setdefault(place, []).append(label)
                    break
    letters = [item for place in sorted(found) for item in found[place]]
    shallow = {i for i, (_, (low, high)) in enumerate(bands) if low - high < least and i not in found}
    lines = "".join(
        _border(f"{spec.map.id}-{i}", y, poster.width, letters) for i, y in enumerate(edges) if i not in shallow
    )
    return path(lines, "stip-d-band-line"), letters


def _rank(label: str) -> int:
    """Return how soon a year gets its label: tens first, then fives, then the others."""
    return 0 if label.endswith("0") else 1 if label.endswith("5") else 2


def _figures(label: Letters) -> Rect:
    """Return what the figures of a label take: they have no tails."""
    box = label.box
    return Rect(box.x, label.y - label.size * 0.72, box.w, label.size * 0.74)


def _border(id: str, y: float, width: float, labels: Sequence[Letters]) -> str:  # noqa: A002
    """Draw the line between two years from edge to edge, but through no label of a year that is very shallow."""
    crossed = [item.box for item in labels if item.box.y - 1 < y < item.box.bottom + 1]
    left = max((box.right + 4 for box in crossed if box.x < width / 2), default=-BEYOND)
    right = min((box.x - 4 for box in crossed if box.x > width / 2), default=width + BEYOND)
    return landscape.band_line(id, (left, y), (right, y))


def line_box(board: Rect | None, poster: Poster) -> list[Rect]:
    """Return what the line of today takes, from edge to edge, with its board."""
    return [board, Rect(0, board.y + board.h / 2 - 3, poster.width, 6)] if board else []


def draw_today(spec: PosterSpec, poster: Poster, least: float) -> tuple[str, list[Letters], Rect | None]:
    """Draw the line of today and its board; return its words and the board."""
    if poster.rows.today is None:
        return "", [], None
    y = poster.camera.y(poster.rows.today)
    line = curve(wavering(between((-BEYOND, y), (poster.width + BEYOND, y), 60), hand(spec.map.id, "today"), 0.8))
    room = poster.margin - 2 * ASIDE - 6
    sizes = [size for size in TODAY if size > least]
    tried = [balanced(spec.map.today_text, "hand-bold", size, room, 3) for size in (*sizes, least)]
    whole = "".join(spec.map.today_text.split())
    block = next((one for one in tried if "".join(one.lines).replace(" ", "") == whole), tried[-1])
    box = Rect(ASIDE, y - block.height / 2 - 3, max(block.width + 6, room / 2), block.height + 6)
    drawn = group(
        path(line, "stip-d-today-bar stip-d-today-bar--line", stroke_width=3.4),
        path(line, "stip-d-today-bar", stroke_width=1.8),
        path(board(box.x, box.y, box.w, box.h, hand(spec.map.id, "board")), "stip-d-today-board"),
    )
    return drawn, [set_words(block, box.x + box.w / 2, box.y + 3.6, "warn-ink", "middle")], box
