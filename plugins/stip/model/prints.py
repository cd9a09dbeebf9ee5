"""Prints: what hangs on a wall, and of which edition it is."""

from __future__ import annotations

from typing import ClassVar

from stip.model.base import Audience, EditionId, Line, Record


class Print(Record, audience=Audience.STAFF):
    """A printed poster or sheet: the place where it hangs, and its edition."""

    record: ClassVar[str] = "print"
    place: Line
    edition: EditionId
