"""The mark of a print: which edition it is, or after which edition it is a draft."""

from __future__ import annotations

from collections.abc import Iterable

from stip.editions.edition import Edition
from stip.editions.snapshot import snapshot
from stip.model import EditionMark, Roadmap


def latest(editions: Iterable[Edition]) -> Edition | None:
    """Return the edition of the last day; of one day the last by name."""
    return max(editions, key=lambda edition: (edition.date, edition.name), default=None)


def edition_mark(roadmap: Roadmap, editions: Iterable[Edition]) -> EditionMark:
    """Tell which edition a print of this roadmap is."""
    last = latest(editions)
    return EditionMark(last.name, last.content == snapshot(roadmap).content) if last else EditionMark()
