"""`stip verify`: tell whether a site, and what it was made from, is what its version says."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from stip.cli.inputs import GOOD, PROBLEMS, WrongUseError, overrides_beside, say_put_back
from stip.loading import load
from stip.loading.files import shown
from stip.model import Audience
from stip.text.dates import day_text
from stip.text.words import LANGUAGES, Words, words_for
from stip.versions.inputs import input_files, inputs_of
from stip.versions.verify import Difference, differences, input_differences
from stip.versions.version import Version, find_version, read
from stip.writing import put_back

_ROADMAP = "roadmap.yaml"
_SHOWN = 20
"""So many files of a kind are named."""


def add_verify(verify: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    verify.add_argument("site", type=Path, help="the folder of a built site")
    verify.add_argument(
        "roadmap", nargs="?", type=Path, help="the roadmap from which it should be made, to compare too"
    )
    verify.add_argument("--content", type=Path, metavar="DIR", help="the folder with mission, personas and questions")
    verify.add_argument("--all", action="store_true", help="name every file, however many there are")
    verify.add_argument("--language", choices=LANGUAGES, help="language of the messages; else the site's own")


def run_verify(options: argparse.Namespace) -> int:
    """Say in sentences what differs; code 1 when anything does."""
    words = words_for(options.language or LANGUAGES[0])
    site = options.site
    if not site.is_dir():
        raise WrongUseError(words("verify.no_folder", folder=shown(site)))
    say_put_back(put_back(site), site, words)
    own = find_version(site)
    if own is None:
        raise WrongUseError(words("verify.none", folder=shown(site)))
    content = own.read_bytes()
    try:
        version = read(content)
    except ValueError:
        print(words("verify.damaged", file=shown(own)), file=sys.stderr)
        return PROBLEMS
    words = words_for(options.language or (version.language if version.language in LANGUAGES else LANGUAGES[0]))
    found = [*differences(site, version, own), *_of_inputs(version, options, words)]
    for line in _told(found, words, every=options.all):
        print(line)
    mark = hashlib.sha256(content).hexdigest()
    values = {"date": _day(version, words), "count": len(version.outputs), "mark": mark, "program": version.program}
    if found:
        print(words("verify.differs", count=len(found)))
        return PROBLEMS
    print(words("verify.good", **values))
    if options.roadmap:
        print(words("verify.good_inputs", count=len(version.inputs)))
    return GOOD


def _of_inputs(version: Version, options: argparse.Namespace, words: Words) -> tuple[Difference, ...]:
    """Compare with what is read now, and with every file that is named. Raises WrongUseError without a roadmap."""
    roadmap = options.roadmap
    if roadmap is None:
        return ()
    if roadmap.is_dir():
        roadmap /= _ROADMAP
    if not roadmap.is_file():
        raise WrongUseError(words("verify.no_roadmap", file=shown(roadmap)))
    audience = Audience(version.audience) if version.audience in [*Audience] else Audience.STAFF
    overrides = overrides_beside(roadmap)
    loaded = load(roadmap, options.content, version.language, overrides, audience)
    named = [path for path in (roadmap.parent / way for way in version.inputs) if path.is_file()]
    return input_differences(
        version, inputs_of([*input_files(loaded.inputs, roadmap, overrides), *named], loaded.closed, roadmap)
    )


def _told(found: list[Difference], words: Words, *, every: bool) -> Iterator[str]:
    """Yield a sentence for each file, and how many more there are of its kind."""
    for kind, group in groupby(found, key=lambda one: one.kind):
        listed = [*group]
        shown_ones = listed if every else listed[:_SHOWN]
        for one in shown_ones:
            yield words(f"verify.{kind}", file=one.path)
        if len(listed) > len(shown_ones):
            yield words("verify.more", count=len(listed) - len(shown_ones))


def _day(version: Version, words: Words) -> str:
    try:
        return day_text(date.fromisoformat(version.updated), words)
    except ValueError:
        return version.updated
