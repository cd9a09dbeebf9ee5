"""`stip check`: report every problem of a roadmap, with its place."""

from __future__ import annotations

import argparse

from stip.cli.inputs import GOOD, PROBLEMS, add_input, read
from stip.cli.plain import print_utf8
from stip.cli.report import FORMATS
from stip.problems import Severity, failing


def add_check(check: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    add_input(check)
    check.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print what was found")
    check.add_argument("--strict", action="store_true", help="let warnings fail too")
    check.add_argument("--all", action="store_true", help="show all of what repeats, however much it is")
    check.add_argument("--hints", action="store_true", help="show hints for the maintainer too")


def run_check(options: argparse.Namespace) -> int:
    """Print what was found; fail on an error, and on a warning when asked."""
    loaded = read(options)
    told = [p for p in loaded.problems if options.hints or p.severity is not Severity.HINT]
    text = FORMATS[options.format](told, loaded, options)
    if options.format != "text":
        print_utf8()
    if text:
        print(text)
    return PROBLEMS if failing(loaded.problems, strict=options.strict) else GOOD
