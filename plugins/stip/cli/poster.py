"""`stip poster`: write posters and sheets for print, of the whole organisation or of a part of it."""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from stip.cache import FOLDER, Cache
from stip.cli.inputs import GOOD, PROBLEMS, add_input, read_aloud
from stip.editions import edition_mark
from stip.loading import Loaded
from stip.model import Roadmap
from stip.poster import ORIENTATIONS, PAPERS, SIZES
from stip.printing import (
    WHOLE,
    Finish,
    Order,
    Printed,
    PrintSettings,
    draw_told,
    fill_shelf,
    finished,
    goal_subject,
    team_prints,
    unit_subject,
)
from stip.problems import StipError
from stip.text.reasons import reason
from stip.text.words import Words, words_for
from stip.writing import write_whole

_OF_POSTERS = ("size", "orientation", "unit", "goal", "bleed", "png", "tile", "fit", "test_print", "workshop")
"""The options that ask for a poster, also beside other prints."""


def add_poster(poster: argparse.ArgumentParser) -> None:
    """Give the command its options; of several things at once the names are divided by commas."""
    add_input(poster)
    poster.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the files")
    poster.add_argument("--engine", default="embedded", help="embedded, system, or the path of a dot command")
    sheet = poster.add_argument_group("the sheet (several with commas: --size a0,a3)")
    _add_names(sheet, "--size", choices=SIZES, help="a0, as it is without this option, a1, a2 or a3")
    _add_names(sheet, "--orientation", choices=ORIENTATIONS, help="how it hangs: landscape, or portrait")
    sheet.add_argument("--mono", action="store_true", help="black and white, for a printer without colour")
    sheet.add_argument(
        "--workshop", action="store_true", help="with numbered places for stickers, and a form to type them over from"
    )
    whose = poster.add_argument_group("whose poster (of the whole organisation without these)")
    _add_names(whose, "--unit", "--department", "--cluster", metavar="ID", help="of a cluster, department or team")
    _add_names(whose, "--goal", metavar="ID", help="of the steps that serve a goal")
    finish = poster.add_argument_group("the finish (besides a PDF and an SVG of each poster)")
    finish.add_argument("--bleed", action="store_true", help="a PDF with 3 mm bleed and crop marks, for a print shop")
    finish.add_argument("--png", action="store_true", help="pictures of two sizes, for a screen")
    _add_names(finish, "--tile", choices=PAPERS, help="over sheets of a4 or a3 to glue together, with a cover")
    finish.add_argument(
        "--fit", action="store_true", help="tiles that are a little smaller where that saves sheets; a4 without --tile"
    )
    finish.add_argument("--test-print", action="store_true", help="one sheet to try the printer with before --tile")
    other = poster.add_argument_group("other prints (without the poster, unless options for that are given too)")
    other.add_argument(
        "--team-sheets",
        nargs="?",
        type=_names,
        const=[],
        metavar="ID",
        help="the next steps of a team on one A4; without an ID of every department and team",
    )
    other.add_argument("--all", action="store_true", help="everything that the site offers")


def _add_names(
    group: argparse._ArgumentGroup,
    *flags: str,
    help: str,  # noqa: A002 - as argparse calls it
    metavar: str = "",
    choices: Sequence[str] = (),
) -> None:
    """Add an option that takes one or more names, divided by commas; it may be given more than once."""

    def names(text: str) -> list[str]:
        found = _names(text)
        for name in found:
            if choices and name not in choices:
                message = f"invalid choice: {name!r} (choose from {', '.join(choices)})"
                raise argparse.ArgumentTypeError(message)
        return found

    metavar = metavar or flags[0].strip("-").upper()
    group.add_argument(*flags, type=names, action="extend", default=[], metavar=metavar, help=help)


def _names(text: str) -> list[str]:
    """Return the names between commas; none at all is told, or another print would be made than was asked for."""
    found = [name.strip() for name in text.split(",") if name.strip()]
    if not found:
        message = f"no name in {text!r}"
        raise argparse.ArgumentTypeError(message)
    return found


def run_poster(options: argparse.Namespace) -> int:
    """Write every print that is asked for; what cannot be made is told, and the rest is made all the same."""
    loaded = read_aloud(options)
    if loaded.roadmap is None:
        return PROBLEMS
    words = words_for(loaded.language)
    wrong: dict[str, None] = {}
    count = 0
    for prints in _asked(options, loaded.roadmap, loaded):
        try:
            for made in prints:
                _write(made, options.out, words)
                count += 1
        except StipError as error:
            wrong[str(error)] = None
    if count:
        print(words("orders.written", count=count, folder=options.out))
    for line in wrong:
        print(line, file=sys.stderr)
    return PROBLEMS if wrong else GOOD


def _asked(options: argparse.Namespace, roadmap: Roadmap, loaded: Loaded) -> list[Iterator[Printed]]:
    """Return what the options ask for, each to be made when it is its turn. Raises StipError for an unknown id."""
    found: list[Iterator[Printed]] = []
    if any(getattr(options, name) for name in _OF_POSTERS) or not (options.all or options.team_sheets is not None):
        found += [_poster(options, order, roadmap, loaded) for order in _orders(options, roadmap, loaded)]
    if options.team_sheets is not None:
        keys = [unit_subject(roadmap, key).id for key in options.team_sheets]
        units = [roadmap.units[key] for key in keys]
        mark = edition_mark(roadmap, loaded.editions)
        found.append(team_prints(roadmap, units, mark=mark, colours=loaded.colours, mono=options.mono))
    if options.all:
        found.append(_all(options, roadmap, loaded))
    return found


def _orders(options: argparse.Namespace, roadmap: Roadmap, loaded: Loaded) -> Iterator[Order]:
    """Yield each poster that the options ask for. Raises StipError for an id that there is not."""
    subjects = [unit_subject(roadmap, key) for key in options.unit]
    subjects += [goal_subject(roadmap, key) for key in options.goal]
    sizes, stands = options.size or SIZES[:1], options.orientation or ORIENTATIONS[:1]
    mark = edition_mark(roadmap, loaded.editions)
    for subject, size, stand in itertools.product(*map(dict.fromkeys, (subjects or [WHOLE], sizes, stands))):
        yield Order(size, stand, subject, options.mono, mark, options.workshop)


def _poster(options: argparse.Namespace, order: Order, roadmap: Roadmap, loaded: Loaded) -> Iterator[Printed]:
    """Draw a poster, say what there is to say of it, and yield its files. Raises StipError."""
    drawing, told = draw_told(roadmap, order, engine=options.engine, colours=loaded.colours)
    for line in told:
        print(line, file=sys.stderr)
    tiles = tuple(dict.fromkeys(options.tile)) or PAPERS[: options.fit]
    finish = Finish(options.bleed, options.png, tiles, options.fit, options.test_print)
    yield from finished(drawing, order, finish)


def _all(options: argparse.Namespace, roadmap: Roadmap, loaded: Loaded) -> Iterator[Printed]:
    """Yield what the site offers, from the cache of the site where it is there. Raises StipError with all notes."""
    cache = Cache(FOLDER)
    shelf = fill_shelf(
        roadmap, PrintSettings(), cache, engine=options.engine, colours=loaded.colours, editions=loaded.editions
    )
    for file in shelf.prints.files:
        for line in file.notes:
            print(line, file=sys.stderr)
        content = file.content.encode() if isinstance(file.content, str) else file.content
        paper = "" if file.path.endswith(".png") else file.on or file.paper
        width, height = (0, 0) if file.on else (file.width, file.height)
        yield Printed(PurePosixPath(file.path).name, content, paper, width, height, file.sheets or 1)
    if shelf.notes:
        raise StipError("\n".join(shelf.notes))


def _write(made: Printed, folder: Path, words: Words) -> None:
    """Write a file and say what it is. Raises StipError when the folder takes none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / made.name, made.content)
    except OSError as error:
        raise StipError(words("cli.not_written", file=folder / made.name, reason=reason(error, words))) from error
    size = {"width": f"{made.width:g}", "height": f"{made.height:g}"}
    paper = words("orders.sheets", count=made.sheets, paper=made.paper.upper())
    said = [paper] if made.paper else [words("orders.pixels", **size)]
    if made.paper and made.width:
        said.append(words("orders.millimetres", **size))
    print(f"{made.name}: {', '.join(said)}")
