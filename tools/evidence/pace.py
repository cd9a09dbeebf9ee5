"""Time the drawings of three sizes of a large, untidy roadmap, by kind, cold and from what was kept.

    python tools/evidence/pace.py [--sizes 12x120,100x1500,400x8000]

Sizes are departments x steps. Times are milliseconds of the processor for one drawing, those of the engine apart; the
wide and the narrow form of a chart are two drawings, and so is each cut of a map. Where a system does not tell what
its children took, the engine stands at 0. It ends with code 1 when a second build draws anything again, or shows
anything else; times are only told, for they depend on the machine.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar, get_args

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from large import Size, large
from stip.cache import Cache
from stip.charts import frame
from stip.diagrams import find_engine
from stip.loading import load
from stip.pages import album
from stip.pages.album import Wanted
from stip.pages.context import Context
from stip.pages.draft import Draft
from stip.pages.drafts import page_drafts
from stip.scene import draw_banner
from stip.scene.spec import Cut

T = TypeVar("T")
_ENGINE = find_engine()


class Clock:
    """What each kind of drawing took: seconds of our own, seconds of the engine, and how many there were."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0])

    def time(self, kind: str, count: int, work: Callable[[], T]) -> T:
        """Do some work of a kind that makes so many drawings, and add what it took."""
        own, engine = time.process_time(), _children()
        made = work()
        taken = self.taken[kind]
        for place, more in enumerate((time.process_time() - own, _children() - engine, count)):
            taken[place] += more
        return made

    def told(self) -> list[str]:
        """Return a line for each kind, and one for all."""
        lines = [_line(kind, *taken) for kind, taken in self.taken.items()]
        return [*lines, _line("all", *map(sum, zip(*self.taken.values(), strict=True)))]


def main() -> int:
    """Print a table for each size; return 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", default="12x120,100x1500,400x8000")
    parser.add_argument("--out", type=Path, help="where reports go; this proof only prints")
    wrong = 0
    for size in parser.parse_args().sizes.split(","):
        units, steps = map(int, size.split("x"))
        with tempfile.TemporaryDirectory() as folder:
            wrong += _measure(Path(folder), Size(units, steps, max(60, units * 5 // 2), 6, max(12, units // 4)))
    return int(bool(wrong))


def _measure(folder: Path, size: Size) -> int:
    for path, text in large(size).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    roadmap = load(folder / "roadmap.yaml", folder / "content").roadmap
    assert roadmap
    clock = Clock()
    drafts = _drafts(Context.of(roadmap, directory_urls=True, files={}), clock)
    wanted = _wanted(drafts)
    cache = Cache(folder / "cache")
    cold = [
        clock.time(kind, len(some), lambda some=some: album.draw(some, _ENGINE, Cache(None)))
        for kind, some in _by_kind(wanted).items()
    ]
    banners = [draft.banner for draft in drafts if draft.has_banner]
    clock.time("banner", len(banners), lambda: [draw_banner(lane) for lane in banners])
    print(f"{size.units} departments, {size.steps} steps:", *clock.told(), sep="\n")
    album.draw(wanted, _ENGINE, cache)
    warm = Clock()
    own, drawn = album._draw, []  # noqa: SLF001
    album._draw = lambda some, engine: drawn.extend(some) or own(some, engine)  # type: ignore[func-returns-value]  # noqa: SLF001
    kept = warm.time("kept", len(wanted), lambda: album.draw(wanted, _ENGINE, cache))
    album._draw = own  # noqa: SLF001
    same = sorted(one.svg for one in kept) == sorted(one.svg for some in cold for one in some)
    print(*warm.told()[:1], f"  drawn again {len(drawn)}, {'the same' if same else 'NOT THE SAME'}", sep="\n")
    return len(drawn) + (not same)


def _drafts(context: Context, clock: Clock) -> list[Draft]:
    """Return all pages before they are drawn; their charts are drawn with them, and timed apart."""
    own = frame._framed  # noqa: SLF001
    frame._framed = lambda *given: clock.time("chart", 1, lambda: own(*given))  # noqa: SLF001
    try:
        return [draft for make in page_drafts(context) for draft in make()]
    finally:
        frame._framed = own  # noqa: SLF001


def _wanted(drafts: Sequence[Draft]) -> list[Wanted]:
    names = [album.map_name(cut) for cut in get_args(Cut)]
    maps = [Wanted(draft.path, name, draft.maps[name]) for draft in drafts for name in names if name in draft.maps]
    return [*maps, *(Wanted(draft.path, album.ROUTE, draft.route) for draft in drafts if draft.route)]


def _by_kind(wanted: Sequence[Wanted]) -> dict[str, list[Wanted]]:
    found: dict[str, list[Wanted]] = defaultdict(list)
    for one in wanted:
        found[one.name].append(one)
    return found


def _children() -> float:
    """Return the seconds that children took, where the system tells."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _line(kind: str, own: float, engine: float, count: float) -> str:
    each = 1000 / max(count, 1)
    return f"  {kind:<12} {count:5.0f} drawings  {own * each:8.2f} ms  engine {engine * each:7.2f} ms"


if __name__ == "__main__":
    sys.exit(main())
