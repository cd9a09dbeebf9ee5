"""Numbered triangles that stand on a line over their days; where they crowd they stand above each other."""

from __future__ import annotations

import bisect
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stip.charts.frame import Form
from stip.charts.lettering import spread, text
from stip.charts.links import linked
from stip.charts.scale import Days
from stip.charts.spec import Warned
from stip.charts.strokes import strayed
from stip.pen.boxes import Rect
from stip.pen.paths import Point, polyline
from stip.pen.sketch import hand
from stip.pen.svg import path

_SIZE = 34.0, 31.0
"""Width and height of a triangle, in px: its number is a letter of the chart."""
_DIGIT = 10.0
"""How much wider all are for each digit beyond the second, in px."""
_POST = 12.0
"""How high the lowest triangles stand over the line, in px."""
_LEAN = 0.35
"""How much higher for each px that one steps aside, so that no post lies flat."""
_APART = 4.0
_ASTRAY = 75.0
"""How far a triangle may step aside from its day, in px."""
_WAVER = 0.3
_MANY = 60


@dataclass(frozen=True)
class Triangle:
    """A triangle in its place: its box, the height at which its post bends, and where that meets the line."""

    warned: Warned
    box: Rect
    bend: float
    foot: Point

    def post(self, prefix: str) -> str:
        """Draw what the triangle stands on, behind the triangles below it."""
        points = [(self._middle, self.box.bottom - 2), (self._middle, self.bend), self.foot]
        dice = hand(prefix, "post", self.warned.number)
        return path(polyline(strayed(points, dice, _WAVER), places=True), "stip-ch-stand")

    def draw(self, form: Form, prefix: str) -> str:
        """Draw the triangle with its number; it leads to what it warns of."""
        box, warned = self.box, self.warned
        tips = [(self._middle, box.y + 2), (box.right - 2, box.bottom - 2), (box.x + 2, box.bottom - 2)]
        corners = strayed(tips, hand(prefix, "warned", warned.number, box.x), _WAVER)
        numeral = text(str(warned.number), "plain-bold", form.letter, box.w, 1)
        drawn = path(polyline(corners, closed=True, places=True), "stip-ch-warn") + numeral.draw(
            self._middle, box.bottom - 3 - numeral.height, "stip-d-warn-ink", "middle"
        )
        name = f"{warned.number} {warned.label}" + (f", {warned.when}" if warned.when else "")
        return linked(warned.href, name, box, drawn)

    @property
    def _middle(self) -> float:
        return self.box.x + self.box.w / 2


def stand(
    warnings: Sequence[Warned], days: Days, height: Callable[[float], float], low: float, high: float
) -> list[Triangle]:
    """Stand triangles over their days between low and high px, on the line that has `height(x)`.

    Where they crowd they step aside, in as few rows as that needs.
    """
    listed = sorted(warnings, key=lambda one: (one.at, one.number))
    if not listed:
        return []
    wide, tall = _SIZE
    wide += _DIGIT * max(len(str(max(one.number for one in listed))) - 2, 0)
    own = [days.place(one.at) for one in listed]
    rows, places = _rows(own, wide + _APART, low + wide / 2, high - wide / 2)
    found: list[Triangle] = []
    for crowd in _crowds(places, wide + _APART):
        ground = min(height(x) for i in crowd for x in (own[i], places[i] - wide / 2, places[i] + wide / 2))
        bend = ground - _POST - _LEAN * max(abs(places[i] - own[i]) for i in crowd)
        for turn, i in enumerate(crowd):
            top = bend - tall - (turn % rows) * (tall + 1)
            box = Rect(places[i] - wide / 2, top, wide, tall)
            found.append(Triangle(listed[i], box, bend, (own[i], height(own[i]))))
    return found


def _rows(days: Sequence[float], pitch: float, low: float, high: float) -> tuple[int, list[float]]:
    """Return in how many rows triangles stand, and where, so that none strays far from its day."""

    def stand_well(rows: int) -> bool:
        places = spread(days, pitch / rows, low, high)
        farthest = max(abs(place - day) for place, day in zip(places, days, strict=True))
        return farthest <= _ASTRAY and places[-1] <= high + 0.1

    tries = range(_least_rows(days, pitch, low, high), len(days) + 1)
    if len(days) > _MANY:
        # More rows let them stray less: of hundreds there is no need to try each number.
        tries = tries[bisect.bisect_left(tries, 1, key=stand_well) :]
    for rows in tries:
        if stand_well(rows):
            return rows, spread(days, pitch / rows, low, high)
    return len(days), spread(days, 0, low, high)


def _least_rows(days: Sequence[float], pitch: float, low: float, high: float) -> int:
    """Return a number of rows below which some of the triangles would stray too far: none of those need a try."""
    begins = [max(day - _ASTRAY, low) for day in days]
    ends = [min(day + _ASTRAY, high + 0.1) for day in days]
    least, reach = 1.0, 1
    while reach < len(days):
        # So many beside each other take `reach` times the room of one, wherever they may stand.
        room = min(end - begin for begin, end in zip(begins, ends[reach:], strict=False))
        if room <= 0:
            return 1
        least = max(least, reach * pitch / room)
        reach *= 2
    return min(math.ceil(least - 1e-6), len(days))


def _crowds(places: Sequence[float], pitch: float) -> list[list[int]]:
    """Part the triangles into those that stand alone or beside each other."""
    found: list[list[int]] = []
    for i, place in enumerate(places):
        if found and place - places[i - 1] < pitch + 1:
            found[-1].append(i)
        else:
            found.append([i])
    return found
