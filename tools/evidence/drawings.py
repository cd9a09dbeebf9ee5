"""Sweep the drawings over many sizes and print what was found: overlaps, letters, lost steps, bytes and time.

    python tools/evidence/drawings.py [--lanes 1,2,3,5,9,12,14,20,30] [--steps 1,2,4,7,12,25,60]

Every number of lanes goes with every number of steps a lane, with short and with long titles. A map that cannot show
signs or boards leaves them out; an overlap, a lost step or a letter under 14 px is a fault, and ends with code 1.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from scene.roads import LONG, map_spec, path_spec
from stip.diagrams import Engine, find_engine
from stip.pen.boxes import Rect
from stip.scene import draw_maps, draw_paths
from stip.scene import path_style as style
from stip.scene.map import place_maps
from stip.scene.map_style import STYLES
from stip.scene.path import place_paths
from stip.scene.spec import Cut

SIZE = re.compile(r'<text[^>]* font-size="([0-9.]+)"')


@dataclass(frozen=True)
class Found:
    """What one drawing has: faults, and what a reader gets."""

    overlaps: int
    outside: int
    lost: int
    least: float
    """The smallest letter, as part of what is allowed in this cut."""
    signs: int
    size: int
    seconds: float

    @property
    def is_good(self) -> bool:
        """Whether there is no fault."""
        return not (self.overlaps or self.outside or self.lost) and self.least >= 1


def main() -> int:
    """Print a line for each size; return 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--lanes", default="1,2,3,5,9,12,14,20,30")
    parser.add_argument("--steps", default="1,2,4,7,12,25,60")
    parser.add_argument("--out", type=Path, help="where reports go; this proof only prints")
    options = parser.parse_args()
    lanes, steps = ([int(part) for part in text.split(",")] for text in (options.lanes, options.steps))
    engine = find_engine()
    print(f"{'drawing':<24} {'overlaps':>8} {'outside':>8} {'lost':>5} {'letters':>8} {'signs':>6} {'kB':>6} {'s':>6}")
    wrong = 0
    for title in (None, LONG):
        for count in steps:
            wrong += _print(f"path x{count}{' long' if title else ''}", _path(count, title, engine))
            for number, cut in itertools.product(lanes, get_args(Cut)):
                name = f"{cut} {number}x{count}{' long' if title else ''}"
                wrong += _print(name, _map(number, count, title, cut, engine))
    print(f"{wrong} with faults")
    return 1 if wrong else 0


def _print(name: str, found: Found) -> int:
    print(
        f"{name:<24} {found.overlaps:>8} {found.outside:>8} {found.lost:>5} {found.least:>8.2f} {found.signs:>6} "
        f"{found.size / 1000:>6.0f} {found.seconds:>6.2f}" + ("" if found.is_good else "  <<<")
    )
    return not found.is_good


def _map(lanes: int, steps: int, title: str | None, cut: Cut, engine: Engine) -> Found:
    spec = map_spec(lanes, steps, **({"title": title} if title else {}))
    start = time.perf_counter()
    view, _ = place_maps([spec], engine, cut=cut)[0]
    svg = draw_maps([spec], engine, cut=cut)[0]
    seconds = (time.perf_counter() - start) / 2
    measures = STYLES[cut]
    marks = {mark.stop.id for lane in view.lanes for mark in lane.marks}
    lost = len({stop.id for lane in spec.lanes for stop in lane.stops} - marks)
    picture = Rect(0, 0, measures.width, measures.height)
    return _found(view.boxes, picture, lost, svg, measures.least, len(view.signs), seconds)


def _path(steps: int, title: str | None, engine: Engine) -> Found:
    spec = path_spec(1, steps, **({"title": title} if title else {}))
    start = time.perf_counter()
    strips = place_paths([spec], engine)[0]
    svg = draw_paths([spec], engine)[0]
    seconds = (time.perf_counter() - start) / 2
    parts = [_found(strip.boxes, Rect(0, 0, style.WIDTH, strip.height), 0, svg, 14.0, 0, seconds) for strip in strips]
    shown = sum(spot.sign is not None for strip in strips for spot in strip.spots)
    return Found(
        sum(part.overlaps for part in parts),
        sum(part.outside for part in parts),
        steps - shown,
        parts[0].least,
        shown,
        len(svg),
        seconds,
    )


def _found(
    boxes: Sequence[Rect], picture: Rect, lost: int, svg: str, least: float, signs: int, seconds: float
) -> Found:
    overlaps = sum(one.overlaps(other, -0.5) for one, other in itertools.combinations(boxes, 2))
    outside = sum(not box.within(picture) for box in boxes)
    sizes = [float(size) for size in SIZE.findall(svg)]
    return Found(overlaps, outside, lost, min(sizes, default=least) / least, signs, len(svg), seconds)


if __name__ == "__main__":
    sys.exit(main())
