"""`stip rename`: give something another id, everywhere that it is used."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from stip.cli.inputs import GOOD, PROBLEMS, WrongUseError, add_files, say_put_back
from stip.editing import Change, Renaming, UnwantedError, plan_rename, write_all
from stip.loading.files import shown
from stip.model import Unit
from stip.problems import Severity, StipError
from stip.text.reasons import reason
from stip.text.telling import told
from stip.text.words import Words, words_for
from stip.writing import put_back

_HOST = "mkdocs.yml"
"""What may name pages too, and is not ours to change."""


def add_rename(rename: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    rename.add_argument("old", help="the id as it is; KIND:ID (unit:desk) when more kinds have it")
    rename.add_argument("new", help="the id as it is to be: small letters, digits and hyphens")
    add_files(rename)
    rename.add_argument("--dry-run", action="store_true", help="change nothing, and show what would change")


def run_rename(options: argparse.Namespace) -> int:
    """Change the id in every file, or in none."""
    folder = options.roadmap.parent
    undone = put_back(folder)
    try:
        plan = plan_rename(
            options.roadmap, options.old, options.new, content=options.content, language=options.language
        )
    except UnwantedError as error:
        raise WrongUseError(str(error)) from error
    words = words_for(plan.language)
    say_put_back(undone, folder, words)
    if plan.problems:
        problems = [one for one in plan.problems if one.severity is not Severity.HINT]
        for one in told(problems, words):
            print(one.text, file=sys.stderr)
        print(words("rename.not_good"), file=sys.stderr)
        return PROBLEMS
    if options.dry_run:
        for change in plan.changes:
            sys.stdout.write("".join(_difference(change)))
    else:
        try:
            write_all(plan.changes, folder)
        except FileExistsError as error:
            raise StipError(words("rename.in_between", file=_named(error))) from error
        except OSError as error:
            raise StipError(words("rename.not_written", file=_named(error), reason=reason(error, words))) from error
    print("\n".join(_outcome(plan, options, words)))
    return GOOD


def _named(error: OSError) -> str:
    """Return the file that an error is about."""
    return shown(Path(str(error.filename))) if error.filename else ""


def _difference(change: Change) -> Iterator[str]:
    """Yield the lines of a unified diff; the ends of lines, which stay, are left out."""
    before, after = (
        [f"{line}\n" for line in re.split(r"\r\n|\r|\n", data.decode("utf-8-sig"))]
        for data in (change.before, change.content)
    )
    old, new = shown(change.path), shown(change.target)
    lines = list(difflib.unified_diff(before, after, f"a/{old}", f"b/{new}"))
    yield from lines or (f"--- a/{old}\n", f"+++ b/{new}\n")


def _outcome(plan: Renaming, options: argparse.Namespace, words: Words) -> Iterator[str]:
    """Yield what was changed, and what else somebody must know who changes an id."""
    yield words("rename.would" if options.dry_run else "rename.done", old=plan.old, new=plan.new)
    for change in plan.changes:
        name = shown(change.path) if change.to is None else f"{shown(change.path)} → {shown(change.to)}"
        yield f"  {words('rename.places', file=name, count=change.places)}"
    if plan.steering:
        yield words("rename.steering")
    if plan.absent:
        yield words("rename.absent", patterns=", ".join(plan.absent), old=plan.old, new=plan.new)
    stays = sorted(shown(one.path) for one in plan.changes if one.path.stem == plan.old and one.to is None)
    if stays:
        yield words("rename.file_stays", file=", ".join(stays))
    if plan.reordered:
        yield words("rename.reordered")
    if plan.moved[0]:
        yield words("rename.moved", old=plan.moved[0], new=plan.moved[1])
    if plan.kind == Unit.record:
        yield words("rename.printed")
    if plan.editions:
        yield words("rename.editions", names=", ".join(plan.editions), old=plan.old, new=plan.new)
    host = options.roadmap.parent / _HOST
    if host.is_file() and re.search(rf"(?<![\w-]){re.escape(plan.old)}(?![\w-])", host.read_text("utf-8", "replace")):
        yield words("rename.host", file=shown(host), old=plan.old)
