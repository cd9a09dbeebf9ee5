"""All that a site offers to print: which posters and sheets, in which finish, and why one is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from stip.cache import Cache
from stip.choices import PrintSettings
from stip.diagrams.engine import EMBEDDED, EngineError
from stip.editions import Edition, edition_mark
from stip.model import Roadmap
from stip.model.discretion import for_staff
from stip.pages.prints import NOTHING, PrintFile, Prints
from stip.poster import NoTypstError
from stip.printing import offers
from stip.printing.order import WHOLE, Order, Subject
from stip.printing.plan import named
from stip.printing.press import OrderedPoster, Press
from stip.printing.preview import preview
from stip.problems import StipError
from stip.text.words import Words, words_for


@dataclass(frozen=True)
class Shelf:
    """What a site offers to print, and for its maintainer a sentence about each thing that could not be made."""

    prints: Prints = NOTHING
    notes: tuple[str, ...] = ()
    settled: bool = True
    """Whether another run would make the same; not when the engine failed, which may go better then."""


def fill_shelf(
    roadmap: Roadmap,
    settings: PrintSettings,
    cache: Cache,
    *,
    engine: str = EMBEDDED,
    colours: Mapping[str, tuple[str, str]] | None = None,
    editions: Iterable[Edition] = (),
) -> Shelf:
    """Make all prints of a site, or take them from the cache; what cannot be made becomes a note, never an error.

    They show what staff may read, for whomever the site is: a print hangs where everyone walks by.
    """
    roadmap = for_staff(roadmap)
    if not roadmap.steps:
        return Shelf()
    tray = _Tray(words_for(roadmap.settings.language))
    press = Press(roadmap, cache, engine, colours)
    mark = edition_mark(roadmap, editions)
    for order in _orders(settings, roadmap):
        tray.take(named(order.sheet, tray.words), _files(press.poster(replace(order, edition=mark)), tray, settings))
    for size in settings.workshop:
        order = Order(size, settings.stand, edition=mark, workshop=True)
        tray.take(tray.words("prints.kind.workshop", paper=size.upper()), offers.workshop(press.poster(order)))
    if settings.teams:
        tray.take(tray.words("prints.use.team"), offers.teams(press, mark))
    picture = next((file for file in tray.files if file.kind == "svg"), None)
    return Shelf(Prints(tuple(tray.files), tray.preview, picture), tuple(dict.fromkeys(tray.notes)), tray.settled)


def _orders(settings: PrintSettings, roadmap: Roadmap) -> Iterator[Order]:
    """Yield the posters that a site wants, those of the whole organisation first."""
    for orientation in dict.fromkeys(settings.orientations):
        for size in dict.fromkeys(settings.sizes):
            yield Order(size, orientation)
            if size in settings.mono:
                yield Order(size, orientation, mono=True)
    for unit in roadmap.units.values():
        for size in settings.departments if unit.steps else ():
            yield Order(size, settings.stand, Subject("unit", unit.id))


@dataclass
class _Tray:
    """What has been made so far."""

    words: Words
    files: list[PrintFile] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    preview: str = ""
    settled: bool = True
    """Whether the engine never failed."""
    no_typst: bool = False
    """Whether what writes PDF is not installed: then a picture is all that there is."""

    def take(self, name: str, made: Iterator[PrintFile]) -> None:
        """Lay the files of one thing on the tray, until one cannot be made; then remember why."""
        if self.no_typst:
            return
        try:
            self.files.extend(made)
        except StipError as error:
            self.no_typst = isinstance(error.__cause__, NoTypstError)
            self.settled &= not isinstance(error.__cause__, EngineError)
            self.notes.append(str(error) if self.no_typst else self.words("prints.not_made", name=name, reason=error))


def _files(poster: OrderedPoster, tray: _Tray, settings: PrintSettings) -> Iterator[PrintFile]:
    """Make the files of one poster; the first of the whole organisation is shown, and is there in more forms."""
    order, words = poster.order, tray.words
    first = not tray.preview and order.subject == WHOLE and not order.mono
    poster.check()
    if first:
        label = words("prints.preview")
        tray.preview = poster.file(f"preview {label}", partial(preview, name=label)).decode()
        yield from offers.pictures(poster)
    yield from offers.papers(poster)
    if first and order.size not in offers.AT_HOME:
        yield from offers.tiles(poster, settings.tiles)
