"""Prints: which edition a print of a roadmap is, and what hangs where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from stip.model.base import EditionId, Line, Record
from stip.text.words import Words


class Print(Record):
    """A printed poster or sheet: the place where it hangs, and its edition."""

    record: ClassVar[str] = "print"
    place: Line
    edition: EditionId


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
