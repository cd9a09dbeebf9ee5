"""`stip edition`: freeze today's roadmap under a name, and say what changed since the edition before."""

from __future__ import annotations

import argparse
import sys

from stip.cli.inputs import GOOD, PROBLEMS, WRONG_USE, add_input, read_aloud
from stip.editions import FOLDER, Edition, aligned, difference, latest, snapshot, write
from stip.loading import name_mistake
from stip.pages.views.edition import counted
from stip.problems import StipError
from stip.text.dates import day_text
from stip.text.reasons import reason
from stip.text.words import Words, words_for
from stip.writing import write_whole


def add_edition(edition: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    edition.add_argument("name", help="what the edition is called, and its file: 2026-autumn")
    add_input(edition)


def run_edition(options: argparse.Namespace) -> int:
    """Write `editions/<name>.json` beside the roadmap; never in place of what is there."""
    loaded = read_aloud(options, coming=options.name)
    words = words_for(loaded.language)
    if refused := name_mistake(options.name, words):
        print(refused, file=sys.stderr)
        return WRONG_USE
    if loaded.roadmap is None:
        print(words("edition.not_good"), file=sys.stderr)
        return PROBLEMS
    path = options.roadmap.parent / FOLDER / f"{options.name}.json"
    if path.exists():
        print(words("edition.taken", name=options.name, file=path.as_posix()), file=sys.stderr)
        return WRONG_USE
    edition = snapshot(loaded.roadmap, options.name)
    try:
        path.parent.mkdir(exist_ok=True)
        write_whole(path, write(edition).encode())
    except OSError as error:
        raise StipError(words("edition.not_written", file=path.as_posix(), reason=reason(error, words))) from error
    print(words("edition.frozen", name=edition.name, file=path.as_posix()))
    print(_since(edition, latest(loaded.editions), words))
    print(words("edition.after"))
    return GOOD


def _since(edition: Edition, before: Edition | None, words: Words) -> str:
    if before is None:
        return words("edition.first")
    values = {"name": before.name, "date": day_text(before.date, words)}
    changes = difference(aligned(before, edition), edition)
    if not changes:
        return words("edition.nothing", **values)
    return "\n".join((words("edition.since", **values), *(f"  {line}" for line in counted(changes, words))))
