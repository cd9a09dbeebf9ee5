"""`stip headers`: what the server of a built site must say, as a file for that server."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from stip.cli.inputs import GOOD, PROBLEMS, WrongUseError
from stip.hosting.policy import is_origin
from stip.problems import StipError
from stip.text.reasons import reason
from stip.text.words import LANGUAGES, words_for
from stip.versions.version import find_version, mark_of, read, write
from stip.writing import write_whole

if TYPE_CHECKING:
    from stip.hosting.built import Built

SERVERS = ("nginx", "apache", "iis", "gitlab", "github")
"""What a site may stand on; the last two let nobody set a header, so that the pages say it themselves."""
_TEAMS = "teams"
"""Short for all from where Teams and Microsoft 365 show a page."""
_LONG = 3500
"""Of more bytes a policy is told to be long: many a server in between takes 4 kB of headers."""


def add_headers(command: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    command.add_argument("site", type=Path, help="the folder of the site that was built")
    command.add_argument("--for", dest="server", choices=SERVERS, required=True, help="what serves it")
    command.add_argument(
        "--frame-ancestors",
        nargs="+",
        default=[],
        metavar="ORIGIN",
        help=f"who may show the pages for frames: as https://example.sharepoint.com; {_TEAMS} stands for its addresses",
    )
    command.add_argument(
        "--allow",
        nargs="+",
        default=[],
        metavar="ORIGIN",
        help="other servers of which pages may show pictures, films and frames: as https://video.example",
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="the file to write; else it is printed")
    command.add_argument("--strict", action="store_true", help="fail when a page holds what cannot be allowed")


def run_headers(options: argparse.Namespace) -> int:
    """Write the file for a server, or the policy into the pages; tell what no policy can allow."""
    from stip.hosting.built import read_built  # noqa: PLC0415 - it knows the site, and other commands need not

    ancestors, servers = _origins([*options.frame_ancestors], teams=True), _origins([*options.allow])
    try:
        site = read_built(options.site, ancestors, servers)
        words = site.words
        if ancestors and site.is_closed:
            raise WrongUseError(words("hosting.no_frames.steering"))
        if ancestors and not site.frames:
            raise WrongUseError(words("hosting.no_frames.none"))
        text = _made(site, options.server, ancestors=bool(ancestors))
        if options.out is None:
            print(text, end="")
        elif text:
            _write(options.out, text, site)
    except OSError as error:
        told = "\n".join(
            words_for(one)("cli.not_written", file=error.filename, reason=reason(error, words_for(one)))
            for one in LANGUAGES
        )
        raise StipError(told) from error
    for line in site.told:
        print(line, file=sys.stderr)
    size = len(site.shown.text())
    if size > _LONG:
        print(words("hosting.long", size=size), file=sys.stderr)
    return PROBLEMS if options.strict and site.told else GOOD


def _made(site: Built, server: str, *, ancestors: bool) -> str:
    """Return the text for a server; for a host that takes none, put the policy into the pages."""
    from stip.hosting import apache, iis, in_page, nginx  # noqa: PLC0415 - likewise

    files = {"nginx": nginx.nginx, "apache": apache.apache, "iis": iis.iis}
    if server in files:
        return files[server](site)
    if ancestors:
        raise WrongUseError(site.words("hosting.no_frames.host"))
    count = 0
    with _noted(site.folder) as note:
        for path, content in in_page.with_policy(site):
            note(site.folder / path, content)
            count += 1
    print(site.words(f"hosting.in_pages.{server}", count=count), file=sys.stderr)
    return in_page.gitlab(site) if server == "gitlab" else ""


def _write(file: Path, text: str, site: Built) -> None:
    """Write a file of ours; one of somebody else stays. Raises WrongUseError and OSError."""
    from stip.hosting.told import is_ours  # noqa: PLC0415 - likewise

    if file.is_file() and not is_ours(file.read_text("utf-8", errors="replace")):
        raise WrongUseError(site.words("hosting.not_ours", file=file.as_posix()))
    with _noted(site.folder) as note:
        note(file, text.encode())
    print(site.words("hosting.written", file=file.as_posix()), file=sys.stderr)


@contextmanager
def _noted(folder: Path) -> Iterator[Callable[[Path, bytes], None]]:
    """Write files, and let the version of the site know those that stand in it: or it would not be whole any more.

    A file that was not as it was made before stays one that differs.
    """
    own = find_version(folder)
    version = None
    with suppress(ValueError):  # of another form: `stip verify` says so
        version = read(own.read_bytes()) if own else None
    outputs = dict(version.outputs) if version else {}

    def note(file: Path, content: bytes) -> None:
        inside = file.resolve().is_relative_to(folder.resolve())
        path = file.resolve().relative_to(folder.resolve()).as_posix() if inside else ""
        good = inside and (not file.exists() or outputs.get(path) == mark_of(file))
        write_whole(file, content)
        if good:
            outputs[path] = mark_of(file)

    yield note
    if own and version and outputs != version.outputs:
        write_whole(own, write(replace(version, outputs=dict(sorted(outputs.items())))))


def _origins(given: list[str], *, teams: bool = False) -> tuple[str, ...]:
    """Return the servers that are named, each once. Raises WrongUseError for what names none."""
    from stip.pages.views.embeds import OFFICE  # noqa: PLC0415 - likewise

    found: list[str] = []
    for one in given:
        if teams and one == _TEAMS:
            found += OFFICE
        elif is_origin(one.rstrip("/")):
            found.append(one.rstrip("/"))
        else:
            raise WrongUseError(
                "\n".join(words_for(language)("hosting.no_origin", value=one) for language in LANGUAGES)
            )
    return tuple(dict.fromkeys(found))
