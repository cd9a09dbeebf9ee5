"""What a team sheet shows: one department's next steps on an A4, all words given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from stip.scene.spec import Horizon, Lane, Stop


@dataclass(frozen=True)
class TeamStep:
    """A step that is still to come, with its number on this sheet."""

    number: int
    stop: Stop
    kind_text: str
    """Empty for an ordinary step."""
    todo: str = ""
    help: str = ""


@dataclass(frozen=True)
class Other:
    """A step of another department that ours waits for, or that waits for ours."""

    title: str
    href: str
    unit: str
    when: str
    lane_number: int
    colour: int
    ours: str
    """For which of our steps."""


@dataclass(frozen=True)
class Asked:
    """Whom to ask: a role, never a person."""

    role: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class TeamSpec:
    """One team sheet; its links are full addresses, or empty when the site has none."""

    id: str
    language: str
    day: dt.date
    """The reference date: the only today there is."""
    programme: str
    lane: Lane
    """The path: number, colour, names and open end; its stops are those of `steps`."""
    horizon: Horizon
    steps: tuple[TeamStep, ...]
    done: tuple[str, ...]
    """Sentences about what is behind us."""
    some: bool
    """Whether something is done."""
    waits: tuple[Other, ...]
    needed: tuple[Other, ...]
    asked: Asked | None
    address: str
    """Of the department's page; empty without a site."""
    imprint: str
    title: str
    alt: str
    today_text: str
    more: tuple[str, ...]
    """What says that so many steps are left out, one first."""
    others: tuple[str, ...]
    """The same for steps of other departments."""
    details: str
    """Where to read what was left out of a step; empty when there is nowhere."""
    words: Mapping[str, str]
    """The fixed words, by key."""
    end: str = ""
    """How a path ends that does not reach the dot."""

    @property
    def short_address(self) -> str:
        """The address as one types it."""
        return shown(self.address)


def shown(address: str) -> str:
    """Return an address as one types it: without what a browser adds by itself."""
    return address.partition("://")[2].rstrip("/") or address
