"""The land round the roads: sky, clouds, low horizon with its buildings, grass; decoration, without data."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from stip import art
from stip.pen.boxes import Rect, around, is_free
from stip.pen.paths import Point, between, curve, joined
from stip.pen.sketch import hand, wavering
from stip.pen.svg import SHORT, element, group, number, path

_GROUND = {"church": 130, "gables": 80, "mill": 150, "poplar": 80, "turbine": 150, "cow": 40, "bicycle": 40}
"""The y, in each drawing's own units, that stands on the ground."""
_BAND_WAVER = 1.6
"""How far a line over the grass strays, in px."""


@dataclass(frozen=True)
class Thing:
    """A piece of scenery: its middle x and height in px, and how far before the horizon it stands."""

    name: str
    x: float
    height: float
    nearer: float = 0.0


def sky(id: str, width: float, horizon: float) -> tuple[str, str]:  # noqa: A002
    """Return the definition of the evening-to-horizon gradient, and the sky."""
    stops = "".join(element("stop", cls=f"stip-d-sky{i}", offset=at) for i, at in ((1, "0"), (2, ".55"), (3, "1")))
    definition = element("linearGradient", stops, id=f"{id}-sky", x1="0", y1="0", x2="0", y2="1")
    shape = element("rect", cls="stip-d-sky", width=width, height=horizon + 1, fill=f"url(#{id}-sky)")
    return definition, shape


def ground(id: str, width: float, top: float, bottom: float, tones: str = "1234") -> tuple[str, str]:  # noqa: A002
    """Return the definition of the gradient from far to near, and the grass."""
    stops = "".join(
        element("stop", cls=f"stip-d-grass{tone}", offset=f"{i / (len(tones) - 1):.2f}") for i, tone in enumerate(tones)
    )
    definition = element("linearGradient", stops, id=f"{id}-grass", x1="0", y1="0", x2="0", y2="1")
    shape = element("rect", cls="stip-d-ground", y=top, width=width, height=bottom - top, fill=f"url(#{id}-grass)")
    return definition, shape


@functools.lru_cache(maxsize=64)
def hills(id: str, width: float, horizon: float, height: float) -> str:  # noqa: A002
    """Return low far hills along the horizon, and the line of the horizon."""
    dice = hand(id, "hills")
    count = max(5, round(width / 190))
    ridge = [(width * i / count, horizon - height * (0.35 + 0.65 * dice.random())) for i in range(count + 1)]
    top = curve(ridge)
    line = curve(wavering(between((0, horizon), (width, horizon), 130), dice, 0.6))
    return group(
        path(f"{top}V{number(horizon + 1)}H0z", "stip-d-hill"),
        path(top, "stip-d-far"),
        path(line, "stip-d-far"),
        cls="stip-d-hills",
    )


def scenery(id: str, things: Sequence[Thing], horizon: float) -> tuple[str, str]:  # noqa: A002
    """Return the definitions of the pieces used, and the pieces in place, far ones first."""
    names = sorted({thing.name for thing in things})
    definitions = "".join(element("g", art.scenery(name).body.strip(), id=f"{id}-{name}") for name in names)
    placed = []
    for thing in sorted(things, key=lambda item: item.nearer):
        box = art.scenery(thing.name).size
        scale = thing.height / _GROUND[thing.name] if thing.name in _GROUND else thing.height / box[1]
        foot = _GROUND.get(thing.name, 0)
        x, y = thing.x - box[0] * scale / 2, horizon + thing.nearer - foot * scale
        placed.append(
            element("use", xlink_href=f"#{id}-{thing.name}", transform=f"translate({x:.1f} {y:.1f}) scale({scale:.3f})")
        )
    return definitions, group(*placed, cls="stip-d-scenery")


def clouds(id: str, places: Iterable[tuple[float, float, float]]) -> tuple[str, str]:  # noqa: A002
    """Return the definition of a cloud, and clouds of a width round points (x, y, width)."""
    drawn = art.scenery("cloud")
    definition = element("g", drawn.body.strip(), id=f"{id}-cloud")
    placed = [
        element(
            "use",
            xlink_href=f"#{id}-cloud",
            transform=f"translate({x - width / 2:.1f} {y - width / 4:.1f}) scale({width / 140:.3f})",
        )
        for x, y, width in places
    ]
    return definition, group(*placed, cls="stip-d-clouds")


def birds(x: float, y: float) -> str:
    """Return three birds far away."""
    strokes = []
    for dx, dy, size in ((0, 0, 10), (30, -12, 8.5), (52, 11, 9)):
        left, right = (x + dx - size, y + dy - size * 0.25), (x + dx + size, y + dy - size * 0.3)
        strokes.append(curve([left, (x + dx - size * 0.45, y + dy - size * 0.42), (x + dx, y + dy)]))
        strokes.append(curve([(x + dx, y + dy), (x + dx + size * 0.5, y + dy - size * 0.5), right]))
    return path("".join(strokes), "stip-d-bird")


def band_line(id: str, start: Point, end: Point, taken: Sequence[Rect] = ()) -> str:  # noqa: A002
    """Return a wavering line over the grass, as path data; it leaves out what lies in `taken`."""
    points = wavering(between(start, end, 72), hand(id, round(start[0]), round(start[1])), _BAND_WAVER)
    if not taken:
        return curve(points)
    runs: list[list[Point]] = [[]]
    for point in points:
        if any(rect.holds(*point, 6) for rect in taken):
            runs.append([])
        else:
            runs[-1].append(point)
    return "".join(curve(run) for run in runs if len(run) > 1)


def tufts(
    id: str,  # noqa: A002
    area: Rect,
    count: int,
    taken: Sequence[Rect],
    *,
    scale: Callable[[float], float] = lambda _: 1.0,
    blocked: Callable[[float, float], bool] = lambda _x, _y: False,
) -> str:
    """Return tufts of grass, spread by hand over an area, clear of what is taken or blocked."""
    dice = hand(id, "tufts")
    strokes = []
    things, own = _Beside(taken), _Beside()
    for _ in range(count):
        x = area.x + dice.random() * area.w
        y = area.y + dice.random() ** 0.8 * area.h
        shrunk = scale(y)
        size = 9 * shrunk
        if size < 2.4 or blocked(x, y):
            continue
        spot = around(x, y, size)
        if is_free(spot, things.near(x), 4) and is_free(spot, own.near(x), 14 * shrunk):
            own.add(spot)
            strokes.append(_tuft(x, y, size, dice.uniform(-0.8, 0.8)))
    return path("".join(strokes), "stip-d-tuft")


class _Beside:
    """What lies about each place from left to right: grass asks it of a hundred places, of which few are near."""

    _PART, _REACH = 96.0, 40.0
    """The width of a part, and how near to it a thing counts, in px: more than a tuft and its room."""

    def __init__(self, rects: Iterable[Rect] = ()) -> None:
        self._parts: dict[int, list[Rect]] = defaultdict(list)
        for rect in rects:
            self.add(rect)

    def add(self, rect: Rect) -> None:
        begin, end = (rect.x - self._REACH) // self._PART, (rect.right + self._REACH) // self._PART
        for part in range(int(begin), int(end) + 1):
            self._parts[part].append(rect)

    def near(self, x: float) -> Sequence[Rect]:
        return self._parts[int(x // self._PART)]


def _tuft(x: float, y: float, size: float, lean: float) -> str:
    """Three blades of grass as short path data."""
    foot, side, high, low = size * 0.3, size * 0.42, size * 0.85, size * 0.6
    fallen = SHORT[f"{low:.1f}"]
    return (
        f"M{x - foot:.0f} {y:.0f}l{SHORT[f'{-side:.1f}']} {SHORT[f'{-low:.1f}']}"
        f"m{SHORT[f'{side + foot:.1f}']} {fallen}l{SHORT[f'{lean:.1f}']} {SHORT[f'{-high:.1f}']}"
        f"m{SHORT[f'{foot - lean:.1f}']} {SHORT[f'{high:.1f}']}l{SHORT[f'{side:.1f}']} {SHORT[f'{-low:.1f}']}"
    )


def graze(
    id: str,  # noqa: A002
    area: Rect,
    taken: Sequence[Rect],
    *,
    scale: Callable[[float], float],
    blocked: Callable[[Rect], bool],
    most: int,
) -> list[Thing]:
    """Return cows and young trees for the free parts of a meadow: company where nothing happens."""
    dice = hand(id, "cows")
    found: list[Thing] = []
    own: list[Rect] = []
    for _ in range(60):
        if len(found) >= most:
            break
        name = "cow" if dice.random() < 0.75 else "poplar"
        x, y = area.x + dice.random() * area.w, area.y + dice.random() * area.h
        height = (26.0 if name == "cow" else 62.0) * scale(y)
        spot = Rect(x - height, y - height, 2 * height, height + 6)
        if not (spot.within(area) and is_free(spot, taken, 24) and is_free(spot, own, 46)) or blocked(spot):
            continue
        own.append(spot)
        found.append(Thing(name, x, height, y))
    return found


def water(id: str, y: float, depth: float, length: float) -> str:  # noqa: A002
    """Return a ditch that runs from the left edge and ends in a point."""
    dice = hand(id, "water")
    upper = [(length * i / 6, y + dice.uniform(-0.8, 0.8) - i * 0.9) for i in range(7)]
    lower = [(length * i / 6, y + depth * (1 - i / 6) + dice.uniform(-0.8, 0.8) - i * 0.9) for i in range(6, -1, -1)]
    banks = curve(upper), curve(lower)
    return group(
        path(joined(*banks), "stip-d-water"),
        path("".join(banks), "stip-d-bank"),
    )
