"""`stip explain`: what a code, a key or a list means, with an example."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from pathlib import Path
from typing import TextIO

from stip.cli.inputs import GOOD, WRONG_USE
from stip.manual.lookup import find, nearest
from stip.manual.plain import Plain
from stip.text.words import LANGUAGES

_WIDEST = 100
"""A longer line is hard to read, however wide the terminal."""
_LANGUAGE = re.compile(rf"^language:[ \t]*[\"']?({'|'.join(LANGUAGES)})\b", re.MULTILINE)


def add_explain(explain: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    explain.add_argument(
        "what", nargs="*", help="a code (ID-02), a group of codes (ID), a key (when, step.when) or a list (trainings)"
    )
    explain.add_argument(
        "--language", choices=LANGUAGES, help="language of the explanation; else that of roadmap.yaml here"
    )
    explain.add_argument("--list", action="store_true", help="show everything that can be explained")


def run_explain(options: argparse.Namespace) -> int:
    """Print what something means; fail as wrong use when nobody knows it."""
    language = options.language or _language()
    plain = Plain(language, min(shutil.get_terminal_size().columns, _WIDEST))
    what = " ".join(options.what).strip()
    found = find(what, language)
    if what and found.nothing and not options.list:
        _print(plain.unknown(what, nearest(what, language)), sys.stderr)
        return WRONG_USE
    _print(plain.everything() if options.list else plain.found(found, what) if what else plain.usage(), sys.stdout)
    return GOOD


def _print(text: str, stream: TextIO) -> None:
    """Print also where a terminal lacks a character."""
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, errors="replace").decode(encoding), file=stream)


def _language() -> str:
    """Return the language of the roadmap here, however broken it is: who asks may be mending it."""
    try:
        file = Path("roadmap.yaml")
        text = file.read_bytes().decode("utf-8-sig", errors="replace") if file.is_file() else ""
    except OSError:
        return LANGUAGES[0]
    found = _LANGUAGE.search(text)
    return found[1] if found else LANGUAGES[0]
