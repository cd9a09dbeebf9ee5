"""Inputs: what commands have in common: the roadmap that they read, what they tell of it, and their exit codes."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from stip.cache import Cache, folder_for
from stip.loading import Loaded, load
from stip.loading.files import shown
from stip.model import Audience
from stip.problems import Severity, StipError
from stip.text.telling import told
from stip.text.words import LANGUAGES, Words, words_for
from stip.writing import put_back

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2
_VARIABLE = "STIP_AUDIENCE"
_FILE = "roadmap.yaml"
"""What a roadmap is called in a folder that somebody names."""
_LANGUAGE = re.compile(r"^language: *[\"']?(\w+)", re.MULTILINE)


class WrongUseError(StipError):
    """What was asked for cannot be asked so."""


def add_files(command: argparse.ArgumentParser) -> None:
    """Let a command take a roadmap, its content folder and the language of the messages."""
    command.add_argument("roadmap", nargs="?", type=Path, default=Path("roadmap.yaml"), help="the roadmap file")
    _add_content(command)


def add_reading(command: argparse.ArgumentParser) -> None:
    """Let a command take how to read a roadmap: its content folder, the language, and whom the outcome is for."""
    _add_content(command)
    command.add_argument(
        "--audience",
        choices=[str(one) for one in Audience],
        help=f"for whom: every employee, or only those who steer; else as {_VARIABLE} says, else staff",
    )


def _add_content(command: argparse.ArgumentParser) -> None:
    command.add_argument("--content", type=Path, metavar="DIR", help="the folder with mission, personas and questions")
    command.add_argument("--language", choices=LANGUAGES, help="language of the messages; else the roadmap's own")


def add_input(command: argparse.ArgumentParser) -> None:
    """Let a command take a roadmap, its content folder, the language of the messages and whom the outcome is for."""
    command.add_argument("roadmap", nargs="?", type=Path, default=Path("roadmap.yaml"), help="the roadmap file")
    add_reading(command)


def read(
    options: argparse.Namespace,
    overrides: Path | None = None,
    *,
    coming: str = "",
    hints: bool = False,
    cache: Cache | None = None,
) -> Loaded:
    """Load what the options name, with `overrides` or else the folder of looks beside the roadmap.

    `coming` is the name of an edition that is about to be made of it; `hints` tells whether they are wanted. Of
    `cache`, or else of what a build kept here before, it takes what files held; but it writes only in a cache that it
    is given.
    """
    if options.roadmap.is_dir():
        options.roadmap /= _FILE
    folder = overrides or overrides_beside(options.roadmap)
    audience = audience_of(options)
    undone = put_back(options.roadmap.parent)
    folder_kept = folder_for(audience)
    kept = cache or (Cache(folder_kept, writes=False) if folder_kept.is_dir() else None)
    loaded = load(
        options.roadmap, options.content, options.language, folder, audience, coming=coming, cache=kept, hints=hints
    )
    say_put_back(undone, options.roadmap.parent, words_for(loaded.language))
    return loaded


def say_put_back(undone: tuple[Path, ...] | None, folder: Path, words: Words) -> None:
    """Say where errors go that something which was broken off in a folder is put back, and what was changed since."""
    if undone is not None:
        print(words("cli.put_back", folder=shown(folder)), file=sys.stderr)
        for path in undone:
            print(words("cli.stays", file=shown(path)), file=sys.stderr)


def language_of(options: argparse.Namespace) -> str:
    """Return the language in which to speak when nothing was loaded: as asked, else the roadmap's, else Dutch."""
    asked, roadmap = getattr(options, "language", None), getattr(options, "roadmap", Path(_FILE))
    if asked:
        return str(asked)
    try:
        head = Path(roadmap).read_text("utf-8")
    except (OSError, ValueError):
        return LANGUAGES[0]
    named = _LANGUAGE.search(head)
    return named[1] if named and named[1] in LANGUAGES else LANGUAGES[0]


def audience_of(options: argparse.Namespace) -> Audience:
    """Return for whom the outcome is: as the option says, else the environment. Raises WrongUseError."""
    asked = options.audience or os.environ.get(_VARIABLE) or Audience.STAFF
    if asked not in [*Audience]:
        words = words_for(options.language or LANGUAGES[0])
        choices = ", ".join(Audience)
        raise WrongUseError(words("cli.audience_unknown", variable=_VARIABLE, value=asked, choices=choices))
    return Audience(asked)


def read_aloud(
    options: argparse.Namespace,
    overrides: Path | None = None,
    *,
    coming: str = "",
    hints: bool = False,
    cache: Cache | None = None,
) -> Loaded:
    """Load what the options name, as `read` does, and print every error, and the warnings gathered, where errors go."""
    loaded = read(options, overrides, coming=coming, hints=hints, cache=cache)
    problems = [problem for problem in loaded.problems if problem.severity is not Severity.HINT]
    for one in told(problems, words_for(loaded.language)):
        print(one.text, file=sys.stderr)
    return loaded


def overrides_beside(roadmap: Path) -> Path | None:
    """Return the folder in which a site keeps its own looks, where the example has it too."""
    folder = roadmap.parent / "site_overrides" / "stip"
    return folder if folder.is_dir() else None
