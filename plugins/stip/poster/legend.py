"""The papers that say what marks, lines and roads mean; they show only what is on the poster."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stip import art
from stip.pen.boxes import Rect
from stip.pen.sketch import board, hand
from stip.pen.svg import element, group, path
from stip.poster.free import Near, Room
from stip.poster.lettering import Letters, set_line
from stip.poster.roads import step_mark
from stip.poster.spec import PosterSpec
from stip.scene.marks import fit
from stip.scene.patterns import draw_pattern
from stip.scene.road import Road
from stip.scene.spec import Lane, Stop
from stip.text.fonts import measure

SIZE = 7.6
SMALL = 6.8
"""Letters of the legend and of the names of roads, which stand on their boards too, in mm of A0."""
ROW = 1.5
"""From one row to the next, in letters."""
PAD = 5.0
ICON = 10.0
LINE = 11.0
"""Length of a piece of line or road in the legend."""
BETWEEN = 7.0
DISC = 0.78
"""Radius of a number disc, in the least letters."""
MOST_COLUMNS = 8

Draw = Callable[[float, float], tuple[str, list[Letters]]]
"""Draws what a word means, with its left edge at x and its middle at y."""


@dataclass(frozen=True)
class Entry:
    """Something with its meaning."""

    draw: Draw
    icon: float
    """The width of what is drawn."""
    words: str


@dataclass(frozen=True)
class Paper:
    """A paper with a heading and entries in columns, not yet in its place."""

    name: str
    heading: str
    entries: tuple[Entry, ...]
    size: float

    def columns(self, count: int) -> list[Sequence[Entry]]:
        """Divide the entries over at most so many columns."""
        rows = math.ceil(len(self.entries) / count)
        return [self.entries[i : i + rows] for i in range(0, len(self.entries), rows)]

    def extent(self, count: int) -> tuple[float, float]:
        """Return width and height with so many columns."""
        columns = self.columns(count)
        inner = sum(self._width(own) for own in columns) + BETWEEN * (len(columns) - 1)
        rows = len(columns[0]) * ROW * self.size + self.size * 1.9
        return max(inner, measure(self.heading, "hand-bold", self.size * 1.3)) + 2 * PAD, rows + 2 * PAD - 3

    def _width(self, column: Sequence[Entry]) -> float:
        return max(e.icon for e in column) + 4 + max(measure(e.words, "plain", self.size) for e in column)

    def draw(self, id: str, rect: Rect, count: int) -> tuple[str, list[Letters]]:  # noqa: A002
        """Draw the paper with its entries."""
        shapes = [
            element("rect", cls="stip-d-shade", x=rect.x + 2.5, y=rect.y + 3, width=rect.w, height=rect.h, rx=3),
            path(board(rect.x, rect.y, rect.w, rect.h, hand(id, self.name)), "stip-d-plate"),
        ]
        first = rect.y + PAD + self.size * 1.1
        words = [set_line(self.heading, rect.x + PAD, first, self.size * 1.3, "hand-bold", "ink")]
        x = rect.x + PAD
        for column in self.columns(count):
            y = first + self.size * (ROW + 0.35)
            wide = max(entry.icon for entry in column)
            for entry in column:
                drawn, letters = entry.draw(x + (wide - entry.icon) / 2, y - self.size * 0.33)
                shapes.append(drawn)
                words += [set_line(entry.words, x + wide + 4, y, self.size, "plain", "ink"), *letters]
                y += self.size * ROW
            x += self._width(column) + BETWEEN
        return group(*shapes), words


def place_paper(paper: Paper, room: Room, sky: Rect, sheet: Rect) -> tuple[Rect, int] | None:
    """Find a place for a paper: right in the sky, else on free grass; None when there is none."""
    for area in (sky, sheet):
        found: list[tuple[float, Rect, int]] = []
        seen: set[int] = set()
        for count in range(1, MOST_COLUMNS + 1):
            if len(paper.columns(count)) in seen or len(paper.columns(count)) > len(paper.entries):
                continue
            seen.add(len(paper.columns(count)))
            w, h = paper.extent(len(paper.columns(count)))
            rect = room.find(w, h, area, Near(area.right - w, area.y, 1.6))
            if rect:
                away = (area.right - rect.right) + 1.6 * (rect.y - area.y)
                found.append((away + 0.35 * max(w, 1.8 * h), rect, count))
        if found:
            _, rect, count = min(found, key=lambda item: item[0])
            return rect, count
    return None


def marks_paper(spec: PosterSpec, least: float, *, lines: bool, today: bool, size: float = SIZE) -> Paper:
    """Return the paper of statuses, kinds and lines, of those that are on the poster, in letters of a size."""
    id, stops = spec.map.id, [stop for lane in spec.map.lanes for stop in lane.stops]  # noqa: A001
    statuses, kinds = {stop.status for stop in stops}, {stop.kind for stop in stops}
    entries = [Entry(_status(id, name), ICON, word) for name, word in spec.statuses.items() if name in statuses]
    entries += [Entry(_kind(name), ICON, word) for name, word in spec.kinds.items() if name in kinds]
    if lines:
        entries.append(Entry(_dashes, LINE, spec.waits))
    if today:
        entries.append(Entry(_today, LINE, spec.map.today_text))
    entries.append(Entry(_dot, ICON, spec.dot))
    return Paper("legend", spec.legend, tuple(entries), max(size, least))


def paths_paper(spec: PosterSpec, lanes: Sequence[Lane], least: float) -> Paper:
    """Return the paper with number, pattern and name of each road."""
    size = max(SMALL, least)
    entries = (
        Entry(_road(lane, least), LINE + 2 * DISC * least, lane.short)
        for lane in sorted(lanes, key=lambda one: one.number)
    )
    return Paper("paths", spec.paths, tuple(entries), size)


def legend_stops(spec: PosterSpec) -> list[Stop]:
    """Return a step of each status that the legend shows, for what its marks refer to."""
    return [_stop(status) for status in spec.statuses]


def _status(id: str, name: str) -> Draw:  # noqa: A002
    return lambda x, y: (group(step_mark(id, _stop(name), x + ICON / 2, y, ICON * 0.42), cls="stip-c1"), [])


def _kind(name: str) -> Draw:
    drawn = art.sign(name)
    scale = ICON / drawn.size[0]
    body = drawn.body.split("<text")[0].strip()

    def draw(x: float, y: float) -> tuple[str, list[Letters]]:
        return element("g", body, transform=f"translate({x:.1f} {y - ICON / 2:.1f}) scale({scale:.4f})"), []

    return draw


def _dashes(x: float, y: float) -> tuple[str, list[Letters]]:
    shape = path(f"M{x:.1f} {y:.1f}h{LINE:.1f}", "stip-d-arm-line", stroke_width=1.6, stroke_dasharray="5.5 4")
    return group(shape, cls="stip-c1"), []


def _today(x: float, y: float) -> tuple[str, list[Letters]]:
    line = f"M{x:.1f} {y:.1f}h{LINE:.1f}"
    under = path(line, "stip-d-today-bar stip-d-today-bar--line", stroke_width=3.4)
    return under + path(line, "stip-d-today-bar", stroke_width=1.8), []


def _dot(x: float, y: float) -> tuple[str, list[Letters]]:
    middle, foot, r = x + ICON / 2, y + ICON * 0.34, ICON * 0.3
    rays = "".join(
        f"M{middle + r * 1.35 * math.cos(angle):.2f} {foot - r * 1.35 * math.sin(angle):.2f}"
        f"L{middle + r * 1.9 * math.cos(angle):.2f} {foot - r * 1.9 * math.sin(angle):.2f}"
        for angle in (math.pi * i / 6 for i in range(7))
    )
    disc = f"M{middle - r:.2f} {foot:.2f}A{r:.2f} {r:.2f} 0 0 1 {middle + r:.2f} {foot:.2f}z"
    return path(rays, "stip-d-rays", stroke_width=0.9) + path(disc, "stip-d-dot"), []


def _road(lane: Lane, least: float) -> Draw:
    def draw(x: float, y: float) -> tuple[str, list[Letters]]:
        r = least * DISC
        points = tuple((x + 2 * r + LINE * i / 8, y) for i in range(9))
        road = Road(points, (3.6,) * 9)
        strokes = (path(d, "stip-d-pattern", stroke_width=width) for d, width in draw_pattern(road, lane.number))
        edges = path(
            f"M{x + r:.1f} {y - 3.6:.1f}h{LINE + r:.1f}m0 7.2h{-LINE - r:.1f}", "stip-d-edge", stroke_width=0.9
        )
        surface = element("rect", cls="stip-d-road", x=x + r, y=y - 3.6, width=LINE + r, height=7.2)
        disc = element("circle", cls="stip-d-disc-ring", cx=x + r, cy=y, r=r + 0.9, stroke_width=0.9)
        disc += element("circle", cls="stip-d-disc", cx=x + r, cy=y, r=r)
        number = str(lane.number)
        size = max(least, fit(number, "plain-bold", least * 1.1, r * 1.7))
        word = set_line(number, x + r, y + size * 0.35, size, "plain-bold", "on-path", "middle", role="decoration")
        return group(surface, *strokes, edges, disc, cls=f"stip-c{lane.colour}"), [word]

    return draw


def _stop(status: str) -> Stop:
    return Stop("legend", "", "milestone", status, "", "", "", "now", None)
