"""`stip build`: write the site's files to a folder, for another host than MkDocs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stip.cli.inputs import GOOD, PROBLEMS, WRONG_USE, add_input, overrides_beside, read_aloud
from stip.printing import FOLDER, Cache, PrintSettings, Shelf, fill_shelf
from stip.problems import StipError
from stip.text.words import words_for

if TYPE_CHECKING:
    from stip.site import OutputFile

_MANIFEST = ".stip-files.json"


def add_build(build: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    add_input(build)
    build.add_argument("--out", type=Path, required=True, metavar="DIR", help="an empty folder, or one written before")
    build.add_argument("--urls", choices=("directory", "html"), default="directory", help="address style of the host")
    build.add_argument("--engine", default="embedded", help="embedded, system, or the path of a dot command")
    build.add_argument(
        "--overrides",
        type=Path,
        metavar="DIR",
        help="own pages/*.html, colours.yaml and logo.svg; else site_overrides/stip beside the roadmap",
    )
    build.add_argument(
        "--posters",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="make what the site offers to print; what has not changed comes from .cache/stip",
    )


def run_build(options: argparse.Namespace) -> int:
    """Write every file of the site, in place of what an earlier run wrote; touch nothing of anyone else."""
    overrides = options.overrides or overrides_beside(options.roadmap)
    loaded = read_aloud(options, overrides)
    words = words_for(loaded.language)
    if loaded.roadmap is None:
        return PROBLEMS
    shelf = Shelf()
    if options.posters:
        cache = Cache(FOLDER)
        shelf = fill_shelf(
            loaded.roadmap,
            PrintSettings(),
            cache,
            engine=options.engine,
            colours=loaded.colours,
            editions=loaded.editions,
        )
        for note in shelf.notes:
            print(note, file=sys.stderr)
    from stip import site  # noqa: PLC0415 - the only command that needs all of it

    made = site.build(
        loaded.roadmap,
        directory_urls=options.urls == "directory",
        engine=options.engine,
        overrides=overrides,
        colours=loaded.colours,
        editions=loaded.editions,
        prints=shelf.prints,
        problems=loaded.problems,
    )
    files = made.files()
    if not _clear(options.out):
        print(words("cli.not_ours", folder=options.out), file=sys.stderr)
        return WRONG_USE
    try:
        _write(files, options.out)
    except OSError as error:
        raise StipError(words("cli.not_written", file=error.filename, reason=error.strerror)) from error
    print(words("cli.written", count=len(files), folder=options.out))
    return GOOD


def _clear(folder: Path) -> bool:
    """Remove what an earlier run wrote; refuse a folder that holds something and was never ours."""
    manifest = folder / _MANIFEST
    if manifest.is_file():
        names = _listed(manifest)
        if names is None:
            return False
        for name in names:
            (folder / name).unlink(missing_ok=True)
        manifest.unlink()
        return True
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def _listed(manifest: Path) -> list[str] | None:
    """Return the files that an earlier run wrote; None when its list is not as we write it: then nothing is removed."""
    try:
        names = json.loads(manifest.read_text("utf-8"))
    except ValueError:
        return None
    whole = isinstance(names, list) and all(isinstance(name, str) and ".." not in Path(name).parts for name in names)
    return names if whole and not any(Path(name).is_absolute() for name in names) else None


def _write(files: Sequence[OutputFile], folder: Path) -> None:
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content.encode() if isinstance(file.content, str) else file.content)
    (folder / _MANIFEST).write_text(json.dumps([file.path for file in files], indent=1) + "\n", encoding="utf-8")
