"""The mark of a print: which edition it is, or after which edition it is a draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stip.editions.edition import Edition
from stip.editions.snapshot import snapshot
from stip.model import Roadmap
from stip.text.words import Words


@dataclass(frozen=True)
class EditionMark:
    """The name of the latest edition, empty when there is none; `exact` when the roadmap is still that edition."""

    name: str = ""
    exact: bool = False

    def text(self, words: Words) -> str:
        """Say it on a print: an edition, a draft after one, or a draft."""
        if not self.name:
            return words("edition.draft")
        return words("edition.named" if self.exact else "edition.draft_after", name=self.name)


def latest(editions: Iterable[Edition]) -> Edition | None:
    """Return the edition of the last day; of one day the last by name."""
    return max(editions, key=lambda edition: (edition.date, edition.name), default=None)


def reference(now: Edition, editions: Iterable[Edition]) -> Edition | None:
    """Return the newest edition that differs from a snapshot of the roadmap as it is: what readers saw before.

    None when no edition differs.
    """
    return latest(edition for edition in editions if edition.content != now.content)


def edition_mark(roadmap: Roadmap, editions: Iterable[Edition]) -> EditionMark:
    """Tell which edition a print of this roadmap is."""
    last = latest(editions)
    return EditionMark(last.name, last.content == snapshot(roadmap).content) if last else EditionMark()
