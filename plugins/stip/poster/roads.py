"""The roads on the poster with their patterns, and the marks of steps on them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from stip.pen.boxes import Rect, around, is_free
from stip.pen.svg import element, group, path
from stip.poster.layout import MARK, Poster, RoadView
from stip.poster.lettering import Letters, set_line
from stip.scene.marks import INTERVENTION, fit, status_mark
from stip.scene.patterns import draw_pattern
from stip.scene.perspective import Camera
from stip.scene.road import Road
from stip.scene.roadway import draw_edges
from stip.scene.spec import Stop

BOLD = 1.7
LONG = (26.0, 5.0)
SHORT = (9.0, 4.5)
"""Dash and gap of a road that is not certain yet, in mm of A0."""
THIN = 0.66
PLACES = (0.6, 0.7, 0.5, 0.8, 0.4)
"""Where a road may have its number once more: parts of the way from the horizon to the last year."""
DASHES = 6
"""Strokes of the edge of an idea."""


def draw_road(id: str, view: RoadView, ends: tuple[float, float], *, bold: bool = False) -> str:  # noqa: A002
    """Draw a road by certainty: full with its pattern, then in long dashes, then in short thin ones; then to the dot.

    `ends` is what `certainty` returns. The road is in planks where it stops short of the dot. Without colour (`bold`)
    its pattern and edges are stronger.
    """
    soon, later, last, end = _stretches(view, ends)
    road = view.road
    thin = Road(road.points, tuple(max(0.5, half * THIN) for half in road.halves))
    near = road.piece(0, soon)
    planks = list(road.dashes(soon + LONG[1], later, *LONG)) if later - soon > LONG[0] / 2 else []
    dashes = list(thin.dashes(later + SHORT[1], last, *SHORT)) if last - later > SHORT[0] / 2 else []
    rest = [thin.piece(max(last, later) + SHORT[1], end)] if end - max(last, later) > SHORT[0] else []
    if view.lane.joins:
        rest = []
    elif view.lane.open_end:
        rest = list(road.dashes(end + 6, road.length, 10, 7))
    pattern = (
        path(d, "stip-d-pattern", stroke_width=width * (BOLD if bold else 1))
        for piece in (near, *planks)
        for d, width in draw_pattern(piece, view.lane.number)
    )
    far = "".join(piece.surface() for piece in (*dashes, *rest))
    return group(
        path(near.surface(), "stip-d-road"),
        path("".join(plank.surface() for plank in planks), "stip-d-road stip-d-plank", stroke_width=0.8),
        *pattern,
        *draw_edges(near, f"{id}-{view.lane.id}", 2),
        path(far, "stip-d-road stip-d-plank", stroke_width=0.6 if bold else 0.25),
        cls=f"stip-c{view.lane.colour}",
    )


def certainty(roads: Sequence[RoadView], today: float | None) -> tuple[float, float]:
    """Return the heights at which "now" and "soon" end on roads that do not tell it by steps of their own.

    Nothing before today (a height, when it is on the poster) is uncertain.
    """
    found = []
    for bands in (("now",), ("now", "soon")):
        marks = [(stop.band in bands, view.marks[stop.id][1]) for view in roads for stop in view.lane.stops]
        sure, rest = [y for known, y in marks if known], [y for known, y in marks if not known]
        y = (min(sure) + max(rest)) / 2 if sure and rest else 0.0 if sure else max(rest, default=0.0) + 8
        found.append(y if today is None else min(y, today))
    return found[0], min(found)


def _stretches(view: RoadView, ends: tuple[float, float]) -> tuple[float, float, float, float]:
    """Return how far along the road "now" and "soon" go, where its last step is, and where it ends before the dot."""
    road, heights = view.road, {stop.id: view.marks[stop.id][1] for stop in view.lane.stops}

    def along(y: float) -> float:
        return next((d for d, p in zip(road.distances, road.points, strict=True) if p[1] < y), road.length)

    last = along(min(heights.values()) - 8) if heights else road.length * 0.6
    found = []
    for bands, other in zip((("now",), ("now", "soon")), ends, strict=True):
        sure = [heights[stop.id] for stop in view.lane.stops if stop.band in bands]
        rest = [heights[stop.id] for stop in view.lane.stops if stop.band not in bands]
        end = along((min(sure) + max(rest)) / 2) if sure and rest else along(min([other, *sure]))
        found.append(min(last, end))
    return found[0], max(found), last, last if view.lane.open_end else road.length


def step_mark(id: str, stop: Stop, x: float, y: float, r: float) -> str:  # noqa: A002
    """Draw the mark of a step, centred; of an idea the edge is broken, so that it is not taken for a plan."""
    if stop.status != "idea" or stop.kind == INTERVENTION:
        return status_mark(id, stop, x, y, r)
    inner = r * 0.74
    turn = math.tau * inner / DASHES
    return element("circle", cls="stip-d-disc-hole", cx=x, cy=y, r=r) + element(
        "circle",
        cls="stip-d-mark",
        cx=x,
        cy=y,
        r=inner,
        stroke_width=max(0.7, r * 0.22),
        stroke_dasharray=f"{turn * 0.6:.2f} {turn * 0.4:.2f}",
    )


def draw_marks(id: str, view: RoadView, poster: Poster) -> str:  # noqa: A002
    """Draw the mark of each step of a road."""
    drawn = []
    for stop in view.lane.stops:
        x, y = view.marks[stop.id]
        drawn.append(step_mark(id, stop, x, y, MARK * poster.camera.scale(y) ** 0.5))
    return group(*drawn, cls=f"stip-c{view.lane.colour}")


def draw_numbers(
    camera: Camera, roads: Sequence[RoadView], taken: Sequence[Rect], least: float
) -> tuple[str, list[Letters]]:
    """Draw the number of each road once more where it sweeps in under the sun, as far as nothing is there."""
    r = least * 0.85
    shapes: list[str] = []
    letters: list[Letters] = []
    own = list(taken)
    for view in roads:
        for part in PLACES:
            y = camera.horizon + part * (camera.far - camera.horizon)
            x = next((p[0] for p in view.road.points if p[1] <= y), None)
            if x is None or not is_free(around(x, y, r + 2), own):
                continue
            own.append(around(x, y, r + 2))
            number = str(view.lane.number)
            size = max(least, fit(number, "plain-bold", r * 1.3, r * 1.7))
            shape = element("circle", cls="stip-d-disc-ring", cx=x, cy=y, r=r + 1, stroke_width=0.9)
            shape += element("circle", cls="stip-d-disc", cx=x, cy=y, r=r)
            shapes.append(group(shape, cls=f"stip-c{view.lane.colour}"))
            line = set_line(number, x, y + size * 0.35, size, "plain-bold", "on-path", "middle", role="decoration")
            letters.append(line)
            break
    return "".join(shapes), letters
