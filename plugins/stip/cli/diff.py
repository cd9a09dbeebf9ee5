"""`stip diff`: tell what is different between two versions of a roadmap, for who reviews a change."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path

from stip.cli.inputs import GOOD, PROBLEMS, WrongUseError, add_reading, audience_of
from stip.cli.outputs import write_whole
from stip.comparison import FORMATS, Reader, Report, Side, UnknownSideError, compare, file_of
from stip.problems import StipError, visible
from stip.text.words import LANGUAGES, Words, words_for

_ROADMAP = Path("roadmap.yaml")


def add_diff(diff: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    side = "a roadmap file or its folder, an edition, or a revision in git (main, HEAD~1, main:map/roadmap.yaml)"
    diff.add_argument("old", metavar="OLD", help=f"what it was: {side}")
    diff.add_argument("new", metavar="NEW", nargs="?", help="what it is, likewise; else the roadmap file")
    diff.add_argument("--roadmap", type=Path, metavar="FILE", help="the roadmap file, here and in a revision")
    add_reading(diff)
    diff.add_argument(
        "--plan", action="store_true", help="compare only the plan: departments, steps, goals and the dot"
    )
    diff.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to tell it")
    diff.add_argument("--out", type=Path, metavar="FILE", help="write it to a file")
    diff.add_argument("--exit-code", action="store_true", help="return 1 when anything is different")


def run_diff(options: argparse.Namespace) -> int:
    """Tell what is different; fail on a side with errors, and when asked on a difference."""
    file = options.roadmap or _beside(options.new)
    reader = Reader(file, options.content, options.language, audience_of(options))
    try:
        new = reader.read(options.new or file.as_posix())
        words = words_for(options.language or _language(new))
        reader = dataclasses.replace(reader, language=words.language)
        old = reader.read(options.old)
    except UnknownSideError as error:
        raise WrongUseError(str(error)) from error
    if options.plan:
        new = dataclasses.replace(new, roadmap=None)
    report = Report(compare(old, new), words, tuple(reader.notes))
    _write(FORMATS[options.format](report), options.out, words)
    return PROBLEMS if options.exit_code and report.count else GOOD


def _beside(new: str | None) -> Path:
    """Return which file is the roadmap when nobody says so: the new side if it is one, else that of this folder."""
    file = file_of(new or "")
    return file if file and file.suffix != ".json" else _ROADMAP


def _language(side: Side) -> str:
    return side.roadmap.settings.language if side.roadmap else LANGUAGES[0]


def _write(text: str, out: Path | None, words: Words) -> None:
    if out is None:
        try:
            print(text, end="")
        except UnicodeEncodeError:  # a terminal that does not know every letter
            encoding = sys.stdout.encoding or "ascii"
            print(text.encode(encoding, "replace").decode(encoding), end="")
        return
    try:
        write_whole(out, visible(text).encode())
    except OSError as error:
        raise StipError(words("diff.sides.not_written", file=out.as_posix(), reason=error.strerror)) from error
