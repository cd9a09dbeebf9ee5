"""`stip swap`: put a site that was just built in place of the last one, in one step."""

from __future__ import annotations

import argparse
from pathlib import Path

from stip.assets import AUDIENCE_FILE
from stip.cli.inputs import GOOD, WrongUseError
from stip.loading.files import shown
from stip.problems import StipError
from stip.text.reasons import reason
from stip.text.telling import other_site
from stip.text.words import LANGUAGES, Words, words_for
from stip.versions.verify import differences
from stip.versions.version import Version, find_version, read
from stip.writing import swap


def add_swap(command: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    command.add_argument("new", type=Path, help="the folder of the site that was just built; it is gone afterwards")
    command.add_argument("site", type=Path, help="the folder that is published")
    command.add_argument("--language", choices=LANGUAGES, help="language of the messages; else the site's own")


def run_swap(options: argparse.Namespace) -> int:
    """Put the new site in place when it is whole, and for the same audience; else leave the last one."""
    words = words_for(options.language or LANGUAGES[0])
    new, place = options.new, options.site.resolve()  # behind a link the folder is swapped, not the link
    if not new.is_dir():
        raise WrongUseError(words("verify.no_folder", folder=shown(new)))
    version = _whole(new, place, words)
    words = words_for(options.language or version.language)
    there = place / AUDIENCE_FILE
    if place.exists() and not there.is_file() and not (place.is_dir() and not any(place.iterdir())):
        raise WrongUseError(words("cli.not_ours", folder=shown(options.site)))
    audience = there.read_text("utf-8").strip() if there.is_file() else version.audience
    if audience != version.audience:
        raise WrongUseError(other_site(shown(place), audience, version.audience, words))
    try:
        place.absolute().parent.mkdir(parents=True, exist_ok=True)
        swap(new, place, new.with_name(f"last-{new.name}"))
    except OSError as error:
        values = {"folder": shown(new), "place": shown(place), "reason": reason(error, words)}
        raise StipError(words("verify.not_swapped", **values)) from error
    print(words("verify.swapped", folder=shown(place)))
    return GOOD


def _whole(new: Path, place: Path, words: Words) -> Version:
    """Return the version of the new site. Raises StipError when a file of it is not as it was built."""
    own = find_version(new)
    if own is None:
        raise StipError(words("verify.none", folder=shown(new)))
    try:
        version = read(own.read_bytes())
    except ValueError as error:
        raise StipError(words("verify.damaged", file=shown(own))) from error
    found = differences(new, version, own)
    if found:
        reason = words(f"verify.{found[0].kind}", file=found[0].path)
        raise StipError(words("verify.not_whole", folder=shown(new), place=shown(place), reason=reason))
    return version
