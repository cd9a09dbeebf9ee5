"""Where everything lies in the picture on a team sheet: the sign with the name, the road, its steps and today.

Laid out in units of about 0.2 mm, in which the strokes of the scene have the right weight on an A4.
"""

from __future__ import annotations

from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.poster.lettering import even
from stip.poster.team_spec import TeamSpec
from stip.scene.landscape import Thing
from stip.scene.road import Place, Road
from stip.scene.signs import Words
from stip.scene.spec import Stop
from stip.text.fonts import measure

WIDTH = 930.0
UNIT = 190 / WIDTH
"""Millimetres in a unit: the picture is as wide as an A4 between its margins."""
SUN = (802.0, 45.0)
"""The middle and the radius of the dot."""
LETTER = 20.0
"""The letter of numbers, years and today: 4 mm."""
DISC = 36.0
_GROUND = 150.0
"""From the horizon to the lower edge."""
_SKY = 168.0
"""The least height of the sky."""
_NAMES = ((58.0, 1), (50.0, 2), (42.0, 2), (36.0, 3), (30.0, 4), (26.0, 6))
"""Letters of the name, and in how many lines they may stand: the first that fits."""
_ROOM = 470.0
"""The widest line of a name."""
_GOAL = 23.0
_FIRST, _LAST = 250.0, 700.0
"""Where the first and the last step lie."""
_PLATE = 36.0
"""What a numbered board takes of the road."""
_THINGS = (
    Thing("poplar", 452, 24),
    Thing("poplar", 465, 30),
    Thing("church", 520, 46),
    Thing("poplar", 556, 22),
    Thing("mill", 610, 50),
    Thing("gables", 668, 28),
    Thing("poplar", 708, 26),
    Thing("turbine", 888, 58),
    Thing("turbine", 914, 46),
)
"""What may stand on the horizon."""


@dataclass(frozen=True)
class Spot:
    """A step on the road, with the board of its number; None when it has none."""

    number: int
    stop: Stop
    place: Place
    plate: Rect | None


@dataclass(frozen=True)
class Places:
    """Everything in its place."""

    horizon: float
    name: Words
    sign: Rect
    """The board with the name."""
    posts: tuple[float, float]
    goal: Words
    road: Road
    end: float
    """Up to where the road is whole, as a distance; after it come planks."""
    planks: tuple[Road, ...]
    spots: tuple[Spot, ...]
    today: Rect

    @property
    def height(self) -> float:
        """The height of the picture."""
        return self.horizon + _GROUND

    @property
    def apart(self) -> float:
        """How far two steps are apart."""
        return (_LAST - _FIRST) / max(len(self.spots) - 1, 1)

    @property
    def boards(self) -> tuple[Rect, ...]:
        """What stands before the land."""
        return (self.today, *(spot.plate for spot in self.spots if spot.plate))

    @property
    def things(self) -> tuple[Thing, ...]:
        """The scenery that stands behind no board."""
        boards = (self.sign, *self.boards)
        return tuple(thing for thing in _THINGS if not any(box.overlaps(self._box(thing)) for box in boards))

    def _box(self, thing: Thing) -> Rect:
        return Rect(thing.x - thing.height / 2, self.horizon - thing.height, thing.height, thing.height)


def place_team(spec: TeamSpec) -> Places:
    """Put everything in its place; the longer the name, the higher the sky."""
    name = _name(spec.lane.name)
    goal = even(spec.horizon.title, "hand-bold", _GOAL, 330, 8)
    sign = Rect(24, 66, max(name.width, 120) + DISC * 2 + 44, max(name.height + 18, DISC * 2 - 8))
    # A wide sign hangs over the boards of the steps.
    under = 26 if sign.right < _FIRST + 90 else 56
    horizon = max(_SKY, sign.bottom + under, goal.height + SUN[1] * 2.2 + 20)
    road = _road(horizon)
    spots = _spots(spec, road)
    end = road.length
    planks: tuple[Road, ...] = ()
    if spec.lane.open_end:
        end = road.distance_at_x(spots[-1].place.x + 16 if spots else _FIRST)
        planks = tuple(road.dashes(end + 8, road.distance_at_x(_LAST + 40), 15, 9))
    boards = [spot.plate for spot in spots if spot.plate]
    posts = (sign.x + 60, _clear(sign.right - 60, boards))
    return Places(horizon, name, sign, posts, goal, road, end, planks, spots, _today(spec, road))


def _name(text: str) -> Words:
    found = even(text, "hand-bold", _NAMES[0][0], _ROOM, _NAMES[0][1])
    for size, most in _NAMES:
        found = even(text, "hand-bold", size, _ROOM, most)
        if "".join(found.lines).replace(" ", "") == "".join(text.split()):
            break
    return found


def _road(horizon: float) -> Road:
    """Return the road from the left edge up to the foot of the dot."""
    points, halves = [], []
    for i in range(25):
        part = i / 24
        points.append((-14 + (SUN[0] - 4) * part, horizon + 3 + 118 * (1 - part) ** 1.35))
        halves.append(25 - 22.4 * part**0.9)
    return Road(tuple(points), tuple(halves))


def _spots(spec: TeamSpec, road: Road) -> tuple[Spot, ...]:
    """Spread the steps over the road; of many only some have a board, the first among them."""
    count = len(spec.steps)
    every = max(1, -(-count * _PLATE // (_LAST - _FIRST + _PLATE)))
    spots = []
    for i, step in enumerate(spec.steps):
        x = _FIRST + (_LAST - _FIRST) * (i / (count - 1) if count > 1 else 0.5)
        place = road.at(road.distance_at_x(x))
        wide = 30.0 if step.number < 100 else 42.0
        plate = Rect(place.x - wide / 2, place.y - place.half - 44, wide, 27)
        spots.append(Spot(step.number, step.stop, place, plate if i % every == 0 else None))
    return tuple(spots)


def _today(spec: TeamSpec, road: Road) -> Rect:
    wide = measure(spec.today_text, "hand-bold", LETTER) + 18
    place = road.at(road.distance_at_x(24 + wide / 2))
    return Rect(24, place.y - place.half - 54, wide, 30)


def _clear(x: float, boards: list[Rect]) -> float:
    """Return the nearest place to the left of x for a post that stands behind no board."""
    while x > _FIRST / 2 and any(box.x - 6 < x < box.right + 6 for box in boards):
        x -= 2
    return x
