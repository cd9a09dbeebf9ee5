"""Make prints by way of the cache: a poster is drawn only when something of it is not kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from stip.cache import Cache, Maker
from stip.diagrams.engine import EMBEDDED, Engine, EngineError, find_engine
from stip.model import Roadmap
from stip.pages.context import Context
from stip.poster import Drawing
from stip.printing.make import draw_told, told
from stip.printing.order import Order
from stip.printing.roads import roads_for
from stip.printing.show import poster_spec
from stip.problems import StipError

PRINTER = Maker(
    (
        "art",
        "diagrams",
        "pen",
        "poster",
        "printing",
        "scene",
        "text",
        "theme/assets/stip/drawings.css",
        "theme/assets/stip/fonts",
        "tokens.py",
    ),
    tools=("graphviz-pure", "pypdf", "segno", "typst"),
)
"""What decides how a print looks."""


@dataclass(frozen=True)
class Press:
    """What every print of a site is made with; `colours` are the site's own, name to (light, dark)."""

    roadmap: Roadmap
    cache: Cache
    engine: str = EMBEDDED
    colours: Mapping[str, tuple[str, str]] | None = None

    @cached_property
    def program(self) -> Engine:
        """Graphviz. Raises StipError when it is not there."""
        with told(self.roadmap.settings.language):
            return find_engine(self.engine)

    def keep(self, parts: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """Return what is made from these parts with this press: what is kept of it, else what `make` returns."""
        colours = sorted((self.colours or {}).items())
        key = PRINTER.key(self.program.name, self.program.version, colours, *parts)
        kept = self.cache.read(key)
        return self.cache.write(key, make()) if kept is None else kept

    def poster(self, order: Order) -> OrderedPoster:
        """Take an order; nothing is made yet."""
        return OrderedPoster(self, order)


@dataclass(frozen=True)
class OrderedPoster:
    """A poster that is asked for, and the files of it."""

    press: Press
    order: Order

    @cached_property
    def told(self) -> tuple[str, ...]:
        """What there is to tell about how everything found its place. Raises StipError when it does not fit."""
        kept = self._keep("plan", lambda: json.dumps(self._outcome()).encode())
        outcome = json.loads(kept)
        if outcome["refused"]:
            raise StipError(outcome["refused"])
        return tuple(outcome["told"])

    def check(self) -> None:
        """Raise StipError when it does not fit: asked first, so that what is kept of it is not offered then."""
        _ = self.told

    def file(self, finish: str, write: Callable[[Drawing], bytes | str]) -> bytes:
        """Return a file of it: `finish` says all that `write` adds. Raises StipError when it cannot be made."""

        def make() -> bytes:
            made = write(self._drawn[0])
            return made.encode() if isinstance(made, str) else made

        return self._keep(finish, make)

    def _outcome(self) -> dict[str, object]:
        try:
            _, lines = self._drawn
        except StipError as error:
            if isinstance(error.__cause__, EngineError):
                raise  # it may go better next time
            return {"refused": str(error), "told": []}
        return {"refused": "", "told": lines}

    @cached_property
    def _drawn(self) -> tuple[Drawing, tuple[str, ...]]:
        press = self.press
        return draw_told(press.roadmap, self.order, engine=press.engine, colours=press.colours)

    @cached_property
    def _subject(self) -> str:
        """All that it may show: each way to divide the steps over roads."""
        order, roadmap = self.order, self.press.roadmap
        ways = roads_for(order.subject, Context.of(roadmap, directory_urls=True))
        return repr([poster_spec(roadmap, order.subject, way, edition=order.edition) for way in ways])

    def _keep(self, finish: str, make: Callable[[], bytes]) -> bytes:
        return self.press.keep((self._subject, self.order, finish), make)
