"""Where lines run up and down in the channels between columns: beside each other, along the roads, off the signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from stip.poster.layout import Poster, half_at
from stip.poster.routes import CLEAR, PITCH, Ground, Leg, crosses
from stip.scene.boxes import Rect
from stip.scene.sketch import Point

ON_ROAD = 26.0
BESIDE_SIGNS = 9.0
OVER = 90.0
"""What it costs to run over a line of another step."""
ARRIVING = 18.0
NO_ARROW = 25.0
"""What it costs to turn so near to a mark that its arrow would point past it."""
SHORT = 17.0
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
        middle = [(camera.x(place, y), y) for i in range(count + 1) for y in (ay + (by - ay) * i / count,)]
        return [leg.start, *middle, leg.end]

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
        poster, camera = self.poster, self.poster.camera
        roads = [i for i, channel in self.ground.channels.items() if channel == leg.channel]
        ax, (bx, by) = leg.start[0], leg.end
        middle = (low + high) / 2
        at = camera.x(poster.roads[roads[0]].x, middle) if roads else (ax + bx) / 2
        # From x on paper back to a place at the start line: distances shrink by the same part for all.
        part = max(camera.part(middle), 0.05)
        base = poster.roads[roads[0]].x if roads else at
        step = PITCH / part
        found: tuple[float, float] | None = None
        walls = self._walls(leg, low, high)
        places = [base + step * (i + 0.5) for i in range(-16, 17)] + [poster.roads[i].x for i in roads]
        for place in places:
            x = camera.x(place, middle)
            if not min(ax, bx) - 30 < x < max(ax, bx) + 30 or self._hits(place, walls, low, high):
                continue
            price = abs(x - (ax + bx) / 2) * 0.3 + max(0.0, min(ax, bx) - x, x - max(ax, bx)) * 2
            if leg.arrives and 1 < abs(camera.x(place, by) - bx) < ARRIVING:
                price += NO_ARROW
            for i in roads:
                half = half_at(camera, middle, poster.roads[i].half)
                own = camera.x(poster.roads[i].x, middle)
                if abs(x - own) < half + 1.5:
                    ends = any(abs(px - camera.x(poster.roads[i].x, py)) < 1 for px, py in (leg.start, leg.end))
                    price += ON_ROAD * (0.15 if ends and abs(x - own) < 0.5 else 1.0)
                elif abs(x - own) < half + 4.5 and any(
                    abs(rect.x - own) < half + 14 or abs(rect.right - own) < half + 14 for rect in walls
                ):
                    price += BESIDE_SIGNS
            for other, top, bottom, whose in self.used.get(leg.channel, ()):
                if top - PITCH < high and bottom + PITCH > low and abs(other - place) * part < PITCH * 0.9:
                    price += -4.0 if whose == net and abs(other - place) < 0.1 else OVER
            if found is None or price < found[0]:
                found = (price, place)
        return found[1] if found else base

    def _hits(self, place: float, walls: Sequence[Rect], low: float, high: float) -> bool:
        camera = self.poster.camera
        for rect in walls:
            top, bottom = max(rect.y - CLEAR, low), min(rect.bottom + CLEAR, high)
            for y in (top, (top + bottom) / 2, bottom):
                if rect.x - CLEAR < camera.x(place, y) < rect.right + CLEAR:
                    return True
        return False
