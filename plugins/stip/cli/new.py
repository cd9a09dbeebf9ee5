"""`stip new`: make a complete new site, from a few answers."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shlex
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stip.cli.asking import ask_answers
from stip.cli.inputs import GOOD, WrongUseError, say_put_back
from stip.problems import StipError
from stip.scaffold import (
    STEPS_EACH,
    AnswerError,
    Answers,
    certain_names,
    defaults,
    file_names,
    read_day,
    read_departments,
    read_name,
    read_programme,
    site_files,
    taken,
    write_site,
)
from stip.stopping import StoppedError
from stip.text.reasons import reason
from stip.text.words import LANGUAGES, Words, words_for
from stip.writing import put_back, sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SHOWN = 8
"""How many files that stand in the way are named."""
_COMMANDS = {
    False: ("python3 -m venv .venv && .venv/bin/python -m pip install -r requirements.txt", ".venv/bin/mkdocs serve"),
    True: (
        r"py -3 -m venv .venv; .venv\Scripts\python -m pip install -r requirements.txt",
        r".venv\Scripts\mkdocs serve",
    ),
}
"""The two commands of the site's README, by whether this is Windows."""


def add_new(new: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    new.add_argument("folder", type=_folder, metavar="DIR", help="where the site comes; never in place of a file")
    new.add_argument("--name", help="what the programme is called")
    new.add_argument("--municipality", help="for which municipality it is")
    new.add_argument("--language", choices=LANGUAGES, help="language of the site and of the messages; else Dutch")
    new.add_argument(
        "--departments",
        action="append",
        metavar="NAMES",
        help="names with commas between them, or semicolons, or line ends; may be given more than once",
    )
    new.add_argument("--updated", metavar="DAY", help="the day of the plan, such as 2026-11-28; else today")
    new.add_argument("--defaults", action="store_true", help="ask nothing: take examples for what is not given")


def run_new(options: argparse.Namespace) -> int:
    """Ask what is not given, and write the site; when anything goes wrong nothing is written."""
    words = words_for(options.language or LANGUAGES[0])
    _refuse_file(options.folder, words)
    sweep(options.folder.absolute().parent)
    try:
        say_put_back(put_back(options.folder), options.folder, words)
        answers = _answers(options, words)
        words = words_for(answers.language)
        _refuse_taken(options.folder, file_names(answers), words)
        files = site_files(answers)
        write_site(options.folder, files)
    except KeyboardInterrupt as stop:
        if isinstance(stop, StoppedError):
            raise
        raise StipError(words("new.stopped")) from stop
    except OSError as error:
        values = {"folder": _shown(options.folder), "reason": reason(error, words)}
        raise StipError(words("new.not_written", **values)) from error
    count = len(answers.departments)
    units, steps = words("new.units", count=count), words("cli.steps", count=count * STEPS_EACH)
    print(words("new.done", folder=_shown(options.folder), files=len(files), units=units, steps=steps))
    print("\n".join(_onward(options.folder, words, is_windows=sys.platform == "win32")))
    return GOOD


def _folder(text: str) -> Path:
    """Read a folder, which is never meant to be empty: that would be where you stand."""
    if not text.strip():
        raise argparse.ArgumentTypeError("no name; a dot stands for the folder in which you are")
    return Path(text)


def _answers(options: argparse.Namespace, words: Words) -> Answers:
    """Return what is given, and the rest as asked or by default. Raises WrongUseError when there is nobody to ask."""
    given = _given(options, words)
    # The only place where a clock is read: from then on the day stands in the site.
    today = dt.date.today()  # noqa: DTZ011 - the day where the person is
    if options.defaults or given.keys() & {"name", "municipality", "departments"}:
        return replace(defaults(words, today), **given)
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUseError(words("new.no_answers"))
    _refuse_taken(options.folder, certain_names(), words)  # as far as it is sure: nobody answers for nothing
    return ask_answers(given, today)


def _given(options: argparse.Namespace, words: Words) -> dict[str, Any]:
    """Return the answers that options give, by the fields of `Answers`. Raises WrongUseError for one that cannot be."""
    readers: dict[str, Callable[[Any, Words], Any]] = {
        "name": read_programme,
        "municipality": read_name,
        "departments": read_departments,
        "updated": read_day,
    }
    given = {"language": options.language} if options.language else {}
    for field, reader in readers.items():
        written = getattr(options, field)
        if written is None:
            continue
        try:
            given[field] = reader(written, words)
        except AnswerError as error:
            raise WrongUseError(words("new.option", option=f"--{field}", reason=error)) from error
    return given


def _refuse_file(folder: Path, words: Words) -> None:
    """Raise WrongUseError when the folder is something else."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise WrongUseError(words("new.no_folder", folder=_shown(folder)))


def _shown(folder: Path) -> str:
    """Return a folder as it can be printed, also when its name is no text."""
    return str(folder).encode("utf-8", "replace").decode()


def _refuse_taken(folder: Path, names: Iterable[str], words: Words) -> None:
    """Raise WrongUseError when a file of the site stands there already."""
    found = taken(folder, names)
    if found:
        shown = ", ".join(found[:_SHOWN])
        if len(found) > _SHOWN:
            shown = words("new.more", names=shown, count=len(found) - _SHOWN)
        raise WrongUseError(words("new.taken", folder=_shown(folder), names=shown))


def _onward(folder: Path, words: Words, *, is_windows: bool) -> list[str]:
    """Return what to do next on this operating system, as lines."""
    install, serve = _COMMANDS[is_windows]
    if folder.resolve() != Path.cwd():
        where = f"./{_shown(folder)}" if str(folder).startswith("-") else _shown(folder)
        quoted = "'" + where.replace("'", "''") + "'" if is_windows else shlex.quote(where)
        install = f"cd {quoted}; {install}" if is_windows else f"cd {quoted} && {install}"
    told = words("new.next_windows" if is_windows else "new.next")
    return ["", told, "", f"  {install}", f"  {serve}", "", words("new.after")]
