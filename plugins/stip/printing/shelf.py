"""All that a site offers to print: which posters and sheets, in which finish, and why one is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from stip.diagrams.engine import EMBEDDED
from stip.editions import Edition, EditionMark, edition_mark
from stip.model import Roadmap
from stip.pages.addresses import Addresses
from stip.pages.prints import NOTHING, PrintFile, Prints, Use
from stip.poster import Drawing, NoTypstError, plan_tiles, write_svg
from stip.poster.team_spec import TeamSpec
from stip.printing.cache import Cache
from stip.printing.finishes import PICTURES
from stip.printing.make import poster_pdf, poster_png
from stip.printing.order import WHOLE, Order, Subject
from stip.printing.plan import named
from stip.printing.press import OrderedPoster, Press
from stip.printing.preview import preview
from stip.printing.subjects import subject_name
from stip.printing.team import ALL as TEAMS
from stip.printing.team import team_pdf, team_spec, team_units
from stip.printing.tiles import proof_pdf, tiles_pdf
from stip.problems import StipError
from stip.text.words import Words, words_for

_PICTURES = dict(zip(("picture", "picture-2x"), PICTURES, strict=True))
_AT_HOME = ("a3", "a4")
"""Paper that people have in their own printer."""


@dataclass(frozen=True)
class PrintSettings:
    """What a site wants to offer."""

    sizes: tuple[str, ...] = ("a0", "a1", "a3")
    """The sheets of the poster; the first that fits is shown on the site."""
    orientations: tuple[str, ...] = ("landscape",)
    mono: tuple[str, ...] = ("a3",)
    """The sheets for a printer without colour."""
    departments: tuple[str, ...] = ()
    """The sheets of a poster of each department."""
    tiles: tuple[str, ...] = ("a4", "a3")
    """The paper on which the first poster can be printed in parts, to glue together."""
    teams: bool = True
    """Whether each department and team has its own A4."""


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
    editions: Iterable[Edition] = (),
) -> Shelf:
    """Make all prints of a site, or take them from the cache; what cannot be made becomes a note, never an error."""
    if not roadmap.steps:
        return Shelf()
    tray = _Tray(words_for(roadmap.settings.language))
    press = Press(roadmap, cache, engine, colours)
    mark = edition_mark(roadmap, editions)
    for order in _orders(settings, roadmap):
        tray.take(named(order.sheet, tray.words), _files(press.poster(replace(order, edition=mark)), tray, settings))
    if settings.teams:
        tray.take(tray.words("prints.use.team"), _teams(press, mark))
    cache.tidy()
    picture = next((file for file in tray.files if file.kind == "svg"), None)
    return Shelf(Prints(tuple(tray.files), tray.preview, picture), tuple(dict.fromkeys(tray.notes)))


def _orders(settings: PrintSettings, roadmap: Roadmap) -> Iterator[Order]:
    """Yield the posters that a site wants, those of the whole organisation first."""
    for orientation in settings.orientations:
        for size in settings.sizes:
            yield Order(size, orientation)
            if size in settings.mono:
                yield Order(size, orientation, mono=True)
    for unit in roadmap.units.values():
        for size in settings.departments if unit.steps else ():
            yield Order(size, settings.orientations[0], Subject("unit", unit.id))


@dataclass
class _Tray:
    """What has been made so far."""

    words: Words
    files: list[PrintFile] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    preview: str = ""
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
            self.notes.append(str(error) if self.no_typst else self.words("prints.not_made", name=name, reason=error))


def _files(poster: OrderedPoster, tray: _Tray, settings: PrintSettings) -> Iterator[PrintFile]:
    """Make the files of one poster: those first that need nothing that may not be installed."""
    order, notes = poster.order, poster.told
    first = not tray.preview and order.subject == WHOLE and not order.mono
    if first:
        label = tray.words("prints.preview")
        tray.preview = poster.file(f"preview {label}", lambda drawing: preview(drawing, label)).decode()
        drawn = _file(poster, "screen", "svg", ".svg", poster.file("svg", write_svg))
        yield drawn
        for kind, width in _PICTURES.items():
            content = poster.file(f"png {width}", lambda drawing, width=width: poster_png(drawing, width))  # type: ignore[misc]
            height = round(width * drawn.height / drawn.width)
            yield replace(_file(poster, "screen", kind, f"-{width}.png", content), width=width, height=height)
    use: Use = "home" if order.size in _AT_HOME else "shop"
    yield replace(_file(poster, use, "poster", ".pdf", poster.file("pdf", poster_pdf)), notes=notes)
    if use == "shop" and order.subject == WHOLE:
        yield _file(poster, use, "bleed", "-bleed.pdf", poster.file("bleed", _with_bleed))
    if first:
        yield from _tiles(poster, settings.tiles if use == "shop" else ())


def _tiles(poster: OrderedPoster, papers: Iterable[str]) -> Iterator[PrintFile]:
    """Make what somebody needs to print a poster on a printer of their own."""
    for paper in papers:
        content = poster.file(f"tiles {paper}", lambda drawing, paper=paper: tiles_pdf(drawing, paper))  # type: ignore[misc]
        count = poster.file(f"sheets {paper}", lambda drawing, paper=paper: str(plan_tiles(drawing, paper).count + 1))  # type: ignore[misc]
        yield replace(_file(poster, "home", "tiles", f"-{paper}.pdf", content), sheets=int(count), on=paper)
    if papers:
        content = poster.file("proof", proof_pdf)
        yield replace(_file(poster, "home", "proof", "-proof.pdf", content), sheets=1, on="a4")


def _teams(press: Press, mark: EditionMark) -> Iterator[PrintFile]:
    """Make the sheet of each department and team, and all of them in one file."""
    roadmap, units = press.roadmap, team_units(press.roadmap)
    specs = [team_spec(roadmap, unit, mark) for unit in units]

    def sheet(name: str, *shown: TeamSpec) -> PrintFile:
        content = press.keep(("team", *shown), lambda: team_pdf(shown, colours=press.colours))
        path = Addresses.of(words_for(roadmap.settings.language)).print_file(f"{name}.pdf")
        return PrintFile(path, content, "team", "teams", paper="a4", sheets=len(shown), on="a4")

    if len(specs) > 1:
        yield sheet(TEAMS, *specs)
    for unit, spec in zip(units, specs, strict=True):
        yield replace(sheet(f"team-{unit.id}", spec), kind="team", name=unit.label, unit=unit.id)


def _with_bleed(drawing: Drawing) -> bytes:
    return poster_pdf(drawing, bleed=True)


def _file(poster: OrderedPoster, use: Use, kind: str, ending: str, content: bytes) -> PrintFile:
    """Put a file under the page of posters."""
    order, roadmap = poster.order, poster.press.roadmap
    path = Addresses.of(words_for(roadmap.settings.language)).print_file(order.stem + ending)
    return PrintFile(
        path,
        content,
        use,
        kind,
        paper=order.size,
        width=order.sheet.width,
        height=order.sheet.height,
        name=subject_name(roadmap, order.subject),
        unit=order.subject.id if order.subject.kind == "unit" else "",
        mono=order.mono,
    )
