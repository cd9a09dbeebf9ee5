"""`stip poster`: write posters for print, of the whole organisation or of a part of it."""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from stip.cli.inputs import GOOD, PROBLEMS, add_input, read_aloud
from stip.editions import edition_mark
from stip.loading import Loaded
from stip.model import Roadmap
from stip.poster import ORIENTATIONS, SIZES
from stip.printing import WHOLE, Finish, Order, Printed, Subject, draw_told, finished, goal_subject, unit_subject
from stip.problems import StipError
from stip.text.words import Words, words_for


def add_poster(poster: argparse.ArgumentParser) -> None:
    """Give the command its options; of several things at once the names are divided by commas."""
    add_input(poster)
    poster.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the files")
    poster.add_argument("--engine", default="embedded", help="embedded, system, or the path of a dot command")
    sheet = poster.add_argument_group("the sheet (several with commas: --size a0,a3)")
    _add_names(sheet, "--size", choices=SIZES, help="a0, as it is without this option, a1, a2 or a3")
    _add_names(sheet, "--orientation", choices=ORIENTATIONS, help="how it hangs: landscape, or portrait")
    sheet.add_argument("--mono", action="store_true", help="black and white, for a printer without colour")
    whose = poster.add_argument_group("whose poster (of the whole organisation without these)")
    _add_names(whose, "--unit", "--department", "--cluster", metavar="ID", help="of a cluster, department or team")
    _add_names(whose, "--goal", metavar="ID", help="of the steps that serve a goal")
    finish = poster.add_argument_group("the finish (besides a PDF and an SVG of each poster)")
    finish.add_argument("--bleed", action="store_true", help="a PDF with 3 mm bleed and crop marks, for a print shop")


def _add_names(group: argparse._ArgumentGroup, *flags: str, choices: Sequence[str] = (), **more: str) -> None:
    """Add an option that takes one or more names, divided by commas; it may be given more than once."""

    def names(text: str) -> list[str]:
        found = [name.strip() for name in text.split(",") if name.strip()]
        for name in found:
            if choices and name not in choices:
                message = f"invalid choice: {name!r} (choose from {', '.join(choices)})"
                raise argparse.ArgumentTypeError(message)
        return found

    metavar = more.pop("metavar", flags[0].strip("-").upper())
    group.add_argument(*flags, type=names, action="extend", default=[], metavar=metavar, **more)  # type: ignore[arg-type]


def run_poster(options: argparse.Namespace) -> int:
    """Write every poster that is asked for; what cannot be made is told, and the rest is made all the same."""
    loaded = read_aloud(options)
    if loaded.roadmap is None:
        return PROBLEMS
    words = words_for(loaded.language)
    orders, wrong = list(_orders(options, loaded.roadmap, loaded)), list[str]()
    count = 0
    for order in orders:
        try:
            for made in _make(options, order, loaded.roadmap, loaded):
                _write(made, options.out, words)
                count += 1
        except StipError as error:
            wrong.append(str(error))
    if count:
        print(words("orders.written", count=count, folder=options.out))
    for line in dict.fromkeys(wrong):
        print(line, file=sys.stderr)
    return PROBLEMS if wrong else GOOD


def _orders(options: argparse.Namespace, roadmap: Roadmap, loaded: Loaded) -> Iterator[Order]:
    """Yield each poster that the options ask for. Raises StipError for an id that there is not."""
    subjects = [unit_subject(roadmap, key) for key in options.unit]
    subjects += [goal_subject(roadmap, key) for key in options.goal]
    wanted: list[Subject] = list(dict.fromkeys(subjects)) or [WHOLE]
    sizes, stands = (
        dict.fromkeys(found) for found in (options.size or SIZES[:1], options.orientation or ORIENTATIONS[:1])
    )
    mark = edition_mark(roadmap, loaded.editions)
    for subject, size, orientation in itertools.product(wanted, sizes, stands):
        yield Order(size, orientation, subject, options.mono, mark)


def _make(options: argparse.Namespace, order: Order, roadmap: Roadmap, loaded: Loaded) -> Iterator[Printed]:
    """Draw a poster, say what there is to say of it, and yield its files. Raises StipError."""
    drawing, told = draw_told(roadmap, order, engine=options.engine, colours=loaded.colours)
    for line in told:
        print(line, file=sys.stderr)
    yield from finished(drawing, order, Finish(bleed=options.bleed))


def _write(made: Printed, folder: Path, words: Words) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / made.name).write_bytes(made.content)
    size = words("orders.millimetres", width=f"{made.width:g}", height=f"{made.height:g}")
    paper = words("orders.sheets", count=made.sheets, paper=made.paper.upper())
    print(f"{made.name}: {paper}, {size}")
