"""`stip build`: write the site's files to a folder, for another host than MkDocs."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from stip.cache import Cache, folder_for
from stip.cli.inputs import (
    GOOD,
    PROBLEMS,
    WrongUseError,
    add_input,
    audience_of,
    overrides_beside,
    read_aloud,
    say_put_back,
)
from stip.closed import is_outside
from stip.diagrams.engine import find_engine
from stip.garbage import garbage_kept
from stip.loading import Loaded
from stip.model import Audience
from stip.printing import PrintSettings, Shelf, fill_shelf
from stip.problems import StipError
from stip.text.reasons import reason
from stip.text.telling import other_site
from stip.text.words import Words, words_for
from stip.versions.inputs import input_files, inputs_of
from stip.versions.marking import marked
from stip.versions.version import Version, path_of, write
from stip.writing import put_back, write_together

if TYPE_CHECKING:
    from stip.site import OutputFile, Site

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


@garbage_kept()
def run_build(options: argparse.Namespace) -> int:
    """Write every file of the site, in place of what an earlier run wrote; touch nothing of anyone else."""
    overrides = options.overrides or overrides_beside(options.roadmap)
    cache = Cache(folder_for(audience_of(options)))
    loaded = read_aloud(options, overrides, hints=True, cache=cache)
    words = words_for(loaded.language)
    if loaded.roadmap is None:
        return PROBLEMS
    say_put_back(put_back(options.out), options.out, words)
    _written_before(options.out, loaded.roadmap.audience, words)
    shelf = Shelf()
    if options.posters:
        shelf = fill_shelf(
            loaded.roadmap,
            PrintSettings(),
            cache,
            engine=options.engine,
            colours=loaded.colours,
            editions=loaded.editions,
        )
        cache.tidy()
        for note in shelf.notes:
            print(note, file=sys.stderr)
    else:
        cache.tidy()
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
        cache=cache,
    )
    cache.tidy()
    for note in made.notes:
        print(note, file=sys.stderr)
    files, audience = made.files(), made.roadmap.audience
    before = _written_before(options.out, audience, words)
    is_new = not options.out.exists()
    try:
        version = _version(made, loaded, options, overrides)
        count = _write(files, before, options.out, audience, version)
    except OSError as error:
        if is_new:
            with suppress(OSError):
                options.out.rmdir()
        raise StipError(words("cli.not_written", file=error.filename, reason=reason(error, words))) from error
    print(words("cli.written", count=count, folder=options.out))
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


def _removed(folder: Path, names: Sequence[str]) -> list[Path]:
    """Return what of an earlier run is removed: never what lies behind a link that leads away."""
    return [folder / name for name in names if not is_outside((folder / name).parent, folder)]


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


def _version(made: Site, loaded: Loaded, options: argparse.Namespace, overrides: Path | None) -> Version:
    """Return which version this is, without its files yet."""
    engine = find_engine(options.engine)
    version = marked(made.roadmap, loaded.editions, f"{engine.name} {engine.version}")
    inputs = inputs_of(input_files(loaded.inputs, options.roadmap, overrides), loaded.closed, options.roadmap)
    return replace(version, inputs=inputs)


def _write(
    files: Sequence[OutputFile], before: Sequence[str], folder: Path, audience: Audience, version: Version
) -> int:
    """Write all files and remove those of before, or leave all as it was; return how many are for readers."""
    own = path_of(words_for(version.language))
    listed = sorted([*(file.path for file in files), own])
    written = {file.path: file.content.encode() if isinstance(file.content, str) else file.content for file in files}
    written[_MANIFEST] = (json.dumps({"audience": audience, "files": listed}, indent=1) + "\n").encode()
    marks = {path: hashlib.sha256(written[path]).hexdigest() for path in sorted(written)}
    written[own] = write(replace(version, outputs=marks))
    contents: dict[Path, bytes | None] = dict.fromkeys(_removed(folder, before))
    contents |= {folder / path: content for path, content in written.items()}
    folder.mkdir(parents=True, exist_ok=True)
    write_together(folder, contents, lasting=False)  # a site can be made again
    return len(listed)
