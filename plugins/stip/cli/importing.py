"""`stip import`: read a plan from a spreadsheet to the files of a new roadmap, with every doubt named."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from stip.cli.inputs import GOOD, PROBLEMS, WrongUseError, say_put_back
from stip.problems import StipError
from stip.scaffold import write_site
from stip.spreadsheet.draft import Doubt
from stip.spreadsheet.files import roadmap_files
from stip.spreadsheet.forms import day_of
from stip.spreadsheet.importing import Asked, WrongColumnsError, read_columns, read_draft
from stip.spreadsheet.opening import open_book
from stip.spreadsheet.report import as_json, as_text
from stip.text.reasons import reason
from stip.text.words import LANGUAGES, Words, words_for
from stip.writing import put_back, sweep

FORMATS = ("text", "json")


def add_import(command: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    command.add_argument("file", type=Path, help="the spreadsheet: plan.xlsx or plan.csv")
    command.add_argument(
        "--out", type=Path, default=Path("import"), metavar="DIR", help="a new or empty folder; import"
    )
    command.add_argument("--dry-run", action="store_true", help="only tell what would be read; write nothing")
    command.add_argument(
        "--sheet", action="append", default=[], metavar="NAME", help="read only this sheet; may be repeated"
    )
    command.add_argument(
        "--columns",
        default="",
        metavar="LIST",
        help='what headings mean, such as "Titel=title,Wanneer=when,Prijs=skip"',
    )
    command.add_argument(
        "--updated", metavar="DAY", help="the day of which the plan is true; else when it was last saved"
    )
    command.add_argument("--format", choices=FORMATS, default="text", help="how to print what was read")
    command.add_argument("--language", choices=LANGUAGES, help="language of the roadmap and the messages; else nl")


def run_import(options: argparse.Namespace) -> int:
    """Write the roadmap of a spreadsheet to a new folder, and report; doubts are no failure."""
    words = words_for(options.language or LANGUAGES[0])
    updated = _updated(options, words)
    if not options.dry_run:
        sweep(options.out.absolute().parent)
        say_put_back(put_back(options.out), options.out, words)
    if not options.dry_run and _holds_something(options.out):
        raise WrongUseError(words("spreadsheet.wrong.there", folder=options.out.as_posix()))
    book = open_book(options.file, words)
    try:
        draft = read_draft(book, Asked(tuple(options.sheet), read_columns(options.columns, words)), words)
    except WrongColumnsError as error:
        raise WrongUseError(str(error)) from error
    own = draft.facts.get("language")
    if not options.language and own in LANGUAGES and own != words.language:  # a plan that we wrote says its language
        return run_import(argparse.Namespace(**{**vars(options), "language": own}))
    day = updated or day_of(draft.facts.get("updated", "")) or book.changed or dt.date(1990, 1, 1)
    if not updated and not draft.facts.get("updated"):
        draft.doubts.append(Doubt("updated_guess", {}, field="updated"))
    files = roadmap_files(draft, day, words) if draft.steps else {}
    if options.format == "json":
        _say(as_json(draft, words, tuple(files)))
    else:
        _say(as_text(draft, words))
    if not draft.steps:
        print(words("spreadsheet.report.nothing", file=options.file.as_posix()), file=sys.stderr)
        return PROBLEMS
    told = words("spreadsheet.report.dry")
    if not options.dry_run:
        _write(files, options.out, words)
        roadmap = (options.out / "roadmap.yaml").as_posix()
        told = words("spreadsheet.report.written", count=len(files), folder=options.out.as_posix(), file=roadmap)
    if options.format == "text":
        _say(told)
    return GOOD


def _say(text: str) -> None:
    """Print a text, also where output knows fewer signs than a spreadsheet: a file in an old encoding of Windows."""
    known = sys.stdout.encoding or "utf-8"
    print(text.encode(known, "backslashreplace").decode(known))


def _updated(options: argparse.Namespace, words: Words) -> dt.date | None:
    if options.updated is None:
        return None
    day = day_of(options.updated)
    if day is None:
        raise WrongUseError(words("spreadsheet.wrong.updated", text=options.updated))
    return day


def _holds_something(folder: Path) -> bool:
    return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))


def _write(files: dict[str, str], folder: Path, words: Words) -> None:
    """Write all files, or none: what was written before it failed is taken away."""
    try:
        write_site(folder, {name: text.encode() for name, text in files.items()})
    except OSError as error:
        file = Path(error.filename or folder).as_posix()
        raise StipError(words("spreadsheet.report.not_written", file=file, reason=reason(error, words))) from error
