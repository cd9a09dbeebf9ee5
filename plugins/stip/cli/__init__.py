"""The command line: one module a command, and the parser that hands over to them."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence

from stip import __version__
from stip.cli.build import add_build, run_build
from stip.cli.check import add_check, run_check
from stip.cli.diff import add_diff, run_diff
from stip.cli.edition import add_edition, run_edition
from stip.cli.explain import add_explain, run_explain
from stip.cli.importing import add_import, run_import
from stip.cli.inputs import GOOD, PROBLEMS, WRONG_USE, WrongUseError
from stip.cli.new import add_new, run_new
from stip.cli.plain import plainly
from stip.cli.poster import add_poster, run_poster
from stip.cli.rename import add_rename, run_rename
from stip.cli.schema import add_schema, run_schema
from stip.problems import StipError, visible
from stip.text.words import LANGUAGES, words_for

__all__ = ["GOOD", "PROBLEMS", "WRONG_USE", "main"]

STOPPED = 130
"""The exit code of a command that somebody stopped, as shells have it: 128 and the number of the signal."""
_Add = Callable[[argparse.ArgumentParser], None]
_Run = Callable[[argparse.Namespace], int]
_COMMANDS: tuple[tuple[str, str, _Add, _Run], ...] = (
    ("new", "make a complete new site in a folder", add_new, run_new),
    ("check", "report every problem of a roadmap, with its place", add_check, run_check),
    ("build", "write the site's files to a folder, for another host than MkDocs", add_build, run_build),
    ("poster", "write posters and sheets for print, of the whole or of a part", add_poster, run_poster),
    ("diff", "tell what is different between two versions of a roadmap", add_diff, run_diff),
    ("edition", "freeze today's roadmap for print, under a name", add_edition, run_edition),
    ("explain", "tell what a message or a key means, with an example", add_explain, run_explain),
    ("rename", "give something another id, everywhere that it is used", add_rename, run_rename),
    ("import", "read a plan from a spreadsheet to the files of a new roadmap", add_import, run_import),
    ("schema", "print or write the JSON Schemas for editors", add_schema, run_schema),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 good, 1 problems, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file or pipe of Windows may not know every sign that people write
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        # Who answers questions edits the line, which only the terminal itself lets do.
        with contextlib.nullcontext() if options.run is run_new else plainly():
            code: int = options.run(options)
        sys.stdout.flush()
    except StipError as error:
        print(visible(str(error)), file=sys.stderr)
        return WRONG_USE if isinstance(error, WrongUseError) else PROBLEMS
    except MemoryError:
        print("\n".join(words_for(language)("cli.no_memory") for language in LANGUAGES), file=sys.stderr)
        return PROBLEMS
    except KeyboardInterrupt:  # whoever stops it knows that
        return STOPPED
    except BrokenPipeError:  # who read along (`| head`) has seen enough; what is still to write goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stip", description="A roadmap of paths that all lead to one horizon.")
    parser.add_argument("--version", action="version", version=f"stip {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, told, add, run in _COMMANDS:
        command = commands.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.")
        add(command)
        command.set_defaults(run=run)
    return parser
