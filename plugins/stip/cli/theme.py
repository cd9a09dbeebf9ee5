"""`stip theme`: write the templates of our pages' frame, for a host that does not run the plugin."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from stip.cli.inputs import GOOD, WrongUseError
from stip.problems import StipError
from stip.text.reasons import reason
from stip.text.words import LANGUAGES, words_for
from stip.writing import write_whole

_WITH_PAGES = "assets/stip/"
"""What `stip build` writes beside the pages."""


def add_theme(theme: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    theme.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="an empty folder, or one written before: a custom_dir"
    )
    theme.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="language of what it tells")


def run_theme(options: argparse.Namespace) -> int:
    """Write every template, in place of those of an earlier version; refuse a folder with anything of others in it."""
    words, folder = words_for(options.language), options.out
    files = dict(_files(resources.files("stip") / "theme", ""))
    there = [path for path in folder.rglob("*") if not path.is_dir()] if folder.is_dir() else []
    strange = folder.exists() and not folder.is_dir()
    if strange or any(path.relative_to(folder).as_posix() not in files for path in there):
        raise WrongUseError(words("cli.not_ours", folder=folder))
    try:
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / path, content)
    except OSError as error:
        raise StipError(words("cli.not_written", file=error.filename, reason=reason(error, words))) from error
    print(words("cli.written", count=len(files), folder=folder.as_posix()))
    return GOOD


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the theme that no page brings, by their slash paths."""
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{prefix}{item.name}"
        if not item.is_dir():
            yield path, item.read_bytes()
        elif f"{path}/" != _WITH_PAGES:
            yield from _files(item, f"{path}/")
