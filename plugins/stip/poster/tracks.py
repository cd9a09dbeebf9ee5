"""Where lines run up and down in the channels between columns: beside each other, along the roads, off the signs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from stip.pen.boxes import Rect
from stip.pen.paths import Point
from stip.poster.layout import Poster, RoadView, half_at
from stip.poster.routes import CLEAR, PITCH, Ground, Leg, crosses

ON_ROAD = 26.0
BESIDE_SIGNS = 9.0
OVER = 90.0
"""What it costs to run over a line of another step."""
AROUND = ((26.0, CLEAR), (80.0, CLEAR), (80.0, 0.5))
"""So far beside a leg its run may be, and so far from signs, in mm: nearby first."""
FINE = 2.3
"""Places are tried so far from each other, at the start line."""
ARRIVING = 18.0
NO_ARROW = 60.0
"""What it costs to turn so near to a mark that its arrow would point past it."""
SHORT = 17.0
TOGETHER = 22.0
"""What it saves to run with a line of the same step, and costs to run close beside it."""
NEAR = 0.6
FLAT = 1.2
"""So little up or down is no turn, in mm."""


@dataclass
class Tracks:
    """The tracks of one poster: each is a place at the start line, seen at every height as roads are."""

    poster: Poster
    ground: Ground
    taken: Sequence[Rect]
    used: dict[int, list[tuple[float, float, float, str]]] = field(default_factory=dict)
    """For each channel the tracks in use: place, upper and lower end, and whose lines they are."""

    def bend(self, leg: Leg, net: str) -> list[Point]:
        """Return the corners of a leg, both ends included."""
        ay, by = leg.start[1], leg.end[1]
        if abs(ay - by) < FLAT or self._straight(leg):
            return [leg.start, leg.end]
        low, high = min(ay, by), max(ay, by)
        place = self._place(leg, net, low, high)
        self.used.setdefault(leg.channel, []).append((place, low, high, net))
        camera = self.poster.camera
        count = max(1, int((high - low) / 14))
        heights = [ay + (by - ay) * i / count for i in range(count + 1)]
        corners = [leg.start, *((camera.x(place, y), y) for y in heights), leg.end]
        if leg.arrives and 1 < abs(corners[-2][0] - leg.end[0]) < ARRIVING:
            # Too little room to turn: it comes in aslant, so that its arrow points at the mark.
            y = by - math.copysign(min(SHORT, 0.7 * (high - low)), by - ay)
            aslant = [(camera.x(place, y), y), leg.end]
            if not any(crosses(aslant, rect) for rect in self._walls(leg, y, by)):
                kept = [corner for corner in corners[1:-2] if (corner[1] - y) * (by - ay) < 0]
                return [leg.start, *(kept or [(camera.x(place, ay), ay)]), *aslant]
        return corners

    def _straight(self, leg: Leg) -> bool:
        """Tell whether a short leg at a mark can do without a bend."""
        (ax, ay), (bx, by) = leg.start, leg.end
        if not (leg.leaves or leg.arrives) or abs(ay - by) > SHORT or abs(ax - bx) > 2 * SHORT:
            return False
        grown = (Rect(r.x - CLEAR, r.y - CLEAR, r.w + 2 * CLEAR, r.h + 2 * CLEAR) for r in self._walls(leg, ay, by))
        inner = [(ax + (bx - ax) * part, ay + (by - ay) * part) for part in (0.1, 0.9)]
        return not any(crosses(inner, rect) for rect in grown)

    def _walls(self, leg: Leg, one: float, other: float) -> list[Rect]:
        """Return the signs beside a channel between two heights."""
        low, high = min(one, other), max(one, other)
        walls = self.ground.walls[max(leg.channel - 1, 0) : leg.channel + 1]
        rects = [*(rect for wall in walls for rect in wall.rects), *self.taken]
        return [rect for rect in rects if rect.y - CLEAR < high and rect.bottom + CLEAR > low]

    def _place(self, leg: Leg, net: str, low: float, high: float) -> float:
        """Return the cheapest place for a run between two heights that touches no sign."""
        camera = self.poster.camera
        roads = [self.poster.roads[i] for i, channel in self.ground.channels.items() if channel == leg.channel]
        ends, middle = (leg.start[0], leg.end[0]), (low + high) / 2
        walls = self._walls(leg, low, high)
        for around, clear in AROUND:
            first, last = (self._at_start(x, middle) for x in (min(ends) - around, max(ends) + around))
            places = [FINE * i for i in range(math.ceil(first / FINE), int(last / FINE) + 1)]
            places += [road.x for road in roads]
            shut = self._shut(walls, low, high, clear)
            free = [
                place
                for place in places
                if not any(left < place < right for left, right in shut)
                and all(self._reaches(end, camera.x(place, end[1]), walls) for end in (leg.start, leg.end))
            ]
            if free:
                break
        else:  # signs leave no way that is straight enough: along the road at least there are none
            return roads[0].x if roads else self._at_start(sum(ends) / 2, middle)
        prices: list[tuple[float, float]] = []
        for place in free:
            x = camera.x(place, middle)
            price = abs(x - sum(ends) / 2) * 0.3 + max(0.0, min(ends) - x, x - max(ends)) * 2
            if leg.arrives and 1 < abs(camera.x(place, leg.end[1]) - leg.end[0]) < ARRIVING:
                price += NO_ARROW
            price += sum(self._on(road, leg, x, middle, walls) for road in roads)
            price += self._over(leg.channel, net, place, low, high)
            prices.append((price, place))
        return min(prices)[1]

    @staticmethod
    def _reaches(end: Point, x: float, walls: Sequence[Rect]) -> bool:
        """Tell whether the way across from the end of a leg to its run is free."""
        low, high = min(end[0], x), max(end[0], x)
        return not any(
            rect.y - NEAR < end[1] < rect.bottom + NEAR and rect.x < high and low < rect.right for rect in walls
        )

    def _on(self, road: RoadView, leg: Leg, x: float, y: float, walls: Sequence[Rect]) -> float:
        """Return what it costs to run along a road: little on one's own, more on another's or over what ties signs."""
        half, own = half_at(self.poster.camera, y, road.half), self.poster.camera.x(road.x, y)
        away = abs(x - own)
        if away < half + 1.5:
            ends = any(abs(px - self.poster.camera.x(road.x, py)) < 1 for px, py in (leg.start, leg.end))
            return ON_ROAD * (0.15 if ends and away < 0.5 else 1.0)
        tied = any(min(abs(rect.x - own), abs(rect.right - own)) < half + 14 for rect in walls)
        return BESIDE_SIGNS if tied and away < half + 4.5 else 0.0

    def _over(self, channel: int, net: str, place: float, low: float, high: float) -> float:
        """Return what it costs to run near other lines: those of the same step are best followed."""
        price, pitch = 0.0, PITCH * 0.9 / max(self.poster.camera.part((low + high) / 2), 0.05)
        for other, top, bottom, whose in self.used.get(channel, ()):
            if top - PITCH < high and bottom + PITCH > low and abs(other - place) < pitch:
                price += OVER if whose != net else -TOGETHER if abs(other - place) < 0.1 else TOGETHER
        return price

    def _at_start(self, x: float, y: float) -> float:
        """Return the place at the start line that is seen at x at a height: on each height they lie evenly."""
        none, far = self.poster.camera.x(0.0, y), self.poster.camera.x(1000.0, y)
        return (x - none) * 1000.0 / (far - none)

    def _shut(self, walls: Sequence[Rect], low: float, high: float, clear: float) -> list[tuple[float, float]]:
        """Return between which places a run between two heights would touch a sign, or come nearer than `clear`."""
        shut = []
        for rect in walls:
            left, top, right, bottom = rect.x - clear, rect.y - clear, rect.right + clear, rect.bottom + clear
            top, bottom = max(top, low), min(bottom, high)
            shut += [(self._at_start(left, y), self._at_start(right, y)) for y in (top, (top + bottom) / 2, bottom)]
        return shut
