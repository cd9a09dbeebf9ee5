"""Choices: what a site may ask for, in words that cost nothing to know: nothing is loaded for them."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Audience(enum.StrEnum):
    """For whom something is published: every employee, or those who steer alone."""

    STAFF = "staff"
    STEERING = "steering"


SIZES = ("a0", "a1", "a2", "a3")
"""The sheets of a poster, from large to small."""
ORIENTATIONS = ("landscape", "portrait")
"""How a sheet hangs."""
PAPERS = ("a4", "a3")
"""The paper on which a poster can be printed in parts."""


@dataclass(frozen=True)
class PrintSettings:
    """What a site wants to offer."""

    sizes: tuple[str, ...] = ("a0", "a1", "a3")
    """The sheets of the poster; the first that fits is shown on the site."""
    orientations: tuple[str, ...] = ("landscape",)
    mono: tuple[str, ...] = ("a3",)
    """The sheets for a printer without colour."""
    departments: tuple[str, ...] = ()
    """The sheets of a poster of each department."""
    tiles: tuple[str, ...] = ("a4", "a3")
    """The paper on which the first poster can be printed in parts, to glue together."""
    teams: bool = True
    """Whether each department and team has its own A4."""
    workshop: tuple[str, ...] = ()
    """The sheets of a poster with numbered places for stickers, for a workshop."""

    @property
    def stand(self) -> str:
        """How what is there in one orientation hangs."""
        return next(iter(self.orientations), ORIENTATIONS[0])
