"""All that a site offers to print: which posters and sheets, in which finish, and why one is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from stip.diagrams.engine import EMBEDDED
from stip.model import Roadmap
from stip.pages.addresses import Addresses
from stip.pages.prints import NOTHING, PrintFile, Prints, Use
from stip.poster import NoTypstError, Sheet, write_svg
from stip.printing.cache import Cache
from stip.printing.make import poster_pdf
from stip.printing.order import Order
from stip.printing.press import OrderedPoster, Press
from stip.printing.preview import preview
from stip.problems import StipError
from stip.text.words import Words, words_for


@dataclass(frozen=True)
class PrintSettings:
    """What a site wants to offer."""

    sizes: tuple[str, ...] = ("a0", "a1", "a3")
    """The sheets of the poster; the first that fits is shown on the site."""
    orientations: tuple[str, ...] = ("landscape",)


@dataclass(frozen=True)
class Shelf:
    """What a site offers to print, and for its maintainer a sentence about each thing that could not be made."""

    prints: Prints = NOTHING
    notes: tuple[str, ...] = ()


def fill_shelf(
    roadmap: Roadmap,
    settings: PrintSettings,
    cache: Cache,
    *,
    engine: str = EMBEDDED,
    colours: Mapping[str, tuple[str, str]] | None = None,
) -> Shelf:
    """Make all prints of a site, or take them from the cache; what cannot be made becomes a note, never an error."""
    if not roadmap.steps:
        return Shelf()
    tray = _Tray(words_for(roadmap.settings.language))
    press = Press(roadmap, cache, engine, colours)
    for order in (Order(size, orientation) for size in settings.sizes for orientation in settings.orientations):
        tray.take(order.stem, _poster(press.poster(order), tray))
    cache.tidy()
    return Shelf(Prints(tuple(tray.files), tray.preview), tuple(dict.fromkeys(tray.notes)))


@dataclass
class _Tray:
    """What has been made so far."""

    words: Words
    files: list[PrintFile] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    preview: str = ""

    def take(self, name: str, made: Iterator[PrintFile]) -> None:
        """Lay files on the tray until one cannot be made."""
        try:
            self.files.extend(made)
        except StipError as error:
            self.note(name, error)

    def note(self, name: str, error: StipError) -> None:
        """Remember why something is not there."""
        no_typst = isinstance(error.__cause__, NoTypstError)
        self.notes.append(str(error) if no_typst else self.words("prints.not_made", name=name, reason=error))


def _poster(poster: OrderedPoster, tray: _Tray) -> Iterator[PrintFile]:
    """Make the files of one poster: the picture first, because it needs nothing that may not be installed."""
    sheet, order = poster.order.sheet, poster.order
    if not tray.preview:
        label = tray.words("prints.preview", title=poster.spec.map.title)
        tray.preview = poster.file(f"preview {label}", lambda drawing: preview(drawing, label)).decode()
    yield _file(poster, "screen", "svg", poster.file("svg", write_svg), sheet)
    yield _file(poster, "shop" if order.size != "a3" else "home", "poster", poster.file("pdf", poster_pdf), sheet)
    if order.size == "a0":
        bleed = poster.file("bleed", lambda drawing: poster_pdf(drawing, bleed=True))
        yield _file(poster, "shop", "bleed", bleed, sheet, ending="-bleed")


_SUFFIX = {"svg": ".svg", "picture": ".png"}


def _file(
    poster: OrderedPoster, use: Use, kind: str, content: bytes, sheet: Sheet, *, ending: str = "", sheets: int = 1
) -> PrintFile:
    """Put a file under the page of posters."""
    words = words_for(poster.press.roadmap.settings.language)
    name = f"{poster.order.stem}{ending}{_SUFFIX.get(kind, '.pdf')}"
    return PrintFile(
        Addresses.of(words).print_file(name), content, use, kind, poster.order.size, sheet.width, sheet.height, sheets
    )
