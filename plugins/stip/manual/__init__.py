"""The manual: what every key and every message means, for `stip explain` and for the site."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from stip import beside
from stip.cache import PROGRAM
from stip.model import practice_kinds

if TYPE_CHECKING:
    from stip.model.base import Audience
    from stip.pages.manual import Manual

__all__ = ["manual"]


def manual(language: str, audience: Audience) -> Manual:
    """Return the manual of a site in a language: for staff without the lists that only those who steer may read.

    It says the same until the program changes, and to make it takes as long as to read a small roadmap: it is kept.
    """
    if not all(kind.__module__.startswith("stip.") for kind in practice_kinds().values()):
        return _made(language, audience)  # somebody's own kinds are in it, of which the mark does not know
    name, mark = f"manual.{language}.{audience}", PROGRAM.mark
    kept = beside.found(name, mark)
    if kept is not None:
        found: Manual = pickle.loads(kept)  # noqa: S301 - beside the program, and written by it
        return found
    made = _made(language, audience)
    beside.keep(name, mark, pickle.dumps(made))
    return made


def _made(language: str, audience: Audience) -> Manual:
    from stip.manual import book  # noqa: PLC0415 - needed only when the program has changed

    return book.manual(language, audience)
