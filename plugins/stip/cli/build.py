"""`stip build`: write the site's files to a folder, for another host than MkDocs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from stip.cache import FOLDER, Cache
from stip.cli.inputs import GOOD, PROBLEMS, WrongUseError, add_input, overrides_beside, read_aloud
from stip.loading.files import is_outside
from stip.model import Audience
from stip.printing import PrintSettings, Shelf, fill_shelf
from stip.problems import StipError
from stip.text.telling import other_site
from stip.text.words import Words, words_for

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
        "--embed",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="make pages for frames in other sites: the map, and the path of each department",
    )
    build.add_argument(
        "--posters",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="make what the site offers to print; what has not changed comes from .cache/stip",
    )
    build.add_argument(
        "--manual",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="make the manual for maintainers: every key and every message, with an example",
    )


def run_build(options: argparse.Namespace) -> int:
    """Write every file of the site, in place of what an earlier run wrote; touch nothing of anyone else."""
    overrides = options.overrides or overrides_beside(options.roadmap)
    loaded = read_aloud(options, overrides)
    words = words_for(loaded.language)
    if loaded.roadmap is None:
        return PROBLEMS
    _written_before(options.out, loaded.roadmap.audience, words)
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
        manual=options.manual,
        embed=options.embed,
    )
    for note in made.notes:
        print(note, file=sys.stderr)
    files, audience = made.files(), made.roadmap.audience
    before = _written_before(options.out, audience, words)
    try:
        _clear(options.out, before)
        _write(files, options.out, audience)
    except OSError as error:
        raise StipError(words("cli.not_written", file=error.filename, reason=error.strerror)) from error
    print(words("cli.written", count=len(files), folder=options.out))
    return GOOD


class _Manifest(NamedTuple):
    """What an earlier run wrote, and for whom."""

    audience: Audience
    files: list[str]


def _written_before(folder: Path, audience: Audience, words: Words) -> list[str]:
    """Return what an earlier run wrote into a folder.

    Raises WrongUseError for a folder that holds something and was never ours, or that holds the other audience's site.
    """
    manifest = folder / _MANIFEST
    is_new = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    before = _Manifest(audience, []) if is_new else _listed(manifest) if manifest.is_file() else None
    if before is None:
        raise WrongUseError(words("cli.not_ours", folder=folder))
    if before.audience is not audience:
        raise WrongUseError(other_site(folder, before.audience, audience, words))
    return before.files


def _clear(folder: Path, names: Sequence[str]) -> None:
    """Remove what an earlier run wrote."""
    for name in (*names, _MANIFEST):
        if not is_outside((folder / name).parent, folder):  # never behind a link that leads away
            (folder / name).unlink(missing_ok=True)


def _listed(manifest: Path) -> _Manifest | None:
    """Return what an earlier run wrote; None when its list is not as we write it: then nothing is removed.

    One without an audience is of a time in which everything was for staff.
    """
    try:
        found = json.loads(manifest.read_text("utf-8"))
        listed: dict[str, Any] = {"files": found} if isinstance(found, list) else dict(found)
        names, audience = listed["files"], Audience(listed.get("audience", Audience.STAFF))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    whole = isinstance(names, list) and all(
        isinstance(name, str) and "\0" not in name and ".." not in Path(name).parts for name in names
    )
    return _Manifest(audience, names) if whole and not any(Path(name).is_absolute() for name in names) else None


def _write(files: Sequence[OutputFile], folder: Path, audience: Audience) -> None:
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content.encode() if isinstance(file.content, str) else file.content)
    manifest = {"audience": audience, "files": [file.path for file in files]}
    (folder / _MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
