"""Make prints by way of the cache: a poster is drawn only when something of it is not kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from stip.diagrams.engine import EMBEDDED, find_engine
from stip.model import Roadmap
from stip.poster import Drawing, PosterSpec, TooSmallError
from stip.printing.cache import Cache, key_of
from stip.printing.make import draw_poster, told
from stip.printing.order import Order
from stip.printing.show import poster_spec
from stip.problems import StipError


@dataclass(frozen=True)
class Press:
    """What every print of a site is made with; `colours` are the site's own, name to (light, dark)."""

    roadmap: Roadmap
    cache: Cache
    engine: str = EMBEDDED
    colours: Mapping[str, tuple[str, str]] | None = None

    @cached_property
    def mark(self) -> str:
        """Stand for what all prints depend on. Raises StipError when there is no such engine."""
        with told(self.roadmap.settings.language):
            engine = find_engine(self.engine)
        return repr((engine.name, engine.version, sorted((self.colours or {}).items())))

    def poster(self, order: Order) -> OrderedPoster:
        """Take an order; nothing is made yet."""
        return OrderedPoster(self, order)


@dataclass(frozen=True)
class OrderedPoster:
    """A poster that is asked for, and the files of it."""

    press: Press
    order: Order

    @cached_property
    def spec(self) -> PosterSpec:
        """What it shows."""
        return poster_spec(self.press.roadmap)

    @cached_property
    def drawing(self) -> Drawing:
        """The poster itself, drawn once. Raises StipError when it does not fit."""
        press = self.press
        try:
            return draw_poster(press.roadmap, self.order, engine=press.engine, colours=press.colours)
        except StipError as error:
            if isinstance(error.__cause__, TooSmallError):
                press.cache.write(self._key("refused"), str(error).encode())
            raise

    def file(self, finish: str, write: Callable[[Drawing], bytes | str]) -> bytes:
        """Return a file of it: `finish` says all that `write` adds. Raises StipError when it cannot be made."""
        cache, key = self.press.cache, self._key(finish)
        if (refused := cache.read(self._key("refused"))) is not None:
            raise StipError(refused.decode())
        if (kept := cache.read(key)) is not None:
            return kept
        made = write(self.drawing)
        return cache.write(key, made.encode() if isinstance(made, str) else made)

    def _key(self, finish: str) -> str:
        return key_of(self.press.mark, self.spec, self.order, finish)
