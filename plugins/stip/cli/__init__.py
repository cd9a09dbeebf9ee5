"""The command line: one module a command, and the parser that hands over to them."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from stip import __version__
from stip.cli.inputs import GOOD, PROBLEMS, WRONG_USE, WrongUseError, language_of
from stip.cli.plain import plainly
from stip.problems import StipError, visible
from stip.stopping import StoppedError, stoppable
from stip.text.reasons import reason
from stip.text.words import words_for

__all__ = ["GOOD", "PROBLEMS", "WRONG_USE", "main"]

STOPPED = 130
"""The exit code of a command that somebody stopped, as shells have it: 128 and the number of the signal."""
_COMMANDS = (
    ("new", "new", "make a complete new site in a folder"),
    ("check", "check", "report every problem of a roadmap, with its place"),
    ("build", "build", "write the site's files to a folder, for another host than MkDocs"),
    ("poster", "poster", "write posters and sheets for print, of the whole or of a part"),
    ("diff", "diff", "tell what is different between two versions of a roadmap"),
    ("edition", "edition", "freeze today's roadmap for print, under a name"),
    ("explain", "explain", "tell what a message or a key means, with an example"),
    ("rename", "rename", "give something another id, everywhere that it is used"),
    ("import", "importing", "read a plan from a spreadsheet to the files of a new roadmap"),
    ("headers", "headers", "write what the server of a built site must say: nginx, Apache, IIS, GitLab or GitHub"),
    ("verify", "verify", "tell whether a site is what its version says, and what it was made from"),
    ("swap", "swap", "put a site that was just built in place of the last one"),
    ("schema", "schema", "print or write the JSON Schemas for editors"),
    ("theme", "theme", "write the templates of the frame, for another host than MkDocs"),
)
"""Each command with its module, which has `add_<command>` for its options and `run_<command>`, and what it does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 good, 1 problems, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file or pipe of Windows may not know every sign that people write
            stream.reconfigure(errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(next((word for word in given if not word.startswith("-")), "")).parse_args(given)
    try:
        # Who answers questions edits the line, which only the terminal itself lets do.
        with stoppable(), contextlib.nullcontext() if options.command == "new" else plainly():
            code: int = options.run(options)
            sys.stdout.flush()
    except StipError as error:
        print(visible(str(error)), file=sys.stderr)
        return WRONG_USE if isinstance(error, WrongUseError) else PROBLEMS
    except StoppedError as stop:
        return 128 + stop.signal
    except KeyboardInterrupt:  # whoever stops it knows that
        return STOPPED
    except BrokenPipeError:  # who read along (`| head`) has seen enough; what is still to write goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except (MemoryError, OSError) as error:  # of a machine or a place for which no command has better words
        words = words_for(language_of(options))
        told = words("cli.no_memory")
        if isinstance(error, OSError):
            told = words("cli.disk", file=error.filename or "?", reason=reason(error, words))
        print(visible(told), file=sys.stderr)
        return PROBLEMS
    return code


def _parser(asked: str | None = None) -> argparse.ArgumentParser:
    """Return the parser of every command; when one is asked for, the others are not loaded, and know no options."""
    parser = argparse.ArgumentParser(prog="stip", description="A roadmap of paths that all lead to one horizon.")
    parser.add_argument("--version", action="version", version=f"stip {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for name, module, told in _COMMANDS:
        command = commands.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.")
        if asked in {None, name}:
            found = import_module(f"{__name__}.{module}")
            getattr(found, f"add_{name}")(command)
            command.set_defaults(run=getattr(found, f"run_{name}"))
    return parser
